"""A parsed text in, the same with what somebody is kept from given to the verb that keeps him from it out.

"Bans anyone who had been in Sylvania within two weeks from entering", "bars travellers who visited it from entry": it is
no "from" of the weeks or the visit, whatever stands between.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.reading.tokens import Doc, Token

FROM, PREPOSITION, GERUND, CLAUSE = "from", "prep", "pcomp", "relcl"
OBJECTS = ("dobj", "nsubjpass")


def repair_barred_from(doc: Doc, barring: Collection[str], entries: Collection[str]) -> Doc:
    """The same document; `barring` are the verbs, `entries` nouns for what is done by who gets in."""
    for mark in doc.having(lower_={FROM}):
        if not any(c.dep_ == GERUND or c.lemma_.lower() in entries for c in mark.rights):
            continue
        verb = next((v for v in _verbs_around(mark) if v.lemma_.lower() in barring), None)
        if verb is not None and not any(c.lower_ == FROM for c in verb.rights):
            mark.hang(verb, PREPOSITION)
    return doc


def _verbs_around(mark: Token) -> Iterator[Token]:
    """The verbs around the relative clause that the mark hangs in, if that describes their object."""
    for token in (mark.head, *mark.head.ancestors):
        if token.dep_ == CLAUSE and token.head.dep_ in OBJECTS:
            yield token.head.head
