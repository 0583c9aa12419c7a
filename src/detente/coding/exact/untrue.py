"""A word in, whether a report of it is called untrue, or the idea or request of it is refused, out."""

from __future__ import annotations

from detente.coding.exact.plan import ways_of
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.reading.graph import Governor, Predicate
from detente.reading.tokens import Token

UNTRUE = "words of untruth"
LEADING_TO = ("in", "to", "behind")


def is_called_untrue(word: Predicate, statuses: Statuses) -> bool:
    """ "Reports of a mutiny are pure fiction", "described the story as an invention", "dismissed talk of a rift"."""
    graph = statuses.graph
    reports = _reports_over(word, statuses)
    if any(_holds_no_truth(graph.doc[report.head], statuses) for report in reports):
        return True
    itself = word.pos == "noun" and word.lemma not in graph.words["names of reports"]
    told = (*reports, *((word,) if itself else ()))
    return any(
        _is_by_it_untrue(told_of, governor, statuses, is_report=told_of in reports)
        for told_of in told
        for governor in graph.governors.get(told_of.head, ())
    )


def _reports_over(word: Predicate, statuses: Statuses) -> list[Predicate]:
    """The reports that tell of it; "the report on the crash" is of one that there was."""
    graph = statuses.graph
    at = graph.doc[word.head].head
    if (at.lower_ == "on" and at.dep_ == "prep") or _is_done_to_report(graph.doc[word.head]):
        return []
    heads = [
        *statuses.readings(word.head)[0].path,
        *graph.above(word.head),
        at.i,
    ]
    over = [p for head in dict.fromkeys(heads) if (p := graph.predicates.get(head)) is not None]
    names = graph.words["names of reports"]
    return [p for p in over if p.pos == "noun" and p.head != word.head and p.lemma in names]


def _is_done_to_report(token: Token) -> bool:
    """ "The claims made by the rector": that they were made is not what they tell."""
    beside = token.dep_ in ("acl", "relcl", "amod") and token.tag_ in ("VBN", "VBG", "VBD", "VBZ")
    return beside and all(c.lower_ != "that" for c in token.lefts)


def _is_by_it_untrue(told: Predicate, governor: Governor, statuses: Statuses, *, is_report: bool) -> bool:
    """Whether this verb over a report, or over what is told itself, says that it is not so."""
    graph = statuses.graph
    verb = graph.predicates.get(governor.head)
    if verb is None or verb.pos != "verb" or verb.negated:
        return False
    token = graph.doc[verb.head]
    if governor.name == "subject" and verb.lemma in graph.words["verbs of turning out"]:
        return holds(token, ("acomp", "attr", "oprd", "prep"), UNTRUE, statuses)
    if is_report and not ways_of(verb, governor.name, graph).isdisjoint(
        graph.words["verbs of calling untrue"]
    ):
        return True
    if governor.name != "object":
        return False
    turned = token.dep_ == "xcomp" and token.head.lemma_ in graph.words["verbs of turning out"]
    told_only = (
        is_report or turned or bool(statuses.readings(told.head)[0].applied)
    )  # not "the song was invented"
    invented = told_only and verb.passive and verb.lemma in graph.words["verbs of inventing"]
    if invented or (is_report and _is_named_at_the_end(graph.doc[told.head], verb, statuses)):
        return True
    return holds(token, ("oprd", "prep", "acomp", "xcomp", "ccomp"), UNTRUE, statuses)


def _holds_no_truth(report: Token, statuses: Statuses) -> bool:
    """ "There was no truth in talk of a coup", also where "the ministry said" stands between."""
    if report.dep_ == "nsubj" and report.head.lemma_ == "have":  # "the rumours have no basis"
        return any(_is_no_truth(c, statuses) for c in report.head.children if c.dep_ == "dobj")
    if report.dep_ != "pobj" or report.head.lower_ not in LEADING_TO:
        return False
    truth = report.head.head
    if truth.lower_ in ("whatever", "whatsoever"):
        truth = truth.head
    there = truth.lemma_ == "be" and any(c.dep_ == "expl" for c in truth.children)  # "no truth at all in"
    between = truth.head.children if truth.dep_ == "parataxis" else truth.children if there else ()
    return any(
        _is_no_truth(t, statuses) for t in (truth, *(c for c in between if c.dep_ in ("attr", "dobj")))
    )


def _is_no_truth(truth: Token, statuses: Statuses) -> bool:
    known = truth.lemma_.lower() in statuses.graph.words["names of truth"]
    return known and any(c.lower_ in statuses.graph.words["no more than"] for c in truth.lefts)


def _is_named_at_the_end(report: Token, verb: Predicate, statuses: Statuses) -> bool:
    """ "Called reports of a raid on the village “enemy propaganda”", where the parser hangs the last words lower."""
    doc = report.doc
    words = [t for t in doc[report.i : report.right_edge.i + 1] if not t.is_punct]
    quoted = any(t.is_quote for t in doc[report.i : report.right_edge.i + 2])
    calls = verb.lemma in statuses.graph.words["calling verbs"]
    return calls and quoted and words[-1].lower_ in statuses.graph.words[UNTRUE]


def holds(token: Token, places: tuple[str, ...], words: str, statuses: Statuses) -> bool:
    """Whether one of these words stands in one of these places below the verb."""
    untrue = statuses.graph.words[words]
    below = [c for c in token.children if c.dep_ in places]
    below += [
        g for c in below for g in c.children if g.dep_ in ("pobj", "amod", "pcomp", "attr", "conj", "acomp")
    ]
    for prep in _as_below(token):  # "reports of a raid as fiction", where the parser hangs "as" on the noun
        below += [g for g in prep.children if g.dep_ == "pobj"]
    no = statuses.graph.words["negative words"]
    return any(
        t.lower_ in untrue and not any(c.dep_ == "neg" or c.lower_ in no for c in t.lefts) for t in below
    )


def _as_below(verb: Token) -> list[Token]:
    end = verb.sent.end
    return [t for t in verb.doc[verb.i : end] if t.lower_ == "as" and verb in (*t.ancestors,)]


def _nouns_over(word: Predicate, names: str, statuses: Statuses) -> list[Predicate]:
    over = statuses.graph.over(word.head)
    nouns = [p for p in over if p.pos == "noun"]
    return [noun for noun in nouns if noun.lemma in statuses.graph.words[names]]


def is_of_a_refused_idea(word: Predicate, statuses: Statuses) -> bool:
    """ "Dismissed the idea of a joint inquiry as absurd"."""
    graph = statuses.graph
    ideas = _nouns_over(word, "names of ideas", statuses)
    return any(is_governed_so(idea.head, "verbs of refusing", statuses) for idea in ideas) and not any(
        c.dep_ == "mark" and c.lower_ == "that" for c in graph.doc[word.head].lefts
    )


def is_governed_so(head: int, words: str, statuses: Statuses) -> bool:
    """Whether what stands there is governed by one of these verbs, told as a fact."""
    graph = statuses.graph
    for name, verb in graph.governing(head):
        if verb.pos != "verb" or verb.negated or verb.modal is not None:
            continue
        if name != "subject" and not ways_of(verb, name, graph).isdisjoint(graph.words[words]):
            return verb.mood != "infinitive" and statuses.readings(verb.head)[0].status in HAPPENED
    return False


def is_of_a_refused_request(word: Predicate, statuses: Statuses) -> bool:
    """ "A request for his extradition was denied", "gave a cold no to their plea for a truce", "met with a flat no"."""
    graph = statuses.graph
    for request in _nouns_over(word, "names of what is asked", statuses):
        if is_governed_so(request.head, "verbs of refusing", statuses):
            return True
        for verb in graph.over(request.head):
            if verb.pos != "verb" or verb.modal is not None:
                continue
            answer = {graph.doc[h].lower_ for h in verb.heads("with", "on", "against")}
            met = verb.lemma in graph.words["verbs of meeting with"] and not verb.negated
            if met and answer & graph.words["names of refusal"]:
                return True
    return False


def was_another(word: Predicate, statuses: Statuses) -> bool:
    """ "It was not Sylvania that broke the truce"."""
    graph = statuses.graph
    be = graph.doc[word.head].head
    it = any(c.dep_ in ("nsubj", "expl") and c.lower_ == "it" for c in be.children)
    verb = graph.predicates.get(be.i)
    who = any(c.lower_ in ("that", "who", "which") for c in graph.doc[word.head].lefts)
    if be.dep_ == "attr":  # the clause hangs on whoever it was not
        return who and _was_another_at(be.head, statuses)
    named = any(c.dep_ == "attr" for c in be.children)  # "it is not clear who fired"
    return it and who and named and be.lemma_ == "be" and verb is not None and verb.negated


def _was_another_at(be: Token, statuses: Statuses) -> bool:
    verb = statuses.graph.predicates.get(be.i)
    it = any(c.dep_ in ("nsubj", "expl") and c.lower_ == "it" for c in be.children)
    return it and be.lemma_ == "be" and verb is not None and verb.negated
