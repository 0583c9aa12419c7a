"""Who brushes a threat aside is threatened, whatever else bears on the threat."""

from msgspec.structs import replace

from detente.coding.sides.words.turned_down import with_who_rejects
from detente.coding.standing.composing import Applied
from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder
from detente.records import Document

TEXT = "Ruritania brushed aside Sylvania's worried threats to seize the dam."


def test_a_word_that_is_no_predicate_may_bear_on_it() -> None:
    layers = Coder(loaded=load_knowledge(invented=True)).layers(Document(text=TEXT))
    statuses, drafts = layers["statuses"], layers["told"].drafts
    threat = next(draft for draft in drafts if draft.kind.startswith("threat"))
    worried = next(token.i for token in layers["doc"] if token.text == "worried")
    assert worried not in statuses.graph.predicates
    operator = next(iter(statuses.lexicon.modifiers.values()))
    over = Applied(operator=operator, head=worried, base="occurred", status="occurred")
    bare = replace(threat, recipients=(), applied=(*threat.applied, over))
    assert [one.country for one in with_who_rejects(bare, drafts, statuses).recipients] == ["RUR"]
