"""Words that stand for two or more parties with no noun behind them in, how many they count out."""

from __future__ import annotations

from detente.coding.actors.page import Page
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.reading.tokens import Token

BOTH, PAIR = "both", 2
COUNTS = {BOTH: PAIR, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}
_SETS = ("pair", "duo", "twosome")
REACHED = ("dobj", "pobj", "dative")  # "sells arms to both", "its borders with the three"


def counted_alone(page: Page, token: Token) -> int | None:
    """How many the word stands for; 0 where it may count something else, None where it is no such word."""
    low = token.lower_
    if low != BOTH and not _is_bare_count(token):
        return PAIR if _is_each_of_two(page, token) else None
    count = COUNTS.get(low, PAIR)
    reached = REACHED if low == BOTH or count > PAIR else ()
    return count if token.dep_ in (*SUBJECTS, *reached) else 0


def _is_bare_count(token: Token) -> bool:
    """ "the two", "the pair" with nothing after it that says what they are."""
    if token.lower_ not in COUNTS and token.lower_ not in _SETS:
        return False
    return {c.lower_ for c in token.children} <= {"the"} and bool(token.children)


def _is_each_of_two(page: Page, token: Token) -> bool:
    """ "And each blames the other"."""
    if (
        token.dep_ not in SUBJECTS
        or token.lower_ not in page.words("each")
        or any(True for _ in token.children)
    ):
        return False
    return any(c.lower_ in page.tables.reciprocal_ends for c in token.head.rights if c.dep_ in REACHED)
