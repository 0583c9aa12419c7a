"""A refusal of what another asked or offered in, that other as its recipient out.

"Ruritania turned down a Sylvanian offer to station boats in its waters", "an invitation from Sylvania to a summit":
Sylvania is refused, whoever the offer speaks of besides. "Sylvania granted Ruritania's request for a pardon": so is the
request made to Sylvania.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, without
from detente.coding.roles.roles import actors_at, actors_of, distinct, without_states
from detente.coding.standing.status import Statuses
from detente.records import Actor

REFUSING, DECLINED = "REJECT", "declined"  # a type, a status
ASKED, GRANTED = ("object", "at", "off"), ("object", "to", "with")
REQUEST, ANSWERED = "REQUEST", frozenset({"AGREE", "REJECT", "CONCEDE"})  # types
ASKERS = ("from", "by")
ASKING = "nouns of asking and offering"


def with_whose_offer(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with who made the offer, plea or plan that is turned down."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    if draft.status != DECLINED and (kind is None or kind.type != REFUSING):
        return draft
    for verb in (draft.head, *(a.head for a in draft.applied)):
        found = without(tuple(_askers(verb, statuses)), draft.actors)
        if found and without_states(found, draft.recipients):
            why = f"is turned down in '{statuses.graph.doc[verb].text}'"
            return replace(draft, recipients=distinct(replace(a, inferred=a.inferred or why) for a in found))
    return draft


def _askers(head: int, statuses: Statuses) -> Iterator[Actor]:
    """Whose the thing is that a verb turns down; "from Sylvania" may hang on the verb."""
    graph, verb = statuses.graph, statuses.graph.predicates.get(head)
    if verb is None or verb.pos != "verb":
        return
    words = graph.words[ASKING]
    asked = [h for h in verb.heads(*ASKED) if graph.doc[h].lemma_.lower() in words]
    for noun in asked:
        yield from actors_of(noun, "object", graph, statuses.mentions)
    if asked and not verb.passive:
        yield from actors_at(ASKERS, verb, graph, statuses.mentions)


def with_who_grants_it(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A request at nobody who is named, with whoever is told to grant or to ignore it as its recipient."""
    kinds, predicates = statuses.lexicon.kinds, statuses.graph.predicates
    kind = kinds.get(draft.kind)
    if kind is None or kind.type != REQUEST:
        return draft
    asking = {draft.head, *(a.head for a in draft.applied)}
    for other in drafts:
        answer = kinds.get(other.kind)
        if other.head in asking or answer is None or answer.type not in ANSWERED:
            continue
        found = without_states(other.actors, draft.actors)
        if found and not asking.isdisjoint(predicates[other.head].heads(*GRANTED)):
            why = f"answers it in '{statuses.graph.doc[other.head].text}'"
            return replace(draft, recipients=tuple(replace(a, inferred=a.inferred or why) for a in found))
    return draft
