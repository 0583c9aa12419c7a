"""A draft in, whether it is no more than what somebody is blamed, arrested or punished for, or who was hit, out.

"Arrested for plotting to incite unrest", "accuses it of crimes, including killing prisoners", "killed three soldiers
patrolling a road": the arrest, the accusation and the killing are told, and not the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from detente.coding.actors.pointing.binding import answered
from detente.coding.drafting.draft import Draft
from detente.coding.left_out.kept import Kept, Sides, sides_of
from detente.coding.standing.status import Statuses
from detente.reading.shapes import SUBJECTS, is_pointed_at
from detente.reading.tokens import Token

OFFENCES = ("for", "of", "over", "on", "including")
OF = "of"  # what somebody is accused of
THAT = "WDT"
OBJECTS = ("dobj", "nsubjpass")
AHEAD = ("planned", "hypothetical", "proposed")
ANYBODY = frozenset({"CVL", "BUS", "MED", "EDU"})

BREACH, CRIME = "violation of agreement", "massacre"  # kinds
QUARRELS, BACKING = ("ACCUSE", "REJECT"), ("AID", "SUPPORT")


def is_part_of_charge(draft: Draft, accused: Mapping[int, Sides], statuses: Statuses) -> bool:
    """ "Accused it of killing forty in a raid on Zenda", "of an operation that killed forty": so it is alleged, by those who
    are accused or by nobody."""
    token = statuses.graph.doc[draft.head]
    if not draft.actors and is_pointed_at(token, statuses.graph.words):
        return False  # "of being behind the coup against it": there was one
    while token.dep_ not in ("ROOT", "advcl", "conj") and not _has_doer(token):
        above = token.head
        charge = above.i in accused and above.i != draft.head and above.pos_ == "VERB"
        alleged = OF in (token.lower_, above.head.lower_ if above.dep_ == "pcomp" else "")
        if charge and alleged:
            return sides_of(draft) <= accused[above.i] | {None}
        token = above
    return False


def _has_doer(clause: Token) -> bool:
    """ "After it shelled Zenda", "rebels who shelled it" is told for itself, and "that killed forty" is not."""
    return any(c.dep_ in SUBJECTS and c.tag_ != THAT for c in clause.lefts)


def is_alleged_plan(draft: Draft, punishing: Collection[int], statuses: Statuses) -> bool:
    """ "Arrested for plotting to incite unrest": it has not come, and is no more than the reason."""
    return draft.status in AHEAD and offended(draft, punishing, statuses) is not None


def is_of_accuser(draft: Draft, accusers: Mapping[int, Sides], statuses: Statuses) -> bool:
    """ "Accuses it of crimes, including killing prisoners": who accuses has not done it."""
    head = offended(draft, accusers, statuses)
    return head is not None and bool(draft.actors) and sides_of(draft) <= accusers[head]


def is_of_victims(draft: Draft, attacks: Collection[int], statuses: Statuses) -> bool:
    """ "Killed three soldiers patrolling a road": only who was hit."""
    token = statuses.graph.doc[draft.head]
    busy = token.dep_ == "relcl" and token.tag_ == "VBG"  # "a raid on men who were manning a post"
    described = token.dep_ == "acl" or busy
    who = token.head
    while who.dep_ == "conj":
        who = who.head
    struck = who.head if who.dep_ in OBJECTS else who.head.head
    return described and who.dep_ in (*OBJECTS, "pobj") and struck.i in attacks


def was_up_to(draft: Draft, attacks: Collection[int], statuses: Statuses) -> bool:
    """ "Killed nine rebels trying to cross the river to raid villages": they were kept from it."""
    clauses = (t for t in statuses.graph.doc[draft.head].ancestors if t.dep_ == "acl" and t.tag_ == "VBG")
    return any(t.head.dep_ in OBJECTS and t.head.head.i in attacks for t in clauses)


def is_wrong_told(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Said that it had insulted the queen", "told the court that it commits genocide": the reproach is told, in other
    words; a broken treaty and a raid are told for themselves."""
    telling = (a.head for a in draft.applied if a.operator.bare and a.operator.says)
    reproach = any(head in kept.accusing and head != draft.head for head in telling)
    if not reproach or draft.kind == BREACH:
        return False
    kind = statuses.lexicon.kinds[draft.kind]
    judged = draft.kind == CRIME and statuses.graph.doc[draft.head].pos_ == "NOUN"
    quarrel = kind.speech and kind.type in QUARRELS
    return judged or quarrel or kind.type in BACKING


def offended(draft: Draft, heads: Collection[int], statuses: Statuses) -> int | None:
    """The act for which somebody is arrested or blamed, if it stands in its reasons, however deep."""
    above = statuses.graph.doc[draft.head].ancestors
    answers = statuses.graph.words["answers"]
    prepositions = ((t, answered(t, answers)) for t in above if t.dep_ == "prep")
    reasons = ((outer or t).head for t, outer in prepositions if outer is not None or t.lower_ in OFFENCES)
    found = (i for t in reasons for i in _who_reproaches(t))
    return next((head for head in found if head in heads), None)


def _who_reproaches(token: Token) -> Iterator[int]:
    """ "Arrested", "an arrest of a man accused of it": the word itself, or the one that its noun hangs on."""
    yield token.i
    noun = token.head
    if token.dep_ in OBJECTS:
        yield noun.i
    elif token.dep_ == "acl":
        yield (noun.head.head if noun.dep_ == "pobj" else noun.head).i


def is_own_crime(draft: Draft, punishers: Mapping[int, Sides], statuses: Statuses) -> bool:
    """ "Arrests four of its citizens for an attack on a shop": told by the arrest, unless it was aimed at others."""
    head = offended(draft, punishers, statuses)
    if head is None or not draft.actors or not sides_of(draft) <= punishers[head]:
        return False
    verb = statuses.graph.doc[draft.head]
    if verb.dep_ == "relcl" and _has_doer(verb):
        return False  # "for passing maps to the Red Dawn, who bombed a barracks"
    victims = (r for r in draft.recipients if (r.country or r.based or r.id) in punishers[head])
    return all(r.id is None and set(r.sectors) <= ANYBODY for r in victims) and all(
        (r.country or r.based or r.id) in punishers[head] for r in draft.recipients
    )
