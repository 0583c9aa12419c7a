"""Objects that the parser hangs on a particle, prepositions that it takes for adjectives, lemmas that it gets wrong."""

import pytest
from spacy.language import Language

from detente.reading.repairs.phrases.particles import repair_homeward, repair_particles
from detente.reading.repairs.words.lemmas import mend_lemmas, mend_plural_names
from detente.reading.syntax import parse

WORDS = {
    "particle verbs": frozenset({"hand over", "gun down"}),
    "prepositions like adjectives": frozenset({"outside"}),
    "verbs ending in a participle": frozenset({"send packing"}),
    "particle verbs before a gerund": frozenset({"rule out"}),
    "carriers": frozenset({"plane"}),
    "gatherings in protest": frozenset({"march"}),
    "prepositions like particles": frozenset({"off"}),
}

CASES = [
    ("Thailand hands over Chinese gambling tycoon to Beijing.", "hands", "tycoon"),
    ("Lithuania sent the Belarusian consul packing on Thursday.", "sent", "consul"),
    ("Iraq sent the ambassador packing.", "sent", "ambassador"),
    ("Israeli soldiers gunned down a Palestinian teenager near Nablus.", "gunned", "teenager"),
]


@pytest.mark.parametrize(("sentence", "verb", "target"), CASES)
def test_the_object_is_the_verbs(sentence: str, verb: str, target: str, nlp: Language) -> None:
    doc = repair_particles(parse(sentence, nlp), WORDS)
    token = next(t for t in doc if t.text == verb)
    assert target in [c.text for c in token.children if c.dep_ == "dobj"]


def test_who_is_seized_off_a_place_is_there(nlp: Language) -> None:
    doc = parse("Gunmen have released two Malaysian fishermen seized off Sabah a month ago.", nlp)
    off = next(t for t in repair_particles(doc, WORDS) if t.text == "off")
    assert (off.dep_, [c.text for c in off.children]) == ("prep", ["Sabah"])


def test_what_is_outside_is_a_place(nlp: Language) -> None:
    doc = parse("Opposition supporters staged a sit-in outside parliament in Tbilisi.", nlp)
    place = next(t for t in repair_particles(doc, WORDS) if t.text == "parliament")
    assert (place.dep_, place.head.text) == ("pobj", "outside")


def test_what_is_ruled_out_is_an_object(nlp: Language) -> None:
    doc = parse("Chad's premier ruled out recognising Kosovo.", nlp)
    gerund = next(t for t in repair_particles(doc, WORDS) if t.tag_ == "VBG")
    assert (gerund.dep_, gerund.head.text) == ("xcomp", "ruled")


def test_a_wrong_lemma_is_mended(nlp: Language) -> None:
    doc = parse("Miners staged a protest.", nlp)
    mend_lemmas(doc, {("verb", "staged"): "stage"}, {"staged"})
    assert doc[1].lemma_ == "stage"


@pytest.mark.parametrize(("pos", "tag"), [("PROPN", "NNPS"), ("NOUN", "NNS")])
def test_a_plural_written_large_is_tagged_as_one(nlp: Language, pos: str, tag: str) -> None:
    doc = parse("The ministers met.", nlp)
    doc[1].pos_ = pos
    mend_plural_names(doc, {"ministers"})
    assert doc[1].tag_ == tag


def test_a_plane_that_somebody_is_put_on_is_no_object(nlp: Language) -> None:
    doc = parse("The former premier was arrested at the airport and put on a plane to Oslo.", nlp)
    plane = next(t for t in repair_particles(doc, WORDS) if t.text == "plane")
    assert (plane.dep_, plane.head.text) == ("pobj", "on")


@pytest.mark.parametrize(
    ("sentence", "brought"),
    [
        ("It also summoned its ambassador home.", "ambassador"),
        ("Iran summoned its ambassador to Turkey home on Friday.", "ambassador"),
        ("It also summoned the head of the nursing home.", None),
        ("Iran closed its nursing home.", None),
    ],
)
def test_somebody_is_brought_home(sentence: str, brought: str | None, nlp: Language) -> None:
    doc = repair_homeward(parse(sentence, nlp), frozenset({"home"}), frozenset({"summon"}))
    verbs = [t for t in doc if t.lemma_ == "summon"]
    objects = [c.text for verb in verbs for c in verb.rights if c.dep_ == "dobj"]
    homes = [t for t in doc if t.text == "home" and t.dep_ == "prt"]
    assert (objects[0] if homes else None) == brought
