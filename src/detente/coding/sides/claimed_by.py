"""An attack without a doer in, who says that it was his as its doer out; said to be inferred.

"A bomb claimed by the Red Dawn killed two", "an attack that the Red Dawn claimed": by them.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.roles import actors_at
from detente.coding.status import Statuses

ATTACK = "ASSAULT"
OWN = ("subject", "in", "by", "with")
BY = ("subject", "by")
CLAIMING = "verbs of claiming deeds"


def with_who_claims(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with who claims the attack, or what it is made with, as actors where nobody is named for it."""
    graph, kind = statuses.graph, statuses.lexicon.kinds.get(draft.kind)
    if (
        kind is None
        or kind.type != ATTACK
        or draft.reciprocal
        or any(a.country or a.id for a in draft.actors)
    ):
        return draft
    deeds = {draft.head, *graph.predicates[draft.head].heads(*OWN)}
    for token in (t for head in deeds for t in graph.doc[head].rights if t.dep_ in ("acl", "relcl")):
        verb = graph.predicates.get(token.i)
        if verb is None or verb.lemma not in graph.words[CLAIMING]:
            continue
        found = actors_at(BY, verb, graph, statuses.mentions, every=True)
        claimed = [msgspec.structs.replace(a, inferred=a.inferred or f"who '{token.text}' it") for a in found]
        if any(a.country or a.id for a in claimed):
            return replace(draft, actors=tuple(claimed))
    return draft
