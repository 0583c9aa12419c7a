"""A parsed text in, the same with what is said in accusing, threatening or praising given to who demands it out.

"Demanded that the king call elections, accusing his party of fraud": who demands accuses, and not the king.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

CONTENT = ("ccomp", "xcomp")
PARTICIPLE, COMMENT = "VBG", "advcl"
WISHED = ("should", "must", "ought", "shall")


def repair_comments(doc: Doc, comments: frozenset[str], demanding: frozenset[str]) -> Doc:
    """The same document. comments: lemmas of participles that say something; demanding: verbs of wishing."""
    for token in doc:
        if token.tag_ == PARTICIPLE and token.dep_ == COMMENT and token.lemma_.lower() in comments:
            above = _who_demands(token, demanding)
            if above is not None:
                token.hang(above, COMMENT)
    return doc


def _who_demands(comment: Token, demanding: frozenset[str]) -> Token | None:
    wished, before = comment.head, comment.left_edge.i - 1
    if before < 0 or comment.doc[before].text != "," or wished.dep_ not in CONTENT or comment.i < wished.i:
        return None
    verb = wished.head
    modal = any(c.dep_ == "aux" and c.lower_ in WISHED for c in wished.children)
    return verb if verb.lemma_.lower() in demanding or modal else None
