"""A parsed text in, verbs of a main clause given back to it where the parser hung them on a clause inside it out."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.shapes import ANY_SUBJECTS, FINITE
from detente.reading.tokens import Doc, Token

INSERTED, COMMA = ("advcl", "parataxis"), ","
OPENING = frozenset({"after", "before", "as", "while", "since", "until", "because", "although", "though"})
PARTICIPLE, HELPERS = "VBN", ("aux", "auxpass")
CLAUSES = ("ccomp", "xcomp")
NOUN_CLAUSES, THAT, OBJECT, AS = ("acl", "relcl"), "that", "dobj", "as"
AGREEING = {"VB": "VBP"}  # the base form of a plural verb is often tagged so
REGULAR = "ed"  # "said that they had crossed and killed": the past looks like the participle


def repair_past_insertions(doc: Doc) -> Doc:
    """The same document; only where commas stand around the clause, and both verbs have the same tense."""
    for verb in doc.having(dep_=("conj",)):
        inner = verb.head
        if (
            inner.dep_ not in INSERTED
            or verb.tag_ not in FINITE
            or any(c.dep_ in ANY_SUBJECTS for c in verb.lefts)
        ):
            continue
        link = next((c for c in inner.rights if c.dep_ == "cc" and c.i < verb.i), None)
        main, opens = inner.head, inner.left_edge.i - 1
        if link is None or link.nbor(-1).text != COMMA or doc[opens].text != COMMA or main.i > opens:
            continue
        if _goes_on(main, verb) and any(c.dep_ in ANY_SUBJECTS for c in inner.lefts):
            link.hang(main, "cc")
            verb.hang(main, "conj")
    return doc


def repair_main_clauses(doc: Doc) -> Doc:
    """The same document: "Sylvania shelled the port, a day before Graustark recalled its envoy" tells no day of a recall.

    Of two clauses parted by a comma, the one that a conjunction opens is below the other.
    """
    for clause in doc.having(dep_=("ccomp",)):
        root = clause.head
        mark = next((c for c in root.lefts if c.dep_ == "mark" and c.i > clause.i), None)
        if mark is None or root.dep_ != "ROOT" or mark.lower_ not in OPENING or not _is_finite(clause):
            continue
        opens = [
            t.i for t in root.lefts if clause.i < t.i <= mark.i and t.dep_ in ("npadvmod", "advmod", "mark")
        ]
        comma = doc[min(doc[i].left_edge.i for i in opens) - 1]
        if comma.text == COMMA and all(any(c.dep_ in ANY_SUBJECTS for c in v.lefts) for v in (clause, root)):
            if clause.tag_ == PARTICIPLE and not any(c.dep_ in HELPERS for c in clause.lefts):
                clause.tag_ = "VBD"
            clause.hang(clause, "ROOT")
            root.hang(clause, "advcl")
    return doc


def _is_finite(clause: Token) -> bool:
    """ "Shelled", "was shelled", "will shell"; "jets struck" stands for itself too where it is taken for a participle."""
    return clause.tag_ in (*FINITE, PARTICIPLE) or any(c.dep_ in HELPERS for c in clause.lefts)


def _goes_on(main: Token, verb: Token) -> bool:
    """Whether both are told in one tense, and of a subject before the first."""
    perfect = main.tag_ == "VBN" and any(c.dep_ == "aux" for c in main.lefts)
    return (main.tag_ == verb.tag_ or perfect) and any(c.dep_ in ANY_SUBJECTS for c in main.lefts)


def repair_matrix(
    doc: Doc,
    acts: frozenset[str],
    craft: frozenset[str] = frozenset(),
    ruling: frozenset[str] = frozenset(),
) -> Doc:
    """The same document. acts: verbs of acts of speech, which go with who speaks where both would do.

    ruling: verbs of what no craft does, which go with who speaks of craft.
    """
    for verb in doc.having(dep_=("conj",)):
        inner = verb.head
        if verb.dep_ != "conj" or verb.pos_ != "VERB" or verb.i < inner.i:
            continue
        if inner.dep_ == "ccomp":
            theirs = acts | ruling if _moves(inner, craft) else acts
            outer = next((t for t in _outer_verbs(inner) if _goes_with(verb, inner, t, theirs)), None)
        else:
            outer = _verb_over_claim(verb, inner)
        if outer is not None:
            verb.hang(outer, verb.dep_)
            for other in [c for c in inner.children if c.dep_ == "cc" and inner.i < c.i < verb.i]:
                other.hang(outer, other.dep_)
    return doc


def _moves(verb: Token, craft: frozenset[str]) -> bool:
    """Whether its subject is a thing that is flown, sailed or fired, and not who gives orders."""
    return any(c.dep_ in ANY_SUBJECTS and c.lemma_.lower() in craft for c in verb.lefts)


def _verb_over_claim(verb: Token, inner: Token) -> Token | None:
    """The verb whose object is the claim, where a comma or how the claim is called stands before the second verb."""
    claim = inner.head
    if inner.dep_ not in NOUN_CLAUSES or claim.dep_ != OBJECT or verb.tag_ != claim.head.tag_:
        return None
    if any(c.dep_ in (*ANY_SUBJECTS, "aux", "auxpass", "mark") for c in verb.children):
        return None
    if not any(c.dep_ == "mark" and c.lower_ == THAT for c in inner.lefts):
        return None
    link = next((c for c in reversed(list(inner.children)) if c.dep_ == "cc" and c.i < verb.i), None)
    if link is None:
        return None
    called = any(c.lower_ == AS and inner.i < c.i < link.i for c in claim.head.rights)
    other_tense = inner.tag_ not in (verb.tag_, "VBN")
    return claim.head if called or other_tense or link.nbor(-1).text == COMMA else None


def _outer_verbs(inner: Token) -> Iterator[Token]:
    """The verb of the clause around it, then, where that is an infinitive or a clause itself, of those above."""
    token = inner
    while token.dep_ in CLAUSES and token.head.pos_ == "VERB" and token.head.i < token.i:
        token = token.head
        yield token


def _goes_with(verb: Token, inner: Token, outer: Token, acts: frozenset[str]) -> bool:
    if any(c.dep_ in (*ANY_SUBJECTS, "aux", "auxpass", "mark") for c in verb.children):
        return False
    form = AGREEING.get(verb.tag_, verb.tag_)
    if form != outer.tag_ or any(c.dep_ == "aux" for c in outer.children):
        return False
    shared = verb.tag_ == "VB" and any(c.dep_ == "aux" for c in inner.children)
    if shared or not any(c.dep_ in ANY_SUBJECTS for c in inner.children):
        return False
    alike = form == inner.tag_ or (inner.tag_ == "VBN" and form == "VBD" and verb.lower_.endswith(REGULAR))
    return not alike or verb.lemma_.lower() in acts
