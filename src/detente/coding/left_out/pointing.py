"""A draft that lacks a side in, whether it is told as something that the reader knows out.

"Wednesday's signing has been cancelled", "the two men were freed", "the drill got under way": the clause is about it, and it
is pointed at. "A signing is planned" and "the minister regretted the strikes" are none.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.left_out.trade import are_firms
from detente.coding.sides.dealings.brokered import is_matter_at_home
from detente.coding.sides.looking.anaphora import points_back
from detente.coding.sides.looking.known_talks import are_two
from detente.coding.standing.status import Statuses
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

DOSSIER, PRONOUN = "dossier", "PRON"  # what a frame needs, a part of speech
POSSESSIVE, VERB, COMMON = "poss", "verb", ("NN", "NNS")
OPEN, OVER = "hypothetical", "occurred"  # statuses
TALKS, AID = "CONSULT", "AID"  # types


def points_at_known(draft: Draft, statuses: Statuses) -> bool:
    """Whether a reader of the last report would know which is meant; what is said is said anew each time."""
    firms = any(map(are_firms, (*draft.actors, *draft.recipients)))
    kind = statuses.lexicon.kinds[draft.kind]
    if kind.speech and not draft.reciprocal:  # but an agreement is kept to, or ended
        return False
    if draft.status == OPEN or firms or is_matter_at_home(draft.head, statuses):
        return False
    word, event = statuses.graph.doc[draft.head], statuses.graph.predicates[draft.head]
    if event.pos == VERB:
        if DOSSIER in draft.needs:  # "he will not go", "the rice has arrived"
            who = (word.doc[i] for i in event.heads("subject"))
            open_still = kind.type != TALKS or draft.status != OVER
            return open_still and any(t.pos_ == PRONOUN or _is_pointed_at(t, statuses) for t in who)
        if draft.reciprocal and not event.passive:
            return any(are_two(word.doc[i]) for i in event.heads("subject"))
        told = (
            event.passive and kind.type != TALKS
        )  # "the details were discussed": in which talks is not known
        about = (word.doc[i] for i in event.heads("object"))
        return told and any(t.tag_ in COMMON and _is_pointed_at(t, statuses) for t in about)
    told = event.carrier is not None or any(a.operator.status is not None for a in draft.applied)
    if word.dep_ in SUBJECTS:
        told = told or bool(draft.applied) or draft.status != OVER
    return told and _is_pointed_at(word, statuses)


def not_told_besides(pointing: Sequence[Draft], told: Sequence[Draft]) -> tuple[Draft, ...]:
    """Those of whose kind the text tells nothing else: of two drills one may be the other."""
    kinds = {draft.kind for draft in told}
    kept = {d.head: d for d in pointing if d.kind not in kinds}
    return tuple(kept[head] for head in sorted(kept))


def _is_pointed_at(noun: Token, statuses: Statuses) -> bool:
    """ "The drill", "both ministers", "their talks", "Sunday's reopening"; not "Sylvania's drill"."""
    owners = [c.i for c in noun.lefts if c.dep_ == POSSESSIVE]
    known = points_back(noun.i, noun.doc) or bool(owners)
    return known and not any(i in statuses.mentions.actors for i in owners)
