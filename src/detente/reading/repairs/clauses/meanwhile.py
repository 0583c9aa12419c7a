"""Tokens in, clauses that begin with "as" and were taken for phrases made clauses again: "as rebels battle for Zenda".

A plural does not describe the noun after it: what agrees with it there is its verb. So too "as thousands rally".
"""

from __future__ import annotations

from detente.reading.shapes import NOUNS, PLURALS
from detente.reading.tokens import Doc, Token

AS, AND = "as", "and"
FINITE, PAST = ("VBZ", "VBP"), "VBD"
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
CLAUSES = ("ccomp", "advcl")
GOES_ON = frozenset({"ADP", "DET", "ADV", "PUNCT", "PART"})
MODIFIERS = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod"})


def repair_meanwhile(
    doc: Doc, event_verbs: frozenset[str], many: frozenset[str], demanding: frozenset[str]
) -> Doc:
    """The same document. many: words that are plural in sense ("police"); demanding: verbs ("demand")."""
    for token in doc.having(tag_=("VBP",), lower_=(AS,)):
        if token.tag_ == "VBP":
            _find_counted(token)
        elif token.lower_ == AS and token.dep_ == "prep":
            verb = _hidden_verb(token, event_verbs, many)
            if verb is not None:
                _raise(token, verb)
            elif (bare := _verb_behind(token, demanding)) is not None:
                _open_clause(token, bare)
    return doc


def _find_counted(verb: Token) -> None:
    """ "Thousands rally": how many they are is who they are."""
    first = next((c for c in verb.lefts if c.dep_ == "nummod" and c.tag_ in PLURALS), None)
    if first is not None and not any(c.dep_ == "nsubj" for c in verb.lefts):
        first.dep_ = "nsubj"


def _hidden_verb(mark: Token, event_verbs: frozenset[str], many: frozenset[str]) -> Token | None:
    """The noun in the phrase after "as" that is the verb of whoever stands before it."""
    last = next((t for t in mark.doc[mark.i + 1 : mark.sent.end] if t.tag_ in ("IN", "TO", ",")), None)
    for token in mark.doc[mark.i + 2 : last.i if last is not None else mark.sent.end]:
        before, after = token.nbor(-1), token.nbor() if token.i + 1 < mark.sent.end else None
        if not (token.tag_ == "NN" and token.is_lower and token.lower_ in event_verbs):
            continue
        describes = before.dep_ in ("compound", "nmod") and before.head is token and before.tag_ in NOUNS
        joined = any(t.lower_ == AND for t in mark.doc[mark.i + 1 : before.i])
        plural = before.tag_ in PLURALS or before.lower_ in many or joined
        if describes and plural and (after is None or after.pos_ in GOES_ON):
            return token
    return None


def _raise(mark: Token, verb: Token) -> None:
    over, who = mark.head, verb.nbor(-1)
    first = next((c for c in mark.rights if c.dep_ == "pobj" and c.i < who.i), None)
    verb.pos_, verb.tag_ = "VERB", "VBP"
    following = [t for t in over.rights if t.i == verb.i + 1 and t.dep_ == "prep"]
    verb.hang(over, "advcl")
    for other in [c for c in verb.lefts if c is not who and c.dep_ in MODIFIERS]:
        other.hang(who, other.dep_)
    if first is None:
        who.hang(verb, "nsubj")
    else:
        first.hang(verb, "nsubj")
        who.hang(first, "conj")
    mark.hang(verb, "mark")
    for phrase in following:
        phrase.hang(verb, "prep")


def _verb_behind(mark: Token, demanding: frozenset[str]) -> Token | None:
    """ "Killed as a rebel blows himself up": the finite verb right behind the noun, if nobody else is its subject."""
    who = next((c for c in mark.rights if c.dep_ == "pobj"), None)
    if who is None or who.right_edge.i + 1 >= mark.sent.end:
        return None
    verb = mark.doc[who.right_edge.i + 1]
    labels = {c.dep_ for c in verb.children}
    finite = verb.tag_ in FINITE or (verb.tag_ == PAST and "dobj" in labels)  # no "agent sent to kill"
    beside = verb.dep_ == "advcl" and verb.head is mark.head
    if finite and beside and labels.isdisjoint(SUBJECTS):
        return verb
    ends = verb.tag_ in (*FINITE, PAST) and verb.head.i < mark.i and mark.head.tag_ in NOUNS
    return verb if ends and _has_no_other(verb, mark, demanding) else None


def _has_no_other(verb: Token, mark: Token, demanding: frozenset[str]) -> bool:
    """ "Called for calm as the risk of war grew": nobody else does it. "Demanded the release of a poet as the number
    of arrests grew": what is demanded is no subject of the verb behind, and does not hold the phrase."""
    others = [c for c in verb.children if c.dep_ in SUBJECTS]
    if not others:
        return verb.dep_ in CLAUSES
    held = others[0].i < mark.i <= others[0].right_edge.i and verb.head.i < others[0].i
    return verb.dep_ == "ccomp" and verb.head.lemma_ in demanding and held


def _open_clause(mark: Token, verb: Token) -> None:
    who, over = next(c for c in mark.rights if c.dep_ == "pobj"), verb.head
    for other in [c for c in verb.lefts if c.dep_ in SUBJECTS]:
        other.hang(over, "dobj")
    verb.dep_ = "advcl"
    who.hang(verb, "nsubj")
    mark.hang(verb, "mark")
