"""A draft in, whether it is only how a people votes on its own affairs out.

"Sylvanians vote to reject a new constitution", "voters turn down a ban on minarets": nobody refuses anybody anything; but
they may reject a treaty with another state.
"""

from __future__ import annotations

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

AT_THE_POLLS = "a people that votes on its own affairs"
REJECT, PEOPLE = "REJECT", "CVL"  # a type, a sector
MEETING, ELECTING = "CONSULT", "electing"  # a type, a list of words
VOTES, VOTING, TREATIES = "votes of a people", "verbs of voting", "treaties"  # lists of words


def at_the_polls(draft: Draft, statuses: Statuses) -> str | None:
    """The reason to leave it out, if a people of one state rejects something and no other state has a part in it.

    So too a round in which somebody is elected."""
    sides = (*draft.actors, *draft.recipients)
    if type_of(draft, statuses) == MEETING and _is_of_an_election(statuses.graph.doc[draft.head], statuses):
        return AT_THE_POLLS
    if type_of(draft, statuses) != REJECT or not draft.actors or len({s.country for s in sides}) > 1:
        return None
    if any(s.country is None for s in sides) or any(PEOPLE not in s.sectors for s in draft.actors):
        return None
    graph = statuses.graph
    sentence = [(t.lemma_.lower(), t.pos_) for t in graph.doc[draft.head].sent]
    voting, votings = graph.words[VOTING], graph.words[VOTES]
    votes = any(lemma in votings or (lemma in voting and pos == "VERB") for lemma, pos in sentence)
    with_others = any(lemma in graph.words[TREATIES] for lemma, _ in sentence)
    return AT_THE_POLLS if votes and not with_others else None


def _is_of_an_election(noun: Token, statuses: Statuses) -> bool:
    """ "Failed to elect him in the second round", "a third round of voting"."""
    electing = statuses.graph.words[ELECTING]
    within = noun.head.head if noun.dep_ == "pobj" else noun
    of = (t for p in noun.rights if p.lower_ == "of" for t in p.rights)
    return noun.pos_ == "NOUN" and any(t.lemma_.lower() in electing for t in (within, *of))
