"""A parsed text in, the same with pasts that the parser took for adjectives read as the verbs of their sentences out.

"Ruritania on Monday armed Sylvania with missiles.", "Strelsau imported wheat from Sylvania.": taken for an armed
Sylvania and for imported wheat, in a sentence that then has no verb at all. "Was likely behind the blast": an adverb.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.reading.tokens import Doc, Span, Token

NAMES = frozenset({"NNP", "NNPS"})
NOUNS = NAMES | {"NN", "NNS"}
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "VBG"})
TAKEN_FOR = frozenset({"VBN", "JJ"})
ACTING = frozenset({"nsubj", "nmod", "compound", "npadvmod", "poss"})
ENDING, STOP = "ed", "."


def repair_false_adjectives(doc: Doc, event_verbs: frozenset[str]) -> Doc:
    """The same document. event_verbs: entries of verbs that any rule asks for ("arm")."""
    for sentence in list(doc.sents):
        verbless = sentence[len(sentence) - 1].text == STOP and not any(t.tag_ in TENSED for t in sentence)
        if verbless and not _read_root(sentence.root, event_verbs):
            _raise(sentence, event_verbs)
    return doc


def repair_likely(doc: Doc, doubts: Collection[str]) -> Doc:
    """The same document. doubts: adjectives that are adverbs as well, if no infinitive stands behind them ("likely")."""
    for doubt in doc.having(dep_=("acomp",)):
        after = doubt.nbor() if doubt.i + 1 < len(doc) else doubt
        if doubt.lower_ not in doubts or after.dep_ != "prep" or after.head is not doubt:
            continue
        after.hang(doubt.head, "prep")
        doubt.dep_, doubt.tag_, doubt.pos_ = "advmod", "RB", "ADV"
    return doc


def _read_root(root: Token, event_verbs: frozenset[str]) -> bool:
    """Whether the adjective is the root already, with a subject and an object: then it only has the wrong name."""
    lemma = next((verb for verb in _verbs(root.lower_) if verb in event_verbs), None)
    both = any(c.dep_ == "nsubj" for c in root.lefts) and any(c.dep_ == "dobj" for c in root.rights)
    if lemma is None or not both or root.tag_ not in TAKEN_FOR or not root.lower_.endswith(ENDING):
        return False
    root.tag_, root.pos_, root.lemma_ = "VBD", "VERB", lemma
    return True


def _raise(sentence: Span, event_verbs: frozenset[str]) -> None:
    """The first such word with a name before it, where what acts begins the sentence."""
    for word in sentence:
        if word.tag_ not in TAKEN_FOR or word.dep_ != "amod" or not word.lower_.endswith(ENDING):
            continue
        lemma = next((verb for verb in _verbs(word.lower_) if verb in event_verbs), None)
        subject = _subject(word, sentence)
        if lemma is None or subject is None or word.head.i < word.i:
            return
        _read_as_verb(word, lemma, subject, sentence)
        return


def _verbs(past: str) -> Iterator[str]:
    """What the past may be of: "armed", "shared", "ferried", "shipped"."""
    yield past[:-2]
    yield past[:-1]
    if past.endswith("ied"):
        yield f"{past[:-3]}y"
    if past[-3:-2] == past[-4:-3]:
        yield past[:-3]


def _subject(word: Token, sentence: Span) -> Token | None:
    """The noun that begins the sentence: nothing but a day may stand between it and the verb."""
    before = [t for t in sentence.doc[sentence.start : word.i] if t.tag_ in NOUNS]
    if not before or word.nbor(-1).tag_ not in NOUNS:
        return None
    root = sentence.root
    subject = root if root.i < word.i else next((c for c in root.lefts if c.dep_ in ACTING), None)
    if subject is None or subject.i > word.i or subject.tag_ not in NOUNS:
        return None
    alone = subject.i == word.i - 1
    dated = subject.i == word.i - 3 and word.nbor(-2).dep_ == "prep" and word.nbor(-1).tag_ in NAMES
    return subject if alone or dated else None


def _read_as_verb(word: Token, lemma: str, subject: Token, sentence: Span) -> None:
    """The word becomes the root; what it seemed to describe is its object."""
    thing, root, first, last = word.head, sentence.root, sentence.start, sentence.end
    while thing.dep_ == "compound" and thing.head.i > thing.i:  # "deployed ceasefire monitors"
        thing = thing.head
    word.tag_, word.pos_, word.lemma_ = "VBD", "VERB", lemma
    word.hang(word, "ROOT")
    subject.hang(word, "nsubj")
    for child in [c for t in (thing, root) for c in t.children if c.dep_ == "punct"]:
        child.hang(word, "punct")
    day = word.nbor(-1)
    if day.i != subject.i:
        day.nbor(-1).hang(word, "prep")
        day.hang(day.nbor(-1), "pobj")
    thing.hang(word, "dobj")
    for child in [c for c in thing.lefts if first <= c.i < word.i]:
        child.hang(word, "dep")
    for child in [c for c in root.rights if root is subject and word.i < c.i < last and c is not thing]:
        child.hang(word, child.dep_)
