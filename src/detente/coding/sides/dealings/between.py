"""A draft whose sentence names something that lies between two states in, the other of the two as its missing side out.

"Ruritania shut the Zenda crossing": towards Sylvania, if that is the way there. Crossings, rivers, islets, bases and
treaties with the two states whose they are stand in `between.csv`.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.standing.status import Statuses
from detente.records import Actor, Span

AIMED = frozenset(
    {
        "ACCUSE",
        "AID",
        "COERCE",
        "CONCEDE",
        "MOBILIZE",
        "REJECT",
        "REQUEST",
        "RETREAT",
        "SANCTION",
        "SUPPORT",
        "THREATEN",
    }
)  # fmt: skip; types
ATTACKS = "ASSAULT"
OPENING = 2  # letters of a name that are looked at first
LONGEST = 6  # words of a name
BODY = ":"  # in the id of whoever is no state


def with_side_between(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with the second of the two as recipient; of what two do together, with both."""
    kind, lexicon = statuses.lexicon.kinds[draft.kind], statuses.lexicon
    at_home = draft.kind in lexicon.own_affairs
    acting = {a.country for a in draft.actors}
    if at_home or draft.recipients or len(acting) > 1 or None in acting:
        return draft
    if not acting and not (draft.reciprocal and kind.type == ATTACKS):
        return draft  # "troops traded fire across the line": those of both
    if not draft.reciprocal and kind.type != ATTACKS and kind.type not in AIMED:
        return draft
    for span, states in _named_between(draft, statuses):
        if acting <= set(states):
            others = tuple(_party(state, span, statuses) for state in states if state not in acting)
            if draft.reciprocal:
                return replace(draft, actors=(*draft.actors, *others))
            return replace(draft, recipients=others)
    return draft


def _named_between(draft: Draft, statuses: Statuses) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """The names of its sentence that lie between two states, longest first at each place."""
    doc, between = statuses.graph.doc, statuses.lexicon.between
    sentence, openings, text = doc[draft.head].sent, statuses.lexicon.between_openings, doc.text
    tokens = doc[sentence.start : sentence.end]
    for n, first in enumerate(tokens):
        start = first.idx
        if text[start : start + OPENING] not in openings:
            continue
        ends = [last.idx + len(last.text) for last in reversed(tokens[n : n + LONGEST])]
        named = next((end for end in ends if text[start:end] in between), None)
        if named is not None:
            yield Span(start, named), between[text[start:named]]


def _party(state: str, span: Span, statuses: Statuses) -> Actor:
    name = statuses.graph.doc.text[span.start : span.end]
    body = BODY in state
    return Actor(
        name=state,
        id=state,
        country=None if body else state,
        sectors=("GOV",),
        span=span,
        inferred=f"{name} lies between the two",
    )
