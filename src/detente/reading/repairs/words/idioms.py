"""A parsed text in, the same with the preposition that ends an idiom given to its verb out.

"Made light of the threat", "saw red over the tolls": the parser hangs on "light" and "red" what the whole idiom is
about, and of what stands behind "up in arms" it makes a part of the arms.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from detente.reading.tokens import Doc, Token

OBJECTS, PREPOSITION, GOVERNED = ("dobj", "pobj", "attr", "acomp", "oprd"), "prep", "pobj"
TWO, OF = 2, "of"  # rules ask for a noun with what it is of ("seize control of a bank")
FARTHEST = 3  # steps from the noun of an idiom up to its verb ("is up in arms over it")
type Ends = tuple[str, str, str]
type Idioms = Mapping[Ends, list[frozenset[str]]]  # what stands between the verb and the noun


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
