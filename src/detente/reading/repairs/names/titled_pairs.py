"""A text in, the two people with their titles that open a sentence both as subjects of its verb out.

"President of Sylvania Otto Horn and Premier of Graustark Ida Falk meet": the parser lists the second title with the
first name, or takes the verb for one more name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from detente.reading.shapes import NAMES
from detente.reading.tokens import Doc, Token

NOMINAL = NAMES | {"NN", "JJ", "HYPH", "POS", "PRP$", "DT"}
OF, AND, WITHIN_TITLE, HYPHEN = "of", "and", ("the", "-", "in", "'s", "’s"), "-"
VERBS = frozenset({"VB", "VBP", "VBZ", "VBD", "MD"})
MISREAD = frozenset({"NN", "NNS", "VBN", "JJ"})  # what the parser may take the verb for
TITLE, LONGEST = 6, 20  # words of a title before "of", and of all behind it


def repair_titled_pairs(doc: Doc, verbs: Collection[str], supports: Collection[str]) -> Doc:
    """The same document; `verbs` are those that some rule names, `supports` those that only carry a noun."""
    for sentence in list(doc.sents):
        if sentence[0].tag_ in NAMES and sentence[0].is_sent_start:
            _read_pair(sentence[0], (verbs, supports))
    return doc


def _read_pair(start: Token, verbs: Iterable[Collection[str]]) -> None:
    first = _title(start)
    link = _end_of_name(first) if first is not None else None
    if first is None or link is None or link.lower_ != AND:
        return
    titled = _title(link.nbor())
    verb = _end_of_name(titled) if titled is not None else _after_nouns(link)
    if verb is None:
        return
    if titled and verb.tag_ in MISREAD and any(verb.lemma_.lower() in known for known in verbs):
        _raise(verb, titled.nbor())
    second = titled or _listed_with_name(verb.nbor(-1), first, link)
    if verb.tag_ in VERBS and second is not None:
        second.hang(first, "conj")
        first.hang(verb, "nsubj")
        link.hang(first, "cc")
        _gather(start, first, verb)


def _listed_with_name(name: Token, first: Token, link: Token) -> Token | None:
    """ "President of Sylvania Otto Horn and Graustarkian envoy Ida Falk": she is joined to his name, not to his title."""
    if name.tag_ not in NAMES or name.i < link.i + 3:
        return None
    joined = name.dep_ == "conj" and name.left_edge.i == link.i + 1 and name.head in first.subtree
    return name if joined or (name.dep_ == "nsubj" and first in name.subtree) else None


def _after_nouns(link: Token) -> Token | None:
    """The first word behind "Graustarkian spy chief Ida Falk" that is no part of it."""
    return next((t for t in _following(link.i + 1, LONGEST, link) if t.tag_ not in NOMINAL), None)


def _gather(start: Token, first: Token, verb: Token) -> None:
    """A name that the parser ended a sentence with is one of the two."""
    for token in start.doc[start.i : verb.i]:
        if token.head is token:
            token.hang(first, "appos")


def _title(start: Token) -> Token | None:
    """The last word of a title that opens there and goes on with "of"."""
    for token in _following(start.i, TITLE, start):
        if token.tag_ not in NAMES and token.lower_ not in WITHIN_TITLE:
            return None
        if token.tag_ in NAMES and token.nbor().lower_ == OF:
            return token
    return None


def _following(first: int, number: int, start: Token) -> list[Token]:
    """The next words that are not the last of the text."""
    return start.doc[first : min(first + number, len(start.doc) - 1)]


def _end_of_name(before: Token) -> Token | None:
    """The first word behind the land, its bodies and the name that is no part of them."""
    names = 0
    for token in _following(before.i + 1, LONGEST, before):
        name = token.text[:1].isupper()
        names += name
        if not (name or token.lower_ in (OF, *WITHIN_TITLE) or _is_particle(token)):
            return token if names > 1 else None
    return None


def _is_particle(token: Token) -> bool:
    """ "bin", "el", "de": small, and within a name."""
    return token.nbor().text == HYPHEN or (token.nbor().text[:1].isupper() and token.dep_ == "compound")


def _raise(verb: Token, of: Token) -> None:
    """The verb that was taken for a name, at the top of its sentence."""
    last = verb.nbor(-1)
    rest = [c for t in (verb, *verb.ancestors) for c in t.rights if c.i > verb.i]
    over = [t for t in verb.ancestors if t.i > verb.i and t.head is t]
    for part in [c for c in verb.lefts if c is not last]:
        part.hang(last, "compound")
    land = next((c for c in of.rights if c.dep_ == "pobj" and c not in (verb, last)), None)
    last.tag_, last.pos_ = "NNP", "PROPN"
    verb.tag_, verb.pos_ = "VBP", "VERB"
    verb.hang(verb, "ROOT")
    last.hang(land or of, "appos" if land is not None else "pobj")
    for child in (*rest, *over):
        child.hang(verb, "dobj" if child in over else child.dep_)
