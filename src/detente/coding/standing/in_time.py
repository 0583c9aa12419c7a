"""A clause of time ("once they agree", "before it was signed") in, how it hangs on the clause around it out."""

from __future__ import annotations

from detente.coding.standing.moods import follows, is_present_perfect
from detente.reading.graph import Graph, Predicate

UNTIMED = ("infinitive", "participle")  # "denies shelling the camp after Sylvania blames it"
BEHIND = ("after", "since", "following")


def clause_around(graph: Graph, verb: Predicate, path: tuple[int, ...]) -> Predicate | None:
    """The verb of the clause around a clause of time that has no modal; None for other clauses."""
    around = (graph.predicates.get(a.i) for a in graph.doc[verb.head].ancestors)
    outer = next((p for p in around if p is not None and p.pos == "verb"), None)
    if outer is None or outer.head in path or verb.modal is not None:
        return None
    return outer if follows(verb, "conjunctions of time", graph) else None


def is_cut_short(graph: Graph, verb: Predicate, outer: Predicate) -> bool:
    """ "fell through before it was signed": it never was."""
    return outer.lemma in graph.words["verbs that cut short"] and follows(verb, "before", graph)


def hangs_in_time(graph: Graph, verb: Predicate, outer: Predicate) -> bool:
    """Whether the clause is told in the present and so is as far off as the one around it; but "vows to fight on
    after Sylvania raises its duties" tells news in the present."""
    after = follows(verb, "after", graph)
    now = verb.tense == "present" or (is_present_perfect(verb, graph) and not after)
    if not now and after and verb.tense == "past" and verb.lemma in graph.words["harm that is answered"]:
        return False  # "said that it would close the border after Sylvania shelled a post"
    if not now:
        return outer.modal in graph.words["supposing modals"]
    return not (outer.mood in UNTIMED and after)


def is_told_first(graph: Graph, verb: Predicate) -> bool:
    """ "Will not renew the pact after Sylvania expels two envoys": why it is off, and news in the present."""
    return verb.tense == "present" and follows(verb, "after", graph)


def turns(graph: Graph, verb: Predicate) -> bool:
    """ "Until they freed him": the clause names the turning point."""
    return follows(verb, "turning points", graph)


def is_waited_for(graph: Graph, verb: Predicate) -> bool:
    """ "rules out a truce until they lay down their arms": they have not; but "hold it until troops drive them out"."""
    now = verb.tense == "present" or is_present_perfect(verb, graph)
    went_on = verb.lemma in graph.words["deeds that end a fight"] and not verb.perfect
    return now and not went_on and turns(graph, verb)


def done_for(graph: Graph, purpose: Predicate) -> Predicate | None:
    """ "flew home to report to the king after meeting the envoy": the verb of what was done for the purpose."""
    over = graph.governors.get(purpose.head, ())
    return next((graph.predicates.get(g.head) for g in over if g.name == "purpose"), None)


def comes_before(graph: Graph, verb: Predicate, outer: Predicate) -> bool:
    """ "Came a day before the king visits Strelsau": told in the present, it is still to come; but news of the day
    is told in the present too ("rioters attack it, before they are driven off")."""
    now = verb.tense == "present" and not verb.perfect and verb.mood == "indicative"
    told = outer.tense == "past" or outer.lemma in graph.words["verbs of coming about"]
    return now and told and follows(verb, "before", graph)


def is_behind(graph: Graph, verb: Predicate) -> bool:
    """ "Opens an embassy after breaking with Sylvania in March": it was done before what is told, in whatever March."""
    return graph.is_under(verb.head, *BEHIND)


def is_gone_through(noun: Predicate, verb: Predicate, graph: Graph) -> bool:
    """ "Is in talks with": not over yet."""
    now = verb.lemma == "be" and verb.tense == "present" and not verb.perfect and verb.modal is None
    return now and noun.lemma in graph.words["what one is in"] and noun.head in verb.heads("in")
