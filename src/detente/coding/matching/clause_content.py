"""A clause in, the words out that tell what it says: "is guilty", "has no role", "will make them pay"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from detente.reading.tokens import Token

PREDICATIVE = frozenset({"acomp", "attr", "oprd"})
FORM = "="  # before the words of a test for a form
CONTENT = PREDICATIVE | {"dobj", "prt", "xcomp"}


def content_of(verb: Token, words: Mapping[str, frozenset[str]]) -> Iterator[Token]:
    """The verb of a clause, and what its subject is called, or has: "is guilty", "has no role", "is not for sale".

    Of verbs that say little their object; that of another ("will jail criminals") is judged by nobody.
    """
    yield verb
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ in CONTENT and (child.dep_ != "dobj" or lemma in words["say little"]):
            yield child
            yield from child.conjuncts
        if child.dep_ == "advmod" and child.i == verb.i + 1:
            yield child  # "press ahead"
        if child.dep_ == "ccomp" and lemma in words["verbs of making others do"]:
            yield child  # "will make them pay"
        if child.dep_ == "prep" and child.lower_ not in words["scene prepositions"]:
            if lemma in words["say little"] or child.lower_ not in words["reasons"]:
                yield child  # but "was struck over the dam": that is no end of it
            if not any(_is_for_reason(noun, words) for noun in child.children):
                yield from _named_after(child, words)


def _is_for_reason(noun: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "Will send doctors in response to a plea", "died as a result of a breach": why it is, and nothing that is
    threatened, or said of who died."""
    if noun.lemma_.lower() in words["nouns of a cause"] and any(c.lower_ == "of" for c in noun.rights):
        return True
    return noun.lemma_.lower() in words["answers"] and any(c.lower_ == "to" for c in noun.rights)


def _named_after(preposition: Token, words: Mapping[str, frozenset[str]]) -> Iterator[Token]:
    """ "in violation of the pact": its object and what that is one of; no clause within tells what is said."""
    for noun in preposition.children:
        if noun.dep_ == "prep":  # "out of the question"
            yield from _named_after(noun, words)
        if noun.dep_ == "pobj":
            yield noun
            if noun.lemma_.lower() in words["nouns of what may come"]:  # "is at risk of collapse"
                continue
            yield from (c for p in noun.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj")


def is_idiom(verb: Token, idioms: Collection[str]) -> bool:
    """ "Broke ranks", "no date has been set": a verb that with its object means another thing."""
    objects = (c.lemma_.lower() for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
    return any(f"{verb.lemma_.lower()} {name}" in idioms for name in objects)


def verb_tests(tests: tuple[str, ...], verb: Token) -> tuple[str, ...]:
    """Those that a verb can answer: one with a particle only by both words ("blew it up" is no blow)."""
    if "prt" not in [c.dep_ for c in verb.children]:
        return tests
    # "broke off the talks" breaks no treaty
    return tuple(test for test in tests if test.startswith(FORM) and " " in test)
