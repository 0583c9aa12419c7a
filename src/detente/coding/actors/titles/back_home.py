"""Whose bare police, crowds or ministers are that act "at home", after a sentence of somebody who is abroad."""

from __future__ import annotations

from itertools import pairwise

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side
from detente.coding.actors.titles.topic import about, named_in
from detente.knowledge.actor_rows import Role
from detente.reading.tokens import Span

PLACES = frozenset({*SUBJECTS, "pobj"})  # "marched against the government"


def side_back_home(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """The side; nothing where nobody's home is spoken of, or where its own sentence names a land.

    "The Ruritanian president flew to Sylvania. At home, police shot two students": Ruritania's, and not where he flew.
    """
    noun = page.doc[title.head]
    sentence = noun.sent
    if noun.dep_ not in PLACES:  # "he briefed the cabinet": one that somebody meets
        return None
    if not _tells_of_home(page, sentence) or named_in(page, sentence):
        return None
    told = about(draft, page.doc[sentence.start - 1].sent.root)
    if told is None or told.country is None:
        return None
    name = state_actor(page, told.country).name
    return Side(name=name, country=told.country, start=0, end=0, inferred=f"at home is in {name}")


def _tells_of_home(page: Page, sentence: Span) -> bool:
    words, tokens = page.words["back_home"], [token.lower_ for token in sentence]
    return any(f"{first} {second}" in words for first, second in pairwise(tokens))
