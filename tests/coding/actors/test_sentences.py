"""Who acts in each of the sentences of `sentences.txt`, among them traps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from spacy.language import Language

from detente.coding.actors import find_mentions
from detente.coding.roles.mentions import Mention, Mentions
from detente.knowledge.actor_files import load_actors
from detente.knowledge.actors import ActorTables
from detente.knowledge.files import BUILT_IN
from detente.reading.names import find_names
from detente.reading.syntax import parse
from detente.reading.tokens import Doc

HERE = Path(__file__).parent
REFERENCE_DAY = "2013-02-12"
KNOWN_WRONG = HERE / "known_wrong.txt"


@dataclass(frozen=True)
class Case:
    day: str
    text: str
    expected: tuple[tuple[str, str], ...]


def read_cases() -> list[Case]:
    cases = []
    for line in (HERE / "sentences.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        day, text, expected = (part.strip() for part in line.split("|"))
        pairs = [part.strip().split("=") for part in expected.split(";")]
        case = Case(day or REFERENCE_DAY, text.removeprefix("!").strip(), tuple((a, b) for a, b in pairs))
        cases.append(case)
    return cases


def known_wrong() -> frozenset[str]:
    return frozenset(KNOWN_WRONG.read_text(encoding="utf-8").splitlines())


@pytest.fixture(scope="module")
def tables() -> ActorTables:
    return load_actors([BUILT_IN, HERE / "tables"])


def token_of(doc: Doc, name: str) -> int:
    word, _, nth = name.partition("#")
    found = [token.i for token in doc if token.text == word]
    return found[int(nth or 1) - 1]


def seen(mentions: Mentions, i: int, wanted: str) -> str:
    """What is at a token, written as in the file."""
    if wanted.startswith("p:"):
        place = mentions.places.get(i)
        return "-" if place is None else f"p:{place.country}"
    mention = mentions.actors.get(i)
    if mention is None:
        modifier = mentions.modifiers.get(i)
        return "-" if modifier is None or wanted == "-" else f"m:{modifier.actor.country}"
    return written(mention)


def written(mention: Mention) -> str:
    if mention.several:
        return "+".join(actor.id or str(actor.country) for actor in mention.several)
    return mention.actor.id or f"~{mention.actor.country}"


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: re.sub(r"\W+", "-", case.text)[:60])
def test_sentence(case: Case, nlp: Language, tables: ActorTables) -> None:
    doc = parse(case.text, nlp)
    mentions = find_mentions(doc, find_names(doc, tables), case.day, tables)
    got = {name: seen(mentions, token_of(doc, name), wanted) for name, wanted in case.expected}
    if case.text in known_wrong():
        assert got != dict(case.expected), "this sentence comes out right now: take it from known_wrong.txt"
    else:
        assert got == dict(case.expected)
