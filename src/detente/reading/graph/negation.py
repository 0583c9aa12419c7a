"""A word of the parse in, whether it is negated or counts nobody out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from detente.reading.tokens import Doc, Token

JOINS = ("preconj", "cc", "advmod")
TAKES_PART = ("nsubj", "nsubjpass", "dobj")
SAID_OF = ("ccomp", "oprd")
LISTS = (
    "adding negations",
    "negative conjunctions",
    "no longer",
    "negative words",
    "scarce words",
    "scarcely",
)
DETERMINES = ("det", "preconj", "neg", "nummod")

Words = Mapping[str, frozenset[str]]


def sentences_with_denial(doc: Doc, words: Words) -> set[int]:
    """Where the sentences begin outside of which nothing is denied, whatever `is_negated` looks at: most deny nothing."""
    denying = _denying(words["denying phrases"], *(words[name] for name in LISTS))
    likely = doc.having(lower_=denying, dep_={"neg"})
    found = [t for t in likely if t.lower_ in denying or t.dep_ == "neg"]
    if found and any(t.head.sent.start != t.sent.start for t in doc):
        found = list(doc)  # one sentence within another
    behind = [doc[min(t.i + 1, len(doc) - 1)] for t in found]  # ", nor" may stand before what it denies
    return {t.sent.start for t in (*found, *behind)}


@lru_cache(maxsize=16)
def _denying(phrases: frozenset[str], *lists: frozenset[str]) -> frozenset[str]:
    """The words of the lists, and one of each phrase."""
    denying = frozenset[str]().union(*lists)
    return denying | {phrase.split()[0] for phrase in phrases if denying.isdisjoint(phrase.split())}


def is_negated(token: Token, words: Words) -> bool:
    """A negation of the clause itself: not, never, no longer, neither, "no" or "few" on its subject or object."""
    if token.dep_ == "conj" and token.doc[max(token.left_edge.i - 1, 0)].lower_ in words["adding negations"]:
        return True  # ", nor did he send one"
    if _is_of_nobody(token, words) or _opens_denied(token, words):
        return True
    conjunctions, adverbs, phrases = (
        words["negative conjunctions"], words["no longer"], words["denying phrases"],
    )  # fmt: skip
    for child in token.children:
        dep, lower = child.dep_, child.lower_
        if dep == "neg" or (lower in conjunctions and dep in JOINS):
            if lower in words["adding negations"]:
                return child.i < token.i
            return not _denies_elsewhere(child, token, words)
        if dep == "prep" and _opening(child) in phrases:
            return True
        if lower in adverbs and any(c.lower_ in words["negative words"] for c in child.children):
            return True
        of_helper = dep == "aux" and any(c.dep_ == "neg" for c in child.children)
        taking = dep in TAKES_PART and counts_nobody(child, words)
        if of_helper or taking or _is_denied_of_object(child):  # "will not, as it had planned, open it"
            return True
    return False


def _is_denied_of_object(quality: Token) -> bool:
    """ "Found him not guilty"."""
    said = quality.dep_ in SAID_OF and quality.tag_ == "JJ"
    return said and any(c.dep_ == "neg" for c in quality.children)


def _is_of_nobody(token: Token, words: Words) -> bool:
    """ "No survivors found", a headline; "there are no talks planned"; "demanded by no one"."""
    above = token.head
    if token.dep_ == "acl" and token.tag_ == "VBN" and (above.dep_ == "ROOT" or _is_there(above)):
        return counts_nobody(above, words)
    agents = (c for c in token.children if c.dep_ == "agent")
    return any(counts_nobody(c, words) for agent in agents for c in agent.children)


def _is_there(noun: Token) -> bool:
    """ "There is one"."""
    return noun.dep_ == "attr" and any(c.dep_ == "expl" for c in noun.head.children)


def _denies_elsewhere(negation: Token, verb: Token, words: Words) -> bool:
    """ "not only did he go", "did not go until Friday": he went."""
    following = negation.nbor(1).lower_ if negation.i + 1 < len(negation.doc) else ""
    if following in words["not only"]:
        return True
    turning = [c for c in verb.children if c.lower_ in words["turning points"] and c.dep_ == "prep"]
    return bool(turning) and any(c.tag_ == "VBD" and c.dep_ == "aux" for c in verb.children)


def _opening(prep: Token) -> str:
    """The preposition and what it governs, as written, without what describes that: "at no point (in the siege)"."""
    noun = next((c for c in prep.children if c.dep_ == "pobj"), None)
    last = prep.right_edge.i if noun is None else noun.i
    return prep.doc.span(prep.i, last + 1).text.lower() if last < prep.i + 4 else ""


def _reads(first: Token, phrase: str) -> bool:
    """Whether this phrase begins there."""
    length = phrase.count(" ") + 1
    return (
        phrase.startswith(first.lower_) and first.doc.span(first.i, first.i + length).text.lower() == phrase
    )


def _opens_denied(verb: Token, words: Words) -> bool:
    """ "At no time, he said, did they cross it": the verb stands before its subject, and the phrase before another."""
    helper = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), None)
    subject = next((c for c in verb.lefts if c.dep_ in TAKES_PART), None)
    if helper is None or subject is None or helper.i > subject.i:
        return False
    start = verb.sent.start
    for phrase in words["denying phrases"]:
        before = helper.i - phrase.count(" ") - 1  # "said that at no time had it"
        if _reads(verb.doc[start], phrase) or (before >= start and _reads(verb.doc[before], phrase)):
            return True
    return False


def counts_nobody(noun: Token, words: Words) -> bool:
    """ "no visitor", "none of them", "not one of them", "hardly anyone", "few visitors" (but not "a few")."""
    negative, scarce = words["negative words"], words["scarce words"]
    if not noun.children:
        return noun.lower_ in negative or noun.lower_ in scarce
    if not (noun.lower_ in negative or noun.lower_ in scarce or _may_deny(noun, words)):
        return False
    if says_no_more(noun, words):
        return True
    own = [c for c in noun.children if c.dep_ in (*DETERMINES, "amod") and not _names_a_kind(c, words)]
    if noun.lower_ in negative or any(
        c.dep_ == "neg" or c.lower_ in negative or any(g.dep_ == "neg" for g in c.children)
        for c in own
        if not any(g.lower_ in words["more or less"] for g in (c, *c.children))
        and not (c.i + 1 < noun.i and c.nbor(1).lower_ in words["words that no belongs to"])
    ):
        return True
    if any(c.dep_ == "advmod" and c.lower_ in words["scarcely"] for t in (noun, *own) for c in t.children):
        return True
    few = any(t.lower_ in scarce for t in (noun, *own))
    if not few:
        return False
    return not any(c.lower_ in words["indefinite articles"] for t in own for c in (t, *t.children))


def says_no_more(noun: Token, words: Words) -> bool:
    """ "No more visas", "no further visas": there were some before."""
    return any(
        c.dep_ == "amod"
        and c.lower_ in words["no more"]
        and c.i + 1 <= noun.i
        and noun.doc[max(c.i - 1, 0)].lower_ in words["negative words"]
        for c in noun.children
    )


def has_no_more(verb: Token, words: Words) -> bool:
    """Whether that is said of what the verb is done with or to: "issues no more visas"."""
    return any(c.dep_ in TAKES_PART and says_no_more(c, words) for c in verb.children)


def _names_a_kind(negative: Token, words: Words) -> bool:
    """ "A no confidence vote" is one."""
    after = negative.i + 1
    return after < len(negative.doc) and negative.doc[after].lower_ in words["after a no that denies nothing"]


def _may_deny(noun: Token, words: Words) -> bool:
    """Whether something that hangs on a noun may say that there is none; asked first, since it is so of few."""
    negative, scarce, scarcely = words["negative words"], words["scarce words"], words["scarcely"]
    for child in noun.children:
        lower = child.lower_
        if child.children or child.dep_ == "neg" or lower in negative or lower in scarce or lower in scarcely:
            return True
    return False
