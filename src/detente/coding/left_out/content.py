"""Drafts in, why some are no events of their own out: they are what another event of the text is about.

"Began talks on ending the war", "warned them against helping rebels", "rejected an offer to send troops to fight
the cartels", "sanctioned them for their support of the coup": no more has happened than the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.kept import (
    ATTACK,
    CURBS,
    MEASURES,
    PROTEST,
    Kept,
    is_quarrel,
    stands_in,
    was_to_be_discussed,
    with_carriers,
)
from detente.coding.left_out.purposes import (
    is_done_for,
    is_means,
    is_unreal_purpose,
    is_what_men_are_sent_for,
)
from detente.coding.left_out.reproached import (
    doings,
    is_alleged_plan,
    is_failure_blamed,
    is_how_they_riot,
    is_of_accuser,
    is_of_victims,
    is_own_crime,
    is_part_of_charge,
    is_part_taken,
    is_way_over,
    is_why_punished,
    is_wrong_told,
    offended,
    was_up_to,
)
from detente.coding.left_out.set_beside import is_set_beside
from detente.coding.left_out.terms_of_agreement import AHEAD, is_in_the_making, is_outcome_of_deal, is_term
from detente.coding.left_out.worded import (
    asks_for_act,
    is_condition,
    is_ended,
    is_what_curb_does,
    is_what_it_speaks_of,
    of_refused_text,
    of_text_that_says,
)
from detente.coding.roles.known import any_known
from detente.coding.sides.whose.domestic import PEOPLE
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.governing import ANY_VERB
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

CONTENT = "it is only what another event is about"
CONDITION = "it is only the condition of a threat, demand or refusal"
REPROACH = "it is only what another event blames somebody for"
PURPOSE = "it is only what something else is done for"
MANNER = "it is only how something else is done"
MEANS = "it is only what an attack is made with"
CAUSE = "it is only what a protest is for"
BESIDE = "it is only the aim, the reason or the past of what is told"

TOPPLING = frozenset({"coup", "removal from office"})  # kinds
FORCE = frozenset({"ASSAULT", "COERCE"})
HARM = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
# what a reproach alleges; an attack or a visit that is blamed took place
BLAMED_FOR = frozenset({"SUPPORT", "AID", "COOPERATE"})
BROKEN = frozenset({"REJECT", "AGREE", "CONCEDE"})
CHARGED_WITH = frozenset({"SUPPORT", "AID", "COOPERATE", "CONSULT", "AGREE"})
CHARGES = "charges"  # the list of nouns
RECOGNITION, ARMING = "recognition", "militia mobilisation"
REASONS = ("for", "over", "due to", "because of", "citing")
TARGETS = ("object", "against", "over", "at")
FOR, AIMS, DEMANDING = ("purpose",), ("purpose", "clause"), ("participle",)
DREW = "subject"  # an argument
REASON_WORDS = frozenset({"for", "over", "to", "of", "citing", "amid"})
SURE, SUSPECTED = "CT", BLAMED_FOR | {"COERCE", "REJECT"}
IN, GOVERNMENT = "in", "GOV"
FORCES, TALKING, AT = "MOBILIZE", "CONSULT", ("at", "during")


def content_reasons(
    drafts: Sequence[Draft], reasons: Sequence[str | None], statuses: Statuses
) -> list[str | None]:
    """The reason for each draft: the one that it has, or one of the above; None for an event of its own."""
    left = [d for d, reason in zip(drafts, reasons, strict=True) if reason is None]
    if not left or (len(left) == 1 and _is_alone(left[0], statuses)):
        return list(reasons)
    kept = Kept(left, statuses)
    return [reason or _reason(d, kept, statuses) for d, reason in zip(drafts, reasons, strict=True)]


def _is_alone(draft: Draft, statuses: Statuses) -> bool:
    """Whether of a text's only event no other word is told than its own."""
    carried = draft.joined or statuses.graph.predicates[draft.head].carrier is not None
    return not carried and type_of(draft, statuses) not in (*MEASURES, PROTEST)


def _reason(draft: Draft, kept: Kept, statuses: Statuses) -> str | None:
    alone = kept.under <= {draft.head} and statuses.graph.predicates[draft.head].carrier is None
    if alone and type_of(draft, statuses) != PROTEST:  # "moves its session in protest": by no event
        return None
    for test, why in TESTS:
        if test(draft, kept, statuses):
            return why
    return None


def _is_content(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "met to discuss ending the war": what is only thought of belongs to the act under which it stands."""
    if draft.status != "hypothetical" and not was_to_be_discussed(draft):
        return False
    beyond = _beyond_aim(statuses.graph.doc[draft.head])
    own = (
        kept.attacks if type_of(draft, statuses) == ATTACK else ()
    )  # "an offensive to take the port" is told by it
    above = (*draft.path[1:], *(head for head in beyond if head not in own))
    conditions = {a.head for a in draft.applied if ANY_VERB in a.operator.verbs}
    around = with_carriers(kept.all - {draft.head}, statuses)
    return any(h in around for h in above if h not in conditions)


def _is_refused(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "says that it has no role in talks on ending the war": what is refused is told by the refusal."""
    refused = (a.head for a in draft.applied if not a.operator.keeps)
    return draft.status == "declined" and any(head in kept.refusing - {draft.head} for head in refused)


def _is_blamed(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "sanctioned for backing the coup", "alleges that it broke the pact by arming rebels"."""
    token = statuses.graph.doc[draft.head]
    broken = type_of(draft, statuses) in BROKEN and token.tag_ == "VBG"  # "closed it for flouting its laws"
    if broken or draft.status == "declined":
        return offended(draft, kept.curbs, statuses) is not None
    if type_of(draft, statuses) not in BLAMED_FOR and draft.kind != ARMING:
        return False
    means = token.dep_ == "pcomp" and token.head.lower_ == "by"
    above = statuses.graph.governors.get(draft.head, ())
    drew = any(g.name == DREW for g in above)  # "its arming of them drew fire"
    aimed = draft.kind != RECOGNITION and not drew
    if aimed and stands_in(TARGETS, draft, kept.protests | kept.accusing, statuses):
        return True
    if offended(draft, kept.blaming, statuses) is not None:
        return True
    return stands_in(REASONS, draft, kept.blaming, statuses) or (
        means and any(above.i in kept.blaming for above in token.ancestors)
    )


def _is_charged(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Indicted on charges of spying and passing secrets to Sylvania": what the charge says."""
    if type_of(draft, statuses) not in CHARGED_WITH:
        return False
    token = statuses.graph.doc[draft.head]
    above = list(token.ancestors)
    listed = token.tag_ == "VBG" and token.dep_ == "conj"  # "on charges of spying, and passing ..."
    around = (*above, *(token.head.subtree if listed else ()))
    charge = any(t.lemma_.lower() in statuses.graph.words[CHARGES] for t in around)
    return charge and any(t.i in kept.blaming for t in above)


def _is_alleged(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Arrested for plotting to incite unrest", "accuses it of crimes, including killing prisoners"."""
    does = type_of(draft, statuses)
    harm = does in HARM and is_of_accuser(draft, kept.accusers, statuses)
    harm |= does in HARM and is_part_of_charge(draft, kept.accused, statuses)
    harm |= does in FORCE and is_own_crime(draft, kept.punishers, statuses)
    return harm or is_alleged_plan(draft, kept.punishing, statuses)


def _is_suspected(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Recalled its envoy over alleged meddling", "voided the vote due to suspected tampering": no more than why."""
    unsure = draft.certainty != SURE and bool(draft.applied) and type_of(draft, statuses) in SUSPECTED
    token = statuses.graph.doc[draft.head]
    noun = token.pos_ == "NOUN" and token.dep_ == "pobj" and token.head.lower_ in REASON_WORDS
    return unsure and noun and not kept.done.isdisjoint(_heads_above(token))


def _heads_above(token: Token) -> Iterator[int]:
    """The words under which it stands, and what their verbs may carry."""
    return (
        t.i for above in token.ancestors for t in (above, *above.children) if t.dep_ != "conj" or t is above
    )


def _is_of_victims(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    if is_way_over(draft, kept.protests, statuses):
        return True
    if type_of(draft, statuses) == FORCES:
        return is_of_victims(draft, kept.attacks, statuses)
    ahead = type_of(draft, statuses) in HARM and draft.status in AHEAD
    return ahead and was_up_to(draft, kept.attacks, statuses)


def _is_cause(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "rallied to denounce a law that would recognise militias": told of the protest, however deep it stands."""
    done = draft.status in HAPPENED and draft.kind not in TOPPLING  # no ruler falls because crowds gather
    if done and not is_quarrel(draft, statuses):
        return False
    graph, token = statuses.graph, statuses.graph.doc[draft.head]
    if is_quarrel(draft, statuses) and stands_in(DEMANDING, draft, kept.protests, statuses):
        return True
    aims = {h for head in doings(kept.protests, statuses) for h in graph.predicates[head].heads(*AIMS)}
    if any(above.i in aims for above in (token, *token.ancestors)):
        return True
    aim = graph.is_under(draft.head, *FOR)  # "gathered to march and demand"
    return aim and is_quarrel(draft, statuses) and any(t.i in kept.protests for t in token.conjuncts)


def _is_manner(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "recalled its envoy in protest": how a state does something else, or a crowd what is told as its protest."""
    token = statuses.graph.doc[draft.head]
    if token.dep_ != "pobj" or token.tag_ != "NN" or token.head.lower_ != IN:
        return False
    told = stands_in((IN,), draft, kept.protests & kept.done, statuses)
    official = not draft.actors or any(GOVERNMENT in a.sectors for a in draft.actors)
    guessed = all(a.span is None or a.inferred == PEOPLE for a in draft.actors)
    unsaid = all(a.inferred for a in draft.actors)
    told = told or (guessed and stands_in((IN,), draft, kept.done, statuses))
    refused = kept.refusing | (kept.unreal - kept.protests - kept.attacks)
    told = told or (unsaid and stands_in((IN,), draft, refused, statuses))
    struck = any(above.i in kept.attacks for above in token.ancestors)
    back = type_of(draft, statuses) in CURBS and struck  # "wounding two in retaliation"
    told = told or back
    if (type_of(draft, statuses) != PROTEST and not back) or not (told or official):
        return False
    return not any(c.dep_ in ("det", "amod", "compound", "poss") for c in token.lefts)


def _is_warned_of(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "warns that attacks are being planned": by nobody who is named, and no more than the warning."""
    known = any_known(draft.actors)
    ancestors = statuses.graph.doc[draft.head].ancestors
    return not known and draft.status not in HAPPENED and any(t.i in kept.threats for t in ancestors)


def _is_where_struck(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "stabs the mayor at a meeting": who strikes whom at it is not who met."""
    guessed = all(a.inferred for a in draft.actors)
    return guessed and type_of(draft, statuses) == TALKING and stands_in(AT, draft, kept.attacks, statuses)


def _beyond_aim(token: Token) -> Iterator[int]:
    """The tokens above the infinitive in which one stands."""
    inside = False
    for above in (token, *token.ancestors):
        if inside:
            yield above.i
        inside |= any(c.tag_ == "TO" and c.dep_ == "aux" for c in above.lefts)


Test = Callable[[Draft, Kept, Statuses], bool]
TESTS: tuple[tuple[Test, str], ...] = (
    (of_refused_text, CONTENT),
    (of_text_that_says, CONTENT),
    (asks_for_act, CONTENT),
    (is_what_it_speaks_of, CONTENT),
    (_is_content, CONTENT),
    (_is_refused, CONTENT),
    (_is_warned_of, CONTENT),
    (is_means, MEANS),
    (_is_where_struck, MANNER),
    (_is_manner, MANNER),
    (is_how_they_riot, MANNER),
    (is_done_for, PURPOSE),
    (is_what_men_are_sent_for, PURPOSE),
    (is_term, CONTENT),
    (is_outcome_of_deal, CONTENT),
    (is_in_the_making, CONTENT),
    (is_what_curb_does, CONTENT),
    (is_ended, CONTENT),
    (is_condition, CONDITION),
    (_is_blamed, REPROACH),
    (_is_charged, REPROACH),
    (is_failure_blamed, REPROACH),
    (_is_alleged, REPROACH),
    (_is_suspected, REPROACH),
    (is_part_taken, REPROACH),
    (is_why_punished, REPROACH),
    (is_wrong_told, REPROACH),
    (_is_of_victims, CONTENT),
    (_is_cause, CAUSE),
    (is_unreal_purpose, PURPOSE),
    (is_set_beside, BESIDE),
)
