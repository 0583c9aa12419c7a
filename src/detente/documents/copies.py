"""The text of a document -> a signature by which near-duplicates are found, and whether two of them are copies.

Outlets that print one wire story change its title, cut its end or touch up a few words. So two things are compared,
without the title: the whole text, and its opening. Which of them are a copy of which is the store's to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

SHINGLE = 3  # words; shorter ones make all news alike, longer ones break at each touched-up word
OPENING = 70  # words: two to three sentences, which no outlet cuts
BANDS, ROWS = (
    20,
    5,
)  # 97 in 100 pairs that share 7 in 10 shingles meet in a band, 1 in 20 of those that share 3
SHARED = 0.7  # of the shingles: what two texts must share to be copies
FEWEST = 12  # words: a shorter text is like many others by chance
DAYS = 10  # between two copies at most; what comes again after that is another story in the same words

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True)
class Signature:
    """MinHash values of the whole text and of its opening, 100 unsigned 32-bit numbers each; empty: too short."""

    whole: bytes
    opening: bytes


def sign(text: str, *, title: str | None = None) -> Signature:
    """The signature of a document's text; its title, which outlets make themselves, is left out."""
    body = text.removeprefix(title) if title else text
    words = _WORD.findall(body.lower())
    if len(words) < FEWEST:
        return Signature(whole=b"", opening=b"")
    return Signature(whole=_minhash(words), opening=_minhash(words[:OPENING]))


def _minhash(words: list[str]) -> bytes:
    from datasketch import MinHash  # noqa: PLC0415 - a slow import that only the store needs

    # The scheme is named: values that are kept must be made alike by whatever version makes them.
    values = MinHash(num_perm=BANDS * ROWS, scheme="affine32")
    values.update_batch([shingle.encode() for shingle in _shingles(words)])
    made: bytes = values.hashvalues.astype("<u4").tobytes()
    return made


def _shingles(words: list[str]) -> set[str]:
    return {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}


def bands(signature: Signature) -> Iterator[int]:
    """Signed 64-bit numbers: two texts that are copies have, but for 1 in 40 pairs, one in common."""
    from hashlib import blake2b  # noqa: PLC0415

    width = ROWS * 4
    for part, values in (("whole", signature.whole), ("opening", signature.opening)):
        for at in range(0, len(values), width):
            name = f"{part}{at}".encode()
            digest = blake2b(values[at : at + width], digest_size=8, key=name).digest()
            yield int.from_bytes(digest, "big", signed=True)


def are_copies(first: Signature, second: Signature) -> bool:
    """Whether two texts are one story: alike as wholes, or one with the same opening and cut or added to after it."""
    return _alike(first.whole, second.whole) >= SHARED or _alike(first.opening, second.opening) >= SHARED


def _alike(first: bytes, second: bytes) -> float:
    """The share of equal values, which estimates the share of common shingles to within about 5 in 100."""
    if not first or not second:
        return 0.0
    import numpy as np  # noqa: PLC0415

    def values(raw: bytes) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
        return np.frombuffer(raw, dtype="<u4")

    return float((values(first) == values(second)).mean())
