"""Puts the graph together: verbs and nouns, shared arguments, transparent nouns, support verbs, governors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from detente.knowledge.grammar import Grammar
from detente.reading.graph.agents import (
    give_appositions_their_makers,
    give_gifts_their_takers,
    give_instruments_what_they_permit,
    give_measures_their_makers,
    give_passives_their_agents,
    give_summed_up_deeds_their_doers,
)
from detente.reading.graph.asides import give_asides_what_they_tell, give_asides_who_does_it
from detente.reading.graph.carried import carry_nouns
from detente.reading.graph.caused import give_infinitives_to_causers
from detente.reading.graph.clauses import verb_predicate
from detente.reading.graph.described import (
    Described,
    give_infinitives_what_is_described,
    leave_to_their_nouns,
)
from detente.reading.graph.done_in import give_deeds_their_doers
from detente.reading.graph.fused import read_fused
from detente.reading.graph.instruments import give_instruments_their_makers
from detente.reading.graph.invited import give_guests_their_visits, tell_of_guests
from detente.reading.graph.kept import give_kept_states_their_keepers
from detente.reading.graph.laden import give_arrivals_their_loads
from detente.reading.graph.later import share_with_stranded
from detente.reading.graph.lifting import (
    lift_answers,
    lift_barred,
    lift_from_names,
    lift_from_objects,
    see_through,
)
from detente.reading.graph.listed import gather_guests, list_among, list_places
from detente.reading.graph.negation import sentences_with_denial
from detente.reading.graph.nouns import noun_predicate
from detente.reading.graph.sharing import share_arguments
from detente.reading.graph.types import Argument, Governor, Graph, Predicate, Predicates
from detente.reading.graph.unsaid import give_unsaid_subjects
from detente.reading.tokens import Doc
from detente.stages import InParts, Parts

NOMINAL = ("NOUN", "PROPN", "PRON")
HEADS_A_PHRASE = ("nsubj", "dobj", "pobj", "nsubjpass", "attr")
INFINITIVES = ("purpose", "clause")


@InParts
def build_graph(doc: Doc, grammar: Grammar, event_nouns: frozenset[str]) -> Parts[Graph]:
    """The graph of a whole text; only `event_nouns` (lemmas) are carried by support verbs."""
    words = grammar.words
    predicates = Predicates(_predicates(doc, words))
    yield
    described = yield from _share(doc, predicates, words, event_nouns)
    yield
    yield from _give_doers(doc, predicates, grammar, event_nouns)
    yield
    see_through(doc, predicates, words["transparent nouns"])
    lift_from_names(doc, predicates)
    lift_from_objects(doc, predicates, words["where somebody is sent"], words["verbs of owning"])
    lift_answers(predicates, words["answering verbs"], ("to",))
    lift_answers(predicates, words["agreeing verbs"], ("to", "on"))
    lift_barred(predicates, words["barring verbs"])
    yield
    give_arrivals_their_loads(doc, predicates, words)
    carry_nouns(doc, predicates, grammar, event_nouns)
    leave_to_their_nouns(described, predicates)
    return Graph(doc=doc, predicates=predicates, governors=_governors(predicates), words=words)


def _share(
    doc: Doc, predicates: Predicates, words: Mapping[str, frozenset[str]], event_nouns: frozenset[str]
) -> Parts[Described]:
    """Gives infinitives and what is joined the arguments that stand elsewhere; which of them describe a noun."""
    give_unsaid_subjects(doc, predicates, words["words of gladness"])
    read_fused(doc, predicates, words, event_nouns)
    _give_pronouns_to_infinitives(doc, predicates)
    moved = _give_infinitives_to_nouns(predicates, words["clause nouns"], words["verbs of using"])
    give_infinitives_to_causers(doc, predicates, words["causing verbs"], words["clause nouns"])
    described = give_infinitives_what_is_described(doc, predicates, words, event_nouns)
    yield
    share_arguments(doc, predicates, moved, words)
    share_with_stranded(doc, predicates)
    give_asides_what_they_tell(doc, predicates)
    give_asides_who_does_it(predicates)
    return described


def _give_doers(
    doc: Doc, predicates: Predicates, grammar: Grammar, event_nouns: frozenset[str]
) -> Parts[None]:
    """Gives deeds, papers and visits those whose they are, who are named beside them."""
    words = grammar.words
    give_passives_their_agents(doc, predicates, event_nouns, words["cause prepositions"])
    give_deeds_their_doers(doc, predicates, words)
    coming = words["arriving verbs"] | words["verbs of handing out"]
    give_gifts_their_takers(doc, predicates, words["taking verbs"], coming, words["what is taken over"])
    give_measures_their_makers(doc, predicates, words)
    _give_made_things_their_makers(doc, predicates, words["making verbs"])
    give_appositions_their_makers(doc, predicates, words["making verbs"])
    give_summed_up_deeds_their_doers(doc, predicates, words["nouns for any deed"])
    _aim_nouns(doc, predicates, words["aiming verbs"], words["instruments"])
    yield
    gather_guests(doc, predicates, grammar, event_nouns)
    _date_ranked_infinitives(doc, predicates, words["ranking words"], words["clause nouns"])
    give_instruments_their_makers(doc, predicates, grammar)
    give_instruments_what_they_permit(doc, predicates, words)
    list_among(doc, predicates, words, event_nouns)
    list_places(doc, predicates)
    yield
    _read_small_clauses(doc, predicates, words["small clause verbs"])
    give_kept_states_their_keepers(doc, predicates, words["verbs of keeping on"])
    give_guests_their_visits(doc, predicates, words)
    tell_of_guests(doc, predicates, words["words for a guest"])


def _predicates(doc: Doc, words: Mapping[str, frozenset[str]]) -> Iterator[Predicate]:
    """Full verbs, and forms of be or have that are no auxiliaries of another verb; what heads a phrase of a noun."""
    denying = sentences_with_denial(doc, words)
    for token in doc:
        kind, dep = token.pos_, token.dep_
        if kind == "VERB" or (kind == "AUX" and dep not in ("aux", "auxpass")):
            yield verb_predicate(token, words, denial=token.sent.start in denying)
        elif kind in NOMINAL or dep in HEADS_A_PHRASE:
            yield noun_predicate(token, words, denial=token.sent.start in denying)


def _give_pronouns_to_infinitives(doc: Doc, predicates: Predicates) -> None:
    """ "The decision to seize it was condemned": "it" is what is seized, though the parse makes it a second subject."""
    for verb in [p for p in predicates.verbs() if len(p.arguments) > 1]:
        for name in ("subject", "object"):
            heads = verb.heads(name)
            for head in heads if len(heads) > 1 else ():
                before = predicates.get(head - 1)
                if (
                    doc[head].pos_ != "PRON"
                    or before is None
                    or before.mood != "infinitive"
                    or before.has("object")
                ):
                    continue
                kept = tuple(a for a in predicates[verb.head].arguments if a.head != head)
                predicates[verb.head] = replace(predicates[verb.head], arguments=kept)
                predicates[before.head] = before.adding(Argument("object", head))


def _give_infinitives_to_nouns(
    predicates: Predicates, clause_nouns: frozenset[str], using: frozenset[str]
) -> dict[int, int]:
    """ "declined an offer ... to meet": the infinitive says what is offered, though the parse hangs it on the verb.

    using: "used a call to ask for calm" tells what was done by it.
    """
    moved: dict[int, int] = {}
    for verb in predicates.verbs() if predicates.of(clause_nouns) else ():
        objects = (predicates[h] for h in verb.heads("object") if h in predicates)
        noun = next((p for p in objects if p.lemma in clause_nouns), None)
        if noun is None or noun.has("clause") or verb.lemma in using:
            continue
        clause = next((a for a in verb.arguments if a.name in INFINITIVES), None)
        told = predicates.get(clause.head) if clause is not None else None  # "demands that it", broken off
        if clause is None or told is None or clause.head < noun.head or told.mood != "infinitive":
            continue
        predicates[verb.head] = replace(verb, arguments=tuple(a for a in verb.arguments if a != clause))
        predicates[noun.head] = noun.adding(Argument("clause", clause.head))
        moved[clause.head] = noun.head
    return moved


def _give_made_things_their_makers(doc: Doc, predicates: Predicates, making: frozenset[str]) -> None:
    """ "remarks made by Sylvania" are Sylvania's remarks."""
    for verb in predicates.verbs(making):
        noun = predicates.get(doc[verb.head].head.i)
        if (
            doc[verb.head].dep_ == "acl"
            and noun is not None
            and noun.pos == "noun"
            and noun.head in verb.heads("object")
        ):
            predicates[noun.head] = noun.adding(*(Argument("by", h) for h in verb.heads("subject")))


def _let_paper_act(verb: int, paper: int, predicates: Predicates) -> None:
    """ "Signs an order, targeting monks": it is the order that targets them."""
    kept = tuple(a for a in predicates[verb].arguments if a.name != "subject")
    predicates[verb] = replace(predicates[verb], arguments=(Argument("subject", paper), *kept))


def _aim_nouns(doc: Doc, predicates: Predicates, aiming: frozenset[str], instruments: frozenset[str]) -> None:
    """ "sanctions targeting Sylvania", "an offensive aimed at the rebels" are sanctions and an offensive against them."""
    for verb in predicates.verbs(aiming):
        noun = predicates.get(doc[verb.head].head.i)
        if doc[verb.head].dep_ == "advcl" and noun is not None and doc[verb.head].tag_ == "VBG":
            papers = [
                h for h in noun.heads("object") if h in predicates and predicates[h].lemma in instruments
            ]
            blows = [h for h in noun.heads("in", "by") if noun.passive and noun.head < h < verb.head]
            if papers or blows:  # "are killed in explosions in Zenda targeting rebels"
                _let_paper_act(verb.head, (papers or blows)[0], predicates)
            continue
        if doc[verb.head].dep_ != "acl" or noun is None or noun.pos != "noun":
            continue
        aims = (
            verb.heads("at", "against", "on") if verb.passive else verb.heads("object", "at", "against", "on")
        )
        predicates[noun.head] = noun.adding(*(Argument("against", h) for h in aims if h != noun.head))


def _date_ranked_infinitives(
    doc: Doc, predicates: Predicates, ranking: frozenset[str], asking: frozenset[str]
) -> None:
    """ "was the first state to recognise it": what the first one did is done, and stands as the verb above does; but
    "a last warning to leave" asks somebody to."""
    for verb in [p for p in predicates.verbs() if p.mood == "infinitive"]:
        top = doc[verb.head].head
        said = predicates.get(top.i)
        called = said.heads("attr") if said is not None else ()  # "became the first state to recognise it"
        noun = predicates.get(called[0] if called else top.i)
        above = said if called else predicates.get(top.head.i)
        if noun is None or noun.pos != "noun" or above is None or above.pos != "verb":
            continue
        if noun.lemma in asking:
            continue
        if any(_ranks(doc[h].lower_, ranking) for h in noun.heads("mod")):
            own = verb.arguments
            if (called or top.dep_ == "attr") and _names_somebody(doc, above):
                own = tuple(a for a in own if a.name != "subject")
                own += tuple(Argument("subject", h) for h in above.heads("subject"))
            predicates[verb.head] = replace(verb, mood=above.mood, tense=above.tense, arguments=own)


def _names_somebody(doc: Doc, said: Predicate) -> bool:
    """ "Ruritania's king becomes the first ruler of the east to": he does it, and not the east."""
    return any(t.pos_ == "PROPN" for h in said.heads("subject") for t in (doc[h], *doc[h].children))


def _ranks(word: str, ranking: frozenset[str]) -> bool:
    """ "first", "latest", "60th"."""
    return word in ranking or (word[0].isdigit() and word[-2:] in ("st", "nd", "rd", "th"))


def _read_small_clauses(doc: Doc, predicates: Predicates, verbs: frozenset[str]) -> None:
    """ "rules out Greenland joining them": the participle right after the object is what is ruled out."""
    for verb in predicates.verbs(verbs):
        for argument in verb.arguments:
            inner = predicates.get(argument.head)
            if argument.name != "participle" or inner is None or doc[inner.head].tag_ != "VBG":
                continue
            before = [
                h for h in verb.heads("object") if doc[h].right_edge.i == doc[inner.head].left_edge.i - 1
            ]
            if before:
                kept = tuple(a for a in verb.arguments if a.head not in (*before, inner.head))
                predicates[verb.head] = replace(verb, arguments=(*kept, Argument("clause", inner.head)))
                own = tuple(a for a in inner.arguments if a.name != "subject")
                predicates[inner.head] = replace(
                    inner, arguments=(*own, *(Argument("subject", h) for h in before))
                )


def _governors(predicates: Predicates) -> dict[int, tuple[Governor, ...]]:
    found: dict[int, dict[Governor, None]] = {}
    for above, predicate in predicates.items():
        for argument in predicate.arguments:
            if argument.head != above and argument.name != "appos":
                found.setdefault(argument.head, {})[Governor(above, argument.name)] = None
    return {head: tuple(over) for head, over in found.items()}
