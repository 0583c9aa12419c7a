"""A parsed text in, what is imposed or barred given to the verb of it out, and not what it is on."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.reading.tokens import Doc, Token

CLAUSE = frozenset({"acl", "amod", "relcl"})
OF, ON_WHOM = "of", ("on", "against")
PAST, AIM = "VBN", ("on", "of", "against", "for", "to")
FROM, PREPOSITION, GERUND, RELATIVE = "from", "prep", "pcomp", "relcl"
OBJECTS = ("dobj", "nsubjpass")


def repair_imposed(doc: Doc, imposing: frozenset[str], measures: frozenset[str]) -> Doc:
    """The same document. imposing: verbs of laying down a measure; measures: what is laid down so."""
    for verb in doc.having(lemma_=imposing):
        _lay_on_verb(verb, measures)
        if verb.tag_ != PAST or verb.dep_ not in CLAUSE or verb.i < verb.head.i:
            continue
        measure = _measure(verb.head, measures)
        if measure is not None and verb.head.lemma_.lower() not in measures:
            verb.hang(measure, "acl")
    return doc


def _lay_on_verb(verb: Token, measures: frozenset[str]) -> None:
    """ "Imposed a tariff of nine percent on Sylvania": it is not the percent that are on it."""
    for measure in [c for c in verb.rights if c.dep_ == "dobj" and c.lemma_.lower() in measures]:
        sums = (s for of in measure.rights if of.lower_ == OF for s in of.rights if s.dep_ == "pobj")
        for aim in [c for much in sums for c in much.rights if c.dep_ == "prep" and c.lower_ in ON_WHOM]:
            aim.hang(verb, "prep")


def _measure(thing: Token, measures: frozenset[str]) -> Token | None:
    """The noun that it stands below: "ban on coal", "tariffs on imports of steel"."""
    while thing.dep_ == "pobj" and thing.head.dep_ == "prep" and thing.head.lower_ in AIM:
        thing = thing.head.head
        if thing.lemma_.lower() in measures:
            return thing
    return None


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
        if token.dep_ == RELATIVE and token.head.dep_ in OBJECTS:
            yield token.head.head
