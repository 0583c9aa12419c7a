"""A draft without its other side in, that of the same verb just before as that side out; said to be inferred.

"Ruritania pledges grain to Sylvania, while Graustark pledges an additional nine ships": to Sylvania too.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import only_because
from detente.coding.roles.known import any_known, keys_of
from detente.coding.roles.roles import sides
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

ATTACK = frozenset({"ASSAULT"})
WHILE = "while"
PENALTY, THREAT = frozenset({"SANCTION"}), frozenset({"THREATEN"})
MEASURES = PENALTY | {"COERCE"}
UNFRIENDLY = PENALTY | {"ACCUSE", "COERCE", "REJECT", "THREATEN"}
FORCE = ATTACK | {"COERCE"}
PRONOUNS = ("it", "them")
REQUEST, PRAISE = frozenset({"REQUEST"}), frozenset({"SUPPORT"})
DEALT_WITH = UNFRIENDLY | {"AID", "CONSULT", "COOPERATE"}
OBJECTS, REPROACH = (*PRONOUNS, "him", "her"), frozenset({"ACCUSE"})


def with_parallel_side(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with the recipients of the nearest earlier one of its word and sentence whose clause it goes on."""
    doc = statuses.graph.doc
    token = doc[draft.head]
    before = [d for d in drafts if token.sent.start <= d.head < draft.head and d.recipients]
    for other in reversed(before):
        alike = other.kind == draft.kind and doc[other.head].lemma_ == token.lemma_
        beside = doc[other.head] in (token.head, *token.conjuncts)
        if alike and beside and not sides(other.actors, draft.actors) and _apart(other, draft):
            why = f"told with '{doc[other.head].text}' before it"
            return replace(draft, recipients=only_because(other.recipients, why))
    return draft


def with_same_culprit(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Graustark condemned the act as vile, and Ruritania expelled the ambassador": of who is condemned, and not
    Graustark's."""
    if any(r.inferred is None for r in draft.recipients):
        return draft
    verb = statuses.graph.doc[statuses.graph.verb_of(draft.head)]
    if verb.dep_ == "ccomp" and type_of(draft, statuses) in REPROACH:
        verb = verb.head  # "..., and Ruritania said it was appalled"
    for other in drafts if _goes_on(verb) else ():
        beside = statuses.graph.doc[statuses.graph.verb_of(other.head)]
        if verb.head is not beside or type_of(other, statuses) not in UNFRIENDLY:
            continue
        critic = not draft.recipients or sides(draft.recipients, other.actors)
        if critic and other.actors and other.recipients and _apart(other, draft):
            elsewhere = not draft.recipients and _names_others(draft, verb, statuses)
            if elsewhere or sides(other.actors, draft.actors):
                return draft
            why = f"told with '{beside.text}' before it"
            return replace(draft, recipients=only_because(other.recipients, why))
    return draft


def _goes_on(verb: Token) -> bool:
    """ "..., and Graustark did", "..., while Graustark did"."""
    return verb.dep_ == "conj" or (verb.dep_ == "advcl" and any(c.lower_ == WHILE for c in verb.lefts))


def with_same_aim(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Launched a drive against the league, killing nine and seizing two towns": whom all of it was aimed at."""
    if type_of(draft, statuses) not in FORCE:
        return draft
    doc = statuses.graph.doc
    beside = (doc[draft.head], *doc[draft.head].conjuncts)
    above = {t.head.i for t in beside if t.dep_ == "advcl" and t.i > t.head.i}
    for other in drafts if above else ():
        if (
            other is draft
            or above.isdisjoint(statuses.graph.with_carrier(other.head))
            or not other.recipients
            or type_of(other, statuses) not in FORCE
        ):
            continue
        if sides(other.actors, draft.actors) and _apart(other, draft):
            why = f"told with '{doc[other.head].text}' before it"
            return replace(draft, recipients=only_because(other.recipients, why))
    return draft


def with_shared_subject(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Dozens stormed the Sylvanian embassy in Strelsau and burned it": by the same people, and theirs too."""
    predicates, doc = statuses.graph.predicates, statuses.graph.doc
    if any_known(draft.actors):
        return draft
    subjects = set(predicates[draft.head].heads("subject"))
    if not subjects:
        return draft
    beside = {t.i for t in doc[draft.head].conjuncts}
    for other in drafts:
        shared = other.head in beside and subjects & set(predicates[other.head].heads("subject"))
        if not shared or other.reciprocal or not any_known(other.actors):
            continue
        why = f"told with '{doc[other.head].text}' beside it"
        found = replace(draft, actors=only_because(other.actors, why))
        things = [doc[h].lower_ for h in predicates[draft.head].heads("object")]
        if draft.recipients or not any(t in PRONOUNS for t in things):
            return found
        return replace(found, recipients=only_because(other.recipients, why))
    return draft


def with_same_target(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Froze its ties with Sylvania and called its ambassador home": from Sylvania. "Handed Sylvania a list of
    suspects and asked for their arrest", "blamed Sylvania for the crash near Zenda and demanded damages", "hailed
    Sylvania's decision and urged more steps": of it."""
    doc = statuses.graph.doc
    verb = doc[statuses.graph.verb_of(draft.head)]
    above = _why_it_is_done(draft, verb, statuses)
    if not (above or type_of(draft, statuses) in PENALTY | THREAT | REQUEST):
        return draft
    hostile = MEASURES | REPROACH if type_of(draft, statuses) in THREAT else UNFRIENDLY
    if type_of(draft, statuses) in REQUEST:
        if _names_others(draft, verb, statuses):
            return draft
        hostile = DEALT_WITH
    beside = {t.i for t in verb.conjuncts} | above
    meanwhile = {verb.head.i} if any(c.lower_ == WHILE for c in verb.lefts) else set()
    for other in drafts:
        at = statuses.graph.verb_of(other.head)
        if other is draft or not other.recipients or at not in beside | meanwhile:
            continue
        alike = at in meanwhile and type_of(other, statuses) in PENALTY  # "while Graustark recalls its envoy"
        dealt = type_of(other, statuses) in hostile or (
            hostile is DEALT_WITH and _hails_a_step(other, statuses)
        )
        if not dealt or not (alike or sides(other.actors, draft.actors)):
            continue
        if _apart(other, draft) and not sides(other.recipients, draft.actors):
            why = f"told with '{doc[other.head].text}' beside it"
            return replace(draft, recipients=only_because(other.recipients, why))
    return draft


def _hails_a_step(draft: Draft, statuses: Statuses) -> bool:
    """ "Welcomed the verdict": what somebody did, and not who did it."""
    objects = statuses.graph.predicates[draft.head].heads("object")
    known = statuses.mentions.actors
    return type_of(draft, statuses) in PRAISE and bool(objects) and not any(h in known for h in objects)


def _names_others(draft: Draft, verb: Token, statuses: Statuses) -> bool:
    """ "And asked Graustark for help": whether what is asked for names anybody but who asks."""
    own = {a.country for a in draft.actors}
    known = statuses.mentions.actors
    return any(t.i in known and known[t.i].actor.country not in own for t in verb.subtree if t.i > verb.i)


def _why_it_is_done(draft: Draft, verb: Token, statuses: Statuses) -> set[int]:
    """ "Sanctioned nine allies of the king, accusing them of repression": of those who are punished."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or type_of(draft, statuses) not in REPROACH:
        return set()
    whom = statuses.graph.predicates[verb.i].heads("object")
    return {verb.head.i} if any(statuses.graph.doc[h].lower_ in OBJECTS for h in whom) else set()


def with_same_doers(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "A reporter was arrested at Strelsau airport and deported": by those who arrested him."""
    predicates = statuses.graph.predicates
    if not predicates[draft.head].passive:
        return draft
    beside = {t.i for t in statuses.graph.doc[draft.head].conjuncts}
    for other in drafts:
        alike = other.head in beside and predicates[other.head].passive
        if alike and other.actors and not other.reciprocal and sides(other.recipients, draft.recipients):
            why = f"told with '{statuses.graph.doc[other.head].text}' beside it"
            return replace(draft, actors=only_because(other.actors, why))
    return draft


def _apart(other: Draft, draft: Draft) -> bool:
    """Whether nobody who acts here is acted upon there."""
    return not keys_of(other.recipients) & keys_of(draft.actors)
