"""An act in, whether it is only what somebody is honoured for, or happens in a work of art, out."""

from __future__ import annotations

from detente.coding.sides.looking.anaphora import is_definite
from detente.coding.standing.status import Statuses

HONOURED, BEHIND = ("object", "to"), ("acl", "relcl")


def is_of_honoured(head: int, statuses: Statuses, honouring: frozenset[str]) -> bool:
    """ "Honours the villagers who were driven out by the Sylvanian army": what they are honoured for is past."""
    token, predicates = statuses.graph.doc[head], statuses.graph.predicates
    if token.dep_ not in ("relcl", "acl"):
        return False
    governors = statuses.graph.governors.get(token.head.i, ())
    above = (predicates[g.head] for g in governors if g.name in HONOURED and g.head != head)
    return any(verb.lemma in honouring for verb in above)


def is_in_work(head: int, statuses: Statuses, works: frozenset[str]) -> bool:
    """ "In the film, soldiers burn a village"; "in a film shown on Monday the rebels threatened" may be news. "The opera,
    set during the siege of Zenda": when it plays."""
    doc, setting = statuses.graph.doc, statuses.graph.words["verbs of setting a play"]
    said = (t for t in doc[head].ancestors if t.tag_ == "VBN" and t.dep_ in BEHIND)
    if any(t.lemma_ in setting and t.head.lemma_.lower() in works for t in said):
        return True
    return any(
        doc[h].lemma_.lower() in works and is_definite(h, doc)
        for h in statuses.graph.predicates[head].heads("in")
    )
