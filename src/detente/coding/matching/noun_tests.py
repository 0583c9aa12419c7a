"""What a rule asks of a noun in ("=truce", a class, "!@name"), the same in a form that is quickly tested out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.coding.matching.noun_forms import noun_forms
from detente.reading.tokens import Doc


@dataclass(frozen=True, slots=True)
class Tests:
    """The tests of a condition by sort; `forbidden` stand without their "!", `only` when there are no others.

    forms: nouns; longer: those of several words ("state of emergency"); ends: the words that such can be found by.
    signs: the words and classes by one of which a noun that answers is known, where no other test answers for it.
    """

    forms: frozenset[str]
    longer: frozenset[str]
    ends: frozenset[str]
    classes: frozenset[str]
    whats: tuple[str, ...]
    forbidden: tuple[Tests, ...]
    only_forbids: bool
    signs: frozenset[str]

    @property
    def by_signs(self) -> bool:
        """Whether nothing answers that has none of the signs."""
        return not (self.only_forbids or self.whats or self.forbidden)


def read_tests(tests: tuple[str, ...], known: dict[tuple[str, ...], Tests]) -> Tests:
    """The tests in a form that is quickly asked; `known` are those that have been read."""
    found = known.get(tests)
    if found is None:
        forbidden = [t[1:] for t in tests if t[0] == "!"]
        forms = frozenset(t[1:].lower() for t in tests if t[0] == "=")
        longer = frozenset(form for form in forms if " " in form or "-" in form)
        ends = frozenset(end for form in longer for end in _found_by(form))
        classes = frozenset(t for t in tests if t[0] not in "=@!")
        found = known[tests] = Tests(
            forms=forms,
            longer=longer,
            ends=ends,
            classes=classes,
            whats=tuple(t[1:] for t in tests if t[0] == "@"),
            forbidden=tuple(read_tests((t,), known) for t in forbidden),
            only_forbids=len(forbidden) == len(tests),
            signs=forms | ends | classes,
        )
    return found


def _found_by(noun: str) -> Iterator[str]:
    """The words at which a noun of several words can be met in a text: its first, and its last with or without what a
    hyphen joins to it."""
    words = noun.split()
    yield words[0]
    parts = words[-1].split("-")
    yield from ("-".join(parts[n:]) for n in range(len(parts)))


def has_form(tests: Tests, head: int, doc: Doc) -> bool:
    """Whether a noun is called so in the tests."""
    noun = doc[head]
    lemma, lower = noun.lemma_.lower(), noun.lower_
    if lemma in tests.forms or lower in tests.forms:
        return True
    if lemma not in tests.ends and lower not in tests.ends:  # nearly always
        return False
    return not tests.longer.isdisjoint(noun_forms(doc, head))
