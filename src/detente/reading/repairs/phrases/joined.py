"""A noun in, the same joined to a noun before or after it out, where the parser hung it on something else."""

from __future__ import annotations

from detente.reading.tokens import Token

NOUNS, FINITE = ("NN", "NNS", "NNP", "NNPS"), ("VBD", "VBP", "VBZ", "MD")
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
LATE = ("dobj", "appos")
JOINED_LATE = frozenset({*LATE, "compound"})  # how a noun hangs that may be joined to what stands before it
OF, OBJECTS, COMMON = "of", ("pobj", "dobj"), ("NN", "NNS")
TENSED, PARTICIPLE = ("VBD", "VBP", "VBZ"), "VBN"
WHERE = ("in", "at", "into", "near", "inside", "outside", "off", "across")


def join_before(noun: Token, event_verbs: frozenset[str]) -> None:
    """`event_verbs`: the verb entries of all rules ("call for")."""
    if noun.dep_ in LATE:
        _join_after_comma(noun, event_verbs)
    elif noun.dep_ == "compound" and noun.head.tag_ in FINITE:
        _join_second_name(noun)


def _join_after_comma(noun: Token, event_verbs: frozenset[str]) -> None:
    """ "Called for calm in Sylvania, the release of captives and a truce": a list goes on; no object comes so late.

    "Met in Strelsau, the seat of the king, to talk": nor does what a name is called.
    """
    if noun.dep_ != "dobj" and (noun.dep_ != "appos" or noun.head.tag_ != "NNP"):
        return
    comma = noun.doc[noun.left_edge.i - 1]
    if comma.text != "," or noun.tag_ not in NOUNS or not any(c.dep_ == "det" for c in noun.lefts):
        return
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), noun)
    prep = next((c for c in verb.rights if c.dep_ == "prep"), None)
    first = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None
    if prep is None or first is None or prep.i != verb.i + 1 or first.i > comma.i:
        return
    if first.tag_ == "NNP" and noun.dep_ == "dobj" and first.i + 1 == comma.i:
        noun.hang(first, "appos")
        return
    asked = first.tag_ in ("NN", "NNS") and f"{verb.lemma_.lower()} {prep.lower_}" in event_verbs
    listed = noun.dep_ == "dobj" or (noun.head.i != first.i and any(c.dep_ == "cc" for c in noun.rights))
    if asked and listed:
        noun.hang(first, "conj")


def _join_second_name(name: Token) -> None:
    """ "The premier and President Hentzau meet": the last name describes no verb, and joins the first."""
    verb = name.head
    first = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if verb.i != name.i + 1 or first is None or not any(c.dep_ == "cc" for c in first.children):
        return
    name.hang(first, "conj")


def join_after(second: Token, event_nouns: frozenset[str]) -> None:
    """ "Called for a truce in Zenda and the release of captives": no noun is joined to a verb or to a town.

    "The release of Horn and the fall of the government", "killed in a raid and strikes": nor to a person or a deed.
    """
    if second.dep_ != "conj" or second.pos_ != "NOUN":
        return
    before = second.left_edge.i - 2
    if before < 0:
        return
    link, last = second.doc[before + 1], second.doc[before]
    if link.dep_ != "cc" or last.dep_ != "pobj":
        return
    named = last.pos_ == "PROPN"
    alike = _are_alike(last.head, second, event_nouns, named=named)
    where = alike or (named and last.head.lower_ in WHERE)
    first = last.head.head if where else last
    if where and not (second.head is last or second.head.tag_ in TENSED):
        return
    if not where and (
        second.head.tag_ != PARTICIPLE or last.head.head is not second.head or last.tag_ not in COMMON
    ):
        return
    fits = OBJECTS if alike or not where else OBJECTS[:1]  # "an inquiry into Horn and his rule" is into both
    if first.pos_ == "NOUN" and first.dep_ in fits:
        second.hang(first, "conj")
        link.hang(first, "cc")


def _are_alike(of: Token, second: Token, event_nouns: frozenset[str], *, named: bool) -> bool:
    """ "The release of Horn and the fall of the government": both are told with "the", and say of whom."""
    nouns = (of.head, second)
    told = named or all(noun.lemma_.lower() in event_nouns for noun in nouns)
    bound = all(any(c.dep_ == "det" for c in noun.lefts) for noun in nouns)
    return told and of.lower_ == OF and bound and any(c.lower_ == OF for c in second.rights)
