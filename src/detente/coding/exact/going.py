"""A word in, whether turns of phrase tell that what it names has begun and is not over out."""

from __future__ import annotations

from detente.coding.exact.doing import is_at_it, lasts_itself
from detente.coding.exact.ending import is_due_to_end, is_to_be_ended, verbs_over
from detente.coding.exact.plan import verbs_of
from detente.coding.standing.composing import COMING, HAPPENED, OFF
from detente.coding.standing.moods import is_present_perfect
from detente.coding.standing.status import Statuses
from detente.reading.graph import Graph, Predicate
from detente.reading.tokens import Token

PAST, BESIDE_NOUN = ("VBD", "VBN"), ("relcl", "acl", "amod", "advcl", "appos")


def is_in_force(word: Predicate, statuses: Statuses) -> bool:
    """ "The curfew remains in place", "is still in force"; "now in its final hours"."""
    graph, token = statuses.graph, statuses.graph.doc[word.head]
    if word.pos != "noun":
        return False
    for name, verb in verbs_over(word, statuses):
        if name != "subject" or verb.negated or verb.tense != "present" or verb.perfect:
            continue
        beside = list(graph.doc[verb.head].children)
        stays = verb.lemma in graph.words["verbs of staying so"]
        still = stays or any(c.lower_ == "still" for c in beside)
        within = [n.lower_ for p in beside if p.lower_ in ("in", "into", "at") for n in p.children]
        if verb.lemma == "be" and not graph.words["names of stages"].isdisjoint(within):
            return True
        if still and not graph.words["names of force"].isdisjoint(within):
            return stays or verb.lemma == "be"
    spans = (n for p in token.rights if p.lower_ == "in" for n in p.children)
    return any(_is_late_in_it(n, graph) for n in spans)


def _is_late_in_it(unit: Token, graph: Graph) -> bool:
    late = {c.lower_ for c in unit.lefts} & graph.words["words of the last hours"]
    owned = any(c.dep_ == "poss" for c in unit.lefts)
    return bool(late) and owned and unit.lemma_.lower() in graph.words["units that are counted"]


def is_going(word: Predicate, statuses: Statuses) -> bool:
    """Whether what has happened is still at it, by any of these turns."""
    return (
        is_at_it(word, statuses)
        or lasts_itself(word, statuses)
        or is_not_stopped(word, statuses)
        or any(r.status == "under_way" for r in statuses.readings(word.head))
        or _has_begun_by_now(word, statuses)
        or has_an_age(word, statuses)
        or is_partly_done(word, statuses)
        or is_in_force(word, statuses)
    )


def _has_begun_by_now(word: Predicate, statuses: Statuses) -> bool:
    """ "The counting has begun", "the airlift has so far brought out 900 people"."""
    graph = statuses.graph
    if word.pos != "noun" and not any(c.dep_ == "det" for c in graph.doc[word.head].lefts):
        return False
    for name, verb in verbs_over(word, statuses):
        if verb.negated or not is_present_perfect(verb, graph):
            continue
        if name == "object":  # "police have launched a manhunt"
            if (
                verb.lemma in graph.words["launching verbs"]
                and word.lemma in graph.words["what goes on once begun"]
            ):
                return True
            continue
        beside = list(graph.doc[verb.head].children)
        if any(c.dep_ == "xcomp" for c in beside):  # "has begun to look like a blunder"
            continue
        so_far = any(c.lower_ == "far" and any(a.lower_ == "so" for a in c.lefts) for c in beside)
        if so_far or verb.lemma in graph.words["verbs of just beginning"]:
            return True
    return False


def has_begun_to_last(word: Predicate, statuses: Statuses) -> bool:
    """ "The count, begun at dawn, should be over by noon", "is expected to continue until Friday", "runs until May"."""
    if word.pos != "noun" or word.negated:
        return False
    graph, over = statuses.graph, list(verbs_over(word, statuses))
    if any(name == "subject" and _runs_on(verb, over, graph) for name, verb in over):
        return True
    later = [verb for _, verb in over if _is_still_to_end(verb, statuses)]
    starting = graph.words["verbs of beginning"]
    ahead = any(v.lemma in starting and statuses.readings(v.head)[0].status in COMING for _, v in over)
    if ahead:  # "will begin in May and continue until June"
        return False
    if any(_goes_on_for(verb, graph) for name, verb in over if verb in later and name == "subject"):
        return True
    if is_to_be_ended(word, over, statuses):
        return True
    return (bool(later) and _has_begun(word, over, graph)) or is_due_to_end(graph.doc[word.head], graph)


def _runs_on(verb: Predicate, over: list[tuple[str, Predicate]], graph: Graph) -> bool:
    """ "Runs until Friday": but not "begins on Monday and runs until Friday"."""
    lasting = not graph.words["verbs of lasting"].isdisjoint(verbs_of(verb, graph))
    ends = any(verb.has(p) for p in graph.words["prepositions of an end"])
    starts = verb.has("from") or any(v.lemma in graph.words["verbs of beginning"] for _, v in over)
    return verb.tense == "present" and lasting and ends and not (starts or verb.negated)


def _goes_on_for(verb: Predicate, graph: Graph) -> bool:
    """ "Will continue until Friday", and not "will continue on Friday"."""
    on = not graph.words["verbs of carrying on"].isdisjoint(verbs_of(verb, graph))
    if on and any(verb.has(p) for p in graph.words["prepositions of lasting"]):
        return True
    if on and any(
        c.lower_ == "long" and any(a.lower_ == "how" for a in c.lefts) for c in graph.doc[verb.head].children
    ):
        return True
    more = graph.words["words of more of it"]  # "will last another week"
    lasts = on or verb.lemma in graph.words["verbs of lasting"]
    units = (
        c for c in graph.doc[verb.head].subtree if c.lemma_.lower() in graph.words["units that are counted"]
    )
    return lasts and any(c.lower_ in more for u in units for c in u.lefts)


def _is_still_to_end(verb: Predicate, statuses: Statuses) -> bool:
    words, called = statuses.graph.words, verbs_of(verb, statuses.graph)
    lasting = words["verbs of lasting"] | words["verbs of carrying on"] | words["phrases of taking long"]
    if (lasting | words["verbs of ending"]).isdisjoint(called) or verb.negated:
        return False
    status = statuses.readings(verb.head)[0].status
    return status in COMING or status == "hypothetical" or verb.modal is not None or verb.tense == "future"


def _has_begun(word: Predicate, over: list[tuple[str, Predicate]], graph: Graph) -> bool:
    """ "Which started at dawn", "begun at midnight", "began at dawn and ..."; the clause may hang on a later noun."""
    token, starting = graph.doc[word.head], graph.words["verbs of beginning"]
    if any(
        graph.doc[v.head].tag_ in PAST and not v.negated and v.lemma in starting and not v.modal
        for _, v in over
    ):
        return True
    clauses = (t for t in token.subtree if t.dep_ in BESIDE_NOUN and t.i > token.i and t.tag_ in PAST)
    return any(
        c.lemma_.lower() in starting and not any(a.dep_ == "neg" or a.tag_ == "MD" for a in c.lefts)
        for c in clauses
    )


def is_not_stopped(word: Predicate, statuses: Statuses) -> bool:
    """ "Has not stopped shelling it", "refuses to lift the siege"."""
    graph = statuses.graph
    for name, verb in graph.governing(word.head):
        if name not in ("clause", "object"):
            continue
        if graph.words["verbs of leaving off"].isdisjoint(verbs_of(verb, graph)):
            continue
        if verb.negated and (verb.tense == "present" or is_present_perfect(verb, graph)):
            return verb.modal is None
        over = graph.over(verb.head)
        refused = any(o.lemma in graph.words["verbs of refusing"] for o in over)
        if refused and verb.mood == "infinitive" and statuses.readings(verb.head)[0].status in OFF:
            return True
    return False


def has_an_age(word: Predicate, statuses: Statuses) -> bool:
    """ "Day 12 of the strike", "it is the third week of the strike", "three days into the curfew", "is 40 days old"."""
    graph = statuses.graph
    token = graph.doc[word.head]
    for _, verb in verbs_over(word, statuses):
        old = [c for c in graph.doc[verb.head].children if c.dep_ == "acomp" and c.lower_ == "old"]
        if verb.lemma == "be" and verb.tense == "present" and old:
            return True
    if token.dep_ != "pobj" or token.head.lower_ not in ("of", "into"):
        return False
    unit = token.head.head
    if unit.lemma_.lower() not in graph.words["units that are counted"]:
        return False
    numbered = any(c.lower_ in graph.words["ordinals"] or c.tag_ == "CD" for c in unit.children)
    return numbered and _is_told_now(unit, graph)


def _is_told_now(unit: Token, graph: Graph) -> bool:
    above = [p for a in unit.ancestors if (p := graph.predicates.get(a.i)) is not None and p.pos == "verb"]
    return not above or (above[0].tense == "present" and not above[0].negated)


def _is_on(verb: Predicate, graph: Graph) -> bool:
    """ "A manhunt is on for the gunman"."""
    on = [c for c in graph.doc[verb.head].rights if c.lower_ == "on" and not any(True for _ in c.children)]
    return bool(on) and verb.lemma == "be" and verb.tense == "present" and not verb.negated


def is_partly_done(word: Predicate, statuses: Statuses) -> bool:
    """ "The pullout is nearly complete", "is only half done"; "is gathering pace", "has intensified"."""
    graph = statuses.graph
    if word.pos != "noun":
        return False
    for name, verb in verbs_over(word, statuses):
        if name == "subject" and _is_on(verb, graph):
            return True
        token = graph.doc[verb.head]
        told = [token, *(c for c in token.children if c.dep_ in ("acomp", "attr", "prep", "advmod", "oprd"))]
        done = [t for t in told if t.lemma_.lower() in graph.words["verbs of being done"]]
        part = graph.words["words of being partly done"]
        beside = (c.lower_ for t in ((*done, token) if done else ()) for c in t.lefts)
        if verb.tense == "present" and any(word in part for word in beside):
            return True
        grows = graph.words["verbs of lasting ways"] | graph.words["verbs of making more of it"]
        if name == "object" and verb.passive and verb.lemma in grows and is_present_perfect(verb, graph):
            return not verb.negated  # "the hunt has been widened"
        if name != "subject" or verb.negated or statuses.readings(verb.head)[0].status not in HAPPENED:
            continue
        called = verbs_of(verb, graph)
        wax = graph.words["verbs of waxing" if verb.progressive else "verbs of waxing told at once"]
        if verb.tense == "present" and not verb.perfect and not wax.isdisjoint(called):
            return True
        if is_present_perfect(verb, graph) and not graph.words["verbs of lasting ways"].isdisjoint(called):
            return True
    return False
