"""Texts in; how many tokens the fast pipeline reads otherwise than plain spaCy, out (0 is what is promised).

    same_syntax.py TEXTS.jsonl...

Compared are form, tag, label, head, sentence start, word class, morphology and lemma of each token.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from machine import processor, versions

from detente.reading.syntax import blocks, load_model

COMPARED: list[int | str] = ["ORTH", "SPACY", "TAG", "DEP", "HEAD", "SENT_START", "POS", "MORPH", "LEMMA"]


def texts(files: Sequence[str]) -> Iterator[str]:
    """The blocks of the texts of JSON lines files."""
    for file in files:
        for line in Path(file).read_text(encoding="utf-8").splitlines():
            yield from blocks(json.loads(line)["text"])


def main(files: Sequence[str]) -> None:
    """Read all with both and count."""
    if not files:
        sys.exit(__doc__)
    tokens = other = 0
    fast = load_model().pipe(texts(files))
    plain = load_model(fast=False).pipe(texts(files))
    for ours, theirs in zip(fast, plain, strict=True):
        differ = (ours.to_array(COMPARED) != theirs.to_array(COMPARED)).any(axis=1)
        tokens += len(ours)
        other += int(differ.sum())
    print(f"{other} of {tokens} tokens differ; {processor()}, {versions()}")


if __name__ == "__main__":
    main(sys.argv[1:])
