"""Parsed blocks in, the same with the sentences that are better read in other words read so out.

Each of these readings has a file of its own, which says what the parser makes of such a sentence as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from detente.knowledge.grammar import Grammar
from detente.reading.bracketed import without_brackets
from detente.reading.dated_openings import in_plain_words
from detente.reading.headlined import with_and
from detente.reading.headlines import HeadlineWords
from detente.reading.in_the_past import in_the_past
from detente.reading.mistaken_names import KnownNames, known_names, with_common_names
from detente.reading.mistaken_nouns import with_common_nouns
from detente.reading.presents import Presents, build_presents
from detente.reading.second_reading import Reading, read_once_more
from detente.reading.under_labels import joined_labels, said_under_labels
from detente.reading.unsaid_copulas import with_copulas
from detente.reading.verbless import VerblessWords, verbless_words, with_verbs


@dataclass(frozen=True, slots=True, kw_only=True)
class RereadWords:
    """What the readings look for: present tenses, what stands for a verb where there is none, names of one word; plural
    nouns that look like verbs ("gendarmes"), singular ones like adjectives ("junta"); who speaks under a label; days, and
    what stands before dates."""

    presents: Presents
    verbless: VerblessWords
    names: KnownNames
    plurals: frozenset[str]
    singulars: frozenset[str]
    speakers: frozenset[str]
    days: frozenset[str]
    before_dates: frozenset[str]


def reread_words(
    event_verbs: Iterable[str],
    event_nouns: frozenset[str],
    grammar: Grammar,
    nlp: Language,
    names: Iterable[str],
) -> RereadWords:
    """event_verbs, event_nouns: the entries of all rules. names: of persons and organisations."""
    words = grammar.words
    return RereadWords(
        presents=build_presents(event_verbs, grammar, nlp),
        verbless=verbless_words(grammar, event_nouns),
        names=known_names(names, nlp),
        plurals=words["plural nouns, and no verb"],
        singulars=words["nouns, and no adjective"],
        speakers=words["who speaks under a label"],
        days=words["names of days"],
        before_dates=words["prepositions before dates"],
    )


def reread(blocks: Sequence[Doc], nlp: Language, known: RereadWords, words: HeadlineWords) -> Sequence[Doc]:
    """The blocks of a text, with the sentences of which another reading is taken."""
    return reread_many([blocks], [nlp], [known], [words])[0]


def reread_many(
    texts: Sequence[Sequence[Doc]],
    pipelines: Sequence[Language],
    tables: Sequence[RereadWords],
    words: Sequence[HeadlineWords],
) -> list[Sequence[Doc]]:
    """The blocks of each text; all that is read again goes through the layers together."""
    known = tables[0]
    joined = [joined_labels(text, known.names, known.speakers) for text in texts]
    return read_once_more(joined, pipelines[0], _readings(known, words[0].common))


def _readings(known: RereadWords, common: Callable[[str], bool]) -> tuple[Reading[Any], ...]:
    """Names first, since one that is read as a word hides the verb; what is quoted last, since a label may be before it.

    common: whether the language has a word in small letters.
    """
    return (
        without_brackets(),
        in_plain_words(known.days, known.before_dates),
        with_common_names(known.names, known.presents, common),
        with_common_nouns(known.plurals, known.singulars),
        said_under_labels(known.names, known.speakers),
        with_and(known.presents, known.singulars),
        with_copulas(),
        in_the_past(known.presents),
        with_verbs(known.verbless),
    )
