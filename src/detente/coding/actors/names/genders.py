"""A name with its titles in; whether "he" or "she" is said of the person out, where the words tell."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.actors.page import Page, Title

_GENDERS = (("f", "female_name", "female_title"), ("m", "male_name", "male_title"))


def gender_of(page: Page, start: int, end: int, titles: Iterable[Title]) -> str | None:
    """ "m" or "f" by "Mr" or "Ms" before the name, by a title that tells ("king"), or by the first name."""
    told = {page.doc[i].lower_ for i in range(max(start - 2, 0), start)}
    for title in titles:
        told |= {token.lower_ for token in page.doc[title.start : title.end]}
    for gender, _, word in _GENDERS:
        if told & page.words[word]:
            return gender
    if end - start < 2:
        return None
    first = page.doc[start].text
    return next((gender for gender, name, _ in _GENDERS if first in page.words[name]), None)
