"""What spaCy knows of the tokens of docs in, as numbers in columns, one row a token out; or one number a token."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Columns = NDArray[np.uint64]

_MIX = np.uint64(0x9E3779B97F4A7C15)


def columns(docs: Sequence[Doc], names: Sequence[int | str]) -> Columns:
    """One row a token of all docs; of one column a number a token."""
    return np.concatenate([doc.to_array(list(names)) for doc in docs])


def one_number(rows: Columns) -> list[int]:
    """One number for each row, so that rows can be looked up sooner."""
    mixed = rows[:, -1]
    for column in rows.T[-2::-1]:
        mixed = column + _MIX * mixed
    numbers: list[int] = mixed.tolist()
    return numbers
