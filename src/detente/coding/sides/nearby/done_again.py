"""The sides of an act that is told as like the one before it, or again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import family_of
from detente.coding.reasons import STANDS_FOR, because, only_because
from detente.coding.roles.known import known_among
from detente.coding.roles.roles import OWNERS, actors_at, sides
from detente.coding.sides.looking.told_before import start_before, told_before
from detente.coding.sides.whose.domestic import AT_HOME
from detente.coding.standing.status import Statuses
from detente.reading.shapes import is_pointed_at
from detente.reading.tokens import Token
from detente.records import Actor

SAME, IN_RETURN = "same act", "same act in return"  # kinds
MEETING = "meeting"  # family
THREAT, AHEAD = "threat", frozenset({"planned", "scheduled"})  # a kind, statuses
BLOWS = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN"})  # types
REPROACH, FORCE, HITTING_BACK = (
    "criticism",
    "ASSAULT",
    "verbs of hitting back",
)  # a kind, a type, a list of words
SAID_HOW, DENIED = ("clause", "participle", "with", "at", "over", "about", "against", "on"), "denied"
BACK, FAR = 2, 9  # sentences before its own in which the act was told, or if nothing fits there
LIKE, ALSO = "words for the like", "words for also"
PROTEST = "PROTEST"  # a type, whose aim is at home if nothing else is told
OWN_MATTER = ("over", "against", "about", "at", "for")  # "also marched over wages"
BY_OTHERS = frozenset({PROTEST, "ACCUSE", "REQUEST", "SANCTION", "THREATEN"})
WHY = "like the one that is told before it"


def with_acts_done_again(drafts: Sequence[Draft], statuses: Statuses) -> tuple[Draft, ...]:
    """Drafts in, those that only say that somebody does as another did turned into that act out.

    "Ruritania expels two Sylvanian envoys. Graustark followed suit": Graustark expels Sylvanian envoys too. "He will return
    the visit": who was visited goes to the visitor.
    The drafts; one that nothing before explains is left out, and so is the noun in "returned the visit".
    """
    drafts = tuple([_in_force(draft, drafts, statuses) for draft in drafts])
    again = {d.head for d in drafts if d.kind in (SAME, IN_RETURN)}
    if not again:
        return drafts
    only_words = {h for head in again for h in statuses.graph.predicates[head].heads("object")}
    done: list[Draft] = []
    for draft in drafts:
        if draft.kind == SAME:
            found = _same(draft, done, statuses)
        elif draft.kind == IN_RETURN:
            found = _in_return(draft, done, statuses)
        else:
            found = draft if draft.head not in only_words else None
        if found is not None:
            done.append(found)
    return tuple(done)


def _in_force(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Ruritania shelled a Sylvanian post. Sylvania hit back": by force, where the last blow it was dealt was one."""
    verb = statuses.graph.predicates[draft.head]
    if draft.kind != REPROACH or draft.recipients or verb.lemma not in statuses.graph.words[HITTING_BACK]:
        return draft
    if verb.heads(*SAID_HOW) or draft.status == DENIED:  # "did not fire back"
        return draft
    back = [d for d in told_before(draft, drafts, statuses, BACK) if sides(d.recipients, draft.actors)]
    dealt = [d for d in back if type_of(d, statuses) in BLOWS and not d.reciprocal]
    return (
        _as(draft, dealt[-1], dealt[-1].actors) if dealt and type_of(dealt[-1], statuses) == FORCE else draft
    )


def _same(draft: Draft, before: Sequence[Draft], statuses: Statuses) -> Draft | None:
    """What the last sentence mainly tells of the one whose example is followed, else of whoever acted last."""
    whose = _whose_example(draft, statuses)
    doc = statuses.graph.doc
    near, far = (
        [
            d
            for d in _near(draft, before, statuses, back)
            if d.actors
            and not d.reciprocal
            and not sides(d.actors, draft.actors)
            and (not whose or (sides(d.actors, whose) and not sides(d.recipients, d.actors)))
        ]
        for back in (BACK, FAR)
    )
    done_to_others = ([d for d in told if _is_to_others(d, statuses)] for told in (near, far))
    fitting = next((told for told in done_to_others if told), near)  # at home everybody does his own
    if not fitting:
        return None
    last = 0 if whose else doc[fitting[-1].head].sent.start
    depth = {d.head: len(list(doc[d.head].ancestors)) for d in fitting if d.head >= last}
    earlier = min((d for d in fitting if d.head >= last), key=lambda d: (depth[d.head], -d.head))
    return _as(draft, earlier, tuple(a for a in earlier.recipients if not sides((a,), draft.actors)))


def _is_to_others(draft: Draft, statuses: Statuses) -> bool:
    """Whether it is done to another land, or is of a kind that no land does at home."""
    at_home = (draft.inner or draft.kind) in statuses.lexicon.domestic
    return not sides(draft.actors, draft.recipients) if draft.recipients else not at_home


def _whose_example(draft: Draft, statuses: Statuses) -> Sequence[Actor]:
    """ "Follows Ruritania's example", "the Ruritanian lead"."""
    graph = statuses.graph
    things = graph.at(graph.predicates[draft.head].heads("object"))
    found = [a for thing in things for a in actors_at(OWNERS, thing, graph, statuses.mentions)]
    said = [a for a in found if a.inferred is None]  # "its lead" may be anybody's
    return draft.recipients or said


def _in_return(draft: Draft, before: Sequence[Draft], statuses: Statuses) -> Draft | None:
    """The visit of somebody to whoever acts now, the other way round; else what he did to him."""
    back = [
        d
        for d in reversed(_near(draft, before, statuses, BACK))
        if d.actors and not d.reciprocal and sides(d.recipients, draft.actors)
    ]
    visits = [d for d in back if family_of(d.kind, statuses.lexicon) == MEETING]
    kinds = statuses.lexicon.kinds
    blows = [d for d in back if kinds[d.kind].type in BLOWS]
    deeds = [d for d in blows if not kinds[d.kind].speech]  # "expels him after it accused her; she responds"
    earlier = next(iter((*visits, *deeds, *blows)), None)
    if earlier is not None and not kinds[earlier.kind].speech:
        return _as(draft, earlier, earlier.actors)
    if _is_vowed(draft, before):
        return None  # "threatened to close the port. Sylvania vowed to retaliate": the vow is what it does
    named = statuses.graph.predicates[draft.head].has("object")  # "will return the visit"
    if draft.status in AHEAD and not named:  # by what is open
        return replace(draft, kind=THREAT, recipients=earlier.actors if earlier is not None else ())
    return _as(draft, earlier, earlier.actors) if earlier is not None else None


def _is_vowed(draft: Draft, before: Sequence[Draft]) -> bool:
    """Whether the word that governs it has been taken for an act by itself."""
    vows = {a.head for a in draft.applied}
    return any(d.made and d.head in vows for d in before)


def _near(draft: Draft, before: Sequence[Draft], statuses: Statuses, back: int) -> Sequence[Draft]:
    """Those told in the few sentences before; a visit is returned however long ago it was told."""
    start = start_before(draft.head, statuses.graph.doc, back) if draft.kind == SAME else 0
    return [d for d in before if start <= d.head < draft.head]


def _as(draft: Draft, earlier: Draft, aimed: Sequence[Actor]) -> Draft:
    why = "as in the act that it follows"
    recipients = because(aimed, why)
    return replace(
        draft, kind=earlier.kind, inner=earlier.inner, made=earlier.made, recipients=recipients,
        needs=earlier.needs, hosted=earlier.hosted,
    )  # fmt: skip


def with_aim_of_like(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """An act that is called like the one told before it in, whom that one was aimed at as whom it is aimed at out.

    "Sylvanians marched on Ruritania's embassy. Graustarkians held a similar protest", "... also took to the streets":
    against Ruritania, and not those who govern at home.
    The draft with those as recipients, if nobody else is named for it.
    """
    if not _is_open(draft) or not _is_alike(draft, statuses):
        return draft
    earlier = _before(draft, drafts, statuses)
    if earlier is None or sides(earlier.recipients, draft.actors):
        return draft
    return replace(draft, recipients=only_because(earlier.recipients, WHY))


def _is_open(draft: Draft) -> bool:
    return all(r.inferred is not None for r in draft.recipients)


def _is_alike(draft: Draft, statuses: Statuses) -> bool:
    """ "A similar protest", "the same kind of protest"; "also protested" where nobody is found but those at home."""
    words = statuses.graph.words
    tokens = list(_of_its_clause(draft, statuses))
    if any(c.lemma_.lower() in words[LIKE] for t in tokens for c in t.lefts if c.dep_ == "amod"):
        return True
    at_home = all(r.inferred == AT_HOME for r in draft.recipients)
    if statuses.graph.predicates[draft.head].heads(*OWN_MATTER):
        return False
    also = (c for t in tokens for c in t.children if c.dep_ == "advmod")
    return at_home and any(c.lower_ in words[ALSO] for c in also)


def _of_its_clause(draft: Draft, statuses: Statuses) -> Iterator[Token]:
    """Its word, the noun of which it is a sort, and the verb that carries it."""
    doc = statuses.graph.doc
    token = doc[draft.head]
    yield from (doc[head] for head in statuses.graph.with_carrier(draft.head))
    if token.dep_ == "pobj":
        yield token.head.head


def _before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft | None:
    """The last of its type by somebody else, in its sentence or the one before, that is aimed at another land."""
    code = type_of(draft, statuses)
    for other in reversed(told_before(draft, drafts, statuses)):
        alike = code in BY_OTHERS and type_of(other, statuses) == code and not other.reciprocal
        if alike and _is_abroad(other):
            return None if sides(other.actors, draft.actors) else other
    return None


def _is_abroad(draft: Draft) -> bool:
    known: tuple[Actor, ...] = known_among(draft.recipients)
    return bool(known) and not sides(known, draft.actors)


def with_named_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A draft whose object only points back in, whom the act before it in the sentence is aimed at as its other side out.

    "Ruritania bans the League of Mothers, accusing the group of backing rebels": the group is the league.
    The draft with the recipients of the act before it, by the same, if its object is such a noun.
    """
    if any(r.inferred is None for r in draft.recipients):
        return draft
    noun = _pointing_back(draft, statuses)
    if noun is None:
        return draft
    for other in reversed(told_before(draft, drafts, statuses, 0)):
        if other.recipients and sides(other.actors, draft.actors):
            why = STANDS_FOR.of(f"'{noun}'", "it")
            return replace(
                draft,
                recipients=because(other.recipients, why),
            )
    return draft


def _pointing_back(draft: Draft, statuses: Statuses) -> str | None:
    graph = statuses.graph
    for head in graph.predicates[draft.head].heads("object"):
        token = graph.doc[head]
        if (
            is_pointed_at(token, graph.words)
            and token.lemma_.lower() in graph.words["pointing nouns"]
            and head not in statuses.mentions.actors
        ):
            return token.text
    return None
