"""Talks, a visit or a refusal in, whether a government has only its own people, places and forces on the other side out."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.standing.status import Statuses
from detente.records import Actor

REFUSAL, FORCES = "refusal", frozenset({"MIL", "COP"})  # a kind, sectors
VISIT, GOES_TO = "visit", ("to", "of", "object")  # a mode
TALKS, HELD_BY = "CONSULT", frozenset({"GOV", "MIL", "SPY", "COP"})


def talks_with_its_own(draft: Draft, statuses: Statuses) -> bool:
    """ "The king has discussed it with his ministers", "we are reviewing it with the president"."""
    sides = (*draft.actors, *draft.recipients)
    if type_of(draft, statuses) != TALKS or len(sides) == 1 or len({a.country for a in sides}) != 1:
        return False
    governing = all(a.country and a.sectors and HELD_BY.issuperset(a.sectors) for a in sides)
    return governing and any(_is_bare_office(a, statuses) for a in sides)


def visits_at_home(draft: Draft, statuses: Statuses) -> bool:
    """ "The interior minister said so during a visit to a school", where no other land is named: one of his own."""
    if statuses.lexicon.kinds[draft.kind].mode != VISIT or draft.recipients or not draft.actors:
        return False
    doc, words = statuses.graph.doc, statuses.graph.words["places visited at home"]
    heads = statuses.graph.predicates[draft.head].heads(*GOES_TO)
    shown = [h for h in heads if doc[h].lemma_.lower() in words and h not in statuses.mentions.actors]
    return bool(shown) and countries_named(draft.head, statuses) <= {a.country for a in draft.actors}


def refuses_only_for_its_own(draft: Draft, statuses: Statuses) -> bool:
    """ "Ruritania will not add troops there", "will not raise its army's budget": nobody is refused anything."""
    lands = {a.country for a in draft.actors}
    if draft.kind != REFUSAL or not draft.recipients or len(lands) != 1 or None in lands:
        return False
    if not all(r.country in lands and FORCES.issuperset(r.sectors) for r in draft.recipients):
        return False
    doc = statuses.graph.doc
    objects = [doc[i] for i in statuses.graph.predicates[draft.head].heads("object")]
    within = [range(o.left_edge.idx, o.right_edge.idx + 1) for o in objects]
    return all(r.span is not None and any(r.span.start in w for w in within) for r in draft.recipients)


def _is_bare_office(side: Actor, statuses: Statuses) -> bool:
    """ "His ministers", "the president": with a name beside it, it may be one of several governments of a land."""
    span = side.span
    if span is None:
        return False
    doc = statuses.graph.doc
    tokens = [t for t in doc if span.start <= t.idx < span.end]
    of_others = any(
        c.dep_ == "compound" and c.idx < span.start for t in tokens for c in t.lefts
    )  # "contra commanders"
    return bool(tokens) and not of_others and all(t.is_lower or t.tag_ == "PRP" for t in tokens)
