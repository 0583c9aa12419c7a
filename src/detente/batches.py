"""Documents in, the same in batches that go through each stage together out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.records import Document

BATCH_CHARACTERS = 40_000  # some 8,000 tokens: more is no faster, and takes more memory


def batches(documents: Iterable[Document], *, characters: int = BATCH_CHARACTERS) -> Iterator[list[Document]]:
    """Documents in their order, as many at a time as hold that many characters."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if size >= characters:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
