"""A parsed text in, what is said hung on the verb of saying out, where the parser hung it or who says it on a noun."""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import FINITE, SUBJECTS
from detente.reading.tokens import Doc, Token

RELATIVE, TELLS, SUBJECT = "relcl", ("VBD", "VBZ"), "nsubj"
CONTENT = ("ccomp", "xcomp", "dobj", "dative", "mark")
BASE, QUOTE = "VB", "``"  # tags
WHICH = ("WDT", "WP", "WP$", "WRB", "IN")
THAT, CLAUSES, CLAUSE = "that", ("acl", "relcl"), "ccomp"
TOLD = (CLAUSE, "parataxis")
ASIDE, WHOLE = "parataxis", "mark"
BEHIND_NOUN, NOUNS, TELLS_NOW = ("acl", "relcl", "xcomp"), ("PROPN", "NOUN"), ("VBZ", "VBP", "VBD")


def repair_said_at_end(doc: Doc, saying: Collection[str], telling: Collection[str]) -> Doc:
    """The same document; saying: verbs of saying; telling: verbs whose object is who is told. Only a clause behind a
    comma that ends its sentence is looked at."""
    for verb in doc.having(dep_=(RELATIVE,)):
        said = verb.dep_ == RELATIVE and verb.tag_ in TELLS and verb.lemma_.lower() in saying
        if said and _is_last(verb, telling):
            root = verb.sent.root
            verb.hang(verb, "ROOT")
            root.hang(verb, "ccomp")
    for verb in doc.having(tag_=(BASE,)):
        if verb.dep_ == "advcl" and _opens_quote(verb) and verb.head.lemma_.lower() in saying:
            verb.hang(verb.head, "ccomp")
    _read_announced(doc, saying)
    return doc


def _read_announced(doc: Doc, saying: Collection[str]) -> None:
    """ "King to visit Sylvania, palace says": the headline that is told, which the parser hangs on its first noun."""
    for verb in doc.having(tag_=(BASE,), dep_=BEHIND_NOUN):
        who, says = verb.head, verb.head.head
        if (
            verb.tag_ != BASE
            or verb.dep_ not in BEHIND_NOUN
            or who.pos_ not in NOUNS
            or says.i <= verb.right_edge.i
        ):
            continue
        opens = who.left_edge.i == verb.sent.start and any(
            c.tag_ == "TO" and c.i == who.i + 1 for c in verb.lefts
        )
        behind = verb.right_edge.i + 1
        told = says.tag_ in TELLS_NOW and says.lemma_.lower() in saying and doc[behind].text == ","
        if opens and told and any(c.dep_ == SUBJECT and c.i != who.i for c in says.children):
            verb.hang(says, CLAUSE)
            who.hang(verb, SUBJECT)


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


def repair_told_in_speech(doc: Doc, saying: Collection[str], occasions: Collection[str]) -> Doc:
    """The same document; occasions: what somebody says a thing in or at."""
    for clause in doc.having(dep_=CLAUSES, tag_=FINITE):
        that = next((c for c in clause.lefts if c.lower_ == THAT), None)
        if that is None or that.dep_ in SUBJECTS or not any(c.dep_ in SUBJECTS for c in clause.lefts):
            continue
        said, noun = _said_in(clause.head)
        if said is None or said.lemma_ not in saying or any(c.dep_ in TOLD for c in said.children):
            continue
        # "said in reply to a claim that", "in a book that Sylvania banned" tell of the claim and the book
        cited = noun.dep_ == "dobj" and that.nbor(-1).text == ","
        if (cited or noun.lemma_.lower() in occasions) and said.dep_ != ASIDE:
            clause.hang(said, CLAUSE)
            that.dep_, that.tag_, that.pos_ = WHOLE, "IN", "SCONJ"
    return doc


def _said_in(noun: Token) -> tuple[Token | None, Token]:
    """The verb under which a noun stands, behind prepositions only, and the noun next to the verb; "reported, citing two
    officials, that it had" is told by whoever cites them."""
    beside = noun.head
    if noun.dep_ == "dobj" and beside.tag_ == "VBG" and beside.dep_ == "advcl" and beside.head.i < beside.i:
        return (beside.head, noun) if noun.doc[beside.i - 1].text == "," else (None, noun)
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.i < noun.head.i:
        above = noun.head.head
        if above.pos_ == "VERB":
            return above, noun
        noun = above
    return None, noun
