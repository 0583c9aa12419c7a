"""A word for what is still to come in, whether its sentence sets a day or an hour for it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from detente.coding.coming import Attached
from detente.coding.exact.plan import verbs_of
from detente.coding.exact.set_for import its_own_day, named_for, set_in_other_ways
from detente.coding.exact.still_ahead import headlined
from detente.coding.standing.moods import is_present_perfect
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.times import AttachedTime
from detente.records import Status

NO_DAY = ("by", "until", "till", "before", "within", "after", "since", "ahead of")
WEEK, RANGE = 7, 14
DAY = len("2013-02-17")
LONGEST = 3  # days that still are a day that is set: a weekend, "3 or 4 May"; a week is not
SAYING_WHEN = ("subject", "object", "clause", "for", "to", "in", "into", "with", "on", "purpose")
FROM, YEAR = ("from", "for"), re.compile(r"\d{4}")  # "on" would be the day of the announcing
AIMS = ("for", "to", "ahead of", "before")
BEGINNING = "verbs of just beginning"  # "starting next Monday, officers will check"
STEPS = 2  # verbs above a word that may bear its time: "is to be held on Monday"


def has_a_day(
    word: Predicate, status: Status, statuses: Statuses, attached: Attached, published: str | None
) -> bool:
    """ "Will be held on Thursday", "set 3 June for a summit", "is on 18 December"."""
    if published is None or word.negated or _is_only_expected(word, statuses):
        return False
    day = published[:10]
    if status != "planned" and _comes_by_a_rule(word, statuses, attached):
        return True
    if _is_set_by_naming_it(word, statuses, attached) or _is_told_as_ahead(word, statuses, attached, day):
        return True
    heads = [*_setting(word, statuses), *set_in_other_ways(word, statuses)]
    if status == "planned":
        heads += _bearing(word, statuses)
    today = status == "planned"  # "will meet on Tuesday", written on one
    if _is_told_in_present(word, statuses) and any(
        _is_this_evening(item, day) for item in attached.get(word.head, ())
    ):
        return True
    own = (i for h in its_own_day(word, statuses) for i in attached.get(h, ()) if i.preposition in NO_DAY)
    if status == "planned" and any(
        i.time.latest and i.time.latest[:10] > day and len(i.time.value) >= DAY for i in own
    ):
        return True
    if status == "planned" and _is_before_it(word, statuses):
        lately = (i for i in attached.get(word.head, ()) if i.preposition is None or i.preposition == "on")
        if any(_is_of_this_week(item, day) for item in lately):
            return True
    return any(_sets(item, day, today=today) for h in dict.fromkeys(heads) for item in attached.get(h, ()))


def _is_told_in_present(word: Predicate, statuses: Statuses) -> bool:
    """ "The envoy arrives tonight", "tonight's broadcast starts at nine"."""
    graph = statuses.graph
    over = graph.over(word.head, "subject")
    verb = word if word.pos == "verb" else next((v for v in over if v is not None), None)
    return verb is not None and verb.tense == "present" and not (verb.perfect or verb.progressive)


def _is_set_by_naming_it(word: Predicate, statuses: Statuses, attached: Attached) -> bool:
    """ "Named 3 May as polling day", "announced a strike from Friday": to come when it is named, of whatever year."""
    graph = statuses.graph
    items = [(i, False) for h in named_for(word, statuses) for i in attached.get(h, ())]
    for name, verb in graph.governing(word.head) if word.pos == "noun" else ():
        both = [i for h in (verb.head, word.head) for i in attached.get(h, ())]
        called = not graph.words["verbs of calling for a day"].isdisjoint(verbs_of(verb, graph))
        if name == "object" and called and not verb.negated:
            items += [(i, True) for i in both]
        occasion = word.lemma in graph.words["occasions"]
        if (
            name in AIMS and occasion and is_present_perfect(verb, graph)
        ):  # "has been recalled for a debate on Saturday"
            items += [(i, False) for i in both]
        if verb.lemma in graph.words[BEGINNING] and graph.doc[verb.head].tag_ == "VBG":
            items += [(i, False) for i in attached.get(verb.head, ())]  # "a strike starting at midnight"
    return any(_is_of_no_year(i) and (i.preposition in FROM or not asked) for i, asked in items)


def _is_of_no_year(item: AttachedTime) -> bool:
    """ "3 May", "Friday", "noon on Friday", and not "3 May 2009", "March"."""
    return len(item.time.value) >= DAY and not YEAR.search(item.time.text) and item.preposition not in NO_DAY


def _is_told_as_ahead(word: Predicate, statuses: Statuses, attached: Attached, day: str) -> bool:
    """ "The queen flies to Zenda on Tuesday, the palace said", written on a Tuesday; no caption has a speaker."""
    if not _is_told_in_present(word, statuses):
        return False
    over = statuses.graph.above(word.head, "subject")
    for head in (word.head, *over):
        token = statuses.graph.doc[head]
        said = [token.head] if token.dep_ == "ccomp" else [c for c in token.children if c.dep_ == "parataxis"]
        own = (i for i in attached.get(head, ()) if i.preposition == "on" and i.time.value[:DAY] == day)
        if any(t.tag_ == "VBD" for t in said) and any(own):
            return True
    return False


def _is_before_it(word: Predicate, statuses: Statuses) -> bool:
    before = statuses.graph.words["names of what goes before"]
    return statuses.graph.is_under(word.head, *before)


def _is_of_this_week(item: AttachedTime, day: str) -> bool:
    """ "Police closed the bridge ahead of Thursday's summit": the past is that of the police."""
    said = (item.time.earliest or "")[:10]
    if len(said) != DAY or said > day:
        return False
    return (date.fromisoformat(day) - date.fromisoformat(said)).days <= WEEK


def is_called_for_a_day(
    word: Predicate, statuses: Statuses, attached: Attached, published: str | None
) -> bool:
    """ "Called a snap election for 17 March": called is not asked for, where the caller sets the day."""
    calls = statuses.graph.words["verbs of calling for a day"]
    for name, verb in statuses.graph.governing(word.head):
        if published is None or name != "object" or verb.negated:
            continue
        if verb.lemma in calls and verb.lemma not in statuses.graph.words["verbs of inviting"]:
            items = (i for i in attached.get(verb.head, ()) if i.preposition == "for")
            return any(_sets(item, published[:10], today=False) for item in items)
    return False


def _is_this_evening(item: AttachedTime, day: str) -> bool:
    """ "The envoy arrives tonight": it is still to come when the paper is out."""
    return item.preposition is None and item.time.value in (f"{day}TNI", f"{day}TEV")


def _bearing(word: Predicate, statuses: Statuses) -> Iterator[int]:
    """The words whose time may be that of what this one names, the nearest first."""
    yield word.head
    if word.lemma in statuses.graph.words["beginning verbs"]:
        yield from word.heads("object")  # "agreed to resume talks on 1 March"
    if word.carrier is not None:
        yield word.carrier
    if (verb := headlined(word, statuses)) is not None:
        yield verb
    yield from statuses.readings(word.head)[0].path
    yield from _said_between(word, statuses)
    begin = statuses.graph.words[BEGINNING]
    yield from (h for h in word.heads("participle") if statuses.graph.doc[h].lemma_.lower() in begin)
    near = [word.head]
    for _ in range(STEPS):
        near = [
            g.head
            for head in near
            for g in statuses.graph.governors.get(head, ())
            if g.name in SAYING_WHEN and not _tells(g.head, statuses)
        ]
        yield from near


def _said_between(word: Predicate, statuses: Statuses) -> Iterator[int]:
    """ "The exercise, which the army said begins on 11 April"."""
    for clause in statuses.graph.doc[word.head].children:
        if clause.dep_ == "relcl":
            yield from (c.i for c in clause.children if c.dep_ == "ccomp")


def _tells(head: int, statuses: Statuses) -> bool:
    """Whether this is something said or done, whose day is its own."""
    verb = statuses.graph.predicates.get(head)
    return verb is not None and verb.lemma in statuses.graph.words["acts of speech"]


def _setting(word: Predicate, statuses: Statuses) -> Iterator[int]:
    """What sets a day for a noun that says nothing of itself: "set 3 June for it", "is on 18 December"."""
    graph = statuses.graph
    if word.pos != "noun":
        return
    noun = graph.doc[word.head]
    for name, verb in graph.governing(noun.head.i if noun.dep_ == "compound" else noun.i):
        if verb.pos != "verb" or verb.negated:
            continue
        copula = name == "subject" and verb.lemma == "be" and verb.tense in ("present", "future")
        called = name in ("object", "to", "for", "on") and not graph.words[
            "verbs of calling for a day"
        ].isdisjoint(verbs_of(verb, graph))
        starts = (
            name == "subject" and verb.tense == "present" and verb.lemma in graph.words["beginning verbs"]
        )
        within = name in ("in", "at") and verb.tense == "present" and not verb.perfect
        if copula or called or starts or within:
            yield from (verb.head, *verb.heads("object", "on", "attr"))


def _comes_by_a_rule(word: Predicate, statuses: Statuses, attached: Attached) -> bool:
    """ "Takes effect on 1 January": told in the present, that day is still to come, of whatever year."""
    graph = statuses.graph
    starting = graph.words["verbs of coming into force"]
    for name, verb in graph.governing(word.head):
        if name not in ("subject", "object", "into"):
            continue
        if verb.tense != "present" or verb.perfect or starting.isdisjoint(verbs_of(verb, graph)):
            continue
        items = attached.get(verb.head, ())
        if any(i.preposition in ("on", "from") and len(i.time.value) == len("2013-02-17") for i in items):
            return True
        if any(i.preposition == "at" and i.time.type == "TIME" for i in items):
            return True
    return False


def _is_only_expected(word: Predicate, statuses: Statuses) -> bool:
    """ "Is expected to go on Monday", "may go on Monday": it is only said to be coming."""
    graph = statuses.graph
    reading = statuses.readings(word.head)[0]
    over = {word.head, *reading.path, *(a.head for a in reading.applied)}
    verbs = [p for head in over if (p := graph.predicates.get(head)) is not None]
    if any(verb.modal in graph.words["possible modals"] for verb in verbs):
        return True
    near = (graph.doc[head] for head in over)
    said = {
        t.lemma_.lower()
        for one in near
        for t in (one, *(c for c in one.children if c.dep_ in ("acomp", "advmod")))
    }
    return not said.isdisjoint(graph.words["words of expecting"])


def _sets(item: AttachedTime, day: str, *, today: bool) -> bool:
    """Whether the expression names a day that is to come, or an hour, and no day before or after which."""
    time = item.time
    if item.preposition in NO_DAY or time.mod is not None or time.earliest is None or time.latest is None:
        return False
    if time.value.endswith("REF") or not (time.latest[:10] > day or (today and time.latest[:10] == day)):
        return False
    days = (date.fromisoformat(time.latest[:10]) - date.fromisoformat(time.earliest[:10])).days
    either = days == WEEK and len(time.value) >= len("2013-02-17")  # "on Sunday", of this week or the next
    ends = time.type == "DURATION" and item.preposition is None and days < RANGE
    return days < LONGEST or either or ends
