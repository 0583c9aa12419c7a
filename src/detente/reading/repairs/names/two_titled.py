"""A sentence that begins with two persons and their titles in, the same with both as subjects of its verb out.

"Sylvanian president Karim al-Horn and Ruritanian premier Anna Kovar sign a pact": where a name has a hyphen or a small
word in it, the parser loses the first of the two among the words that describe the second.
"""

from __future__ import annotations

from itertools import pairwise

from detente.reading.shapes import NAMES, SUBJECTS
from detente.reading.tokens import Doc, Token

AND, HYPHENS = "and", ("-", "–")
TITLES = frozenset({"NN"})
DESCRIBING = TITLES | NAMES | {"JJ", "POS", "HYPH", "DT"}
FINITE = frozenset({"VBP", "VBD", "VB", "MD"})  # of two
LONGEST = 14  # tokens of a person with his title


def repair_two_titled(doc: Doc) -> Doc:
    """The same document; only what stands between the beginning, "and" and the verb is hung anew."""
    for word in doc.having(dep_=("cc",)):
        start = word.sent.start
        if word.lower_ != AND or not 2 < word.i - start <= LONGEST or not _is_titled(doc, start, word.i):
            continue
        verb = _verb_after(word)
        if verb is not None and _is_titled(doc, word.i + 1, verb.i):
            _share(word, verb)
    return doc


def _is_titled(doc: Doc, start: int, end: int) -> bool:
    """ "Sylvanian foreign minister Karim al-Horn", and nothing besides."""
    words = doc[start:end]
    titled = any(a.tag_ in TITLES and b.tag_ in NAMES for a, b in pairwise(words))
    return titled and all(t.tag_ in DESCRIBING or _in_name(t) for t in words)


def _in_name(token: Token) -> bool:
    """ "Kim Jong-un", "Moon Jae-in": what a hyphen joins to a name is part of it, whatever it looks like."""
    return token.i > 1 and token.nbor(-1).text in HYPHENS and token.nbor(-2).tag_ in NAMES


def _verb_after(word: Token) -> Token | None:
    for token in word.doc[word.i + 1 : word.i + 1 + LONGEST]:
        if token.tag_ in FINITE and not _in_name(token):
            return token
        if token.tag_ not in DESCRIBING and not _in_name(token):
            return None
    return None


def _share(word: Token, finite: Token) -> None:
    """Both do it, unless the parser has said so."""
    first, second = word.nbor(-1), finite.nbor(-1)
    verb = finite.head if finite.dep_ in ("aux", "auxpass") else finite
    for name in (first, second):
        if name.tag_ not in NAMES:
            name.pos_, name.tag_ = "PROPN", "NNP"
    if first.dep_ in SUBJECTS and second.dep_ == "conj" and second.head is first:
        return
    label = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.lefts) else "nsubj"
    start = word.sent.start
    for name in (first, second):
        name.hang(verb, label)
    second.hang(first, "conj")
    word.hang(first, "cc")
    _gather(first, start)
    _gather(second, word.i + 1)


def _gather(name: Token, start: int) -> None:
    """Hang what belongs to a name, and was hung beyond it, on the name."""
    for token in name.doc[start : name.i]:
        if not start <= token.head.i <= name.i or token.head is token:
            token.hang(name, "compound" if token.tag_ in TITLES | NAMES else "amod")
        elif token.dep_ in ("appos", "nmod", *SUBJECTS) and token.tag_ in NAMES:
            token.hang(name, "compound")
