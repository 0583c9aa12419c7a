"""Words' own vectors in, their vectors among their neighbours out: spaCy's convolutions with the same weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from detente.reading.fast.layout import Convolution, Floats, Layout

ROWS = 512  # rows at a time: with 3 x 96 inputs and outputs a layer stays within a processor's own cache
TINY = np.float32(1e-8)  # thinc adds it to the variance


def convolve(texts: Sequence[Floats], layout: Layout) -> list[Floats]:
    """The output of all layers for each text (tokens, width); a text without tokens stays as it is."""
    done: list[Floats] = []
    for chunk in _chunks(texts, layout.pad):
        padded, starts = _join(chunk, layout)
        for layer in layout.convolutions:
            padded = _layer(padded, layer)
        done += [padded[start : start + len(text)] for start, text in zip(starts, chunk, strict=True)]
    return done


def _chunks(texts: Sequence[Floats], pad: int) -> Iterator[list[Floats]]:
    """Texts in their order, as many at a time as fit into `ROWS`."""
    chunk: list[Floats] = []
    rows = 0
    for text in texts:
        if chunk and rows + len(text) + pad > ROWS:
            yield chunk
            chunk, rows = [], 0
        chunk.append(text)
        rows += len(text) + pad
    if chunk:
        yield chunk


def _join(texts: Sequence[Floats], layout: Layout) -> tuple[Floats, list[int]]:
    """The texts in one array with rows of zeros before, between and after them, and where each starts."""
    pad = layout.pad
    rows = sum(len(text) + pad for text in texts) + pad
    padded = np.zeros((rows, layout.embedding.width), dtype=np.float32)
    starts = []
    at = pad
    for text in texts:
        padded[at : at + len(text)] = text
        starts.append(at)
        at += len(text) + pad
    return padded, starts


def _layer(rows: Floats, layer: Convolution) -> Floats:
    """Each row with its neighbours multiplied, the largest of the pieces taken, normalised, and added to the row."""
    width = rows.shape[1]
    window = np.zeros((len(rows), 3 * width), dtype=np.float32)
    window[1:, :width] = rows[:-1]
    window[:, width : 2 * width] = rows
    window[:-1, 2 * width :] = rows[1:]
    product = window @ layer.weights
    product += layer.bias
    best = product[:, :width].copy()
    for start in range(width, product.shape[1], width):
        np.maximum(best, product[:, start : start + width], out=best)
    best -= best.mean(axis=1, keepdims=True)
    spread = np.einsum("ij,ij->i", best, best) / np.float32(width) + TINY
    best *= (np.float32(1) / np.sqrt(spread))[:, None]
    best *= layer.gain
    best += layer.shift
    best += rows
    return best
