"""A parsed text in, who says all that stands before him no longer hung on its last noun out.

"There will be no talks with Sylvania, the premier said": the parser takes what he said for a clause about the talks. So
is an order in quotes, "Open the border," told Sylvania and no circumstance of it.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

RELATIVE, FINITE, SUBJECT = "relcl", ("VBD", "VBZ"), "nsubj"
CONTENT = ("ccomp", "xcomp", "dobj", "dative", "mark")
BASE, QUOTE = "VB", "``"  # tags
WHICH = ("WDT", "WP", "WP$", "WRB", "IN")


def repair_said_at_end(doc: Doc, saying: Collection[str], telling: Collection[str]) -> Doc:
    """The same document; saying: verbs of saying; telling: verbs whose object is who is told. Only a clause behind a
    comma that ends its sentence is looked at."""
    for verb in doc.having(dep_=(RELATIVE,)):
        said = verb.dep_ == RELATIVE and verb.tag_ in FINITE and verb.lemma_.lower() in saying
        if said and _is_last(verb, telling):
            root = verb.sent.root
            verb.hang(verb, "ROOT")
            root.hang(verb, "ccomp")
    for verb in doc.having(tag_=(BASE,)):
        if verb.dep_ == "advcl" and _opens_quote(verb) and verb.head.lemma_.lower() in saying:
            verb.hang(verb.head, "ccomp")
    return doc


def _opens_quote(verb: Token) -> bool:
    """ "Open the border," she told Sylvania: the first word of the sentence behind the mark, without a subject."""
    first = verb.sent.start
    begins = verb.doc[first].tag_ == QUOTE and verb.i == first + 1
    return begins and verb.head.i > verb.i and not any(c.dep_ == SUBJECT for c in verb.children)


def _is_last(verb: Token, telling: Collection[str]) -> bool:
    subject = next((c for c in verb.lefts if c.dep_ == SUBJECT), None)
    if subject is None or subject.tag_ in WHICH or verb.sent.root.i > verb.i:
        return False
    first, last = verb.left_edge, verb.right_edge
    if first.i == 0 or first.nbor(-1).text != "," or first.tag_ in WHICH:
        return False
    content = (c for c in verb.children if c.dep_ in CONTENT)
    if any(c.dep_ != "dobj" or verb.lemma_ not in telling for c in content):
        return False
    return all(t.pos_ == "PUNCT" for t in verb.doc[last.i + 1 : verb.sent.end])
