"""Presents that look like nouns, read once more in the past tense."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from detente.reading.syntax import parse_blocks

ReadAgain = Callable[[Sequence[Doc]], Sequence[Doc]]


def _verbs(text: str, nlp: Language, read_again: ReadAgain) -> list[tuple[str, str, list[str]]]:
    """Tensed verbs with their tags and subjects."""
    (block,) = read_again(parse_blocks(text, nlp))
    assert block.text == text
    return [
        (t.text, t.tag_, [c.text for c in t.lefts if c.dep_ == "nsubj"])
        for t in block
        if t.tag_ in ("VBZ", "VBP")
    ]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Ruritanian police raid a ranch in Zenda.", ("raid", "VBP", ["police"])),
        ("Police in Zenda fire tear gas at crowds marching to the palace.", ("fire", "VBP", ["Police"])),
        ("A Sylvanian drone breaches Ruritanian airspace.", ("breaches", "VBZ", ["drone"])),
        ("The two armies exchange fire along the border.", ("exchange", "VBP", ["armies"])),
        (
            "A group of 40 farmers torch cars and beat two guards.",
            ("torch", "VBP", ["group"]),
        ),
        ("A gunman bursts into a hotel in Zenda and kills two guests.", ("bursts", "VBZ", ["gunman"])),
        ("The Sylvanian military arrests three deputies.", ("arrests", "VBZ", ["military"])),
        ("A roadside bomb tears apart a lorry; nobody says who laid it.", ("tears", "VBZ", ["bomb"])),
        ("Bandits stop a bus near Zenda and gun down nine passengers.", ("gun", "VBP", [])),
        ("The army cuts off the water while snipers fire on marchers.", ("fire", "VBP", ["snipers"])),
    ],
)
def test_a_present_that_looks_like_a_noun_is_read_as_a_verb(
    text: str, verb: tuple[str, str, list[str]], nlp: Language, read_again: ReadAgain
) -> None:
    assert verb in _verbs(text, nlp, read_again)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Ruritanian troops cross the river into Sylvania and attack Sylvanian posts.", "attack"),
        ("A ship leaves the port of Zenda, hosts the Sylvanian crew and sails on.", "hosts"),
        ("Gunmen storm a theatre in Zenda and demand that the army leave.", "demand"),
    ],
)
def test_a_second_verb_of_a_clause_is_no_noun(
    text: str, verb: str, nlp: Language, read_again: ReadAgain
) -> None:
    assert verb in [found for found, _, _ in _verbs(text, nlp, read_again)]


@pytest.mark.parametrize(
    "text",
    [
        "Police raid sirens were heard in Zenda.",
        "The air strikes killed six people.",
        "Sylvania praised the peace moves of its neighbour.",
        "The premier met delegates of the trade union federation in Strelsau.",
        "Results of the vote.",
        "Envoys discuss the war in Zenda and trade restrictions.",
        "Rebels seize weapons in Zenda, arms depots and cars.",
        "Zenda Motors to give free cases, refunds to buyers of its phones.",
        "Ruritania's foreign minister visits Sylvania and talks with the premier.",
        "Ruritania condemns the raid and attack on its embassy.",
    ],
)
def test_nouns_stay_nouns(text: str, nlp: Language, read_again: ReadAgain) -> None:
    before = parse_blocks(text, nlp)
    after = read_again(before)
    assert [t.tag_ for block in after for t in block] == [t.tag_ for block in before for t in block]
