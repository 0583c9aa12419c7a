"""A plural base form behind a pair of names or a phrase in, the same as the verb of its sentence out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.knowledge.grammar import Grammar
from detente.reading.shapes import NOUNS, TENSED
from detente.reading.tokens import Span, Token

PLURAL, NAMING = ("NNS", "NNPS"), NOUNS | {"JJ"}
OPENS_OBJECT, NAMES = ("DT", "PRP$", "CD"), ("NNP", "NNPS")
MARKS = frozenset({",", ";", ":", "-", "–", "—", "(", '"', "“"})


def read_after_phrase(verb: Token, sentence: Span, people: Collection[str]) -> None:
    """`verb`: a small word that some rule has as a verb; `people`: such words that rather name people ("rebel")."""
    subject = sentence.root
    if subject.tag_ not in PLURAL or verb.tag_ != "NN" or not subject.i + 2 < verb.i < sentence.end - 2:
        return
    last = verb.nbor(-1)
    if last.tag_ not in NAMING or not _opens(verb, people) or not _is_alone(verb, sentence):
        return
    if verb.dep_ != "pobj" or last.head is not verb:
        return
    last.pos_, last.tag_ = ("NOUN", "NN") if last.tag_ == "JJ" else (last.pos_, last.tag_)
    last.hang(verb.head, "pobj")
    for child in [c for c in verb.lefts if c.i < last.i]:
        child.hang(last, child.dep_)
    _raise(verb, subject)


def _opens(verb: Token, people: Collection[str]) -> bool:
    """Whether what stands behind can only be an object."""
    after = verb.nbor(1)
    return after.tag_ in OPENS_OBJECT or (after.tag_ in NAMES and verb.lower_ not in people)


def _is_alone(verb: Token, sentence: Span) -> bool:
    """Whether the sentence has no other verb of its own, and no mark between subject and verb."""
    before = sentence.doc[sentence.root.i : verb.i]
    below = ("relcl", "advcl", "acl", "ccomp", "pcomp")
    finite = (t for t in sentence if t.tag_ in TENSED and t.i != verb.i)
    return not any(t.text in MARKS for t in before) and all(
        any(a.dep_ in below for a in (t, *t.ancestors)) and t.i > verb.i for t in finite
    )


def _raise(verb: Token, subject: Token) -> None:
    verb.hang(verb, "ROOT")
    verb.pos_, verb.tag_ = "VERB", "VBP"
    subject.hang(verb, "nsubj")
    inside = [c for t in subject.subtree for c in t.rights if c.i > verb.i and t.i < verb.i]
    for child in [*inside, *(c for c in subject.children if c.dep_ == "punct" and c.i > verb.i)]:
        first = child.left_edge.i == verb.i + 1 and child.tag_ in NAMING
        child.hang(verb, "dobj" if first else child.dep_)


def read_verb_after_pair(sentence: Span, event_verbs: frozenset[str], grammar: Grammar) -> None:
    """ "Ruritania and Sylvania trade accusations": after two names a bare form is their verb."""
    root = sentence.root
    if root.tag_ not in NOUNS or any(t.tag_ in TENSED for t in sentence):
        return
    for token in _after_pair(sentence):
        lemma = token.lemma_.lower()
        known = lemma in event_verbs or lemma in grammar.supports
        if known and token.tag_ in ("NN", "VB", "VBP", "NNP") and token.is_lower:
            _raise_last(token, root)
            return


def _after_pair(sentence: Span) -> Iterator[Token]:
    for token in sentence.doc[sentence.start + 3 : sentence.end]:
        before = token.nbor(-1)
        paired = (
            before.dep_ == "conj"
            and before.tag_ in ("NNP", "NNPS")
            and before.left_edge.nbor(-1).dep_ == "cc"
        )
        if paired and token.i < token.sent.root.i:
            yield token


def _raise_last(verb: Token, root: Token) -> None:
    first = verb.nbor(-1)
    while first.dep_ == "conj":
        first = first.head
    verb.pos_, verb.tag_ = "VERB", "VBP"
    verb.hang(verb, "ROOT")
    first.hang(verb, "nsubj")
    root.hang(verb, "dobj")
    for child in list(root.rights):
        if child.dep_ == "punct":
            child.hang(verb, child.dep_)
