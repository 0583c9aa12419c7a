"""Tokens in, a name that the parser hung word by word on the verb put together again out.

"Rudolf al-Zenda accused", "Ruritanian State – Hentz Province claimed": each word of a name that it does not know is an
adverb, a subject or nothing to it, and only the last one acts.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import NAMES, SUBJECTS
from detente.reading.tokens import Doc, Token

LOOSE = frozenset({"npadvmod", "nsubj", "nsubjpass", "dep", "punct", "advmod"})
HYPHEN, DASHES, PART = "-", frozenset({"–", "-"}), "compound"


def repair_broken_names(doc: Doc, days: Collection[str]) -> Doc:
    """The same document. days: names of days and months, which say when and not who."""
    for last in doc.having(dep_=SUBJECTS):
        if last.dep_ in SUBJECTS and last.tag_ in NAMES and last.head.i > last.i:
            _gather(last, days)
    return doc


def _gather(last: Token, days: Collection[str]) -> None:
    """Hang on the last word of a name those right before it that hang on its verb."""
    first = last.left_edge.i
    while first > last.sent.start:
        part = last.doc[first - 1]
        if part.lower_ in DASHES and part.head.i == part.i - 1:
            part = part.head  # "State – Hentz Province"
        if part.head.i != last.head.i or part.dep_ not in LOOSE or not _goes_on(part, days):
            return
        part.hang(last, PART)
        first = part.left_edge.i


def _goes_on(part: Token, days: Collection[str]) -> bool:
    """Whether a name does not end with this word: before a word of a name, or beside a hyphen without blanks."""
    joined = not part.whitespace_ and (part.text == HYPHEN or part.nbor(1).text == HYPHEN)
    return joined or (part.tag_ in NAMES and part.lemma_.lower() not in days)
