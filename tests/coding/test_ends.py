"""A text may end anywhere: what a rule looks at behind a name need not be there."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder
from detente.records import Document

ITEMS = Path(__file__).parent / "items" / "changed-1.txt"


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(loaded=load_knowledge(None, invented=True))


def sentences() -> list[list[str]]:
    lines = ITEMS.read_text(encoding="utf-8").splitlines()
    return [line.split(" ")[1:] for line in lines if line[:1] not in "+?#"]


@pytest.mark.parametrize(
    "text",
    [
        "Nine sailors fled their captors in Sylvania",
        "Captors of Sylvania",
        "Otto Horn, who heads the Sylvanian",
        "Ruritel faces demands from musicians that it",
        "A court freed Otto Horn, and hardliners in Sylvania blockade roads in fury",
        "starting June stock exchanges German the including report afterwards.",  # a verb that ends the text
        "of the Armed Forces make The they seized control.",  # "of" hangs on nothing
    ],
)
def test_what_a_rule_looks_at_ends_the_text(text: str, coder: Coder) -> None:
    assert coder.code(Document(text=text)).text == text


@given(data=st.data())
def test_a_text_that_breaks_off(data: st.DataObject, coder: Coder) -> None:
    words = data.draw(st.sampled_from(sentences()))
    text = " ".join(words[: data.draw(st.integers(1, len(words)))]).rstrip(".,")
    assert coder.code(Document(text=text)).text == text
