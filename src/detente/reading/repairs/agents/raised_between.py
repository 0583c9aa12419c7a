"""A "between" or "with" in, the same below the talks, the deal or the verb whose sides it names out.

"Talks on a prisoner swap between Sylvania and Graustark": the parser gives the two to the swap. Those who talk of a war
are seldom those who fight it, so that stays as it is. "Hosts drills in the Red Sea with Sylvania": a sea has no partner.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Token

ABOUT = ("on", "over", "about", "for")
WHERE = ("in", "at", "near", "off", "along", "over", "on", "around", "across")
WITH, NAMES, OBJECT = "with", ("NNP", "NNPS"), "pobj"


def raise_between(between: Token, matters: Collection[str], wars: Collection[str]) -> None:
    """Hang it on what two sides have between them; matters: lemmas of such nouns; wars: of what others speak of too."""
    topic = between.head
    about = topic.head
    if topic.dep_ != "pobj" or about.lower_ not in ABOUT or topic.lemma_.lower() in wars:
        return
    matter = about.head
    if matter.pos_ == "NOUN" and matter.lemma_.lower() in matters:
        between.hang(matter, "prep")


def raise_partner(mark: Token, margins: Collection[str]) -> None:
    """Hang it above the place at the end of which it stands; margins: lemmas of "on the sidelines of the meeting"."""
    partner = next((c for c in mark.rights if c.dep_ == OBJECT), None)
    if mark.lower_ != WITH or partner is None:
        return
    place = mark.head
    above = place.head.head
    if above.lemma_.lower() in margins and above.dep_ == OBJECT:
        place, above = above, above.head.head
    elif place.tag_ not in NAMES or partner.tag_ not in NAMES:
        return
    if place.head.lower_ in WHERE and place.right_edge.i >= mark.i:
        mark.hang(above, "prep")
