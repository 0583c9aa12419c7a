"""An event and the words beside it in, the times there that are its own out, or for which it was planned.

"Hit back on Thursday, expelling two envoys", "made good on its threat on Thursday, freezing the assets": both are one
deed. "Has doubled its duties, effective Monday": from then on. "Called off the visit to Graustark, planned for March", "put
off the visit to Graustark, which had been set for 20 February": the parser hangs the participle on the verb or on the
nearest noun, and nobody plans a state.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from detente.coding.coming import Attached
from detente.coding.drafting.draft import Draft
from detente.coding.matching.entries import fitting_verb_entries
from detente.coding.standing.composing import Applied
from detente.coding.standing.status import Statuses
from detente.reading.graph import Graph, Predicate
from detente.reading.times import AttachedTime
from detente.reading.tokens import Token
from detente.records import Actor, Time, TimeExpression

BY_MEANS, TOLD_AS_PAST = "by", ("VBD", "VBN")
GERUND, AROUND, WITHIN, ADJECTIVE = "VBG", "advcl", "pcomp", "ADJ"
OF, LENGTH_OF_A_DAY = "of", len("2013-02-12")
OBJECTS, PHRASE, IN_PHRASE = ("dobj", "attr"), "prep", "pobj"
COMING = ("planned", "scheduled")
NOT_MADE = (*COMING, "proposed", "hypothetical")
PLAIN = ("for", "in", "on", None)
BESIDE = ("relcl", "acl", "advcl", "amod")
PLANNED_FOR = "the time that it was planned for"
INSIDE = ("xcomp", "acomp", "oprd")
MADE, DAYS, TOLD = "occurred", ("DATE", "TIME"), "ccomp"


def times_of_what_it_was_done_by(token: Token, graph: Graph, attached: Attached) -> Iterator[AttachedTime]:
    """Those of the verb that the participle goes with, and of the threat or promise that is carried out by it."""
    finished = any(c.dep_ == "aux" for c in token.lefts)  # "having expelled them"
    if token.tag_ != GERUND or finished:
        return
    by = token.dep_ == WITHIN and token.head.lower_ == BY_MEANS
    above = token.head.head if by else token.head
    if (by or token.dep_ == AROUND) and above.tag_ in TOLD_AS_PAST and above.i < token.i:
        yield from attached.get(above.i, ())
        for noun in _governed(above):
            if noun.i < token.i and noun.lemma_.lower() in graph.words["what is made good"]:
                yield from attached.get(noun.i, ())


def was_said_before(applied: Applied, draft: Draft, graph: Graph) -> bool:
    """ "Confirmed on Monday that he would come", "criticised the planned talks on Monday": the day of the word."""
    verb = graph.predicates.get(applied.head)
    about = "subject" not in applied.operator.on  # not "the talks that were to begin on Monday"
    said = verb is not None and verb.pos == "verb" and verb.tense == "past" and not verb.passive
    return said and about and draft.status in NOT_MADE


def is_of_the_reaction(head: int, item: AttachedTime, draft: Draft, graph: Graph) -> bool:
    """ "On Thursday condemned the raid": the day of the word, since what somebody reacts to was done before it."""
    event = graph.predicates.get(draft.head)
    if event is None or event.pos != "noun" or item.time.span.start > graph.doc[draft.head].idx:
        return False
    return any(a.head == head and a.operator.factive and a.operator.keeps for a in draft.applied)


def times_of_effect(token: Token, graph: Graph, attached: Attached) -> Iterator[AttachedTime]:
    """Of a deed, behind it or behind what it is done to."""
    for word in (*token.rights, *(w for noun in _governed(token) for w in noun.rights)):
        if word.pos_ == ADJECTIVE and word.lower_ in graph.words["words of taking effect"]:
            yield from attached.get(word.i, ())


def as_past(time: Time, published: str | None, graph: Graph) -> Time:
    """ "Pledged to fight them at a summit on Thursday", which was held: the Thursday before, not the next one."""
    weekday = (time.text or "").lower() in graph.words["days of the week"]
    if not weekday or published is None or time.earliest is None or time.latest is None:
        return time
    if time.earliest <= published[:10] or not time.earliest == time.latest == time.value:
        return time
    day = (date.fromisoformat(time.value) - timedelta(days=7)).isoformat()
    return msgspec.structs.replace(time, value=day, earliest=day, latest=day)


def as_ahead(time: Time, draft: Draft, published: str | None, graph: Graph) -> Time:
    """ "Friday's talks have been called off": the Friday to come, where the times leave open which.

    Not where they came to nothing on the day ("fell through"), nor of the day of publication.
    """
    first, last = time.earliest, time.latest
    if published is None or first is None or last is None or not first < published[:10] < last:
        return time
    week = date.fromisoformat(last) - date.fromisoformat(first) == timedelta(days=7)
    off = (a.head for a in draft.applied if a.operator.status == draft.status)
    failed = any(graph.doc[head].lemma_.lower() in graph.words["verbs of coming to nothing"] for head in off)
    if time.value not in (first, last) or not week or failed:
        return time
    note = time.inferred if time.inferred == PLANNED_FOR else None
    return msgspec.structs.replace(time, value=last, earliest=last, latest=last, inferred=note)


def times_of_its_day(token: Token, graph: Graph, attached: Attached) -> Iterator[AttachedTime]:
    """ "Laid a wreath on Wednesday, the first day of his visit": the day of the sentence, when it names one."""
    day, words = token.head.head, graph.words
    if token.dep_ != IN_PHRASE or token.head.lower_ != OF or day.lower_ not in words["parts of a stay"]:
        return
    if words["which day of it"].isdisjoint(c.lower_ for c in day.lefts):
        return
    within = (
        item for head, items in attached.items() if graph.doc[head].sent is token.sent for item in items
    )
    named = {item.time.value: item for item in within if len(item.time.value) == LENGTH_OF_A_DAY}
    if len(named) == 1:
        yield from named.values()


def _governed(verb: Token) -> Iterator[Token]:
    """Its object, and the nouns of the phrases that hang on it."""
    for word in verb.rights:
        if word.dep_ in OBJECTS:
            yield word
        elif word.dep_ == PHRASE:
            yield from (c for c in word.rights if c.dep_ == IN_PHRASE)


def planned_for(draft: Draft, statuses: Statuses, attached: Attached) -> TimeExpression | None:
    """The first such time of the sentence; None where the participle has an event of its own."""
    doc, taken = statuses.graph.doc, {draft.head, *draft.path}
    for head, items in attached.items():
        predicate = statuses.graph.predicates.get(head)
        if predicate is None or head in taken or doc[head].sent is not doc[draft.head].sent:
            continue
        if head < draft.head or not _only_says_when(predicate, statuses):
            continue
        leads = set(_leads(predicate, statuses))
        for item in items:
            if item.preposition in leads and item.time.type in ("DATE", "TIME"):
                return item.time
    return None


def _only_says_when(predicate: Predicate, statuses: Statuses) -> bool:
    """ "Planned", "due to open" beside a noun, with no event that they could speak of."""
    graph = statuses.graph
    top = token = graph.doc[predicate.head]
    while top.dep_ in INSIDE and top.head is not top:
        top = top.head
    named = [graph.predicates[h] for h in predicate.heads("object", "clause") if h in graph.predicates]
    event = any(p.pos == "verb" or p.lemma in statuses.lexicon.event_nouns for p in named)
    return (token.tag_ == "VBN" or top is not token) and top.dep_ in BESIDE and not event


def _leads(predicate: Predicate, statuses: Statuses) -> Iterator[str | None]:
    """The prepositions behind which such a verb names the day of what is planned, or is to take place."""
    graph, lexicon = statuses.graph, statuses.lexicon
    planned = graph.doc[predicate.head].tag_ == "VBN"
    for _, operator in fitting_verb_entries(predicate, lexicon.verb_operators, lexicon, graph.doc, deep=True):
        if planned and operator.status in COMING:
            yield from operator.time or PLAIN
        if not planned and operator.status is None and "subject" in operator.on:
            yield from PLAIN


def said_on(draft: Draft, statuses: Statuses, attached: Attached) -> TimeExpression | None:
    """The day of the verb of saying, whose subject is the same; None for what is no act of speech, or made before."""
    kind, verb = statuses.lexicon.kinds.get(draft.kind), verb_of(draft, statuses)
    if draft.status != MADE or kind is None or not kind.speech or verb is None or verb.perfect:
        return None
    token = statuses.graph.doc[verb.head]
    saying = statuses.graph.predicates.get(token.head.i) if token.dep_ == TOLD else None
    if saying is None or saying.lemma not in statuses.graph.words["verbs of saying of oneself"]:
        return None
    if saying.tense != "past" or not _same_subject(verb, saying, statuses):
        return None
    items = attached.get(saying.head, ())
    return next(
        (item.time for item in items if item.time.type in DAYS and item.preposition in ("on", None)), None
    )


def verb_of(draft: Draft, statuses: Statuses) -> Predicate | None:
    """The verb that tells of it, or that carries the noun that does."""
    word = statuses.graph.predicates.get(draft.head)
    if word is not None and word.pos != "verb" and word.carrier is not None:
        word = statuses.graph.predicates.get(word.carrier)
    return word if word is not None and word.pos == "verb" else None


def _same_subject(verb: Predicate, saying: Predicate, statuses: Statuses) -> bool:
    """Whether both have one subject, or a state and who speaks for it ("Sylvania will not, its minister said")."""
    mine, theirs = (
        [m.actor for h in one.heads("subject") if (m := statuses.mentions.actors.get(h)) is not None]
        for one in (verb, saying)
    )
    return any(_is_one(a, b) for a in mine for b in theirs)


def _is_one(one: Actor, other: Actor) -> bool:
    if one.country is None or one.country != other.country:
        return False
    return one.country in (one.id, other.id) or (one.id or one.name) == (other.id or other.name)
