"""Measure the resolution of actors against hand-coded countries.

    uv run python tools/measure_actors.py events GOLD.jsonl      gold actors and recipients found among the mentions
    uv run python tools/measure_actors.py stream GOLD.jsonl      the same for coded reports

`--misses` lists what was not found.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

from detente.coding.actors import find_mentions
from detente.coding.roles.mentions import Mention, Mentions
from detente.knowledge.actor_files import load_actors
from detente.knowledge.actors import ActorTables
from detente.knowledge.files import BUILT_IN
from detente.reading.names import find_names
from detente.reading.syntax import load_model, parse

ALSO = {"igo:un": ("uno",), "igo:eu": ("eur",)}  # PLOVER's own codes


def main() -> None:
    arguments = [a for a in sys.argv[1:] if a != "--misses"]
    task, path = arguments[0], Path(arguments[1])
    nlp, tables = load_model(), load_actors([BUILT_IN])
    lines = gold(path, nlp, tables, task)
    for line in lines:
        if not line.startswith("  ") or "--misses" in sys.argv:
            sys.stdout.write(line + "\n")


def gold(path: Path, nlp: Language, tables: ActorTables, task: str) -> Iterator[str]:
    found = total = actors = sentences = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        doc = parse(row["text"], nlp)
        mentions = find_mentions(doc, find_names(doc, tables), row.get("published"), tables)
        actors += len(mentions.actors)
        sentences += len(list(doc.sents))
        said = codes_of(mentions)
        for code, name in wanted(row, task):
            total += 1
            if any(code == said_code or (len(code) > 3 and code in said_code) for said_code in said):
                found += 1
            else:
                yield f"  {code} | {name} | {row['text'][:200]}"
    yield f"{task}: {found} of {total} = {found / total:.3f}; {actors / sentences:.2f} actors a sentence"


def wanted(row: dict[str, object], task: str) -> Iterator[tuple[str, str]]:
    events = [row] if task == "events" else row["events"]
    for event in events:  # type: ignore[attr-defined]
        for side in (*event["actor"], *event["recipient"]):
            code = side["country"][:3] if task == "events" else side["code"].split(":")[-1]
            if code not in ("", "---"):
                yield code.lower(), side["text" if task == "events" else "name"]


def codes_of(mentions: Mentions) -> set[str]:
    return {
        code
        for table in (mentions.actors, mentions.modifiers)
        for mention in table.values()
        for code in codes(mention)
    }


def codes(mention: Mention) -> Iterator[str]:
    for actor in mention.several or (mention.actor,):
        identity = (actor.id or "").lower()
        yield from filter(None, ((actor.country or "").lower(), identity.split(":")[-1], actor.name.lower()))
        if identity.startswith("igo:"):
            yield from ("igo", *ALSO.get(identity, ()))


if __name__ == "__main__":
    main()
