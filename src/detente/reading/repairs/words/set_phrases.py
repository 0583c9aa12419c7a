"""A parsed text in, set phrases read as one out: "put on hold", "side by side", "have nothing to do with it"."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
OBJECT = "dobj"
WORDS = 3
VERBS = ("VERB", "AUX")
UNTIL = "until"
OBJECTS, PREPOSITION, GOVERNED = ("dobj", "pobj", "attr", "acomp", "oprd"), "prep", "pobj"
SPELL = "npadvmod"
TWO, OF = 2, "of"  # rules ask for a noun with what it is of ("seize control of a bank")
FARTHEST = 3  # steps from the noun of an idiom up to its verb ("is up in arms over it")
type Ends = tuple[str, str, str]
type Idioms = Mapping[Ends, list[frozenset[str]]]  # what stands between the verb and the noun
AT, HAND, BY = "at", "hand", "by"
MARKED, PREP, AGENT, PASSIVE = "pobj", "prep", "agent", ("auxpass", "nsubjpass")
NAMING, BARE = ("NOUN", "PROPN"), ("det", "prep", "punct")  # no "at their hands", "at able hands"
WITH, DO, PARTICLE = "with", "do", "prt"
CLAUSES, THINGS = ("relcl", "acl", "xcomp", "advcl"), ("dobj", "attr", "nsubj")
BEFORE = 2  # words before "of"


def repair_set_phrases(
    doc: Doc, event_verbs: Collection[str], ends: Collection[str], like_infinitives: Collection[str] = ()
) -> Doc:
    """The same document.

    event_verbs: the verb entries of all rules, some of them of a verb, a preposition and a noun; ends: the nouns of
    these; like_infinitives: such nouns that may be taken for verbs.
    """
    for noun in doc.having(lower_=ends):
        verb, at = (doc[noun.i - 2], doc[noun.i - 1]) if noun.i > 1 else (noun, noun)
        if noun.tag_ not in NOUNS or verb.pos_ not in ("VERB", "AUX"):
            continue
        if f"{verb.lemma_.lower()} {at.lower_} {noun.lower_}" in event_verbs:
            _part(verb, at, noun)
    for word in doc.having(lower_=like_infinitives):
        if word.tag_ != "VB" or word.lower_ not in like_infinitives:
            continue
        to, verb = (doc[word.i - 1] if word.i else word), word.head
        phrase = f"{verb.lemma_.lower()} {to.lower_} {word.lower_}"
        if to.tag_ == "TO" and verb.i < to.i and phrase in event_verbs:
            _make_noun(word, to, verb)
    return doc


def _make_noun(word: Token, to: Token, verb: Token) -> None:
    """ "Will hold the generals to account": the parser takes it for what these do."""
    for child in list(word.children):
        if child is not to:
            child.hang(verb, OBJECT if child.dep_ in SUBJECTS else child.dep_)
    to.tag_, to.pos_, word.tag_, word.pos_ = "IN", "ADP", "NN", "NOUN"
    to.hang(verb, "prep")
    word.hang(to, "pobj")


def _part(verb: Token, at: Token, noun: Token) -> None:
    """The phrase below the verb, and what the parser hung on its noun beside it."""
    what = next((c for c in noun.rights if c.dep_ == OBJECT), None)
    if what is None and noun.dep_ in ("compound", "nmod", "amod") and noun.head.tag_ in NOUNS:
        what = noun.head
    if what is None:  # "hacked to death a dozen villagers": taken for how long
        after = (c for c in verb.rights if c.dep_ == SPELL and c.left_edge.i == noun.i + 1)
        what = next(after, None)
    if what is None or what.i <= noun.i:
        return
    what.hang(verb, OBJECT)
    at.hang(verb, "prep")
    noun.hang(at, "pobj")
    for child in [c for c in noun.rights if c.i > what.i]:
        child.hang(what, child.dep_)


def repair_fixed(doc: Doc, phrases: frozenset[str], mutual: frozenset[str]) -> Doc:
    """The same document. phrases: adverbs of three words; mutual: pronouns of two, for what each does to the other."""
    opens = _openings(phrases, mutual)
    for token in list(doc.having(lower_=opens)):
        if " ".join([t.lower_ for t in doc[token.i : token.i + 2]]) in mutual:
            _read_mutual(token)
        if token.lower_ == UNTIL and token.dep_ == "mark":
            _read_term(token)
        words = doc[token.i : min(token.i + WORDS, token.sent.end)]
        if " ".join([t.lower_ for t in words]) in phrases:
            _read_adverb(words, token.sent.start)
    return doc


@lru_cache(maxsize=16)
def _openings(phrases: frozenset[str], mutual: frozenset[str]) -> frozenset[str]:
    """The words that a text is looked through for."""
    return frozenset([UNTIL, *(phrase.split()[0] for phrase in phrases | mutual)])


def _read_mutual(first: Token) -> None:
    """ "Accused one another": the last word stands for both, as in "each other"."""
    last = first.nbor(1)
    if last.head is not first:
        return
    last.hang(first.head, first.dep_)
    for child in [c for c in first.children if c is not last]:
        child.hang(last, child.dep_)
    first.hang(last, "det")
    first.tag_, first.pos_ = last.tag_, last.pos_


def _read_adverb(words: list[Token], start: int) -> None:
    first, last = words[0], words[-1]
    verb = next((t for t in reversed(list(first.doc[start : first.i])) if t.pos_ in VERBS), None)
    if verb is None or first.dep_ == "ROOT":
        return
    if first.pos_ in VERBS:
        first.pos_, first.tag_ = "NOUN", "NN"
    for word in words:
        for child in [c for c in word.children if c.i > last.i]:
            child.hang(verb, child.dep_ if child.dep_ != "pobj" else "dep")
    preposition = first if first.tag_ == "IN" else words[1]
    preposition.hang(verb, "prep")
    last.hang(preposition, "pobj")
    for word in words:
        if word.i not in (preposition.i, last.i):
            word.hang(
                last if word.i > preposition.i else verb, "det" if word.i > preposition.i else "npadvmod"
            )


def _read_term(until: Token) -> None:
    """ "Gave him until dusk to leave": nobody called dusk leaves."""
    inner = until.head
    term = next((c for c in inner.lefts if c.dep_ == "nsubj" and c.i > until.i), None)
    outer = inner.head
    if term is None or outer is inner or not any(c.tag_ == "TO" for c in inner.lefts):
        return
    until.hang(outer, "prep")
    term.hang(until, "pobj")


def idioms_of(entries: AbstractSet[str], event_nouns: AbstractSet[str]) -> Idioms:
    """Of the verb entries of all rules those of three words and more, by their first and their last two.

    event_nouns: the noun entries of all rules; "put pressure on" is read by the rules for the pressure.
    """
    nouns = {words[-1] for entry in event_nouns if len(words := entry.split()) <= TWO}  # no "call to arms"
    cut = [words for entry in entries if len(words := entry.split()) > 2]
    found: dict[Ends, list[frozenset[str]]] = {}
    for words in cut:
        if words[-1] != OF and words[-2] not in nouns:
            found.setdefault((words[0], words[-2], words[-1]), []).append(frozenset(words[1:-2]))
    return found


def repair_idioms(doc: Doc, idioms: Idioms, nouns: AbstractSet[str]) -> Doc:
    """The same document. nouns: the last but one words of the idioms."""
    for preposition in doc.having(dep_=(PREPOSITION,)):
        noun = preposition.head
        if noun.lower_ not in nouns or noun.dep_ not in OBJECTS or preposition.i < noun.i:
            continue
        verb = _verb_above(noun)
        if verb is None or not any(c.dep_ == GOVERNED for c in preposition.rights):
            continue
        between = {t.lower_ for t in doc[verb.i + 1 : noun.i]}
        ends = verb.lemma_.lower(), noun.lower_, preposition.lower_
        if any(words <= between for words in idioms.get(ends, ())):
            preposition.hang(verb, PREPOSITION)
    return doc


def _verb_above(noun: Token) -> Token | None:
    above = noun.head
    for _ in range(FARTHEST):
        if above.pos_ in ("VERB", "AUX"):
            return above if above.i < noun.i else None
        if above.dep_ not in (PREPOSITION, "advmod", "prt", "acomp"):
            return None
        above = above.head
    return None


def repair_at_hands(doc: Doc) -> Doc:
    """The same document, whoever it was the object of the preposition, and the agent of a passive."""
    for at in [t for t in doc.having(dep_=(PREP,)) if t.lower_ == AT]:
        hands = next((c for c in at.rights if c.dep_ == MARKED and c.lemma_.lower() == HAND), None)
        if hands is None or any(c.dep_ not in BARE for c in hands.children):
            continue
        of = next((c for c in hands.rights if c.lower_ == OF), None)
        whose = next((c for c in of.rights if c.dep_ == MARKED), None) if of is not None else None
        if of is None or whose is None:
            continue
        at.lower_ = BY
        if _is_passive(at.head):
            at.dep_ = AGENT
        whose.hang(at, MARKED)
        hands.hang(at, "dep")
    return doc


def _is_passive(over: Token) -> bool:
    if over.pos_ in NAMING:
        return False
    return over.tag_ == "VBN" and (over.dep_ == "acl" or any(c.dep_ in PASSIVE for c in over.children))


def repair_nothing_to_do(doc: Doc, shares: Collection[str]) -> Doc:
    """The same document; `shares` are the words for how much somebody has to do with a thing."""
    for mark in doc.having(lower_={WITH}):
        do = mark.head
        if do.lemma_.lower() != DO or do.dep_ not in CLAUSES or do.i - 2 < do.sent.start:
            continue
        share = do.nbor(-2)
        if share.lower_ in shares and share.dep_ in THINGS and share.head.pos_ in ("VERB", "AUX"):
            mark.hang(share.head, PREPOSITION)
            do.hang(share.head, PARTICLE)
    return doc


def repair_voting(doc: Doc, verbs: frozenset[str], favour: Collection[str]) -> Doc:
    """The same document. verbs: lemmas that go with an infinitive ("vote to close it"); favour: what one votes in."""
    for token in doc.having(dep_=("pcomp",)):
        if token.tag_ != "VBG" or token.dep_ != "pcomp" or token.head.lower_ != "of" or token.head.i < BEFORE:
            continue
        before, link = token.head.nbor(-1), token.head.nbor(-2)
        verb = link.head
        if before.lower_ in favour and link.lower_ == "in" and verb.lemma_ in verbs:
            link.hang(token, "mark")  # as "to" would open it
            token.hang(verb, "xcomp")
    return doc
