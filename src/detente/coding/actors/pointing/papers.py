"""A bare paper in ("the letter", "the report"), who made it by what was told of it before out.

"Forty senators signed a letter to the king. The letter warned ...": whose the letter is stands in the sentence before,
and what it warns of is their warning.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.ids import is_organisation
from detente.reading.tokens import Token
from detente.records import Actor

_SINGULAR = "NN"
_POINTING = frozenset({"the", "this", "that"})
_AUTHOR = ("by", "from", "of")
_WITHIN = ("in", "via", "through", "with")
NAMED_BEFORE = ("amod", "compound", "nmod")  # "the Sylvanian letter", "a League resolution"
JOINED = ("conj", "xcomp", "advcl")  # verbs whose subject is that of the verb above


def papers_of(page: Page, draft: Draft) -> dict[int, Actor]:
    """Who made each paper that is only pointed at, by the head of its phrase."""
    made: dict[str, Actor | None] = {}
    found: dict[int, Actor] = {}
    papers, spoken = page.words["paper"], page.words["paper_spoken"]
    for token in page.doc.having(lemma_=papers):
        if token.tag_ != _SINGULAR or token.lemma_ not in papers:
            continue
        own = _maker(page, draft, token)
        if own is not None:
            made[token.lemma_] = own
            if token.lemma_ in spoken and _is_spoken_in(token):
                why = f"the {token.lemma_} is that of {own.name}"
                found[token.i] = msgspec.structs.replace(own, inferred=why)
            continue
        if not _is_bare(token):
            made[token.lemma_] = None  # another one, of somebody who is not known
        elif (maker := made.get(token.lemma_)) is not None:
            why = f"'the {token.lemma_}' is that of {maker.name}"
            found[token.i] = msgspec.structs.replace(maker, inferred=why)
    return found


def _is_bare(paper: Token) -> bool:
    """ "The letter", with nothing that says whose or which it is."""
    words = {c.lower_ for c in paper.lefts}
    return bool(words) and words <= _POINTING and not any(c.lower_ in _AUTHOR for c in paper.rights)


def _is_spoken_in(paper: Token) -> bool:
    """ "In a statement that condemned the raid, Sylvania asked for talks": what it says its maker says."""
    return paper.dep_ == "pobj" and paper.head.lower_ in _WITHIN


def _maker(page: Page, draft: Draft, paper: Token) -> Actor | None:
    """Who is said to have made it: its owner, its author, or who writes, signs or puts it forward."""
    for token in (*_owners(paper), *_writers(page, paper), *_speakers(page, paper)):
        mention = draft.actors.get(token.i) or draft.modifiers.get(token.i)
        if mention is None or mention.several or mention.kind == "outlet":
            continue
        if mention.actor.country or is_organisation(mention.actor.id):
            return mention.actor
    return None


def _owners(paper: Token) -> Iterator[Token]:
    for child in paper.children:
        if child.dep_ == "poss" or (child.dep_ in NAMED_BEFORE and child.i < paper.i):
            yield child
        elif child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            yield from child.children


def _speakers(page: Page, paper: Token) -> Iterator[Token]:
    """ "Sylvania asked for talks in a statement"."""
    above = paper.head.head  # "broke off the talks in a letter": it may hang on the object
    verb = above.head if above.dep_ == "dobj" else above
    spoken = paper.lemma_ in page.words["paper_spoken"] and _is_spoken_in(paper)
    if not spoken or verb.pos_ != "VERB":
        return
    while verb.dep_ in JOINED and not any(c.dep_ in SUBJECTS for c in verb.lefts):
        verb = verb.head
    for subject in (c for c in verb.lefts if c.dep_ == "nsubj"):
        yield subject
        if subject.lemma_ in page.words["meeting"]:
            yield from _who_meets(subject)
            told = range(subject.i - 1, -1, -1) if _is_bare(subject) else ()
            yield from (
                t for i in told if page.doc[i].lemma_ == subject.lemma_ for t in _who_meets(page.doc[i])
            )


def _who_meets(meeting: Token) -> Iterator[Token]:
    """ "The summit of the league ended with a declaration that urged ...": the league."""
    for child in meeting.children:
        if child.dep_ in ("poss", "compound", "nmod", "amod"):
            yield child
        elif child.dep_ == "prep" and child.lower_ == "of":
            yield from child.children


def _writers(page: Page, paper: Token) -> Iterator[Token]:
    """ "Senators signed a letter", "put their names to a letter", "a letter was sent by senators"."""
    verb = paper.head.head if paper.dep_ == "pobj" and paper.head.lower_ == "to" else paper.head
    signed = any(c.dep_ == "dobj" and c.lemma_ in page.words["signature"] for c in verb.rights)
    while verb.dep_ in JOINED and not any(c.dep_ in SUBJECTS for c in verb.lefts):
        verb = verb.head
    making = page.words["paper_making"]
    if not signed and (paper.dep_ == "pobj" or paper.head.lemma_ not in making):
        return
    passive = paper.dep_ == "nsubjpass"
    for child in verb.children:
        if not passive and child.dep_ in SUBJECTS:
            yield child
            yield from (t for c in child.children if c.lower_ == "of" for t in c.children)
        elif passive and child.dep_ == "agent":
            yield from child.children
