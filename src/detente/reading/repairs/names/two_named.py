"""A headline or sentence that begins with two or three people in, the same with all of them as subjects out."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from detente.reading.shapes import NAMES, NOUNS, SUBJECTS
from detente.reading.tokens import Doc, Span, Token

COMMA = ","
BASE = ("VBP", "VB")
ONE = ("NN", "NNP")
LOOSE = ("npadvmod", "dep", "nsubj", "nmod", "advmod", "dislocated")
OF_ONE = ("det", "poss", "nummod", "relcl", "acl")
HELPING = ("aux", "auxpass", "mark")
AND, HYPHENS = "and", ("-", "–")
TITLES = frozenset({"NN"})
DESCRIBING = TITLES | NAMES | {"JJ", "POS", "HYPH", "DT"}
FINITE = frozenset({"VBP", "VBD", "VB", "MD"})  # of two
LONGEST = 14  # tokens of a person with his title
NAME, APPOSED, IN = "NNP", "appos", "in"
THE, JOINED = "the", "conj"
TO, PHRASED, ASKED, WANTED = "to", "pobj", ("dobj", "pobj"), "advcl"
BEHIND = ("appos", "npadvmod", "nsubj", "dep")


def join_two_named(sentence: Span) -> None:
    """Make the second a conjunct of the first."""
    root = sentence.root
    if root.tag_ in BASE and not any(c.dep_ in HELPING for c in root.lefts):
        _join_subjects(sentence, root)
    elif root.tag_ in NOUNS and root.left_edge.i == sentence.start:
        _join_before_infinitive(root)


def _join_subjects(sentence: Span, verb: Token) -> None:
    subjects = [c for c in verb.lefts if c.dep_ == "nsubj"]
    if not subjects or subjects[-1].tag_ not in ONE:
        return
    last = subjects[-1]
    second = next((c for c in last.rights if c.dep_ == "appos" and c.right_edge.i + 1 == verb.i), None)
    if second is not None and last.left_edge.i == sentence.start:
        _join(last, second)
        return
    before = last.left_edge.i - 1
    if before <= sentence.start or verb.doc[before].text != COMMA or last.right_edge.i + 1 != verb.i:
        return
    first = next((c for c in verb.lefts if c.right_edge.i == before - 1 and c.dep_ in LOOSE), None)
    if first is not None and first.tag_ in ONE and first.left_edge.i == sentence.start:
        first.hang(verb, "nsubj")
        last.hang(first, "conj")


def _join_before_infinitive(first: Token) -> None:
    """ "King, envoy to meet in Strelsau"."""
    verb = next((c for c in first.rights if c.dep_ in ("acl", "relcl") and c.tag_ == "VB"), None)
    second = next((c for c in first.rights if c.dep_ == "appos"), None)
    if verb is None or second is None or second.right_edge.i + 1 != verb.left_edge.i:
        return
    if verb.left_edge.dep_ == "aux":
        _join(first, second)


def _join(first: Token, second: Token) -> None:
    comma = second.left_edge.i - 1
    if first.doc[comma].text != COMMA or any(c.dep_ in OF_ONE for c in second.children):
        return
    second.hang(first, "conj")


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


def repair_two_at_once(doc: Doc) -> Doc:
    """The same document; only a line that opens with the two names is changed."""
    for sentence in doc.sents:
        first = sentence.root
        if first.i != sentence.start or first.tag_ != NAME or first.i + 3 >= sentence.end:
            continue
        comma, second, after = (first.nbor(n) for n in (1, 2, 3))
        if comma.text == COMMA and _is_second(second, first) and after.lower_ == IN:
            second.hang(first, "conj")
            after.hang(first, "prep")
    return doc


def repair_two_asked(doc: Doc, asking: Collection[str]) -> Doc:
    """The same document; "urges Ruritania, Sylvania to talk": of a line without its "and" both are asked."""
    for to in doc.having(lower_={TO}):
        if to.i < to.sent.start + 5 or (comma := to.nbor(-2)).text != COMMA:
            continue
        first, second = to.nbor(-3), to.nbor(-1)
        verb = first.head.head if first.dep_ == PHRASED else first.head
        if not (first.tag_ == second.tag_ == NAME) or verb.lemma_.lower() not in asking or verb.i > first.i:
            continue
        if first.dep_ in ASKED and (second.dep_ in BEHIND or second.head is verb.head):
            _ask_both(verb, first, second)
            comma.hang(first, "punct")
    return doc


def _ask_both(verb: Token, first: Token, second: Token) -> None:
    wanted = second.head  # "calls on Ruritania, Sylvania to stop": the parser takes the second for who stops
    if second.dep_ in SUBJECTS and wanted.i > second.i:
        if verb.head is wanted:
            verb.hang(wanted.head if wanted.head is not wanted else verb, wanted.dep_)
        wanted.hang(verb, WANTED)
    second.hang(first, JOINED)


def repair_three_listed(doc: Doc) -> Doc:
    """The same document; a name that has no more than "the" before it says nothing of the name before."""
    for joining in doc.having(lower_={AND}):
        if joining.i < 3 or joining.nbor(-1).text != COMMA or joining.i + 1 >= joining.sent.end:
            continue
        second, first = joining.nbor(-2), joining.nbor(-2).head
        if second.left_edge.i != second.i - 1 or second.left_edge.lower_ != THE:
            continue
        beside = first.i == second.i - 3 and first.tag_ in NAMES and second.tag_ in NAMES
        last = _headed_at(joining.nbor())
        if beside and last is not None and second.dep_ == APPOSED:
            second.hang(first, JOINED)
            joining.hang(second, "cc")
            last.hang(second, JOINED)
    return doc


def _headed_at(start: Token) -> Token | None:
    """The name whose words begin here."""
    found = [w for w in (start, *start.ancestors) if w.left_edge.i == start.i and w.tag_ in NAMES]
    return found[-1] if found else None


def _is_second(second: Token, first: Token) -> bool:
    return second.tag_ == NAME and second.dep_ == APPOSED and second.head is first
