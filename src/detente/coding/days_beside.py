"""An event and the words beside it in, the times there that are its own out.

"Hit back on Thursday, expelling two envoys", "made good on its threat on Thursday, freezing the assets": both are one
deed. "Has doubled its duties, effective Monday": from then on.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from detente.coding.coming import Attached
from detente.reading.graph import Graph
from detente.reading.times import AttachedTime
from detente.reading.tokens import Token
from detente.records import Time

BY_MEANS, TOLD_AS_PAST = "by", ("VBD", "VBN")
GERUND, AROUND, WITHIN, ADJECTIVE = "VBG", "advcl", "pcomp", "ADJ"
OF, LENGTH_OF_A_DAY = "of", len("2013-02-12")
OBJECTS, PHRASE, IN_PHRASE = ("dobj", "attr"), "prep", "pobj"


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
