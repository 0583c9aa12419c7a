"""The times attached to words in, the words whose time is still to come out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from detente.reading.calendars.dating import undated_heads
from detente.reading.graph import Graph
from detente.reading.times import AttachedTime

LATER = ("later this", "later in the")
BESIDE = ("advcl", "acomp", "prep", "amod", "acl", "oprd", "conj")
Attached = Mapping[int, tuple[AttachedTime, ...]]


def coming_heads(attached: Attached, published: str | None, graph: Graph) -> frozenset[int]:
    """Heads that carry a time that begins after the day of publication, or from then on take effect."""
    if published is None:
        return frozenset()
    day = published[:10]
    known = graph.words["never foretold"]
    own = [
        head
        for head, items in attached.items()
        if any(_is_ahead(item, day) for item in items) and not _is_known(head, graph, known)
    ]
    effects = (above for head in own for above in _of_effect(head, graph))
    return frozenset((*own, *effects, *undated_heads(graph.doc)))


def _is_later(item: AttachedTime, day: str) -> bool:
    """ "Later this year", of which a part is over; "later in the day" may be over, too."""
    later = item.time.text.lower().startswith(LATER) and len(item.time.value) < len(day)
    return later and (item.time.earliest or "~") <= day < (item.time.latest or "")


def _is_ahead(item: AttachedTime, day: str) -> bool:
    listed = item.listed and (item.time.latest or item.time.earliest or "") >= day  # in a diary, today's too
    return listed or (item.time.earliest or "") > day or _is_later(item, day)


def _is_known(head: int, graph: Graph, known: frozenset[str]) -> bool:
    """ "Listed the league over its October 7 attacks": the day is that of last year."""
    token = graph.doc[head]
    return token.pos_ == "NOUN" and token.lemma_.lower() in known


def _of_effect(head: int, graph: Graph) -> Iterator[int]:
    """ "Announces duties, effective 1 May": what the clause tells of is then to come."""
    token = graph.doc[head]
    if token.lemma_.lower() not in graph.words["words of taking effect"] or token.dep_ not in BESIDE:
        return
    verb = graph.predicates.get(token.head.i)
    if verb is not None and verb.pos == "verb" and verb.head < head:
        yield verb.head
        yield from (h for h in verb.heads("object") if h < head)
