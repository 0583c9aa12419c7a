"""A TOML file that a user has written -> the record that it holds."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

from detente.documents.fields import unreadable
from detente.errors import DocumentError


def read_settings[Settings](path: Path, kind: type[Settings], *, remedy: str) -> Settings:
    """The record in a TOML file. Raises `DocumentError`, with `remedy` for a file that holds something else."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), kind)
    except OSError as error:
        raise unreadable(str(path), error) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        problem = " ".join(str(error).split())
        raise DocumentError(file=str(path), problem=problem, remedy=remedy) from error
