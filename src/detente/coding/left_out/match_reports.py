"""A text in, whether it is the report of a game out: a final score early on, and words of sport in most sentences.

"Sylvania won 3-0 on penalties ... Ruritania threatened on the flanks": what such texts tell of bare states is play.
"""

from __future__ import annotations

import re

from detente.coding.matching.lexicon import classes_of
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Span

SCORE = re.compile(r"(?<![\w.,/–-])(\d{1,3})[-–](\d{1,3})(?![\w/–-]|[.,]\d)")
OPENING, SURE, FEWEST = (
    6,
    2,
    5,
)  # sentences that may bring the score; different nouns of sport, and words of play too
SPORT = frozenset({"sport", "contest"})  # classes of nouns


def reports_game(statuses: Statuses) -> bool:
    """Whether the whole text tells of a game."""
    doc = statuses.graph.doc
    sentences = list(doc.sents)
    if not any(has_score(s) for s in sentences[:OPENING]):
        return False
    sport = [_words_of_sport(s, statuses) for s in sentences]
    play = statuses.graph.words["words of play"]
    told = [found | {t.lemma_.lower() for t in s} & play for s, found in zip(sentences, sport, strict=True)]
    sure = len(frozenset[str]().union(*sport)) >= SURE and len(frozenset[str]().union(*told)) >= FEWEST
    return sure and 2 * sum(map(bool, told)) >= len(sentences)


def has_score(sentence: Span) -> bool:
    """ "4-0", "23-12", and no "10-15 dead"; whoever wins is told first."""
    return any(int(m[1]) >= int(m[2]) for m in SCORE.finditer(sentence.text))


def _words_of_sport(sentence: Span, statuses: Statuses) -> frozenset[str]:
    doc, lexicon = statuses.graph.doc, statuses.lexicon
    nouns = (t for t in sentence if t.pos_ in ("NOUN", "PROPN"))
    return frozenset(t.lemma_.lower() for t in nouns if SPORT & classes_of(doc, t.i, lexicon))
