"""`detente forget`, `date`, `recode`, `watchlist`: what changes a store by hand."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from detente.cli.coding import code_one, exit_code, load_coder, silence_libraries
from detente.cli.following import check_followed, read_followed
from detente.cli.holding import StoreHolding
from detente.cli.opening import opened
from detente.cli.progress import counting, working
from detente.documents.days import read_day
from detente.errors import StoreError
from detente.records import Document
from detente.store.reading import StoredDocument

DONE, NOTHING, INTERRUPTED = 0, 1, 130


def forget(names: Sequence[str], *, store: str | None) -> int:
    """Remove documents; the exit code. One that there is not is named, and the others go on."""
    outcomes: Counter[str] = Counter()
    with opened(store) as kept:
        for name in dict.fromkeys(names):
            try:
                document = kept.forget(name)
            except StoreError as error:
                outcomes["unread"] += 1
                sys.stderr.write(f"detente: {error}\n")
                continue
            outcomes["known"] += 1
            sys.stdout.write(f"forgotten: {document.title or document.id}\n")
    return exit_code(outcomes)


def list_undated(*, store: str | None) -> int:
    """Write the documents that wait for a date; the exit code."""
    with opened(store) as kept:
        waiting = list(kept.documents(undated=True))
    for document in waiting:
        first = document.title or " ".join(document.text.split())[:60]
        sys.stdout.write(f"{document.id}  {document.outlet or '-'}  {first}\n")
    return DONE if waiting else _nothing("no document waits for a day of publication")


def give_date(name: str, day: str, *, store: str | None, knowledge: Path | None, model: str | None) -> int:
    """Date a document that waits, and code it anew; the exit code. Raises `StoreError` for one that is dated."""
    silence_libraries()
    published = read_day(day, file="DAY", field="day")
    with opened(store, knowledge=knowledge) as kept:
        document = kept.document(name)
        if document.published is not None:
            raise StoreError(
                f"{name}: was published on {document.published}; forget it and add it anew with --published"
            )
        report = load_coder(knowledge, model).code(_document(document, published=published))
        kept.add(report)
    sys.stdout.write(f"{document.title or document.id}: {published}\n")
    return DONE


def _document(stored: StoredDocument, *, published: str | None) -> Document:
    return Document(
        text=stored.text,
        title=stored.title,
        outlet=stored.outlet,
        published=published,
        url=stored.url,
        source_id=stored.source_id,
    )


def recode(*, store: str | None, knowledge: Path | None, model: str | None, verbose: bool) -> int:
    """Code anew what other versions coded; the exit code."""
    silence_libraries()
    outcomes: Counter[str] = Counter()
    with opened(store, knowledge=knowledge) as kept:
        coder = load_coder(knowledge, model)
        # By id, so that no reading lasts as long as the coding does.
        waiting = [document.id for document in kept.documents(not_of=coder.versions)]
        try:
            with counting(len(waiting), word="coding anew") as advance:
                for name in waiting:
                    stored = kept.document(name)
                    document = _document(stored, published=stored.published)
                    report = code_one(coder, document, name, verbose=verbose)
                    if report is not None:
                        kept.add(report, recode=True)
                    outcomes["coded" if report else "crashed"] += 1
                    advance()
        except KeyboardInterrupt:
            sys.stderr.write("detente: interrupted; the same command goes on\n")
            outcomes["interrupted"] = 1
    sys.stdout.write(f"{outcomes['coded']} of {len(waiting)} reports coded anew\n")
    return INTERRUPTED if outcomes["interrupted"] else exit_code(outcomes)


def rebuild(*, store: str | None, knowledge: Path | None) -> int:
    """Derive all dossiers anew from what is stored; the exit code."""
    with opened(store, knowledge=knowledge) as kept, working("deriving all dossiers anew"):
        number = kept.rebuild()
    sys.stdout.write(f"dossiers made anew from {number} documents\n")
    return DONE


def set_watchlists(path: Path, *, store: str | None) -> int:
    """Keep the watchlists of a file; the exit code."""
    found = read_followed(path)
    with opened(store, create=True) as kept:
        for one in found:
            check_followed(one, also=StoreHolding(kept).has_kind)
        kept.keep_watchlists(found)
    sys.stdout.write(f"kept: {', '.join(one.name for one in found)}\n")
    return DONE


def show_watchlists(*, store: str | None) -> int:
    """Write the watchlists; the exit code."""
    with opened(store) as kept:
        found = kept.watchlists()
    for one in found:
        parts = (("-".join(pair) for pair in one.pairs), one.actors, one.kinds, one.words)
        sys.stdout.write(f"{one.name}: {'; '.join(', '.join(part) for part in map(tuple, parts) if part)}\n")
    return DONE if found else _nothing("no watchlist is kept; detente watchlist set keeps those of a file")


def _nothing(words: str) -> int:
    """Say why nothing is listed; the exit code."""
    sys.stderr.write(f"detente: {words}\n")
    return NOTHING


def drop_watchlist(name: str, *, store: str | None) -> int:
    """Drop a watchlist; the exit code."""
    with opened(store) as kept:
        if not kept.drop_watchlist(name):
            raise StoreError(f"{name}: there is no such watchlist; detente watchlist list shows them")
    return DONE
