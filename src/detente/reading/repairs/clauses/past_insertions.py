"""A parsed text in, a verb behind a clause between commas joined to the verb before that clause out.

"Sylvania shelled the port, two days after rebels took it, and recalled its envoy", "..., the king said, and recalled":
the parser has the rebels or the king recall him.
"""

from __future__ import annotations

from detente.reading.shapes import ANY_SUBJECTS, FINITE
from detente.reading.tokens import Doc, Token

INSERTED, COMMA = ("advcl", "parataxis"), ","
OPENING = frozenset({"after", "before", "as", "while", "since", "until", "because", "although", "though"})
PARTICIPLE, HELPERS = "VBN", ("aux", "auxpass")


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
