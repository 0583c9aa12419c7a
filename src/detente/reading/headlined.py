"""Parsed headlines in, the same with commas for "and" read anew out.

"Ruritania, Sylvania ink pact": two names with a comma between them are to the parser no subject; so it is read once more
with "and" for the comma and a past for the verb. Headlines end without a full stop; no other sentence is looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from spacy.strings import get_string_id
from spacy.tokens import Doc, Span, Token

from detente.reading.presents import BASE, Present, Presents
from detente.reading.second_reading import Forms, Reading, Reread

COMMON_NOUN, AND = "government", "and"  # what the parser knows
LONGEST = 24  # words of a headline
FARTHEST = 4  # words between the last comma and the verb
COMMA, TO = ",", "to"
IN_LIST = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "POS", "HYPH"})
ENDS = frozenset(".?!")
SUBJECT, OBJECTS = (
    "nsubj",
    frozenset({"dobj", "prep", "prt", "ccomp", "xcomp", "advmod", "npadvmod", "advcl"}),
)


class Listed(NamedTuple):
    """A headline, the place of the last comma in the list that opens it, that of its verb, and what that is; None
    behind "to"."""

    sentence: Span
    comma: int
    verb: int
    present: Present | None


def with_and(presents: Presents, singulars: Collection[str]) -> Reading[Listed]:
    """Headlines that open with names and commas, with "and" for the last comma.

    singulars: nouns that the parser takes for verbs.
    """
    return Reading(
        marks=lambda block, forms: _lists(block, forms, presents),
        reworded=lambda one: _joined(one, singulars),
        chosen=lambda block, tried: _with_listed(block, tried, singulars),
    )


def headlines(block: Doc) -> Iterator[Span]:
    """The sentences of a block that no full stop ends."""
    for sentence in block.sents:
        if is_headline(sentence):
            yield sentence


def is_headline(sentence: Span) -> bool:
    """Whether it is as short as one, and no full stop ends it."""
    return 2 < len(sentence) <= LONGEST and is_open_ended(sentence)


def is_open_ended(sentence: Span) -> bool:
    """Whether no full stop or the like ends it, be it before a closing mark."""
    places = range(len(sentence) - 1, -1, -1)
    words = (t for t in map(sentence.__getitem__, places) if not (t.is_space or t.is_quote))
    last = next(words, None)
    return last is not None and last.text not in ENDS


def _lists(block: Doc, forms: Forms, presents: Presents) -> Iterator[Listed]:
    if get_string_id(COMMA) not in forms.written:
        return
    for sentence in headlines(block):
        yield from _verbs_after_list(sentence, presents)


def _verbs_after_list(sentence: Span, presents: Presents) -> Iterator[Listed]:
    """What may be the verb behind names with commas between them."""
    comma = 0
    for i, token in enumerate(sentence):
        if token.text == COMMA and i and sentence[i - 1].text != COMMA:
            comma = i
        elif not _may_be_named(token, first=i == 0) or (comma and i > comma + FARTHEST):
            return
        elif comma and i > comma + 1 and token.is_lower:
            present = presents.forms.get(token.orth)
            if present is not None and present.tag == BASE:
                yield Listed(sentence, comma, i, present)
        if token.lower_ == TO:
            if comma and i > comma + 1 and i + 1 < len(sentence):
                yield Listed(sentence, comma, i + 1, None)
            return


def _may_be_named(token: Token, *, first: bool) -> bool:
    """A name, or a word behind one ("Sylvania's premier"); whatever a verb may be taken for."""
    if first:
        return token.is_title or token.is_upper
    return (
        token.tag_ in IN_LIST
        or token.is_title
        or token.is_upper
        or token.lower_ == TO
        or token.pos_ == "VERB"
    )


def _joined(one: Listed, nouns: Collection[str]) -> Doc:
    """nouns: those that the parser takes for verbs."""
    words = [COMMON_NOUN if token.lower_ in nouns else token.text for token in one.sentence]
    words[one.comma] = AND
    if one.present is not None:
        words[one.verb] = one.present.past
    spaces = [bool(token.whitespace_) for token in one.sentence]
    if one.comma:
        spaces[one.comma - 1] = True
    return Doc(one.sentence.doc.vocab, words=words, spaces=spaces)


def _with_listed(block: Doc, tried: Sequence[tuple[Listed, Doc]], nouns: Collection[str]) -> Doc:
    good: dict[int, tuple[Listed, Doc]] = {}
    for one, read in tried:
        if _is_told_of_all(one, read):
            good.setdefault(one.sentence.start, (one, read))
    if not good:
        return block
    columns = Reread(block)
    for start, (one, read) in good.items():
        verb = one.sentence[one.verb]
        known = verb.pos_ == "VERB" and verb.dep_ == "ROOT"  # what stands behind it is read well already
        end = one.verb if known else len(read)
        columns.take(one.sentence, read, end)
        if one.present is not None:
            columns.call(start + one.verb, TAG=BASE, LEMMA=one.present.lemma)
        for i in (i for i, token in enumerate(one.sentence[:end]) if token.lower_ in nouns):
            columns.call(start + i, LEMMA=one.sentence[i].lower_)
        columns.mark(start + one.comma, COMMA)
    return columns.done()


def _is_told_of_all(one: Listed, read: Doc) -> bool:
    """Whether the word is the verb, with all that stands before it as its subjects, and goes on with something."""
    verb = read[one.verb]
    if verb.tag_ not in ("VBD", "VB") or verb.dep_ not in ("ROOT", "ccomp") or len(list(read.sents)) > 1:
        return False
    subject = next((c for c in verb.lefts if c.dep_ == SUBJECT), None)
    if subject is None or not any(c.dep_ in OBJECTS for c in verb.rights):
        return False
    inner = [t for t in read[: one.verb] if t.text not in (COMMA, TO)]
    return all(subject.is_ancestor(t) or t == subject for t in inner)
