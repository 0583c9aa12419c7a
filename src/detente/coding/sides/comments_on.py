"""A comment that names nobody whom it is about in, whoever did what is commented on as its recipient out.

"Ruritania freed ten prisoners, a step that Sylvania welcomed": it welcomed what Ruritania did.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.roles import actors_at, sides
from detente.coding.status import Statuses

COMMENTS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})  # types
ADDED = (
    "relcl",
    "acl",
)  # "a step that Sylvania welcomed", "a step welcomed by Sylvania and assailed by Graustark"
BESIDE = ("appos", "conj", "npadvmod", "dobj")


def with_whose_deed(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with the subject of the clause that the commented noun sums up as its recipient."""
    graph = statuses.graph
    kind, token = statuses.lexicon.kinds.get(draft.kind), graph.doc[draft.head]
    clause = token.head if token.dep_ == "conj" and token.head.dep_ in ADDED else token
    noun = clause.head
    if draft.recipients or not draft.actors or kind is None or kind.type not in COMMENTS:
        return draft
    sums_up = (
        clause.dep_ in ADDED and noun.dep_ in BESIDE and noun.lemma_.lower() in graph.words["summing nouns"]
    )
    if not sums_up:
        return draft
    for above in noun.ancestors:
        verb = graph.predicates.get(above.i)
        if verb is None or verb.pos != "verb":
            continue
        found = actors_at(("subject",), verb, graph, statuses.mentions)
        if found and not sides(found, draft.actors):
            why = f"did what '{token.text}' is about"
            return replace(
                draft, recipients=tuple(msgspec.structs.replace(a, inferred=a.inferred or why) for a in found)
            )
    return draft
