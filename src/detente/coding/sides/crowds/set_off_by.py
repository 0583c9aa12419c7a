"""A protest at home that another state's deed set off in, that state as whom it is against out.

"Sylvanian fishermen rally after the arrest of nine fishermen and the seizure of two boats by Ruritania's navy": against
Ruritania, and not those who govern at home. It is their boats, too, and those of their kind who were taken. "Ruritania's
ban sparked protests in Sylvania", and "Ruritania shut the pass. The closure sparked protests in Sylvania": so too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import because
from detente.coding.roles.known import known_among, only_land
from detente.coding.roles.roles import OWNERS, actors_at, sides
from detente.coding.sides.looking.told_before import told_in
from detente.coding.sides.whose.domestic import AT_HOME, side_at_home
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.shapes import is_pointed_at
from detente.records import Actor

PROTEST, PEOPLE = "PROTEST", "CVL"  # a type, a sector
DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION"})  # types
SUFFERED = frozenset({"ASSAULT", "COERCE"})
TAKEN = ("object", "of")
OCCASIONS = ("after", "following", "over", "because of", "in response to")
CAUSING, SUBJECT, OBJECT = "verbs of rousing", ("subject",), "object"
HOSTILE = DEEDS | {"ACCUSE", "MOBILIZE", "REJECT", "THREATEN"}
AUTHORS = tuple(name for name in OWNERS if name in ("adj", "poss", "by", "mod"))
WHY, THEIRS = "did what set it off", "it set off their protest"


def with_whose_deed_set_it_off(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with them as recipients, if it is thought to be at home; nothing where crowd and doer are of one land."""
    if any(r.inferred != AT_HOME for r in draft.recipients):
        return draft
    for doers in _doers(draft, drafts, statuses):
        if doers and not sides(doers, draft.actors):
            return replace(draft, recipients=because(doers, WHY))
    return draft


def _doers(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Iterator[tuple[Actor, ...]]:
    """Of the deeds that it came after, the surest first; then of whatever else is said to have set it off."""
    heads = set(_occasions(draft, statuses))
    deeds = (d for d in drafts if d.head in heads and _is_told(d, DEEDS, statuses)) if heads else ()
    yield from (known_among(deed.actors) for deed in deeds)
    for cause in _causes(draft, statuses):
        noun = statuses.graph.predicates.get(cause)
        authors = actors_at(AUTHORS, noun, statuses.graph, statuses.mentions) if noun is not None else ()
        yield known_among(authors) or _modifying(cause, statuses)
        if not authors and is_pointed_at(statuses.graph.doc[cause], statuses.graph.words):
            yield _doers_before(draft, drafts, statuses)


def _modifying(noun: int, statuses: Statuses) -> tuple[Actor, ...]:
    """ "A Ruritanian film": whose it is."""
    before = statuses.graph.doc[noun].lefts
    named = (statuses.mentions.modifiers.get(token.i) for token in before)
    return tuple(mention.actor for mention in named if mention is not None)


def _doers_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> tuple[Actor, ...]:
    """Whoever did the last hostile thing that the sentence before tells; else of whom it mainly tells."""
    doc = statuses.graph.doc
    end = doc[draft.head].sent.start
    if not end:
        return ()
    before = doc[end - 1].sent
    told = [d for d in told_in(before, drafts) if _is_told(d, HOSTILE, statuses)]
    if told:
        return known_among(told[-1].actors)
    verb = statuses.graph.predicates.get(before.root.i)
    return () if verb is None else known_among(actors_at(SUBJECT, verb, statuses.graph, statuses.mentions))


def with_whose_protest_it_set_off(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """What was done to people of the same sort, or to nobody of whom it is said, was done to those who protest."""
    if any(r.inferred != AT_HOME for r in draft.recipients) or not _is_told(draft, SUFFERED, statuses):
        return draft
    for other in drafts:
        if type_of(other, statuses) != PROTEST or draft.head not in _occasions(other, statuses):
            continue
        land = only_land(other.actors)
        if land is None or sides(other.actors, draft.actors) or not _is_of_them(draft, other, statuses):
            continue
        return replace(draft, recipients=(side_at_home(land, PEOPLE, THEIRS),))
    return draft


def _occasions(protest: Draft, statuses: Statuses) -> Iterator[int]:
    """The words for what it came after, with those that are listed beside them."""
    graph = statuses.graph
    own = graph.predicates[protest.head]
    yield from _causes(protest, statuses)
    above = (
        own.head,
        own.carrier,
        *graph.above(own.head, "subject"),
    )
    for head in dict.fromkeys(above):
        predicate = graph.predicates.get(head) if head is not None else None
        for occasion in predicate.heads(*OCCASIONS) if predicate is not None else ():
            yield occasion
            yield from (t.i for t in graph.doc[occasion].conjuncts)


def _causes(protest: Draft, statuses: Statuses) -> Iterator[int]:
    """The subjects of the verbs by which it is set off."""
    for verb in _set_off_by(protest, statuses):
        yield from verb.heads(*SUBJECT)


def _set_off_by(protest: Draft, statuses: Statuses) -> Iterator[Predicate]:
    graph = statuses.graph
    above = (g for g in graph.governors.get(protest.head, ()) if g.name == OBJECT)
    verbs = (graph.predicates[g.head] for g in above)
    yield from (verb for verb in verbs if verb.lemma in graph.words[CAUSING])


def _is_told(draft: Draft, types: frozenset[str], statuses: Statuses) -> bool:
    return draft.status in HAPPENED and not draft.reciprocal and type_of(draft, statuses) in types


def _is_of_them(deed: Draft, protest: Draft, statuses: Statuses) -> bool:
    """Whether no other people are said to have been hit."""
    graph = statuses.graph
    hit = [graph.doc[h].lemma_ for h in graph.predicates[deed.head].heads(*TAKEN)]
    telling = graph.at(graph.with_carrier(protest.head))
    crowd = {graph.doc[h].lemma_ for p in telling for h in p.heads("subject")}
    return not deed.recipients or not crowd.isdisjoint(hit)
