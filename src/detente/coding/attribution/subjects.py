"""A predicate in, who says or does it out: its subject, found through coordination, control and relative clauses."""

from __future__ import annotations

from detente.reading.tokens import Token

WHEN = "npadvmod"  # "Monday will see them meet"
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_DEEPEST = 6


def is_passive(verb: Token) -> bool:
    """Passive by its auxiliary, or a past participle that follows a noun or another verb with no subject."""
    if "auxpass" in [c.dep_ for c in verb.children]:
        return True
    if verb.tag_ in ("VBN", "VBD") and own_subject(verb) is None and _opens_clause(verb):
        return True
    if verb.tag_ != "VBN":
        return False
    if any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not own_subject(verb):
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "advcl", "ROOT", "relcl") and own_subject(verb) is None


def _opens_clause(verb: Token) -> bool:
    """ "Asked whether ..., she said no": a participle that opens its sentence, or follows a "when" that
    does.
    """
    if verb.dep_ in ("aux", "auxpass", "conj"):
        return False
    first = verb.i in (verb.sent.start, 0)
    return first or verb.nbor(-1).lower_ in ("when", "if", "once", "unless", "until", "as")


def own_subject(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return child
    return None


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The subject, or the one that the verb shares with or takes over from what governs it."""
    own = own_subject(verb)
    if own is not None or depth > _DEEPEST:
        return own
    head = verb.head
    if verb.tag_ == "VBG" and verb.dep_ in ("acl", "advcl") and _after_comma(verb):
        return subject_of(_main_verb(head), depth + 1) or (head if verb.dep_ == "acl" else None)
    if verb.dep_ in ("acl", "relcl") and any(c.tag_ == "TO" for c in verb.children):
        return _holder_of(head, depth)
    if verb.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON"):
        return head
    if verb.dep_ in ("conj", "advcl", "dep", "ccomp") and head.pos_ in ("VERB", "AUX") and head.i != verb.i:
        return _shared(verb, head, depth)
    return _controller(verb, depth)


def _controller(verb: Token, depth: int) -> Token | None:
    """The one who does what an infinitive or a gerund tells."""
    head = verb.head
    if verb.dep_ == "xcomp" and head.dep_ == "acomp":
        subject = subject_of(head.head, depth + 1)
        return subject if subject is None or subject.lower_ != "it" else None
    if verb.dep_ == "xcomp" and head.dep_ == "amod" and head.i == head.head.i + 1:
        return head.head  # "Monitors unable to verify report"
    if verb.dep_ == "xcomp":
        held = next((c for c in head.children if c.dep_ == "dobj"), None)
        return held if held is not None and not is_passive(head) else subject_of(head, depth + 1)
    if verb.dep_ == "pcomp":
        loose = head.head.dep_ in ("dobj", "attr", "pobj", "acomp", "advmod")  # "stopped short of"
        above = head.head.head if loose else head.head
        return subject_of(above, depth + 1) if above.pos_ in ("VERB", "AUX") else None
    return None


def _holder_of(noun: Token, depth: int) -> Token | None:
    """ "Is not in a position to say", "has no way to tell": who has the position or the way."""
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    held = noun.dep_ in ("pobj", "dobj", "attr") and above.lemma_ in ("be", "have")
    return subject_of(above, depth + 1) if held else None


def _speaks(verb: Token) -> bool:
    return any(c.dep_ == "ccomp" for c in verb.children)


def _after_comma(verb: Token) -> bool:
    before = verb.left_edge.i - 1
    return before >= 0 and verb.doc[before].text in (",", "”", '"', "''", "—", "–")


def _main_verb(token: Token) -> Token:
    """The verb of the outermost report that a word stands in: a free participle belongs to the one who
    speaks.
    """
    while token.head.i != token.i and (token.pos_ not in ("VERB", "AUX") or token.dep_ in ("ccomp", "xcomp")):
        token = token.head
    return token


def _shared(verb: Token, head: Token, depth: int) -> Token | None:
    """A participle, infinitive or coordinated verb takes its subject from its head; a finite adverbial
    clause does not.
    """
    if verb.dep_ in ("advcl", "ccomp", "dep") and verb.tag_ not in ("VBG", "VBN", "VB"):
        return None
    if verb.dep_ == "conj" and head.lemma_ == "be" and head.dep_ == "ccomp" and _speaks(verb):
        return subject_of(head.head, depth + 1)  # "said that it was ill but denied that it was dying"
    return subject_of(head, depth + 1)


def lost_subject(verb: Token) -> Token | None:
    """The noun phrase that ends right before a finite verb to which the parser gave no subject."""
    if not _is_finite(verb) or verb.dep_ in ("conj", "relcl", "acl"):
        return None
    i = verb.i - 1
    while i >= 0 and (verb.doc[i].dep_ in ("aux", "auxpass", "neg", "advmod") or verb.doc[i].text == ","):
        i -= 1
    noun = noun_phrase_ending(verb.doc[i]) if i >= verb.sent.start else None
    return None if noun is not None and noun.dep_ == WHEN and noun.head is verb else noun


def _is_finite(verb: Token) -> bool:
    tags = {verb.tag_} | {c.tag_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return bool(tags & {"VBD", "VBZ", "VBP", "MD"})


def noun_phrase_ending(token: Token) -> Token | None:
    """The head of the noun phrase that ends here; a comma is crossed only to the noun that an apposition
    explains.
    """
    while token.head.i < token.i and token.dep_ in (
        "pobj",
        "prep",
        "appos",
        "conj",
        "acl",
        "relcl",
        "npadvmod",
        "compound",
    ):
        crossed = any(t.text == "," for t in token.doc[token.head.i : token.left_edge.i])
        if crossed and token.dep_ != "appos":
            break
        if token.head.pos_ in ("VERB", "AUX"):
            break
        token = token.head
        if token.dep_ == "appos":
            break
    return token if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM") else None


def noun_phrase_starting(token: Token, floor: int) -> Token | None:
    """The head of the noun phrase that starts here, found by climbing no further back than `floor`."""
    while token.head.i > floor and token.head.i != token.i and token.head.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM") else None
