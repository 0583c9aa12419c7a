"""Tables in, the readings that go before that with the past for a present out, in their order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from detente.reading.bracketed import without_brackets
from detente.reading.dated_openings import in_plain_words
from detente.reading.dated_perfects import undated_perfects
from detente.reading.headlined import with_and, with_known_names
from detente.reading.mistaken_nouns import with_common_names, with_common_nouns
from detente.reading.presents import Presents
from detente.reading.second_reading import Reading
from detente.reading.under_labels import said_under_labels
from detente.reading.unsaid_copulas import with_copulas
from detente.reading.verbless import with_will


def first_readings(presents: Presents, common: Callable[[str], bool]) -> tuple[Reading[Any], ...]:
    """Names first, since one that is read as a word hides the verb; what is quoted last, since a label may be before it.

    common: whether the language has a word in small letters."""
    return (
        without_brackets(),
        in_plain_words(presents.days, presents.before_dates),
        undated_perfects(presents.days),
        with_common_names(common),
        with_common_nouns(presents.nouns, presents.singulars),
        with_known_names(presents),
        with_will(),
        said_under_labels(presents),
        with_and(presents),
        with_copulas(),
    )
