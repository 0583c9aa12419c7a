"""A draft of an agreement that nobody is said to make in, the two states that its matter names as its sides out.

"A deal has been reached on a Ruritanian base in Sylvania": what is agreed is a thing between just these two.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.listed_states import state_of
from detente.coding.roles.roles import distinct
from detente.coding.standing.status import Statuses
from detente.records import Actor

MATTERS = frozenset({"on", "for", "over", "about", "regarding", "concerning"})
CLAUSES = frozenset({"acl", "xcomp", "advcl"})  # "a pact to let Ruritanian ships use Sylvania's ports"


def with_those_agreed_about(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; only where its matter names two states, and the rest of the sentence none that could be a third."""
    doc = statuses.graph.doc
    noun = doc[draft.head]
    if noun.pos_ != "NOUN":
        return draft
    made = noun.head.rights if noun.dep_ == "nsubjpass" else ()  # "an agreement was reached on it"
    matters = [
        c for c in (*noun.rights, *made) if c.lower_ in MATTERS or (c.dep_ in CLAUSES and c.pos_ == "VERB")
    ]
    inside = frozenset(t.i for c in matters for t in c.subtree)
    found = distinct(_states(noun.sent.start, inside, statuses))
    if len({a.country for a in found}) != 2:
        return draft
    why = f"named in what the {noun.lower_} is about"
    return replace(draft, actors=tuple(replace(a, inferred=a.inferred or why) for a in found[:2]))


def _states(start: int, inside: frozenset[int], statuses: Statuses) -> list[Actor]:
    """The states whose actors, people or places stand there; a place stands for the state in which it lies."""
    named = {i: m.actor for i, m in statuses.named.mentions(start) if i in inside and m.kind != "outlet"}
    lands = {i: p for i, p in statuses.named.places.get(start, ()) if i in inside and i not in named}
    return [a for a in (*named.values(), *map(state_of, lands.values())) if a.country]
