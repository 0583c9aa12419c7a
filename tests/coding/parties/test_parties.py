"""Who acts and at whom it is aimed, a construction a line: each sentence has an event with just these parties."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from detente.pipeline import Coder
from detente.records import Actor, Document, Event

HERE = Path(__file__).parent
TABLES = HERE.parent / "actors" / "tables"
ANYBODY = "*"


def cases(name: str) -> tuple[tuple[str, str], ...]:
    """The sentences of a file with the parties that are expected."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    split = (line.partition(" | ") for line in lines if line and not line.startswith("#"))
    return tuple((text, parties) for text, _, parties in split)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(knowledge=TABLES)


@pytest.mark.parametrize(("text", "parties"), cases("sentences.txt"))
def test_the_parties_are_those_that_a_reader_finds(text: str, parties: str, coder: Coder) -> None:
    trap = text.startswith("!")  # somebody reads these parties into it who looks only at names
    assert _has(text.removeprefix("!"), parties, coder) != trap


@pytest.mark.parametrize(("text", "parties"), cases("known_wrong.txt"))
def test_what_is_known_to_be_read_wrongly_still_is(text: str, parties: str, coder: Coder) -> None:
    assert not _has(text, parties, coder), "read rightly now: move it to sentences.txt"


def _has(text: str, parties: str, coder: Coder) -> bool:
    events = coder.code(Document(text=text, published="2013-02-12")).events
    return any(_answers(event, parties) for event in events)


def _answers(event: Event, parties: str) -> bool:
    acting, arrow, aimed = (part.strip() for part in parties.partition("->"))
    if not arrow:
        return _are(event.actors, acting) and not event.recipients
    return _are(event.actors, acting) and _are(event.recipients, aimed)


def _are(side: Iterable[Actor], wanted: str) -> bool:
    return wanted == ANYBODY or {_key(actor) for actor in side} == set(wanted.split(","))


def _key(actor: Actor) -> str:
    """The state, the organisation or armed group, or where those without a name are based."""
    named = actor.id if actor.id and actor.id.startswith(("NSA:", "IGO:")) else None
    return actor.country or named or actor.based or actor.name
