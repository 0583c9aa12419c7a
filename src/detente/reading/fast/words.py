"""Docs in, each word's own vector out: worked out once for a word form, then looked up.

spaCy's embedding looks at a word's form, norm and whether a space follows, and at nothing around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import NORM, ORTH, SPACY
from spacy.tokens import Doc
from spacy.vocab import Vocab

from detente.reading.fast.columns import columns, one_number
from detente.reading.fast.layout import Embedding, Floats

CAPACITY = 1 << 16  # word forms: 25 MB at 96 numbers each; a day of world news has some 40,000
KEY = [ORTH, NORM, SPACY]


class Words:
    """The bounded table; when it is full it starts anew. Threads may share it."""

    def __init__(self, embedding: Embedding, vocab: Vocab, *, capacity: int = CAPACITY) -> None:
        self._embedding = embedding
        self._vocab = vocab
        self._capacity = capacity
        self._vectors: Floats = np.empty((capacity, embedding.width), dtype=np.float32)
        self._rows: dict[int, int] = {}
        self._lock = Lock()

    def vectors(self, docs: Sequence[Doc]) -> list[Floats]:
        """One row a token (tokens, width) of each doc."""
        keys = one_number(columns(docs, KEY))
        with self._lock:
            try:
                found = self._look_up(keys)
            except KeyError:
                found = self._learn(docs, keys)
        ends = accumulate(map(len, docs))
        return [found[end - len(doc) : end] for doc, end in zip(docs, ends, strict=True)]

    def _look_up(self, keys: Sequence[int]) -> Floats:
        return self._vectors[[self._rows[key] for key in keys]]

    def _learn(self, docs: Sequence[Doc], keys: Sequence[int]) -> Floats:
        """The rows of docs with words that are new, which are worked out together; they are kept when there is room."""
        places = {key: at for at, key in enumerate(keys)}
        if len(places) > self._capacity:
            return self._work_out(docs, np.arange(len(keys)))
        if len(self._rows) + len(places) > self._capacity:
            self._rows.clear()
        new = {key: at for key, at in places.items() if key not in self._rows}
        first = len(self._rows)
        self._vectors[first : first + len(new)] = self._work_out(docs, np.array(list(new.values())))
        self._rows.update(zip(new, range(first, first + len(new)), strict=True))
        return self._look_up(keys)

    def _work_out(self, docs: Sequence[Doc], places: NDArray[np.int64]) -> Floats:
        """What spaCy's own layers say of the tokens at these places among those of all docs."""
        features = columns(docs, self._embedding.columns)[places]
        parts = [self._embedding.hashed.predict(np.ascontiguousarray(features, dtype=np.uint64))]
        if self._embedding.static is not None:
            parts.append(self._static(docs, places, self._embedding.static))
        mixed: Floats = self._embedding.mix.predict(np.ascontiguousarray(np.hstack(parts)))
        return mixed

    def _static(self, docs: Sequence[Doc], places: NDArray[np.int64], weights: Floats) -> Floats:
        table: Any = self._vocab.vectors
        forms = columns(docs, [getattr(table, "attr", ORTH)])[places]
        rows = table.find(keys=forms)
        projected: Floats = table.data[rows] @ weights.T
        projected[rows < 0] = 0  # a word without a vector
        return projected
