"""A tagged and parsed doc in, word classes, morphology and lemmas out: what spaCy's own parts say, asked once.

The attribute ruler looks at a token's lower-case form, tag, label and whether it is a space; the lemmatizer at its
form, word class and morphology. So what both say depends on (form, tag, label) alone, but for the ruler's rules
over more than one word: a doc in which one of these applies is left to the ruler.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from threading import Lock
from typing import Any

import numpy as np
from spacy.attrs import DEP, LEMMA, LOWER, MORPH, ORTH, POS, TAG
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

Key = tuple[int, int, int]  # form or class of forms, tag, label
Table = Any  # (tokens, ANSWERED) of unsigned 64-bit numbers; spaCy's stubs want an array type of their own

CAPACITY = 1 << 17  # 5 MB of answers; (form, tag, label) is some four times as varied as the form
SEEN = {"LOWER", "TAG", "DEP", "IS_SPACE"}
ASKED = [ORTH, TAG, DEP, LOWER, POS, MORPH, LEMMA]
ANSWERED = [TAG, DEP, POS, MORPH, LEMMA]
LEMMA_AT = ANSWERED.index(LEMMA)


class AnswersError(Exception):
    """The ruler or the lemmatizer looks at more than is known here; the text says at what."""


class Answers:
    """Stands in the pipeline for the attribute ruler with the lemmatizer; threads may share it."""

    def __init__(self, ruler: Any, lemmatizer: Any, vocab: Vocab, *, capacity: int = CAPACITY) -> None:
        self._ruler = ruler
        self.lemmatizer = lemmatizer
        self._strings = vocab.strings
        self._forms = Forms(_specifications(ruler))
        self._longer = LongerRules(ruler, vocab)
        self._capacity = capacity
        self._answers: Table = np.empty((capacity, len(ANSWERED)), dtype=np.uint64)
        self._rows: dict[Key, int] = {}
        self._by_class: dict[Key, list[int]] = {}
        self._lock = Lock()
        if lemmatizer.mode != "rule" or lemmatizer.overwrite:
            raise AnswersError("the lemmatizer is not one by rules, and stays")

    def __call__(self, doc: Doc) -> Doc:
        """The same doc, its word classes, morphology and lemmas set."""
        asked = doc.to_array(ASKED)
        if not len(doc):
            return doc
        if asked[:, 4:].any() or self._longer.apply(doc, asked[:, 2:4]):
            return self._plainly(doc)
        keys: list[Key] = list(zip(*asked[:, :3].T.tolist(), strict=True))
        with self._lock:
            try:
                found = self._answers[[self._rows[key] for key in keys]]
            except KeyError:
                return self._learn(doc, keys)
        doc.from_array(ANSWERED, found)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Each doc in turn; a doc is a batch."""
        del batch_size
        return map(self, stream)

    def _plainly(self, doc: Doc) -> Doc:
        answered: Doc = self.lemmatizer(self._ruler(doc))
        return answered

    def _learn(self, doc: Doc, keys: list[Key]) -> Doc:
        """Answer a doc that holds words in new places, and keep the answers."""
        classes = [(self._form(form), tag, label) for form, tag, label in keys]
        if all(key in self._by_class for key in classes):
            known: Table = np.array([self._by_class[key] for key in classes], dtype=np.uint64)
            doc.from_array(ANSWERED, known)
        else:
            self._ruler(doc)
            self._by_class.update(zip(classes, doc.to_array(ANSWERED).tolist(), strict=True))
        self._lemmas(doc, keys)
        self._keep(keys, doc.to_array(ANSWERED))
        return doc

    def _form(self, form: int) -> int:
        return self._forms.of(self._strings[form])

    def _lemmas(self, doc: Doc, keys: list[Key]) -> None:
        for token, key in zip(doc, keys, strict=True):
            if token.lemma:
                continue
            row = self._rows.get(key)
            if row is None:
                token.lemma_ = self.lemmatizer.lemmatize(token)[0]
            else:
                token.lemma = int(self._answers[row, LEMMA_AT])

    def _keep(self, keys: list[Key], answers: Table) -> None:
        new = {key: at for at, key in enumerate(keys) if key not in self._rows}
        if len(self._rows) + len(new) > self._capacity:
            self._rows.clear()
            new = dict(zip(keys, range(len(keys)), strict=True))
        if len(new) > self._capacity:
            return
        first = len(self._rows)
        self._answers[first : first + len(new)] = answers[list(new.values())]
        self._rows.update(zip(new, range(first, first + len(new)), strict=True))


class Forms:
    """Which forms the ruler tells apart: those that a rule names, and all others together."""

    def __init__(self, specifications: Iterable[dict[str, Any]]) -> None:
        self._named: dict[str, int] = {}
        self._patterns: list[re.Pattern[str]] = []
        for specification in specifications:
            self._add(specification.get("LOWER", []))

    def _add(self, asked: Any) -> None:
        for words in asked.values() if isinstance(asked, dict) else [asked]:
            for word in [words] if isinstance(words, str) else words:
                self._named.setdefault(word, len(self._named) + 3)
        if isinstance(asked, dict) and "REGEX" in asked:
            self._patterns.append(re.compile(asked["REGEX"]))

    def of(self, form: str) -> int:
        """The number of a form's class; a space is a class of its own."""
        lower = form.lower()
        if lower not in self._named and any(pattern.search(lower) for pattern in self._patterns):
            self._named[lower] = len(self._named) + 3
        return self._named.get(lower, 1 + form.isspace())


def _specifications(ruler: Any) -> list[dict[str, Any]]:
    """What each rule asks of each token. Raises `AnswersError` when that is more than `SEEN`."""
    found = [token for rule in ruler.patterns for pattern in rule["patterns"] for token in pattern]
    for asked in found:
        unknown = set(asked) - SEEN
        lower = asked.get("LOWER", "")
        if isinstance(lower, dict):
            unknown |= set(lower) - {"IN", "NOT_IN", "REGEX"}
        if unknown:
            raise AnswersError(f"the attribute ruler looks at {', '.join(sorted(unknown))}, and stays")
    return found


class LongerRules:
    """The ruler's rules over more than one word; most docs hold no word that one of them asks for."""

    def __init__(self, ruler: Any, vocab: Vocab) -> None:
        self._matcher = Matcher(vocab)
        self._needed: set[int] = set()
        self._any = False  # a rule that names no word
        for number, rule in enumerate(ruler.patterns):
            longer = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
            if longer:
                self._matcher.add(str(number), longer)
            for needed in map(_needed, longer):
                self._any |= needed is None
                self._needed |= set() if needed is None else {vocab.strings.add(needed)}

    def apply(self, doc: Doc, seen: Table) -> bool:
        """Whether one does. seen: the numbers of all labels and lower-case forms of the doc."""
        if not self._any and self._needed.isdisjoint(seen.ravel().tolist()):
            return False
        return bool(self._matcher(doc, allow_missing=True))


def _needed(pattern: Iterable[dict[str, Any]]) -> str | None:
    """A form or label without which a rule does not apply."""
    named = (token.get(name) for token in pattern for name in ("LOWER", "DEP"))
    return next((value for value in named if isinstance(value, str)), None)
