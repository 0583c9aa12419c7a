"""A predicate and the operators in, those that govern it out: verbs, nouns, and adjectives wherever they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from detente.coding.matching.clause_content import PREDICATIVE
from detente.coding.matching.entries import Narrow, all_of, fitting_verb_entries
from detente.coding.matching.indexed import Entries
from detente.coding.matching.lexicon import Lexicon, any_meets, bars, conditions_of, holds, verb_entries
from detente.coding.matching.narrowing import ByName
from detente.coding.matching.noun_forms import noun_forms
from detente.coding.matching.own_tests import (
    PLANS,
    answers_it,
    conditions,
    demands_by_mood,
    is_graded,
    is_iffy,
    speaks_of_acts,
    takes,
)
from detente.coding.roles.mentions import Mentions
from detente.coding.standing.moods import is_asserted, is_left_open, is_supposed
from detente.coding.standing.said import Clauses
from detente.knowledge.frames import Operator
from detente.reading.graph import Governor, Graph, Predicate
from detente.reading.tokens import Token

ON = "on"

PLUPERFECT = "pluperfect"  # among tenses
ANY_VERB = "*"
COPULA, VOICES = "be", ("voice-of-government",)
NONE: Entries[Operator] = Entries()
HEADLINED = PLANS | {"postponed", "cancelled"}


@dataclass(frozen=True, kw_only=True)
class Operators:
    """Finds the operators of one graph."""

    graph: Graph
    lexicon: Lexicon
    mentions: Mentions
    known: dict[int, tuple[tuple[str, Operator], ...]] = field(default_factory=dict)  # entries by head
    above: dict[int, tuple[tuple[Governor, Operator], ...]] = field(default_factory=dict)  # what `over` found

    @cached_property
    def clauses(self) -> Clauses:
        return Clauses(graph=self.graph, lexicon=self.lexicon, mentions=self.mentions)

    def over(self, predicate: Predicate) -> tuple[tuple[Governor, Operator], ...]:
        """Each governor that is an operator for this predicate, in the order of the graph."""
        known = self.above.get(predicate.head)
        if known is None:
            known = self.above[predicate.head] = tuple(self._over(predicate))
        return known

    def _over(self, predicate: Predicate) -> Iterator[tuple[Governor, Operator]]:
        found = [
            (g, operator)
            for governor in self.graph.governors.get(predicate.head, ())
            for g in (governor, *self._as_object(governor))
            if (operator := self.at(g.head, g.name, predicate)) is not None
        ]
        yield from (self._nearest(found, predicate.head) if found else self._adjectives_over(predicate))

    def _as_object(self, governor: Governor) -> Iterator[Governor]:
        """ "Visit cancelled", as headlines have it: what looks like the subject is the object of a passive."""
        verb = self.graph.predicates.get(governor.head)
        if governor.name != "subject" or verb is None or verb.passive or verb.pos != "verb":
            return
        token = self.graph.doc[verb.head]
        bare = token.tag_ in ("VBD", "VBN") and not any(c.dep_ == "aux" for c in token.children)
        if not bare or verb.has("object") or verb.has("clause") or verb.has("attr"):
            return
        operator = self.at(verb.head, "object")
        agreed = operator is not None and any(
            h in self.graph.predicates for name in operator.on for h in verb.heads(name)
        )  # "the talks agreed on a truce"
        if not agreed and operator is not None and operator.status in HEADLINED and operator.negated is None:
            yield Governor(verb.head, "object")

    def _nearest(
        self, found: list[tuple[Governor, Operator]], below: int
    ) -> Iterator[tuple[Governor, Operator]]:
        """ "demanded an apology for the raid": the raid is under the apology, although the parse may give it to both."""
        for governor, operator in found:
            nearer = any(
                other.name == governor.name and self._stands_between(other.head, below, governor.head)
                for other, _ in found
            )
            if not nearer:
                yield governor, operator

    def at(self, head: int, argument: str, inner: Predicate | None = None) -> Operator | None:
        """The operator that the predicate at `head` is for an event in that argument, the most specific one."""
        predicate = self.graph.predicates.get(head)
        if predicate is None:
            return None
        fitting = [
            (len(entry.split()), conditions(operator), operator)
            for entry, operator in self.clauses.asked_of(self._known_at(predicate), argument, inner)
            if self._fits(operator, predicate, argument, inner)
        ]
        return max(fitting, key=lambda f: f[:2])[2] if fitting else None

    def bare_at(self, head: int, argument: str, inner: Predicate) -> Operator | None:
        """As `at`, if that makes an act of its own even of what no frame knows; few do, and they are looked at first."""
        predicate = self.graph.predicates[head]
        if not self._may_act(predicate, argument):
            return None
        acting = [known for known in self._known_at(predicate) if known[1].bare is not None]
        for _, operator in self.clauses.asked_of(acting, argument, inner):
            if operator.refused and any(o.left_open for _, o in self._known_at(inner)):
                continue  # "refused to rule out a levy" refuses nobody
            if self._fits(operator, predicate, argument, inner):
                best = self.at(head, argument, inner)
                return best if best is not None and best.bare is not None else None
        return None

    def _may_act(self, verb: Predicate, argument: str) -> bool:
        """Whether any entry of its words makes an act of what stands in that argument."""
        table = self.lexicon.verb_operators
        if verb.pos == "noun" or argument in verb_entries(verb, table).acting_in:
            return True  # of nouns only those of proof are asked about
        said = any(c.dep_ in PREDICATIVE or c.dep_ == "advmod" for c in self.graph.doc[verb.head].children)
        words = (ANY_VERB, COPULA) if said else (ANY_VERB,)
        return any(argument in table[word].acting_in for word in words if word in table)

    def _known_at(self, predicate: Predicate) -> tuple[tuple[str, Operator], ...]:
        """The operators that its words and its own tense and voice let it be: asked for each of its arguments."""
        known = self.known.get(predicate.head)
        if known is None:
            known = self.known[predicate.head] = tuple(
                [
                    (entry, operator)
                    for entry, operator in self._entries(predicate)
                    if not (operator.passive or operator.tenses) or self._suits(operator, predicate)
                ]
            )
        return known

    def _suits(self, operator: Operator, predicate: Predicate) -> bool:
        """Whether the operator's own verb has the voice and tense that the rule asks for."""
        if operator.passive and not predicate.passive:
            return False
        if not operator.tenses or predicate.tense in operator.tenses:
            return True
        before = predicate.perfect and any(
            c.dep_ == "aux" and c.tag_ == "VBD" for c in self.graph.doc[predicate.head].children
        )
        return before and PLUPERFECT in operator.tenses

    def _fits(self, operator: Operator, predicate: Predicate, argument: str, inner: Predicate | None) -> bool:
        return (
            takes(operator, inner)
            and (not operator.others or self._is_for_another(operator, predicate, inner))
            and (not operator.iffy or self._is_own_condition(predicate, inner))
            and is_iffy(operator, inner, self.graph, self.mentions, self.lexicon)
            and self.clauses.tells(operator, inner)
            and not (argument == "clause" and operator.status and inner is not None and inner.conditional)
            and not (inner is not None and self._is_asked(operator, inner, predicate.head))
            and not (inner is not None and answers_it(operator, predicate, argument, inner))
            and not (inner is not None and argument == ON and self._stands_around(inner, predicate.head))
            and self._applies(operator, predicate)
        )

    def _applies(self, operator: Operator, predicate: Predicate) -> bool:
        when, unless, _ = conditions_of(operator, self.lexicon)
        if not holds(when, predicate, self.graph, self.mentions, self.lexicon):
            return False
        return not (unless and bars(unless, predicate, self.graph, self.mentions, self.lexicon))

    def _stands_around(self, inner: Predicate, verb: int) -> bool:
        """ "Rassendyll, on a visit to Zenda, promised loans": where he is, and nothing that is promised."""
        noun = self.graph.doc[inner.head]
        return noun.dep_ == "pobj" and noun.head.lower_ == ON and noun.i < verb

    def _stands_between(self, noun: int, below: int, verb: int) -> bool:
        """Whether this is a noun on the way up from one word to a verb."""
        predicates, doc = self.graph.predicates, self.graph.doc
        if predicates[noun].pos != "noun" or predicates[verb].pos != "verb":
            return False
        return doc[noun].is_ancestor(doc[below]) and doc[verb].is_ancestor(doc[noun])

    def _is_asked(self, operator: Operator, inner: Predicate, above: int) -> bool:
        """ "asked whether they had gone" asks nobody to go, and "decide whether to go" plans nothing; nor does "Sylvania
        to send guns, premier tells parliament" tell parliament to; "insists that it is fair" asks for nothing."""
        if inner.pos != "verb":
            return False
        if "infinitive" in operator.moods and inner.mood == "infinitive" and inner.head < above:
            return any(c.dep_ == "nsubj" for c in self.graph.doc[inner.head].lefts)
        if operator.status in PLANS and (inner.mood == "infinitive" or operator.refused):
            return is_left_open(inner, self.graph)
        if "indicative" in operator.moods:  # "looked into whether they had gone" is about just that
            return False
        if demands_by_mood(operator) and is_asserted(inner, self.graph):
            return True
        return speaks_of_acts(operator) and inner.mood == "indicative" and is_supposed(inner, self.graph)

    def _is_for_another(self, operator: Operator, outer: Predicate, inner: Predicate | None) -> bool:
        """ "wants Sylvania to go", but not "wants to go": the clause has a subject that the verb above does not have."""
        if inner is None or inner.pos != "verb":
            return False
        unsaid = inner.passive and not inner.has("subject")  # "called for the envoys to be freed"
        doers = set(inner.heads("object" if unsaid else "subject"))
        others, doc = doers - set(outer.heads("subject")), self.graph.doc
        if operator.modals and not outer.has("object"):  # "told the other that it must go"
            others -= set(self._named_again(doers, outer))
        return any_meets(operator.others, others, doc, self.mentions, self.lexicon)

    def _named_again(self, doers: Collection[int], outer: Predicate) -> Iterator[int]:
        """ "The envoy says that he has to ask": he speaks of himself."""
        actors = self.mentions.actors
        speaking = {a.actor.name for h in outer.heads("subject") if (a := actors.get(h))}
        for head in doers:
            who = actors.get(head)
            if who is not None and self.graph.doc[head].pos_ == "PRON" and who.actor.name in speaking:
                yield head

    def _is_own_condition(self, outer: Predicate, inner: Predicate | None) -> bool:
        """ "said that it would go if": who says it speaks of himself, and on a condition."""
        if inner is None:
            return False
        own, doer = (
            {a.actor.country or a.actor.id for h in p.heads("subject") if (a := self.mentions.actors.get(h))}
            for p in (outer, inner)
        )
        if not own and doer and outer.head > inner.head:  # "it will be cut, the minister said": theirs
            return any_meets(VOICES, outer.heads("subject"), self.graph.doc, self.mentions, self.lexicon)
        return bool(own & doer)

    def _entries(self, predicate: Predicate) -> list[tuple[str, Operator]]:
        """Those that its words and arguments let it be."""
        narrow = ByName(predicate)
        if predicate.pos == "verb":
            table, lexicon = self.lexicon.verb_operators, self.lexicon
            found = [*narrow(table.get(ANY_VERB, NONE))]
            found += fitting_verb_entries(predicate, table, lexicon, self.graph.doc, deep=True, narrow=narrow)
            children = self.graph.doc[predicate.head].children
            has_object = "dobj" in [c.dep_ for c in children]
            for child in children:
                if has_object and child.dep_ in PREDICATIVE:
                    continue  # "fighting that left nine dead": they are, and not the fighting
                if child.dep_ in PREDICATIVE or (child.dep_ == "advmod" and is_graded(child)):
                    found += self._adjective_entries(child, narrow)
            return found
        if entries := narrow(self.lexicon.noun_operators.get(predicate.lemma, NONE)):
            forms = noun_forms(self.graph.doc, predicate.head)
            return [entry for entry in entries if entry[0] in forms]
        return []

    def _adjective_entries(self, adjective: Token, narrow: Narrow = all_of) -> Iterator[tuple[str, Operator]]:
        """Entries such as "be ready", whatever verb the adjective stands with; "be too" by what stands before it."""
        near = {adjective.lower_, *(c.lower_ for c in adjective.children if c.dep_ == "advmod")}
        copula = self.lexicon.verb_operators.get(COPULA, NONE)
        for entry, operator in narrow(copula, near):
            words = self.lexicon.rests[entry]
            if words and words[-1] in near and all(word in near for word in words):
                yield entry, operator

    def _adjectives_over(self, predicate: Predicate) -> Iterator[tuple[Governor, Operator]]:
        """ "a firm able to pay", "eager, even desperate to talk": an adjective that no verb of the graph takes up."""
        token = self.graph.doc[predicate.head]
        above, argument = token.head, "clause"
        if above.pos_ == "ADP" and token.dep_ in ("pobj", "pcomp"):
            above, argument = above.head, above.lower_
        elif token.dep_ not in ("xcomp", "ccomp", "advcl"):
            return
        if above.pos_ != "ADJ" or above.i == token.i:
            return
        verb = self.graph.predicates.get(above.head.i)
        if verb is not None and verb.pos == "verb" and argument == "clause":  # "saw fit to go"
            for entry, operator in self.lexicon.verb_operators.get(verb.lemma, ()):
                if entry == f"{verb.lemma} {above.lower_}" and argument in operator.on:
                    yield Governor(verb.head, argument), operator
                    return
        for _, operator in sorted(self._adjective_entries(above), key=lambda e: -len(e[0])):
            fits = argument in operator.on and not operator.when and takes(operator, predicate)
            if fits and not operator.tenses:
                yield Governor(above.i, argument), operator
                return
