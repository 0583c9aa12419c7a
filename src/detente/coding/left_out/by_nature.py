"""A draft in, whether a blow of nature did it, or it is a plain crime, out: "killed when a wave hits their boat".

So too what is shut or cleared because of one: "closes its schools due to the heat", and soldiers sent to help.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.crimes import plain_crime
from detente.coding.matching.lexicon import any_meets
from detente.coding.standing.status import Statuses
from detente.reading.graph import Graph
from detente.reading.tokens import Token

BY_NATURE = "nature or an accident did it"
FOR_SAFETY = "it is done to keep people safe from nature or an accident"
BLOWS, WHEN = ("disaster", "breakdown"), ("when", "after", "as", "because")
WITHIN = ("in", "during", "by", "from")
REASONS = (*WHEN, "due to", "because of", "amid", "ahead of", "following", "over", "before")
DONE_TO, CLEARED = "done to somebody", "shut or cleared"  # groups of kinds
BORDERS = frozenset({"closure of border", "reopening of border"})  # kinds
RESCUE, MADE_TO = "rescue", ("xcomp", "ccomp")  # a kind, dependencies
HELP, TROOPS, AT_WORK = "soldiers are sent to help there", "troop deployment", ("relief-work",)
WORKED_ON = ("object", "for", "with", "in")
HARM, CRAFT, AIMED = "ASSAULT", ("aircraft", "vessel"), ("missile", "bomb", "flying bomb")  # a type, classes
BESIDE = ("conj", "advcl")
BY_FORCE = frozenset({"COERCE", "SANCTION"})  # types
CAUSED = ("xcomp", "ccomp", "advcl", "conj")
BELOW, OF = ("clause", "purpose"), "of"  # "an exchange of fire" is no fire


def no_politics(draft: Draft, statuses: Statuses) -> str | None:
    """The reason why the event is left out, or None."""
    found = _by_nature(draft, statuses) or _for_safety(draft, statuses) or _to_help(draft, statuses)
    found = found or (BY_NATURE if _in_wreck(draft, statuses) else None)
    return found or plain_crime(draft, statuses)


def _to_help(draft: Draft, statuses: Statuses) -> str | None:
    """ "Sent troops to shore up the dykes": no show of force."""
    if draft.kind != TROOPS:
        return None
    graph = statuses.graph
    predicate = graph.predicates[draft.head]
    tasks = (graph.predicates.get(h) for h in predicate.heads(*BELOW))
    objects = [h for task in tasks if task is not None for h in task.heads(*WORKED_ON)]
    found = any_meets(AT_WORK, objects, graph.doc, statuses.mentions, statuses.lexicon)
    return HELP if found else None


def _by_nature(draft: Draft, statuses: Statuses) -> str | None:
    if draft.actors or draft.kind not in statuses.lexicon.groups[DONE_TO]:
        return None
    graph, mentions, lexicon = statuses.graph, statuses.mentions, statuses.lexicon
    told = [graph.predicates[draft.head]]
    beside = [graph.predicates.get(c.i) for c in graph.doc[draft.head].rights if c.dep_ == "conj"]
    told += [p for p in beside if p is not None and p.passive]  # "are killed, and five hurt, in a crash"
    clauses = (graph.predicates.get(head) for p in told for head in p.heads(*WHEN))
    blows = [s for clause in clauses if clause is not None for s in clause.heads("subject")]
    blows += [head for p in told[1:] for head in p.heads(*WITHIN)]
    return BY_NATURE if any_meets(BLOWS, blows, graph.doc, mentions, lexicon) else None


def _in_wreck(draft: Draft, statuses: Statuses) -> bool:
    """ "A jet crashes into a school and kills nine"; a drone or missile does so on purpose."""
    graph = statuses.graph
    token = graph.doc[draft.head]
    if token.dep_ not in BESIDE or token.head.i > token.i or type_of(draft, statuses) != HARM:
        return False
    wrecked = graph.predicates.get(token.head.i)
    if wrecked is None or wrecked.lemma not in graph.words["accident verbs"]:
        return False
    ask = partial(any_meets, doc=graph.doc, mentions=statuses.mentions, lexicon=statuses.lexicon)
    subjects = wrecked.heads("subject")
    return ask(CRAFT, subjects) and not ask(AIMED, subjects)


def _for_safety(draft: Draft, statuses: Statuses) -> str | None:
    """ "People are told to leave after a dam bursts": it is told by the verb, by what they are to do, or by what carries
    it."""
    graph = statuses.graph
    own = graph.predicates[draft.head]
    if _is_forced(draft, statuses):
        return FOR_SAFETY
    if draft.kind not in statuses.lexicon.groups[CLEARED]:
        return None
    above = graph.above(own.head, "object", *BELOW)
    beside = (t.i for t in graph.doc[own.head].conjuncts if t.lemma_ == graph.doc[own.head].lemma_)
    orders = [graph.predicates[h] for h in (own.head, *beside) if h in graph.predicates]
    heads = [*(h for p in orders for h in (p.head, *p.heads(*BELOW))), *above]
    told = [graph.predicates[h] for h in heads if h in graph.predicates]
    reasons = [head for p in told for head in p.heads(*REASONS)]
    blows = [*_blows_in(reasons, graph), *_blows_behind(graph.doc[own.head])]
    found = any_meets(BLOWS, blows, graph.doc, statuses.mentions, statuses.lexicon)
    found = found or _is_where_blow_fell(graph.doc[own.head], statuses) or _is_told_of_before(draft, statuses)
    return FOR_SAFETY if found else None


def _is_told_of_before(draft: Draft, statuses: Statuses) -> bool:
    """ "The dam may fail. ... Thousands were told to leave their homes": in a text that opens with it."""
    doc = statuses.graph.doc
    start = doc[draft.head].sent.start
    opening = doc[: doc[0].sent.end] if start else ()
    told = {t.lemma_.lower() for t in opening if t.pos_ in ("NOUN", "PROPN")}
    return not told.isdisjoint(statuses.graph.words["blows that clear homes"])


def _blows_in(reasons: Sequence[int], graph: Graph) -> Iterator[int]:
    """ "Because of the storm", "after a dam bursts"; "as the storm nears" may be read as a noun, "were fired at" is none."""
    for head in reasons:
        word, clause = graph.doc[head], graph.predicates.get(head)
        if word.head.lower_ != OF and word.pos_ != "VERB":
            yield head
        yield from clause.heads("subject") if clause is not None else ()
        yield from (c.i for c in word.lefts if c.dep_ == "compound")


def _blows_behind(shut: Token) -> Iterator[int]:
    """ "The closure of schools as the storm nears"."""
    hung = (c for c in shut.rights if c.dep_ == "advcl")
    return (s.i for clause in hung for s in clause.lefts if s.dep_ == "nsubj")


def _is_forced(draft: Draft, statuses: Statuses) -> bool:
    """ "The storm forced it to shut its port and to move people", "the drought forces it to cut the number of ships"."""
    graph = statuses.graph
    own = graph.predicates[draft.head]
    token = graph.doc[own.head]
    while token.dep_ == "conj":
        token = token.head
    if draft.kind in BORDERS and _is_of_way_within(own.heads("object"), graph):
        return _is_forced_by_blow(graph.doc[own.head], statuses)
    if token.dep_ not in MADE_TO:
        return False
    if _is_at_home(draft, statuses):
        return _is_forced_by_blow(token, statuses)
    forced = type_of(draft, statuses) in BY_FORCE and token.dep_ == MADE_TO[0]
    return forced and _is_under_blow(token.head, statuses)


def _is_where_blow_fell(told: Token, statuses: Statuses) -> bool:
    """ "A cold snap grips Sylvania, where the government shuts the schools"."""
    while told.dep_ == "conj":
        told = told.head
    if told.dep_ != "relcl":
        return False
    above = next((t for t in told.ancestors if t.pos_ == "VERB"), None)
    return above is not None and _is_under_blow(above, statuses)


def _is_at_home(draft: Draft, statuses: Statuses) -> bool:
    """Whether something is shut or cleared, or people are brought to safety of whom nobody says that they are another's."""
    if draft.kind in statuses.lexicon.groups[CLEARED]:
        return True
    own = {a.country for a in draft.actors}
    return draft.kind == RESCUE and {a.country for a in draft.recipients if a.country} <= own


def _is_of_way_within(shut: Collection[int], graph: Graph) -> bool:
    """Whether it is a road or bridge of the land itself."""
    ways = graph.words["ways within a land"]
    return bool(shut) and all(graph.doc[h].lemma_.lower() in ways for h in shut)


def _is_forced_by_blow(told: Token, statuses: Statuses) -> bool:
    """ "The river overflows, requiring the authorities to close two bridges", "a bus overturned, and police shut the
    road"."""
    graph = statuses.graph
    accidents = graph.words["accident verbs"] | graph.words["overflowing verbs"]
    while told.dep_ in CAUSED and told.head is not told:
        told = told.head
        if _is_under_blow(told, statuses) or told.lemma_.lower() in accidents:
            return True
    return False


def _is_under_blow(token: Token, statuses: Statuses) -> bool:
    verb = statuses.graph.predicates.get(token.i)
    subjects = verb.heads("subject") if verb is not None else ()
    return any_meets(BLOWS, subjects, statuses.graph.doc, statuses.mentions, statuses.lexicon)
