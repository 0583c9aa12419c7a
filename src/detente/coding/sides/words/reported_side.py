"""A draft whose side is named by a pronoun that cannot mean who acts in, the side of who reports it out.

"Graustark says that Sylvania violated its airspace", "... shelled its villages": nobody invades or shells himself, so
"its" is of the clause above. "Ruritania closed its embassy in Klausenburg" is aimed at where the embassy stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import actors_at, same, sides
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.ids import is_watcher
from detente.reading.graph import Predicate
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token
from detente.records import Actor

HOSTILE = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "REJECT", "THREATEN"})
ANNOUNCED, DISOWNED = "measures", ("denied", "declined")  # a group of kinds, statuses
MEASURES, READYING = "COERCE", "MOBILIZE"  # types
AT_WHO_TELLS = "at who tells"  # a group of kinds
DENIALS, ADDED = "REJECT", "relcl"  # a type, and how a clause hangs on a noun
THREATS, ARMY, AT_ENVOYS = "THREATEN", "MIL", "at envoys"  # the last a group of kinds
DUTIES, SHOT_DOWN = "tariff", "shoot-down"  # kinds
REBELS = frozenset({"REB", "UAF"})
GOVERNING = frozenset({"GOV", "COP", "JUD", "MIL"})
OF_JUSTICE, KEEPERS = "justice", frozenset({"COP", "JUD"})  # a group of kinds; sectors
RELATIONS = frozenset({"SANCTION"})
POSSESSIVES = ("its", "their", "his", "her")
WHOM = (
    "object", "indirect", "to", "against", "on", "into", "over", "at", "with", "near", "in", "of", "off",
    "along", "across",
)  # fmt: skip


def with_reported_side(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with the state of the clause above as recipient where only a pronoun tells, and it meant the actor."""
    kind = statuses.lexicon.kinds[draft.kind]
    if draft.recipients and not draft.actors:
        measure = kind.type == MEASURES and _is_done_to_them(draft, statuses)
        disowned = draft.status in DISOWNED and draft.kind in statuses.lexicon.groups[ANNOUNCED]
        own_deed = measure or disowned or draft.kind in (DUTIES, SHOT_DOWN)  # "no plans for sanctions on it"
        added = measure and statuses.graph.doc[draft.head].dep_ == ADDED  # "found a statue that was looted"
        if not own_deed and draft.kind in statuses.lexicon.groups[OF_JUSTICE]:
            return _by_who_reports(
                draft, statuses, among=KEEPERS
            )  # "its judiciary says that two will face trial"
        return _by_who_reports(draft, statuses) if own_deed and not added else draft
    at_home = (draft.inner or draft.kind) in statuses.lexicon.domestic
    if not draft.actors or draft.reciprocal or at_home:
        return draft
    if not draft.recipients and draft.kind in statuses.lexicon.groups[AT_WHO_TELLS]:
        return _of_clause_above(draft, statuses)  # "jets crossed the line, Sylvania's army said"
    if not draft.recipients and kind.type == DENIALS and statuses.graph.doc[draft.head].dep_ == ADDED:
        teller = _told_right_before(statuses.graph.doc[draft.head].head)
        if teller is not None:
            return _answering(draft, teller, statuses)
        # "says that Sylvania shelled it, a claim that Sylvania rejects"; "says that it was hit, which the army denies"
        of_others = _of_clause_above(draft, statuses)
        return of_others if of_others is not draft else _of_clause_above(draft, statuses, same)
    return _off_itself(draft, kind.type, statuses)


def _told_right_before(noun: Token) -> Token | None:
    """ "Sylvania shelled it, Graustark said, a claim": the verb of who said so, right before the comma."""
    comma = noun.left_edge.i - 1
    if comma < 1 or noun.doc[comma].text != ",":
        return None
    verb = noun.doc[comma - 1]
    return verb if verb.pos_ == "VERB" and any(c.dep_ in SUBJECTS for c in verb.lefts) else None


def _answering(draft: Draft, teller: Token, statuses: Statuses) -> Draft:
    """The draft with who said it as whom it answers, where he is known."""
    predicate = statuses.graph.predicates.get(teller.i)
    if predicate is None:
        return draft
    found = actors_at(("subject",), predicate, statuses.graph, statuses.mentions)
    known = (a for a in found if (a.country or a.id) and not same(a, draft.actors[0]))
    return replace(draft, recipients=tuple(_state_of(a) for a in known))


def _off_itself(draft: Draft, code: str | None, statuses: Statuses) -> Draft:
    """The draft without itself as whom it is done to, where a pronoun or only its own name says so."""
    if code not in HOSTILE and not (code in RELATIONS and draft.recipients):
        return draft
    if not all(sides((r,), draft.actors) and r.inferred for r in draft.recipients):
        return draft
    joined = code == THREATS and statuses.graph.doc[draft.head].dep_ == "conj"
    if joined and draft.inner in statuses.lexicon.groups[AT_ENVOYS]:
        return replace(draft, recipients=())  # "recalls its envoy and threatens to expel more diplomats"
    if not _possessed(draft, statuses, code):
        return draft
    if code not in HOSTILE:
        return replace(draft, recipients=())  # its own embassy: whose state it leaves is told elsewhere
    of_others = _of_clause_above(draft, statuses)
    if of_others is draft and joined and all(ARMY in r.sectors for r in draft.recipients):
        return replace(draft, recipients=())  # "ends its pact with Sylvania and gives its soldiers a month"
    return of_others


def _possessed(draft: Draft, statuses: Statuses, code: str | None) -> bool:
    """Whether what it is done to is called "its"; but who shuts "its" border or calls up "its" men does so at home."""
    at_home = code == READYING and draft.kind not in statuses.lexicon.groups[AT_WHO_TELLS]
    shuts, whom = code == MEASURES, WHOM[1:] if at_home else WHOM
    doc, predicate = statuses.graph.doc, statuses.graph.predicates[draft.head]
    return any(
        child.dep_ == "poss"
        and child.lower_ in POSSESSIVES
        and not (shuts and doc[head].lemma_.lower() in statuses.graph.words["border nouns"])
        for head in predicate.heads(*whom)
        for child in (*doc[head].children, *_counted_among(doc[head]))
    )


def _counted_among(noun: Token) -> Iterator[Token]:
    """What describes those of whom some are told: "two of their men"."""
    yield from (t for of in noun.rights if of.lower_ == "of" for those in of.rights for t in those.lefts)


def _is_done_to_them(draft: Draft, statuses: Statuses) -> bool:
    return draft.status in HAPPENED and statuses.graph.predicates[draft.head].passive


def _by_who_reports(draft: Draft, statuses: Statuses, among: frozenset[str] = GOVERNING) -> Draft:
    """ "Graustark's minister says that 300 Sylvanians have been deported", "goods will face duties": by his state."""
    for verb in _clauses_above(statuses.graph.doc[draft.head]):
        predicate = statuses.graph.predicates.get(verb.i)
        if predicate is None or _is_held_against(draft, predicate, statuses):
            continue
        found = actors_at(("subject",), predicate, statuses.graph, statuses.mentions)
        own = tuple(_state_of(a) for a in found if a.country and among & set(a.sectors))
        if own and not sides(own, draft.recipients):
            return replace(draft, actors=own)
    return draft


def _is_held_against(draft: Draft, above: Predicate, statuses: Statuses) -> bool:
    """ "Summoned the envoy over the downing of a drone": who says so is told of with "downing" as the object."""
    noun = draft.kind == SHOT_DOWN and statuses.graph.predicates[draft.head].pos == "noun"
    return noun and draft.head not in above.heads("object", "clause")


def _of_clause_above(
    draft: Draft, statuses: Statuses, alike: Callable[[Actor, Actor], bool] | None = None
) -> Draft:
    alike = alike or _are_one_side
    for verb in _clauses_above(statuses.graph.doc[draft.head]):
        predicate = statuses.graph.predicates.get(verb.i)
        if predicate is None or not _is_actor(predicate, statuses):
            continue
        found = actors_at(("subject",), predicate, statuses.graph, statuses.mentions)
        others = tuple(
            _state_of(a)
            for a in found
            if (a.country or (a.id and not is_watcher(a.id))) and not any(alike(a, b) for b in draft.actors)
        )
        if others:
            return replace(draft, recipients=others)
    return draft


def _are_one_side(one: Actor, other: Actor) -> bool:
    """Of one state; but rebels and those whom they fight are two."""
    return sides((one,), (other,)) and REBELS.isdisjoint(one.sectors) == REBELS.isdisjoint(other.sectors)


def _is_actor(predicate: Predicate, statuses: Statuses) -> bool:
    """Somebody tells of it; in "Ruritania's trade with Sylvania shrank after it shut its schools" nobody does."""
    return any(head in statuses.mentions.actors for head in predicate.heads("subject"))


def _clauses_above(token: Token) -> Iterator[Token]:
    for above in token.ancestors:
        if above.pos_ == "VERB":
            yield above


def _state_of(actor: Actor) -> Actor:
    if not REBELS.isdisjoint(actor.sectors):
        return replace(actor, inferred=f"who tells of it: {actor.name}")
    return replace(
        actor, name=actor.country or actor.name, id=actor.country or actor.id,
        sectors=("GOV",) if actor.country else actor.sectors,
        inferred=f"who tells of it: {actor.name}",
    )  # fmt: skip
