"""Whom a protest is against, as its crowd demands, shouts, shows or says; whom force against it is not aimed at."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.roles.belonging import is_target_of
from detente.coding.roles.roles import actors_at, actors_of
from detente.coding.sides.step import aimed_at_first
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.records import Actor

PROTEST = "PROTEST"  # a type
TOLD = ("participle", "purpose", "clause")
WHAT, WHOM = ("object", "for"), ("object", "on")
CLAUSE, FOR = "clause", "for"
DEMANDED = "what the crowd demands is demanded of them"
DEEDS, AIMS = ("to", "of"), ("of", "against", "on")
DEMANDING, ENDING, SHUNNING = "demanding verbs", "nouns of ending", "nouns of shunning"
LEAVING, DENOUNCING = "nouns of leaving", "denouncing verbs"
AGAINST, WITH, TO, SHOWN = ("against",), "with", "to", ("object", "on", "to")
SHOUTING, ABUSING, SIGNS, CURSES = "shouting verbs", "abusing verbs", "signs that are abused", "curses"
SHOWN_AGAINST = "what the crowd shouts, carries or burns is against them"
IN = "in"
AT_WHAT = ("against", "at", "of", "over")
IN_PROTEST_AT = "what it is in protest at is theirs"
BY_FORCE = ("COERCE", "ASSAULT")  # types
GATHERINGS = "gatherings against somebody"


def with_whom_it_demands(draft: Draft, statuses: Statuses) -> Draft:
    """A protest whose crowd demands something of others in, those as whom it is against out.

    "Rallies in Strelsau to demand an end to Sylvanian attacks", "calling on Sylvania to leave", "demanding a boycott of
    Sylvania": against Sylvania, and not those who govern at home. So too "denouncing Sylvanian raids", and "for Sylvania to
    leave".
    The draft with them as recipients, where no other side is known yet.
    """
    found = (_demanded_of(verb, statuses) for verb in said_along(draft, statuses))
    return aimed_at_first(draft, found, DEMANDED)


def said_along(draft: Draft, statuses: Statuses) -> Iterator[Predicate]:
    """What the crowd says with its protest, which hangs on it or on the verb that carries it."""
    graph = statuses.graph
    own = graph.predicates[draft.head]
    heads = (own.head, own.carrier)
    above = (graph.predicates[h] for h in dict.fromkeys(heads) if h is not None and h in graph.predicates)
    inner = (h for predicate in above for h in predicate.heads(*TOLD))
    yield from graph.at(dict.fromkeys(inner))


def _demanded_of(verb: Predicate, statuses: Statuses) -> tuple[Actor, ...]:
    words = statuses.graph.words
    lemma = statuses.graph.doc[verb.head].lemma_
    if lemma in words[DENOUNCING]:
        return _of_any(verb.heads("object", "against"), statuses)
    if lemma not in words[DEMANDING]:
        return _who_is_to_act(verb, statuses)
    asked = _of_any((h for h in verb.heads(*WHOM) if _is_name(h, statuses)), statuses)
    nouns = (h for h in verb.heads(*WHAT) if not _is_name(h, statuses))
    return (
        asked
        or _of_any((h for n in nouns for h in _answering(n, verb, statuses)), statuses)
        or _of_clause(verb, statuses)
    )


def _who_is_to_act(verb: Predicate, statuses: Statuses) -> tuple[Actor, ...]:
    """ "Rallied for Sylvania to withdraw its troops"."""
    marks = {c.lower_ for c in statuses.graph.doc[verb.head].lefts if c.dep_ == "mark"}
    return _of_any(verb.heads("subject"), statuses) if FOR in marks else ()


def _answering(noun: int, verb: Predicate, statuses: Statuses) -> Iterator[int]:
    """What in a noun phrase tells of whom a thing is demanded: the deed that is to end, whom one is to shun."""
    token, words = statuses.graph.doc[noun], statuses.graph.words
    lemma = token.lemma_.lower()
    if lemma in words[LEAVING]:
        yield noun
    marks = DEEDS if lemma in words[ENDING] else AIMS if lemma in words[SHUNNING] else ()
    for mark in token.rights:
        if mark.lower_ in marks:
            yield from (c.i for c in mark.rights if c.dep_ == "pobj")
    yield from (h for h in verb.heads(*marks) if h > noun)  # the parser hangs "to" on the verb


def _of_clause(verb: Predicate, statuses: Statuses) -> tuple[Actor, ...]:
    """ "Demanding that Sylvania leave": who is to do it."""
    clauses = (statuses.graph.predicates.get(h) for h in verb.heads(CLAUSE))
    subjects = (h for clause in clauses if clause is not None for h in clause.heads("subject"))
    return _of_any((h for h in subjects if _is_name(h, statuses)), statuses)


def _is_name(head: int, statuses: Statuses) -> bool:
    return head in statuses.mentions.actors


def _of_any(heads: Iterator[int] | tuple[int, ...], statuses: Statuses) -> tuple[Actor, ...]:
    """Those who answer for the first of some words that anybody answers for."""
    found = (actors_of(h, "object", statuses.graph, statuses.mentions) for h in heads)
    return next((actors for actors in found if actors), ())


def with_whom_it_shouts_at(draft: Draft, statuses: Statuses) -> Draft:
    """A protest whose crowd shouts, burns or carries something against others in, those as whom it is against out.

    "Marched through Strelsau, chanting anti-Sylvanian slogans", "burning effigies of the Sylvanian king", "rallied and
    shouted 'Death to Sylvania'", "with banners against Sylvania": against Sylvania, and not those who govern at home. Whose
    flags and portraits are only waved says nothing: it may be for them.
    The draft with them as recipients, where no other side is known yet.
    """
    return aimed_at_first(draft, _aimed_at(draft, statuses), SHOWN_AGAINST)


def _aimed_at(draft: Draft, statuses: Statuses) -> Iterator[tuple[Actor, ...]]:
    """What is shouted or burned along with it, what is carried in it."""
    graph = statuses.graph
    own = graph.predicates[draft.head]
    joined = (t.i for t in graph.doc[draft.head].conjuncts)
    beside = [*said_along(draft, statuses), *graph.at(joined)]
    for verb in (own, *beside):
        yield _of_verb(verb, statuses)
    for head in own.heads(WITH):
        yield _below(head, statuses)


def _of_verb(verb: Predicate, statuses: Statuses) -> tuple[Actor, ...]:
    doc, words = statuses.graph.doc, statuses.graph.words
    lemma = doc[verb.head].lemma_.lower()
    if lemma in words[SHOUTING]:
        cursed = any(doc[h].lemma_.lower() in words[CURSES] for h in verb.heads("object"))
        marks = (*AGAINST, TO) if cursed else AGAINST
        return actors_at(marks, verb, statuses.graph, statuses.mentions)
    if lemma not in words[ABUSING]:
        return ()
    signs = (h for h in verb.heads(*SHOWN) if doc[h].lemma_.lower() in words[SIGNS])
    found = (actors_of(h, "object", statuses.graph, statuses.mentions) for h in signs)
    return next((actors for actors in found if actors), ())


def _below(head: int, statuses: Statuses) -> tuple[Actor, ...]:
    """ "With banners against the Sylvanian premier"."""
    marks = (c for c in statuses.graph.doc[head].rights if c.lower_ in AGAINST)
    named = (t.i for mark in marks for t in mark.rights if t.dep_ == "pobj")
    found = (actors_of(h, "against", statuses.graph, statuses.mentions) for h in named)
    return next((actors for actors in found if actors), ())


def with_whom_it_protests(draft: Draft, statuses: Statuses) -> Draft:
    """A strike or march told as one "in protest at" something in, whose deed that is as whom it is against out.

    "A strike in protest of the killings by Ruritania's army": against Ruritania, and not those who govern at home.
    """
    graph, mentions = statuses.graph, statuses.mentions
    found = (actors_at(AT_WHAT, told, graph, mentions) for told in _tellings(draft, statuses))
    return aimed_at_first(draft, found, IN_PROTEST_AT)


def _tellings(draft: Draft, statuses: Statuses) -> Iterator[Predicate]:
    """The nouns of protest in which it is done, and the verb itself where what it is at hangs on that."""
    graph = statuses.graph
    for predicate in graph.at(graph.with_carrier(draft.head)):
        nouns = [h for h in predicate.heads(IN) if _is_protest(graph.doc[h].lemma_.lower(), statuses)]
        yield from graph.at(nouns)
        if nouns:
            yield predicate


def _is_protest(lemma: str, statuses: Statuses) -> bool:
    frames = (frame for _, frame in statuses.lexicon.noun_frames.get(lemma, ()))
    kinds = (statuses.lexicon.kinds[frame.kind] for frame in frames)
    return any(kind.type == PROTEST for kind in kinds)


def off_protested(draft: Draft, statuses: Statuses) -> Draft:
    """Force or a ban against a crowd in, the same not aimed at whom the crowd is against out.

    "Police broke up a march against Sylvania", "banned an anti-Sylvanian rally": those who march are hit by it.
    The draft without those; who is hit then the steps after it find.
    """
    hit = without_protested(draft.recipients, type_of(draft, statuses), statuses)
    return draft if len(hit) == len(draft.recipients) else replace(draft, recipients=hit)


def without_protested(actors: tuple[Actor, ...], code: str | None, statuses: Statuses) -> tuple[Actor, ...]:
    """Of those that a phrase names the ones that no crowd in it is against, for an act of such a type."""
    if code not in BY_FORCE:
        return actors
    nouns = statuses.graph.words[GATHERINGS]
    return tuple(a for a in actors if not is_target_of(a, nouns, statuses.graph))
