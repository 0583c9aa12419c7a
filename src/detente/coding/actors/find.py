"""A parsed text, its names and its day of publication in; who acts and where, by head token, out."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from detente.coding.actors.anaphora import add_anaphora
from detente.coding.actors.named import Draft, add_names, add_persons
from detente.coding.actors.page import open_page
from detente.coding.actors.persons import find_persons
from detente.coding.actors.titled import add_titles
from detente.coding.actors.years import years_of
from detente.coding.mentions import Mentions
from detente.knowledge.actors import ActorTables
from detente.reading.names import Name


def find_mentions(doc: Doc, names: Iterable[Name], published: str | None, tables: ActorTables) -> Mentions:
    """The political actors and the places of a text, at the tokens that head their phrases."""
    page = open_page(doc, names, published, tables)
    naming = find_persons(page)
    draft = Draft()
    add_names(page, naming, draft)
    add_persons(page, naming, draft)
    add_titles(page, naming, draft)
    add_anaphora(page, naming, draft)
    return Mentions(
        actors=dict(sorted(draft.actors.items())),
        places=dict(sorted(draft.places.items())),
        modifiers=dict(sorted(draft.modifiers.items())),
    )


def infer_years(doc: Doc, names: Iterable[Name], tables: ActorTables) -> tuple[str, str, str] | None:
    """For a text without a date: first and last ISO day that its office-holders allow, and the reason."""
    return years_of(find_persons(open_page(doc, names, None, tables)), tables)
