"""Whom a rescue or another act is for, as what is told before tells of such people."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import because, only_because
from detente.coding.roles.known import keys_of
from detente.coding.roles.roles import actors_at, sides, without_states
from detente.coding.sides.captives.captives import FORCES, FREED_OWN, RELEASE, RESCUE
from detente.coding.sides.looking.told_before import told_before, told_in_sentences_before
from detente.coding.standing.status import Statuses
from detente.records import Actor

FREED = frozenset({RELEASE, RESCUE})  # kinds
TAKEN = frozenset({"abduction", "seizure", "arrest", "interception"})  # kinds
DOER, BACK = ("subject", "by"), 2  # whoever acts, sentences
ATTACK = "ASSAULT"  # a type
STRUCK_BEFORE = "who was struck in what is told before"
NUMBER, COUNT, PEOPLE = "NUM", "nummod", "people counted"
REST = "rest of them"  # the list of words
OF_ENVOYS, CUSTODY = "at envoys", "custody"  # groups of kinds
HURTING = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID", "RETREAT"})  # types of acts on people


def with_those_carried_off(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A rescue by soldiers or police in, those who were carried off just before as whom they help out.

    "Bandits kidnap forty pupils in Strelsau. The army has rescued nine of them": they let nobody go whom they held.
    The draft as a rescue of those whom others abducted in one of the sentences before.
    """
    graph = statuses.graph
    verb = graph.predicates[draft.head]
    doers = draft.actors or actors_at(DOER, verb, graph, statuses.mentions)
    if verb.pos != "verb" or not doers or not all(FORCES & set(a.sectors) and a.country for a in doers):
        return draft
    taken = [d for d in told_in_sentences_before(draft, drafts, statuses, BACK) if d.kind in TAKEN]
    if not taken or not _are_the_same(draft, taken[-1]):
        return draft
    others = without_states(draft.recipients, doers)  # "seized a tanker with a Sylvanian crew"
    freed = others or only_because(taken[-1].recipients, FREED_OWN)
    return replace(draft, kind=RESCUE, actors=doers, recipients=freed) if freed else draft


def _are_the_same(draft: Draft, taken: Draft) -> bool:
    """Whether no others are named as those who are freed."""
    known = {r.country for r in (*taken.recipients, *taken.actors)}
    return all(r.country in known or r.inferred for r in draft.recipients)


def without_captors(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A rescue of people of whom nobody says whose they are in, aimed at whoever was struck, and not at who struck them, out.

    "The league raided a camp in Sylvania. Ruritania flew out the wounded": Sylvania's, and none of the league's.
    The draft; only where those whom it seems to help are named elsewhere, as attackers.
    """
    if draft.kind != RESCUE or not draft.recipients or any(r.inferred is None for r in draft.recipients):
        return draft
    if any(r.span is not None and _is_in_clause(r.span.start, draft, statuses) for r in draft.recipients):
        return draft
    helped = keys_of(draft.recipients)
    kinds = statuses.lexicon.kinds
    for blow in reversed([d for d in drafts if d.head < draft.head and d.kind in kinds]):
        struck_by_them = kinds[blow.kind].type == ATTACK and helped & keys_of(blow.actors)
        if struck_by_them and not helped & keys_of(blow.recipients):
            return replace(draft, recipients=only_because(blow.recipients, STRUCK_BEFORE))
    return draft


def _is_in_clause(start: int, draft: Draft, statuses: Statuses) -> bool:
    """Whether a place in the text lies in the sentence of the rescue."""
    sentence = statuses.graph.doc[draft.head].sent
    doc = statuses.graph.doc
    return doc[sentence.start].idx <= start < doc[sentence.end - 1].idx + len(doc[sentence.end - 1].text)


def with_others_like_them(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """An act on "two others" or "two" in, those told of just before it as whose people they are out.

    "Ruritanian troops shot a Sylvanian soldier and arrested two others": two other Sylvanians. "Ruritania threw out sixty
    Sylvanian envoys. Graustark is expelling four": four Sylvanian envoys.
    The draft with the recipients of the last act before it in the sentence, where another state's are acted on.
    """
    doc, rest = statuses.graph.doc, statuses.graph.words[REST]
    things = statuses.graph.predicates[draft.head].heads("object")
    if not any(t.lower_ in rest for h in things for t in (doc[h], *doc[h].children)):
        counted = any(doc[h].pos_ == NUMBER or _are_people_counted(h, statuses) for h in things)
        return _with_counted_again(draft, drafts, statuses) if counted else draft
    own = keys_of(draft.actors)
    for other in sorted(told_before(draft, drafts, statuses, 0), key=lambda d: -d.head):
        hurts = type_of(other, statuses) in HURTING
        if hurts and other.recipients and own.isdisjoint(r.country or r.id for r in other.recipients):
            return replace(draft, recipients=_like(other, statuses))
    return draft


def _are_people_counted(head: int, statuses: Statuses) -> bool:
    """ "Four women and a man": whose they are is not said."""
    noun = statuses.graph.doc[head]
    known = head in statuses.mentions.actors and statuses.mentions.actors[head].actor.country is not None
    counted = any(c.dep_ == COUNT for c in noun.lefts)
    return counted and not known and noun.lemma_.lower() in statuses.graph.words[PEOPLE]


def _with_counted_again(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft as the last of its kind, where another acted; who sends home four as others did envoys expels them."""
    groups = statuses.lexicon.groups
    for other in sorted(told_before(draft, drafts, statuses, BACK), key=lambda d: -d.head):
        if not other.recipients or other.reciprocal:
            continue
        envoys = other.kind in groups[OF_ENVOYS] and {other.kind, draft.kind} <= groups[CUSTODY]
        apart = not sides(other.recipients, draft.actors)
        if (other.kind == draft.kind or envoys) and apart:
            return replace(draft, kind=other.kind, recipients=_like(other, statuses))
    return draft


def _like(other: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    why = f"others like those told of with '{statuses.graph.doc[other.head].text}'"
    return because(other.recipients, why)
