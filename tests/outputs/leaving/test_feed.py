"""The feed, read by feedparser, and held against RFC 4287's rules as a RELAX NG schema."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from lxml import etree

from detente.dossiers import changes
from detente.dossiers.records import Dossier
from detente.knowledge.dossiers import DossierTables
from detente.outputs.feed import feed_bytes

ATOM = "{http://www.w3.org/2005/Atom}"
UNTIL = "2025-06-01"


def parsed(made: bytes) -> Any:
    found = feedparser.parse(made)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_one_entry_for_each_change_newest_first(moving: Dossier, tables: DossierTables) -> None:
    found = parsed(feed_bytes([moving], until="2013-02-18", tables=tables))
    days = [entry.updated[:10] for entry in found.entries]
    assert days == sorted(days, reverse=True)
    told = {change.what: change for change in changes(moving, None, "2013-02-18", tables=tables)}
    assert f"urn:detente:{told['moved'].id}" in {entry.id for entry in found.entries}
    titles = "\n".join(entry.title for entry in found.entries)
    assert "moved from 4 Mar 2013 to 11 Mar 2013" in titles
    assert "called off" in titles
    assert {entry.link for entry in found.entries} <= {f"https://post.example/{name}" for name in "abcd"}


def test_required_elements_are_there(examples: Sequence[Dossier], tables: DossierTables) -> None:
    """RFC 4287: a feed has id, title, updated and an author; an entry id, title, updated, and content or a link."""
    root = ElementTree.fromstring(
        feed_bytes(examples, until=UNTIL, tables=tables, address="https://a.example/f")
    )
    for name in ("id", "title", "updated", "author/" + ATOM + "name"):
        assert len(root.findall(ATOM + name)) == 1, name
    entries = root.findall(ATOM + "entry")
    assert len(entries) > 40
    for entry in entries:
        for name in ("id", "title", "updated", "content"):
            assert len(entry.findall(ATOM + name)) == 1, name
    ids = [entry.findtext(ATOM + "id") for entry in entries]
    assert len(set(ids)) == len(ids)
    assert root.find(ATOM + "link[@rel='self']") is not None


def test_a_feed_is_valid(examples: Sequence[Dossier], tables: DossierTables) -> None:
    made = feed_bytes(examples, until=UNTIL, tables=tables, address="https://a.example/f")
    schema = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
    schema.assertValid(etree.fromstring(made))
    with pytest.raises(etree.DocumentInvalid):
        schema.assertValid(etree.fromstring(made.replace(b"<updated>2025", b"<updated>the year 2025")))


def test_ids_stay_when_more_is_told(moving: Dossier, tables: DossierTables) -> None:
    early = {entry.id for entry in parsed(feed_bytes([moving], until="2013-02-14", tables=tables)).entries}
    late = {entry.id for entry in parsed(feed_bytes([moving], until="2013-02-18", tables=tables)).entries}
    assert early < late


def test_the_same_dossiers_give_the_same_bytes(examples: Sequence[Dossier], tables: DossierTables) -> None:
    made = feed_bytes(examples, until=UNTIL, tables=tables)
    assert made == feed_bytes(examples[::-1], until=UNTIL, tables=tables)


def test_a_feed_of_nothing_is_a_feed(tables: DossierTables) -> None:
    assert not parsed(feed_bytes([], until=UNTIL, tables=tables)).entries
