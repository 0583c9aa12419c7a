"""A sentence in, the phrases out that only say when, where it was said or who told of it.

"Sylvania's police broke up a march, a week before elections in Graustark", "In a speech in Zenda, ...", "..., a
Graustarkian minister said": who is named there is no party to the act, and is no reason to think that others are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from detente.reading.tokens import Doc, Span, Token

ASIDES = "asides"
BESIDE, CALM, SPEECHES, REPORTING = "prepositions of asides", "calm events", "occasions of speech", "verbs of reporting"
AFTER, OF, WHERE = frozenset({"after", "following"}), "of", frozenset({"in", "on", "at", "during"})
VERBS, SUBJECTS = ("VERB", "AUX"), ("nsubj", "nsubjpass")
TIMES = "npadvmod"

Words = Mapping[str, frozenset[str]]


def outside(head: int, doc: Doc, words: Words) -> frozenset[int]:
    """The tokens of asides in the token's sentence; none of one in which the token itself stands."""
    sentence = doc[head].sent
    known: dict[int, list[tuple[int, int]]] = doc.user_data[ASIDES]
    if sentence.start not in known:
        known[sentence.start] = [_edges(t) for t in sentence if _opens(t, words)] + list(_tellers(sentence, words))
    asides = [range(first, end) for first, end in known[sentence.start] if not first <= head < end]
    return frozenset().union(*asides)


def _edges(token: Token) -> tuple[int, int]:
    return token.left_edge.i, token.right_edge.i + 1


def _opens(token: Token, words: Words) -> bool:
    """A preposition that says when or beside whom, or where somebody spoke; it hangs on a verb or a stretch of time."""
    over = token.head
    if token.dep_ not in ("prep", "advmod") or not (over.pos_ in VERBS or over.dep_ == TIMES):
        return False
    low = token.lower_
    if low in words[BESIDE]:
        return token.dep_ == "prep" or any(c.lower_ == OF for c in token.rights)
    nouns = (c.lemma_.lower() for c in token.rights if c.dep_ == "pobj")
    if low in AFTER:
        return any(noun in words[CALM] for noun in nouns)
    return low in WHERE and token.i < over.i and any(noun in words[SPEECHES] for noun in nouns)


def _tellers(sentence: Span, words: Words) -> Iterator[tuple[int, int]]:
    """Who tells of it: "a minister of Graustark said that ...", "..., Graustarkian radio reported"."""
    for verb in sentence:
        if verb.pos_ == "VERB" and verb.lemma_ in words[REPORTING] and _tells(verb):
            yield from (_edges(c) for c in verb.children if c.dep_ in SUBJECTS)


def _tells(verb: Token) -> bool:
    return verb.dep_ == "parataxis" or any(c.dep_ == "ccomp" for c in verb.children)
