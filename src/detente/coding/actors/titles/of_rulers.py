"""A title of armed men in, whether the words before it say that they are the rulers' out: "loyalist fighters"."""

from __future__ import annotations

from detente.coding.actors.page import Page, Title

_DASHES, _REACH = "-–", 2


def are_of_rulers(page: Page, title: Title) -> bool:
    """ "Pro-government gunmen", "regime thugs"; but not "anti-government gunmen"."""
    before = range(max(title.start - _REACH, 0), title.end)
    return any(page.is_word(i, "governmental") and not _is_against(page, i) for i in before)


def _is_against(page: Page, i: int) -> bool:
    joined = i > 1 and page.doc[i - 1].text in _DASHES
    return joined and page.doc[i - 2].lower_ in page.words["against"]
