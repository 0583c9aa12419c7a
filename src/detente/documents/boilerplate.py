"""The text of a document -> the spans in it that are not the article: labels, credits, biographies, notices.

The text itself never changes; the coder leaves these spans out. Three things are found:
- blocks (lines or paragraphs) that a `block` rule matches, wherever that rule looks;
- what stands under a heading such as "Related Articles", as far as the rule says;
- at the end, after the last paragraph of the article, short labels and biographies of authors.
A biography is told by its signs (`sign` rules) and by a subject whom the article does not speak of:
the last paragraph of an obituary or a portrait is about somebody who was named before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.documents.biographies import Signs, find_biography, subject_pattern
from detente.documents.blocks import Block, is_label, split_blocks
from detente.documents.phrases import BoilerplateRule, Pattern, compile_rule, first_match
from detente.knowledge.files import read_rules
from detente.records import Span

_BIOGRAPHY_BLOCKS = 3  # no author's biography seen is longer


@dataclass(frozen=True, kw_only=True)
class Boilerplate:
    """The compiled rules."""

    blocks: tuple[Pattern, ...]
    signs: Signs


def load_boilerplate(folders: Iterable[Path]) -> Boilerplate:
    """Read `boilerplate/*.yaml` of each folder, later ones over earlier ones. Raises `KnowledgeError`."""
    rules = read_rules(folders, "boilerplate/*.yaml", BoilerplateRule)
    patterns = [compile_rule(rule) for rule in rules]
    return Boilerplate(
        blocks=tuple(pattern for pattern in patterns if pattern.rule.part == "block"),
        signs=Signs(
            signs=tuple(pattern for pattern in patterns if pattern.rule.part == "sign"),
            subjects=tuple(
                subject_pattern(pattern) for pattern in patterns if pattern.rule.part == "subject"
            ),
        ),
    )


def find_boilerplate(text: str, rules: Boilerplate) -> tuple[Span, ...]:
    """The spans to leave out, in order, without overlap; each is one block without white space around it."""
    blocks = split_blocks(text)
    out = _matched(blocks, rules.blocks)
    out |= set(_tail(blocks, out, rules.signs))
    return tuple(blocks[i].span for i in sorted(out))


def _matched(blocks: Sequence[Block], patterns: Sequence[Pattern]) -> set[int]:
    """Indices of the blocks that a rule matches, and of those that stand under a heading."""
    prose = [i for i, block in enumerate(blocks) if block.prose]
    out: set[int] = set()
    for i, block in enumerate(blocks):
        if i in out:
            continue
        where = _where(i, prose)
        found = first_match(patterns, block.text, where=where)
        if found:
            out |= {i, *_beneath(blocks, i, found.rule.takes)}
    return out


def _where(block: int, prose: Sequence[int]) -> str:
    """Where a block stands in the page, by the indices of its blocks of prose."""
    if block == 0:
        return "title"
    if not prose or block < prose[0]:
        return "head"
    near_end = len(prose) - bisect_left(prose, block) <= _BIOGRAPHY_BLOCKS
    return "tail" if near_end and block > prose[0] else "body"


def _beneath(blocks: Sequence[Block], heading: int, takes: str) -> Iterator[int]:
    if takes == "rest":
        yield from range(heading + 1, len(blocks))
    elif takes == "next":
        yield from range(heading + 1, min(heading + 2, len(blocks)))
    elif takes == "list":
        for i in range(heading + 1, len(blocks)):
            if blocks[i].prose:
                return
            yield i


def _tail(blocks: Sequence[Block], out: set[int], signs: Signs) -> Iterator[int]:
    """Labels and biographies after the article's last paragraph, from the end backwards."""
    end = len(blocks)
    while end > 1:
        left = [i for i in range(end) if i not in out]
        if not left[1:]:
            return
        taken = _labels(blocks, left) or _biography(blocks, left, signs)
        if not taken:
            return
        yield from taken
        end = taken[0]


def _labels(blocks: Sequence[Block], left: Sequence[int]) -> list[int]:
    """Indices of the labels at the end; lines that a colon announces are a list of the article's own."""
    size = next((n for n, i in enumerate(reversed(left)) if not is_label(blocks[i])), len(left))
    before = [blocks[i] for i in left[: len(left) - size]]
    if not size or not any(block.prose for block in before) or before[-1].text.endswith((":", ",", ";")):
        return []
    return list(left[-size:])


def _biography(blocks: Sequence[Block], left: Sequence[int], signs: Signs) -> list[int]:
    """Indices of the blocks at the end that are one biography; labels between them go with it."""
    labels = [block.text for block in blocks[1:] if not block.prose]
    for size in range(min(_BIOGRAPHY_BLOCKS, len(left) - 1), 0, -1):
        paragraphs = [blocks[i].text for i in left[-size:]]
        article = " ".join(blocks[i].text for i in left[:-size] if blocks[i].prose)
        if article and find_biography(paragraphs, article=article, labels=labels, signs=signs):
            return list(left[-size:])
    return []
