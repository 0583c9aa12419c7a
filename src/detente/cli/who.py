"""`detente who`: a name in, what the knowledge base knows under it out; no language model is loaded."""

from __future__ import annotations

import sys
from pathlib import Path

from detente.cli.writing import draw, open_output
from detente.documents.days import read_day
from detente.knowledge.load import load_knowledge
from detente.knowledge.who import who
from detente.outputs.who import answer_line, render_answers

FOUND, NOBODY = 0, 1


def show_who(name: str, *, on: str | None, form: str, knowledge: Path | None) -> int:
    """Write who that is; the exit code."""
    day = read_day(on, file="--on", field="day")
    answers = who(load_knowledge(knowledge).actors, name, on=day)
    if not answers:
        sys.stderr.write(
            f"detente: {name}: nobody and nothing is called so in the tables; "
            "try the name alone, without a title, or an id, or add it with --knowledge\n"
        )
        return NOBODY
    with open_output(None) as stream:
        if form == "jsonl":
            stream.buffer.writelines(map(answer_line, answers))
        else:
            draw(render_answers(answers), stream)
    return FOUND
