"""A draft without its other side in, the party that its own arguments name inside them as that side out.

"Ruritania banned the sale of arms to Sylvania", "closed the bridge between Sylvania and Graustark", "is ready to send
troops to help defend Sylvania": whom it is aimed at stands somewhere in what is banned, closed or done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.matching.who_is import FIGHTING
from detente.coding.reasons import because
from detente.coding.roles.belonging import (
    BESIDE,
    BLAME,
    BY_LEAVE,
    REPROACHES,
    is_embassy,
    is_only_hit,
    is_told_of_people,
)
from detente.coding.roles.known import word_of
from detente.coding.roles.roles import SETTING_OFF, distinct
from detente.coding.sides.blows.turned_on import turns_on_others
from detente.coding.sides.crowds.against import without_protested
from detente.coding.sides.crowds.where import is_in_the_streets, with_people_of_town
from detente.coding.sides.looking.apart import speaks_to_its_own
from detente.coding.sides.looking.parties import courts_of, keep_order_at_home, parties_at
from detente.coding.sides.looking.ways_and_borders import is_not_hit, is_spied_for
from detente.coding.standing.status import Statuses
from detente.knowledge.frames import Kind
from detente.reading.graph import Predicate
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token
from detente.records import Actor

NAMING = (
    *("object", "indirect", "to", "against", "with", "for", "from", "out of", "up to", "on", "over", "of"),
    *("clause", "purpose"),
)
PLACES = ("in", "into", "near", "at", "off", "along")
STRUCK = ("object", "of", "against", "on", "upon", "into", "onto", "toward", "towards", "at")
OUTSIDE = ("outside", "at", "in front of", "near", "before")  # "rallied outside the Sylvanian embassy"
ADDRESSED = ("object", "indirect", "to", "with", "against", "for")
MATTERS = ("into", "about")  # an inquiry into what another did
MEETING, VISIT, RESCUE = "meeting", "visit", "rescue"
MET = ("with", "to")  # "held a summit on Sylvania": it is not there
TOPICS = ("on", "over", "of", "clause", "purpose", "about")  # what a letter or call is about
WITH, ONLY_DOER = "with", {"nsubj", "punct"}
OWN = ("object", "to", "against", "for")  # of what is done at home, unless its object is another's
PROTEST, PURPOSE, LEGAL = "PROTEST", "purpose", "legal"
CUTS = "SANCTION"  # "recalls its envoy over the bombing of Graustark"
CONSULT, THREAT, ASSAULT = "CONSULT", "THREATEN", "ASSAULT"
PRAISE = "SUPPORT"  # "honours those who fought Sylvania"
KIND = ("AID", PRAISE)
# a place, and who lives there
TOUCHES = frozenset({"AID", "ASSAULT", "COERCE", "CONCEDE", "MOBILIZE", "RETREAT"})
SETTING_TIMES = (*SETTING_OFF, "as", "when", "while", "once", "since")
FORCE = frozenset({"ASSAULT", "MOBILIZE"})
ANSWERS, CASES, COLOURS = "answers", "cases", "colours"  # lists of nouns
DEEDS = ("acl", "pcomp")  # "arrests a man on suspicion of spying for Sylvania"
CLAUSES = ("relcl", "advcl", "ccomp", "parataxis")


def with_party_within(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with recipients named inside its object, prepositional phrases or infinitives; said to be inferred."""
    kind = statuses.lexicon.kinds[draft.kind]
    if speaks_to_its_own(draft, statuses):
        return draft
    if not draft.actors and kind.type != PROTEST:  # of a protest it is enough to know what it is against
        return draft
    domestic = (draft.inner or draft.kind) in statuses.lexicon.domestic or keep_order_at_home(draft, statuses)
    # "charges five journalists who had reported on Sylvania"
    tried_at_home = LEGAL in kind.contexts and kind.kind in statuses.lexicon.own_affairs
    names = _where_to_look(draft, kind, domestic=domestic)
    beside = (*draft.actors, *courts_of(draft, statuses))
    known = {key for a in beside for key in (a.country, a.id, a.based) if key}
    for name, head in _inside(draft, kind, names, statuses, domestic=domestic):
        denounces = _denounces(head, statuses)
        clauses = (not domestic and kind.type != PRAISE) or (name == PURPOSE and denounces)
        found = _nearest(head, statuses, known, clauses=clauses, said=kind.type)
        if kind.type == PROTEST and is_in_the_streets(found, head, statuses):
            return with_people_of_town(draft, found)
        if name in OUTSIDE and kind.type == PROTEST and _only_there(found, head, statuses):
            if draft.actors:
                continue  # "protests are held at shops across Sylvania"
            return replace(draft, actors=found)
        if tried_at_home:
            found = tuple(a for a in found if not is_told_of_people(a, statuses.graph))
        if kind.kind == RESCUE:  # "rescues a man who was seized by rebels"
            found = tuple(a for a in found if FIGHTING.isdisjoint(a.sectors))
        if found:
            return replace(draft, recipients=found)
    if kind.type == PROTEST or names != ADDRESSED:
        return draft
    return replace(draft, recipients=_done_to(draft, statuses, known))


def _inside(
    draft: Draft, kind: Kind, names: Sequence[str], statuses: Statuses, *, domestic: bool
) -> Iterator[tuple[str, int]]:
    """The arguments of those names that can name the other party, with their heads."""
    over = {a.head for a in draft.applied} | ({draft.head} if kind.type in (CONSULT, THREAT) else set())
    for predicate in _predicates(draft, statuses):
        promised = predicate.head in [a.head for a in draft.applied] and predicate.has("clause")
        for name in names:
            if promised and name in PLACES:
                continue  # "agreed in Strelsau to send troops"
            if name == "object" and draft.head in predicate.heads(*PLACES):
                continue  # "Sylvanian flags were used in protests"
            for head in predicate.heads(name):
                if head in over:
                    continue
                if _is_beside_the_aim(head, name, statuses, domestic=domestic):
                    continue
                if name == "for" and head < predicate.head:
                    continue  # "For the good of Sylvania, we need a policy of defence"
                if name == PURPOSE and kind.type == PROTEST and not _denounces(head, statuses):
                    continue
                yield name, head


def _denounces(head: int, statuses: Statuses) -> bool:
    return statuses.graph.doc[head].lemma_ in statuses.graph.words["denouncing verbs"]


def _is_beside_the_aim(head: int, name: str, statuses: Statuses, *, domestic: bool) -> bool:
    """ "Executes him for spying for Sylvania", "blockades the port with Sylvania's help", "voted, with Sylvania
    abstaining, to back it": why, how or amid what, and not on whom."""
    token = statuses.graph.doc[head]
    if name == WITH and token.dep_ == "pcomp" and {c.dep_ for c in token.children} <= ONLY_DOER:
        return True
    lent = name in BY_LEAVE and token.lemma_.lower() in statuses.graph.words["lent nouns"]
    lent = lent or (name == "in" and token.lemma_.lower() in statuses.graph.words[CASES])
    return lent or token.lemma_.lower() in statuses.graph.words[COLOURS] or (domestic and token.tag_ == "VBG")


def _where_to_look(draft: Draft, kind: Kind, *, domestic: bool) -> tuple[str, ...]:
    """The arguments in which the other party may be named."""
    names: tuple[str, ...] = OWN if domestic else NAMING
    if kind.type in TOUCHES and not domestic:
        names = (*names, *PLACES)
    if kind.type == "ACCUSE" and not domestic:
        names = (*(n for n in names if LEGAL not in kind.contexts or n not in MET), *MATTERS)  # to a court
    if draft.made and draft.inner is None:
        names = ADDRESSED  # a bare promise or refusal: of what is promised nothing is known
    if kind.type == ASSAULT and not domestic:  # "fired rockets from Sylvania at towns in Graustark"
        names = (*STRUCK, *names)
    if kind.type == PROTEST:
        names = ("against", PURPOSE, *OUTSIDE, *names)
    if kind.type == CONSULT:
        met = kind.family == MEETING and kind.mode != VISIT
        names = MET if met else tuple(name for name in names if name not in TOPICS)
    return names


def _only_there(found: Sequence[Actor], head: int, statuses: Statuses) -> bool:
    """Whether all that is named in a phrase is the land in which what stands at its head is."""
    doc, where = statuses.graph.doc, statuses.graph.words["location prepositions"]
    words = (word_of(a, doc) for a in found)
    roots = [word for word in words if word is not None and word.i != head]
    tops = [next((t for t in (r, *r.ancestors) if t.dep_ not in ("conj", "appos")), r) for r in roots]
    return bool(tops) and all(t.dep_ == "pobj" and t.i != head and t.head.lower_ in where for t in tops)


def _done_to(draft: Draft, statuses: Statuses, known: set[str]) -> tuple[Actor, ...]:
    """Who is the plain object of what is promised: "is ready to send troops to help defend Sylvania"."""
    predicates = statuses.graph.predicates
    for head in predicates[draft.head].heads("clause", "purpose"):
        for token in statuses.graph.doc[head].subtree:
            if token.dep_ != "dobj" or not _is_its_own(token, head):
                continue
            found = [a for a in parties_at(token.i, statuses) if not {a.country, a.id, a.based} & known]
            if found:
                why = f"named in '{statuses.graph.doc[head].text}'"
                return distinct(because(found, why))
    return ()


def _is_its_own(token: Token, top: int) -> bool:
    """Whether an object is of what is promised, and of nothing in a phrase or clause within it."""
    for above in token.ancestors:
        if above.i == top:
            return True
        if above.pos_ in ("ADP", "SCONJ") or above.dep_ in ("ccomp", "parataxis"):
            return False
    return False


def _predicates(draft: Draft, statuses: Statuses) -> Iterator[Predicate]:
    """The event, the verb that carries it, and the operators over it that are not about saying."""
    graph = statuses.graph
    over = (a.head for a in draft.applied if not (a.operator.bare and a.operator.affirms))  # "told the court"
    for head in dict.fromkeys((*graph.with_carrier(draft.head), *over)):
        if head in graph.predicates:
            yield graph.predicates[head]


def _nearest(
    head: int, statuses: Statuses, known: set[str], *, clauses: bool, said: str | None = None
) -> tuple[Actor, ...]:
    """The parties of a phrase that stand highest in it, and those coordinated with them. said: its type; of words it is
    told whom they are aimed at, and not who is hit by what they are about.
    """
    doc, words = statuses.graph.doc, statuses.graph.words
    if doc[head].lemma_.lower() in words["exceptions"]:
        return ()
    best: dict[int, list[Actor]] = {}
    helped: list[Actor] = []
    for token, depth in _below(doc[head], statuses, clauses=clauses, kind_to_them=said in KIND):
        found = [a for a in parties_at(token.i, statuses) if not _is_one_of(a, known)]
        spared = said == ASSAULT and is_not_hit(token, words)
        if found and not (
            spared or is_spied_for(token, words) or (said in FORCE and _is_maker(token, statuses))
        ):
            best.setdefault(depth, []).extend(found)
            joined = (token, *token.conjuncts) if said in KIND else ()
            if any(t.dep_ in SUBJECTS and t.head.i == head for t in joined):
                helped.extend(found)  # "helped Sylvania to repel Graustark"
    highest = helped or (best[min(best)] if best else ())
    if said in (*REPROACHES, CUTS):
        highest = [a for a in highest if not is_only_hit(a, statuses.graph, blamed=said == BLAME)]
    parties = distinct(because(highest, f"named in '{doc[head].text}'"))
    return parties if said in (*REPROACHES, CUTS) else without_protested(parties, said, statuses)


def _is_maker(token: Token, statuses: Statuses) -> bool:
    """ "Shows Sylvanian-made jets": whoever uses them is not up against who built them; a ban on them is."""
    return token.head.lower_ in statuses.graph.words["making participles"]


def _is_one_of(actor: Actor, known: set[str]) -> bool:
    """Whether it is one of those or of their state; rebels who have a name are nobody's but their own."""
    rebels = actor.id is not None and not actor.country and not FIGHTING.isdisjoint(actor.sectors)
    return bool({actor.country, actor.id, None if rebels else actor.based} & known)


def _below(
    top: Token, statuses: Statuses, *, clauses: bool, kind_to_them: bool = False
) -> Iterator[tuple[Token, int]]:
    """The tokens of a phrase with the steps down to them; one coordinated with another stands as high as it.

    Without clauses also without other events: "arrests a suspect in the raid on Zenda" is aimed at nobody there.
    """
    waiting = [(top, 0)]
    while waiting:
        token, depth = waiting.pop(0)
        yield token, depth
        for child in token.children:
            if (
                child.lower_ in SETTING_OFF
                or _tells_when(child, statuses)
                or (child.dep_ in (*CLAUSES, *DEEDS) and not clauses)
                or (child.lemma_.lower() in statuses.lexicon.event_nouns and not clauses)
            ):
                continue
            if child.dep_ == "relcl" and child.left_edge.i and child.left_edge.nbor(-1).text == ",":
                continue  # what is added by the way tells nothing of whom it is aimed at
            if child.dep_ == "poss" and token.dep_ == "appos" and any(c.tag_ == "JJS" for c in token.lefts):
                continue  # "the dam, Sylvania's largest"
            if child.dep_ in ("relcl", "acl") and (
                _goes_somewhere(child, statuses) or turns_on_others(child, statuses)
            ):
                continue  # "shot youths who tried to cross into Sylvania", "who had stoned a Sylvanian car"
            if (
                kind_to_them
                and child.dep_ == "agent"
                and token.lemma_ in statuses.graph.words["done to people"]
            ):
                continue  # "takes in migrants expelled by Sylvania": it does Sylvania no kindness
            if child.dep_ == "conj" and token is top:
                continue  # an argument of its own
            if child.lower_ in BESIDE and any(is_embassy(c.i, statuses.mentions) for c in child.children):
                continue  # "a house near the Sylvanian embassy"
            waiting.append((child, depth + (child.dep_ != "conj")))


def _goes_somewhere(clause: Token, statuses: Statuses) -> bool:
    """Whether it says where somebody goes or tries to go."""
    going = statuses.graph.words["going verbs"]
    return any(t.lemma_ in going for t in (clause, *(c for c in clause.children if c.dep_ == "xcomp")))


def _tells_when(token: Token, statuses: Statuses) -> bool:
    """ "evacuates people after Sylvania opens a dam", "meets in response to a raid by rebels": why or when, not at whom."""
    if token.dep_ == "advcl":
        return any(c.dep_ in ("mark", "advmod") and c.lower_ in SETTING_TIMES for c in token.lefts)
    return opens_answer(token, statuses)


def opens_answer(token: Token, statuses: Statuses) -> bool:
    """ "In response", "in retaliation for the raid", "in connection with a Sylvanian plot"."""
    if token.lower_ != "in":
        return False
    words = statuses.graph.words[ANSWERS] | statuses.graph.words[CASES]
    return any(c.lower_ in words for c in token.children)
