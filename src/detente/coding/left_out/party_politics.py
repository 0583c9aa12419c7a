"""A draft in, whether it is only politics at home out: a politician joins or backs another of his state, or speaks to his own
crowds; a government meets its own envoys; a people votes on its own affairs.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import any_meets
from detente.coding.roles.known import phrase_of, word_of
from detente.coding.roles.roles import sides as same_sides
from detente.coding.standing.composing import COMING
from detente.coding.standing.status import Statuses
from detente.ids import is_person
from detente.reading.tokens import Token
from detente.records import Actor

PARTY_POLITICS = "parties and politicians of one state among themselves"
KINDS = "party politics"  # the group of kinds
POLITICIANS = frozenset({"PTY", "ELI"})
PARTY = "PTY"
PERSONAL = frozenset({"LEG", "OPP"})
ARMED = frozenset({"REB", "UAF"})
GOVERNS = "GOV"
RULING = frozenset({"GOV", "ELI"})
OWN_RALLY = "a politician's own rally, and no protest"
RALLY, AGAINST_RULERS = "demonstration", frozenset({"OPP", "CVL", "LAB", "LEG", "PTY"})  # a kind; sectors
OWN_ENVOYS = "a government and its own envoys"
MEETINGS = ("meeting", "call")  # families
VOTES, AT = "rallies for votes", ("at", "during")  # a list of words
ENVOYS = "envoys of a state"  # a list of words
SETS_A_DAY = "who rules sets the day of a vote, and asks nobody for it"
ASKS_ITSELF = "a government that says what its own state or people should do"
ONE = ("NN", "NNP", "NNPS")
ASKING, CITIZENS, ITS = "demand", frozenset({"CVL"}), "its"  # kinds; sectors
CALL, CLOSURE = "call for reform", "closure"  # kinds
FOR, VOTE = "for", ("election",)  # a preposition; a class of nouns
AT_THE_POLLS = "a people that votes on its own affairs"
REJECT, PEOPLE = "REJECT", "CVL"  # a type, a sector
TALKS, ELECTING = "CONSULT", "electing"  # a type, a list of words
POLLS, VOTING, TREATIES = "votes of a people", "verbs of voting", "treaties"  # lists of words


def party_politics(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> str | None:
    """The reason to leave it out, if all its sides are of one state and one of them is a party or politician."""
    sides = (*draft.actors, *draft.recipients)
    if (own := _among_its_own(draft, sides, statuses)) is not None:
        return own
    if draft.kind == ASKING and _asks_itself(draft, statuses):
        return ASKS_ITSELF
    if draft.kind == RALLY and (_is_for_votes(draft) or _is_held_for(draft, statuses)):
        return OWN_RALLY
    if draft.kind == CALL and _calls_a_vote(draft, drafts, statuses):
        return SETS_A_DAY
    if draft.kind not in statuses.lexicon.groups[KINDS]:
        return None
    if len(sides) < 2:  # "Senator Holm leaves his group", "the Greens promise to choose a new leader"
        one = (s for s in sides if _in_politics(s) and GOVERNS not in s.sectors)
        alone = any(is_person(s.id) or PARTY in s.sectors for s in one)
        return PARTY_POLITICS if alone else None
    stateless = [s for s in sides if s.country is None]  # "Senator Holm joins the Green Party"
    at_home = len({s.country for s in sides if s.country}) == 1 and all(_in_politics(s) for s in stateless)
    return PARTY_POLITICS if at_home and any(_in_politics(s) for s in sides) else None


def _among_its_own(draft: Draft, sides: tuple[Actor, ...], statuses: Statuses) -> str | None:
    """ "The minister met the ambassadors of his state"."""
    if len({s.country for s in sides}) != 1 or sides[0].country is None:
        return None
    governs = all(GOVERNS in s.sectors for s in sides)
    if statuses.lexicon.kinds[draft.kind].family not in MEETINGS or len(sides) == 1 or not governs:
        return None
    nouns = {t.lemma_.lower() for s in sides for t in phrase_of(s, statuses.graph.doc) or ()}
    return OWN_ENVOYS if nouns & statuses.graph.words[ENVOYS] else None


def _asks_itself(draft: Draft, statuses: Statuses) -> bool:
    """ "Its citizens should not travel there, the ministry says", "the premier says that Sylvania must spend more"."""
    rules = draft.made and bool(draft.actors) and all(_speaks_for_it(a, statuses) for a in draft.actors)
    own = {a.country for a in draft.actors}
    return rules and bool(draft.recipients) and all(_is_own_land(r, own, statuses) for r in draft.recipients)


def _speaks_for_it(actor: Actor, statuses: Statuses) -> bool:
    """Who governs; "dozens of its diplomats urged it" is another matter."""
    unsure = actor.inferred is not None and not is_person(actor.id)
    word = word_of(actor, statuses.graph.doc)
    return word is not None and not unsure and GOVERNS in actor.sectors and word.tag_ in ONE


def _is_own_land(side: Actor, own: Set[str | None], statuses: Statuses) -> bool:
    """The state itself by name, or "its citizens"."""
    word = word_of(side, statuses.graph.doc)
    if word is None or side.country not in own:
        return False
    if set(side.sectors) <= CITIZENS:
        return any(c.dep_ == "poss" and c.lower_ == ITS for c in word.lefts)
    return side.id in own and word.pos_ == "PROPN" and set(side.sectors) == {GOVERNS}


def _calls_a_vote(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """ "The president dissolves parliament and calls for an early election", "calls for a vote on 3 May"."""
    graph = statuses.graph
    shut = any(d.kind == CLOSURE and same_sides(d.actors, draft.actors) for d in drafts)
    rules = all(is_person(a.id) and set(a.sectors) & RULING == {GOVERNS} for a in draft.actors)
    if draft.recipients or not draft.actors or not rules or not (shut or draft.status in COMING):
        return False
    votes = graph.predicates[draft.head].heads(FOR)
    return any_meets(VOTE, votes, graph.doc, statuses.mentions, statuses.lexicon)


def _is_for_votes(draft: Draft) -> bool:
    """ "The premier is holding rallies": who rules or runs for office protests against nobody, if he names nobody."""
    leads = all(
        (is_person(a.id) or a.id is None) and set(a.sectors) & RULING and not AGAINST_RULERS & set(a.sectors)
        for a in draft.actors
    )
    return bool(draft.actors) and leads and all(r.span is None for r in draft.recipients)


def _is_held_for(draft: Draft, statuses: Statuses) -> bool:
    """ "The president was shot at a rally in Zenda": who rules or ruled comes to his own, if it is against nobody."""
    graph = statuses.graph
    named = graph.doc[draft.head].lemma_.lower() in graph.words[VOTES]
    if not named or not all(a.inferred for a in (*draft.actors, *draft.recipients)):
        return False
    over = graph.over(draft.head, *AT)
    heads = (h for verb in over for h in verb.heads("subject", "object"))
    there = (statuses.mentions.actors.get(t.i) for h in heads for t in graph.doc[h].subtree)
    return any(m is not None and is_person(m.actor.id) and bool(set(m.actor.sectors) & RULING) for m in there)


def _in_politics(side: Actor) -> bool:
    """A party or politician; of parliament and opposition only a person: what a whole of them does is news.

    Rebels that are a party besides are rebels.
    """
    if ARMED & set(side.sectors):
        return False
    return bool((POLITICIANS | (PERSONAL if is_person(side.id) else frozenset())) & set(side.sectors))


def at_the_polls(draft: Draft, statuses: Statuses) -> str | None:
    """The reason to leave it out, if a people of one state rejects something and no other state has a part in it.

    So too a round in which somebody is elected."""
    sides = (*draft.actors, *draft.recipients)
    if type_of(draft, statuses) == TALKS and _is_of_an_election(statuses.graph.doc[draft.head], statuses):
        return AT_THE_POLLS
    if type_of(draft, statuses) != REJECT or not draft.actors or len({s.country for s in sides}) > 1:
        return None
    if any(s.country is None for s in sides) or any(PEOPLE not in s.sectors for s in draft.actors):
        return None
    graph = statuses.graph
    sentence = [(t.lemma_.lower(), t.pos_) for t in graph.doc[draft.head].sent]
    voting, votings = graph.words[VOTING], graph.words[POLLS]
    votes = any(lemma in votings or (lemma in voting and pos == "VERB") for lemma, pos in sentence)
    with_others = any(lemma in graph.words[TREATIES] for lemma, _ in sentence)
    return AT_THE_POLLS if votes and not with_others else None


def _is_of_an_election(noun: Token, statuses: Statuses) -> bool:
    """ "Failed to elect him in the second round", "a third round of voting"."""
    electing = statuses.graph.words[ELECTING]
    within = noun.head.head if noun.dep_ == "pobj" else noun
    of = (t for p in noun.rights if p.lower_ == "of" for t in p.rights)
    return noun.pos_ == "NOUN" and any(t.lemma_.lower() in electing for t in (within, *of))
