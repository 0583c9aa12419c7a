"""A word for what does not come in, whether it was put off, called off, declined or denied out."""

from __future__ import annotations

from detente.coding.exact.another_day import has_a_day_instead, lies_ahead, put_to_another_day
from detente.coding.exact.answered import is_answered_no
from detente.coding.exact.at_last import held_at_last
from detente.coding.exact.overturned import is_given_up, overturned, undone
from detente.coding.exact.plan import verbs_of
from detente.coding.exact.rumoured import is_neither_so, is_no_plan, is_not_on, is_told_untrue
from detente.coding.exact.turning_away import (
    is_decided_against,
    is_denied_somebody,
    is_not_persuaded,
    is_turned_away,
    is_vowed_against,
)
from detente.coding.exact.untrue import (
    holds,
    is_called_untrue,
    is_of_a_refused_idea,
    is_of_a_refused_request,
    was_another,
)
from detente.coding.standing.composing import COMING, OFF
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.tokens import Token
from detente.records import Status

NOT_YET_OFF = ("planned", "hypothetical", "declined", "denied", "postponed")


def exactly_off(word: Predicate, found: Status, statuses: Statuses) -> Status | None:
    """The exact status of what is off, None where it is not known better."""
    if found in ("planned", "scheduled", "denied", "declined", "cancelled") and _is_moved(word, statuses):
        return "postponed"
    if (held := held_at_last(word, found, statuses)) is not None:
        return held
    if put_to_another_day(word, found, statuses):
        return "postponed"
    return _off_by_text(word, found, statuses) or _of_what_is_refused(word, found, statuses)


def _off_by_text(word: Predicate, found: Status, statuses: Statuses) -> Status | None:
    """Where a later reading, or what is said further on, puts or calls it off."""
    later = _in_a_later_reading(word, statuses)
    if later is not None and (
        found in (*COMING, "hypothetical") or (found, later) == ("postponed", "cancelled")
    ):
        return "cancelled" if later == "declined" and _is_called_off(word, statuses) else later
    if (told := overturned(word, found, statuses)) is not None:
        return told
    if found == "cancelled" and not is_called_untrue(word, statuses):
        return "postponed" if _is_held_until(word, statuses) else "cancelled"
    if found in NOT_YET_OFF and _is_called_off(word, statuses) and _comes_later(word, statuses):
        return "postponed"
    if is_given_up(word, found, statuses) or (found in NOT_YET_OFF and _is_called_off(word, statuses)):
        return "cancelled"
    return None


def _of_what_is_refused(word: Predicate, found: Status, statuses: Statuses) -> Status | None:
    if found == "declined" and _is_said_not_to_be(word, statuses):
        return "denied"
    if found == "denied" and _is_refused_though_negated(word, statuses):
        return "declined"
    if found in ("denied", "hypothetical", "occurred") and is_denied_somebody(word, statuses):
        return "declined"
    if found == "hypothetical" and (open_yet := _of_what_seems_open(word, statuses)) is not None:
        return open_yet
    if _is_refused(word, found, statuses):
        return "declined"
    if found == "occurred" and was_another(word, statuses):
        return "denied"
    if is_called_untrue(word, statuses) or is_told_untrue(word, statuses):
        return "denied"  # what a report told of is no plan, though it "would" come
    return _as_what_was_planned(word, found, statuses)


def _of_what_seems_open(word: Predicate, statuses: Statuses) -> Status | None:
    if _is_not_put_off(word, statuses):
        return "planned"
    if is_neither_so(word, statuses):
        return "denied"
    awaiting = statuses.graph.words["verbs of having to wait"]
    waits = any(v.lemma in awaiting and v.modal for v in _verbs_over(word, statuses))
    return "postponed" if waits else None  # "the trip must wait"


def _is_refused_though_negated(word: Predicate, statuses: Statuses) -> bool:
    if is_vowed_against(word, statuses) or is_decided_against(word, statuses):
        return True
    return is_not_persuaded(word, statuses)


def _is_said_not_to_be(word: Predicate, statuses: Statuses) -> bool:
    return _did_not_take_place(word, statuses) or is_no_plan(word, statuses) or is_not_on(word, statuses)


def _is_refused(word: Predicate, found: Status, statuses: Statuses) -> bool:
    if found in ("hypothetical", "proposed", "planned", "occurred") and is_answered_no(word, found, statuses):
        return True
    if found == "hypothetical" and _would_not(word, statuses):
        return True
    if found == "hypothetical" and is_of_a_refused_idea(word, statuses):
        return True
    if found in ("hypothetical", "proposed", "planned", "occurred") and is_turned_away(word, statuses):
        return True
    return found in ("hypothetical", "proposed") and is_of_a_refused_request(word, statuses)


def _verbs_over(word: Predicate, statuses: Statuses) -> list[Predicate]:
    """The verbs whose subject, of a passive or not, the word is; "will not hold talks" is not said of the talks."""
    over = statuses.graph.governing(word.head)
    return [v for name, v in over if v.pos == "verb" and name == _said_of(v)]


def _said_of(verb: Predicate) -> str:
    return "object" if verb.passive else "subject"


def _takes_place(verb: Predicate, statuses: Statuses) -> bool:
    words = statuses.graph.words["verbs of taking place"]
    return not words.isdisjoint(verbs_of(verb, statuses.graph))


def _is_moved(word: Predicate, statuses: Statuses) -> bool:
    """ "Was to have taken place on Monday and will now happen on Thursday", "will take place on Friday instead"."""
    graph = statuses.graph
    if _there_will_be_none(word, statuses) and _is_told_of_another_day(word, statuses):
        return True
    verbs = [v for v in _verbs_over(word, statuses) if lies_ahead(v, statuses) and not v.negated]
    verbs += [word] if word.pos == "verb" and lies_ahead(word, statuses) and not word.negated else []
    if not any(_takes_place(v, statuses) for v in verbs):
        return False
    again = [v for v in verbs if any(c.lower_ in graph.words["now"] for c in graph.doc[v.head].children)]
    if any(v.head in statuses.coming for v in again) and any(_takes_place(v, statuses) for v in again):
        return True  # "will now be on Friday"
    changed = any(c.lower_ in graph.words["now"] for v in verbs for c in graph.doc[v.head].children)
    if changed and _says(word, "phrases of an earlier plan", statuses):
        return True
    return _is_told_of_another_day(word, statuses)


def _is_told_of_another_day(word: Predicate, statuses: Statuses) -> bool:
    instead = has_a_day_instead(statuses.graph.doc[word.head], statuses)
    return instead or _says(word, "words for another day", statuses)


def _says(word: Predicate, phrases: str, statuses: Statuses) -> bool:
    """Whether one of these stands in the word's sentence."""
    text = f" {' '.join(t.lower_ for t in statuses.graph.doc[word.head].sent)} "
    return any(f" {phrase} " in text for phrase in statuses.graph.words[phrases])


def _in_a_later_reading(word: Predicate, statuses: Statuses) -> Status | None:
    """ "Had been expected on Tuesday but was moved to Friday": what is told last."""
    first, *more = statuses.readings(word.head)
    later = [r for r in more if r.status in OFF and r.path[-1] > first.path[-1]]
    return later[-1].status if later else None


def _is_held_until(word: Predicate, statuses: Statuses) -> bool:
    """ "Has frozen the ratification until its sailors are free"."""
    over = statuses.graph.over(word.head)
    pauses = statuses.graph.words["verbs of pausing"]
    return any(v.lemma in pauses and (v.has("until") or v.has("till")) for v in over)


def _is_called_off(word: Predicate, statuses: Statuses) -> bool:
    """ "Will not now take place", "there will be no parade", "has been shelved for good"."""
    doc, status = statuses.graph.doc, statuses.readings(word.head)[0].status
    held = word.pos == "verb" and word.passive and word.negated and lies_ahead(word, statuses)
    if held and word.lemma in statuses.graph.words["verbs of holding"]:
        return True
    over = statuses.graph.above(word.head)
    if status == "postponed" and any(_for_good(doc[head], statuses) for head in over):
        return True
    for verb in _verbs_over(word, statuses):
        off = verb.lemma == "be" and holds(
            doc[verb.head], ("acomp", "advmod"), "words of being off", statuses
        )
        if off and status in COMING and not verb.negated:
            return True
        no = lies_ahead(verb, statuses) and (verb.negated or word.negated)
        no = no or _is_not_going_to(doc[verb.head], statuses)
        if no and verb.lemma != "be" and _takes_place(verb, statuses):
            return True
    return _there_will_be_none(word, statuses) or _is_not_gone_ahead_with(word, statuses)


def _is_not_going_to(token: Token, statuses: Statuses) -> bool:
    """ "Is not going to happen"."""
    going = statuses.graph.predicates.get(token.head.i)
    return token.dep_ == "xcomp" and token.head.lower_ == "going" and going is not None and going.negated


def _is_not_gone_ahead_with(word: Predicate, statuses: Statuses) -> bool:
    """ "Would not be going ahead with the takeover", "decided not to proceed with the sale"."""
    graph = statuses.graph
    over = graph.over(word.head, "with")
    pressing = graph.words["verbs of pressing ahead"]
    return any(v.negated and not pressing.isdisjoint(verbs_of(v, graph)) for v in over)


def _is_not_put_off(word: Predicate, statuses: Statuses) -> bool:
    """ "Insisted that the referendum would not be put off"."""
    applied = statuses.readings(word.head)[0].applied
    by = statuses.graph.predicates.get(applied[0].head) if applied else None
    if by is None or by.pos != "verb" or applied[0].operator.status not in ("postponed", "cancelled"):
        return False
    iffy = any(by.has(c) for c in statuses.graph.words["iffy conjunctions"])
    return by.negated and lies_ahead(by, statuses) and not iffy


def _comes_later(word: Predicate, statuses: Statuses) -> bool:
    """ "Will not be held before the autumn"."""
    return any(v.has(name) for v in _verbs_over(word, statuses) for name in ("before", "until", "till"))


def _there_will_be_none(word: Predicate, statuses: Statuses) -> bool:
    """ "There will be no parade"; but "there will be no talks with bandits" refuses them."""
    return word.lemma in statuses.graph.words["occasions"] and _none_is_to_be(word, statuses)


def _none_is_to_be(word: Predicate, statuses: Statuses) -> bool:
    graph = statuses.graph
    be = graph.doc[word.head].head
    verb = graph.predicates.get(be.i)
    there = any(c.dep_ == "expl" for c in be.children)
    if verb is None or not there or not lies_ahead(verb, statuses) or not (verb.negated or word.negated):
        return False
    return not any(verb.has(c) for c in graph.words["iffy conjunctions"])


def _for_good(token: Token, statuses: Statuses) -> bool:
    last = token.right_edge.i
    text = f" {' '.join(t.lower_ for t in token.doc[token.i : last + 1])} "
    return any(f" {phrase} " in text for phrase in statuses.graph.words["phrases for good"])


def _did_not_take_place(word: Predicate, statuses: Statuses) -> bool:
    """ "No meeting took place", "the talks did not happen"."""
    return any(
        _takes_place(v, statuses) and v.tense == "past" and v.modal is None and (v.negated or word.negated)
        for v in _verbs_over(word, statuses)
    )


def _as_what_was_planned(word: Predicate, found: Status, statuses: Statuses) -> Status | None:
    """ "The fair, which had been due to open on Sunday, was scrapped": the opening as the fair; so too "tore up the
    contract under which it was to build a dam"."""
    graph = statuses.graph
    would = word.modal in graph.words["supposing modals"]
    if found not in ("denied", *COMING) or word.pos != "verb":
        return None
    if word.negated or not (would or word.mood == "infinitive"):
        return None
    plan = graph.doc[word.head]
    while plan.dep_ in ("xcomp", "acomp", "ccomp") and plan.head.i != plan.i:
        plan = plan.head
    if plan.dep_ not in ("relcl", "acl") or (plan.i == word.head and not would):
        return None
    noun = graph.predicates.get(plan.head.i)
    if noun is None or noun.pos != "noun" or noun.lemma in graph.words["names of reports"]:
        return None
    if undone(noun, statuses):
        return "cancelled"
    status = statuses.readings(noun.head)[0].status
    off = OFF if found == "denied" else ("postponed", "cancelled")
    return status if status in off and status != "denied" else None


def _would_not(word: Predicate, statuses: Statuses) -> bool:
    """ "The king would not meet the envoys": who was to do it did not want to; things would not do what they cannot."""
    graph = statuses.graph
    if not word.negated or word.modal not in graph.words["supposing modals"] or word.perfect:
        return False
    if word.lemma in graph.words["verbs of being so"] or any(
        word.has(c) for c in graph.words["iffy conjunctions"]
    ):
        return False
    doers = word.heads("subject")
    willing = graph.words["who can be unwilling"]
    return any(graph.doc[h].lemma_.lower() in willing for h in doers) or any(
        h in statuses.mentions.actors or graph.doc[h].lower_ in graph.words["pronouns of persons"]
        for h in doers
    )
