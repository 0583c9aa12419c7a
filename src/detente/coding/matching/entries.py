"""A predicate and a table of rules by verb in, the entries of the table that fit its words out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

from detente.coding.matching.indexed import FEW, Entries
from detente.coding.matching.lexicon import Lexicon, verb_entries
from detente.knowledge.frames import Frame, Operator
from detente.reading.graph import Predicate
from detente.reading.tokens import Doc, Token

COPULA, ADJECTIVE, AUXILIARY = "be", "acomp", "AUX"
# "the talks, the hosts said, are to open" is not "be said", "the two sides will swap prisoners" not "swap sides"
OUTSIDE = frozenset({"parataxis", "nsubj"})
WORDS = "words around"  # kept with the doc
# Names of arguments that are no words of the text: "is subject to" is not any clause that has a subject.
RELATIONS = frozenset(
    ("subject", "object", "indirect", "clause", "attr", "poss", "mod", "purpose", "compound")
)

PREPOSITION, BY = "prep", ("by",)
RELATIVES = ("WDT", "WP", "WP$", "WRB")  # "the pass on which it closed"

# What can end a verb ("hold off") and can as well say where it takes place ("off Strelsau").
PARTICLES = frozenset(("off", "out", "up", "down", "away", "over", "in", "on"))


type Words = tuple[set[str], set[str]]  # those near a predicate, and these with all that stand below it


class Narrow(Protocol):
    """Of the entries of a word those that may apply; of those of several words only such as end in one of some words."""

    def __call__[R](
        self, entries: Entries[R], ends: AbstractSet[str] | None = None
    ) -> Sequence[tuple[str, R]]: ...


def all_of[R](entries: Entries[R], ends: AbstractSet[str] | None = None) -> Sequence[tuple[str, R]]:
    """All of them."""
    return entries if ends is None else entries.ending_in(ends)


def fitting_verb_entries[R](
    predicate: Predicate,
    table: Mapping[str, Entries[R]],
    lexicon: Lexicon,
    doc: Doc,
    *,
    deep: bool = False,
    narrow: Narrow = all_of,
) -> list[tuple[str, R]]:
    """The entries of a verb ("travel to", "shoot down", "pull out of") that fit the predicate's words.

    deep: two words may also stand in a phrase that hangs on it ("put on hold"). narrow: passes over those
    that cannot apply.
    """
    entries = verb_entries(predicate, table)
    found: list[tuple[str, R]] = []
    if not entries:
        return found
    particles = predicate.lemma.split()[1:]  # "throw out" is not "throw", "rule out" is not "rule against"
    words = _words_around(predicate, doc) if len(entries) > FEW else None
    for entry, rule in narrow(entries, words[1] if words else None):
        rest = lexicon.rests[entry]
        if rest:
            words = words or _words_around(predicate, doc)
            if (
                not _fits(rest, words, predicate, doc, deep=deep)
                or (particles and not set(particles) <= set(rest))
                or _is_apart(rest, predicate, rule)
            ):
                continue
        elif particles:
            continue
        found.append((entry, rule))
    return found


def entries_of_adjective[R](
    predicate: Predicate,
    table: Mapping[str, Entries[R]],
    lexicon: Lexicon,
    doc: Doc,
    *,
    narrow: Narrow = all_of,
) -> Iterator[tuple[str, R]]:
    """ "Remains worried about", "grew alarmed at": those of "be worried about", whatever verb the adjective follows."""
    if predicate.lemma == COPULA or doc[predicate.head].pos_ == AUXILIARY or predicate.has("object"):
        return
    adjectives = {c.lower_ for c in doc[predicate.head].children if c.dep_ == ADJECTIVE}
    copula = table.get(COPULA)
    if not adjectives or copula is None:
        return
    words = _words_around(predicate, doc)
    for entry, rule in narrow(copula, words[1]):
        rest = lexicon.rests[entry]
        if adjectives.isdisjoint(rest):
            continue
        far = len(rest) > 2
        if words[0].issuperset(rest) or (far and _fits_far(rest, words, predicate, doc, deep=False)):
            yield entry, rule


def _is_apart(rest: tuple[str, ...], predicate: Predicate, rule: object) -> bool:
    """ "Hold drills off Strelsau" is not "hold off": what has an object already is followed by a preposition.

    A rule that asks for what stands behind the word ("travel to") means the preposition. "Closed it in Strelsau on
    Monday" is not "close in on" either: what is said of the first word stands behind it.
    """
    if rest == BY and predicate.passive:
        return True  # "was stopped by troops": they did it, and did not stop by
    named = {a.name for a in predicate.arguments}
    own = predicate.lemma.split()[1:]  # "will fly on to Strelsau on Monday" is "fly on"
    if len(rest) == 2 and rest[0] in PARTICLES and rest[0] not in own and named.issuperset(rest):
        return True
    if len(rest) > 1 or rest[0] not in PARTICLES or not isinstance(rule, Frame | Operator):
        return False
    behind = [a.head for a in predicate.arguments if a.name == rest[0]]
    things = [head for head in predicate.heads("object") if head not in behind]
    if not behind or not things or max(things) > min(behind):
        return False
    used = (*rule.actor, *rule.recipient, *rule.when, *rule.unless)
    used += rule.on if isinstance(rule, Operator) else (*rule.participants, *rule.own, *rule.foreign)
    return all(rest[0] not in names.split("|") for names in used)


def _words_around(predicate: Predicate, doc: Doc) -> Words:
    """The words near a predicate, and these with all that stand below it; frames and operators both ask for them."""
    known = doc.user_data[WORDS]
    found = known.get(predicate.head)
    if found is None or found[0] is not predicate:
        near = _words_near(predicate, doc)
        below = near.union([t.lower_ for t in doc[predicate.head].subtree])
        found = known[predicate.head] = predicate, near, below
    return found[1], found[2]


def _set_ahead(verb: int, doc: Doc) -> set[int]:
    """What stands after the prepositions that open the sentence: "On Monday, it closed the pass" is not "close on"."""
    opening = [c for c in doc[verb].lefts if c.dep_ == PREPOSITION]
    behind = [t for c in opening for t in c.children]
    return {t.i for t in behind} if not any(t.tag_ in RELATIVES for t in behind) else set()


def _is_to_be_done(token: Token) -> bool:
    """ "Is to open its border" is not "be open": what is to be done is a verb of its own."""
    return token.tag_ == "VB" and any(c.tag_ == "TO" for c in token.lefts)


def _words_near(predicate: Predicate, doc: Doc) -> set[str]:
    """The verb's particles, the names of its arguments, and its children in the parse."""
    ahead = _set_ahead(predicate.head, doc)
    here = [a for a in predicate.arguments if a.name not in RELATIONS and a.head not in ahead]
    near = {w for a in here for w in a.name.split()}
    near.update(predicate.lemma.split()[1:])
    children = [c for c in doc[predicate.head].children if c.dep_ not in OUTSIDE]
    copula = predicate.lemma == COPULA
    near.update(
        [
            c.lower_
            for c in children
            if (c.i > predicate.head or c.dep_ != PREPOSITION or not ahead)
            and not (copula and _is_to_be_done(c))
        ]
    )
    after = predicate.head + 1
    if (
        after < len(doc) and doc[after].pos_ == "ADJ"
    ):  # "set free two": the parse gives the word to what follows
        near.add(doc[after].lower_)
    return near


def _fits(rest: tuple[str, ...], words: Words, predicate: Predicate, doc: Doc, *, deep: bool) -> bool:
    """Whether the words after the first are the predicate's."""
    if words[0].issuperset(rest):
        return True
    if len(rest) == 2 and rest[1] in [doc[head].lower_ for head in predicate.heads(rest[0])]:
        return True  # "put to death", "take into custody": the preposition and its noun
    # "point the finger at": the article hangs on the noun
    return len(rest) > (1 if deep else 2) and _fits_far(rest, words, predicate, doc, deep=deep)


def _fits_far(rest: tuple[str, ...], words: Words, predicate: Predicate, doc: Doc, *, deep: bool) -> bool:
    near, around = words
    below = {doc[a.head].lower_ for a in predicate.arguments if a.name not in RELATIONS}  # "back to work"
    missing = [word for word in rest if word not in near and word not in below]
    if not around.issuperset(missing):  # nearly always
        return False
    for child in doc[predicate.head].children:
        if deep and child.dep_ == "prep":
            below.update(t.lower_ for t in child.subtree)
        elif len(rest) > 2:
            below.update(t.lower_ for t in child.children)
    return below.issuperset(missing)
