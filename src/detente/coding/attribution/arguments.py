"""A predicate in, its arguments out: subject (found through coordination, control and relative clauses)
and complements.
"""

from __future__ import annotations

import msgspec

from detente.reading.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
CLAUSAL = ("ccomp", "xcomp")
_DEEPEST = 6


class Arguments(msgspec.Struct, frozen=True, kw_only=True):
    """Complements by the names that the frames of cue rules use; `prepositions` maps a word to its `prep`
    tokens.
    """

    predicate: Token
    subject: Token | None
    passive: bool
    full_passive: bool  # with an auxiliary of its own
    agent: Token | None
    parts: dict[str, Token] = msgspec.field(default_factory=dict)
    prepositions: dict[str, Token] = msgspec.field(default_factory=dict)
    governor: Token | None = (
        None  # for "X, he said, ...": the head of the clause that the predicate comments on
    )


def arguments_of(predicate: Token) -> Arguments:
    """The arguments of a verb or predicative adjective; in a passive the subject stands as `object`."""
    passive = is_passive(predicate)
    subject = subject_of(predicate) or lost_subject(predicate)
    agent = next((c for child in predicate.children if child.dep_ == "agent" for c in child.children), None)
    parts: dict[str, Token] = {}
    for child in predicate.children:
        name = _part(child) if not _modifies_subject(child, predicate) else None
        if name and name not in parts:
            parts[name] = child
    parts = parts or _shared_parts(predicate)
    if passive:
        parts = _without_main_clause(parts, predicate)
    if passive and subject is not None:
        parts.setdefault("object", subject)
    return Arguments(
        predicate=predicate,
        subject=subject,
        passive=passive,
        full_passive=any(c.dep_ == "auxpass" for c in predicate.children),
        agent=agent,
        parts=parts,
        prepositions={
            c.lower_: c for c in predicate.children if c.dep_ in ("prep", "agent", "dative") and c.rights
        },
        governor=governor_of(predicate),
    )


def _part(child: Token) -> str | None:
    if child.dep_ == "dobj":
        return "object"
    if child.dep_ in ("oprd", "attr") or (child.dep_ == "ccomp" and not _is_verbal(child)):
        return "predicate"
    if child.dep_ == "acomp":
        return "quality"
    if child.dep_ in CLAUSAL:
        return _clause_kind(child)
    if child.dep_ == "advcl" and child.left_edge.lower_ == "if" and child.left_edge.i == child.head.i + 1:
        return "if"
    if child.dep_ == "advcl" and any(
        c.dep_ == "mark" and c.lower_ in ("whether", "that") for c in child.children
    ):
        return "clause"
    return None


def _without_main_clause(parts: dict[str, Token], predicate: Token) -> dict[str, Token]:
    """ "Asked if he would go, he laughed": the parser takes "laughed" for what was asked."""
    clause = parts.get("clause")
    for low in clause.lefts if clause is not None else ():
        opens = low.left_edge.i == predicate.i + 1 and low.left_edge.lower_ in ("if", "whether")
        if low.dep_ == "advcl" and opens and low.doc[low.right_edge.i + 1].text == ",":
            return {**{name: part for name, part in parts.items() if name != "clause"}, "if": low}
    return parts


def _shared_parts(predicate: Token) -> dict[str, Token]:
    """ "neither confirm nor deny the report": a bare verb shares the complement of the one joined to it."""
    for other in predicate.rights:
        if (
            other.dep_ == "conj"
            and other.pos_ == "VERB"
            and _own_subject(other) is None
            and other.i - predicate.i <= 3
        ):
            return {name: c for c in other.children if (name := _part(c)) in ("object", "clause") and name}
    return {}


def _modifies_subject(child: Token, predicate: Token) -> bool:
    """A participle before the verb with no comma between is part of the subject ("voters going home say")."""
    if child.i > predicate.i or child.tag_ not in ("VBG", "VBN") or child.dep_ not in CLAUSAL:
        return False
    return all(not t.is_punct for t in predicate.doc[child.i : predicate.i])


def _is_verbal(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or any(c.dep_ in ("cop", "aux", *SUBJECTS) for c in token.children)


def _clause_kind(clause: Token) -> str:
    aux = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
    if any(c.tag_ == "TO" for c in aux):
        return "infinitive"
    if (
        clause.tag_ == "VBG"
        and not _own_subject(clause)
        and not any(c.tag_ in ("VBD", "VBP", "VBZ", "MD") for c in aux)
    ):
        return "gerund"
    if clause.dep_ == "xcomp" and clause.pos_ not in ("VERB", "AUX"):
        return "predicate"
    return "clause"


def is_passive(verb: Token) -> bool:
    """Passive by its auxiliary, or a past participle that follows a noun or another verb with no subject."""
    if any(c.dep_ == "auxpass" for c in verb.children):
        return True
    if verb.tag_ in ("VBN", "VBD") and _own_subject(verb) is None and _opens_clause(verb):
        return True
    if verb.tag_ != "VBN":
        return False
    if any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not _own_subject(verb):
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "advcl", "ROOT", "relcl") and _own_subject(verb) is None


def _opens_clause(verb: Token) -> bool:
    """ "Asked whether ..., she said no": a participle that opens its sentence, or follows a "when" that
    does.
    """
    if verb.dep_ in ("aux", "auxpass", "conj"):
        return False
    first = verb.i in (verb.sent.start, 0)
    return first or verb.nbor(-1).lower_ in ("when", "if", "once", "unless", "until", "as")


def _own_subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in SUBJECTS), None)


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The subject, or the one that the verb shares with or takes over from what governs it."""
    own = _own_subject(verb)
    if own is not None or depth > _DEEPEST:
        return own
    head = verb.head
    if verb.tag_ == "VBG" and verb.dep_ in ("acl", "advcl") and _after_comma(verb):
        return subject_of(_main_verb(head), depth + 1) or (head if verb.dep_ == "acl" else None)
    if verb.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON"):
        return None if any(c.tag_ == "TO" for c in verb.children) else head
    if verb.dep_ == "xcomp" and head.dep_ == "acomp":
        subject = subject_of(head.head, depth + 1)
        return subject if subject is None or subject.lower_ != "it" else None
    if verb.dep_ == "xcomp":
        held = next((c for c in head.children if c.dep_ == "dobj"), None)
        return held if held is not None and not is_passive(head) else subject_of(head, depth + 1)
    if verb.dep_ in ("conj", "advcl", "dep", "ccomp") and head.pos_ in ("VERB", "AUX") and head.i != verb.i:
        return _shared(verb, head, depth)
    if verb.dep_ == "pcomp":
        above = head.head.head if head.head.dep_ in ("dobj", "attr", "pobj", "acomp") else head.head
        return subject_of(above, depth + 1) if above.pos_ in ("VERB", "AUX") else None
    return None


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


def governor_of(verb: Token) -> Token | None:
    """For an inserted comment clause ("the talks, he said, ..."; "as he put it") the clause that it is set
    in.
    """
    if verb.dep_ == "parataxis" or (verb.dep_ == "ccomp" and _comments(verb)):
        return verb.head
    if verb.dep_ == "advcl" and any(c.dep_ in ("mark", "advmod") and c.lower_ == "as" for c in verb.children):
        return verb.head
    return None


def _comments(verb: Token) -> bool:
    """A `ccomp` without a complement of its own that stands after its head between commas."""
    return verb.i > verb.head.i and not any(c.dep_ in CLAUSAL for c in verb.children) and _set_off(verb)


def _set_off(verb: Token) -> bool:
    left = verb.left_edge.i
    mark = verb.doc[left - 1]
    closes = mark.text == '"' and bool(mark.whitespace_)
    return left > 0 and (closes or mark.text in (",", "—", "–", "-", "--", "”"))


def lost_subject(verb: Token) -> Token | None:
    """The noun phrase that ends right before a finite verb to which the parser gave no subject."""
    if not _is_finite(verb) or verb.dep_ in ("conj", "relcl", "acl"):
        return None
    i = verb.i - 1
    while i >= 0 and (verb.doc[i].dep_ in ("aux", "auxpass", "neg", "advmod") or verb.doc[i].text == ","):
        i -= 1
    return noun_phrase_ending(verb.doc[i]) if i >= verb.sent.start else None


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
