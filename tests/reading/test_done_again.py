"""What is done on a second day, or by a second side to so many, is no part of the first day or of the first object."""

import pytest

from detente.checking import example_coder
from detente.pipeline import Coder
from detente.records import Document

CASES = [
    ("Ruritania's king visits Klausenburg on Friday and Edelweiss on Saturday.", "RUR -> SYL,GRA"),
    ("Ruritania's king will travel to Klausenburg on Tuesday and Edelweiss on Wednesday.", "RUR -> SYL,GRA"),
    ("Ruritanian police arrested two Sylvanians on Monday and a Graustarkian on Tuesday.", "RUR -> SYL,GRA"),
    ("Ruritania expelled twelve Sylvanian envoys on Monday and Graustark 9.", "GRA,RUR -> SYL"),
    ("Ruritania sent home 40 Sylvanian diplomats and Graustark 35.", "GRA,RUR -> SYL"),
    ("Ruritania told twelve Sylvanian diplomats to go on Monday and Graustark 33.", "GRA,RUR -> SYL"),
]
ALONE = [
    ("Ruritanian jets bombed Klausenburg on Friday and Graustark protested on Saturday.", "RUR -> SYL"),
    ("Ruritania's king visits Klausenburg on Friday and Saturday.", "RUR -> SYL"),
    ("Ruritania gave Sylvania 20 trucks on Monday and Graustark 10.", "RUR -> SYL"),
    (
        "Ruritania expelled twelve Sylvanian envoys in March and Graustark 9 million Sylvanian hens.",
        "RUR -> SYL",
    ),
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return example_coder()


@pytest.mark.parametrize(("sentence", "sides"), CASES + ALONE)
def test_sides_of_the_first_event(sentence: str, sides: str, coder: Coder) -> None:
    first = coder.code(Document(text=sentence, published="2013-02-12")).events[0]
    who, whom = sorted(str(a.country) for a in first.actors), [str(a.country) for a in first.recipients]
    assert f"{','.join(who)} -> {','.join(whom)}" == sides
