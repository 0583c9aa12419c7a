"""Whom a visitor or an embassy deals with: the host."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import family_of
from detente.coding.reasons import SAID_BY, TELLS_OF_HIMSELF, because, only_because
from detente.coding.roles.known import key_of, keys_of, word_of
from detente.coding.roles.roles import actors_at, distinct, sides, without_states
from detente.coding.sides.looking.lands_named import country_of_places
from detente.coding.sides.looking.matter import Matter
from detente.coding.sides.looking.told_before import told_before, told_in, told_in_sentences_before
from detente.coding.sides.nearby.sentence_before import named_in, others_in_clause
from detente.coding.sides.whose.domestic import AT_HOME, side_at_home
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.ids import is_person
from detente.records import Actor

VISIT = "visit"  # a mode
PROMISES = "pleasing"  # a group of kinds
VISITED, WHOSE_LAND = "whom the visit is to", "where the embassy is"
DURING, TALKED, TWO, BINDS = "during", "who talked with them", 2, ("AGREE", "SUPPORT")
MET = ("meeting", "call")  # families
ON_VISIT, FOR_IT = ("on",), ("clause", "purpose", "for")
TO_COME = ("planned", "scheduled")
EMBASSY, IN = ":embassy", ("in", "to")
WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"})
NEEDED = "recipient"
SAID_WHERE = ("in", "at", "to", "into")
AIMS, WHOM = ("clause", "purpose"), ("object", "with", "between", "to")
COMES_THERE, MET_THERE = "where he is told to come", "those of the land that he visits"
MEETINGS = frozenset({"CONSULT"})  # a type
REACH = 3  # sentences that are looked back over
WITH_HIM = "told after what {} did with them"


def with_host(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A promise or word of praise of a visitor, or word of an embassy, that names nobody in, its host as other side out.

    "The premier flies to Strelsau, where he pledges new aid": he pledges it to Ruritania.
    The draft; nothing where its clause names anybody but the visitor and the host.
    """
    if draft.actors[0].id is not None and draft.actors[0].id.endswith(EMBASSY):
        return _with_land_of_embassy(draft, statuses)
    if draft.kind not in statuses.lexicon.groups[PROMISES]:
        return _received_by(draft, statuses)
    if partner := _who_was_met(draft, drafts, statuses):
        return replace(draft, recipients=partner)
    for other in reversed(told_before(draft, drafts, statuses)):
        if not (_is_visit(other, statuses) and sides(other.actors, draft.actors)):
            continue
        known = keys_of((*draft.actors, *other.recipients))
        if others_in_clause(draft, known, statuses):
            return draft
        hosts = because(other.recipients, VISITED)
        return replace(draft, recipients=hosts)
    return draft


def _received_by(draft: Draft, statuses: Statuses) -> Draft:
    """ "Ruritania's king praised the police during a visit by the Sylvanian premier": who was in his land."""
    graph, kind = statuses.graph, statuses.lexicon.kinds[draft.kind]
    if kind.mode != VISIT:
        return draft
    over = graph.over(draft.head, DURING)
    for verb in over:
        found = actors_at(("subject",), verb, graph, statuses.mentions)
        hosts = [a for a in without_states(found, draft.actors) if a.country]
        if hosts:
            return replace(draft, recipients=because(hosts, VISITED))
    return draft


def _who_was_met(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> tuple[Actor, ...]:
    """ "Promised help after a call with the king": the one other who talked with him, if nobody else is named."""
    return _partner(draft, drafts, statuses) if type_of(draft, statuses) in BINDS else ()


def _partner(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> tuple[Actor, ...]:
    sentence = statuses.graph.doc[draft.head].sent
    told = [d for d in drafts if d.reciprocal and d is not draft]
    near = told_in(sentence, told) or _met_before(draft, told, statuses)
    for other in (d for d in near if family_of(d.kind, statuses.lexicon) in MET):
        both = distinct((*other.actors, *other.recipients))
        partners = without_states(both, draft.actors)
        known = keys_of(both)
        if len(both) == len(partners) + 1 == TWO and not others_in_clause(draft, known, statuses):
            return because(partners, TALKED)
    return ()


def _met_before(draft: Draft, told: Sequence[Draft], statuses: Statuses) -> list[Draft]:
    """ "Met the king. The premier promised help": in the sentence before, where that which promises names nobody else."""
    sentence, own = statuses.graph.doc[draft.head].sent, keys_of(draft.actors)
    if not sentence.start or named_in(sentence.start, sentence.end, statuses).keys() - own:
        return []
    return told_in_sentences_before(draft, told, statuses)


def with_partner_met(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Meets the Sylvanian premier and agrees on a pact": with the one other whom he has met."""
    if len(draft.actors) != 1:
        return draft
    joined = {t.i for t in statuses.graph.doc[draft.head].conjuncts if t.i < draft.head}
    near = (d for d in drafts if d.reciprocal and d.head in joined)
    for other in (d for d in near if family_of(d.kind, statuses.lexicon) in MET):
        both = distinct((*other.actors, *other.recipients))
        partners = without_states(both, draft.actors)
        if len(both) == len(partners) + 1 == TWO:
            met = because(partners, TALKED)
            return replace(draft, actors=(*draft.actors, *met))
    if met := _partner(draft, drafts, statuses):  # "met the premier and agreed to work with him"
        return replace(draft, actors=(*draft.actors, *met))
    return _with_host_of_deal(draft, drafts, joined, statuses)


def _with_host_of_deal(
    draft: Draft, drafts: Sequence[Draft], joined: Collection[int], statuses: Statuses
) -> Draft:
    """ "Visits Strelsau and signs a pact", "will go to Ruritania to sign one": with the host, if nobody else is named."""
    governors = statuses.graph.governors.get(draft.head, ())
    over = {g.head for g in governors} | {draft.head}
    aims = {g.head for g in governors if g.name in FOR_IT}
    for other in (d for d in drafts if sides(d.actors, draft.actors)):
        coming = other.head in aims and other.status in TO_COME and draft.status in TO_COME
        if not _is_visit(other, statuses, whenever=coming):
            continue
        during = any(
            g.name in (DURING, *ON_VISIT) and g.head in over
            for g in statuses.graph.governors.get(other.head, ())
        )
        if not during and other.head not in joined and other.head not in aims:
            continue
        hosts = without_states((a for a in other.recipients if a.country), draft.actors)
        known = keys_of((*draft.actors, *other.recipients))
        if len(hosts) == 1 and not others_in_clause(draft, known, statuses):
            return replace(draft, recipients=because(hosts, VISITED))
    return draft


def _with_land_of_embassy(draft: Draft, statuses: Statuses) -> Draft:
    """ "The Sylvanian embassy in Strelsau protests over the verdict": to those where it is, if nobody else is named.

    So too "nine Sylvanians were beaten in Strelsau. The embassy protested".
    """
    embassy, known = word_of(draft.actors[0], statuses.graph.doc), statuses.mentions.actors
    if type_of(draft, statuses) not in WORDS or embassy is None:
        return draft
    places = [t for p in embassy.rights if p.lower_ in IN for t in p.children if t.i in known]
    hosts = [known[t.i].actor for t in places if known[t.i].actor.country != draft.actors[0].country][:1]
    if others_in_clause(draft, keys_of((*draft.actors, *hosts)), statuses):
        return draft
    if not hosts and not places and (host := _land_told_of(draft, statuses)) is not None:
        return replace(draft, recipients=(side_at_home(host, "GOV", WHOSE_LAND),))
    return replace(draft, recipients=only_because(hosts, WHOSE_LAND))


def _land_told_of(draft: Draft, statuses: Statuses) -> str | None:
    """The land of the places of the sentence, or else of the one before."""
    start = statuses.graph.doc[draft.head].sent.start
    for head in (draft.head, start - 1) if start else (draft.head,):
        land = country_of_places(head, statuses)
        if land is not None and land != draft.actors[0].country:
            return land
    return None


def _is_visit(draft: Draft, statuses: Statuses, *, whenever: bool = False) -> bool:
    """One that has come, or whenever; whoever is received is the visitor, and its host the recipient."""
    made = statuses.lexicon.kinds[draft.kind].mode == VISIT and (whenever or draft.status in HAPPENED)
    return made and not draft.reciprocal and bool(draft.recipients)


def with_where_he_comes(draft: Draft, drafts: Sequence[Draft], statuses: Statuses, matter: Matter) -> Draft:
    """Visits that do not say to whom in, the host out: he flew in to the land that the text tells of.

    "Sylvania has shelled Zenda for a week. Graustark's foreign minister flew in to urge restraint", "sent an envoy to press
    Sylvania for calm"; and "landed in Klausenburg, where he met lawmakers": those of his host.
    The draft; nothing where its clause names somebody else.
    """
    if statuses.lexicon.kinds[draft.kind].mode != VISIT or NEEDED not in draft.needs:
        return draft
    if any(r.country or (r.id is not None and not is_person(r.id)) for r in draft.recipients):
        return draft  # but "an envoy, Otto Horn": it is he who is sent
    if any(map(statuses.graph.predicates[draft.head].has, SAID_WHERE)):
        return draft  # "took part in the talks"
    if aims := _whom_it_is_for(draft, statuses):
        return replace(draft, recipients=aims)
    own = keys_of(draft.actors)
    if not own or None in own or others_in_clause(draft, own, statuses):
        return draft
    home = matter.home if matter.home not in own else None
    hosts = [matter.actors[home]] if home else _only_other_before(draft, drafts, own, statuses)
    return replace(draft, recipients=only_because(hosts, COMES_THERE))


def _whom_it_is_for(draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """ "Sent an envoy to press Sylvania for calm": Sylvania."""
    predicates = statuses.graph.predicates
    visit = predicates[draft.head]
    over = [visit, *statuses.graph.at(visit.heads("object"))]
    aims = (predicates[h] for p in over for h in p.heads(*AIMS) if h in predicates)
    found = (actors_at(WHOM, aim, statuses.graph, statuses.mentions) for aim in aims)
    return next((others for one in found if (others := without_states(one, draft.actors))), ())


def with_host_of_visit(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """Deals of which one side is told in, the other out where the sentences before tell whom that one visits.

    "Ruritania's president flew to Klausenburg. There he signed a gas deal": with his host.
    """
    own = keys_of(draft.actors)
    if len(own) != 1 or None in own or others_in_clause(draft, own, statuses):
        return draft
    if any(r.inferred != AT_HOME for r in draft.recipients):
        return draft
    kinds = statuses.lexicon.kinds
    before = told_in_sentences_before(draft, drafts, statuses)
    visits = [d for d in before if kinds[d.kind].mode == VISIT and keys_of(d.actors) == own]
    hosts = [a for d in visits for a in d.recipients]
    if len(keys_of(hosts)) != 1 or not all(a.country for a in hosts):
        return draft
    return replace(draft, actors=(*draft.actors, *distinct(only_because(hosts, VISITED))), recipients=())


def _only_other_before(
    draft: Draft, drafts: Sequence[Draft], own: set[str | None], statuses: Statuses
) -> list[Actor]:
    """The only other state of which the sentence before tells an event."""
    before = told_in_sentences_before(draft, drafts, statuses)
    told = [a for d in before for a in (*d.actors, *d.recipients)]
    found = {a.country: a for a in told if a.country and a.country not in own}
    return list(found.values()) if len(found) == 1 else []


def with_host_met(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A meeting with people whom no table places, as one with those of the land that was just visited."""
    own = {a.country for a in draft.actors}
    placed = any(not (r.inferred and r.country in own) for r in draft.recipients)
    if placed or len(own) != 1 or None in own or draft.status not in HAPPENED:
        return draft
    if others_in_clause(draft, keys_of(draft.actors), statuses):
        return draft
    for visit in _visits_before(draft, drafts, statuses):
        hosts = without_states(visit.recipients, draft.actors)
        if sides(visit.actors, draft.actors) and len(hosts) == 1:
            met = only_because(hosts, MET_THERE)
            return replace(draft, actors=(draft.actors[0], *met), recipients=())
    return draft


def _visits_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Iterator[Draft]:
    """The visits told in its sentence before it, or in the sentence before, the last first."""
    kinds = statuses.lexicon.kinds
    for other in reversed(told_before(draft, drafts, statuses)):
        if other.kind in kinds and kinds[other.kind].mode == VISIT and other.status in HAPPENED:
            yield other


def with_whom_he_met(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with it, where all that was told just before names one other side."""
    voice = statuses.mentions.voice
    if voice is None or not draft.actors or draft.recipients:
        return draft
    own = {key_of(a) for a in voice.several or (voice.actor,)}
    if not all(SAID_BY.is_why(a.inferred) or TELLS_OF_HIMSELF.is_why(a.inferred) for a in draft.actors):
        return draft
    others = _others_before(draft, drafts, own, statuses)
    if len({key_of(a) for a in others}) != 1:
        return draft
    why = WITH_HIM.format(voice.actor.name)
    return replace(draft, actors=(*draft.actors, replace(others[0], inferred=why)))


def _others_before(
    draft: Draft, drafts: Sequence[Draft], own: set[str | None], statuses: Statuses
) -> list[Actor]:
    """Those with whom he dealt in the same sentence or the last few."""
    doc = statuses.graph.doc
    start = doc[draft.head].sent.start
    for _ in range(REACH):
        start = doc[start - 1].sent.start if start else 0
    met = (d for d in drafts if d.reciprocal or type_of(d, statuses) in MEETINGS)
    near = (d for d in met if start <= d.head < draft.head)
    sides = ((*d.actors, *d.recipients) for d in near)
    dealt = [side for side in sides if own & {key_of(a) for a in side}]
    return [a for side in dealt for a in side if key_of(a) not in own and (a.country or a.id)]
