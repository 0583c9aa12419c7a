"""A "between" in, the same below the talks or the deal whose sides it names out.

"Talks on a prisoner swap between Sylvania and Graustark": the parser gives the two to the swap. Those who talk of a war
are seldom those who fight it, so that stays as it is.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Token

ABOUT = ("on", "over", "about", "for")


def raise_between(between: Token, matters: Collection[str], wars: Collection[str]) -> None:
    """Hang it on what two sides have between them; matters: lemmas of such nouns; wars: of what others speak of too."""
    topic = between.head
    about = topic.head
    if topic.dep_ != "pobj" or about.lower_ not in ABOUT or topic.lemma_.lower() in wars:
        return
    matter = about.head
    if matter.pos_ == "NOUN" and matter.lemma_.lower() in matters:
        between.hang(matter, "prep")
