"""A spaCy pipeline's tok2vec layers in, the parts that the fast path needs out; or why they are not as expected."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

Floats = NDArray[np.float32]

WINDOW = 1  # neighbours on each side
# thinc names a layer after those in it, so that the name of the whole tells how it is built.
_EXPECTED = re.compile(
    r"extract_features>>list2ragged>>with_array\(ints-getitem>>hashembed(\|ints-getitem>>hashembed)*\)"
    r"(\|static_vectors)?>>with_array\(maxout>>layernorm>>dropout\)>>ragged2list>>"
    r"with_array\(residual\(expand_window>>maxout>>layernorm>>dropout\)"
    r"(>>residual\(expand_window>>maxout>>layernorm>>dropout\))*\)"
)


class LayoutError(Exception):
    """The layers are not those that the fast path knows; the text says which."""


@dataclass(frozen=True)
class Embedding:
    """What makes a word's own vector: `hashed` and `static` (width, vector width) side by side, then `mix`."""

    columns: tuple[str, ...]
    hashed: Model[Any, Any]
    static: Floats | None
    mix: Model[Any, Any]
    width: int


@dataclass(frozen=True)
class Convolution:
    """One layer over a word and its neighbours.

    `weights` is (inputs, pieces x width), piece by piece, and `bias` goes with it; `gain` and `shift` (width)
    are those of the normalisation.
    """

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats


@dataclass(frozen=True)
class Layout:
    """The embedding, the convolutions in their order, and the rows of zeros that keep two texts apart."""

    embedding: Embedding
    convolutions: tuple[Convolution, ...]
    pad: int


def read_layout(tok2vec: Model[Any, Any]) -> Layout:
    """The parts of a tok2vec layer. Raises `LayoutError` when it is built in another way."""
    if not _EXPECTED.fullmatch(tok2vec.name):
        raise LayoutError(f"its layers are not those of spaCy's CNN: {tok2vec.name[:60]}...")
    encode = next(m for m in tok2vec.walk() if m.name.startswith("with_array(residual"))
    embedding = _read_embedding(tok2vec)
    layers = [m for m in encode.walk() if m.name.startswith("expand_window>>")]
    convolutions = tuple(_read_convolution(layer, embedding.width) for layer in layers)
    pad = int(encode.attrs["pad"])
    if pad < len(convolutions):
        raise LayoutError(f"texts are kept apart by {pad} rows only")
    return Layout(embedding, convolutions, pad)


def _read_embedding(tok2vec: Model[Any, Any]) -> Embedding:
    named = {m.name.partition("(")[0] + m.name.partition("(")[2][:6]: m for m in tok2vec.walk()}
    mix = named["with_arraymaxout"]
    static = [np.asarray(m.get_param("W")) for m in tok2vec.walk() if m.name == "static_vectors"]
    return Embedding(
        columns=tuple(named["extract_features"].attrs["columns"]),
        hashed=named["with_arrayints-g"].layers[0],
        static=static[0] if static else None,
        mix=mix.layers[0],
        width=int(mix.get_dim("nO")),
    )


def _read_convolution(layer: Model[Any, Any], width: int) -> Convolution:
    window = next(m for m in layer.walk() if m.name == "expand_window").attrs["window_size"]
    maxout = next(m for m in layer.walk() if m.name == "maxout")
    norm = next(m for m in layer.walk() if m.name == "layernorm")
    weights = np.asarray(maxout.get_param("W"))  # (width, pieces, inputs)
    if window != WINDOW or weights.shape[0] != width or weights.shape[2] != width * (2 * WINDOW + 1):
        raise LayoutError(f"a layer looks at {window} neighbours, and its weights are {weights.shape}")
    return Convolution(
        weights=np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1)),
        bias=np.ascontiguousarray(np.asarray(maxout.get_param("b")).T.reshape(-1)),
        gain=np.asarray(norm.get_param("G")),
        shift=np.asarray(norm.get_param("b")),
    )
