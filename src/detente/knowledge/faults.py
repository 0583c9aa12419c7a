"""What the readers of YAML and of tables complain of in, an error that says it in the words of who wrote the file out."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec
import yaml

from detente.errors import KnowledgeError, did_you_mean

type Sort = Literal["field", "column"]

GIVEN = "file"  # the field of a rule that is filled by who reads it
_UNKNOWN = re.compile(r"Object contains unknown field `(.+)`")
_MISSING = re.compile(r"Object missing required field `(.+)`")
_NAME = re.compile(r"Invalid enum value '(.+)'")
_PLACE = re.compile(r" - at `\$\.?(\w*).*`$")
_WANTED = re.compile(r"Expected `(\w+)")
_PLAIN = {
    "array": ("is no list", "write [...], or lines that begin with -"),
    "object": ("has no fields", "write {name: [...]}"),
    "bool": ("is neither true nor false", "write one of them"),
    "float": ("is no number", "write one"),
    "int": ("is no whole number", "write one"),
}


def not_readable(path: Path, error: Exception) -> KnowledgeError:
    """A file that is no YAML, or a table that is none."""
    if isinstance(error, UnicodeDecodeError):
        problem, remedy = f"is not text in UTF-8 (byte {error.start + 1})", "save it as UTF-8"
        return KnowledgeError(file=str(path), record="file", problem=problem, remedy=remedy)
    if isinstance(error, csv.Error):
        problem, remedy = f"is no table ({error})", "save it as CSV in UTF-8"
        return KnowledgeError(file=str(path), record="file", problem=problem, remedy=remedy)
    record, problem = "file", " ".join(str(error).split())  # a list as a key, an alias of itself
    if isinstance(error, yaml.MarkedYAMLError) and error.problem and error.problem_mark:
        record, problem = f"line {error.problem_mark.line + 1}", error.problem
    remedy = "mend the YAML at that line: spaces before it, no tab; in quotes what has : or # in it, or begins with @"
    return KnowledgeError(file=str(path), record=record, problem=problem, remedy=remedy)


def not_as_expected(
    error: Exception, *, path: Path, record: str, of: type[msgspec.Struct], sort: Sort
) -> KnowledgeError:
    """A rule or row that is not of the shape that it should be of."""
    problem, remedy = _said(str(error), of, sort)
    return KnowledgeError(file=str(path), record=record, problem=problem, remedy=remedy)


def no_such(word: str, known: Iterable[str], *, what: str, otherwise: str | None = None) -> tuple[str, str]:
    """The problem and the remedy of a name that is none of the known ones: those near it, else all."""
    names = sorted(known)
    remedy = otherwise or (f"the {what}s" if what else "there") + f" are {', '.join(names)}"
    return f"there is no {what} '{word}'".replace("  ", " "), did_you_mean(word, names, otherwise=remedy)


def _said(message: str, of: type[msgspec.Struct], sort: Sort) -> tuple[str, str]:
    place, text = _PLACE.search(message), _PLACE.sub("", message)
    field = place[1] if place else ""
    if found := _UNKNOWN.fullmatch(text):
        return no_such(found[1], names_of(of), what=sort)
    if found := _MISSING.fullmatch(text):
        return f"the {sort} '{found[1]}' is missing", "add it" if sort == "field" else "fill it in each row"
    if found := _NAME.fullmatch(text):
        problem, remedy = no_such(found[1], _choices(of, field), what="")
        return f"{field}: {problem}", remedy
    wanted = _WANTED.match(text)
    if field and wanted and wanted[1] in _PLAIN:
        problem, remedy = _PLAIN[wanted[1]]
        return f"{field} {problem}", remedy
    return f"{field}: {text}" if field else text, f"the {sort}s are {', '.join(names_of(of))}"


def names_of(of: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields of a rule or the columns of a table, as they are written in the file."""
    return tuple(field.encode_name for field in msgspec.structs.fields(of) if field.encode_name != GIVEN)


def _choices(of: type[msgspec.Struct], name: str) -> tuple[str, ...]:
    types = (field.type for field in msgspec.structs.fields(of) if field.encode_name == name)
    return tuple(choice for one in types for choice in _literals(one))


def _literals(one: Any) -> Iterator[str]:
    """What a type lets be written, however deep it stands in it."""
    one = getattr(one, "__value__", one)
    for inner in get_args(one):
        if isinstance(inner, str):
            yield inner
        else:
            yield from _literals(inner)
