"""Our own hand-coded articles and items in, what each sign of whom an act is aimed at should count out.

    signs.py [--write]

For each event at whom its own sentence names nobody, the sides of the text are candidates, and the reader's recipients
are right. The weights are those under which these are likeliest (conditional logit, ridge 1). Printed is first of how many
of those for which the coder finds nobody either the likeliest side is right, each by weights fitted to other articles.
`--write` puts the weights of all into `plover/signs.csv`.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import exp
from typing import NamedTuple

import msgspec
from articles import FOLDER, Article, Told, read_article
from items import FOLDER as ITEMS
from items import INVENTED, read_cases

from detente.coding.drafting.draft import Draft
from detente.coding.roles.known import key_of
from detente.coding.sides.words.likeliest import (
    ARTICLE,
    LIKELY,
    SIGNS,
    Measured,
    Text,
    is_one_way,
    is_told_here,
    measured,
)
from detente.evaluation import Gold
from detente.knowledge.files import BUILT_IN
from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder
from detente.records import Document

TABLE = BUILT_IN / "plover" / "signs.csv"
HELD_BACK = ("world-1", "world-2", "world-3", "wire-2")  # items that whoever makes rules does not read
PARTS, ROUNDS, RIDGE = 6, 250, 1.0


class Example(NamedTuple):
    """An event at whom nobody is named: how far each sign holds of each side, and the reader's sides.

    found: whether the coder finds somebody all the same.
    """

    text: str
    sides: Mapping[str, Measured]
    right: frozenset[str]
    found: bool


def examples(article: Article, coder: Coder) -> Iterator[Example]:
    """The examples of an article that the reader codes too."""
    layers = coder.layers(Document(text=article.text, published=article.published))
    statuses, drafts = layers["statuses"], layers["told"].drafts
    if len(statuses.graph.doc.sents) < ARTICLE:
        return
    text = Text(drafts, statuses)
    for draft in (d for d in drafts if is_one_way(d)):
        if any(is_told_here(r, draft, statuses) for r in draft.recipients):
            continue
        gold = _told(draft, article, text, statuses.graph.doc[draft.head].idx)
        right = frozenset(side.code for side in gold.recipient) if gold is not None else frozenset()
        if right and right != {"*"}:
            yield Example(article.name, measured(draft, text), right, bool(draft.recipients))


def _told(draft: Draft, article: Article, text: Text, start: int) -> Gold | None:
    """The event of the same sentence, type and doer, or else of the same sentence and type."""
    code, own = text.type_of(draft), {key_of(a) for a in draft.actors}
    here = [g for told in article.sentences if told.start <= start < told.end for g in told.events]
    alike = [g for g in here if code in (g.type, *g.type_alt)]
    return next((g for g in alike if own & {side.code for side in g.actor}), alike[0] if alike else None)


def fitted(found: Sequence[Example]) -> Measured:
    """The weights under which the reader's sides are likeliest."""
    weights: Measured = dict.fromkeys(SIGNS, 0.0)
    possible = [e for e in found if not e.right.isdisjoint(e.sides)]
    for _ in range(ROUNDS):
        slope = {sign: -RIDGE * weight for sign, weight in weights.items()}
        for example in possible:
            shares = _shares(example, weights)
            right = sum(share for side, share in shares.items() if side in example.right)
            for side, share in shares.items():
                pull = (share / right if side in example.right else 0) - share
                for sign, holds in example.sides[side].items():
                    slope[sign] += pull * holds
        weights = {sign: weight + slope[sign] / len(possible) for sign, weight in weights.items()}
    return weights


def _shares(example: Example, weights: Measured) -> dict[str, float]:
    scores = {
        side: exp(sum(weights[s] * h for s, h in holds.items())) for side, holds in example.sides.items()
    }
    total = sum(scores.values())
    return {side: score / total for side, score in scores.items()}


def answers(found: Sequence[Example], weights: Measured) -> Iterator[bool]:
    """Of those for which the coder finds nobody and one side is likely enough, whether that is right."""
    for example in (e for e in found if not e.found and e.sides):
        shares = _shares(example, weights)
        best = max(shares, key=lambda side: shares[side])
        if shares[best] >= LIKELY:
            yield best in example.right


def read_texts() -> tuple[list[Article], list[Article]]:
    """Our articles, and our longer items as articles."""
    items = [
        Article(
            case.item.id,
            case.item.text,
            case.item.published or "",
            sentences=[Told(0, len(case.item.text), case.item.text, list(case.item.events))],
        )
        for path in sorted(ITEMS.glob("*.txt"))
        if path.stem not in HELD_BACK
        for case in read_cases(path)
        if ". " in case.item.text
    ]
    return [read_article(path) for path in sorted(FOLDER.glob("*.txt"))], items


def unsigned_coder() -> Coder:
    """A coder that leaves out what is fitted here."""
    knowledge = load_knowledge(INVENTED)
    return Coder(loaded=replace(knowledge, events=msgspec.structs.replace(knowledge.events, signs=())))


def main() -> None:
    """Fit, compare and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="write the weights into plover/signs.csv")
    options = parser.parse_args()
    coder = unsigned_coder()
    articles, items = ([e for text in texts for e in examples(text, coder)] for texts in read_texts())
    names = sorted({e.text for e in articles})
    told: list[bool] = []
    for part in (names[n::PARTS] for n in range(PARTS)):
        weights = fitted([*(e for e in articles if e.text not in part), *items])
        told += answers([e for e in articles if e.text in part], weights)
    nobody = sum(not e.found for e in articles)
    print(
        f"{len(articles)} events, {nobody} without recipient: {len(told)} filled, {sum(told)} of them rightly"
    )
    weights = fitted([*articles, *items])
    for sign, weight in weights.items():
        print(f"{weight:6.2f} {sign}")
    if options.write:
        write(weights)


def write(weights: Measured) -> None:
    """The table anew, with these weights."""
    with TABLE.open(encoding="utf-8", newline="") as stream:
        says = {row["sign"]: row["says"] for row in csv.DictReader(stream)}
    with TABLE.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(("sign", "weight", "says"))
        table.writerows((sign, f"{weights[sign]:.2f}", says[sign]) for sign in SIGNS)


if __name__ == "__main__":
    main()
