"""Headlines read once more in plainer words: rare names, commas for "and", quoted words, labels of who speaks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from detente.pipeline import Coder
from detente.reading.headlines import HeadlineWords
from detente.reading.reread import RereadWords, reread
from detente.reading.syntax import parse_blocks
from detente.records import Document

type Read = Callable[[str], list[Doc]]

TABLES = Path(__file__).parents[1] / "coding" / "actors" / "tables"


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(TABLES)


@pytest.fixture(scope="module")
def known(coder: Coder) -> RereadWords:
    found: RereadWords = coder.layers(Document(text="Envoys met."))["reread words"]
    return found


@pytest.fixture(scope="module")
def words(coder: Coder) -> HeadlineWords:
    found: HeadlineWords = coder.layers(Document(text="Envoys met."))["headline words"]
    return found


@pytest.fixture
def read(nlp: Language, known: RereadWords, words: HeadlineWords) -> Read:
    return lambda text: list(reread(parse_blocks(text, nlp), nlp, known, words))


@pytest.mark.parametrize(
    ("text", "name", "verb"),
    [
        ("Macron scraps Algeria talks", "Macron", "scraps"),
        ("Erdogan thanks Graustark for aid", "Erdogan", "thanks"),
        ("Sandu thanks Graustark for aid", "Sandu", "thanks"),
        ("WHO slams Ruritania", "WHO", "slams"),
    ],
)
def test_rare_names_are_names(text: str, name: str, verb: str, read: Read) -> None:
    (block,) = read(text)
    found = next(t for t in block if t.text == name)
    assert (found.tag_, found.dep_, found.head.text, found.lemma_) == ("NNP", "nsubj", verb, name)


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("WHO, Sudan sign deal on cholera vaccines", "sign", ["WHO", "Sudan"]),
        ("Norway, Chad eye fisheries pact", "eye", ["Norway", "Chad"]),
        ("Egypt, Sudan, Ethiopia trade barbs over dam", "trade", ["Egypt", "Sudan", "Ethiopia"]),
        ("Strelsau, Klausenburg to swap jailed spies Friday", "swap", ["Strelsau", "Klausenburg"]),
    ],
)
def test_a_comma_is_and(text: str, verb: str, subjects: list[str], read: Read) -> None:
    (block,) = read(text)
    found = next(t for t in block if t.text == verb)
    first = next(c for c in found.lefts if c.dep_ == "nsubj")
    assert (found.dep_, found.lemma_) == ("ROOT", verb)
    assert [t.text for t in (first, *first.conjuncts)] == subjects
    assert all(t.tag_ == "," for t in block if t.text == ",")


@pytest.mark.parametrize(
    "text",
    [
        "Erdogan thanked Graustark for its aid.",
        "In Zenda, miners march on the palace.",
        "Strelsau, the capital of Ruritania",
    ],
)
def test_other_sentences_stay(text: str, nlp: Language, read: Read) -> None:
    before, after = parse_blocks(text, nlp), read(text)
    assert [(t.tag_, t.dep_) for b in after for t in b] == [(t.tag_, t.dep_) for b in before for t in b]


def told(text: str, published: str, coder: Coder) -> list[tuple[str | None, list[str], list[str]]]:
    events = coder.code(Document(text=text, published=published)).events
    return [
        (e.type, [str(a.country or a.id) for a in e.actors], [str(a.country or a.id) for a in e.recipients])
        for e in events
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # who says what something is, by one quoted word
        ("Ruritania's decision 'disproportionate', says Sylvanian FM", ("ACCUSE", ["SYL"], ["RUR"])),
        ("Ruritania's claims 'absurd' - Graustark FM", ("ACCUSE", ["GRA"], ["RUR"])),
        ("Hentzau: Ruritania tariffs 'unacceptable'", ("ACCUSE", ["SYL"], ["RUR"])),
        # labels of who speaks
        ("Hentzau: Ruritania must free envoy", ("REQUEST", ["SYL"], ["RUR"])),
        # passives without "was"
        ("Sylvanian premier's plane denied Ruritanian airspace", ("COERCE", ["RUR"], ["SYL"])),
        ("Sylvania's envoy refused entry at Strelsau airport", ("COERCE", ["RUR"], ["SYL"])),
        ("Sylvania diplomat given week to leave Graustark", ("SANCTION", ["GRA"], ["SYL"])),
        ("Two Sylvanian diplomats told to leave Graustark", ("SANCTION", ["GRA"], ["SYL"])),
        ("Graustark aid to Sylvania frozen over raid", ("SANCTION", ["GRA"], ["SYL"])),
        ("Sylvanian envoy called in by Ruritania over raid", ("ACCUSE", ["RUR"], ["SYL"])),
        ("League draft on Sylvania vetoed by Ruritania", ("REJECT", ["RUR"], ["SYL"])),
        # who is first, what is bidden, what has no article
        ("Ruritania first to recognise Sylvania", ("SUPPORT", ["RUR"], ["SYL"])),
        ("Sylvania becomes first to recognise Graustark", ("SUPPORT", ["SYL"], ["GRA"])),
        ("Ruritania demands Sylvania let aid in", ("REQUEST", ["RUR"], ["SYL"])),
        ("Ruritania, Sylvania bury hatchet", ("AGREE", ["RUR", "SYL"], [])),
        # whose talks are called off
        ("Ruritania calls off Sylvania talks", ("REJECT", ["RUR", "SYL"], [])),
        ("Ruritania expels two Sylvanian defence attaches", ("SANCTION", ["RUR"], ["SYL"])),
    ],
)
def test_the_events_of_headlines(text: str, wanted: tuple[str, list[str], list[str]], coder: Coder) -> None:
    assert wanted in told(text, "2013-02-12", coder)


def test_a_headline_that_ends_with_its_speaker_does_not_fail(coder: Coder) -> None:
    text = "Iran to quit treaty if snapback is triggered: Araghchi"
    assert coder.code(Document(text=text, published="2025-03-18")).text == text


@pytest.mark.parametrize("name", ["Aliyev", "Prabowo", "Bukele", "Tinubu", "Anwar", "MBS"])
def test_leaders_by_the_name_alone(name: str, coder: Coder) -> None:
    ((kind, _, recipients),) = told(f"Chad slams {name}", "2025-10-25", coder)
    assert (kind, len(recipients)) == ("ACCUSE", 1)
