"""A threat or a warning in, whether it only tells what its speaker sees coming out."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import actors_at, sides
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token
from detente.records import Actor

FORESEEN = "it only warns of what may come about, and not of what the one who warns will do"
RULING = frozenset({"GOV", "MIL"})
GUARDS, BY_WHOM = frozenset({"COP", "SPY"}), ("by", "from")  # sectors
TOLD = ("object", "to", "indirect")
SUBJECT, ON_CONDITION, OWN = "nsubj", "advcl", "PRP$"
OF, WITH = "of", "with"


def only_foreseen(draft: Draft, warns: Token, statuses: Statuses) -> str | None:
    """The reason why it is left out, or None; `warns` is the verb of warning."""
    if _is_what_guards_see(draft, warns):
        return FORESEEN
    by_state = any(_is_state(a) for a in draft.actors)
    if (not by_state and _may_come_about(warns, statuses)) or _goes_wrong(draft, warns, statuses):
        return FORESEEN
    return None


def _is_what_guards_see(draft: Draft, warns: Token) -> bool:
    """ "Gangs recruit pupils, police warn", "the service warns of attacks by Sylvania": not what they will do themselves."""
    if not draft.actors or any(not GUARDS & set(a.sectors) for a in draft.actors):
        return False
    told = [t for t in warns.children if t.dep_ == "ccomp" and t.pos_ in ("VERB", "AUX")]
    by_others = any(c.lower_ in BY_WHOM for noun in _nouns_feared(warns) for c in noun.rights)
    doers = [c for verb in told for c in verb.lefts if c.dep_ in SUBJECTS]
    return by_others or (bool(doers) and all(c.tag_ != "PRP" for c in doers))


def _is_state(actor: Actor) -> bool:
    """One that the text names: what it fears it may do something about."""
    return bool(actor.country and not actor.inferred and RULING & set(actor.sectors))


def _may_come_about(warns: Token, statuses: Statuses) -> bool:
    """ "Warned that dear bread could spark riots": no deed of anybody's."""
    graph = statuses.graph
    for verb in _feared(warns):
        if verb.lemma_.lower() in graph.words["verbs of stirring up"]:
            may = any(c.dep_ == "aux" and c.lower_ in graph.words["possible modals"] for c in verb.lefts)
            if may and _of_no_actor(verb, statuses):
                return True
    return False


def _goes_wrong(draft: Draft, warns: Token, statuses: Statuses) -> bool:
    """ "Warned that the truce between Sylvania and Graustark may collapse", "of a return to war": what goes wrong there
    of itself, and nothing that the speaker has a hand in or tells to somebody's face."""
    predicate = statuses.graph.predicates.get(warns.i)
    if predicate is None or _tells_someone(predicate, statuses):
        return False
    words = statuses.graph.words
    for word in (*_feared(warns), *_nouns_feared(warns)):
        listed = words["verbs of going wrong"] if word.pos_ == "VERB" else words["nouns of going wrong"]
        if not listed.isdisjoint(_called(word)) and not _has_a_hand_in(draft, word, statuses):
            return word.pos_ != "VERB" or _of_no_actor(word, statuses)
    return False


def _tells_someone(predicate: Predicate, statuses: Statuses) -> bool:
    return bool(actors_at(TOLD, predicate, statuses.graph, statuses.mentions))


def _feared(warns: Token) -> Iterator[Token]:
    return (t for t in warns.rights if t.dep_ in ("ccomp", "dobj") and t.pos_ == "VERB")


def _nouns_feared(warns: Token) -> Iterator[Token]:
    behind = (c for t in warns.rights if t.lower_ == OF for c in t.rights)
    return (t for t in behind if t.dep_ == "pobj")


def _called(word: Token) -> Iterator[str]:
    """Its lemma alone and with its particle, or with where it leads: "break down", "return to war"."""
    lemma = word.lemma_.lower()
    yield lemma
    for link in word.rights:
        if link.dep_ == "prt":
            yield f"{lemma} {link.lower_}"
        yield from (f"{lemma} {link.lower_} {c.lemma_.lower()}" for c in link.rights if c.dep_ == "pobj")


def _of_no_actor(verb: Token, statuses: Statuses) -> bool:
    subjects = [c for c in verb.lefts if c.dep_ == SUBJECT]
    return bool(subjects) and not any(c.i in statuses.mentions.actors for c in subjects)


def _has_a_hand_in(draft: Draft, word: Token, statuses: Statuses) -> bool:
    """ "Its truce", "the truce with Sylvania", "would collapse if Sylvania went on": a side of it speaks, or sets a term."""
    actors = statuses.mentions.actors
    for token in word.subtree:
        if token.tag_ == OWN or token.dep_ == ON_CONDITION or token.lower_ == WITH:
            return True
        if token.i in actors and sides([actors[token.i].actor], draft.actors):
            return True
    return False
