"""A parsed text in, the questions that are asked in it with their answers out, where it is a talk of two.

"Q: ..." and "A: ..." stand before them, or each question is a line of its own and is put to "you". What a paper asks and
answers itself ("What is the quarrel about?") is no talk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from detente.knowledge.word_lists import WordLists
from detente.reading.tokens import Doc
from detente.records import Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_LABEL = re.compile(r"\s*(?P<word>[^\W\d_]+)\s?[.:]\s+(?=\S)")
_ASKS = re.compile(r"\?[)”\"’']*\s*$")
_WORD = re.compile(r"\w+")
_QUOTES = "\"“‘'"
FEWEST = 2  # questions without labels, which may else stand in any text


class Turn(NamedTuple):
    """A question and its answer; mark: what of the text shows that an answer follows, a colon or a question mark."""

    question: Span
    answer: Span
    mark: Span


class Interview(NamedTuple):
    """source: the tokens at which whoever answers is named."""

    source: frozenset[int]
    turns: tuple[Turn, ...]


class _Line(NamedTuple):
    span: Span
    asks: bool  # a question
    told: int  # where its words begin
    mark: Span


def turns_of(doc: Doc, words: WordLists) -> tuple[Turn, ...]:
    """The turns in their order; none where the text is no talk."""
    text = doc.text
    if "?" not in text or "\n" not in text:
        return ()
    lines = [found.span() for found in _LINE.finditer(text)][1:]  # without the title
    labelled = [_labelled(text, Span(*line), words) for line in lines]
    if any(one.asks for one in labelled if one) and any(not one.asks for one in labelled if one):
        found = tuple(_turns(_joined(labelled, lines)))
    else:
        found = tuple(_turns([_plain(text, Span(*line)) for line in lines]))
        if len(found) < FEWEST or not _says(text[: found[0].question.start], words["interview_words"]):
            return ()
    return found if _is_talk(text, found, words) else ()


def _is_talk(text: str, turns: Sequence[Turn], words: WordLists) -> bool:
    """Whether somebody is asked or says "I"."""
    asked = any(_says(text[slice(*turn.question)], words["second_person"]) for turn in turns)
    told = any(_says(text[slice(*turn.answer)], words["first_person"]) for turn in turns)
    return asked and told


def _says(text: str, wanted: frozenset[str]) -> bool:
    return not wanted.isdisjoint(_WORD.findall(text.lower()))


def _labelled(text: str, line: Span, words: WordLists) -> _Line | None:
    """ "Q: ...", "Answer: ..."."""
    found = _LABEL.match(text, *line)
    word = found["word"].lower() if found else ""
    asks, answers = word in words["question_labels"], word in words["answer_labels"]
    if found is None or not (asks or answers):
        return None
    mark = found.end("word")
    return _Line(line, asks, found.end(), Span(mark, mark + 1))


def _joined(labelled: Sequence[_Line | None], lines: Sequence[tuple[int, int]]) -> Iterator[_Line]:
    """The labelled lines; what follows one without a label goes on with it."""
    last: _Line | None = None
    for one, (_, end) in zip(labelled, lines, strict=True):
        if one is not None:
            if last is not None:
                yield last
            last = one
        elif last is not None:
            last = last._replace(span=Span(last.span.start, end))
    if last is not None:
        yield last


def _plain(text: str, line: Span) -> _Line:
    """A line without a label: it asks if it ends so."""
    said = text[slice(*line)]
    asks = bool(_ASKS.search(said)) and said.lstrip()[0] not in _QUOTES
    at = text.rfind("?", *line)
    return _Line(line, asks, line.start, Span(at, at + 1))


def _turns(lines: Sequence[_Line] | Iterator[_Line]) -> Iterator[Turn]:
    """Each question, which may take several lines, with the lines up to the next one."""
    question: _Line | None = None
    answer: _Line | None = None
    for line in (*lines, None):
        if line is not None and not line.asks:
            if question is not None:
                answer = (
                    line if answer is None else answer._replace(span=Span(answer.span.start, line.span.end))
                )
            continue
        if question is not None and answer is not None:
            yield _turn(question, answer)
            question = answer = None
        if line is not None:
            question = (
                line if question is None else line._replace(span=Span(question.span.start, line.span.end))
            )


def _turn(question: _Line, answer: _Line) -> Turn:
    mark = answer.mark if answer.mark.start >= answer.span.start else question.mark
    return Turn(question.span, Span(answer.told, answer.span.end), mark)
