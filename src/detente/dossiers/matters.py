"""An account in, the words out for what it is about: none of its sides, of its act, or of what any report may say."""

from __future__ import annotations

import re
from collections.abc import Mapping

from detente.dossiers.records import Account
from detente.knowledge.dossiers import DossierTables
from detente.records import Actor, Event, Participant

_WORD = re.compile(r"\w+")
LEAST = 3  # letters of a word
STEM = 5  # letters by which "deport", "deported" and "deportation" are one word


def matter_of(account: Account, tables: DossierTables) -> Mapping[str, str]:
    """The words in its sentences that say what it is about, by their stems."""
    left_out = set(tables.words.get("common", ())) | _called(account, tables)
    return {
        word[:STEM]: word
        for event, sentence in zip(account.events, account.sentences, strict=True)
        for word in _words(_without_act(event, sentence))
        if len(word) >= LEAST and word not in left_out
    }


def _called(account: Account, tables: DossierTables) -> set[str]:
    """The words by which its sides, their states and those who take part are called."""
    found: set[str] = set()
    for event in account.events:
        everybody: tuple[Actor | Participant, ...] = (*event.actors, *event.recipients, *event.participants)
        for one in everybody:
            found |= {*_words(one.name), *tables.own.get(one.country or "", ())}
    return found


def _without_act(event: Event, sentence: str) -> str:
    start, end = (at - event.sentence.start for at in (event.trigger.start, event.trigger.end))
    return f"{sentence[: max(0, start)]} {sentence[max(0, end) :]}"


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
