"""A bare "the army" in, the state whose armed group it fights in its clause out, and the state that attacks it.

"As fighting between the army and the Black Eagles goes on, Ruritania ships its nationals out": the army of the state in
which the group fights, and not Ruritania's.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.page import STATE_KINDS, Page, Title
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side
from detente.reading.tokens import Token

ARMY = "MIL"
ARMED = frozenset({"REB", "PRM", "CRM", "UAF"})
LANDS = STATE_KINDS | {"place"}
APART = ("advcl", "conj", "parataxis", "relcl")
SAID, WHERE = "ccomp", "where"
STRUCK, WITHIN, OF = ("dobj", "prep"), ("compound", "pobj"), "of"
CLAUSES = ("VERB", "AUX")


def army_of_enemy(page: Page, title: Title, sectors: tuple[str, ...]) -> Side | None:
    """The state; nothing where the clause names a state or place itself, or several groups' states."""
    if ARMY not in sectors or _is_said_where(page.doc[title.head]):
        return None
    inside = {t.i for t in _clause(page.doc[title.head])}
    hits = [h for h in page.hits if h.start in inside and h.start not in page.personal]
    groups = [row for hit in hits for row in hit.rows("group") if set(row.sectors) <= ARMED and not row.also]
    lands = {row.country for row in groups if row.country}
    if len(lands) != 1 or any(h.kinds & LANDS and not h.rows("group") for h in hits):
        return None
    country = lands.pop() or ""
    name = state_actor(page, country).name
    why = f"'{groups[0].name}' fights in {name}"
    return Side(name=name, country=country, start=0, end=0, inferred=why)


def lands_that_strike(page: Page, title: Title, sectors: tuple[str, ...]) -> frozenset[str]:
    """ "Ruritania sank a patrol boat", "Ruritanian jets fired on a convoy of soldiers": no boat or soldiers of its own."""
    if ARMY not in sectors:
        return frozenset()
    struck = page.doc[title.head]
    while struck.head is not struck and (
        struck.dep_ in WITHIN or (struck.lower_ == OF and struck.head.pos_ not in CLAUSES)
    ):
        struck = struck.head
    verb = struck.head
    if struck.dep_ not in STRUCK or verb.lemma_.lower() not in page.words("assailing"):
        return frozenset()
    who = {t.i for s in verb.lefts if s.dep_ == "nsubj" for t in (s, *s.lefts) if _is_of_state(page, s, t)}
    hits = (h for i in who if (h := page.hit_at.get(i)) is not None)
    return frozenset(row.id for hit in hits for row in hit.rows("state", "demonym"))


def _is_of_state(page: Page, subject: Token, word: Token) -> bool:
    """The state by its name, or its forces; rebels strike their own army."""
    title = page.title_at.get(subject.i)
    forces = title is not None and all(ARMY in role.sectors for role in title.roles)
    return forces or (word is subject and title is None)


def _is_said_where(word: Token) -> bool:
    """ "In Graustark, where the army fights the Black Eagles": the place is named before its clause."""
    verb = next((t for t in word.ancestors if t.pos_ in CLAUSES), word)
    return verb.dep_ == "relcl" and any(c.lower_ == WHERE for c in verb.lefts)


def _clause(word: Token) -> Iterator[Token]:
    """The words of the clause around a word, without the clauses that hang on it."""
    over = {t.i: t for t in (word, *word.ancestors)}
    verb = next((t for t in over.values() if t.pos_ in CLAUSES), word.sent.root)
    while verb.dep_ == SAID and verb.head.i != verb.i:
        verb = verb.head  # "Ruritania announces that 54 soldiers were killed"
    apart = {
        t.i
        for c in verb.children
        if c.dep_ in APART and c.pos_ in CLAUSES and c.i not in over
        for t in c.subtree
    }
    yield from (t for t in verb.subtree if t.i not in apart)
