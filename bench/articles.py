"""Our own hand-coded articles in, how well the shipped coder agrees out.

    articles.py [FILE...] [--errors]

A file holds one article, a sentence a line, each followed by the events that a careful reader finds told in it first:

    # published 2025-03-04
    # outlet Strelsau Gazette
    @ Ruritanian minister in Sylvania for talks
    + CONSULT | RUR -> SYL | occurred/under_way
    @ The Ruritanian foreign minister arrived in Strelsau on Tuesday.
    @

The first sentence is the title; a bare `@` ends a paragraph, and what stands behind `@@` is a line of its own, as in a
list. The lines of events are those of `items.py`: `?` where a
second reader could leave the event out or take it for one told before, `!` before either: the coder is known to miss
it. Printed besides the figures of `items.py`: events found in sentences that hold none, per 100 of these. Without
files all those of tests/coding/articles are read.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from items import INVENTED, KNOWN_WRONG, ROOT, gold_of, shown, wanted

from detente.evaluation import Gold, Item, Scores, evaluate, same_parties, same_type
from detente.pipeline import Coder
from detente.records import Document, Event, Report

FOLDER = ROOT / "articles"
PARAGRAPH, LINE, PUBLISHED, OUTLET = "\n\n", "\n", "# published ", "# outlet "


@dataclass
class Told:
    """A sentence of an article at `[start, end)`, its events, and which of these are known to be missed."""

    start: int
    end: int
    text: str
    events: list[Gold] = field(default_factory=list)
    known_missed: list[bool] = field(default_factory=list)


@dataclass
class Article:
    """A hand-coded article."""

    name: str
    text: str = ""
    published: str = ""
    outlet: str | None = None
    sentences: list[Told] = field(default_factory=list)

    @property
    def item(self) -> Item:
        events = tuple(event for told in self.sentences for event in told.events)
        return Item(id=self.name, text=self.text, published=self.published, events=events)

    def report(self, coder: Coder) -> Report:
        return coder.code(Document(text=self.text, published=self.published, outlet=self.outlet))

    def add(self, sentence: str, *, listed: bool = False) -> None:
        """Put a sentence at the end of the text; listed: on a line of its own."""
        if self.text and not self.text.endswith("\n"):
            self.text += PARAGRAPH if len(self.sentences) == 1 else LINE if listed else " "
        start = len(self.text)
        self.text += sentence
        self.sentences.append(Told(start, len(self.text), sentence))


def read_article(path: Path) -> Article:
    """The article of a file."""
    article = Article(path.stem)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(PUBLISHED):
            article.published = line.removeprefix(PUBLISHED).strip()
        elif line.startswith(OUTLET):
            article.outlet = line.removeprefix(OUTLET).strip()
        elif line.strip() == "@":
            article.text += PARAGRAPH
        elif line.startswith("@"):
            article.add(line.lstrip("@").strip(), listed=line.startswith("@@"))
        elif line.strip() and not line.startswith("#"):
            told = article.sentences[-1]
            told.known_missed.append(line.startswith(KNOWN_WRONG))
            told.events.append(gold_of(line.lstrip(f"{KNOWN_WRONG} ")))
    return article


def pair(article: Article, report: Report) -> tuple[dict[tuple[int, int], Event], list[Event]]:
    """Which event answers the n-th of the m-th sentence, sure ones and those of the sentence itself first; the rest."""
    free, found = list(report.events), {}
    places = [(m, n) for m, told in enumerate(article.sentences) for n in range(len(told.events))]
    for m, n in sorted(places, key=lambda place: article.sentences[place[0]].events[place[1]].doubt):
        told = article.sentences[m]
        gold = told.events[n]
        fit = [event for event in free if same_type(gold, event) and same_parties(gold, event)]
        if fit:
            found[m, n] = min(fit, key=lambda event: not _is_in(event, told))
            free.remove(found[m, n])
    return found, free


def _is_in(event: Event, told: Told) -> bool:
    return told.start <= event.trigger.start < told.end


def in_empty(article: Article, report: Report) -> tuple[int, int]:
    """Sentences that hold no event, and the events found in them."""
    empty = [told for told in article.sentences if not told.events]
    return len(empty), sum(_is_in(event, told) for told in empty for event in report.events)


def differences(article: Article, report: Report) -> Iterator[str]:
    """Each sentence with what is missed or found besides, a line each."""
    found, extra = pair(article, report)
    for m, told in enumerate(article.sentences):
        missed = [g for n, g in enumerate(told.events) if (m, n) not in found and not g.doubt]
        more = [event for event in extra if _is_in(event, told)]
        if missed or more:
            yield told.text
        yield from (f"   missed  {wanted(gold)}" for gold in missed)
        yield from (f"   extra   {shown(event)}" for event in more)


def main() -> None:
    """Code, compare and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="*", help="files of articles (default: all of ours)")
    parser.add_argument("--errors", action="store_true", help="print what differs")
    options = parser.parse_args()
    coder, done, empty, false = Coder(INVENTED), [], 0, 0
    for path in options.files or sorted(FOLDER.glob("*.txt")):
        article = read_article(path)
        report = article.report(coder)
        if options.errors:
            print(*differences(article, report), sep="\n")
        here = in_empty(article, report)
        empty, false = empty + here[0], false + here[1]
        done.append((article.item, report))
        print(f"{path.stem}: {_figures(evaluate(done[-1:]))}, false in {here[0]} empty sentences {here[1]}")
    print(f"all: {_figures(evaluate(done))}, false per 100 empty sentences {100 * false / max(empty, 1):.1f}")


def _figures(scores: Scores) -> str:
    tallies = {"events": scores.events, "parties": scores.parties, "types": scores.types}
    return "F1 " + " ".join(f"{name} {100 * (tally.f1 or 0):.1f}" for name, tally in tallies.items())


if __name__ == "__main__":
    main()
