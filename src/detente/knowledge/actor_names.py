"""Rows of the actor tables in, every form of their names out.

Names are folded so that accents, curly apostrophes and line breaks do not matter; folding never changes a
length, so offsets in a folded text are offsets in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from detente.knowledge.actor_rows import Entry, EntryKind, Office, PlaceRow

SEPARATOR = ";"
SLUGS = 16_384  # names whose slug is kept: a text asks for the same few again and again
CORE_ROLES = frozenset(
    ("head_of_state", "head_of_government", "foreign_minister", "defence_minister", "secretary_general",
     "organisation_head", "vice_president", "national_security_adviser", "finance_minister")
)  # fmt: skip  # whose surname alone is understood

SPEAKS_FOR = frozenset(("spokesperson", "envoy", "military_chief"))  # theirs too, where nobody else has it
PLAIN = {"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-", "\u00a0": " ", "\u202f": " "}
_FOREIGN = re.compile(r"[^\x00-\x7f]")
SPECIAL = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i"}
_NICKNAME = re.compile(r"[\"“(\[]([^\"”)\]]+)[\"”)\]]")
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_SUFFIX = re.compile(r",.*$|\b(Jr|Sr)\.?$")
_OF_REALM = re.compile(r" of .*$")
_INITIAL = re.compile(r"^(\w\.)+(-\w\.?)?$|^\w$")
_PARTS = re.compile(r"([ -])")
JOINS, JOINED = (" ", "-"), frozenset({"al", "el", "ben"})  # what a particle is joined by
_SMALL_WORD = re.compile(r"(?<!\S)[a-z](?=[\w-]{3})")  # of a name: shorter ones stay small in a headline too
_SMALL_PART = re.compile(r"(?<![^\s-])[a-z](?=[\w-]{3})")


def fold(text: str) -> str:
    """The text without accents and with plain apostrophes, hyphens and blanks; as long as it was."""
    if text.isascii() and text.isprintable():  # as most names are
        return text
    for white in "\n\t\r":
        text = text.replace(white, " ")
    if text.isascii():
        return text
    plain = {char: _fold_char(char) for char in set(_FOREIGN.findall(text))}
    return _FOREIGN.sub(lambda match: plain[match[0]], text)


def _fold_char(char: str) -> str:
    known = PLAIN.get(char) or SPECIAL.get(char)
    if known:
        return known
    base = unicodedata.normalize("NFD", char)[0]
    return base if len(base) == 1 and base.isascii() else char


def _in_headlines(name: str) -> set[str]:
    """The name with its small words in capitals: `Russian-backed separatists` -> `Russian-Backed Separatists`."""
    return {letter.sub(lambda match: match[0].upper(), name) for letter in (_SMALL_WORD, _SMALL_PART)}


@lru_cache(maxsize=SLUGS)
def slug(name: str) -> str:
    """`Antony Blinken` -> `antony-blinken`."""
    return _NO_SLUG.sub("-", fold(name).lower().replace("'", "")).strip("-")


class _Index:
    def __init__(self) -> None:
        self.entries: dict[str, list[Entry]] = {}

    def add_all(
        self,
        names: Iterable[str],
        kind: EntryKind,
        row: Any,
        *,
        capitals: bool = False,
        headline: bool = False,
    ) -> None:
        """Under each name; one `Entry` for them all, since there are many.

        headline: bodies, which are called by words in small letters too ("the nuclear watchdog"); no other name is.
        """
        entry, written = Entry(kind, row), set(names)
        for name in names:
            self._add(name, entry, small=headline)
            if headline and name.islower():
                self._add(name[0].upper() + name[1:], entry)  # at the start of a sentence
            for form in _in_headlines(name) - written if headline and not name.islower() else ():
                self._add(form, entry)
            if capitals and len(name) > 3 and not name.isupper():
                self._add(name.upper(), entry)  # date lines and headlines

    def holds(self, name: str) -> bool:
        """Whether anything but a person is called so."""
        return any(entry.kind not in ("person", "surname") for entry in self.entries.get(fold(name), ()))

    def _add(self, name: str, entry: Entry, *, small: bool = False) -> None:
        folded = name if name.isascii() else fold(name)
        if not folded or (folded.islower() and not small):
            return
        known = self.entries.get(folded)
        if known is None:
            self.entries[folded] = [entry]
        else:
            known.append(entry)


def build_index(
    rows: Mapping[str, Any],
    *,
    orders: Mapping[str, str],
    aliases: Mapping[str, tuple[str, ...]],
    words: Mapping[str, frozenset[str]],
    alike: Mapping[str, tuple[str, ...]],
) -> dict[str, list[Entry]]:
    """What each name, folded, can stand for. alike: by group, what those of several lands are called."""
    index = _Index()
    _add_states(index, rows["states"])
    kinds: tuple[tuple[str, EntryKind], ...] = (
        ("organisations", "organisation"), ("groups", "group"), ("bodies", "body"), ("outlets", "outlet"),
    )  # fmt: skip
    for table, kind in kinds:
        for row in rows[table]:
            index.add_all((row.name, *row.names), kind, row, headline=True)
    for group in rows["groups"]:
        index.add_all(alike.get(group.id, ()), "group", group)
    for row in rows["phrases"]:
        index.add_all(row.names, "phrase", row, capitals=True)
    _add_places(index, rows["places"])
    titles = frozenset(noun.lower() for row in rows["roles"] for noun in row.nouns)
    _add_people(index, rows["offices"], orders=orders, aliases=aliases, words=words, titles=titles)
    return index.entries


def _add_states(index: _Index, states: Iterable[Any]) -> None:
    for row in states:
        index.add_all((row.name, *row.names), "state", row, capitals=True)
        index.add_all(row.demonyms, "demonym", row, capitals=True)
        index.add_all(row.capitals, "capital", row, capitals=True)
        index.add_all(row.metonyms, "metonym", row)
        index.add_all(row.prefixes, "prefix", row)


def _add_places(index: _Index, places: Iterable[PlaceRow]) -> None:
    for row in places:
        others = row.names.split(SEPARATOR) if row.names else ()
        index.add_all((row.name, *others), "place", row)


def _add_people(
    index: _Index,
    offices: Iterable[Office],
    *,
    orders: Mapping[str, str],
    aliases: Mapping[str, tuple[str, ...]],
    words: Mapping[str, frozenset[str]],
    titles: frozenset[str],
) -> None:
    given = words.get("male_name", frozenset()) | words.get("female_name", frozenset())
    particles = words.get("particle", frozenset())
    forms: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    rows = list(offices)
    called = _called(rows)
    bearers: Counter[str] = Counter()
    for key in dict.fromkeys((office.person, office.country) for office in rows):
        order = order_of(key[0], orders.get(key[1], ""), given)
        full, last = _forms(key[0], (*called[key], *aliases.get(key[0], ())), order, particles)
        forms[key] = spelled(full, particles), spelled(last, particles)
        bearers.update(name.lower() for name in forms[key][1])
    shared = titles.union(name.lower() for name in given)
    for office in rows:
        full, last = forms[office.person, office.country]
        index.add_all(full, "person", office)
        if office.role in CORE_ROLES:
            index.add_all(last, "surname", office)
        elif office.role in SPEAKS_FOR:
            alone = (n for n in last if bearers[n.lower()] == 1 and n.lower() not in shared)
            index.add_all([n for n in alone if not index.holds(n)], "surname", office)


def _called(offices: Iterable[Office]) -> dict[tuple[str, str], dict[str, None]]:
    """The other names of each person of a land, from all his rows."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for office in offices:
        names = found.setdefault((office.person, office.country), {})
        names.update(dict.fromkeys(filter(None, office.aliases.split(SEPARATOR))))
    return found


def _forms(
    person: str, also: Iterable[str], order: str, particles: frozenset[str]
) -> tuple[list[str], list[str]]:
    """Full names and surnames of a person, each once."""
    spoken = [person, *also]
    full: dict[str, None] = {}
    last: dict[str, None] = {}
    for name in spoken:
        for form in full_names(name, order):
            (full if " " in form else last)[form] = None
    for name in spoken:
        for surname in surnames(name, order, particles) if " " in name else ():
            if len(surname) > 1:
                last[surname] = None
    return list(full), list(last)


def spelled(names: Iterable[str], particles: frozenset[str]) -> list[str]:
    """The names, and those with particles as others write them: "von der Hentzau", "Von der Hentzau", "al-Horn", "Al Horn"."""
    found: dict[str, None] = {}
    for name in names:
        found[name] = None
        parts = _PARTS.split(name)  # words, and what stands between them
        at = [i for i in range(0, len(parts) - 2, 2) if parts[i].lower() in particles]
        for join in JOINS if any(parts[i].lower() in JOINED for i in at) else (None,):
            for first in (str.lower, str.capitalize):
                said = list(parts)
                for i in at:
                    said[i] = first(said[i]) if i == at[0] else said[i].lower()
                    said[i + 1] = join if join and said[i].lower() in JOINED else said[i + 1]
                found["".join(said)] = None
    return list(found)


def full_names(name: str, order: str) -> Iterator[str]:
    """The name as written, without suffix, nickname and initials, and as first and last name alone."""
    nickname = _NICKNAME.search(name)
    plain = _SUFFIX.sub("", _NICKNAME.sub(" ", name)).strip()
    parts = plain.split()
    yield " ".join(parts)
    if (realmless := _OF_REALM.sub("", plain)) != plain:
        yield realmless
    if nickname and parts:
        yield nickname[1]
        yield f"{nickname[1]} {parts[-1]}"
    spelled = [part for part in parts if not _INITIAL.match(part)]
    if 1 < len(spelled) < len(parts):
        yield " ".join(spelled)
    if len(spelled) > 2 and order in ("", "double"):
        yield f"{spelled[0]} {spelled[-1]}"
    if order == "given_first" and len(parts) > 2:
        yield f"{parts[0]} {parts[1]}"
    if order == "double" and len(parts) > 3:
        yield " ".join(parts[:-1])
        yield f"{parts[0]} {parts[-2]}"
    if order == "both" and len(parts) == 2:
        yield f"{parts[1]} {parts[0]}"


def order_of(name: str, order: str, given: frozenset[str]) -> str:
    """The order in which that name is written: "Tony Tan Keng Yam" has a Western first name, and it comes first."""
    western = order == "family_first" and " " in name and name.split(maxsplit=1)[0] in given
    return "given_first" if western else order


def surnames(name: str, order: str, particles: frozenset[str]) -> Iterator[str]:
    """What a person is called without first names."""
    parts = _SUFFIX.sub("", _NICKNAME.sub(" ", _OF_REALM.sub("", name))).split()
    if not parts:
        return
    if order == "family_first":
        yield parts[0]
        return
    last = parts[-1]
    if order == "given_first" and len(parts) > 2 and "-" not in parts[1]:
        yield parts[1]
        return
    yield last
    if len(parts) > 2 and parts[-2].lower() in particles:
        start = next(i for i in range(len(parts)) if all(p.lower() in particles for p in parts[i:-1]))
        yield " ".join(parts[max(start, 1) :])
    elif len(parts) > 2 and not _INITIAL.match(parts[-2]):
        yield " ".join(parts[-2:])
    if order == "double" and len(parts) > 2 and len(parts[-2]) > 3 and parts[-2].lower() not in particles:
        yield parts[-2]
    if "-" in last and last.split("-")[0].lower() in particles:
        yield last.split("-", 1)[1]
