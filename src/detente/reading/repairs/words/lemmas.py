"""A word form in, every lemma that it can have out, by the tables of the model's own lemmatizer; its errors mended."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Any

from spacy.language import Language

from detente.reading.tokens import Doc

CAPACITY = 65_536  # forms whose lemmas are kept
READ_AS = ("verb", "noun")
NOUN_TAGS = ("NN", "NNS")
NAME, PLURAL_NAME = "PROPN", "NNPS"
SHORTEST = 3  # letters of "MPs"
SIGN, FIGURES = "$", "0123456789.,"  # the tag of a sign of money; what stands before the short word of a sum
_LISTS = ("lemma_index", "lemma_exc", "lemma_rules")


def lemmas_of(nlp: Language) -> Callable[[str], tuple[str, ...]] | None:
    """For a form in small letters, itself and its lemmas as a verb or noun; None where the model has no such tables."""
    lemmatizer = find_lemmatizer(nlp)
    lookups = getattr(lemmatizer, "lookups", None)
    if lookups is None or not (lookups.has_table("lemma_exc") and lookups.has_table("lemma_rules")):
        return None
    exceptions, rules = (lookups.get_table(name) for name in ("lemma_exc", "lemma_rules"))
    tables = [(exceptions.get(kind, {}), tuple(map(tuple, rules.get(kind, ())))) for kind in READ_AS]
    return _Lemmas(tables).of


def verbs_of(nlp: Language) -> frozenset[str]:
    """The verbs that the model's lemmatizer lists; none where it has no list."""
    lookups = getattr(find_lemmatizer(nlp), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return frozenset()
    return frozenset(lookups.get_table("lemma_index").get("verb", ()))


def common_word(nlp: Language) -> Callable[[str], bool]:
    """Whether the model's lemmatizer lists a word in small letters, be it inflected; never, where it has no list."""
    lookups = getattr(find_lemmatizer(nlp), "lookups", None)
    if lookups is None or not all(lookups.has_table(name) for name in _LISTS):
        return nlp.Defaults.stop_words.__contains__
    index, exceptions, rules = (lookups.get_table(name) for name in _LISTS)
    tables = [
        (frozenset(index.get(kind, ())), exceptions.get(kind, {}), tuple(map(tuple, rules.get(kind, ()))))
        for kind in ("verb", "noun", "adj", "adv")
    ]
    return partial(_is_listed, tables, frozenset(nlp.Defaults.stop_words))


def _is_listed(tables: Sequence[tuple[frozenset[str], Any, Any]], closed: frozenset[str], word: str) -> bool:
    return word in closed or any(
        word in listed
        or word in exceptions
        or any(old and word.endswith(old) and word.removesuffix(old) + new in listed for old, new in rules)
        for listed, exceptions, rules in tables
    )


def mend_lemmas(doc: Doc, lemmas: Mapping[tuple[str, str], str], forms: Collection[str]) -> None:
    """ "staged" is of "stage", and not of "stag" as the model's tables have it. forms: all words that have a lemma so."""
    for token in doc.having(lower_=forms):
        lemma = lemmas.get((token.pos_.lower(), token.lower_))
        if lemma is not None:
            token.lemma_ = lemma


def mend_plural_names(doc: Doc, plurals: Collection[str]) -> None:
    """ "the Foreign Ministers", "Muslims": where the parser takes these for names they are plurals all the same."""
    for token in doc.having(lower_=plurals):
        if token.pos_ == NAME and token.lower_ in plurals:
            token.tag_ = PLURAL_NAME


def mend_sums(doc: Doc, lemmas: Mapping[tuple[str, str], str]) -> None:
    """ "$1bn", "€300m": the short word behind the figures, be it one with them, is the long one."""
    for sign in doc.having(tag_=(SIGN,)):
        for token in doc[sign.i + 1 : sign.i + 3]:
            word = lemmas.get(("sum", token.lower_.lstrip(FIGURES)))
            if word is not None:
                token.lemma_ = word


def join_written_apart(doc: Doc, nouns: Collection[str]) -> None:
    """ "A cease fire": the noun is that which others write as one word. nouns: the two words with a blank between."""
    for token in doc.having(tag_=NOUN_TAGS):
        before = token.nbor(-1) if token.i else token
        if before.head is token and f"{before.lower_} {token.lemma_.lower()}" in nouns:
            token.lemma_ = before.lower_ + token.lemma_.lower()


def mend_plurals(doc: Doc) -> None:
    """ "two MPs": no singular that ends in s."""
    for token in doc.having(tag_=("NN",)):
        text = token.text
        if token.tag_ == "NN" and text[-1] == "s" and len(text) >= SHORTEST and text[:-1].isupper():
            token.tag_, token.lemma_ = "NNS", text[:-1].lower()


def find_lemmatizer(nlp: Language) -> Any:
    """The lemmatizer, be it a component or held by the one that answers for it; None where there is none."""
    for _, component in nlp.pipeline:
        found = getattr(component, "lemmatizer", component)
        if hasattr(found, "lookups") and hasattr(found, "lemmatize"):
            return found
    return None


class _Lemmas:
    """Keeps what has been asked for, and starts anew when it is full."""

    def __init__(self, tables: list[tuple[Any, tuple[Any, ...]]]) -> None:
        self._tables = tables
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, word: str) -> tuple[str, ...]:
        """The form itself first."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= CAPACITY:
                self._known.clear()
            known = self._known[word] = self._read(word)
        return known

    def _read(self, word: str) -> tuple[str, ...]:
        found = {word: None}
        for exceptions, rules in self._tables:
            found |= dict.fromkeys(exceptions.get(word, ()))
            found |= {word.removesuffix(old) + new: None for old, new in rules if old and word.endswith(old)}
        for ending in ("ed", "ing"):  # "planned", which no table has: the letter before the ending is doubled
            stem = word.removesuffix(ending)
            if stem != word and len(stem) > 3 and stem[-1] == stem[-2]:
                found[stem[:-1]] = None
        return tuple(found)
