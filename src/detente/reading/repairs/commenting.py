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
AIMING = ("against", "over", "about")


def repair_comments(
    doc: Doc, comments: frozenset[str], demanding: frozenset[str], papers: frozenset[str]
) -> Doc:
    """The same document. comments: lemmas of participles that say something; demanding: verbs of wishing; papers:
    nouns of what is written."""
    for token in doc:
        if token.tag_ != PARTICIPLE:
            if token.lower_ in AIMING and token.dep_ == "prep" and token.head.dep_ == "pobj":
                _aim_paper(token, papers)
            continue
        if token.dep_ == COMMENT and token.lemma_.lower() in comments:
            above = _who_demands(token, demanding)
            if above is not None:
                token.hang(above, COMMENT)
        elif token.dep_ in (BEHIND, INSIDE) and token.lemma_.lower() in comments | demanding:
            _give_to_paper(token, papers)
    return doc


def _aim_paper(aim: Token, papers: frozenset[str]) -> None:
    """ "A complaint with the council against Sylvania": it is no council against anybody."""
    paper = _paper_to(aim.head.head, papers)
    if paper is not None:
        aim.hang(paper, "prep")


def _paper_to(to: Token, papers: frozenset[str]) -> Token | None:
    """What is written to whom the preposition names."""
    if to.dep_ not in ADDRESSING or to.lower_ not in ("to", "with", "at", "before"):
        return None
    paper = next((t for t in (to.head, *to.head.rights) if t.dep_ == "dobj" and t.i < to.i), None)
    return paper if paper is not None and paper.lemma_.lower() in papers else None


def _give_to_paper(comment: Token, papers: frozenset[str]) -> None:
    """ "A letter to the council accusing Sylvania": not the council accuses."""
    read = next((c for c in comment.lefts if c.dep_ == "nsubj"), None)  # "with Sylvania saying"
    to = comment.head if comment.dep_ == INSIDE else comment.head.head
    paper = _paper_to(to, papers)
    if comment.doc[comment.left_edge.i - 1].text == "," or (comment.dep_ == INSIDE and read is None):
        return
    if paper is None:
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
