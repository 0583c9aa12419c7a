"""What later sentences do to what was told before: by and to those of whom that was told."""

import pytest

from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder
from detente.records import Actor, Document

BAN = "Sylvania banned Graustark's fish in May."
PLEA = "Ruritania asked Sylvania for tents."
FIGHT = "Ruritanian and Sylvanian troops exchanged fire on Monday."
SHELLING = "Sylvania shelled a Ruritanian post on Monday."
CASES = [
    (f"{BAN} The ban was lifted on Monday.", ["CONCEDE SYL -> GRA"]),
    (f"{BAN} The ban will be lifted on Monday.", ["CONCEDE SYL -> GRA"]),
    (f"{BAN} Sylvania extended the ban on Monday.", ["SANCTION SYL -> GRA"]),
    (f"{BAN} The ban was discussed on Monday.", []),
    (f"{BAN} The ban on smoking was lifted on Monday.", []),
    (f"{PLEA} The request was granted.", ["AGREE SYL -> RUR"]),
    (f"{PLEA} The request was turned down.", ["REJECT SYL -> RUR"]),
    ("A clinic asked donors for blood. The request was turned down.", []),
    (f"{FIGHT} Two Sylvanians were killed.", ["ASSAULT RUR -> SYL"]),
    (f"{FIGHT} Two Graustarkians were injured in a bus crash.", []),
    (f"{SHELLING} Ruritania hit back within the hour.", ["ASSAULT RUR -> SYL"]),
    (f"{SHELLING} Ruritania did not hit back.", []),
    ("Sylvania accused Ruritania of theft. Ruritania hit back within the hour.", ["ACCUSE RUR -> SYL"]),
    ("Sylvania broke off relations with Ruritania. The ambassador was sent home.", ["SANCTION SYL -> RUR"]),
    ("Sylvania's ambassador criticised Ruritania. The ambassador was sent home.", ["SANCTION RUR -> SYL"]),
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(loaded=load_knowledge(invented=True))


def _named(actors: tuple[Actor, ...]) -> str:
    return ", ".join(a.country or a.name for a in actors)


@pytest.mark.parametrize(("text", "told"), CASES)
def test_what_is_told_later_is_of_those_told_before(text: str, told: list[str], coder: Coder) -> None:
    events = coder.code(Document(text=text, published="2013-02-12")).events
    later = [e for e in events if e.sentence.start > 0]
    assert [f"{e.type} {_named(e.actors)} -> {_named(e.recipients)}" for e in later] == told
