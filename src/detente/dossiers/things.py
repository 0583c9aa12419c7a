"""An account in, the things that its acts are about out: the balloon, the tanker, the envoy of an incident.

Only kinds of which an incident is made (`incident` of the family) are looked at. A thing is found by the words for it in
the account's own sentences; where they only point back ("its seizure"), in the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from detente.dossiers.accounts import head_event
from detente.dossiers.records import Account
from detente.knowledge.dossiers import DossierTables

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_END = re.compile(r"[.!?][”\"’')]*\s+")
LONGEST = 3  # words of a name for a thing
REACH = 3  # words before it in which "another" stands


def words_in(text: str) -> list[str]:
    """The words of a text in small letters."""
    return _WORD.findall(text.lower())


def phrases(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where runs of words start and end, with the run."""
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + LONGEST) + 1):
            yield start, end, " ".join(words[start:end])


def things_of(account: Account, tables: DossierTables) -> frozenset[str]:
    """The things by the ids of their rules (`dossiers/things.yaml`); none for a kind that is no act of an incident."""
    if not tables.family(head_event(account).kind).incident:
        return frozenset()
    named = frozenset(thing for text in account.sentences for thing in things_in(text, tables))
    if named or not points_back(account.sentences, tables):
        return named
    return frozenset(thing for lead in account.leads for thing in things_in(last_sentence(lead), tables))


def things_in(text: str, tables: DossierTables) -> frozenset[str]:
    """The things that a text names."""
    return frozenset(tables.thing_words[word] for word in tables.thing_pattern.findall(text.lower()))


def words_for_things(account: Account, tables: DossierTables) -> frozenset[str]:
    """By what words its own sentences call them."""
    return frozenset(w for text in account.sentences for w in tables.thing_pattern.findall(text.lower()))


def another(account: Account, tables: DossierTables) -> bool:
    """Whether the account tells its thing apart from one told of before ("a second tanker")."""
    return _is_called(account, "again", tables)


def known_thing(account: Account, tables: DossierTables) -> bool:
    """Whether the account takes its thing for known ("the tanker", "its envoy"), and not for another."""
    return _is_called(account, "definite", tables) and not another(account, tables)


def _is_called(account: Account, sort: str, tables: DossierTables) -> bool:
    """Whether a word of the sort stands right before a thing."""
    sought = set(tables.words.get(sort, ()))
    for text in account.sentences:
        words = words_in(text)
        for start, _, phrase in phrases(words):
            if phrase in tables.thing_words and sought & set(words[max(0, start - REACH) : start]):
                return True
    return False


def points_back(texts: Iterable[str], tables: DossierTables) -> bool:
    """Whether a text has a word that stands for a thing or an act named before it."""
    pointing = set(tables.words.get("pointing", ()))
    return any(phrase in pointing for text in texts for _, _, phrase in phrases(words_in(text)))


def last_sentence(text: str) -> str:
    """The last sentence of a text that ends where one ends."""
    parts = [part for part in _END.split(text.strip() + " ") if part.strip()]
    return parts[-1] if parts else ""
