"""Words that count two or more parties in, with a noun behind them or none, how many they count out."""

from __future__ import annotations

from detente.coding.actors.page import Page
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.reading.tokens import Token

BOTH, PAIR = "both", 2
COUNTS = {BOTH: PAIR, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}
DEFINITE = ("the", "both", "these", "those", "their", "that", "this")
_SETS = "twosome"  # a list of words
BETWEEN = ("between", "among", "amongst")
REACHED = ("dobj", "pobj", "dative")  # "sells arms to both", "its borders with the three"


def counted(page: Page, token: Token, *, plural: bool) -> int:
    """How many are meant: "both", "the two", "each", "neither"; 0 when nothing says so."""
    before = [c.lower_ for c in token.children if c.i < token.i]
    if not plural or not before:
        return 0 if plural or page.words["each"].isdisjoint(before) else 2
    count = next((COUNTS[word] for word in before if word in COUNTS), 0)
    return count if "both" in before or any(word in DEFINITE for word in before) else 0


def counted_alone(page: Page, token: Token) -> int | None:
    """How many the word stands for; 0 where it may count something else, None where it is no such word."""
    low = token.lower_
    if low != BOTH and not ((low in COUNTS or low in page.words[_SETS]) and _is_bare(token)):
        return PAIR if low in page.words["each"] and _is_each_of_two(page, token) else None
    count = COUNTS.get(low, PAIR)
    reached = REACHED if low == BOTH or count > PAIR else ()
    between = token.dep_ == "pobj" and token.head.lower_ in BETWEEN
    return count if between or token.dep_ in (*SUBJECTS, *reached) else 0


def _is_bare(count: Token) -> bool:
    """ "the two", "the pair" with nothing after it that says what they are."""
    return {c.lower_ for c in count.children} <= {"the"} and bool(count.children)


def _is_each_of_two(page: Page, token: Token) -> bool:
    """ "And each blames the other"."""
    if token.dep_ not in SUBJECTS or token.children:
        return False
    return any(c.lower_ in page.tables.reciprocal_ends for c in token.head.rights if c.dep_ in REACHED)
