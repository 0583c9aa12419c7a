"""Whose a text is in which somebody speaks himself: by its outlet, its heading, its signature."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.checking import example_coder
from detente.pipeline import Coder
from detente.records import Document

TABLES = Path(__file__).parent / "tables"
DAY = "2013-02-12"


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(knowledge=TABLES)


@pytest.mark.parametrize(
    ("outlet", "home"),
    [
        ("Ministry of Defence of Ruritania", "RUR"),
        ("Government of Sylvania", "SYL"),
        ("Embassy of Ruritania in Sylvania", "RUR"),
        ("Prime Minister's Office, Graustark", "GRA"),
        ("The Rose Palace", "SYL"),
        ("Milos Hentzau", "SYL"),
        ("Danubian League", "IGO:DanubianLeague"),
        ("Strelsau Gazette", None),
        ("News of Ruritania", None),
        ("Ministry of Defence", None),
        ("Pavel Dragov", None),  # no longer in office
        ("KCNA", "PRK"),
        ("Reuters", None),
        (None, None),
    ],
)
def test_an_outlet_that_is_no_paper_speaks_for_its_state(
    outlet: str | None, home: str | None, coder: Coder
) -> None:
    found = coder.layers(Document(text="It was dark.", outlet=outlet, published=DAY))["home"]
    assert ((found and not found.paper and (found.actor.country or found.actor.id)) or None) == home


@pytest.mark.parametrize(
    ("outlet", "text", "side"),
    [
        ("Nairobi Gazette", "President Otto Horn will visit Germany on Monday.", "KEN"),
        ("Kenya Today", "The president will visit Germany on Monday.", "KEN"),
        ("Nairobi Gazette", "President Otto Horn will visit Kenya on Monday.", None),
        ("Nairobi Gazette", "Mali will close the dam, President Otto Horn said.", "MLI"),
        ("Reuters", "President Otto Horn will visit Germany on Monday.", None),
    ],
)
def test_a_paper_leaves_out_whose_president_it_means_at_home(
    outlet: str, text: str, side: str | None
) -> None:
    layers = example_coder().layers(Document(text=text, outlet=outlet, published=DAY))
    found = [m.actor.country for m in layers["mentions"].actors.values() if m.kind == "person"]
    assert set(found) == {side}


SPOKEN = [
    ("Statement by the Prime Ministers of Ruritania and Sylvania\n\n", "We", "", ["RUR", "SYL"]),
    ("Remarks by President Milos Hentzau on the flood\n\n", "I", "", ["SYL"]),
    ("Open letter to President Milos Hentzau\n\n", "I", "", []),
    ("The Danubian League leaders' statement\n\n", "We", "", ["IGO:DanubianLeague"]),
    ("We, the ministers of Ruritania and Graustark, met. ", "We", "", ["RUR", "GRA"]),
    ("It was dark. ", "I", "\n\n— Milos Hentzau, President of Sylvania", ["SYL"]),
    ("It was dark. ", "I", "\n\nMilos Hentzau, President of Sylvania", ["SYL"]),
    ("Milos Hentzau of Sylvania met nobody. ", "I", "", []),
]


@pytest.mark.parametrize(("opening", "word", "ending", "who"), SPOKEN)
def test_who_speaks_is_told_by_heading_signature_or_himself(
    opening: str, word: str, ending: str, who: list[str], coder: Coder
) -> None:
    text = f"{opening}{word} condemn the raid.{ending}"
    layers = coder.layers(Document(text=text, published=DAY))
    at = next(t.i for t in layers["doc"] if t.text == "condemn") - 1
    mention = layers["mentions"].actors.get(at)
    actors = (mention.several or (mention.actor,)) if mention is not None else ()
    assert [a.country or a.id for a in actors] == who


PAGE = "Ministry of Foreign Affairs of Ruritania"
OWN = [
    (PAGE, "The Minister receives the Foreign Minister of Sylvania. The Minister leaves.", 2, "RUR"),
    (PAGE, "The Foreign Minister of Sylvania came. The Minister thanked us.", 2, "SYL"),
    (PAGE, "This Office regrets the delay. The Office works.", 2, "RUR"),
    (PAGE, "The Ministry summoned the Sylvanian ambassador.", 1, "RUR"),
    (PAGE, "A ministry in Sylvania burnt. A ministry is a house.", 2, "SYL"),
    ("Strelsau Gazette", "This Office regrets the delay. The Office works.", 2, None),
]


@pytest.mark.parametrize(("outlet", "text", "nth", "who"), OWN)
def test_a_bare_title_on_an_own_page_is_its_own(
    outlet: str, text: str, nth: int, who: str | None, coder: Coder
) -> None:
    layers = coder.layers(Document(text=text, outlet=outlet, published=DAY))
    words = [t.i for t in layers["doc"] if t.text.lower() in ("minister", "ministry", "office")]
    at = words[-1] if nth > 1 else words[0]
    mention = layers["mentions"].actors.get(at)
    assert (mention and mention.actor.country) == who


TURNS = (
    "QUESTION: Do we help Sylvania?\n\nMR SAPTER: We have sent tents to Sylvania.\n\nQUESTION: Are we sure?"
)


def test_answers_of_unknown_speakers_are_those_of_the_page_and_questions_are_not(coder: Coder) -> None:
    layers = coder.layers(Document(text=TURNS, outlet=PAGE, published=DAY))
    words = [t.i for t in layers["doc"] if t.lower_ == "we"]
    found = (layers["mentions"].actors.get(i) for i in words)
    assert [m and m.actor.country for m in found] == [None, "RUR", None]


def test_a_mine_in_the_ground_is_nobodys_own(coder: Coder) -> None:
    layers = coder.layers(Document(text="Men died in a gold mine.", outlet=PAGE, published=DAY))
    assert layers["mentions"].actors == {}
