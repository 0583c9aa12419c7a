"""Sentences written from the TIMEX3 guidelines, by category: what each marked expression stands for.

`intervals.txt` has the kinds of intervals and directions that docs/times.md tells of. `built_on.txt` was open while
the rules were written, `held_back.txt` was not; docs/times.md gives the figures. A line is
`sentence with [[expression]] => TYPE value mod earliest..latest`; what is left out at the end is not compared, but an
expression without a mod must have none. Published on the reference date, Tuesday 12 February 2013, or on the day that
stands before the sentence.
"""

import re
from pathlib import Path

import pytest
from spacy.language import Language

from detente.knowledge.check import REFERENCE_DATE
from detente.knowledge.files import BUILT_IN
from detente.knowledge.times import load_times
from detente.reading.syntax import parse
from detente.reading.times import find_times
from detente.records import TimeExpression

TABLES = load_times((BUILT_IN,))
FOLDER = Path(__file__).parent / "cases"
MARK = re.compile(r"\[\[(.+?)\]\]")


def cases(name: str) -> list[str]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def read(line: str, nlp: Language) -> tuple[str, str]:
    """What is expected and what is read, both written as in the file."""
    said, _, expected = line.partition(" => ")
    day, _, sentence = said.rpartition(" | ")
    mark = MARK.search(sentence)
    assert mark is not None, line
    found = find_times(parse(MARK.sub(r"\1", sentence), nlp), day or REFERENCE_DATE, TABLES)
    span = (mark.start(), mark.start() + len(mark.group(1)))
    ours = next((t for t in found if t.span == span), None)
    return expected, _written(ours, expected) if ours else f"not found among {[t.text for t in found]}"


def _written(time: TimeExpression, expected: str) -> str:
    asked = expected.split()
    said = [time.type, *([time.value] if len(asked) > 1 else [])]
    if len(asked) > 1 and time.mod:
        said.append(time.mod)
    if ".." in asked[-1]:
        said.append(f"{time.earliest or ''}..{time.latest or ''}")
    return " ".join(said)


FILES = (
    "built_on.txt",
    "held_back.txt",
    "intervals.txt",
    "fresh.txt",
    "markets.txt",
    "newswire.txt",
    "diplomatic.txt",
)


@pytest.mark.parametrize("line", [line for name in FILES for line in cases(name)])
def test_expression_is_read(line: str, nlp: Language) -> None:
    expected, found = read(line, nlp)
    assert found == expected


def test_known_wrong_is_still_wrong(nlp: Language) -> None:
    for line in cases("known_wrong.txt"):
        expected, found = read(line, nlp)
        assert found != expected, f"it is read by now, move it to built_on.txt: {line}"
