"""A word in, whether its text gives it another day than that of the plan out.

"Are holding it in May instead of this Sunday", "did not take place, and a new date has still to be found".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.exact.plan import verbs_of
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.tokens import Token
from detente.records import Status

INSTEAD = {"instead": "of", "rather": "than"}
REACH = 5  # words after "instead of" among which the day must stand
YEARS = range(1900, 2100)
BEFORE = ("before", "until", "till")


def put_to_another_day(word: Predicate, found: Status, statuses: Statuses) -> bool:
    """Whether it will be held on another day, or waits for one."""
    if found in ("planned", "scheduled", "proposed") and _is_held_instead(word, statuses):
        return True
    if found in ("planned", "hypothetical", "scheduled") and _has_more_time(word, statuses):
        return True
    later = found in ("planned", "hypothetical", "declined", "denied", "postponed")
    if later and _is_put_to_later(word, statuses):
        return True
    if found == "declined" and _is_not_then_but(statuses.graph.doc[word.head], statuses):
        return any(v.heads("on", "in") for v in _verbs_of_holding_it(word, statuses))
    if found == "cancelled" and _is_come_back_to(word, statuses):
        return True
    if found in ("planned", "scheduled") and (
        _is_on_no_such_day(word, statuses) or _is_on_two_days(word, statuses)
    ):
        return True
    if found in ("planned", "hypothetical", "denied") and _is_later_instead(word, statuses):
        return True
    fell_through = found in ("denied", "declined") or _could_not_be(word, statuses)
    return fell_through and _waits_for_a_day(word, statuses)


def has_a_day_instead(token: Token, statuses: Statuses) -> bool:
    """ "In May instead of this Sunday", "on Friday instead"; not "in Strelsau instead of Klausenburg"."""
    sentence = list(token.sent)
    for place, one in enumerate(sentence):
        then = INSTEAD.get(one.lower_)
        if then is None:
            continue
        rest = sentence[place + 1 : place + 1 + REACH]
        if rest and rest[0].lower_ == then:
            return any(_is_a_day(t, statuses) for t in rest)
        if then == "of":
            return any(_is_a_day(t, statuses) for t in sentence)
    return _is_not_then_but(token, statuses)


def _is_not_then_but(token: Token, statuses: Statuses) -> bool:
    """ "Not in June but after the harvest", "will not begin on Monday but in March"."""
    sentence = list(token.sent)
    for place, one in enumerate(sentence):
        if one.lower_ != "but" or place < 2 or place + 1 == len(sentence):
            continue
        before = sentence[max(place - REACH, 0) : place]
        denied = any(t.dep_ == "neg" for t in before)
        on_with = sentence[place + 1]
        if (
            denied
            and _is_a_day(before[-1], statuses)
            and (on_with.pos_ == "ADP" or _is_a_day(on_with, statuses))
        ):
            return True
    return False


def _is_put_to_later(word: Predicate, statuses: Statuses) -> bool:
    """ "A tax, which was to come in April, will not be levied until next year"."""
    graph = statuses.graph
    over = graph.over(word.head)
    for verb in (*((word,) if word.pos == "verb" else ()), *(v for v in over if v is not None)):
        ahead = verb.tense == "future" or verb.modal in graph.words["supposing modals"]
        no = verb.negated or any(c.dep_ == "neg" for c in graph.doc[verb.head].children)
        opens = _opens_not_before(graph.doc[verb.head])
        if verb.pos == "verb" and ahead and (opens or (no and any(verb.has(name) for name in BEFORE))):
            text = f" {' '.join(t.lower_ for t in graph.doc[word.head].sent)} "
            told = graph.words["phrases of an earlier plan"] | graph.words["phrases of a day that was set"]
            return any(f" {phrase} " in text for phrase in told)
    return False


def _opens_not_before(verb: Token) -> bool:
    """ "Not before the autumn will the trial begin"."""
    first = (c for c in verb.lefts if c.lower_ in BEFORE and c.i)
    return any(c.nbor(-1).lower_ == "not" for c in first)


def _has_more_time(word: Predicate, statuses: Statuses) -> bool:
    """ "Have given the lenders another year before they must disclose it", "has two more months to pay"."""
    graph, token = statuses.graph, statuses.graph.doc[word.head]
    due = word.mood == "infinitive" and word.lemma in graph.words["duties that fall due"]
    if word.pos != "verb" or not (due or any(c.lower_ in BEFORE for c in token.lefts)):
        return False
    giving = graph.predicates.get(token.head.i)
    if giving is None or giving.lemma not in graph.words["verbs of giving time"] or giving.negated:
        return False
    spans = [c for c in token.head.children if c.lemma_.lower() in graph.words["names of days and times"]]
    return any(c.lower_ in graph.words["words for more time"] for span in spans for c in span.lefts)


def _is_a_day(token: Token, statuses: Statuses) -> bool:
    if token.text.isdigit():
        return int(token.text) in YEARS
    return token.lemma_.lower() in statuses.graph.words["names of days and times"]


def _is_held_instead(word: Predicate, statuses: Statuses) -> bool:
    token = statuses.graph.doc[word.head]
    instead = has_a_day_instead(token, statuses)
    if not instead and not _will_be_later(token, statuses):
        return False
    if instead and word.pos == "verb" and not word.negated:
        return True
    return any(_will_hold_it(v, statuses) for v in _verbs_of_holding_it(word, statuses))


def _will_be_later(token: Token, statuses: Statuses) -> bool:
    """ "They will now be held a year later"."""
    text = f" {' '.join(t.lower_ for t in token.sent)} "
    phrases = statuses.graph.words["phrases of a later time"]
    return " will now " in text and any(f" {phrase} " in text for phrase in phrases)


def _verbs_of_holding_it(word: Predicate, statuses: Statuses) -> Iterator[Predicate]:
    """The word, the verbs over it, and those over a pronoun for it: "we are holding it in May"."""
    graph = statuses.graph
    if word.pos == "verb":
        yield word
    over = graph.above(word.head, "object", "subject")
    yield from (v for h in over if (v := graph.predicates.get(h)) is not None and v.pos == "verb")
    pronouns = graph.words["pronouns for many"]
    for head in range(word.head + 1, graph.doc[word.head].sent.end):
        verb = graph.predicates.get(head)
        if verb is None or verb.pos != "verb":
            continue
        if any(graph.doc[h].lower_ in pronouns for h in verb.heads("object", "subject")):
            yield verb


def _will_hold_it(verb: Predicate, statuses: Statuses) -> bool:
    words = statuses.graph.words
    ahead = verb.tense == "future" or verb.modal in words["supposing modals"]
    ahead = ahead or (verb.progressive and verb.tense == "present") or verb.mood == "infinitive"
    held = words["verbs of taking place"] | words["verbs of holding"] | words["verbs of appearing"]
    held |= words["verbs of doing an errand"]
    return ahead and not verb.negated and not held.isdisjoint(verbs_of(verb, statuses.graph))


def lies_ahead(verb: Predicate, statuses: Statuses) -> bool:
    """Told in the future, or by a modal of what is supposed."""
    return verb.tense == "future" or verb.modal in statuses.graph.words["supposing modals"]


def _verbs_after(word: Predicate, statuses: Statuses, sentences: int) -> Iterator[Predicate]:
    doc = statuses.graph.doc
    end = doc[word.head].sent.end
    end = doc[end].sent.end if sentences == 2 and end < len(doc) else end
    over = (statuses.graph.predicates.get(head) for head in range(word.head + 1, end))
    yield from (v for v in over if v is not None and v.pos == "verb")


def _is_come_back_to(word: Predicate, statuses: Statuses) -> bool:
    """ "Took the vote off the agenda and will come back to it in May"."""
    graph, pronouns = statuses.graph, statuses.graph.words["pronouns for many"]
    for verb in _verbs_after(word, statuses, 2):
        back = not verbs_of(verb, graph).isdisjoint(graph.words["verbs of coming back to"])
        if back and lies_ahead(verb, statuses) and not verb.negated:
            below = {t.lower_ for t in graph.doc[verb.head + 1 : verb.head + REACH]}
            if below & pronouns:
                return True
    return False


def _is_on_no_such_day(word: Predicate, statuses: Statuses) -> bool:
    """ "We will hold the vote, and that will not be this week"."""
    graph = statuses.graph
    for verb in _verbs_after(word, statuses, 1):
        if verb.lemma != "be" or not verb.negated or not lies_ahead(verb, statuses):
            continue
        it = any(
            graph.doc[h].lower_ in graph.words["pronouns for what was told"] for h in verb.heads("subject")
        )
        if it and any(_is_a_day(t, statuses) for t in graph.doc[verb.head + 1 : verb.head + REACH]):
            return True
    return False


def _is_on_two_days(word: Predicate, statuses: Statuses) -> bool:
    """ "Its meeting, scheduled for May 3, would be held on June 7"."""
    graph = statuses.graph
    over = graph.over(word.head)
    verbs = [v for v in over if v.pos == "verb"]
    setting = graph.words["verbs of setting a day"]
    first = [days for v in verbs if v.lemma in setting and (days := _days_at(v, ("for",), statuses))]
    told = [v for v in verbs if v.lemma not in setting and lies_ahead(v, statuses) and not v.negated]
    then = [days for v in told if (days := _days_at(v, ("on", "in"), statuses))]
    return bool(first and then) and first[0].isdisjoint(then[0])


def _days_at(verb: Predicate, places: tuple[str, ...], statuses: Statuses) -> set[str]:
    named = (statuses.graph.doc[h] for h in verb.heads(*places))
    return {t.text for t in named if _is_a_day(t, statuses)}


def _is_later_instead(word: Predicate, statuses: Statuses) -> bool:
    """ "Instead of being opened in May, the bridge must wait", "instead of opening in May, it will open in June"."""
    graph = statuses.graph
    for name, verb in graph.governing(word.head):
        if name not in ("instead of", "rather than") or verb.negated:
            continue
        waiting = {verb.lemma, *(c.lemma_ for c in graph.doc[verb.head].children if c.dep_ == "xcomp")}
        if (verb.modal or verb.tense == "future") and waiting & graph.words["verbs of waiting"]:
            return True
    return False


def _could_not_be(word: Predicate, statuses: Statuses) -> bool:
    """ "The match could not be played"."""
    graph = statuses.graph
    over = graph.over(word.head, "object")
    able = graph.words["able modals"]
    return any(v.passive and v.negated and v.modal in able for v in over)


def _waits_for_a_day(word: Predicate, statuses: Statuses) -> bool:
    """Whether its sentence or the next speaks of a new day for it."""
    doc = statuses.graph.doc
    sentence = doc[word.head].sent
    end = doc[sentence.end].sent.end if sentence.end < len(doc) else sentence.end
    told = [t.lower_ for t in doc[word.head : end]]
    text, words = f" {' '.join(told)} ", statuses.graph.words
    for phrase in words["phrases of a new day"]:
        _, found, after = text.partition(f" {phrase} ")
        if found and not after.startswith("for "):
            return True
        if found and after.split()[1:2] and after.split()[1] in words["pronouns for many"]:
            return True
    return False
