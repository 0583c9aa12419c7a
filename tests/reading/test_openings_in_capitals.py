"""The first words of an article that a paper sets in capitals are read as other words; short forms and datelines stay."""

import pytest

from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder
from detente.reading.openings import quiet_openings
from detente.reading.places import Placed, edited
from detente.records import Document

OPENINGS = [
    ("THE EUROPEAN UNION has cancelled its mission.", "The European Union has cancelled its mission."),
    ("RURITANIA EXPELLED TWO Sylvanian diplomats.", "Ruritania expelled two Sylvanian diplomats."),
    ("RURITANIA'S ENVOY left.", "Ruritania's envoy left."),
    ("“SYLVANIA is lost”", "“Sylvania is lost”"),
    ("It rained.\n\nPRESIDENT Hentzau left.", "It rained.\n\nPresident Hentzau left."),
    ("THE US AND SYLVANIA signed.", "The US and Sylvania signed."),
    ("NATO and US troops left.", "NATO and US troops left."),
    ("WHO officials left.", "WHO officials left."),
    ("STRELSAU, March 3 (RNA) -- The king left.", "STRELSAU, March 3 (RNA) -- The king left."),
    ("STRELSAU - The king left.", "STRELSAU - The king left."),
    ("Q: MR. HENTZAU: The king left.", "Q: MR. HENTZAU: The king left."),
    ("XQR rebels and IT firms left.", "XQR rebels and IT firms left."),
    ("RURITANIA SIGNS TRUCE", "RURITANIA SIGNS TRUCE"),
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(loaded=load_knowledge(None, invented=True))


@pytest.mark.parametrize(("loud", "plain"), OPENINGS)
def test_openings_in_capitals_are_other_words(loud: str, plain: str, coder: Coder) -> None:
    layers = coder.layers(Document(text="It rained."))
    edits = quiet_openings(loud, layers["headline words"], layers["actor tables"])
    assert edited(Placed(loud), edits).text == plain
