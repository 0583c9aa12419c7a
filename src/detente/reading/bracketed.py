"""Words to be parsed in, the same without short forms and the like in brackets out, and after the parse with them again.

"The European Union (EU) designated it": three tokens between a subject and its verb, and the parser may lose either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from spacy.language import Language
from spacy.strings import get_string_id
from spacy.tokens import Doc

WHOLE, DROPPED = "words and blanks with brackets", "places of what stands in brackets"
READ: Final[list[int | str]] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD"]
MARKS = {"(": "-LRB-", ")": "-RRB-"}

# a short form, one word, or a number that a word leads; what ends a sentence tells who said it
_BRACKET = re.compile(
    r"(?<=\w )\((?:[A-Z][A-Za-z&.-]{1,9}|[a-z]{3,10}|[a-z]+ [\d.,]+\w?)\)(?=[,;]? ?[\w\"“‘'’–—])"
)


def without_brackets(block: Doc | str, nlp: Language) -> Doc | str:
    """The block itself, or its words without such brackets and what stands in them."""
    text = block if isinstance(block, str) else block.text
    if "(" not in text or _BRACKET.search(text) is None:
        return block
    whole = nlp.make_doc(block) if isinstance(block, str) else block
    dropped = set(_places(whole))
    words, spaces = [t.text for t in whole], [bool(t.whitespace_) for t in whole]
    data = {**whole.user_data, WHOLE: (words, spaces), DROPPED: dropped}
    left = [i for i in range(len(words)) if i not in dropped]
    return Doc(nlp.vocab, words=[words[i] for i in left], spaces=[spaces[i] for i in left], user_data=data)


def _places(doc: Doc) -> Iterator[int]:
    for found in _BRACKET.finditer(doc.text):
        span = doc.char_span(*found.span())
        if span is not None and span.start:
            yield from range(span.start, span.end)


def with_brackets(read: Doc) -> Doc:
    """What was parsed, with what stands in brackets hanging on the word before."""
    if WHOLE not in read.user_data:
        return read
    words, spaces = read.user_data.pop(WHOLE)
    dropped: set[int] = read.user_data.pop(DROPPED)
    left = [i for i in range(len(words)) if i not in dropped]
    block = Doc(read.vocab, words=words, spaces=spaces, user_data=read.user_data)
    columns: Any = block.to_array(READ)
    columns[left] = read.to_array(READ)
    for token in read:
        columns[left[token.i], -1] = _way(left[token.i], left[token.head.i])
    before = -1
    for i, word in enumerate(words):
        if i in dropped:
            columns[i] = _added(word, _way(i, before), read.vocab.strings)
        else:
            before = i
    return block.from_array(READ, columns)


def _way(start: int, end: int) -> int:
    """From a word to its head, kept without a sign."""
    return (end - start) % 2**64


def _added(word: str, way: int, strings: Any) -> list[int]:
    mark = MARKS.get(word)
    name = word[0].isupper()
    tag, pos = (mark, "PUNCT") if mark else ("NNP", "PROPN") if name else ("XX", "X")
    label = "punct" if mark else "appos" if name else "dep"
    return [strings.add(tag), get_string_id(pos), 0, strings.add(word), strings.add(label), way]
