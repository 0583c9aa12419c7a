"""Events of one report in, what links them out: cause, condition, earlier plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.standing.moods import is_supposed
from detente.coding.standing.status import Statuses
from detente.reading.graph import Graph, Predicate
from detente.reading.tokens import Doc
from detente.records import Cause, Span, Time

PLANNED = ("scheduled", "planned", "proposed")
OFF = ("postponed", "cancelled", "declined")
BLOWS = frozenset({"disaster", "disease"})  # noun classes
CLAUSES = ("advcl", "acl", "ccomp", "pcomp")
OPEN = (*PLANNED, "hypothetical", "declined")


def cause_of(number: int, drafts: Sequence[Draft], statuses: Statuses) -> Cause | None:
    """ "due to the discovery of ...": the phrase, and the event that it tells of if that is coded."""
    draft, graph = drafts[number], statuses.graph
    for reason in (*_forced_by(draft, graph), *_held_up_by(draft, statuses)):
        return Cause(event=_event_within(reason, number, drafts, graph.doc), span=_phrase(reason, graph.doc))
    for head in dict.fromkeys((*(a.head for a in draft.applied), *draft.path)):
        predicate = graph.predicates.get(head)
        for reason in _reasons(predicate, graph) if predicate else ():
            if reason not in (draft.head, *draft.path):
                return Cause(
                    event=_event_within(reason, number, drafts, graph.doc), span=_phrase(reason, graph.doc)
                )
    return None


def _forced_by(draft: Draft, graph: Graph) -> Iterator[int]:
    """ "Floods forced her to put off the visit": what made somebody give up a plan, and nobody by name."""
    for head in draft.path if draft.status in OFF else ():
        predicate = graph.predicates.get(head)
        if predicate is not None and graph.doc[head].lemma_.lower() in graph.words["forcing"]:
            yield from (h for h in predicate.heads("subject") if graph.doc[h].pos_ == "NOUN")


def _held_up_by(draft: Draft, statuses: Statuses) -> Iterator[int]:
    """ "Was delayed by a strike", "snow delayed it": what put it off, where that is no person."""
    graph, lexicon = statuses.graph, statuses.lexicon
    for applied in draft.applied:
        verb = graph.predicates.get(applied.head)
        if applied.operator.status not in OFF or verb is None or verb.pos != "verb":
            continue
        for head in verb.heads("subject", "by"):
            lemma = graph.doc[head].lemma_.lower()
            known = lemma in lexicon.noun_frames or lemma in graph.words["what holds things up"]
            if (
                known or BLOWS & set(lexicon.classes.get(lemma, ()))
            ) and head not in statuses.mentions.actors:
                yield head


def _reasons(predicate: Predicate, graph: Graph) -> Iterator[int]:
    """Heads of what is told as the cause: "because of it", "in response to it", "citing it"."""
    causes = graph.words["cause prepositions"]
    for argument in predicate.arguments:
        if argument.name in causes:
            yield argument.head
        token = graph.doc[argument.head]
        if token.lower_ in causes and token.pos_ == "VERB" and argument.name == "participle":
            yield from (c.i for c in token.children if c.dep_ == "dobj")
        for inner in token.children if token.dep_ == "pobj" else ():
            if inner.dep_ == "prep" and graph.doc.span(token.head.i, inner.i + 1).text.lower() in causes:
                yield from (c.i for c in inner.children if c.dep_ in ("pobj", "pcomp"))


def condition_of(draft: Draft, graph: Graph) -> Cause | None:
    """The clause on which an event that has not come hangs, or the one in which it is supposed."""
    if draft.status not in OPEN:
        return None
    for head in draft.path:
        predicate = graph.predicates.get(head)
        if predicate is not None and predicate.conditional:
            return Cause(span=_phrase(head, graph.doc))
        for condition in predicate.heads(*sorted(graph.words["conditions that hold"])) if predicate else ():
            return Cause(span=_phrase(condition, graph.doc))
        for clause in _supposed_below(head, draft, graph):
            return Cause(span=_phrase(clause, graph.doc))
    return None


def _supposed_below(head: int, draft: Draft, graph: Graph) -> Iterator[int]:
    """Clauses that a conjunction of several words or their order supposes: "provided that ...", "should he go"."""
    for token in graph.doc[head].subtree:
        inner = graph.predicates.get(token.i)
        if inner is None or inner.pos != "verb" or token.i in draft.path or token.dep_ not in CLAUSES:
            continue
        if inner.mood == "indicative" and is_supposed(inner, graph):
            yield token.head.i if token.dep_ == "ccomp" else token.i  # "provided" stands above its clause


def earlier_plans(
    drafts: Sequence[Draft], times: Sequence[Time | None], happenings: Sequence[int], graph: Graph
) -> dict[int, int]:
    """For each event, the number of the plan of the same happening that a postponement has overtaken."""
    found: dict[int, int] = {}
    for number, draft in enumerate(drafts):
        if draft.status not in ("postponed", "cancelled"):
            continue
        plan = _plan_before(number, drafts, happenings, graph)
        if plan is None:
            continue
        for other, candidate in enumerate(drafts):
            moved = candidate.status in PLANNED and other != plan and times[other] != times[plan]
            if happenings[other] == happenings[number] and (other == number or moved):
                found[other] = plan
    return found


def _plan_before(number: int, drafts: Sequence[Draft], happenings: Sequence[int], graph: Graph) -> int | None:
    sentence = graph.doc[drafts[number].head].sent
    plans = [n for n, d in enumerate(drafts) if d.status in PLANNED and happenings[n] == happenings[number]]
    near = [n for n in plans if sentence.start <= drafts[n].head < sentence.end]
    near = [n for n in near if not (drafts[n].head >= drafts[number].head and _is_to_come(drafts[n], graph))]
    old = near or [n for n in plans if _had_been_planned(drafts[n], graph)]
    return old[-1] if old else None


def _is_to_come(draft: Draft, graph: Graph) -> bool:
    """ "Has put off the trip, and the visit will take place in autumn": told after it, it is what comes of it.

    So too of one noun: "the trip, put off in May, will begin in June".
    """
    verbs = [graph.predicates[head] for head in (draft.head, *draft.path) if head in graph.predicates]
    return any(v.modal in graph.words["modals of what comes"] and not v.perfect for v in verbs)


def _had_been_planned(draft: Draft, graph: Graph) -> bool:
    """ "The visit had been planned for March"; not "she said that both had agreed on March", which may be new."""
    for verb in (graph.doc[one.head] for one in draft.applied if one.head in draft.path):
        before = any(c.dep_ == "aux" and c.tag_ == "VBD" for c in verb.children)
        told = verb.dep_ == "ccomp" and verb.head.i < verb.i
        if before and graph.predicates[verb.i].perfect and not told:
            return True
    return False


def _event_within(head: int, number: int, drafts: Sequence[Draft], doc: Doc) -> str | None:
    inside = {t.i for t in doc[head].subtree}
    return next((f"e{n + 1}" for n, d in enumerate(drafts) if d.head in inside and n != number), None)


def _phrase(head: int, doc: Doc) -> Span:
    tokens = [t for t in doc[head].subtree if not t.is_space]
    while len(tokens) > 1 and tokens[-1].is_punct and tokens[-1].i > head:
        tokens.pop()
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
