"""Whom a letter or call goes to is whom it asks, whatever else bears on the asking."""

from msgspec.structs import replace

from detente.coding.sides.words.asked import with_whom_it_wrote_to
from detente.coding.standing.composing import Applied
from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder
from detente.records import Document

TEXT = "In a worried message to Sylvania, Ruritania demanded an apology."


def test_a_word_that_is_no_predicate_may_bear_on_it() -> None:
    layers = Coder(loaded=load_knowledge(invented=True)).layers(Document(text=TEXT))
    statuses = layers["statuses"]
    demand = next(draft for draft in layers["told"].drafts if draft.kind == "demand")
    worried = next(token.i for token in layers["doc"] if token.text == "worried")
    assert worried not in statuses.graph.predicates
    operator = next(iter(statuses.lexicon.modifiers.values()))
    over = Applied(operator=operator, head=worried, base="occurred", status="occurred")
    asked = with_whom_it_wrote_to(replace(demand, recipients=(), applied=(over,)), statuses)
    assert [one.country for one in asked.recipients] == ["SYL"]
