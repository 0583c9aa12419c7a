"""A call for the release of captives that names nobody in, whoever holds them as whom it is addressed to out.

"Ruritania called for the release of its sailors held in Sylvania": it is Sylvania that is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.matching.further_sides import OWN_PEOPLE
from detente.coding.reasons import because, only_because
from detente.coding.roles.known import known_among
from detente.coding.roles.roles import actors_at, actors_of, sides
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.records import Actor

RELEASE = "release"  # a kind
WHAT, WHOM, HOLDERS = ("for", "object", "clause"), ("of", "object"), ("by", "in", "at", "subject")
OWN, HELD = ("poss", "of"), "held by somebody"
CAPTIVES, PRONOUNS = "held", ("his", "her", "their")  # a group of kinds
PERSONAL = "PRP"  # a tag: no "those held"
HOSTED, SHELTERED = ("reception",), ("asylum",)  # kinds
WHY = "holds them"
RESCUE, FORCES = "rescue", frozenset({"MIL", "COP", "SPY"})  # a kind, sectors
FREED_OWN = "nobody else is named whom they came to free"
FREES_TOO = "who lets captives of theirs go too"
IN_RETURN, PASSED_ON = ("in",), "to whom the others went"
OUTLAWS = frozenset({"REB", "UAF", "CRM", "PRM"})


def with_captor(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; nothing where it is addressed to somebody, or those are held by who asks."""
    own = {a.country for a in draft.actors}
    if not own or any(r.country not in own for r in draft.recipients):
        return draft  # "the release of its sailors": those are no more asked than they ask
    for place in _cells(draft, statuses):
        found = actors_of(place, "in", statuses.graph, statuses.mentions)
        holders = tuple(a for a in found if (a.country or a.id) and a.country not in own)
        if holders:
            return replace(
                draft,
                recipients=because(holders, WHY),
            )
    return draft


def with_who_took_them(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "A court in Sylvania jailed a Ruritanian reporter. Graustark demanded his release": of Sylvania, and not of him."""
    if any(r.inferred is None for r in draft.recipients) or not _asks_for_theirs(draft, statuses):
        return draft
    for earlier in reversed([d for d in drafts if d.head < draft.head]):
        known = known_among(_keepers(earlier, statuses))
        if known:
            if sides(known, draft.actors):
                return draft
            return replace(draft, recipients=only_because(known, WHY))
    return draft


def _keepers(earlier: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """Those who took somebody, or have him as their guest."""
    if earlier.kind in HOSTED:
        return earlier.recipients
    taken = earlier.kind in statuses.lexicon.groups[CAPTIVES] or earlier.kind in SHELTERED
    return earlier.actors if taken and not earlier.reciprocal else ()


def _asks_for_theirs(draft: Draft, statuses: Statuses) -> bool:
    """Whether it is "his release" or "their freedom" that is asked for, or "for him to be freed"."""
    doc, words = statuses.graph.doc, statuses.graph.words["owned sufferings"]
    if _asks_to_free_them(draft, statuses):
        return True
    asked = (doc[h] for h in (draft.head, *statuses.graph.predicates[draft.head].heads("object", "for")))
    freed = (t for t in asked if t.lemma_.lower() in words)
    return any(c.dep_ == "poss" and c.lower_ in PRONOUNS for t in freed for c in t.lefts)


def _asks_to_free_them(draft: Draft, statuses: Statuses) -> bool:
    """ "Pressed for him to be released", "demanded that it be sent home"."""
    predicates, letting = statuses.graph.predicates, statuses.graph.words["verbs of giving somebody up"]
    doc = statuses.graph.doc
    for verb in (predicates.get(t.i) for t in doc[draft.head].subtree if t.i >= draft.head):
        if verb is not None and verb.pos == "verb" and verb.lemma in letting:
            return any(doc[h].tag_ == PERSONAL for h in verb.heads("object"))
    return False


def as_rescue(draft: Draft, statuses: Statuses) -> Draft:
    """ "Ruritanian troops freed two Sylvanians held by the league": those who held them let nobody go."""
    graph, mentions = statuses.graph, statuses.mentions
    event = graph.predicates[draft.head]
    if event.pos != "verb":
        return draft
    doers = actors_at(("subject",), event, graph, mentions)
    if not doers or not all(FORCES & set(a.sectors) for a in doers):
        return draft
    held = [actors_of(h, "by", graph, mentions) for h in holders_of(set(event.heads("object")), statuses)]
    captors = [a for found in held for a in found if OUTLAWS & set(a.sectors)]
    if not captors or sides(captors, doers):
        return draft
    freed = tuple(a for a in actors_at(("object",), event, graph, mentions) if a.country and not a.inferred)
    if not freed and doers[0].country:
        freed = (side_at_home(doers[0].country, "CVL", FREED_OWN),)
    return replace(draft, kind=RESCUE, actors=doers, recipients=freed)


def with_who_returns_it(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "The league freed a Ruritanian in exchange for ten prisoners", "and ten go free in return": Ruritania, which got
    him, lets those go."""
    event = statuses.graph.predicates[draft.head]
    released = [d for d in drafts if d is not draft and d.kind == RELEASE]
    if event.pos == "noun":
        others = [d for d in released if draft.head in statuses.graph.predicates[d.head].heads(*IN_RETURN)]
    else:
        others = [d for d in released if d.head < draft.head] if _is_in_return(draft.head, statuses) else []
    if not others:
        return draft
    other = others[-1]
    back = tuple(r for r in draft.recipients if r.country and not r.inferred) or other.actors
    side = [a for a in other.recipients if a.country and not sides((a,), back)]
    if event.pos != "noun" and not side:
        return draft
    return replace(
        draft,
        actors=because(side, PASSED_ON),
        recipients=back if side else (),
        status=other.status if event.pos == "noun" else draft.status,
        certainty=other.certainty,
    )


def _is_in_return(head: int, statuses: Statuses) -> bool:
    words = statuses.graph.words["in return"]
    below = statuses.graph.doc[head].subtree
    return any(t.lower_ in words and t.head.lower_ in IN_RETURN and not list(t.children) for t in below)


def with_who_frees_too(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "The league freed four captives and Ruritania let ten of the league's men go": those were Ruritania's."""
    if any(r.country for r in draft.recipients):
        return draft
    sentence = statuses.graph.doc[draft.head].sent
    own = {a.country or a.based for a in draft.actors} - {None}
    for other in drafts:
        near = other is not draft and other.kind == RELEASE and sentence.start <= other.head < sentence.end
        if near and own & {r.country for r in other.recipients}:
            side = (a for a in other.actors if a.country and a.country not in own)
            return replace(draft, recipients=because(side, FREES_TOO))
    return draft


def only_thought_its_own(draft: Draft) -> bool:
    """ "Was picked up by a Sylvanian trawler": of the same state for all that is said, and no aid to anybody."""
    own = {a.country for a in draft.actors}
    thought = all(
        r.inferred not in (None, FREED_OWN, OWN_PEOPLE) and r.country in own for r in draft.recipients
    )
    return bool(draft.recipients) and thought


def holders_of(captives: set[int], statuses: Statuses) -> Iterator[int]:
    """Those who are said to hold or to have taken them."""
    for verb in statuses.graph.predicates.values() if captives else ():
        taken = statuses.graph.doc[verb.head].lower_ in statuses.graph.words["taken by nobody of rank"]
        holds = verb.pos == "verb" and (taken or verb.lemma in statuses.graph.words["holding verbs"])
        if holds and captives & set(verb.heads("object")):
            yield from verb.heads("by", "subject")


def _cells(draft: Draft, statuses: Statuses) -> Iterator[int]:
    """Where those are held whose release is asked for, and by whom."""
    predicates = statuses.graph.predicates
    asked = [predicates[h] for h in predicates[draft.head].heads(*WHAT) if h in predicates]
    captives = {h for deed in asked for h in deed.heads(*WHOM)} | set(_kin_of_whom(draft, asked, statuses))
    for verb in predicates.values() if captives else ():
        holds = verb.pos == "verb" and verb.lemma in statuses.graph.words["holding verbs"]
        if holds and captives & set(verb.heads("object")):
            yield from verb.heads(*HOLDERS)


def _kin_of_whom(draft: Draft, asked: Sequence[Predicate], statuses: Statuses) -> Iterator[int]:
    """ "The wife of an envoy held in Sylvania asks for his release": the envoy."""
    doc, predicates = statuses.graph.doc, statuses.graph.predicates
    if not any(doc[h].pos_ == "PRON" for deed in asked for h in deed.heads(*OWN)):
        return
    for relative in predicates[draft.head].heads("subject"):
        if relative in predicates:
            yield from predicates[relative].heads("of", "poss")


def are_from_kidnappers(draft: Draft, statuses: Statuses) -> bool:
    """ "Two kidnapped Sylvanian envoys were let go", "Sylvanian hostages", "men held hostage": not by their own state,
    whoever took them."""
    graph = statuses.graph
    if draft.kind != RELEASE or draft.actors:
        return False
    event = graph.predicates[draft.head]
    words = graph.words["taken by nobody of rank"]
    known = bool(actors_at(("object",), event, graph, statuses.mentions))
    for noun in (graph.doc[h] for h in event.heads("object")):
        held = (c for verb in noun.rights if verb.dep_ == "acl" for c in verb.rights)
        named = any(c.lower_ in graph.words[HELD] for c in noun.lefts)  # "league-held hostages"
        # "nine hostages were freed in Zenda": by whom nobody says
        called = (noun, *held) if known and not named else ()
        if any(t.lower_ in words for t in (*noun.lefts, *called)):
            return True
    seizures = (graph.predicates.get(h) for h in event.heads("after"))  # "freed a week after being kidnapped"
    return any(p is not None and graph.doc[p.head].lower_ in words for p in seizures)
