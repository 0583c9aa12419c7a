"""Parsed headlines in, the same with rare names and with commas for "and" read anew out.

"Macron scraps summit", "WHO thanks Sylvania": of a name that is a word too, or a short form, the parser makes a verb or
a pronoun, and loses the verb with it; so the headline is read once more with a common name in its place. "Ruritania,
Sylvania ink pact": two names with a comma between them are to the parser no subject; so it is read once more with "and"
for the comma and a past for the verb. Headlines end without a full stop; no other sentence is looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final, NamedTuple

from spacy.strings import get_string_id
from spacy.tokens import Doc, Span, Token

from detente.reading.presents import BASE, SINGULAR, Present, Presents
from detente.reading.second_reading import Forms, Reading, with_columns
from detente.reading.shapes import NAMES

READ: Final[list[int | str]] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD"]
COMMON, COMMON_BODY, COMMON_NOUN, AND = "Johnson", "NATO", "government", "and"  # what the parser knows
LONGEST = 24  # words of a headline
FARTHEST = 4  # words between the last comma and the verb
COMMA, TO = ",", "to"
IN_LIST = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "POS", "HYPH"})
MAYBE_NAMES = NAMES | {"POS", "HYPH"}
MAYBE_WORDS = MAYBE_NAMES | {"NN", "NNS", "JJ"}
DOERS = ("VB", "NN", "JJ")
ENDS = frozenset(".?!")
SUBJECT, OBJECTS = (
    "nsubj",
    frozenset({"dobj", "prep", "prt", "ccomp", "xcomp", "advmod", "npadvmod", "advcl"}),
)


class Renamed(NamedTuple):
    """A headline, and the places in it of names that are read as other words."""

    sentence: Span
    at: frozenset[int]


class Listed(NamedTuple):
    """A headline, the place of the last comma in the list that opens it, that of its verb, and what that is; None
    behind "to"."""

    sentence: Span
    comma: int
    verb: int
    present: Present | None


def with_known_names(presents: Presents) -> Reading[Renamed]:
    """Headlines in which a name is read as another word, with a common name in its place."""
    return Reading(
        marks=lambda block, forms: _misread(block, forms, presents),
        reworded=_with_common,
        chosen=_with_renamed,
    )


def with_and(presents: Presents) -> Reading[Listed]:
    """Headlines that open with names and commas, with "and" for the last comma."""
    return Reading(
        marks=lambda block, forms: _lists(block, forms, presents),
        reworded=lambda one: _joined(one, presents.singulars),
        chosen=lambda block, tried: _with_listed(block, tried, presents.singulars),
    )


def headlines(block: Doc) -> Iterator[Span]:
    """The sentences of a block that no full stop ends."""
    for sentence in block.sents:
        if 2 < len(sentence) <= LONGEST and is_open_ended(sentence):
            yield sentence


def is_open_ended(sentence: Span) -> bool:
    """Whether no full stop or the like ends it, be it before a closing mark."""
    last = [t for t in sentence if not t.is_space and not t.is_quote][-1:]
    return bool(last) and last[0].text not in ENDS


def _misread(block: Doc, forms: Forms, presents: Presents) -> Iterator[Renamed]:
    places = [i for i, word in enumerate(forms.written) if _is_misread_name(block[i], word, presents)]
    for sentence in headlines(block) if places else ():
        mine = frozenset(i - sentence.start for i in places if sentence.start <= i < sentence.end)
        if mine:
            yield Renamed(sentence, mine)


def _is_misread_name(token: Token, word: int, presents: Presents) -> bool:
    """A name that is read as no name; one that is a word too, only where it stands for no noun or adjective."""
    if word in presents.named_like_words:
        return _is_doer(token, presents) if token.is_sent_start else token.tag_ not in MAYBE_WORDS
    return word in presents.named and token.tag_ not in MAYBE_NAMES


def _is_doer(first: Token, presents: Presents) -> bool:
    """ "Macron scraps Sylvania talks": before what may be a verb and a name."""
    behind = first.doc[first.i + 1 : first.i + 3]
    if first.tag_ == "VB" and len(behind) > 1 and behind[0].lower_ == TO:
        return behind[1].tag_ == "VB"  # "Trump to lift curbs"
    if len(behind) < 2 or first.tag_ not in DOERS or not (behind[1].is_title or behind[1].is_upper):
        return False
    present = presents.forms.get(behind[0].orth)
    return present is not None and present.tag == SINGULAR


def _with_common(one: Renamed) -> Doc:
    words = [token.text for token in one.sentence]
    for i in one.at:
        words[i] = COMMON_BODY if words[i].isupper() else COMMON
    return _as_written(one.sentence, words)


def _as_written(sentence: Span, words: list[str]) -> Doc:
    spaces = [bool(token.whitespace_) for token in sentence]
    return Doc(sentence.doc.vocab, words=words, spaces=spaces)


def _with_renamed(block: Doc, tried: Sequence[tuple[Renamed, Doc]]) -> Doc:
    good = [
        (one, read)
        for one, read in tried
        if all(read[i].tag_ in NAMES for i in one.at) and len(list(read.sents)) == 1
    ]
    if not good:
        return block
    columns: Any = block.to_array(READ)
    for one, read in good:
        start = one.sentence.start
        columns[start : start + len(read)] = read.to_array(READ)
        for i in one.at:
            columns[start + i, READ.index("LEMMA")] = block.vocab.strings.add(one.sentence[i].text)
    return with_columns(block, READ, columns)


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
        elif comma and i > comma + 1 and token.is_lower and not _is_read(sentence, token):
            present = presents.forms.get(token.orth)
            if present is not None and present.tag == BASE:
                yield Listed(sentence, comma, i, present)
        if token.lower_ == TO:
            if comma and i > comma + 1 and i + 1 < len(sentence) and not _is_read(sentence, sentence[i + 1]):
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


def _is_read(sentence: Span, verb: Token) -> bool:
    """Whether it is a verb already, whose subjects are all that stands before it."""
    if verb.pos_ != "VERB" or verb.dep_ not in ("ROOT", "ccomp"):
        return False
    subject = next((c for c in verb.lefts if c.dep_ == SUBJECT), None)
    inner = [t for t in sentence if t.i < verb.i and t.text not in (COMMA, TO)]
    if any(t.dep_ == "appos" for t in inner):
        return False  # the other name
    return subject is not None and all(subject.is_ancestor(t) or t == subject for t in inner)


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
    columns: Any = block.to_array(READ)
    strings = block.vocab.strings
    for start, (one, read) in good.items():
        verb = one.sentence[one.verb]
        known = verb.pos_ == "VERB" and verb.dep_ == "ROOT"  # what stands behind it is read well already
        end = one.verb if known else len(read)
        columns[start : start + end] = read.to_array(READ)[:end]
        if one.present is not None:
            for name, value in (("TAG", BASE), ("LEMMA", one.present.lemma)):
                columns[start + one.verb, READ.index(name)] = strings.add(value)
        for i in (i for i, token in enumerate(one.sentence[:end]) if token.lower_ in nouns):
            columns[start + i, READ.index("LEMMA")] = strings.add(one.sentence[i].lower_)
        mark = [strings.add(COMMA), get_string_id("PUNCT"), 0, strings.add(COMMA), strings.add("punct")]
        columns[start + one.comma, :-1] = mark
    return with_columns(block, READ, columns)


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
