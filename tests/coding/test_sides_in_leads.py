"""Sides of the events of a lead that tells much in one breath: second days and sides, parts of a crowd, who leads it."""

import pytest

from detente.checking import example_coder
from detente.pipeline import Coder
from detente.records import Document, Event

SECOND = [  # what is done on a second day, or by a second side to so many, is no part of the first
    ("Ruritania's king visits Klausenburg on Friday and Edelweiss on Saturday.", "RUR -> SYL,GRA"),
    ("Ruritania's king will travel to Klausenburg on Tuesday and Edelweiss on Wednesday.", "RUR -> SYL,GRA"),
    ("Ruritanian police arrested two Sylvanians on Monday and a Graustarkian on Tuesday.", "RUR -> SYL,GRA"),
    ("Ruritania expelled twelve Sylvanian envoys on Monday and Graustark 9.", "GRA,RUR -> SYL"),
    ("Ruritania sent home 40 Sylvanian diplomats and Graustark 35.", "GRA,RUR -> SYL"),
    ("Ruritania told twelve Sylvanian diplomats to go on Monday and Graustark 33.", "GRA,RUR -> SYL"),
]
FIRST = [
    ("Ruritanian jets bombed Klausenburg on Friday and Graustark protested on Saturday.", "RUR -> SYL"),
    ("Ruritania's king visits Klausenburg on Friday and Saturday.", "RUR -> SYL"),
    ("Ruritania gave Sylvania 20 trucks on Monday and Graustark 10.", "RUR -> SYL"),
    (
        "Ruritania expelled twelve Sylvanian envoys in March and Graustark 9 million Sylvanian hens.",
        "RUR -> SYL",
    ),
]
CROWDS = [  # who some of them are, and who leads those of whom no state is known
    (
        "Ruritania's deportation of 400 migrants, most of them Sylvanians and Graustarkians, drew criticism.",
        "RUR -> SYL,GRA",
    ),
    ("Ruritania deported 400 African migrants, most of them Sylvanians and Graustarkians.", "RUR -> SYL,GRA"),
    (
        "The killing of nine workers, seven of them Sylvanians, by Ruritanian soldiers caused anger.",
        "RUR -> SYL",
    ),
    ("Nine workers, all of them Sylvanians, were arrested by Ruritania.", "RUR -> SYL"),
    ("West African leaders led by Graustark's king visited Klausenburg.", "GRA,None -> SYL"),
    ("An African Union team visited Klausenburg.", "None -> SYL"),
]
HOW = [  # how somebody comes, how many are left out, by what something is said
    ("The Ruritanian premier arrived unannounced in Klausenburg on Monday.", "RUR -> SYL"),
    ("Ruritania shut all but one of its crossings with Sylvania.", "RUR -> SYL"),
    ("Ruritania's king used a phone call to ask Sylvania for calm.", "RUR -> SYL"),
    ("Ruritania's king used his call with a foreign leader to condemn Sylvania.", "RUR -> SYL"),
    ("Ruritania flew 260 of its citizens out of Sylvania, where officers toppled the king.", "RUR -> RUR"),
    ("Heavy fighting between rival gangs in Klausenburg left eighteen dead over the weekend.", "SYL -> "),
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return example_coder()


def shown(event: Event) -> str:
    who, whom = sorted(str(a.country) for a in event.actors), [str(a.country) for a in event.recipients]
    return f"{','.join(who)} -> {','.join(whom)}"


@pytest.mark.parametrize(("sentence", "sides"), SECOND + FIRST + CROWDS + HOW)
def test_sides_of_the_first_event(sentence: str, sides: str, coder: Coder) -> None:
    first = coder.code(Document(text=sentence, published="2013-02-12")).events[0]
    assert shown(first) == sides
    assert first.status != "cancelled"


HELD = [  # who is kept out or shut off over a deed is told to have done it
    "Ruritania closed its airspace to Sylvanian planes over the downing of a Ruritanian drone.",
    "Ruritania banned Sylvanian trucks over the killing of two Ruritanian customs men.",
    "Ruritania imposed sanctions on Sylvania over the jailing of a Ruritanian journalist.",
]


@pytest.mark.parametrize("sentence", HELD)
def test_who_is_held_to_account(sentence: str, coder: Coder) -> None:
    deed = coder.code(Document(text=sentence, published="2013-02-12")).events[1]
    assert shown(deed) == "SYL -> RUR"


def test_nobody_is_held_to_account_for_a_ban_at_home(coder: Coder) -> None:
    text = "Ruritania banned protests over the killing of two students."
    events = coder.code(Document(text=text, published="2013-02-12")).events
    assert [shown(event) for event in events if event.kind == "killing" and event.actors] == []
