"""A tagged and parsed doc in, word classes, morphology and lemmas out: what spaCy's own parts say, asked once.

The attribute ruler looks at a token's lower-case form, tag, label and whether it is a space; the lemmatizer at its
form, word class and morphology. So what both say depends on (form, tag, label) alone, but for the ruler's rules
over more than one word: a doc in which one of these applies is left to the ruler.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, batched
from threading import Lock
from typing import Any

import numpy as np
from spacy.attrs import DEP, LEMMA, LOWER, MORPH, ORTH, POS, TAG
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from detente.reading.fast.columns import one_number

Class = tuple[int, int, int]  # class of forms, tag, label
Table = Any  # (tokens, ANSWERED) of unsigned 64-bit numbers; spaCy's stubs want an array type of their own

CAPACITY = 1 << 17  # 5 MB of answers; (form, tag, label) is some four times as varied as the form
SEEN = {"LOWER", "TAG", "DEP", "IS_SPACE"}
KEY = [ORTH, TAG, DEP]
ASKED = [*KEY, LOWER, POS, MORPH, LEMMA]
KEY_AT, SEEN_AT, GIVEN_AT = (
    slice(0, 3),
    slice(2, 4),
    slice(4, 7),
)  # key; label and lower-case form; what is answered
ANSWERED = [TAG, DEP, POS, MORPH, LEMMA]
POS_AT, MORPH_AT, LEMMA_AT = map(ANSWERED.index, (POS, MORPH, LEMMA))


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
        self._rows: dict[int, int] = {}
        self._by_class: dict[Class, list[int]] = {}
        self._lock = Lock()
        if lemmatizer.mode != "rule" or lemmatizer.overwrite:
            raise AnswersError("the lemmatizer is not one by rules, and stays")

    def __call__(self, doc: Doc) -> Doc:
        """The same doc, its word classes, morphology and lemmas set."""
        self._answer([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Each doc in turn; those of a batch are answered together."""
        for docs in batched(stream, batch_size, strict=False):
            self._answer(docs)
            yield from docs

    def _answer(self, docs: Sequence[Doc]) -> None:
        simple, columns = [], []
        for doc in filter(len, docs):
            asked = doc.to_array(ASKED)
            if asked[:, GIVEN_AT].any() or self._longer.apply(doc, asked[:, SEEN_AT]):
                self._plainly(doc)
            else:
                simple.append(doc)
                columns.append(asked)
        if simple:
            self._look_up(simple, np.concatenate(columns))

    def _plainly(self, doc: Doc) -> None:
        self.lemmatizer(self._ruler(doc))

    def _look_up(self, docs: Sequence[Doc], asked: Table) -> None:
        """Answer docs in which rules over one word apply alone. asked: a row for each of their words."""
        keys = one_number(asked[:, KEY_AT])
        distinct = set(keys)
        if len(distinct) > self._capacity:
            for doc in docs:
                self._plainly(doc)
            return
        with self._lock:
            if not self._rows.keys() >= distinct:
                self._learn(docs, asked, keys)
            found = self._answers[[self._rows[key] for key in keys]]
        for doc, end in zip(docs, accumulate(map(len, docs)), strict=True):
            doc.from_array(ANSWERED, found[end - len(doc) : end])

    def _learn(self, docs: Sequence[Doc], asked: Table, keys: Sequence[int]) -> None:
        """Keep the answers for words that are new in their places; all is new where there is no room for them."""
        new = {key: at for at, key in enumerate(keys) if key not in self._rows}
        if len(self._rows) + len(new) > self._capacity:
            self._rows.clear()
            new = {key: at for at, key in enumerate(keys)}
        starts = [0, *accumulate(map(len, docs))]
        answers = []
        for at in new.values():
            number = bisect_right(starts, at) - 1
            answers.append(self._work_out(docs[number][at - starts[number]], asked[at].tolist()))
        first = len(self._rows)
        self._answers[first : first + len(new)] = np.array(answers, dtype=np.uint64)
        self._rows.update(zip(new, range(first, first + len(new)), strict=True))

    def _work_out(self, token: Any, asked: Sequence[int]) -> list[int]:
        """What the ruler says of words of its class, and what the lemmatizer then says of it, where the ruler did not."""
        form, tag, label = asked[KEY_AT]
        mine = self._class(form, tag, label)
        if mine not in self._by_class:
            self._learn_classes(token.doc)
        said = self._by_class[mine]
        if not said[LEMMA_AT]:
            token.pos = said[POS_AT]
            token.set_morph(said[MORPH_AT])
            said = [*said[:LEMMA_AT], self._strings.add(self.lemmatizer.lemmatize(token)[0])]
        return said

    def _learn_classes(self, doc: Doc) -> None:
        classes = [self._class(*key) for key in doc.to_array(KEY).tolist()]
        self._ruler(doc)  # it changes tags too
        self._by_class.update(zip(classes, doc.to_array(ANSWERED).tolist(), strict=True))

    def _class(self, form: int, tag: int, label: int) -> Class:
        return self._forms.of(self._strings[form]), tag, label


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
        needed: set[str | None] = set()
        for number, rule in enumerate(ruler.patterns):
            longer = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
            if longer:
                self._matcher.add(str(number), longer)
            needed.update(map(_needed, longer))
        self._any = None in needed  # a rule that names no word
        self._needed = {vocab.strings.add(word) for word in needed if word is not None}

    def apply(self, doc: Doc, seen: Table) -> bool:
        """Whether one does. seen: the numbers of all labels and lower-case forms of the doc."""
        if not self._any and self._needed.isdisjoint(seen.ravel().tolist()):
            return False
        return bool(self._matcher(doc, allow_missing=True))


def _needed(pattern: Iterable[dict[str, Any]]) -> str | None:
    """A form or label without which a rule does not apply."""
    named = (token.get(name) for token in pattern for name in ("LOWER", "DEP"))
    return next((value for value in named if isinstance(value, str)), None)
