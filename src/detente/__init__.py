"""détente: diplomatic news in, a dated, sourced, revisable record out.

    from detente import Coder, Document

    coder = Coder()  # loads the language model and the knowledge: make one and keep it
    report = coder.code(Document(text="France condemned Iran on Monday.", published="2013-02-12"))
    for event in report.events:
        print(event.kind, event.status, [actor.name for actor in event.actors], event.time)

`help(detente.records)` says what a report holds, `detente.open_store` keeps reports and links them to happenings, and
every error raised on purpose is a `DetenteError`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.errors import DetenteError
    from detente.pipeline import Coder
    from detente.records import Document, Report
    from detente.store import Filter, Store, open_store

__all__ = ["Coder", "DetenteError", "Document", "Filter", "Report", "Store", "open_store"]

_HOMES = {
    "Coder": "detente.pipeline",
    "DetenteError": "detente.errors",
    "Document": "detente.records",
    "Filter": "detente.store",
    "Report": "detente.records",
    "Store": "detente.store",
    "open_store": "detente.store",
}


def __getattr__(name: str) -> Any:
    """What is offered here is loaded when it is first asked for: the commands need most of it never."""
    from importlib import import_module, metadata  # noqa: PLC0415

    if name == "__version__":
        return metadata.version("detente")
    if name not in _HOMES:
        raise AttributeError(f"module 'detente' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """What a notebook offers to complete."""
    return sorted([*__all__, "__version__", "__doc__"])
