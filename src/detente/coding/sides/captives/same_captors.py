"""Who arrests, tries or sends home, as what is told before tells."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import because
from detente.coding.roles.known import keys_of, phrase_of
from detente.coding.roles.roles import actors_at, actors_of, same, sides
from detente.coding.sides.captives.captives import OUTLAWS, holders_of
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.looking.told_before import told_before
from detente.coding.sides.whose.domestic import AT_HOME, side_at_home
from detente.coding.sides.words.who_tells import who_tells_of
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.coding.where import place_of
from detente.reading.tokens import Token
from detente.records import Actor

CUSTODY = "custody"  # a group of kinds
WHY = "who held them before"
VOICE, PAPERS = "the state whose media or services tell of it", frozenset({"JRN"})
SECURITY = frozenset({"COP", "SPY"})
FORCES = SECURITY | {"MIL", "GOV"}
NUMERAL, PASSIVE, THOSE = "CD", "nsubjpass", ("the", "these", "those", "all")
TAKEN = frozenset({"abduction"})  # a kind
SEIZED = TAKEN | {
    "seizure",
    "interception",
    "capture of territory",
}  # kinds: "captured" may be said of a ship
HELD_UP = frozenset({"interception"})  # a kind: who stops people on their way has them
HAS_THEM, HARM = "who has them now", ("ASSAULT", "COERCE", "SANCTION")  # types
RAIDERS, FORCE = "whose raid it was", "ASSAULT"
WHERE, WHOSE = ("in", "at", "near"), ("mod", "poss", "by")
IN_RAID = ("in", "during", "after", "following", "amid", "by", "as", "when")
DOERS, INVOLVING = ("by", "subject", "poss", "adj", "mod", "compound"), "verbs of an incident"
SENT_AWAY = "deportation"  # a kind
RELEASE, AMNESTY, NEAR = "release", "amnesty", 15  # kinds; words apart in one sentence
TAKING = frozenset({"arrest", "house arrest", "interrogation"})
OFFICIAL, RULERS = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "OPP", "PTY"}), "GOV"  # sectors
OF_THE_DEED = "where the deed was done that is told before"
HOSTAGES = "taken by nobody of rank"  # the list of words
WHO_FREES, FREED, SAID_TO_HOLD = ("by", "poss"), ("of", "object"), "who is said to hold them"


def with_foreign_captors(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """Acts of police and courts by nobody who is named in, done by those who held the same people before them out.

    "Police in Strelsau hold a Sylvanian singer. She is put on a plane": by the same state.
    "Ruritania holds two Sylvanians. Another Sylvanian was sentenced": there, and not at home.
    """
    draft = _with_who_has_them(draft, drafts, statuses)
    if draft.kind not in statuses.lexicon.groups[CUSTODY]:
        return draft
    draft = _with_state_that_tells(_with_raiders(draft, drafts, statuses), statuses)
    draft = with_land_of_deed(draft, drafts, statuses)
    found = with_same_captors(draft, drafts, statuses)
    own = {r.country for r in draft.recipients}
    return draft if own & {a.country for a in found.actors} else found


def _with_who_has_them(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "The league executes nine soldiers captured in Zenda", "frees a ship seized in May": by the league, which has them."""
    held, custody = statuses.graph.doc[draft.head], statuses.lexicon.groups[CUSTODY]
    if draft.actors or held.dep_ != "acl" or draft.kind not in custody | SEIZED:
        return draft
    for other in drafts:
        done_to = other.actors and held.head.i in statuses.graph.predicates[other.head].heads("object")
        if done_to and (_let_go(other, draft) or statuses.lexicon.kinds[other.kind].type in HARM):
            return replace(draft, actors=because(other.actors, HAS_THEM))
    return draft


def _let_go(release: Draft, taken: Draft) -> bool:
    """Whether a release is one by the captors: police who free the kidnapped are none of them."""
    freeing = {sector for a in release.actors for sector in a.sectors}
    return release.kind == RELEASE and (taken.kind not in TAKEN or freeing.isdisjoint(FORCES))


def _with_raiders(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Ten are held in Zenda after a Ruritanian raid on the town": by those whose raid it was, from those it hit."""
    predicate = statuses.graph.predicates[draft.head]
    if draft.actors or not predicate.passive or draft.kind not in statuses.lexicon.groups[CUSTODY]:
        return draft
    if draft.kind == SENT_AWAY:  # "displaced amid raids": they flee, and nobody has them
        return draft
    heads = predicate.heads(*IN_RAID)
    for raid in (d for d in drafts if d.head in heads and _is_forceful(d, statuses)) if heads else ():
        graph, mentions = statuses.graph, statuses.mentions
        raiders = raid.actors or actors_at(WHOSE, graph.predicates[raid.head], graph, mentions)
        hit = draft.recipients or actors_at(WHERE, predicate, graph, mentions)
        states = {a.country for a in raiders}
        if states and None not in states and states.isdisjoint(r.country for r in hit):
            return replace(draft, actors=because(raiders, RAIDERS), recipients=hit)
    own = keys_of(draft.recipients)
    operating = next((found for h in heads if (found := _operating(h, statuses))), ())
    if operating and own.isdisjoint(a.country or a.id for a in operating):
        return replace(draft, actors=because(operating, RAIDERS))
    return draft


def _operating(head: int, statuses: Statuses) -> tuple[Actor, ...]:
    """ "Captured in an operation by Ruritanian police", "in one involving troops of both states"."""
    graph, mentions = statuses.graph, statuses.mentions
    noun = graph.predicates.get(head)
    if graph.doc[head].lemma_.lower() not in graph.words["operation nouns"]:
        return ()
    below = [c.i for c in graph.doc[head].rights if c.lemma_.lower() in graph.words[INVOLVING]]
    involving = [graph.predicates[i] for i in below if i in graph.predicates]
    found = actors_at(DOERS, noun, graph, mentions) if noun is not None else ()
    return found or tuple(a for verb in involving for a in actors_at(("object",), verb, graph, mentions))


def _with_state_that_tells(draft: Draft, statuses: Statuses) -> Draft:
    """ "Ruritanian state media report that two Sylvanians were held": by the state whose voice they are.

    So too where its security service says so.
    """
    custody = draft.kind in statuses.lexicon.groups[CUSTODY] and bool(draft.recipients)
    if draft.actors or not custody or not statuses.graph.predicates[draft.head].passive:
        return draft
    told = [a for a in who_tells_of(draft.head, statuses, outlets=True) if a.country]
    told = [a for a in told if set(a.sectors) & SECURITY or _is_state_run(a, statuses)]
    if not told or {a.country for a in told} & {r.country for r in draft.recipients}:
        return draft
    return replace(draft, actors=(replace(told[0], inferred=VOICE),))


def _is_state_run(teller: Actor, statuses: Statuses) -> bool:
    """ "State media", "Ruritanian state television", whatever that is called."""
    called, words = phrase_of(teller, statuses.graph.doc), statuses.graph.words["words of state media"]
    return bool(PAPERS & set(teller.sectors)) and any(t.lower_ in words for t in called or ())


def _is_forceful(draft: Draft, statuses: Statuses) -> bool:
    return type_of(draft, statuses) == FORCE


def with_same_captors(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft; the last such act before it counts, if one and only one state did it."""
    custody = statuses.lexicon.groups[CUSTODY]
    if draft.actors or draft.kind not in custody or not draft.recipients or draft.reciprocal:
        return draft
    held = {_key(r) for r in draft.recipients}
    if draft.kind == RELEASE:
        pardons = [d for d in drafts if d.kind == AMNESTY and d.actors and abs(d.head - draft.head) < NEAR]
        if len(pardons) == 1:
            return replace(draft, actors=pardons[0].actors)
    freed = draft.kind == RELEASE
    kinds = custody | HELD_UP | (TAKEN if freed else frozenset())
    for other in reversed([d for d in drafts if d.head < draft.head and d.kind in kinds and d.actors]):
        states = {a.country or (a.id or a.based or a.name if freed else None) for a in other.actors}
        if len(states) != 1 or None in states or not held & {_key(r) for r in other.recipients}:
            continue
        return replace(draft, actors=because(other.actors, WHY))
    return draft


def with_same_detained(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Sylvania arrested two Graustarkians. One was later sentenced": one of them, and by the same.

    So too "nine girls taken hostage in Zenda were later freed", "kidnapped nine girls. The girls were freed".
    """
    graph, custody = statuses.graph, statuses.lexicon.groups[CUSTODY]
    whom = [graph.doc[h] for h in graph.predicates[draft.head].heads("object")]
    if draft.kind not in custody or not whom:
        return draft
    before = [d for d in told_before(draft, drafts, statuses) if d.kind in custody | TAKEN]
    held = next((d for d in reversed(before) if d.actors and d.recipients and not d.reciprocal), None)
    if held is None or not any(_are_of_those(t, held, draft, statuses) for t in whom):
        return draft
    actors, recipients = (because(side, WHY) for side in (held.actors, held.recipients))
    return replace(draft, actors=actors, recipients=recipients)


def _are_of_those(token: Token, held: Draft, draft: Draft, statuses: Statuses) -> bool:
    """Whether a word stands for people who were held before: a number, or, of those set free, what they were called."""
    if token.tag_ == NUMERAL:
        return token.dep_ == PASSIVE
    if draft.kind != RELEASE:
        return False
    graph = statuses.graph
    taken = {graph.doc[h].lemma_ for h in graph.predicates[held.head].heads("object")}
    return token.lemma_ in taken and any(c.lower_ in THOSE for c in token.lefts)


def with_captors_abroad(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "A Graustarkian was arrested in Sylvania. He was convicted of spying": there too, and not at home."""
    custody = statuses.lexicon.groups[CUSTODY]
    if draft.kind not in custody | {AMNESTY} or not all(a.inferred == AT_HOME for a in draft.actors):
        return draft
    before = [d for d in drafts if d.head < draft.head and d.kind in custody | HELD_UP and d.actors]
    for other in reversed(before):
        one = any(same(a, b) for a in other.recipients for b in draft.recipients)
        states = all(a.country for a in other.actors)  # a court of many states has nobody arrested by itself
        if one and states and not sides(other.actors, draft.recipients):
            return replace(draft, actors=because(other.actors, WHY))
    return draft


def _key(actor: Actor) -> str | None:
    return actor.country or actor.id or actor.name


def with_land_of_deed(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """People taken into custody by nobody who is named in, the land of the deed told just before as who took them out.

    "A bomb goes off at a Sylvanian ministry. Two Graustarkians are detained", "Shots were fired at the king in Strelsau;
    the gunman is in custody": by those who keep order where it was done, or whose own it was done to.
    The draft with it, unless its sentence names another land or those taken are of that land themselves.
    """
    if draft.actors or draft.kind not in TAKING or draft.status not in HAPPENED:
        return draft
    if place_of(draft, statuses)[0] is not None:
        return draft
    before = reversed(told_before(draft, drafts, statuses))
    deed = next((d for d in before if _is_deed(d, statuses)), None)
    land = _land_of(deed, statuses) if deed is not None else None
    own = {r.country for r in draft.recipients if r.country}
    if land is None or land in own or countries_named(draft.head, statuses) - own - {land}:
        return draft
    return replace(draft, actors=(side_at_home(land, RULERS, OF_THE_DEED),))


def _is_deed(draft: Draft, statuses: Statuses) -> bool:
    return type_of(draft, statuses) == FORCE and draft.status in HAPPENED and not draft.reciprocal


def _land_of(deed: Draft, statuses: Statuses) -> str | None:
    """Where it was; else whose officials, soldiers or houses it hit."""
    place, _ = place_of(deed, statuses)
    if place is not None and place.country:
        return place.country
    lands = {r.country for r in deed.recipients}
    official = all(OFFICIAL & set(r.sectors) for r in deed.recipients)
    return next(iter(lands)) if len(lands) == 1 and official else None


def with_kidnappers(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """Captives of armed groups who are let go in, the group as who let them go out, and not the official who tells of it.

    "The league seized four nurses. The nurses were freed, a minister said": by the league.
    """
    found = with_same_captors(draft, drafts, statuses)
    return found if _are_outlaws(found.actors) else draft


def with_kidnappers_beside(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "A minister confirmed the release of four nurses held by the league", "of the hostages": by the league."""
    graph, mentions = statuses.graph, statuses.mentions
    event = graph.predicates[draft.head]
    if event.pos != "noun" or actors_at(WHO_FREES, event, graph, mentions):
        return draft
    freed = set(event.heads(*FREED))
    holders = dict.fromkeys(holders_of(freed, statuses))
    found = [a for holder in holders for a in actors_of(holder, "by", graph, mentions)]
    if _are_outlaws(found):
        return replace(draft, actors=because(found, SAID_TO_HOLD))
    taken = _who_took_hostages(freed, draft, drafts, statuses)
    return draft if taken is None else replace(draft, actors=taken.actors, recipients=taken.recipients)


def _who_took_hostages(
    freed: set[int], draft: Draft, drafts: Sequence[Draft], statuses: Statuses
) -> Draft | None:
    """The last that is told to be held by an armed group, if it is hostages who are let go, of nobody knows what land."""
    words, doc = statuses.graph.words[HOSTAGES], statuses.graph.doc
    known = any(r.inferred is None for r in draft.recipients)
    if known or not any(doc[h].lower_ in words for h in freed):
        return None
    kinds = statuses.lexicon.groups[CUSTODY] | TAKEN
    before = [d for d in drafts if d.head < draft.head and d.kind in kinds and d.recipients]
    return next((d for d in reversed(before) if _are_outlaws(d.actors)), None)


def _are_outlaws(actors: Sequence[Actor]) -> bool:
    return bool(actors) and all(OUTLAWS.intersection(a.sectors) for a in actors)
