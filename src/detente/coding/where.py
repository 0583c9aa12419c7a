"""A draft and the places of the text in, the place of the event out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.mentions import Mentions
from detente.coding.sides.looking.known_talks import towns_of
from detente.coding.standing.status import Statuses
from detente.reading.asides import SETTING, outside
from detente.reading.calendars.noted import place_before
from detente.reading.graph import Graph, Predicate
from detente.reading.labels import label_of_text
from detente.records import Place

SETTINGS = (
    "during",
    "at",
    "on",
    "after",
    "in",
    "amid",
    "for",
    "with",
    "near",
    "outside",
    "inside",
    "around",
)  # phrases that may hold the place
CLOSE_BY = ("near", "outside", "inside", "around", "off", "across", "throughout")
NESTED = ("in", "at", "of", "across", "throughout")
OCCASIONS = ("during", "after", "amid", "following", "in", "at")
CAUSES = ("due to", "because of", "owing to")
TOPICS = ("over", "against", "about")  # "sanctions over the war in Sylvania" are laid on elsewhere
PROTEST = "PROTEST"
TOPICAL = frozenset({"SANCTION", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONSULT", "AGREE", "SUPPORT"})
CLIMBS = 3
CLAUSES = ("relcl", "acl", "advcl", "ccomp", "conj")
NAMES = ("compound", "nmod")
PARTS_OF_TOWNS, BRANCHES = "parts of towns", "branches in towns"
BORDER_CROSSING = "verbs of entering and leaving"
WHITHER, HOST = ("to", "in", "into"), ("subject",)
HOSTS_STATE = "the host's state"
THERE, ONTO, DESCRIBING = "there", ("to", "into", "onto", "through"), ("acl", "relcl")
CROSSED = ("object", "into", "to", "in")
AT_THEIR_TARGET = "at their target"  # a group of kinds: "stormed a jail in Strelsau"


def place_of(draft: Draft, statuses: Statuses) -> tuple[Place | None, str | None]:
    """The place, or None and the reason why it is not known."""
    asked = (draft.head, draft.kind, draft.path, draft.places, bool(draft.actors))
    known = statuses.once.places
    found = known[asked] if asked in known else known.setdefault(asked, _named_place(draft, statuses))
    if found is not None:
        return found, None
    hosts = [a for a in draft.recipients if draft.hosted and a.country]
    if len(hosts) == 1:
        host = hosts[0]
        return Place(
            text=host.name,
            country=host.country,
            span=host.span,
            inferred=HOSTS_STATE,
        ), None
    return None, "the text gives no place for it"


def place_told(draft: Draft, statuses: Statuses) -> tuple[Place | None, str | None]:
    """As `place_of`; else the one place that stands before the entry of a diary: "BRUSSELS: Ministers meet"."""
    found, why = place_of(draft, statuses)
    if found is not None and found.inferred is None:
        return found, why
    before = place_before(statuses.graph.doc[draft.head])
    places = statuses.mentions.places
    named = [places[token.i] for token in before or () if token.i in places]
    return (named[0], None) if len(named) == 1 else (found, why)


def _named_place(draft: Draft, statuses: Statuses) -> Place | None:
    there = _there(draft.head, statuses.graph, statuses.mentions)
    if statuses.graph.doc[draft.head].sent.start not in statuses.named.places:
        return there  # no phrase goes beyond its sentence
    kind = statuses.lexicon.kinds[draft.kind]
    apart = kind.type == PROTEST or (kind.type in TOPICAL and bool(draft.actors))
    topics = TOPICS if apart else ()  # "men are tried over a bombing in Zenda": there, if nobody says by whom
    found = next(_said(draft, statuses), None) or there
    found = found or _deep_within(draft.head, statuses.graph, statuses.mentions, apart_from=topics)
    return found or (_called_by_town(draft, statuses) if draft.reciprocal else None)


def _called_by_town(draft: Draft, statuses: Statuses) -> Place | None:
    """ "The Zenda talks"."""
    towns = towns_of(statuses.graph.doc[draft.head], statuses)
    return next((statuses.mentions.places[town] for town in towns), None)


def _there(head: int, graph: Graph, mentions: Mentions) -> Place | None:
    """ "He fled to Sylvania. He was arrested there": the place named last before it."""
    words = [c for c in graph.doc[head].children if c.lower_ == THERE and c.dep_ == "advmod"]
    if not words:
        return None
    word = words[0]
    before = [i for i in mentions.places if i < word.i and graph.doc[i].dep_ in ("pobj", "dobj")]
    return mentions.places[max(before)] if before else None


def _said(draft: Draft, statuses: Statuses) -> Iterator[Place]:
    """The places that its arguments and those of what governs it name, the surest first."""
    graph, mentions = statuses.graph, statuses.mentions
    predicates = list(_predicates(draft, graph))
    yield from _moved_to(draft, statuses)
    hosts = list(_where_they_go(draft, statuses)) if draft.reciprocal else []
    yield from (place for place in hosts if place.inferred != HOSTS_STATE)
    for names in (draft.places, CLOSE_BY):
        heads = [h for predicate in predicates for h in predicate.heads(*names)]
        heads.sort(key=lambda h: _only_describes(h, draft.head, graph))
        yield from (mentions.places[h] for h in heads if h in mentions.places)
        yield from _crossed_into(heads, graph, mentions)
    yield from hosts  # after the town in "hosted by Graustark in Edelweiss"
    for predicate in predicates:
        yield from _nested(predicate, graph, mentions)
    for predicate in predicates if draft.kind in statuses.lexicon.groups[AT_THEIR_TARGET] else ():
        yield from _nested(predicate, graph, mentions, ("object", "outside", "against", "at"))
    for predicate in predicates:
        hit = predicate.heads("object", "outside", "at", "into", "on")
        branches = (h for h in hit if graph.doc[h].lemma_.lower() in graph.words[BRANCHES])
        yield from _named_after(branches, graph, mentions)
    for predicate in predicates:
        yield from _named_after(predicate.heads("in", "at", *draft.places), graph, mentions)
        yield from _named_after(_parts_of_towns(predicate.heads("on"), graph), graph, mentions)
        yield from _nested(predicate, graph, mentions, draft.places)
        for street in _parts_of_towns(predicate.heads(*ONTO), graph):  # "took to the streets of Strelsau"
            inner = graph.predicates.get(street)
            places = inner.heads(*NESTED) if inner is not None else ()
            yield from (mentions.places[h] for h in places if h in mentions.places)


def _only_describes(head: int, event: int, graph: Graph) -> bool:
    """ "The talks, originally to be held in Zenda, will take place in Strelsau": the clause beside the noun comes last."""
    noun, above = graph.doc[event], graph.doc[head].ancestors
    return any(t.head is noun or noun.is_ancestor(t.head) for t in above if t.dep_ in DESCRIBING)


def _moved_to(draft: Draft, statuses: Statuses) -> Iterator[Place]:
    """ "The talks have been moved from Strelsau to Edelweiss": where they will be now."""
    graph, places = statuses.graph, statuses.mentions.places
    for verb in (graph.predicates[head] for head in draft.path if head in graph.predicates):
        if verb.lemma in graph.words["verbs of moving to a place"] and draft.head not in verb.heads("to"):
            yield from (places[head] for head in verb.heads("to") if head in places)


def _where_they_go(draft: Draft, statuses: Statuses) -> Iterator[Place]:
    """ "Flew to Zenda for talks", "will send a team to Zenda for a new round of talks", "Zenda will host talks"."""
    graph, places = statuses.graph, statuses.mentions.places
    for over in (
        g
        for head in dict.fromkeys((draft.head, *draft.path, *(a.head for a in draft.applied)))
        for g in graph.governors.get(head, ())
    ):
        verb = graph.predicates.get(over.head)
        going = (
            over.name == "for" and verb is not None and verb.lemma in graph.words["verbs of going to meet"]
        )
        hosting = over.name == "object" and verb is not None and verb.lemma in graph.words["verbs of hosting"]
        if verb is not None and (going or hosting):
            there = [places[h] for h in verb.heads(*(WHITHER if going else HOST)) if h in places]
            named = [places[h] for h in verb.heads("in", "at") if hosting and h in places]
            yield from there if going else (*named, *(replace(p, inferred=HOSTS_STATE) for p in there))


def _crossed_into(heads: Iterable[int], graph: Graph, mentions: Mentions) -> Iterator[Place]:
    """ "barred from entering Sylvania", "told to leave Strelsau": the act itself stands where the place is."""
    for head in heads:
        verb = graph.predicates.get(head)
        if verb is not None and verb.lemma in graph.words[BORDER_CROSSING]:
            yield from (mentions.places[h] for h in verb.heads(*CROSSED) if h in mentions.places)


def _predicates(draft: Draft, graph: Graph) -> Iterator[Predicate]:
    heads = [draft.head, *draft.path]
    for head in dict.fromkeys(heads):
        if head in graph.predicates:
            yield from graph.at(graph.with_carrier(head))


def _nested(
    predicate: Predicate, graph: Graph, mentions: Mentions, settings: tuple[str, ...] = SETTINGS
) -> Iterator[Place]:
    """ "during a symposium in Singapore"."""
    apart = outside(predicate.head, graph.doc, but=SETTING)
    for head in predicate.heads(*settings):
        inner = graph.predicates.get(head)
        if inner is None or inner.pos != "noun" or head in apart:
            continue
        if inner.lemma in graph.words["lent nouns"]:
            continue  # "with the support of Sylvania"
        abroad = inner.lemma in graph.words["missions abroad"]
        for place in inner.heads(*(NESTED[:2] if abroad else NESTED)):
            if place in mentions.places:
                yield mentions.places[place]


def _parts_of_towns(heads: Iterable[int], graph: Graph) -> Iterator[int]:
    """ "on Strelsau's quay"; but not "on Strelsau's orders"."""
    return (h for h in heads if graph.doc[h].lemma_.lower() in graph.words[PARTS_OF_TOWNS])


def _named_after(heads: Iterable[int], graph: Graph, mentions: Mentions) -> Iterator[Place]:
    """ "at Strelsau airport", "on Strelsau's quay": a building that is called by the town in which it stands."""
    for head in heads:
        noun = graph.doc[head].lemma_.lower()
        if noun in graph.words["matters"] or noun in graph.words["borders"]:
            continue  # "in the Zenda war"
        stands_there = noun in graph.words[PARTS_OF_TOWNS]
        names = NAMES if not stands_there else (*NAMES, "poss")
        before = (t.i for t in graph.doc[head].lefts if t.dep_ in names)
        yield from (mentions.places[i] for i in before if i in mentions.places)


def _deep_within(
    head: int, graph: Graph, mentions: Mentions, *, apart_from: tuple[str, ...] = ()
) -> Place | None:
    """ "an attack near the border in Zenda": a place that stands in a phrase of the event, however deep.

    apart_from: "protests over the war in Zenda" are mostly elsewhere.
    """
    waiting, apart = [graph.doc[head]], outside(head, graph.doc, but=SETTING)
    while waiting:
        token = waiting.pop(0)
        for child in token.children:
            if (
                child.i < head
                or child.i in apart
                or child.dep_ in CLAUSES
                or (token.i == head and child.lower_ in apart_from)
            ):
                continue
            inside = token.lower_ in NESTED[:2] or (
                token.lower_ == NESTED[2] and token.head.head.lower_ in NESTED[:2]
            )
            within = (child.i,) if child.dep_ == "pobj" and inside else ()
            named = (mentions.places[i] for i in within if i in mentions.places)
            found = next(chain(named, _named_after(within, graph, mentions)), None)
            if found is not None:
                return found
            waiting.append(child)
    return None


def place_beside(head: int, graph: Graph, mentions: Mentions) -> Place | None:
    """ "a car bomb in Strelsau kills six": the place stands with what strikes or is struck."""
    apart = outside(head, graph.doc, but=SETTING)
    for argument in graph.predicates[head].heads("subject", "object", "through", *SETTINGS):
        if argument in apart:
            continue
        inner = graph.predicates.get(argument)
        for place in inner.heads("in", *CLOSE_BY) if inner is not None else ():
            if place in mentions.places:
                return mentions.places[place]
            if (called := next(_named_after((place,), graph, mentions), None)) is not None:
                return called
    for argument in graph.predicates[head].heads("subject", "into", "onto"):
        if (place_within := _deep_within(argument, graph, mentions)) is not None:
            return place_within
    return None


def place_around(head: int, graph: Graph, mentions: Mentions) -> Place | None:
    """ "arrested in Strelsau after clashes during the protests": the place of the clause that it is the setting of."""
    for _ in range(CLIMBS):
        over = next((g for g in graph.governors.get(head, ()) if g.name in OCCASIONS), None)
        if over is None:
            return _place_of_label(head, graph, mentions)
        head = over.head
        for place in graph.predicates[head].heads("in", "at"):
            if place in mentions.places:
                return mentions.places[place]
    return None


def _place_of_label(head: int, graph: Graph, mentions: Mentions) -> Place | None:
    """ "RURITANIA: A journalist has been detained": the land under whose name it is told, if no place is named."""
    label, own = label_of_text(graph.doc), graph.doc[head].sent
    if label is None or label.start == own.start:
        return None
    named = [mentions.places[t.i] for t in label if t.i in mentions.places]
    return named[0] if len(named) == 1 and all(t.i not in mentions.places for t in own) else None


def place_affected(head: int, graph: Graph, mentions: Mentions) -> Place | None:
    """ "Schools in Strelsau closed due to shelling", "fled Strelsau because of it": where what it brought about was."""
    for over in graph.above(head, *CAUSES):
        for place in graph.predicates[over].heads("object", "in", "at"):
            if place in mentions.places:
                return mentions.places[place]
    return None
