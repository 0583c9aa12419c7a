"""Tokens in, what is tagged a verb but is a noun made one out: "drawing rebukes", "hosts a round of truce talks"."""

from __future__ import annotations

from detente.reading.repairs.agents.causatives import HAVING, mend_causative
from detente.reading.tokens import Doc, Token

OBJECT, CLAUSE, PRESENT = "dobj", "ccomp", "VBZ"
PLAIN, GERUND = "VBP", "VBG"
BARE = ("VB", "VBP")
BEFORE_GERUND = ("NN", "NNP", "NNPS")
LIKE_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
PAST, MISTAGGED = ("VBN", "VBD"), ("NNP", "JJ", "NN")
SUBJECT = "nsubj"
TOPICS = (SUBJECT, "compound")
NOUNS_ARE = (OBJECT, SUBJECT, "nsubjpass")
ONE = ("one", "1")
OF_NOUN = ("det", "amod", "nummod", "poss", "compound")
CLAUSAL = ("nsubj", "nsubjpass", "aux", "auxpass", "mark", "dobj")


def repair_verbs_as_objects(
    doc: Doc,
    topics: frozenset[str] = frozenset(),
    nouns: frozenset[str] = frozenset(),
    talks: frozenset[str] = frozenset(),
    ordering: frozenset[str] = frozenset(),
) -> Doc:
    """A present in -s that has nothing that a verb has and stands at a verb as what it acts on, or what acts.

    topics: what talks are about ("truce"), and what does not talk itself; nouns: those of events ("shelling"); talks:
    what is talked in; ordering: verbs by which one has something done.
    """
    joined = {token.lower_ for token in doc if "-" in token.text} if "-" in doc.text else ()
    caused = not doc.labels.said.isdisjoint({HAVING, *ordering})
    for token in doc.having(tag_=LIKE_VERBS, lower_=joined):
        if token.lower_ in talks and token.dep_ == CLAUSE and token.tag_ in (PRESENT, *BARE):
            _read_talks(token, topics)
        elif token.tag_ == PRESENT and token.dep_ == CLAUSE:
            _read_after_number(token)
        elif token.tag_ in PAST and token.pos_ == "VERB":
            if caused:
                mend_causative(token, ordering)
        elif token.tag_ in MISTAGGED and "-" in token.text and _is_of_a_type(token.text):
            token.tag_, token.pos_ = "NNS", "NOUN"
        if token.dep_ in NOUNS_ARE and token.tag_ == PRESENT and _is_bare(token):
            token.tag_, token.pos_ = "NNS", "NOUN"
        elif token.dep_ == OBJECT and token.tag_ == PLAIN and _is_bare(token):
            token.tag_, token.pos_ = "NN", "NOUN"  # "voices support"
        elif token.dep_ == "pobj" and token.tag_ in BARE and _is_bare(token) and _has_noun_before(token):
            token.tag_, token.pos_ = "NN", "NOUN"  # "in a Sylvanian Air Force airstrike"
        elif token.dep_ == "pobj" and token.tag_ in BARE and token.nbor(-1).dep_ == SUBJECT:
            _read_after_its_noun(token)
        elif token.tag_ == GERUND:
            _read_gerund(token, nouns)
    return doc


def _read_talks(talks: Token, topics: frozenset[str]) -> None:
    """ "Truce talks", of which the parser makes a clause."""
    topic, verb = talks.nbor(-1) if talks.i else talks, talks.head
    if topic.lower_ not in topics or topic.i < verb.i or topic.dep_ not in TOPICS or topic.head is not talks:
        return
    talks.hang(verb, OBJECT)
    tag = "NN" if talks.tag_ in BARE else "NNS"  # "signed the minerals deal"
    talks.tag_, talks.pos_, talks.lemma_ = tag, "NOUN", talks.lower_.removesuffix("s")
    for child in [c for c in topic.lefts if c.dep_ in OF_NOUN]:
        child.hang(talks, child.dep_)
    topic.hang(talks, "compound")


def _read_after_number(token: Token) -> None:
    """ "Sank four Black Eagles boats off the coast": of several nobody says "boats"; they are the boats."""
    before, verb = token.nbor(-1) if token.i else token, token.head
    counted = before.dep_ == SUBJECT and before.head is token and verb.i < before.i
    number = next((c for c in before.lefts if c.dep_ == "nummod" and c.i == before.left_edge.i), None)
    said = any(c.dep_ in (*CLAUSAL, "advmod") for c in token.children if c.i != before.i)
    if not counted or number is None or number.lower_ in ONE or said or verb.i + 1 != number.i:
        return
    for child in list(before.lefts):
        child.hang(token, child.dep_)
    before.hang(token, "compound")
    token.hang(verb, OBJECT)
    token.tag_, token.pos_ = "NNS", "NOUN"
    for child in [c for c in token.rights if c.dep_ in ("prep", "advcl")]:
        child.hang(verb, child.dep_)


def _read_gerund(gerund: Token, nouns: frozenset[str]) -> None:
    """ "In rebel shelling of a market", "in artillery shelling on a town": a noun stands before it as part of it."""
    before = gerund.nbor(-1) if gerund.i else gerund
    if gerund.dep_ in ("acl", "advcl") and before.dep_ == "pobj" and before.tag_ in BEFORE_GERUND:
        if gerund.lower_ not in nouns or any(c.dep_ != "prep" for c in gerund.children):
            return
        if before.head.lower_ == "by":  # "by a man shooting at crowds"
            return
        if before.tag_ != "NN" and not any(c.lower_ in ("of", "on") for c in gerund.rights):
            return  # "died in Sylvania fighting for the league"
        above, dep = before.head, before.dep_
        gerund.hang(above, dep)
        for child in [c for c in before.lefts if c.dep_ in OF_NOUN]:
            child.hang(gerund, child.dep_)
        before.hang(gerund, "compound")
    elif gerund.dep_ != "pobj" or before.dep_ != "compound" or before.head is not gerund:
        return
    if _is_bare(gerund):
        gerund.tag_, gerund.pos_, gerund.lemma_ = "NN", "NOUN", gerund.lower_


def _read_after_its_noun(token: Token) -> None:
    """ "According to a palace readout": what a preposition leads to does nothing, and nobody does it."""
    noun = token.nbor(-1)
    if noun.head is not token or any(c.i > token.i for c in token.children):
        return
    for child in [c for c in noun.lefts if c.dep_ in OF_NOUN and c.dep_ != "compound"]:
        child.hang(token, child.dep_)
    noun.dep_, token.tag_, token.pos_ = "compound", "NN", "NOUN"


def _has_noun_before(token: Token) -> bool:
    before = token.nbor(-1)
    return before.head is token and before.dep_ in ("compound", "amod", "poss")


def _is_of_a_type(word: str) -> bool:
    """ "F-15s", "Su-34s": several of one type of plane or tank."""
    return word.endswith("s") and word[0].isupper() and word[-2].isdigit()


def _is_bare(token: Token) -> bool:
    """ "Drawing rebukes", "said that talks between them should go on"; no object stands before its verb."""
    placed = token.dep_ != OBJECT or token.head.i < token.i
    return placed and not any(c.dep_ in CLAUSAL for c in token.children)
