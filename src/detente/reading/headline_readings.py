"""Tables in, the readings of headlines that go before all verbs are looked at out, in their order."""

from __future__ import annotations

from typing import Any

from detente.reading.headlined import with_and, with_common_names
from detente.reading.presents import Presents
from detente.reading.second_reading import Reading
from detente.reading.under_labels import said_under_labels
from detente.reading.unsaid_copulas import with_copulas
from detente.reading.verbless import with_will


def headline_readings(presents: Presents) -> tuple[Reading[Any], ...]:
    """Names first, since a name that is read as a word hides the verb; what is quoted last, since a label may be before it."""
    return (
        with_common_names(presents),
        with_will(),
        said_under_labels(presents),
        with_and(presents),
        with_copulas(),
    )
