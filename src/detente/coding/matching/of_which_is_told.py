"""The matches of a text in, without words that may mean much else where no clause is about them, out.

"The exercise is over, the army said" may be of its own; "a withdrawal welcomed by all" tells of another's. "The conference
has been put off", "agreed to put off this year's exercise" may be of states; "the minister spoke at a conference" says
nothing of it.
"""

from __future__ import annotations

from collections.abc import Mapping

from detente.coding.matching.frames import Match
from detente.coding.standing.status import Statuses
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

TELLER, KNOWN, DOSSIER = "teller", "known", "dossier"  # what a frame needs
VERB = "VERB"
OBJECT, OBJECT_OF, POSTPONED, CANCELLED = "object", "dobj", "postponed", "cancelled"
OF_WHICH = ("of", "for")  # "the cancellation of the conference"
ANOTHER = frozenset({"a", "an", "another"})


def of_which_is_told(matches: Mapping[int, Match], context: Statuses) -> Mapping[int, Match]:
    """Those that only an army's word gives a side to are kept where they are the subject, or are put off; a known thing
    where it is no new one besides."""
    return {h: m for h, m in matches.items() if _is_told(context.graph.doc[h], m.frame.needs, context)}


def _is_told(noun: Token, needs: tuple[str, ...], context: Statuses) -> bool:
    if not {TELLER, KNOWN, DOSSIER} & set(needs) or noun.pos_ == VERB:
        return True
    new = TELLER not in needs and any(c.lower_ in ANOTHER for c in noun.lefts)
    whole = noun.head.head if KNOWN in needs and noun.head.lower_ in OF_WHICH else noun
    return (whole.dep_ in SUBJECTS or _is_put_off(whole, context)) and not new


def _is_put_off(noun: Token, context: Statuses) -> bool:
    """ "Agreed to put off this year's exercise", "has called off Friday's signing": who does so knows of it."""
    if noun.dep_ != OBJECT_OF or noun.head.i > noun.i or any(c.lower_ in ANOTHER for c in noun.lefts):
        return False
    off = context.operator_at(noun.head.i, OBJECT)
    return off is not None and off.status in (POSTPONED, CANCELLED)
