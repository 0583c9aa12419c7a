"""A parsed text in, what a paper says given to the paper where its maker is named between the two out.

"Rejected a report published by the council accusing it of lies": the report accuses, and not who rejects it.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

AGENT, MADE, LOOSE, BELOW, NAMES = "agent", "acl", ("advcl", "xcomp"), "pcomp", ("NNP", "NNPS")
GERUND, OBJECT = "VBG", "dobj"


def repair_papers_made(doc: Doc, papers: Collection[str], saying: Collection[str]) -> Doc:
    """The same document. papers: nouns of what is written; saying: verbs of what such a paper does to others."""
    for by in doc.having(dep_=(AGENT,)):
        making = by.head
        paper = making.head
        if making.dep_ != MADE or making.tag_ != "VBN" or paper.lemma_.lower() not in papers:
            continue
        _free_maker(by, saying)
        said = _behind(by, paper, saying)
        if said is not None:
            said.hang(paper, MADE)
    return doc


def _free_maker(by: Token, saying: Collection[str]) -> None:
    """ "By Sylvania condemning the vote": the name was taken for a part of what follows."""
    said = next((c for c in by.rights if c.dep_ == BELOW and c.lemma_.lower() in saying), None)
    name = said.nbor(-1) if said is not None else None
    if said is None or name is None or name.head is not said or name.tag_ not in NAMES:
        return
    name.hang(by, "pobj")
    said.hang(by.head.head, MADE)


def _behind(by: Token, paper: Token, saying: Collection[str]) -> Token | None:
    """The participle right behind the maker; one behind a comma is said of the main verb, but where it would speak of
    its own subject ("Ruritania dismissed a text passed by the council, the highest, criticising Ruritania")."""
    verb = paper.head
    for said in verb.rights:
        if (
            said.tag_ != GERUND
            or said.dep_ not in LOOSE
            or said.lemma_.lower() not in saying
            or said.i < by.i
        ):
            continue
        before = said.left_edge.i - 1
        if before == by.right_edge.i:
            return said
        if by.doc[before].text == "," and _names_own_subject(said, verb):
            return said
    return None


def _names_own_subject(said: Token, verb: Token) -> bool:
    whom = next((c for c in said.rights if c.dep_ == OBJECT and c.tag_ in NAMES), None)
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if whom is None or subject is None:
        return False
    return any(t.text == whom.text for t in subject.subtree)
