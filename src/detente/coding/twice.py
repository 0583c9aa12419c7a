"""A draft and the others of its text in, why it is no event of its own out: its sentence tells of the protest already.

"Thousands of protesters rally in Strelsau and march on the palace": one protest, however many verbs tell of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.draft import Draft
from detente.coding.lexicon import family_of
from detente.coding.roles import sides
from detente.coding.status import Statuses

ONE_PROTEST = "the sentence tells of the same by another word"
ONE_RULING = ("conviction",)  # kinds that courts tell in two words
PROTESTS = ("protest", "labour strike")  # families
WITHOUT_FORM = ("protest", "demonstration")  # kinds that say no more than that people protest


def told_twice(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> str | None:
    """The reason, if another draft of the sentence has the same actors and stands first or says more."""
    if draft.kind in ONE_RULING:
        return ONE_PROTEST if any(_is_of_one_ruling(draft, d, statuses) for d in drafts) else None
    if draft.kind not in WITHOUT_FORM:
        return None
    sentence = statuses.graph.doc[draft.head].sent
    for other in drafts:
        if other is draft or not sentence.start <= other.head < sentence.end:
            continue
        if family_of(other.kind, statuses.lexicon) not in PROTESTS or other.status != draft.status:
            continue
        first = other.head < draft.head or other.kind not in WITHOUT_FORM
        if first and sides(other.actors, draft.actors) and _aimed_alike(draft, other):
            return ONE_PROTEST
    return None


def _is_of_one_ruling(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "Convicts him of treason, giving him ten years": the sentence belongs to the conviction."""
    doc = statuses.graph.doc
    near = doc[draft.head].sent.start <= other.head < draft.head
    return (
        near and other.kind == draft.kind and sides(other.actors, draft.actors) and _aimed_alike(draft, other)
    )


def _aimed_alike(one: Draft, other: Draft) -> bool:
    return not one.recipients or not other.recipients or sides(one.recipients, other.recipients)
