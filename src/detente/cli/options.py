"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from detente.errors import DetenteError

Published = Annotated[
    str | None,
    Parameter(
        help="Day of publication, YYYY-MM-DD, in place of what the inputs say. Words such as 'on Monday' hang on it."
    ),
]
Knowledge = Annotated[
    Path | None, Parameter(help="Folder of your own knowledge files, laid over those that come with détente.")
]
Model = Annotated[
    str | None,
    Parameter(help="An installed spaCy pipeline for English, in place of the one that comes with détente."),
]
Inputs = Annotated[
    str,
    Parameter(
        name="PATH|URL|-",
        help="Plain text, Markdown, HTML, JSON lines, Parquet, CSV, mbox; a folder of them (without CSV); the address of a "
        "page or feed; - for standard input.",
        allow_leading_hyphen=True,
    ),
]
Outlet = Annotated[str | None, Parameter(help="Name of the outlet, in place of what the inputs say.")]
Encoding = Annotated[
    str | None,
    Parameter(help="Encoding of plain text and web pages that is neither UTF-8 nor named in them."),
]
MaxSize = Annotated[
    float,
    Parameter(help="Megabytes that one document may have, of which its text may be a million characters."),
]
Timeout = Annotated[float, Parameter(help="Seconds that one web address may take.")]
Verbose = Annotated[
    bool,
    Parameter(
        negative="",
        help="When the coder fails at a document, show where; name each line that cannot be read (or set "
        "DETENTE_DEBUG).",
    ),
]
Store = Annotated[
    str | None,
    Parameter(
        help="The store: a SQLite file, or postgresql://USER@HOST/DATABASE. Left out, DETENTE_STORE, else detente.db."
    ),
]
AsOf = Annotated[
    str | None,
    Parameter(help="A day, YYYY-MM-DD: what was believed at the end of it, in place of today."),
]


def positive[N: (int, float)](option: str, value: float, kind: type[N]) -> N:
    """The number of an option. Raises `DetenteError` for one that is not above 0."""
    if not 0 < value < float("inf"):
        raise DetenteError(f"{option}: {value:g} is too little, or no number; give one above 0")
    return kind(value)


def megabytes(option: str, value: float) -> int:
    """The number of bytes of an option. Raises `DetenteError` for one that is not above 0."""
    return int(positive(option, value, float) * 1_000_000)


def check_inputs(inputs: tuple[str, ...], *, command: str) -> None:
    """Raise `DetenteError` unless inputs are named, none of which is a mistyped option."""
    if not inputs:
        raise DetenteError(
            f"nothing to {command}; name a file, a folder or a web address, or - for standard input"
        )
    wrong = next((name for name in inputs if name.startswith("-") and name != "-"), None)
    if wrong:
        raise DetenteError(
            f"unknown option {wrong}; see detente {command} --help (a file of that name: ./{wrong})"
        )
