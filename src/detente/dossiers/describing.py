"""Accounts of an incident in, descriptions of its thing that contradict each other out, side by side.

"A spy balloon" and "a civilian airship": `dossiers/descriptions.yaml` says which words stand on which side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from detente.dossiers.records import Account, Contradiction, Voice
from detente.dossiers.things import phrases, points_back, things_in, things_of, words_in
from detente.dossiers.voices import own_voice, source_key
from detente.knowledge.dossiers import Description, DossierTables
from detente.records import Event, Source, Span

BETWEEN = 1  # words that may stand between a describing word and its thing
REACH = 4  # words before a description in which a word may take it back ("not a spy ship")


@dataclass(frozen=True)
class _Hit:
    """side: of the rule. said: the words. voice: whose they are."""

    side: str
    said: str
    voice: Voice


def descriptions_of(accounts: Iterable[Account], *, tables: DossierTables) -> tuple[Contradiction, ...]:
    """One contradiction for each rule of which sources use words of two sides; none where nobody tells of a thing."""
    told = [(account, things) for account in accounts if (things := things_of(account, tables))]
    found = (_contradiction(rule, told, tables) for rule in tables.descriptions) if told else ()
    return tuple(one for one in found if one is not None)


def _contradiction(
    rule: Description, told: Sequence[tuple[Account, frozenset[str]]], tables: DossierTables
) -> Contradiction | None:
    hits: dict[tuple[str, str], _Hit] = {}  # the first of each source for each side
    for account, things in told:
        for hit in _hits(rule, account, things, tables):
            hits.setdefault((hit.side, source_key(hit.voice.source)), hit)
    firsts: dict[str, str] = {}
    for (side, _), hit in hits.items():
        firsts.setdefault(side, hit.said)
    if len(firsts) < 2 or len({source for _, source in hits}) < 2:
        return None
    return Contradiction(
        about="description",
        values=tuple(firsts.values()),
        voices=tuple(hit.voice for hit in hits.values()),
    )


def _hits(
    rule: Description, account: Account, things: frozenset[str], tables: DossierTables
) -> Iterator[_Hit]:
    for event, texts in zip(account.events, _texts(account), strict=True):
        for text, at in texts:
            around = text not in account.sentences
            if around and not (things & things_in(text, tables) or points_back([text], tables)):
                continue
            for side, said in described(rule, text, tables):
                yield _Hit(side, said, _voice(account, event, text, Span(at, at + len(text)), said))


def _texts(account: Account) -> Iterator[tuple[tuple[str, int], ...]]:
    """For each mention the text before its sentence, this, and the text after it, each with its place."""
    none = ("",) * len(account.events)
    columns = (account.events, account.leads or none, account.sentences, account.tails or none)
    for event, lead, sentence, tail in zip(*columns, strict=True):
        start, end = event.sentence
        yield (lead, start - len(lead)), (sentence, start), (tail, end)


def described(rule: Description, text: str, tables: DossierTables) -> Iterator[tuple[str, str]]:
    """The sides of the rule on which a text stands, with its words."""
    if not tables.description_pattern.search(text.lower()):
        return
    words = words_in(text)
    back = set(tables.words.get("negating", ()))
    for start, end, phrase in phrases(words):
        if back & set(words[max(0, start - REACH) : start]):
            continue
        last = _thing_after(words, end, tables)
        for side, their in rule.sides.items():
            if phrase in their.before and last:
                yield side, " ".join(words[start:last])
            elif phrase in their.alone:
                yield side, phrase


def _thing_after(words: Sequence[str], end: int, tables: DossierTables) -> int | None:
    """Where a thing that stands right behind ends; a word may stand between ("spy and research ship")."""
    found = [
        end + last
        for first, last, phrase in phrases(words[end : end + BETWEEN + 3])
        if first <= BETWEEN and phrase in tables.thing_words
    ]
    return found[0] if found else None


def _voice(account: Account, event: Event, text: str, span: Span, said: str) -> Voice:
    return Voice(
        source=_source(account, said),
        stance="asserts",
        factuality="CT+",
        status=event.status,
        published=account.published,
        outlet=account.outlet,
        account=account.id,
        event=event.id,
        sentence=text.strip(),
        sentence_span=span,
        words=said,
    )


def _source(account: Account, said: str) -> Source:
    """Who says it: the source of the narrowest quotation that holds the words, else the outlet."""
    holding = [quote for quote in account.quotes if said in " ".join(words_in(quote.text))]
    narrowest = min(holding, key=lambda quote: len(quote.text), default=None)
    return narrowest.source if narrowest else own_voice(account)
