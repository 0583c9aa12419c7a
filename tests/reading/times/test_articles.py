"""Whole paragraphs of news with each of their time expressions marked: none is missed, and nothing else is found.

A line is `day of publication | text`, where `[[words => TYPE value mod]]` marks an expression. A `!` at the end says
that it is read wrongly today, and known to be; `[[words => - !]]` that the words are taken for an expression and are
none. Written by hand before they were run; each file gives the figures of its first run.
"""

import re
from pathlib import Path

import pytest
from spacy.language import Language

from detente.knowledge.files import BUILT_IN
from detente.knowledge.times import load_times
from detente.reading.syntax import parse
from detente.reading.times import find_times
from detente.records import TimeExpression

TABLES = load_times((BUILT_IN,))
FILES = ("articles.txt", "business.txt", "companies.txt")
MARK = re.compile(r"\[\[(.+?) => (.+?)\]\]")
TEXTS = [(Path(__file__).parent / "cases" / name).read_text(encoding="utf-8") for name in FILES]
LINES = [line for text in TEXTS for line in text.splitlines() if line and not line.startswith("#")]


def marked(said: str) -> tuple[str, dict[tuple[int, int], str]]:
    """The plain text, and what is expected at each place."""
    text, expected, end = "", {}, 0
    for mark in MARK.finditer(said):
        text += said[end : mark.start()]
        expected[len(text), len(text) + len(mark[1])] = mark[2]
        text, end = text + mark[1], mark.end()
    return text + said[end:], expected


def written(time: TimeExpression) -> str:
    return " ".join(part for part in (time.type, time.value, time.mod) if part)


def shown(text: str, times: dict[tuple[int, int], str], wrong: set[tuple[int, int]]) -> list[str]:
    return [f"{text[slice(*span)]} => {said}" for span, said in sorted(times.items()) if span not in wrong]


@pytest.mark.parametrize("line", LINES)
def test_article_is_read(line: str, nlp: Language) -> None:
    day, _, said = line.partition(" | ")
    text, expected = marked(said)
    found = {
        (time.span.start, time.span.end): written(time) for time in find_times(parse(text, nlp), day, TABLES)
    }
    wrong = {span for span, said in expected.items() if said.endswith(" !")}
    assert shown(text, found, wrong) == shown(text, expected, wrong)
    for span in wrong:
        assert found.get(span, "-") != expected[span].removesuffix(" !"), f"read by now: {text[slice(*span)]}"
