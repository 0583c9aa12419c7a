"""Who is named at the end of a passive clause, behind an inner word that has its doer already."""

import pytest
from spacy.language import Language

from detente.reading.repairs.agents.outer_agents import repair_outer_agents
from detente.reading.syntax import parse

ACTS = frozenset({"detention", "attack", "killing"})
CASES = [
    ("Chile was criticised for its detention of journalists by Kenya.", "criticised"),
    ("Chile was berated over its treatment of migrants by Kenyan officials.", "berated"),
    ("Chile was chided for dragging its feet on reform by Kenya on Monday.", "chided"),
    ("Two Chilean bankers were put on trial for spying by Kenya.", "put"),
    ("Chile was criticised for its detention of journalists by the Kenyan government.", "criticised"),
    ("Chile was taken to task over its handling of migrants by the authorities in Nairobi.", "taken"),
    ("Chile was condemned for attacks by Kenyan rebels.", "attacks"),
    ("Chile was condemned for the detention of journalists by Kenya.", "detention"),
    ("Chile was accused by Norway of its failure to stop raids led by Kenya.", "led"),
    ("Chile was chided for not closing its camps by Monday.", "closing"),
    ("Villagers were told to leave by Kenyan soldiers.", "told"),
    ("Chile was asked to withdraw its troops by Kenya.", "asked"),
    ("Chile was asked to be represented by Kenya.", "represented"),
    ("Chile hopes to be visited by the Kenyan president.", "visited"),
]


@pytest.mark.parametrize(("sentence", "head"), CASES)
def test_whose_doer_it_is(sentence: str, head: str, nlp: Language) -> None:
    doc = repair_outer_agents(parse(sentence, nlp), ACTS, {"monday"})
    marks = [token for token in doc.having(dep_={"prep", "agent"}) if token.lower_ == "by"]
    assert marks[-1].head.text == head
