"""A draft in, whether it is only what another act is done for, or with, out: "sent troops to Sylvania to fight rebels".

That the troops went is what happened; a drone that is "sent to attack a convoy" is only what the attack is made with.
"""

from __future__ import annotations

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.kept import ATTACK, CURBS, EASING, Kept, stands_in
from detente.coding.left_out.terms_of_agreement import AHEAD
from detente.coding.matching.lexicon import classes_of
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses

FOR, IN, FORCES, CLASH = ("purpose",), "in", "MOBILIZE", "clash"  # the last is a kind
OFF, PUT_OFF, CURB, USED_FOR = "cancelled", "postponed", "restriction", ("purpose", "clause")
STRENGTH = frozenset({FORCES, "AID"})
TROOPS, CRAFT = frozenset({"troops", "police-force"}), frozenset({"warplane", "warship", "drone"})  # classes
SENT, GOAL = "object", ("to", "into", "near", "along", "across", "on")


def is_means(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "sent a drone to attack a convoy": the attack is told."""
    token = statuses.graph.doc[draft.head]
    by = token.dep_ == "pcomp" and token.head.lower_ == "by"  # "barred him by revoking his visa"
    if by and type_of(draft, statuses) in CURBS and token.head.head.i in kept.curbs:
        return True
    aims = statuses.graph.predicates[draft.head].heads(*FOR)
    attacks = any(h in kept.done and h in kept.attacks for h in aims)
    return attacks and type_of(draft, statuses) == FORCES and not sends_men(draft.head, statuses)


def is_done_for(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "sent troops to bolster the front": what measures are taken for is no second one."""
    attack = type_of(draft, statuses) == ATTACK
    readies = attack and draft.status in AHEAD and not (draft.kind != CLASH and draft.recipients)
    attack = attack and not readies  # "called men up to beat the raid back", "to get ready for operations"
    over = (g for h in draft.path[1:] for g in statuses.graph.governors.get(h, ()))
    if any(g.name in FOR and g.head in kept.measures for g in over):  # "gave it boats to help it patrol"
        ended = draft.status == OFF  # "sends police to stop the looting"
        return readies or ended or type_of(draft, statuses) == FORCES
    if _keeps_crowds_off(draft, kept, statuses) or _is_to_fight(draft, kept, statuses):
        return True
    if draft.status in AHEAD and not draft.applied and _is_to_be_got_for(draft, statuses):
        return True
    meant = draft.head in kept.done or (draft.status in AHEAD and not draft.applied)
    if draft.status in AHEAD and _is_in_order_to(draft, kept, statuses):
        return True
    return not attack and meant and stands_in(FOR, draft, kept.measures, statuses)


def _is_to_be_got_for(draft: Draft, statuses: Statuses) -> bool:
    """ "Has received six jets to strengthen its fleet": what things are bought or got for."""
    graph = statuses.graph
    over = [graph.predicates[g.head].lemma for g in graph.governors.get(draft.head, ()) if g.name in FOR]
    got = any(lemma in graph.words["taking in trade"] for lemma in over)
    return got and type_of(draft, statuses) in STRENGTH


def _is_in_order_to(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Closed the zone in order to keep them out": what the measure is for, told through a noun; "shuttles between them
    in a bid to end the fighting", "called men up in order to beat the raid back"."""
    over = [g for a in draft.applied for g in statuses.graph.governors.get(a.head, ()) if g.name == IN]
    does = type_of(draft, statuses)
    if does in CURBS:
        return any(g.head in kept.curbs for g in over)
    sought = does in EASING or draft.status == PUT_OFF or draft.kind == CLASH
    return sought and any(g.head in kept.under for g in over)


def _keeps_crowds_off(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Fired tear gas to keep the marchers away", "used batons to keep them off": how they are kept off is told."""
    return draft.kind == CURB and stands_in(USED_FOR, draft, kept.attacks, statuses)


def _is_to_fight(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Formed a joint force to fight smugglers": no fight is at hand with those who belong to nobody."""
    whom = (*draft.actors, *draft.recipients)
    nobody = any(not (one.country or one.id) for one in whom)
    return (
        draft.kind == CLASH
        and draft.status in AHEAD
        and nobody
        and stands_in(FOR, draft, kept.done, statuses)
    )


def is_unreal_purpose(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "rejected an offer to send troops to fight the cartels"."""
    return (
        draft.status not in HAPPENED and bool(draft.applied) and stands_in(FOR, draft, kept.unreal, statuses)
    )


def is_what_men_are_sent_for(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """Whether it is the attack for which they are sent."""
    above = statuses.graph.governors.get(draft.head, ())
    sent = any(g.name in FOR and sends_men(g.head, statuses) for g in above)
    return sent and type_of(draft, statuses) == ATTACK


def sends_men(head: int, statuses: Statuses) -> bool:
    """Whether the verb there sends men and says where."""
    graph = statuses.graph
    verb = graph.predicates.get(head)
    if verb is None or verb.pos != "verb" or not verb.heads(*GOAL):
        return False
    sent = [classes_of(graph.doc, h, statuses.lexicon) for h in verb.heads(SENT)]
    return any(TROOPS & classes and not CRAFT & classes for classes in sent)
