"""Parsed blocks in, the same with the sentences that are better read in other words read so out.

Each of these readings has a file of its own, which says what the parser makes of such a sentence as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from detente.reading.bracketed import without_brackets
from detente.reading.dated_openings import in_plain_words
from detente.reading.dated_perfects import undated_perfects
from detente.reading.headlined import with_and, with_known_names
from detente.reading.headlines import HeadlineWords
from detente.reading.in_the_past import in_the_past
from detente.reading.mistaken_nouns import with_common_names, with_common_nouns
from detente.reading.presents import Presents
from detente.reading.second_reading import Reading, read_once_more
from detente.reading.under_labels import joined_labels, said_under_labels
from detente.reading.unsaid_copulas import with_copulas
from detente.reading.verbless import with_verbs, with_will


def reread(blocks: Sequence[Doc], nlp: Language, presents: Presents, words: HeadlineWords) -> Sequence[Doc]:
    """The blocks of a text, with the sentences of which another reading is taken."""
    return reread_many([blocks], [nlp], [presents], [words])[0]


def reread_many(
    texts: Sequence[Sequence[Doc]],
    pipelines: Sequence[Language],
    tables: Sequence[Presents],
    words: Sequence[HeadlineWords],
) -> list[Sequence[Doc]]:
    """The blocks of each text; all that is read again goes through the layers together."""
    presents = tables[0]
    joined = [joined_labels(text, presents) for text in texts]
    return read_once_more(joined, pipelines[0], _readings(presents, words[0].common))


def _readings(presents: Presents, common: Callable[[str], bool]) -> tuple[Reading[Any], ...]:
    """Names first, since one that is read as a word hides the verb; what is quoted last, since a label may be before it.

    common: whether the language has a word in small letters.
    """
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
        in_the_past(presents),
        with_verbs(presents.verbless),
    )
