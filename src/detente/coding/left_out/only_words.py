"""A draft in, why it is no deed out: it is only thought of, not wanted, warned of, or written on a banner."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.foreseen import only_foreseen
from detente.coding.matching.lexicon import any_meets, family_of
from detente.coding.standing.composing import Applied
from detente.coding.standing.governing import ANY_VERB
from detente.coding.standing.status import Statuses
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token
from detente.records import Actor

THOUGHT = "it is only thought of, or has not happened, beside what its sentence says of others"
THINKABLE, UNTRUE = "hypothetical", "denied"
DENIAL = "REJECT"  # who denies an act is told with it
PLANNED = "planned"
FOLLOWED = ("visit", "meeting", "call")
OF_LACK = "it only warns of what comes without the help of who is named"
THREATS, HELP = ("threat", "warning", "threat of force"), ("aid", "humanitarian-aid", "economic-aid", "money")
ON_SIGN = "it stands only in the words on a sign, and is told by the protest"
SIGNS = "signs with words"
MARKS = frozenset({'"', "“", "‘", "'", "``", "«"})
UNWANTED = "a harm that its own side does not want to do"
HARMS = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "PROTEST", "ACCUSE"})
BREACHES = frozenset({"violation of agreement"})  # harm by the type of their kind a refusal
MEASURES = "measures"  # a group of kinds
SPOKEN_OF, DECLINED = "hypothetical", "declined"
UNSURE = "Uu"  # a certainty: of what is wanted, nobody says how likely it is


def only_thought_of(drafts: Sequence[Draft], statuses: Statuses, without: Collection[int]) -> dict[int, str]:
    """The reason by number; `without`: the numbers of drafts that are left out already."""
    if not any(draft.status in (THINKABLE, UNTRUE, PLANNED) for draft in drafts):
        return {}
    left = {n: draft for n, draft in enumerate(drafts) if n not in without}
    told = {_sentence(d, statuses) for d in left.values() if d.status not in (THINKABLE, UNTRUE)}
    denials = {_sentence(d, statuses) for d in left.values() if type_of(d, statuses) == DENIAL}
    real = {THINKABLE: told, UNTRUE: told - denials}
    return {
        n: THOUGHT
        for n, d in left.items()
        if (
            _sentence(d, statuses) in (told if _is_lacking(d) else real.get(d.status, ()))
            and _is_aside(d, statuses)
        )
    }


def _is_lacking(draft: Draft) -> bool:
    """ "void without a treaty": what is missing is no more than thought of."""
    return draft.status == UNTRUE and any(ANY_VERB in a.operator.verbs for a in draft.applied)


def _is_aside(draft: Draft, statuses: Statuses) -> bool:
    return family_of(draft.kind, statuses.lexicon) not in FOLLOWED


def _sentence(draft: Draft, statuses: Statuses) -> int:
    return statuses.graph.doc[draft.head].sent.start


def warns_of_lack(draft: Draft, statuses: Statuses) -> str | None:
    """ "Warned that its people would starve without aid from Sylvania"; the reason why it is left out, or None."""
    if draft.kind not in THREATS:
        return None
    graph, head = statuses.graph, statuses.graph.doc[draft.head]
    if head.lemma_.lower() not in graph.words["warning verbs"]:
        return None
    foreseen = only_foreseen(draft, head, statuses)
    if foreseen is not None:
        return foreseen
    gone = [t for t in head.sent if t.lower_ in graph.words["without"] and t.i > head.i]
    if not gone or not all(_stands_behind(r, gone) for r in draft.recipients):
        return None
    return OF_LACK if draft.recipients or _of_help(gone, statuses) else None


def _of_help(gone: list[Token], statuses: Statuses) -> bool:
    """ "Would close without help", and not "would strike without mercy"."""
    heads = [c.i for t in gone for c in t.children]
    return any_meets(HELP, heads, statuses.graph.doc, statuses.mentions, statuses.lexicon)


def _stands_behind(actor: Actor, gone: list[Token]) -> bool:
    ends = ((t.idx, t.right_edge.idx + len(t.right_edge)) for t in gone)
    return actor.span is not None and any(a <= actor.span.start and actor.span.end <= b for a, b in ends)


def on_sign(draft: Draft, statuses: Statuses) -> str | None:
    """The reason why the event is left out, or None."""
    token = statuses.graph.doc[draft.head]
    above = [t for t in token.ancestors if t.i < token.i]
    marks = [t.i for t in token.doc[min([t.i for t in above], default=token.i) : token.i] if t.text in MARKS]
    signs = statuses.graph.words[SIGNS]
    return ON_SIGN if marks and any(t.i <= marks[-1] and _is_sign(t, signs) for t in above) else None


def _is_sign(token: Token, signs: frozenset[str]) -> bool:
    """The sign itself, or the verb whose subject it is, or which follows it at once ("placards saying")."""
    own = [token, *(c for c in token.lefts if c.dep_ in SUBJECTS)]
    if token.tag_ == "VBG" and token.i > token.sent.start:
        own.append(token.doc[token.i - 1])
    return any(t.pos_ in ("NOUN", "PROPN") and t.lemma_.lower() in signs for t in own)


def with_plan_denied(draft: Draft, statuses: Statuses) -> Draft:
    """ "Has no plans to expel the envoy": that it would is denied; who only has no wish to says less."""
    if draft.kind not in statuses.lexicon.groups[MEASURES] or not is_unwanted(draft, statuses):
        return draft
    if all(a.operator.certainty == UNSURE for a in draft.applied if _wants_not(a, draft.head, statuses)):
        return draft
    return replace(draft, status="denied", certainty="CT")


def is_unwanted(draft: Draft, statuses: Statuses) -> bool:
    """ "Does not want to attack", "does not plan to", "has no wish to expel the envoy"."""
    if draft.status not in (SPOKEN_OF, DECLINED):
        return False
    if type_of(draft, statuses) not in HARMS and draft.kind not in BREACHES:
        return False
    return any(_wants_not(a, draft.head, statuses) for a in draft.applied)


def _wants_not(applied: Applied, head: int, statuses: Statuses) -> bool:
    operator = applied.operator
    if operator.makes is not None:
        return False
    if operator.negated == DECLINED and operator.status == DECLINED:  # "no wish to"
        return True
    wanting = statuses.graph.predicates.get(applied.head)
    wanted = operator.status == PLANNED or (operator.status == SPOKEN_OF and operator.certainty == UNSURE)
    if wanting is None or not wanted or not wanting.negated:
        return False
    return wanting.heads("subject") == statuses.graph.predicates[head].heads("subject")
