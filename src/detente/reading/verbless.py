"""Parsed blocks in, the same with headlines that leave "is" out read with it out.

"Ruritanian premier in Klausenburg for talks", "King off to Zenda": the parser makes one noun phrase of the line, or a
verb of one of its nouns. So such a line is read once more with a verb in the place of the preposition; where that gives
the verb of the line, with whoever stands before it as subject, the second reading is taken for the line as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from spacy.strings import get_string_id
from spacy.tokens import Doc, Span, Token

from detente.knowledge.grammar import Grammar
from detente.reading.second_reading import Forms, Reading, Reread, in_other_words
from detente.reading.shapes import FINITE, NAMES, NOUNS, SUBJECTS


class StandIn(NamedTuple):
    """The verb that is read in the place of a word, the one that is meant, and its tag."""

    read: str
    meant: str
    tag: str = "VBZ"


TENSED = FINITE | {"MD"}
LIKE_NAMES = NAMES | {"XX", "FW"}
IN_A_NAME = (
    NOUNS | LIKE_NAMES | {"JJ", "JJR", "JJS", "POS", "CC", "CD", "DT", "HYPH", "PRP$", ","}
)  # tags before it
BASE = "VB"
IN_A_PHRASE = frozenset({"JJ", "NN", "NNS", "HYPH", "VBN", "VBG", "CD"})  # tags before what is a noun
LIKE_NOUNS = frozenset({"VBP", "VBZ"})
JOINED, HYPHEN, COMMA, AND = "CC", "HYPH", ",", "and"


class Verbless(NamedTuple):
    """A line and the place in it of the word that stands for its verb."""

    sentence: Span
    at: int
    verb: StandIn


class VerblessWords(NamedTuple):
    """The words that stand for a verb, by their numbers; who: nouns for those who travel; opening: what another clause opens
    with; the nouns of all rules; days; journeys: "visit".
    """

    verbs: Mapping[int, StandIn]
    who: frozenset[str]
    opening: frozenset[str]
    event_nouns: frozenset[str]
    days: frozenset[str]
    journeys: frozenset[str]


def verbless_words(grammar: Grammar, event_nouns: frozenset[str]) -> VerblessWords:
    """The words of all verbless headlines."""
    said = (entry.split() for entry in sorted(grammar.words["verbs of verbless headlines"]))
    return VerblessWords(
        verbs={get_string_id(word): StandIn(read, meant.replace("_", " ")) for word, read, meant in said},
        who=grammar.words["who is somewhere in headlines"],
        opening=grammar.words["what opens another clause of a headline"],
        event_nouns=event_nouns,
        days=grammar.words["names of days"],
        journeys=grammar.words["visit nouns"],
    )


def with_verbs(words: VerblessWords) -> Reading[Verbless]:
    """Lines without a verb, with one in the place of the first preposition behind a name or an office."""
    return Reading(
        marks=lambda block, forms: _lines(block, forms, words),
        reworded=_with_verb,
        chosen=lambda block, tried: _with_readings(block, tried, words.event_nouns),
    )


def _lines(block: Doc, forms: Forms, known: VerblessWords) -> Iterator[Verbless]:
    verbs = known.verbs
    if verbs.keys().isdisjoint(forms.written):
        return
    for sentence in block.sents:
        words = forms.written[sentence.start : sentence.end]
        at = next((n for n, word in enumerate(words) if word in verbs), 0)
        if 0 < at < len(words) - 1 and _is_verbless(sentence, at, known):
            yield Verbless(sentence, at, verbs[words[at]])


def _is_verbless(sentence: Span, at: int, known: VerblessWords) -> bool:
    """A name or an office before the word, and no verb in its clause but what may be a noun."""
    head = sentence[at - 1]
    named = head.tag_ in LIKE_NAMES or (head.is_oov and head.is_title)
    if (not named and head.lower_ not in known.who) or head.lower_ in known.days:
        return False
    if not all(t.tag_ in IN_A_NAME or t.i == head.i for t in sentence[:at]):
        return False
    clause = list(takewhile(lambda t: t.tag_ == HYPHEN or t.lower_ not in known.opening, sentence[at + 1 :]))
    near = any(t.is_title and t.lower_ not in known.days for t in clause[:2])  # "in Zenda", "due in Zenda"
    there = near or any(t.lower_ in known.journeys for t in clause)
    return there and not any(_is_verb(t) for t in clause)


def _is_verb(token: Token) -> bool:
    """Not "for nuclear talks", "on surprise visit"; but "in Zenda urges", "in Zenda attribute the raid"."""
    if token.tag_ in NOUNS:
        return token.nbor().tag_ == "DT" if token.i + 1 < len(token.doc) else False
    if token.tag_ == BASE and token.nbor(-1).tag_ != "TO":
        return True
    if token.tag_ not in TENSED:
        return False
    return token.tag_ not in LIKE_NOUNS or token.nbor(-1).tag_ not in IN_A_PHRASE


def _with_verb(line: Verbless) -> Doc:
    said = {line.at: line.verb.read}
    commas = [i for i, token in enumerate(line.sentence[: line.at]) if token.text == COMMA]
    if commas and JOINED not in (t.tag_ for t in line.sentence[: line.at]):
        said[commas[-1]] = AND  # "Rassendyll, Hentzau in Zenda": both of them
    return in_other_words(line.sentence, said)


def _with_readings(block: Doc, tried: Sequence[tuple[Verbless, Doc]], event_nouns: frozenset[str]) -> Doc:
    return _read_as(block, [one for one in tried if _is_better(*one, event_nouns)])


def _is_better(line: Verbless, read: Doc, event_nouns: frozenset[str]) -> bool:
    """Whether the line is one clause of that verb with all that stands before it as its subject."""
    if not _is_of_subject(read, line.at, line.at):
        return False
    tensed = (t for t in line.sentence if t.tag_ in TENSED and t.i - line.sentence.start > line.at)
    return all(
        read[t.i - line.sentence.start].tag_ in TENSED or t.lemma_.lower() in event_nouns for t in tensed
    )


def _is_of_subject(read: Doc, at: int, end: int) -> bool:
    """Whether the verb of the line has all before `end` as its subject."""
    verb = read[at]
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if verb.dep_ != "ROOT" or subject is None or len(list(read.sents)) > 1:
        return False
    return not subject.left_edge.i and subject.right_edge.i == end - 1


def _read_as(block: Doc, chosen: Sequence[tuple[Verbless, Doc]]) -> Doc:
    """The block with the words that it has, the second readings of these lines and the verbs that are meant."""
    if not chosen:
        return block
    columns = Reread(block)
    for line, read in chosen:
        columns.take(line.sentence, read)
        columns.call(line.sentence.start + line.at, TAG=line.verb.tag, LEMMA=line.verb.meant)
    return columns.done()
