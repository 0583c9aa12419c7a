"""Where an event stands: its own tense and mood, then what each governing operator makes of it.

A reading goes up the graph from the event to the top of its sentence. Two governors of one noun ("was scheduled
for May but was postponed") give two readings, and so two mentions of one happening. Under a governor that is no
operator, what says nothing of itself (an infinitive, a participle, "a raid") stands as the governor does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from msgspec.structs import replace

from detente.coding.coming import Attached, coming_heads
from detente.coding.looked_up import LookedUp, Named
from detente.coding.matching.clause_content import PREDICATIVE
from detente.coding.matching.consumed import consumed_arguments
from detente.coding.matching.frames import Match
from detente.coding.matching.lexicon import Lexicon
from detente.coding.roles.mentions import Mentions
from detente.coding.standing import in_time
from detente.coding.standing.composing import (
    COMING,
    HAPPENED,
    NEGATED,
    OFF,
    Reading,
    compose,
    of_itself,
    turned,
)
from detente.coding.standing.flowing import OCCASIONS, does_it, flows, main_first
from detente.coding.standing.governing import Operators
from detente.coding.standing.modifying import PLAIN, modified, none_there
from detente.coding.standing.moods import (
    finite_status,
    is_noun_passed_over,
    is_outcome,
    is_passed_over,
    is_supposed,
    stands_alone,
    supposed_status,
)
from detente.coding.standing.shapes import (
    as_main,
    begins_later,
    called_so,
    comes_of_what_is_not,
    counted,
    has_been,
    heads_headline,
    is_amount,
    is_bare_copula,
    is_beside,
    is_to_be_done,
    is_unspecific,
    singling,
    unsure_of_aim,
    verb_over,
)
from detente.coding.standing.unbound import is_announced, is_misread_present, unbound_status
from detente.knowledge.frames import Operator
from detente.reading.graph import Governor, Graph, Predicate
from detente.records import Status

UNDONE = ("cancelled", "denied")


@dataclass(frozen=True, kw_only=True)
class Statuses:
    """Finds the readings of any predicate of one graph."""

    graph: Graph
    lexicon: Lexicon
    mentions: Mentions
    consumed: Mapping[int, int]  # nouns that belong to a verb's frame, and that verb
    coming: frozenset[int]  # heads that carry a time after the day of publication
    once: LookedUp = field(default_factory=LookedUp, init=False)

    def readings(self, head: int) -> tuple[Reading, ...]:
        """All readings of the predicate at this token, in the order of its governors."""
        return self._read(counted(self.graph, head), ())

    def _read(self, head: int, seen: tuple[int, ...]) -> tuple[Reading, ...]:
        """The readings of what stands there as it is reached from below, over the words seen on the way."""
        reached = (head, seen)
        found = self.once.reached.get(reached)
        if found is None:
            found = self.once.reached[reached] = self._read_anew(head, seen)
        return found

    def _read_anew(self, head: int, seen: tuple[int, ...]) -> tuple[Reading, ...]:
        predicate = self.graph.predicates.get(head)
        if predicate is None or head in seen:
            return self._read_elsewhere(head, seen)
        path = (*seen, head)
        graph, carried = self.graph, self._carried(predicate, path)
        bases = tuple(modified(predicate, base, graph, self.lexicon) for base in carried)
        over = tuple(main_first(predicate, tuple(self._operators_over(predicate)), graph)) if bases else ()
        governed = [
            turned(compose(own, operator, governor.head, outer, graph), base, predicate)
            for base in bases
            for governor, operator in over
            if governor.head not in seen
            for own in (of_itself(base, predicate, operator),)
            for outer in self._read(governor.head, path)
        ]
        return tuple(governed) or bases

    def _read_elsewhere(self, head: int, seen: tuple[int, ...]) -> tuple[Reading, ...]:
        """ "will be able", "is not ready": an adjective stands as its verb does, or as what it describes."""
        token = self.graph.doc[head]
        first = token.head if token.dep_ == "conj" and token.head.pos_ == "ADJ" else token
        above = first.head.i
        if head not in seen and first.dep_ in PREDICATIVE and above in self.graph.predicates:
            return self._read(above, (*seen, head))
        negated = any(c.dep_ == "neg" for c in token.children)
        return (replace(PLAIN, status="denied" if negated else "occurred", path=(head,)),)

    def _carried(self, predicate: Predicate, path: tuple[int, ...]) -> tuple[Reading, ...]:
        carrier = predicate.carrier
        if carrier is not None and all(g.head != carrier for g, _ in self._operators_over(predicate)):
            return tuple(self._carrying(predicate, r) for r in self._read(carrier, path))
        status, certainty = self._own(predicate, path)
        return (Reading(status=status, base=status, certainty=certainty, path=(predicate.head,)),)

    def _carrying(self, noun: Predicate, carrier: Reading) -> Reading:
        """ "held no talks", "announced talks next week"; "no talks were held" is negated once, not twice."""
        verb = self.graph.predicates[self.graph.verb_of(noun.head)]
        if noun.negated and not verb.negated:
            return replace(carrier, status=NEGATED.get(carrier.status, carrier.status))
        if carrier.status in UNDONE and noun.head in verb.heads("at"):  # "failed to agree on it at talks"
            return replace(carrier, status="occurred", applied=())
        if carrier.status in HAPPENED and self._is_to_come(noun):
            return replace(carrier, status="planned", certainty="PR")
        if carrier.status == "occurred" and in_time.is_gone_through(noun, verb, self.graph):
            return replace(carrier, status="under_way")
        return carrier

    def _is_to_come(self, noun: Predicate) -> bool:
        """By a time of its own, or of what follows it: "announced a rise to take effect in May"."""
        if noun.head in self.coming or begins_later(self.graph, noun, self.coming):
            return True
        over = self.graph.above(noun.head, "object")
        verbs = map(self.graph.predicates.get, over)
        following = [h for verb in verbs if verb is not None for h in verb.heads("purpose")]
        return any(h in self.coming and self.operator_at(h, "subject") is not None for h in following)

    def _operators_over(self, predicate: Predicate) -> Iterator[tuple[Governor, Operator]]:
        verb = self.consumed.get(predicate.head)
        return ((g, o) for g, o in self.operators.over(predicate) if verb is None or g.head != verb)

    def operator_at(self, head: int, argument: str, inner: Predicate | None = None) -> Operator | None:
        """The operator that the predicate at `head` is for an event in that argument."""
        return self.operators.at(head, argument, inner)

    @cached_property
    def named(self) -> Named:
        """Who and what each sentence names."""
        return Named(self.mentions, self.graph.doc)

    @cached_property
    def operators(self) -> Operators:
        return Operators(graph=self.graph, lexicon=self.lexicon, mentions=self.mentions)

    def _own(self, predicate: Predicate, path: tuple[int, ...]) -> tuple[Status, str]:
        if predicate.pos == "noun":
            return self._noun(predicate, path)
        if is_supposed(predicate, self.graph):
            return supposed_status(predicate, self.graph)
        if stands_alone(predicate):
            return self._as_the_clause_around(predicate, path) or finite_status(
                predicate, self.graph, self.coming
            )
        return self._non_finite(predicate, path)

    def _as_the_clause_around(self, verb: Predicate, path: tuple[int, ...]) -> tuple[Status, str] | None:
        """ "once the judges agree, she will go": a clause of time in the present is as far off as the one around."""
        outer = in_time.clause_around(self.graph, verb, path)
        if outer is None:
            return None
        if in_time.is_cut_short(self.graph, verb, outer):
            return "denied", "PR"
        hangs = in_time.hangs_in_time(self.graph, verb, outer)
        status = self._read(outer.head, path)[0].status if hangs or in_time.turns(self.graph, verb) else None
        if status is None or not (hangs or status == "declined"):  # "refused to go until they freed him"
            return None
        if status in COMING:
            return ("denied" if verb.negated else "planned"), "PR"
        if status in OFF and in_time.is_told_first(self.graph, verb):
            return None
        if status in HAPPENED and in_time.comes_before(self.graph, verb, outer):
            return ("denied" if verb.negated else "planned"), "PR"
        unsure = "Uu" if in_time.is_waited_for(self.graph, verb) else "PS"
        return None if status in HAPPENED and unsure == "PS" else ("hypothetical", unsure)

    def _noun(self, noun: Predicate, path: tuple[int, ...]) -> tuple[Status, str]:
        """What is negated or still to come by its own time; else what its governor makes of an indefinite noun."""
        if is_supposed(noun, self.graph):  # a verb that the tagger took for a noun
            return "hypothetical", "PS"
        if noun.negated or is_noun_passed_over(noun, self.graph):
            return none_there(noun, self.graph, self.coming)
        if self._is_to_come(noun) and not self._is_looked_back_on(noun, path):
            return "planned", "PR"
        if is_unspecific(self.graph, noun):
            return "hypothetical", "PS"
        for governor in self.graph.governors.get(noun.head, ()):
            outer = self.graph.predicates.get(governor.head)
            if outer is None or governor.head in path or not flows(noun, governor, self.graph):
                continue
            operator = self.operator_at(governor.head, governor.name, noun)
            reading = self._read(governor.head, path)[0]
            if operator is not None and (operator.factive or (operator.opinion and reading.status in OFF)):
                break  # "will mourn victims of an attack"; "no truth to reports of it": denied only once
            aside = reading.status == "denied" and governor.name in OCCASIONS  # "did not agree at a summit"
            if aside or (reading.status in OFF and does_it(self.graph, noun, governor)):
                continue
            if reading.status not in HAPPENED:
                return reading.status, reading.certainty
        return "occurred", "CT"

    def _is_looked_back_on(self, noun: Predicate, path: tuple[int, ...]) -> bool:
        """ "was seized during the October attacks": the day may be read as the next of its name."""
        back = self.graph.words["prepositions of looking back"]
        over = self.graph.above(noun.head, *back)
        return any(self._read(h, path)[0].status in HAPPENED for h in over if h not in path)

    def _non_finite(self, verb: Predicate, path: tuple[int, ...]) -> tuple[Status, str]:
        """Infinitives and participles stand as what governs them does; a purpose is still to come."""
        if is_passed_over(verb, self.graph):
            return "denied", "PR"
        outer = singling(self.graph, verb, path) or self._governor_of(verb, path)
        headline = outer is not None and heads_headline(outer, self.graph, self.mentions)
        if headline or (outer is not None and is_announced(verb, outer, self.graph)):
            return unbound_status(verb, self.graph)
        told = outer is None or self._read(outer.head, path)[0].status in HAPPENED
        coming = verb.head in self.coming and not in_time.is_behind(self.graph, verb)
        if verb.mood == "participle" and coming and told:
            return ("declined" if verb.negated else "planned"), "PR"  # "ordered jets, arriving next May"
        if outer is None or is_misread_present(verb, self.graph):
            bound = outer is None and verb.mood == "infinitive" and self.graph.governors.get(verb.head)
            unsure = unsure_of_aim(self.graph, verb)
            return ("hypothetical", unsure) if bound else unbound_status(verb, self.graph, coming=coming)
        reading = self._read(outer.head, path)[0]
        status, certainty = reading.status, reading.certainty
        if has_been(self.graph, verb, status):
            return ("denied" if verb.negated else "occurred"), "CT"  # "will go, having paid"
        as_outer = singling(self.graph, verb, path) is not None or is_outcome(verb, outer, self.graph)
        if verb.mood != "infinitive" or status not in HAPPENED or as_outer:
            turned_back = comes_of_what_is_not(self.graph, verb, outer, status)
            return (NEGATED.get(status, status) if verb.negated != turned_back else status), certainty
        if verb.perfect:  # "claims to have won", but "was to have won"
            return ("denied" if is_bare_copula(self.graph, outer) or verb.negated else "occurred"), "PR"
        planned = self._has_verb_to_come(outer, path) or is_to_be_done(self.graph, verb, self.coming)
        return ("planned", "PS") if planned else ("hypothetical", unsure_of_aim(self.graph, verb))

    def _governor_of(self, verb: Predicate, path: tuple[int, ...]) -> Predicate | None:
        """The predicate under which the verb stands; what is said of a deed does not change that it was done."""
        for name, outer in self.graph.governing(verb.head):
            if outer.head in path:
                continue
            if name == "clause" and is_amount(self.graph, outer):
                spent = verb_over(self.graph, self.graph.doc[outer.head], path)
                return outer if spent is None or self.operator_at(spent.head, "object") else spent
            if name == "participle" and is_beside(self.graph, verb, outer, self.lexicon):
                return self._governor_of(outer, (*path, outer.head)) or as_main(self.graph, verb, outer)
            if name == "after" and (done := in_time.done_for(self.graph, outer)) is not None:
                return done
            if name not in ("subject", "object") or (
                outer.modal is not None and self.graph.doc[verb.head].dep_ == "csubj"
            ):
                return outer
        return called_so(self.graph, verb, path)

    def _has_verb_to_come(self, outer: Predicate, path: tuple[int, ...]) -> bool:
        """A purpose is planned, and so is what hangs on a noun of a verb to come ("will stay in the area to help")."""
        if outer.pos == "verb":
            return True
        over = [g.head for g in self.graph.governors.get(outer.head, ()) if g.head not in path]
        if not over and self.graph.doc[outer.head].dep_ == "ROOT":  # "Envoy to visit Strelsau"
            return True
        return any(self._read(head, (*path, outer.head))[0].status in COMING for head in over)


def find_statuses(
    graph: Graph,
    mentions: Mentions,
    lexicon: Lexicon,
    matches: Mapping[int, Match],
    attached: Attached,
    published: str | None,
) -> Statuses:
    """The finder for one text."""
    consumed = consumed_arguments(matches, graph, mentions, lexicon)
    coming = coming_heads(attached, published, graph)
    return Statuses(graph=graph, lexicon=lexicon, mentions=mentions, consumed=consumed, coming=coming)
