"""`detente add`: inputs in, coded and kept one by one; what fails is named and the others go on."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from detente.cli.coding import NO_DOCUMENT, code_one, exit_code, load_coder, silence_libraries
from detente.cli.days import days_before, today
from detente.cli.opening import opened
from detente.cli.progress import show_progress
from detente.cli.unread import naming
from detente.documents.boilerplate import load_boilerplate
from detente.documents.coded import read_reports
from detente.documents.days import read_day
from detente.documents.inputs import read_named_documents
from detente.errors import DocumentError
from detente.knowledge.files import BUILT_IN
from detente.outputs.wording import counted
from detente.records import Document, Report
from detente.store import Store

if TYPE_CHECKING:
    from detente.pipeline import Coder

INTERRUPTED = 130
type Named = tuple[str, Document | Report]


@dataclass(frozen=True, kw_only=True)
class Adding:
    """What `detente add` was asked to do."""

    inputs: tuple[str, ...]
    store: str | None
    reports: bool
    published: str | None
    outlet: str | None
    knowledge: Path | None
    model: str | None
    encoding: str | None
    max_bytes: int
    timeout: float
    verbose: bool = False


def add_inputs(task: Adding) -> int:
    """Add all inputs; the exit code. Raises `DetenteError` when not even a start can be made."""
    silence_libraries()
    read_day(task.published, file="--published")
    outcomes: Counter[str] = Counter()
    kept = ""
    try:
        shown = show_progress(task.inputs, visible=True, word="adding")
        with shown as advance, naming(every=task.verbose) as name:
            items = _readable(_named(task), outcomes, advance, name)
            if first := next(items, None):  # a store is made when there is something to put into it
                with opened(task.store, knowledge=task.knowledge, create=True) as store:
                    kept = f" ({store.address})"
                    adding = _add_reports if task.reports else _add_documents
                    adding(task, store, chain([first], items), outcomes, advance)
    except KeyboardInterrupt:
        sys.stderr.write(
            "detente: interrupted; what is counted below is kept, and the same command goes on\n"
        )
        outcomes["interrupted"] = 1
    if not outcomes.total() and not task.reports:
        sys.stderr.write(f"detente: {NO_DOCUMENT}\n")
    sys.stdout.write(f"{_sum(outcomes)}{kept}\n")
    return INTERRUPTED if outcomes["interrupted"] else exit_code(outcomes)


def _named(task: Adding) -> Iterator[tuple[str, Document | Report | DocumentError]]:
    """What the inputs hold, each with the file or address that it came from."""
    if task.reports:
        yield from (("", item) for item in read_reports(task.inputs))
        return
    yield from read_named_documents(
        task.inputs,
        published=task.published,
        outlet=task.outlet,
        encoding=task.encoding,
        max_bytes=task.max_bytes,
        timeout=task.timeout,
        boilerplate=load_boilerplate((BUILT_IN, task.knowledge)) if task.knowledge else None,
    )


def _readable(
    items: Iterable[tuple[str, Document | Report | DocumentError]],
    outcomes: Counter[str],
    advance: Callable[[], None],
    name: Callable[[DocumentError], None],
) -> Iterator[Named]:
    """What could be read; what could not is named and counted."""
    for place, item in items:
        if isinstance(item, DocumentError):
            name(item)
            outcomes["unread"] += 1
            advance()
        else:
            yield place, item


def _add_documents(
    task: Adding, store: Store, items: Iterable[Named], outcomes: Counter[str], advance: Callable[[], None]
) -> None:
    adder = Adder(store, knowledge=task.knowledge, model=task.model, verbose=task.verbose)
    for place, item in items:
        if isinstance(item, Document):
            outcomes[adder.add(place, item)] += 1
            advance()


class Adder:
    """Codes documents and keeps them; the coder is loaded when the first one has to be coded."""

    def __init__(self, store: Store, *, knowledge: Path | None, model: str | None, verbose: bool) -> None:
        self.store = store
        self._load: Callable[[], Coder] = lambda: load_coder(knowledge, model)
        self._coder: Coder | None = None
        self._verbose = verbose

    def add(self, place: str, item: Document | DocumentError) -> str:
        """What became of it: coded, undated (coded, and waits for a date), known, crashed, unread."""
        if isinstance(item, DocumentError):
            sys.stderr.write(f"detente: {item}\n")
            return "unread"
        if self.store.knows(item):
            return "known"
        self._coder = self._coder or self._load()
        report = code_one(self._coder, item, place, verbose=self._verbose)
        if report is None:
            return "crashed"
        self.store.add(report)
        _tell_what_lies_ahead(place, report)
        return "coded" if report.published else "undated"


def _tell_what_lies_ahead(place: str, report: Report) -> None:
    """Say of a report that lists, which end today, will show only later; tomorrow has begun somewhere."""
    day = report.published
    if day and day > days_before(today(), -1):
        sys.stderr.write(
            f"detente: {place}: published {day} is still to come; lists show it from then on, or with --as-of {day}\n"
        )


def _add_reports(
    task: Adding, store: Store, items: Iterable[Named], outcomes: Counter[str], advance: Callable[[], None]
) -> None:
    before = _waiting(store)
    for safe, new in store.adding(item for _, item in items if isinstance(item, Report)):
        outcomes["coded"] += new
        outcomes["known"] += safe - new
        for _ in range(safe):
            advance()
    # One that was known and has got its day from these reports makes it fewer.
    outcomes["undated"] = min(max(0, _waiting(store) - before), outcomes["coded"])
    outcomes["coded"] -= outcomes["undated"]


def _waiting(store: Store) -> int:
    """How many documents have no day."""
    return sum(1 for _ in store.documents(undated=True))


def told_added(outcomes: Counter[str]) -> str:
    """How many reports came in, and how many of them wait for a date."""
    added = f"{counted(outcomes['coded'] + outcomes['undated'], 'report')} added"
    if not outcomes["undated"]:
        return added
    return f"{added}; {outcomes['undated']:,} of them undated: detente date gives them a day"


def _sum(outcomes: Counter[str]) -> str:
    parts = [told_added(outcomes)]
    if outcomes["known"]:
        parts.append(f"{outcomes['known']:,} known already")
    if failed := outcomes["unread"] + outcomes["crashed"]:
        parts.append(f"{failed:,} failed")
    return "; ".join(parts)
