"""A parsed text in, the same with what is said in accusing, threatening or praising given to who says it out.

"Demanded that the king call elections, accusing his party of fraud": who demands accuses, and not the king.
"Sent the council a letter", "a letter to the council accusing Sylvania": it is the letter that accuses.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

CONTENT = ("ccomp", "xcomp")
PARTICIPLE, COMMENT = "VBG", "advcl"
WISHED = ("should", "must", "ought", "shall")
BEHIND, INSIDE = "acl", "pcomp"  # "a council accusing", "to a council accusing"
ADDRESSING = ("prep", "dative")


def repair_comments(
    doc: Doc, comments: frozenset[str], demanding: frozenset[str], papers: frozenset[str]
) -> Doc:
    """The same document. comments: lemmas of participles that say something; demanding: verbs of wishing; papers:
    nouns of what is written."""
    for token in doc:
        if token.tag_ != PARTICIPLE:
            continue
        if token.dep_ == COMMENT and token.lemma_.lower() in comments:
            above = _who_demands(token, demanding)
            if above is not None:
                token.hang(above, COMMENT)
        elif token.dep_ in (BEHIND, INSIDE) and token.lemma_.lower() in comments | demanding:
            _give_to_paper(token, papers)
    return doc


def _give_to_paper(comment: Token, papers: frozenset[str]) -> None:
    """ "A letter to the council accusing Sylvania": not the council accuses."""
    read = next((c for c in comment.lefts if c.dep_ == "nsubj"), None)  # "with Sylvania saying"
    to = comment.head if comment.dep_ == INSIDE else comment.head.head
    if to.dep_ not in ADDRESSING or comment.doc[comment.left_edge.i - 1].text == ",":
        return
    paper = next((t for t in (to.head, *to.head.rights) if t.dep_ == "dobj" and t.i < to.i), None)
    if paper is None or paper.lemma_.lower() not in papers or (comment.dep_ == INSIDE and read is None):
        return
    if read is not None:
        read.hang(to, "pobj")
    comment.hang(paper, BEHIND)


def _who_demands(comment: Token, demanding: frozenset[str]) -> Token | None:
    wished, before = comment.head, comment.left_edge.i - 1
    if before < 0 or comment.doc[before].text != "," or wished.dep_ not in CONTENT or comment.i < wished.i:
        return None
    verb = wished.head
    modal = any(c.dep_ == "aux" and c.lower_ in WISHED for c in wished.children)
    return verb if verb.lemma_.lower() in demanding or modal else None
