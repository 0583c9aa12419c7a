"""A draft in, whether it is only the wording of a text, bill, pact or ban that another event passes, refuses or ends out."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.kept import AGREED, Kept, is_quarrel
from detente.coding.left_out.terms_of_agreement import CLAUSES
from detente.coding.standing.status import Statuses
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

ON_WHAT, IN_WHAT, OF_WHAT = "on", "in", ("to", "of", "in")
PASSIVE, PROPOSED, OBJECTS = "VBN", "REQUEST", ("dobj", "nsubjpass")


def of_refused_text(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "vetoed a text demanding that Sylvania withdraw": what the text would have said has not been said."""
    token = statuses.graph.doc[draft.head]
    own = _has_own_subject(token) or token.head.dep_ == "nsubj"  # "Ruritania, urged to let them in, refused"
    worded = is_quarrel(draft, statuses) or (token.dep_ == "acl" and token.tag_ == "VBG")
    said = token.dep_ in ("acl", "relcl") and worded and not own
    above = token.head.head
    unsaid = kept.refusing | (kept.agreed & kept.unreal)  # "fails to pass a text calling on it to leave"
    return said and (above.i in unsaid or (above.dep_ == "prep" and above.head.i in kept.refusing))


def of_text_that_says(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Passed a resolution condemning the raid", "a motion that bans its ships": so it says, and nobody is backed."""
    if type_of(draft, statuses) not in AGREED or draft.head in kept.quarrels | kept.unreal:
        return False
    texts = statuses.graph.predicates[draft.head].heads("object", "for", "on", "to")
    clauses = [c for text in texts for c in statuses.graph.doc[text].rights if c.dep_ in CLAUSES]
    said = [c for clause in clauses for c in clause.rights if c.dep_ == "ccomp"]  # "stating that it rejects"
    clauses = [c for c in clauses if c.tag_ != PASSIVE]  # "a plan outlined by Sylvania": who drew it up
    clauses += [c for clause in clauses for c in clause.conjuncts if c.i > clause.i]
    own = kept.quarrels | (kept.curbs if draft.head in kept.backing else frozenset())
    return any(c.i in own and not _has_own_subject(c) for c in (*clauses, *said))


def asks_for_act(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Files a motion to impeach the king": the impeachment is told, and no petition beside it."""
    graph = statuses.graph
    if type_of(draft, statuses) != PROPOSED or draft.made:
        return False
    asked = (graph.predicates.get(head) for head in graph.predicates[draft.head].heads("object"))
    acts = {h for noun in asked if noun is not None and noun.pos == "noun" for h in noun.heads("clause")}
    return bool(acts & kept.done & kept.accusing)


def is_what_it_speaks_of(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Backed the plan outlined by Sylvania": by whom it was drawn up says which plan, and is told by the backing."""
    token = statuses.graph.doc[draft.head]
    drawn_up = token.dep_ == "acl" and token.tag_ == PASSIVE and type_of(draft, statuses) == PROPOSED
    above = token.head.head
    return drawn_up and token.head.dep_ in OBJECTS and above.i in kept.agreed | kept.refusing


def is_ended(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "announced an end to its blockade", "a halt to air strikes", "lifted a ban on sending arms": what is ended, and
    what may be done again, is in the end of it."""
    token = statuses.graph.doc[draft.head]
    preposition, over = token.head, token.head.head
    if token.dep_ in ("pcomp", "pobj") and preposition.lower_ == ON_WHAT:
        return over.i in kept.eased or (over.dep_ == "dobj" and over.head.i in kept.eased)
    if preposition.lower_ == IN_WHAT and over.pos_ != "NOUN":
        return False  # "freed nine in exchange for ten"; but "a pause in the fighting"
    return preposition.lower_ in OF_WHAT and preposition.dep_ == "prep" and over.i in kept.eased


def _has_own_subject(clause: Token) -> bool:
    """ "a pact that Sylvania calls a threat": not the pact does."""
    return clause.dep_ in CLAUSES and any(
        c.dep_ in SUBJECTS and c.tag_ not in ("WDT", "WP") for c in clause.lefts
    )


def is_what_curb_does(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "The blockade stopping aid": what it does is the blockade."""
    clauses = (t for t in (statuses.graph.doc[draft.head], *statuses.graph.doc[draft.head].ancestors))
    inside = next((t for t in clauses if t.dep_ == "acl" and t.tag_ == "VBG"), None)
    return inside is not None and inside.head.i in kept.curbs and draft.head > inside.head.i


def is_condition(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "warns of sanctions unless it backs a truce": what would have to be done first, and by nobody is said to be."""
    graph = statuses.graph
    return draft.status == "hypothetical" and any(
        (predicate := graph.predicates.get(head)) is not None
        and predicate.conditional
        and any(above.i in kept.quarrels for above in graph.doc[head].ancestors)
        for head in draft.path
    )
