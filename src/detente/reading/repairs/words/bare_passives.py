"""A parsed text in, the same with past forms that headlines leave without their auxiliary read as passives out.

"Drone shot down by Ruritanian guards", "Opposition leader sentenced to ten years": nobody shoots down or sentences
without an object, and who is named after "by" does it. "Dozens arrested in Strelsau": all that is told is the deed.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import TENSED
from detente.reading.tokens import Doc, Span, Token

PAST, PARTICIPLE = ("VBD", "VBN"), "VBN"
NAMED = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
BY = "by"
ACTIVE, PASSIVE, AGENT = "nsubj", "nsubjpass", "agent"
WHOLE = frozenset({"ROOT", "parataxis"})
SAID = "ccomp"
FILLED = frozenset({"dobj", "aux", "auxpass", "oprd", "attr", "acomp", "expl", "mark", "neg"})
RESULTS = frozenset({"xcomp", "acomp"})
PARTS = frozenset({"compound", "nmod", "npadvmod"})
BEHIND = frozenset({"ccomp", "xcomp", "dative"})
TOLD = frozenset({"mark", "aux", "nsubj"})  # "rumours that it had arrested him"
SEIZED = frozenset({"on", "upon", "at"})  # "seized on", "shot at": the object stands behind these


def repair_bare_passives(
    doc: Doc, done: Collection[str], event_verbs: Collection[str], wanting: Collection[str]
) -> Doc:
    """The same document; `done`: lemmas of what nobody does without saying to whom or what; `event_verbs`: the verb
    entries of all rules ("drop by" has nobody who does it behind "by"); `wanting`: lemmas of wanting a thing done."""
    for sentence in doc.sents:
        _raise_described(sentence, done)
        _give_subject(sentence.root)
    for token in doc.having(tag_=PAST):
        if _is_wanted(token, wanting):
            _suffer(token)
            continue
        if token.tag_ not in PAST or f"{token.lemma_.lower()} {BY}" in event_verbs:
            continue
        if _is_told(token) and _is_bare(token, event_verbs) and _is_suffered(token, done, event_verbs):
            _suffer(token)
    return doc


def _give_subject(verb: Token) -> None:
    """ "President Otto Hentzau overthrown": his title is taken for a part of the word that says what became of him."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    subject = next(
        (c for c in verb.lefts if c.dep_ in PARTS and c.tag_ in NAMED and c.right_edge is before), None
    )
    if verb.tag_ == PARTICIPLE and subject is not None and all(c is subject for c in verb.lefts):
        subject.hang(verb, PASSIVE)


def _is_told(verb: Token) -> bool:
    """As a sentence, or before who says it."""
    return verb.dep_ in WHOLE or (verb.dep_ == SAID and verb.head.i > verb.i)


def _is_wanted(verb: Token, wanting: Collection[str]) -> bool:
    """ "Wants her extradited", "wanted the envoys freed": what is wanted done is no clause of its own."""
    if verb.dep_ != SAID or verb.tag_ not in PAST or verb.head.lemma_ not in wanting or verb.head.i > verb.i:
        return False
    deps = [c.dep_ for c in verb.children]
    return ACTIVE in deps and AGENT not in deps and FILLED.isdisjoint(deps)


def _belongs(word: Token, event_verbs: Collection[str]) -> bool:
    """ "Shot dead", "set free", "found beheaded"."""
    found = word.dep_ in RESULTS and word.tag_ == PARTICIPLE  # but not "let go", "fell silent"
    if (word.dep_ != "oprd" and not found) or word.head.pos_ != "VERB":
        return False
    return f"{word.head.lemma_} {word.lower_}" in event_verbs


def _is_bare(verb: Token, event_verbs: Collection[str]) -> bool:
    """Whether it has a noun or number as its subject and no object, and shares none with a verb after it."""
    subjects = [c for c in verb.lefts if c.dep_ == ACTIVE]
    joined = (c for c in verb.conjuncts if c.i > verb.i)
    return (
        bool(subjects)
        and all(s.tag_ in NAMED for s in subjects)
        and not any(c.dep_ in FILLED and not _belongs(c, event_verbs) for c in verb.children)
        and not any(c.dep_ == "dobj" for other in joined for c in other.children)
    )


def _is_suffered(verb: Token, done: Collection[str], event_verbs: Collection[str]) -> bool:
    """By somebody who is named, or as only an object can."""
    if any(_belongs(c, event_verbs) for c in verb.rights):
        return True
    if any(
        c.dep_ == AGENT and any(p.dep_ == "pobj" and p.tag_ in NAMED for p in c.children) for c in verb.rights
    ):
        return not any(c.dep_ == "ccomp" for c in verb.children)
    if verb.lemma_.lower() not in done or any(c.dep_ in BEHIND for c in verb.children):
        return False
    following = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    return following not in SEIZED


def _suffer(verb: Token) -> None:
    verb.tag_ = PARTICIPLE
    for subject in [c for c in verb.lefts if c.dep_ == ACTIVE]:
        subject.hang(verb, PASSIVE)
    for other in (c for c in verb.rights if c.dep_ == "conj" and c.tag_ in PAST):
        if not any(c.dep_ in (ACTIVE, "dobj") for c in other.children):
            other.tag_ = PARTICIPLE


def _raise_described(sentence: Span, done: Collection[str]) -> None:
    """ "Dozens of youths arrested after a march": a noun with nothing but a participle is the whole of the line."""
    root = sentence.root
    if root.tag_ not in NAMED or any(t.tag_ in TENSED and _is_of(t, root) for t in sentence):
        return
    verb = next((t for t in sentence if _describes(t, root, done)), None)
    if verb is None:
        return
    for child in [c for c in root.rights if c.i > verb.i]:
        child.hang(verb, child.dep_)
    verb.hang(verb, "ROOT")
    root.hang(verb, PASSIVE)


def _is_of(token: Token, root: Token) -> bool:
    """Whether a finite verb hangs on the noun itself, and in no clause that is opened by a word of its own."""
    return token.head is root and token.dep_ not in ("relcl", "advcl")


def _describes(token: Token, root: Token, done: Collection[str]) -> bool:
    if token.tag_ != PARTICIPLE or token.dep_ != "acl" or token.lemma_.lower() not in done:
        return False
    if any(c.dep_ in TOLD for c in token.lefts):
        return False
    noun = token.head
    counted = noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head is root
    before = token.doc[token.i - 1]
    return (noun is root or counted) and token.i > noun.i and before.text != ","
