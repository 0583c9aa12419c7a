"""Last paragraphs -> whether they are the biography of an author, whom the article does not name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.documents.phrases import NAME, Pattern

ENOUGH = 3  # the sum of weights that makes a biography
BYLINE = 2  # what a byline or heading with the same name weighs
WORDS_AT_MOST = 150

_NAME_PART = re.compile(r"[^\W\d_][\w'’-]{2,}")
_PRONOUN = re.compile(r"(?:she|he|they)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Signs:
    """signs: what speaks for a biography or against it. subjects: the words after its subject's name."""

    signs: tuple[Pattern, ...]
    subjects: tuple[re.Pattern[str], ...]


def subject_pattern(pattern: Pattern) -> re.Pattern[str]:
    """A name, perhaps an apposition, and the words of a `subject` rule; group 1 is the name."""
    return re.compile(rf"({NAME})(?:,[^,.]{{1,60}},)?\s+{pattern.regex.pattern}", re.IGNORECASE)


def find_biography(paragraphs: Sequence[str], *, article: str, labels: Sequence[str], signs: Signs) -> bool:
    """Whether the paragraphs are one biography of somebody who is not named in the article.

    The first paragraph must be one by itself; the others go on about the same person. labels: bylines and other
    lines outside the article; that one of them names the person counts for a biography.
    """
    first, *others = paragraphs
    subject = _subject(first, signs)
    if subject is None or _is_named(subject, article):
        return False
    introduced = any(_is_named(subject, label) for label in labels)
    if not _is_biography(first, signs, enough=ENOUGH - (BYLINE if introduced else 0)):
        return False
    return all(_goes_on(paragraph, subject, signs) for paragraph in others)


def _is_biography(paragraph: str, signs: Signs, *, enough: int) -> bool:
    found = [p.rule for p in signs.signs if len(paragraph.split()) <= WORDS_AT_MOST and p.find(paragraph)]
    return sum(rule.weight for rule in found) >= enough and any(rule.writing for rule in found)


def _goes_on(paragraph: str, subject: str, signs: Signs) -> bool:
    """A further paragraph opens with a pronoun or the same name, and no sign speaks against it."""
    total = sum(p.rule.weight for p in signs.signs if p.find(paragraph))
    same = _PRONOUN.match(paragraph) or subject.split(maxsplit=1)[0] in paragraph
    return bool(same) and total > 0 and len(paragraph.split()) <= WORDS_AT_MOST


def _subject(paragraph: str, signs: Signs) -> str | None:
    """Whom the paragraph is about: the first name before one of the subject phrases."""
    found = [match for regex in signs.subjects if (match := regex.search(paragraph))]
    names = [match[1] for match in sorted(found, key=lambda m: m.start()) if not _PRONOUN.fullmatch(match[1])]
    return names[0] if names else None


def _is_named(subject: str, article: str) -> bool:
    return any(re.search(rf"\b{re.escape(part)}\b", article) for part in _NAME_PART.findall(subject))
