"""A draft in, whether it is an attack for which men are only sent somewhere out: "sent troops to Sylvania to fight rebels".

That they went is what happened; a drone that is "sent to attack a convoy" is only what the attack is made with.
"""

from __future__ import annotations

from detente.coding.draft import Draft
from detente.coding.left_out.kept import ATTACK, Kept, type_of
from detente.coding.lexicon import classes_of
from detente.coding.status import Statuses

TROOPS, CRAFT = frozenset({"troops", "police-force"}), frozenset({"warplane", "warship", "drone"})  # classes
SENT, AIM, GOAL = "object", "purpose", ("to", "into", "near", "along", "across", "on")


def is_what_men_are_sent_for(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """Whether it is the attack for which they are sent."""
    above = statuses.graph.governors.get(draft.head, ())
    sent = any(g.name == AIM and sends_men(g.head, statuses) for g in above)
    return sent and type_of(draft, statuses) == ATTACK


def sends_men(head: int, statuses: Statuses) -> bool:
    """Whether the verb there sends men and says where."""
    graph = statuses.graph
    verb = graph.predicates.get(head)
    if verb is None or verb.pos != "verb" or not verb.heads(*GOAL):
        return False
    sent = [classes_of(graph.doc, h, statuses.lexicon) for h in verb.heads(SENT)]
    return any(TROOPS & classes and not CRAFT & classes for classes in sent)
