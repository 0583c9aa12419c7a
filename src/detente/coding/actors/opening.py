"""A parsed text with its names in; the page with one name or title for each token out."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.actors.home import Home
from detente.coding.actors.names.addresses import settle_addresses
from detente.coding.actors.names.homonyms import (
    TOWNS,
    is_plain_word,
    is_surname,
    is_title_here,
    longest_hits,
    settle_homonyms,
    without_lesser_towns,
    without_ships,
)
from detente.coding.actors.names.parts_of_names import (
    is_half_of_first_name,
    is_part_of_place,
    is_surname_told,
)
from detente.coding.actors.names.peoples import only_describes
from detente.coding.actors.names.settling import (
    settle_examples,
    settle_groups,
    settle_parties,
    without_stray_halves,
)
from detente.coding.actors.names.states import without_ended_pairs
from detente.coding.actors.page import PEOPLE, Hit, Page
from detente.coding.actors.pointing.described_lands import tells_former_owner, tells_region
from detente.coding.actors.titles.titles import find_titles
from detente.knowledge.actors import ActorTables
from detente.reading.names import Name
from detente.reading.tokens import Doc
from detente.stages import InParts, Parts


@InParts
def open_page(
    doc: Doc, names: Iterable[Name], published: str | None, tables: ActorTables, home: Home | None = None
) -> Parts[Page]:
    """Choose among overlapping names the longest, and find the titles beside them."""
    day = published[:10] if published else None
    standing = without_ended_pairs(names, day)
    named = [hit for hit in longest_hits(doc, standing) if not _is_no_name(hit, doc, tables)]
    yield
    longest = list(without_stray_halves(named, tables))
    towns = without_lesser_towns(without_ships(longest), doc, tables)
    yield
    settled = settle_examples(list(settle_homonyms(list(towns), doc, tables)), doc)
    hits = tuple(settle_groups(tuple(settle_addresses(settle_parties(tuple(settled), doc), doc))))
    hit_at = {i: hit for hit in hits for i in range(hit.start, hit.end)}
    page = Page(doc=doc, tables=tables, words=tables.words, day=day, hits=hits, hit_at=hit_at)
    if home is not None and home.paper:
        page.paper = home.actor
    else:
        page.home = home
    yield
    page.titles = tuple(find_titles(page))
    page.title_at = {i: title for title in page.titles for i in range(title.start, title.end)}
    return page


def _is_no_name(hit: Hit, doc: Doc, tables: ActorTables) -> bool:
    """Whether what looks like a name is none here, or part of one that no table knows."""
    person, town = hit.kinds <= PEOPLE, not hit.kinds.isdisjoint(TOWNS)
    if (person or town) and (is_title_here(hit, doc, tables) or is_part_of_place(hit, doc, tables)):
        return True
    if town and is_surname_told(hit, doc, tables):
        return True
    if person and (is_plain_word(hit, doc) or is_half_of_first_name(hit, doc, tables)):
        return True
    if "demonym" in hit.kinds and (
        is_surname(hit, doc) or tells_region(hit, doc, tables) or tells_former_owner(hit, doc, tables)
    ):
        return True
    return only_describes(hit, doc, tables)
