"""Parsed headlines in, the same with the "is" that stands before one quoted word read anew out.

"Tariffs 'unacceptable', says premier", "Hentzau: raid an 'act of piracy'": there is no verb in what is said, and the
parser makes a part of the noun of the quoted word. So the headline is read once more with "is" for the mark that opens
the quotation and, where a colon or dash tells who says it, "says" for that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.strings import get_string_id
from spacy.tokens import Doc, Span, Token

from detente.reading.headlined import headlines
from detente.reading.second_reading import Forms, Reading, Reread
from detente.reading.shapes import NOUNS, PLURALS, TENSED

OPENING, CLOSING = frozenset("'‘\"“"), frozenset("'’\"”")
COLONS, LABEL = frozenset(":–—"), ":"
IS, ARE, SAYS, FILLER, COMMA = "is", "are", "says", "today", ","
ARTICLES = frozenset({"a", "an"})
LONGEST = 8  # words of the quotation
TELLER = 5  # words of who says it
SUBJECTS, PREDICATES = ("nsubj", "csubj"), ("acomp", "attr")
STATES = frozenset({"JJ", "JJR", "JJS", "VBN"})
IN_NAME = NOUNS | {"JJ", "POS", "IN", "PRP"}


class Unsaid(NamedTuple):
    """A headline, and what is read in the place of its words."""

    sentence: Span
    copula: int
    written: dict[int, str]


def with_copulas() -> Reading[Unsaid]:
    """Headlines that say what something is by a quoted word alone."""
    return Reading(marks=_marks, reworded=_reworded, chosen=_chosen)


def _marks(block: Doc, forms: Forms) -> Iterator[Unsaid]:
    if not any(get_string_id(mark) in forms.written for mark in OPENING):
        return
    first, *rest = block.sents
    whole = len(rest) == 1 and first[-1].text == LABEL and len(first) <= TELLER
    for sentence in [block[:]] if whole else headlines(block):
        found = _quoted(sentence)
        if found is not None:
            yield found


def _quoted(sentence: Span) -> Unsaid | None:
    """The first quotation that may be what a noun before it is."""
    for opening, token in enumerate(sentence):
        if token.text not in OPENING or opening < 2 or token.tag_ == "POS":
            continue
        closing = next((i for i in range(opening + 2, len(sentence)) if sentence[i].text in CLOSING), 0)
        if not closing or closing - opening > LONGEST:
            return None
        return _read_as(sentence, opening, closing)
    return None


def _read_as(sentence: Span, opening: int, closing: int) -> Unsaid | None:
    before, last = sentence[opening - 1], sentence[closing - 1]
    article = before.lower_ in ARTICLES
    noun = sentence[opening - 2] if article else before
    start = next((i + 1 for i in range(opening) if sentence[i].text in COLONS), 0)
    if noun.tag_ not in NOUNS or any(t.tag_ in TENSED for t in sentence[start:opening]):
        return None
    alone = closing - opening == 2 and last.is_lower and last.tag_ == "NN"  # a rare adjective
    if not article and not alone and last.tag_ not in STATES and last.pos_ != "ADJ":
        return None
    behind = sentence[closing + 1] if closing + 1 < len(sentence) else None
    if behind is not None and behind.text not in (COMMA, *COLONS) and behind.tag_ != "IN":
        return None
    verb = ARE if noun.tag_ in PLURALS else IS
    copula = opening - article
    written = {copula: verb, closing: FILLER}
    if article:
        written[opening] = before.lower_
    written |= _telling(sentence, start, closing)
    return Unsaid(sentence, copula, written)


def _telling(sentence: Span, start: int, closing: int) -> dict[int, str]:
    """ "says" for the colon behind who says it, or for that before him."""
    if start and start <= TELLER and _is_name(sentence[: start - 1]):
        return {start - 1: SAYS}
    for i in range(closing + 1, len(sentence)):
        if sentence[i].text in COLONS and len(sentence) - i <= TELLER and _is_name(sentence[i + 1 :]):
            return {i: SAYS} | ({closing: COMMA} if i == closing + 1 else {})
    return {}


def _is_name(words: Span) -> bool:
    return len(words) > 0 and all(t.tag_ in IN_NAME for t in words)


def _reworded(one: Unsaid) -> Doc:
    words = [one.written.get(i, token.text) for i, token in enumerate(one.sentence)]
    return Doc(one.sentence.doc.vocab, words=words, spaces=[True] * len(words))


def _chosen(block: Doc, tried: Sequence[tuple[Unsaid, Doc]]) -> Doc:
    good = [(one, read) for one, read in tried if _is_said(read[one.copula], read)]
    if not good:
        return block
    columns = Reread(block)
    for one, read in good:
        columns.take(one.sentence, read)
        for i, word in one.written.items():
            if word in (FILLER, COMMA):
                columns.mark(one.sentence.start + i, "''")
    return columns.done()


def _is_said(verb: Token, read: Doc) -> bool:
    """Whether the mark is read as the verb of who or what is so, and the line as one sentence."""
    has = {c.dep_ for c in verb.children}
    whole = len(list(read.sents)) == 1
    return whole and not has.isdisjoint(SUBJECTS) and not has.isdisjoint(PREDICATES)
