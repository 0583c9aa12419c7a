"""Docs in, each word's own vector out: worked out once for a word form, then looked up.

spaCy's embedding looks at a word's form, norm and whether a space follows, and at nothing around it.
"""

from __future__ import annotations

from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import NORM, ORTH, SPACY
from spacy.tokens import Doc
from spacy.vocab import Vocab

from detente.reading.fast.layout import Embedding, Floats

Keys = NDArray[np.uint64]

CAPACITY = 1 << 16  # word forms: 25 MB at 96 numbers each; a day of world news has some 40,000
_MIX = np.uint64(0x9E3779B97F4A7C15)


class Words:
    """The bounded table; when it is full it starts anew. Threads may share it."""

    def __init__(self, embedding: Embedding, vocab: Vocab, *, capacity: int = CAPACITY) -> None:
        self._embedding = embedding
        self._vocab = vocab
        self._capacity = capacity
        self._vectors: Floats = np.empty((capacity, embedding.width), dtype=np.float32)
        self._rows: dict[int, int] = {}
        self._lock = Lock()

    def vectors(self, doc: Doc) -> Floats:
        """One row a token (tokens, width)."""
        keys = _keys(doc)
        with self._lock:
            found = self._look_up(keys)
            if found is None:
                found = self._learn(doc, keys)
            return found

    def _look_up(self, keys: Keys) -> Floats | None:
        try:
            return self._vectors[[self._rows[key] for key in keys.tolist()]]
        except KeyError:
            return None

    def _learn(self, doc: Doc, keys: Keys) -> Floats:
        """The rows of a doc with words that are new; they are kept when there is room."""
        places = {key: at for at, key in enumerate(keys.tolist())}
        if len(places) > self._capacity:
            return self._work_out(doc, np.arange(len(doc)))
        if len(self._rows) + len(places) > self._capacity:
            self._rows.clear()
        new = {key: at for key, at in places.items() if key not in self._rows}
        first = len(self._rows)
        self._vectors[first : first + len(new)] = self._work_out(doc, np.array(list(new.values())))
        self._rows.update(zip(new, range(first, first + len(new)), strict=True))
        return self._vectors[[self._rows[key] for key in keys.tolist()]]

    def _work_out(self, doc: Doc, places: NDArray[np.int64]) -> Floats:
        """What spaCy's own layers say of the tokens at these places."""
        features = doc.to_array(list(self._embedding.columns))[places]
        parts = [self._embedding.hashed.predict(np.ascontiguousarray(features, dtype=np.uint64))]
        if self._embedding.static is not None:
            parts.append(self._static(doc, places, self._embedding.static))
        mixed: Floats = self._embedding.mix.predict(np.ascontiguousarray(np.hstack(parts)))
        return mixed

    def _static(self, doc: Doc, places: NDArray[np.int64], weights: Floats) -> Floats:
        table: Any = self._vocab.vectors
        rows = table.find(keys=doc.to_array(getattr(table, "attr", ORTH))[places])
        projected: Floats = table.data[rows] @ weights.T
        projected[rows < 0] = 0  # a word without a vector
        return projected


def _keys(doc: Doc) -> Keys:
    """One number for the form, the norm and the space of each token."""
    orth, norm, space = (column.astype(np.uint64) for column in doc.to_array([ORTH, NORM, SPACY]).T)
    mixed: Keys = orth + _MIX * (norm + space * _MIX)
    return mixed
