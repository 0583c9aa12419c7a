"""A group that lives in several states is based in the one that the text names."""

from __future__ import annotations

import pytest
from spacy.language import Language

from detente.coding.actors import find_mentions
from detente.knowledge.actor_files import load_actors
from detente.knowledge.files import BUILT_IN
from detente.reading.names import find_names
from detente.reading.syntax import parse


@pytest.mark.parametrize(
    ("text", "group", "based"),
    [
        ("Sudan and the SPLM signed a truce.", "NSA:SPLM", "SDN"),
        ("South Sudan accused the SPLM of delay.", "NSA:SPLM", "SSD"),
        ("Iraq sent doctors to the Kurds.", "NSA:Kurds", "IRQ"),
        ("Iraq and Syria sent doctors to the Kurds.", "NSA:Kurds", None),
    ],
)
def test_base_is_the_state_that_the_text_names(
    nlp: Language, text: str, group: str, based: str | None
) -> None:
    tables = load_actors([BUILT_IN])
    doc = parse(text, nlp)
    mentions = find_mentions(doc, find_names(doc, tables), "2013-02-12", tables)
    assert [m.actor.based for m in mentions.actors.values() if m.actor.id == group] == [based]
