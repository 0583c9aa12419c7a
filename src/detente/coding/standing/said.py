"""The operators over a clause in, those out that ask for what it says: the many rules of "say" are about few words each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from detente.coding.matching.clause_content import content_of, is_idiom, verb_tests
from detente.coding.matching.lexicon import Lexicon, any_meets, conditions_of, signs_at
from detente.coding.roles.mentions import Mentions
from detente.knowledge.frames import Operator
from detente.reading.graph import Graph, Predicate
from detente.reading.graph.negation import counts_nobody
from detente.reading.tokens import Token

NOTHING: frozenset[str] = frozenset()
APPOINTMENT, WHAT_TAKES_PLACE = ("appointment",), ("subject",)  # the first a class of nouns
WHAT_GOES_ON = ("object",)  # "is not holding talks"


@dataclass(frozen=True, kw_only=True)
class Clauses:
    """What the clauses of one graph say."""

    graph: Graph
    lexicon: Lexicon
    mentions: Mentions
    known: dict[int, Said] = field(default_factory=dict)  # by the heads of their verbs

    def asked_of(
        self, operators: Iterable[tuple[str, Operator]], argument: str, inner: Predicate | None
    ) -> Iterator[tuple[str, Operator]]:
        """The operators for that argument without those that ask for words of which the clause in it has none."""
        there: frozenset[str] | None = None
        for entry, operator in operators:
            if argument not in operator.on:
                continue
            if operator.says and (wanted := conditions_of(operator, self.lexicon).said) is not None:
                there = self._signs(inner) if there is None else there
                if wanted.isdisjoint(there):
                    continue
            yield entry, operator

    def tells(self, operator: Operator, inner: Predicate | None) -> bool:
        """Whether the governed clause says what the rule asks for."""
        if not (operator.says or operator.denies):
            return True
        if inner is None or inner.pos != "verb" or (operator.affirms and inner.negated):
            return False
        if operator.factual and inner.modal in self.graph.words["obliging modals"]:
            return False
        said = self._said(inner)
        if (operator.factual and said.of_nobody) or said.is_idiom:
            return False
        denied = inner.negated or said.of_nobody
        if operator.denies and (not denied or self._is_how_it_stands(operator, inner)):
            return False
        if not operator.says:
            return True
        tests = verb_tests(operator.says, said.words[0])
        if tests is operator.says:
            return self._any_answers(tests, said.words)
        return self._any_answers(tests, said.words[:1]) or self._any_answers(operator.says, said.words[1:])

    def _any_answers(self, tests: tuple[str, ...], words: Sequence[Token]) -> bool:
        return any_meets(tests, [word.i for word in words], self.graph.doc, self.mentions, self.lexicon)

    def _is_how_it_stands(self, operator: Operator, inner: Predicate) -> bool:
        """ "Said that the talks would not take place", "that it is not holding any": of these it refuses nothing."""
        going_on = inner.progressive and inner.modal is None
        where = (*WHAT_TAKES_PLACE, *WHAT_GOES_ON) if going_on else WHAT_TAKES_PLACE
        heads = inner.heads(*where) if operator.says else ()
        return bool(heads) and any_meets(APPOINTMENT, heads, self.graph.doc, self.mentions, self.lexicon)

    def _signs(self, inner: Predicate | None) -> frozenset[str]:
        return self._said(inner).signs if inner is not None and inner.pos == "verb" else NOTHING

    def _said(self, verb: Predicate) -> Said:
        found = self.known.get(verb.head)
        if found is None:
            found = self.known[verb.head] = Said(self.graph, self.lexicon, self.mentions, verb.head)
        return found


class Said:
    """The words that tell what the clause of a verb says, that verb first.

    Does not know the clauses that it is kept with: the text would stay until Python looks for garbage.
    """

    def __init__(self, graph: Graph, lexicon: Lexicon, mentions: Mentions, verb: int) -> None:
        self._graph, self._lexicon, self._mentions = graph, lexicon, mentions
        self.words = tuple(content_of(graph.doc[verb], graph.words))

    @cached_property
    def signs(self) -> frozenset[str]:
        """What they are called and are."""
        doc, mentions, lexicon = self._graph.doc, self._mentions, self._lexicon
        return NOTHING.union(*[signs_at(word.i, doc, mentions, lexicon) for word in self.words])

    @cached_property
    def of_nobody(self) -> bool:
        """ "There were no dead"."""
        return any(counts_nobody(t, self._graph.words) for t in self.words)

    @cached_property
    def is_idiom(self) -> bool:
        """ "It broke the record"."""
        return is_idiom(self.words[0], self._graph.words["idioms with an object"])
