"""The sides of a blow, as in the blows that are told before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import WHY_DONE, because, only_because
from detente.coding.roles.known import any_known
from detente.coding.roles.roles import distinct, sides
from detente.coding.sides.looking.anaphora import is_definite
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.looking.told_before import told_in, told_in_sentences_before
from detente.coding.sides.whose.domestic import AT_HOME, side_at_home
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.records import Actor

ATTACK = "ASSAULT"
BY_ANYBODY, FROM_AFAR = "attack by anybody", "from afar"  # groups of kinds
OPERATIONS = frozenset({"offensive", "invasion"})  # kinds
INTERCEPTION = "shoot-down"
ENEMY = "whom they fight in the sentence before"
THEIRS = "who attacks with what is shot down"
ALSO = "also"
WHY = "who attacks the same side in the sentence before"
FORCE = frozenset({"ASSAULT", "COERCE"})  # types
CIVILIANS = "CVL"
STRUCK_BEFORE = "whom they struck in the sentence before"


def with_same_hands(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """Drafts of one text in, attacks by nobody who is named ascribed to whoever the text says attacks the same side out.

    "A Sylvanian missile kills four in Strelsau. Another strike hits a school in Zenda": Sylvania's, as the one before.
    The draft with the one known author of those on the same side before it.
    """
    if not _is_attack(draft, statuses) or any_known(draft.actors):
        return draft
    any_means = statuses.lexicon.groups[FROM_AFAR] | statuses.lexicon.groups[BY_ANYBODY]
    alike = any_means if draft.kind in any_means else {draft.kind}
    attacks = [d for d in drafts if _is_attack(d, statuses) and any_known(d.actors) and not d.reciprocal]
    attacks = [d for d in attacks if not _states_of(d.actors) & _states(draft)]  # those struck strike others
    sentence = statuses.graph.doc[draft.head].sent
    before = [d for d in attacks if d.head < sentence.start and d.kind in alike]
    before += [d for d in told_in(sentence, attacks) if _goes_on_around(d, draft, statuses)]
    same = [d for d in before if _states(d) & _states(draft)] or _told_just_before(draft, attacks, statuses)
    if not same or len({frozenset(_states_of(d.actors)) for d in attacks}) != 1:
        return draft
    authors = distinct(actor for actor in same[0].actors if actor.id or actor.country)
    return replace(draft, actors=only_because(authors, WHY))


def with_enemy_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "The army fights the league near Zenda. It takes a village": from the league."""
    own = {a.country for a in draft.actors}
    at_home = all((r.inferred or r.id == r.country) and r.country in own for r in draft.recipients)
    if None in own or not at_home:
        return draft
    fights = [d for d in drafts if d.head < draft.head and _is_attack(d, statuses) and d is not draft]
    for fight in reversed(fights):
        if not own & {a.country for a in fight.actors}:
            continue
        others = (*fight.recipients, *(fight.actors if fight.reciprocal else ()))
        enemies = distinct(a for a in others if a.country not in own and (a.id or a.country))
        if enemies:
            named = because(enemies, ENEMY)
            return replace(draft, recipients=named)
    return draft


def at_attackers(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Ruritania sends drones over Sylvania. Sylvania shoots down nine": those of whoever attacks it."""
    if not any_known(draft.actors):
        return draft
    own = {a.country for a in draft.actors}
    afar = [d for d in drafts if d.kind in statuses.lexicon.groups[FROM_AFAR] and _is_attack(d, statuses)]
    attacks = [d for d in afar if _states(d) & own] or [d for d in afar if d.head < draft.head]
    authors = distinct(actor for d in attacks for actor in d.actors if actor.country not in own)
    if len(authors) != 1 or not any_known(authors):
        return draft
    return replace(draft, recipients=(replace(authors[0], inferred=THEIRS),))


def _told_just_before(draft: Draft, attacks: Sequence[Draft], statuses: Statuses) -> list[Draft]:
    """ "Sylvanian raids hit depots of the league. A barracks of the army is also damaged": by the same raids."""
    if not any(c.lower_ == ALSO for c in statuses.graph.doc[draft.head].children):
        return []
    return told_in_sentences_before(draft, attacks, statuses)


def _goes_on_around(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "The toll of Sylvania's offensive rose, with three killed by a drone", "its airstrikes on Zenda and shelling of
    Strelsau": what flies within one sentence is of whoever attacks there."""
    afar = statuses.lexicon.groups[FROM_AFAR]
    first = attack.kind in afar and attack.head < draft.head
    return draft.kind in afar and (first or attack.kind in OPERATIONS)


def _is_ascribed(draft: Draft) -> bool:
    return any(actor.inferred == WHY for actor in draft.actors)


def tells_part(draft: Draft, earlier: Draft, statuses: Statuses) -> bool:
    """ "Nine of those people", "in Zenda" after "strikes on Strelsau and Zenda": a part of what was told before."""
    if not _is_ascribed(draft):
        return False
    doc = statuses.graph.doc
    before = doc[earlier.head].sent
    if before.end > doc[draft.head].sent.start:
        return False
    if any(doc[h].text in before.text for h in _where(draft, statuses)):
        return True
    return any(is_definite(h, doc) or doc[h].pos_ == "PRON" for h in _of_whom(draft, statuses))


def _where(draft: Draft, statuses: Statuses) -> Iterator[int]:
    """The names of places in which it is said to be, also by the verb that it is the subject of."""
    graph = statuses.graph
    for head in (draft.head, *graph.above(draft.head, "subject")):
        yield from (h for h in graph.predicates[head].heads("in", "on") if h in statuses.mentions.places)


def _of_whom(draft: Draft, statuses: Statuses) -> Iterator[int]:
    predicate = statuses.graph.predicates[draft.head]
    for head in predicate.heads("object", "subject"):
        yield head
        noun = statuses.graph.predicates.get(head)
        yield from noun.heads("of") if noun is not None else ()


def _states(draft: Draft) -> set[str]:
    return {state for a in draft.recipients if (state := a.country or a.based or a.id)}


def _states_of(actors: Sequence[Actor]) -> set[str]:
    return {state for a in actors if (state := a.country or a.based or a.id)}


def _is_attack(draft: Draft, statuses: Statuses) -> bool:
    return type_of(draft, statuses) == ATTACK and draft.status in HAPPENED


def with_those_hit_as_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """Force by those who did some in the sentence before in, those whom they had hit there as its aim out.

    "Sylvanian rebels raided a town in Ruritania. The fighters burned two farms": Ruritania's, and not those at home.
    The draft; nothing where its own sentence names who or where it is.
    """
    if not all(a.inferred for a in draft.actors) or not all(_is_of_nowhere(r) for r in draft.recipients):
        return draft
    own = {a.country for a in draft.actors}
    if not countries_named(draft.head, statuses) <= own:
        return draft
    lands = _lands_hit(draft, drafts, statuses) - own
    if len(lands) != 1:
        return draft
    (land,) = lands
    return _with(draft, land, STRUCK_BEFORE)


def with_those_at_home(draft: Draft, _: Statuses) -> Draft:
    """ "Graustark recalled its envoy to Sylvania after troops shot nine protesters": those who do it do it to their own."""
    lands = {a.country for a in draft.actors if WHY_DONE.is_why(a.inferred)}
    if len(lands) != 1 or not all(_is_of_nowhere(r) for r in draft.recipients):
        return draft
    (land,) = lands
    return _with(draft, land or "", AT_HOME)


def _with(draft: Draft, land: str, why: str) -> Draft:
    hit = tuple(replace(r, country=land, inferred=why) for r in draft.recipients)
    return replace(draft, recipients=hit or (side_at_home(land, CIVILIANS, why),))


def _is_of_nowhere(actor: Actor) -> bool:
    return not (actor.country or actor.id or actor.based)


def _lands_hit(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> set[str]:
    """The states that the same people struck in the sentence before."""
    told = (d for d in told_in_sentences_before(draft, drafts, statuses) if not d.reciprocal)
    blows = (d for d in told if type_of(d, statuses) in FORCE and sides(d.actors, draft.actors))
    return {r.country for d in blows for r in d.recipients if r.country}
