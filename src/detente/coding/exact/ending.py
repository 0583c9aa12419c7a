"""A word in, whether its sentence tells of its end as not in sight, as still to come or as past, out."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.exact.plan import verbs_of
from detente.coding.standing.status import Statuses
from detente.reading.graph import Graph, Predicate
from detente.reading.tokens import Token
from detente.records import Status

DUE, PLANNED = "due", "participles of planning"
STILL_OPEN = ("hypothetical", "proposed", "planned")
FAR, LONGEST = frozenset({"far", "from"}), 6
OF, TOO = ("of", "to", "in", "for", "from", "with"), 4  # steps from a noun to the sign of its end
BESIDE_NOUN = ("relcl", "acl", "amod", "advcl", "appos")


def verbs_over(word: Predicate, statuses: Statuses) -> Iterator[tuple[str, Predicate]]:
    """The verbs of which it is the subject or object, each with which of the two."""
    for name, verb in statuses.graph.governing(word.head):
        if name in ("subject", "object") and verb.pos == "verb":
            yield name, verb


def has_no_end(word: Predicate, statuses: Statuses) -> bool:
    """ "No end to the siege is in sight", "no sign of a let-up in the strike", "a strike with no end in sight"."""
    graph = statuses.graph
    if word.pos != "noun" and graph.doc[word.head].tag_ != "VBG":
        return False
    if any(_is_not_over(verb, graph) for name, verb in verbs_over(word, statuses) if name == "subject"):
        return True
    near = list(_around(graph.doc[word.head]))
    for _, verb in verbs_over(word, statuses):
        near += [c for p in graph.doc[verb.head].children if p.lower_ == "with" for c in p.children]
    none = graph.words["words of none"]
    ends = [n for n in near if n.pos_ == "NOUN" and n.lemma_.lower() in graph.words["names of the end"]]
    signs = [n for n in near if n.lemma_.lower() in graph.words["names of signs"]]
    if not ends:
        return False
    verbs = [n for n in near if n.pos_ in ("VERB", "AUX")]
    told = any(c.lower_ in none for n in (*ends, *signs) for c in n.lefts)
    return told or (bool(signs) and any(c.lower_ in none for v in verbs for c in v.children))


def _is_not_over(verb: Predicate, graph: Graph) -> bool:
    """ "Is far from over", "is not over yet", "will soon be over"."""
    told = [t.lower_ for t in graph.doc[verb.head : verb.head + LONGEST]]
    over = verb.lemma == "be" and any(t in graph.words["words of being over"] for t in told)
    return over and (verb.negated or verb.tense == "future" or FAR.issubset(told)) and verb.tense != "past"


def _around(token: Token) -> Iterator[Token]:
    """The nouns above this one by "of", "to" and "in", the verb above them and what else stands beside it."""
    yield from (c for p in token.children if p.lower_ == "with" for c in p.children)
    for _ in range(TOO):
        if token.dep_ not in ("pobj", "pcomp") or token.head.lower_ not in OF:
            break
        token = token.head.head
        yield token
    verb = token if token.pos_ in ("VERB", "AUX") else token.head
    if token.dep_ not in ("nsubj", "attr", "pobj", "dobj") and verb is not token:
        return
    yield verb
    for child in verb.children:
        if child.dep_ in ("nsubj", "attr", "dobj"):
            yield child
        elif child.dep_ == "prep":
            yield from child.children


def is_over(word: Predicate, statuses: Statuses) -> Status | None:
    """ "The siege is over": there was one; "will soon be over": there is one. A truce that is over is none."""
    if word.lemma not in statuses.graph.words["what is kept up"]:
        return None
    for name, verb in verbs_over(word, statuses):
        told = [t.lower_ for t in statuses.graph.doc[verb.head : verb.head + LONGEST]]
        over = verb.lemma == "be" and any(t in statuses.graph.words["words of being over"] for t in told)
        if name == "subject" and over:
            return "under_way" if _is_not_over(verb, statuses.graph) else "occurred"
    return None


def is_to_be_ended(word: Predicate, over: list[tuple[str, Predicate]], statuses: Statuses) -> bool:
    """ "Until the strike ends", "urged them to end the war", "prayed for an end to the fighting": it goes on."""
    words, doc = statuses.graph.words, statuses.graph.doc
    if word.lemma not in words["what is kept up"]:
        return False
    ending = words["verbs of ending"] | words["verbs of leaving off"]
    ends = [verb for _, verb in over if not ending.isdisjoint(verbs_of(verb, statuses.graph))]
    token = doc[word.head]
    above = statuses.graph.predicates.get(token.head.head.i) if token.dep_ == "pobj" else None
    if above is not None and above.pos == "noun" and above.lemma in words["names of the end"]:
        ends.append(above)
    return any(statuses.readings(end.head)[0].status in STILL_OPEN and not end.negated for end in ends)


def is_due_to_end(token: Token, graph: Graph) -> bool:
    """ "The exercise, due to end on Sunday"."""
    ending = graph.words["verbs of ending"]
    planned = graph.words[PLANNED]
    beside = (c for c in token.rights if c.dep_ in BESIDE_NOUN)
    due = (c for c in beside if c.lower_ == DUE or (c.tag_ == "VBN" and c.lemma_ in planned))
    return any(
        c.dep_ in ("xcomp", "ccomp", "acl", "pcomp") and c.lemma_ in ending for d in due for c in d.rights
    )
