"""Those who tell of it or settle it as a side of what they tell."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.attribution import source_heads
from detente.coding.drafting.draft import Draft, without
from detente.coding.roles.known import keys_of
from detente.coding.roles.roles import actors_at, distinct, sides
from detente.coding.sides.looking.anaphora import is_told_before
from detente.coding.sides.looking.known_talks import is_what_is_told
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.words.who_tells import who_tells_or_told
from detente.coding.standing.composing import Applied
from detente.coding.standing.status import Statuses
from detente.records import Actor, Attribution

ARMED = frozenset({"REB", "UAF"})  # sectors: with these a government talks at home
RULING = frozenset({"GOV", "MIL"})
OPEN = ("hypothetical", "proposed")  # of whom others may have their say
BY_DEFAULT = ("occurred", "denied")
OFF, UNTRUE = ("postponed", "cancelled"), ("denied", "declined")  # statuses
DENIED, VISIT = "denied", "visit"  # a status, a mode
WHERE, WITH = ("in", "at"), ("with",)
NOUN, TOLD = "NOUN", "ccomp"  # "said that he would visit"
# types and kinds of what two do, or one for the other; who says that there is no apology was to make it
DEALINGS, SHARED = (
    frozenset({"CONSULT", "AID", "apology"}),
    frozenset({"AGREE", "COOPERATE", "RETREAT", "SUPPORT"}),
)
# types and kinds of what one government does to another, and also at home: of that, no other government tells
MEASURES = frozenset({"SANCTION", "easing of measures", "refusal"})
WHY, DENIES = "tells of it, and nobody else is named", "denies it, so that it is laid to him"
OFFICIAL = frozenset({"GOV", "MIL", "COP"})
UNDERTAKING = "own undertaking"  # a group of kinds
MILITARY, FORCES = "military", "who speaks for forces"  # a context of kinds, of which these words tell
TELLER, DOSSIER = "teller", "dossier"  # what a frame needs
UNTOLD = ("hypothetical", "proposed", "denied")  # statuses
OWN = "tells how it goes, and nobody else is named"


def with_party_that_tells(draft: Draft, statuses: Statuses) -> Draft:
    """What is done between two of which one side is named in, who tells of it or settles it as the other side out.

    "Talks with Sylvania will be held on Monday, Ruritania's foreign ministry said", "the visit to Graustark is off,
    Sylvania's government announced", "Sylvania confirmed the truce with Ruritania", "the delivery of the guns from
    Ruritania has been delayed, Sylvania's ministry said", "Ruritania has lifted the duty on steel, Graustark's trade
    minister said".
    The draft; nothing where a third state is named, or where the clause tells first of somebody else.
    """
    known = distinct((*draft.actors, *draft.recipients))
    told = draft.status == DENIED and bool(_who_denies(draft.head, statuses))
    return _with_teller(draft, known, statuses) if told or _is_told(draft, statuses) else draft


def with_party_beside_partner(draft: Draft, statuses: Statuses) -> Draft:
    """ "Sylvania confirmed the truce with Ruritania", "the truce with Ruritania is holding, Sylvania's army said"."""
    more_than_named = bool(draft.applied) or draft.status not in BY_DEFAULT
    if draft.hosted or not (more_than_named or _is_told(draft, statuses)):
        return draft
    partners = _partners(draft, statuses)
    known = distinct((*draft.actors, *draft.recipients)) or partners
    return _with_teller(draft, known, statuses) if partners and not without(known, partners) else draft


def _with_teller(draft: Draft, known: tuple[Actor, ...], statuses: Statuses) -> Draft:
    one_side = not (draft.actors and draft.recipients) and len(keys_of(known)) == 1
    other = _government_that_tells(draft, known, statuses) if one_side and draft.status not in OPEN else None
    if other is None:
        return draft
    if draft.actors and not draft.reciprocal:
        return replace(draft, recipients=(other,))
    beside = draft.actors if draft.actors or draft.recipients else known
    return replace(draft, actors=(other, *beside))


def _partners(draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """ "The truce with Sylvania holds", "confirmed the truce with Sylvania": where "with" hangs is often a guess."""
    predicates = statuses.graph.predicates
    noun = predicates[draft.head]
    heads = (draft.head, *noun.heads("subject"), *noun.heads("of"), *(a.head for a in draft.applied))
    phrases = statuses.graph.at(heads)
    return distinct(a for p in phrases for a in actors_at(WITH, p, statuses.graph, statuses.mentions))


def with_government_it_is_done_to(draft: Draft, statuses: Statuses) -> Draft:
    """ "Ruritania has lifted the ban on cheese, Graustark's farm minister said": on Graustark's cheese."""
    lands = {a.country for a in draft.actors}
    if draft.status in OPEN or len(lands) != 1 or not all(RULING & set(a.sectors) for a in draft.actors):
        return draft
    other = _government_that_tells(draft, draft.actors, statuses)
    return draft if other is None else replace(draft, recipients=(other,))


def with_who_denies_it(draft: Draft, statuses: Statuses) -> Draft:
    """ "Ruritania rejected the claim of a raid on a Sylvanian village": nobody denies but what is laid to him."""
    denying = _subjects_over(draft, UNTRUE, statuses) if draft.status in UNTRUE else ()
    if len(denying) != 1 or sides(denying, draft.recipients):
        return draft
    return replace(draft, actors=(replace(denying[0], inferred=DENIES),))


def _subjects_over(draft: Draft, ways: tuple[str, ...], statuses: Statuses) -> tuple[Actor, ...]:
    """The governments that are said to undo or deny it: "Ruritania called off the signing of the accord"."""
    graph = statuses.graph
    done = (a for a in draft.applied if a.operator.status in ways and not _comes_late_by_itself(a))
    over = (graph.predicates.get(a.head) for a in done)
    found = (a for p in over if p for a in actors_at(("subject",), p, graph, statuses.mentions))
    return distinct(a for a in found if RULING & set(a.sectors))


def _comes_late_by_itself(applied: Applied) -> bool:
    """ "Delivery of the tanks has slipped": nobody puts it off."""
    return applied.operator.status == "postponed" and not applied.operator.actor


def _is_told(draft: Draft, statuses: Statuses) -> bool:
    """ "The king will visit in May", "will pay a visit" tells of the visit by the verb itself or that carries it."""
    kind, doc = statuses.lexicon.kinds[draft.kind], statuses.graph.doc
    clause = doc[statuses.graph.verb_of(draft.head)]
    visit = kind.mode == VISIT
    noun = doc[draft.head]
    return (noun.pos_ == NOUN and is_what_is_told(noun)) or (visit and clause.dep_ == TOLD)


def _government_that_tells(draft: Draft, known: tuple[Actor, ...], statuses: Statuses) -> Actor | None:
    bare = statuses.graph.predicates[draft.head].pos != "verb"
    settling = _subjects_over(draft, OFF, statuses) if bare else ()
    denying = _who_denies(draft.head, statuses)
    tellers = settling or distinct(denying or who_tells_or_told(draft.head, statuses))
    if len(tellers) != 1 or not tellers[0].country or not RULING & set(tellers[0].sectors):
        return None
    lands = {a.country for a in (*tellers, *known)}
    at_home = sides(tellers, (a for a in known if not ARMED & set(a.sectors)))
    if at_home or _countries_acting(draft.head, statuses) - lands:
        return None
    return replace(tellers[0], inferred=tellers[0].inferred or WHY)


def _who_denies(head: int, statuses: Statuses) -> tuple[Actor, ...]:
    """ "Ruritania denied reports of a visit to Sylvania": whose word the rumour is up against."""
    graph = statuses.graph
    rumour = graph.doc[head].head.head
    verb = graph.predicates.get(rumour.head.i)
    if verb is None or rumour.lemma_.lower() not in graph.words["names of reports"]:
        return ()
    return actors_at(("subject",), verb, graph, statuses.mentions)


def _countries_acting(head: int, statuses: Statuses) -> set[str]:
    """The states that the sentence names, but not for where it takes place."""
    doc = statuses.graph.doc
    named = statuses.named.mentions(doc[head].sent.start)
    where = {i for i, _ in named if doc[i].dep_ == "pobj" and doc[i].head.lower_ in WHERE}
    return {m.actor.country for i, m in named if m.actor.country and i not in where}


def with_who_is_at_it(draft: Draft, statuses: Statuses, attributions: Sequence[Attribution]) -> Draft:
    """What somebody does by himself of whom nobody is named in, those who tell how it goes as its doer out.

    "The manoeuvres have been called off, Graustark's navy said", "the withdrawal is complete, according to Sylvania's
    army": whose drill or withdrawal it is, is known to whoever has read of it before.
    The draft with who tells of it as its actor; as it is where another land is named.
    """
    lexicon, noun = statuses.lexicon, statuses.graph.doc[draft.head]
    own = draft.kind in lexicon.groups[UNDERTAKING] and draft.status not in UNTOLD
    if draft.actors or not own or noun.pos_ != "NOUN" or not is_what_is_told(noun):
        return draft
    heads = _who_tells(draft, statuses, attributions)
    if MILITARY in lexicon.kinds[draft.kind].contexts and not _are_of_forces(heads, statuses):
        return draft
    tellers = _officials(heads, statuses)
    telling, hit = {a.country for a in tellers}, keys_of(draft.recipients)
    alone = len(telling) == 1 and None not in telling and not telling & hit
    if not alone or countries_named(draft.head, statuses) - hit - telling:
        return draft
    return replace(draft, actors=(replace(tellers[0], inferred=OWN),))


def claimed_by_tellers(
    drafts: Sequence[Draft], statuses: Statuses, attributions: Sequence[Attribution]
) -> tuple[Sequence[Draft], Sequence[Draft]]:
    """The drafts, and apart those whose word may mean much else where no army tells of it ("the exercise"), and those
    that only an earlier report can tell more of: of what the text itself told before ("the signing"), it does."""
    claimed, unclaimed = list[Draft](), list[Draft]()
    for draft in drafts:
        by_teller = TELLER in draft.needs
        found = with_who_is_at_it(draft, statuses, attributions) if by_teller else draft
        is_nobodys = DOSSIER in draft.needs or (by_teller and found is draft)
        is_nobodys = is_nobodys and not is_told_before(draft, drafts, statuses)
        (unclaimed if is_nobodys else claimed).append(found)
    return claimed, unclaimed


def _are_of_forces(heads: Sequence[int], statuses: Statuses) -> bool:
    """ "A spokesman for the army", "the defence minister": and not those who may speak of an exercise at the polls."""
    doc, words = statuses.graph.doc, statuses.graph.words[FORCES]
    return any(t.lemma_.lower() in words or t.lower_ in words for h in heads for t in doc[h].subtree)


def _officials(heads: Sequence[int], statuses: Statuses) -> tuple[Actor, ...]:
    named = (statuses.mentions.actors.get(h) for h in heads)
    return distinct(m.actor for m in named if m is not None and OFFICIAL & set(m.actor.sectors))


def _who_tells(draft: Draft, statuses: Statuses, attributions: Sequence[Attribution]) -> tuple[int, ...]:
    """The heads of the sources in whose words it stands."""
    at = statuses.graph.doc[draft.head].idx
    telling = (a for a in attributions if any(c.start <= at < c.end for c in a.content))
    return tuple(h for a in telling for h in source_heads(statuses.graph.doc, a))
