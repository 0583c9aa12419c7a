"""A draft without its other side in, whether what its own clause says keeps others in the sentence from being it out."""

from __future__ import annotations

from detente.coding.draft import Draft
from detente.coding.status import Statuses
from detente.records import Actor

SPOKEN_TO = ("object", "indirect")
ASKED, VERB = ("purpose", "clause", "for"), "verb"
PERSON, STATE, HIM = "person", "state", "PRP"
ASKING = "REQUEST"
FRIENDLY = frozenset({"AGREE", ASKING, "SUPPORT"})
UNREAL = "hypothetical"
ATTACKS, BACKS = "ASSAULT", "SUPPORT"


def speaks_to_its_own(draft: Draft, statuses: Statuses) -> bool:
    """ "The senator invited the governor on a trip to Sylvania": whom the words are for is of the same state, or
    only "him"; so is who should act in "pressed for the state to bomb Sylvania"."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    if kind is None or kind.type not in FRIENDLY:
        return False
    own = {a.country for a in draft.actors if a.country}
    known, predicates = statuses.mentions.actors, statuses.graph.predicates
    heads = predicates[draft.head].heads(*SPOKEN_TO)
    unnamed = any(h not in known and statuses.graph.doc[h].tag_ == HIM for h in heads)
    named = [known[h] for h in heads if h in known and known[h].kind == PERSON]
    if kind.type == ASKING and draft.made:
        clauses = [predicates[h] for h in predicates[draft.head].heads(*ASKED) if h in predicates]
        doers = [h for c in clauses if c.pos == VERB and not c.passive for h in c.heads("subject")]
        named += [
            known[h] for h in doers if h in known and known[h].kind == STATE and not known[h].actor.inferred
        ]
    return unnamed or any(m.actor.country in own for m in named)


def is_about_another_thing(draft: Draft, other: Actor, statuses: Statuses) -> bool:
    """ "defended the tax, calling it a gift to Sylvania": who is not named with what is backed is not backed.

    Nor is it known whom an attack would hit that is only thought of.
    """
    kind = statuses.lexicon.kinds.get(draft.kind)
    if kind is None or other.span is None:
        return False
    if kind.type == ATTACKS:
        return draft.status == UNREAL
    if kind.type != BACKS:
        return False
    doc = statuses.graph.doc
    heads = [h for h in statuses.graph.predicates[draft.head].heads("object") if doc[h].pos_ == "NOUN"]
    edges = [(doc[h].left_edge, doc[h].right_edge) for h in heads]
    return bool(edges) and not any(a.idx <= other.span.start <= z.idx + len(z.text) for a, z in edges)
