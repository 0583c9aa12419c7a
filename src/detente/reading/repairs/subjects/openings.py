"""A parsed text in, the same with who acts behind an opening phrase that ends in a name given back to the verb out.

"After talks in Zenda, Sylvania and Graustark resume flights": taken for talks in three places that resume them. "A day
after a visit to Sylvania, Graustark's king resigned": taken for a day that resigned.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.reading.shapes import FINITE, NAMES
from detente.reading.tokens import Doc, Span, Token

SUBJECTS, JOINED = ("nsubj", "nsubjpass"), ("conj", "appos")
CLAUSE, AFTER, NAMED_BY = "csubj", "pobj", ("nmod", "compound")
OPENS, TIME, COMMA = frozenset({"IN", "VBG"}), "npadvmod", ","
OWN_WORDS = ("DT", "PRP$")  # tags of what opens a noun's own phrase
THREE = 3  # words up to the time in "a day after", "two weeks after"
VERBS, NOUNS = ("VERB", "AUX"), ("NOUN", "PROPN")


def repair_openings(doc: Doc, times: Collection[str]) -> Doc:
    """The same document; `times` are the units of time that may open a sentence: "a day after"."""
    for sentence in list(doc.sents):
        first, verb = sentence[0], sentence.root
        if verb.pos_ in VERBS and verb.i > first.i and (first.tag_ in OPENS or _is_of_time(sentence, times)):
            _give_back(first, verb, times)
    return doc


def _is_of_time(sentence: Span, times: Collection[str]) -> bool:
    """ "A day after ...", "two weeks after ...", "hours after ..."."""
    opening = sentence.doc[sentence.start : min(sentence.start + THREE, sentence.end)]
    return any(t.lemma_.lower() in times for t in opening)


def _give_back(first: Token, verb: Token, times: Collection[str]) -> None:
    comma = _last_comma(first, verb)
    if comma is None:
        _give_back_article(first, verb)
    comma = _before_list(comma, first) if comma is not None else None
    who = next(_joined_behind(comma, verb), None) if comma is not None else None
    taken = next((c for c in verb.lefts if c.dep_ in (*SUBJECTS, CLAUSE)), None)
    if comma is None or who is None or not _is_finite(verb):
        return
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    if taken is not None and not _leave_opening(taken, first, comma, times):
        return
    others = [t for t in _joined_behind(comma, verb) if t is not who]
    for part in [c for c in who.lefts if c.i < comma.i]:
        part.hang(who.head, who.dep_)
    who.hang(verb, SUBJECTS[passive])
    for other in others:
        other.hang(who, "conj")


def _give_back_article(first: Token, verb: Token) -> None:
    """ "In Addis Ababa the king met ...": no comma parts them, but the second noun has an article of its own."""
    if first.head is not verb or not _is_finite(verb) or any(c.dep_ in SUBJECTS for c in verb.lefts):
        return
    for name in (c for c in first.rights if c.dep_ == AFTER and c.tag_ in NAMES):
        who = next((c for c in name.rights if c.dep_ == JOINED[1] and c.left_edge.i == name.i + 1), None)
        if who is not None and who.left_edge.tag_ in OWN_WORDS:
            who.hang(verb, SUBJECTS[any(c.dep_ == "auxpass" for c in verb.lefts)])


def _before_list(comma: Token, first: Token) -> Token:
    """ "In a joint move, Ruritania, Sylvania and Graustark said": the comma before the first of the list."""
    name = comma.nbor(-1)
    apart = name.dep_ == "appos" and name.tag_ == "NNP" and name.left_edge.i - 1 > first.i
    before = name.doc[name.left_edge.i - 1]
    listed = any(c.dep_ == "conj" and c.tag_ == "NNP" and c.i > comma.i for c in name.rights)
    opening = name.head.dep_ == AFTER and name.head.head is first and name.head.tag_ not in NAMES
    return before if apart and listed and opening and before.text == COMMA else comma


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(c.dep_ in ("aux", "auxpass") and c.tag_ != "TO" for c in verb.lefts)


def _last_comma(first: Token, verb: Token) -> Token | None:
    between = first.doc[first.i + 1 : verb.i]
    return next((t for t in reversed(between) if t.text == COMMA), None)


def _joined_behind(comma: Token, verb: Token) -> Iterator[Token]:
    """The nouns between the comma and the verb that hang as if listed on one before it, or described by it."""
    for token in comma.doc[comma.i + 1 : verb.i]:
        if token.pos_ not in NOUNS or token.head.i > comma.i:
            continue
        described = token.dep_ == AFTER and any(c.dep_ in NAMED_BY for c in token.lefts if c.i < comma.i)
        if token.dep_ in JOINED or described:
            yield token


def _leave_opening(taken: Token, first: Token, comma: Token, times: Collection[str]) -> bool:
    """What was taken for the subject stands right behind the preposition that opens the sentence, or is a time."""
    if taken.i > comma.i:
        return False
    if taken.dep_ == CLAUSE and taken.left_edge.i == first.i:
        taken.dep_ = "advcl"  # "having signed it, Sylvania ..."
        return True
    if taken.lemma_.lower() in times and taken.left_edge.i == first.i:
        taken.dep_ = TIME
        return True
    if taken.left_edge.i != first.i + 1 or first.dep_ not in ("prep", "mark"):
        return False
    verb = taken.head
    if first.dep_ == "mark":
        first.dep_ = "prep"
    first.hang(verb, "prep")
    taken.hang(first, "pobj")
    return True
