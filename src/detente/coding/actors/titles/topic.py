"""A bare title in, the state that the sentence before is about out.

"Ruritania held an election. The government expelled a Sylvanian envoy": its own sentence names only those to whom it
does something, and names them for the first time, so that it is of the state that was told of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Hit, Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side, side_of, side_of_place
from detente.knowledge.actor_rows import Role
from detente.reading.tokens import Span, Token

FOR_A_STATE = frozenset({"GOV", "MIL", "LEG", "SPY"})  # sectors
WHERE_THEY_ARE = frozenset({"COP", "JUD"})  # who acts where something is
OTHERS = ("group", "outlet")
MODIFIES = ("amod", "compound", "nmod", "poss")
REACH = 3  # sentences that are looked back over
ADDRESSED, STATE = ("dobj", "pobj"), "state"
ADDRESSING = ("addressing", "urging", "judging")  # lists of verbs
SAID, PRONOUN = "ccomp", "PRON"


def side_of_topic(
    page: Page, draft: Draft, title: Title, role: Role, near: Collection[str], hits: Iterable[Hit]
) -> Side | None:
    """The state; nothing if the title's own sentence may say whose it is. hits: the names in that; near: their states."""
    sectors = set(role.sectors)
    noun = page.doc[title.head]
    if not near or not sectors & FOR_A_STATE or sectors & WHERE_THEY_ARE:
        return None
    sentence = noun.sent
    if noun.dep_ not in SUBJECTS:
        return _addressed(page, draft, noun, near)
    if title.plural and role.role in page.words["negotiates"] and any(c.lower_ == "the" for c in noun.lefts):
        return None  # "the delegates took their seats": those of several
    if not sentence.start or not all(_is_acted_on(page, hit, title) for hit in hits):
        return None
    before = _last_that_names_a_state(page, sentence)
    there = named_in(page, before)
    told = about(draft, before.root) or (next(iter(there.values())) if len(there) == 1 else None)
    if told is None or told.country in named_in(page, sentence) or not there.keys().isdisjoint(near):
        return None
    return replace(told, start=0, end=0, inferred=f"what is told before is about {told.name}")


def _addressed(page: Page, draft: Draft, noun: Token, near: Collection[str]) -> Side | None:
    """ "Sylvania held an election. Ruritania accused the government of fraud": no state accuses its own."""
    above = noun.head if noun.dep_ == "pobj" else noun
    verb = above.head
    if noun.dep_ not in ADDRESSED or verb.lemma_.lower() not in page.words.of(ADDRESSING):
        return None
    doer = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    acting = draft.actors.get(doer.i) if doer is not None else None
    if acting is None or acting.kind != STATE or {acting.actor.country} != set(near) or not noun.sent.start:
        return None
    others = set(named_in(page, _last_that_names_a_state(page, noun.sent))) - set(near)
    if len(others) != 1:
        return None
    name = state_actor(page, (other := others.pop())).name
    return Side(name=name, country=other, start=0, end=0, inferred=f"what is told before is about {name}")


def _last_that_names_a_state(page: Page, sentence: Span) -> Span:
    """The sentence before, or the first that names one of the few before that."""
    for _ in range(REACH):
        sentence = page.doc[sentence.start - 1].sent
        if not sentence.start or named_in(page, sentence):
            break
    return sentence


def about(draft: Draft, verb: Token) -> Side | None:
    """Whoever acts in a clause, or to whom that belongs: "Ruritania's parliament met"."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    for token in (t for s in subjects if not s.conjuncts for t in (s, *s.lefts)):
        mention = draft.actors.get(token.i) or draft.modifiers.get(token.i)
        if mention is None or mention.several or mention.kind in OTHERS or not mention.actor.country:
            continue
        return Side(name=mention.actor.name, country=mention.actor.country, start=0, end=0)
    return None


def _is_acted_on(page: Page, hit: Hit, title: Title) -> bool:
    """Whether a name stands after the title in its own clause, or in what it says of itself, as no subject."""
    if hit.start < title.end:
        return False
    token = page.root(hit.start, hit.end)
    while token.dep_ in MODIFIES and token.head.i != token.i:
        token = token.head
    acts = token.dep_ in SUBJECTS
    if acts and token.head in page.doc[title.head].ancestors:
        return False  # ""The government condemns it," said Sylvania's premier"
    said = next((t for t in (token, *token.ancestors) if t.dep_ == SAID), None)
    return said is None or (not acts and _is_of_itself(said))


def _is_of_itself(clause: Token) -> bool:
    """ "The government says that it will veto the entry", "says its forces have taken Zenda"."""
    subjects = [c for c in clause.children if c.dep_ in SUBJECTS]
    return all(t.pos_ == PRONOUN or any(c.pos_ == PRONOUN for c in t.lefts) for t in subjects)


def named_in(page: Page, sentence: Span) -> dict[str, Side]:
    """The states that a sentence names or tells of places in."""
    sides = (side_of_hit(page, hit) for hit in page.hits_by_sentence.get(sentence.start, ()))
    return {side.country: side for side in sides if side is not None and side.country}


def other_land(page: Page, sentences: Iterable[Span], own: str | None) -> str | None:
    """The only other land of the first of these sentences that names another."""
    for sentence in sentences:
        if others := named_in(page, sentence).keys() - {own}:
            return next(iter(others)) if len(others) == 1 else None
    return None


def side_of_hit(page: Page, hit: Hit) -> Side | None:
    """The state that a name stands for, or in which a place lies."""
    return side_of(hit, page) or side_of_place(hit, page)
