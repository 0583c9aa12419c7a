"""A word in, the words out whose time is the day that is set for it, though they stand further off."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.exact.plan import verbs_of
from detente.coding.exact.summing import summed_up
from detente.coding.standing.status import Statuses
from detente.reading.graph import Graph, Predicate
from detente.reading.tokens import Token

STEPS = 4  # nouns above it: "as the date of the start of the trial"
OF, FOR = ("of", "for", "to", "in"), ("for", "as")
VERBAL, ON = ("VERB", "AUX"), ("on", "for")


def set_in_other_ways(word: Predicate, statuses: Statuses) -> Iterator[int]:
    """ "Names 3 May as the first day of it", "it sets off at ten on Saturday", "3 May is when they will sign"."""
    graph = statuses.graph
    yield from named_for(word, statuses)
    if word.pos == "noun":
        yield from _set_off(word, statuses)
        yield from _called_to(graph.doc[word.head], graph)
        yield from _on_the_programme(word, graph)
        summed = summed_up(word, statuses)
        yield from () if summed is None else (summed.head,)
    else:
        yield from _when_it_comes(word, graph)


def named_for(word: Predicate, statuses: Statuses) -> Iterator[int]:
    """What names a day for it: "set 3 June for a summit", "settled on 4 July for the launch", "as its first day"."""
    graph = statuses.graph
    names = graph.words["verbs of naming a day"]
    if word.pos == "verb":
        yield from _that_is_when(graph.doc[word.head])
    noun = graph.doc[word.head]
    above = noun.head.i if noun.dep_ == "compound" else noun.i  # "for the ratification vote"
    for governor in graph.governors.get(above, ()) if word.pos == "noun" else ():
        verb = graph.predicates.get(governor.head)
        if verb is None or verb.negated or governor.name not in FOR:
            continue
        if not names.isdisjoint(verbs_of(verb, graph)) or any(
            f"{verb.lemma} {p}" in names for p in ON if verb.has(p)
        ):
            yield from (verb.head, *verb.heads("object", "on"))
    yield from _named_as_its_day(graph.doc[word.head], graph)


def its_own_day(word: Predicate, statuses: Statuses) -> Iterator[int]:
    """ "Until Saturday, when he will be buried": the day is that of the clause, whatever leads to it."""
    token = statuses.graph.doc[word.head]
    if token.dep_ not in ("relcl", "advcl") or word.pos != "verb":
        return
    when = any(c.lower_ == "when" for c in token.lefts)
    days = statuses.graph.words["names of a day"]
    led = (n.lower_ for c in token.lefts if c.dep_ == "prep" for n in c.children)
    on_which = any(word == "which" or word in days for word in led)
    if when or on_which:
        yield from (a.i for a in token.ancestors if a.pos_ in VERBAL and a.i < token.i)


def _named_as_its_day(token: Token, graph: Graph) -> Iterator[int]:
    """The verb of naming above "as polling day for the election", by way of the nouns of a beginning or a day."""
    days = graph.words["names of a first day"]
    for _ in range(STEPS):
        if token.dep_ in ("compound", "nmod", "amod", "nummod") and token.head.lemma_.lower() in days:
            token = token.head
            continue
        if token.dep_ not in ("pobj", "pcomp"):
            return
        preposition, above = token.head, token.head.head
        if preposition.lower_ in FOR and (verb := _naming(above, preposition.lower_, graph)) is not None:
            yield from (verb.i, above.i, *(c.i for c in verb.children if c.dep_ in ("dobj", "oprd")))
            return
        if preposition.lower_ not in OF or days.isdisjoint((above.lemma_.lower(), above.lower_)):
            return
        token = above
        if token.dep_ == "nsubj" and token.head.tag_ in ("VBZ", "VBP"):
            yield from (token.head.i, *(c.i for c in token.head.children if c.dep_ == "attr"))
            return


def _naming(token: Token, preposition: str, graph: Graph) -> Token | None:
    """The verb, or the one that the parser hangs on its own subject: "the union, named Monday as the day"."""
    names = graph.words["verbs of naming a day"]
    found = (
        [token]
        if token.pos_ in VERBAL
        else [c for c in token.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    )
    told = (
        v
        for v in found
        if not names.isdisjoint((v.lemma_, f"{v.lemma_} {preposition}"))
        and not any(c.dep_ == "neg" for c in v.lefts)
    )
    return next(told, None)


def _set_off(word: Predicate, statuses: Statuses) -> Iterator[int]:
    """ "The march sets off on Saturday", "the appeal comes before three judges on 4 March"."""
    graph = statuses.graph
    starting, ending = graph.words["verbs of setting off"], graph.words["verbs of ending"]
    for name, verb in graph.governing(word.head):
        if verb.negated or verb.perfect or verb.progressive:
            continue
        if name != "subject" and not _is_gone_to(name, verb, statuses):
            continue
        called = verbs_of(verb, graph)
        lasts = not (
            ending | graph.words["verbs of lasting"] | graph.words["verbs of carrying on"]
        ).isdisjoint(called)
        planned = statuses.readings(verb.head)[0].status == "planned"
        alone = planned and not verb.passive and not lasts and not verb.has("object")
        if verb.tense == "present" and (alone or not starting.isdisjoint(called)):
            yield from (verb.head, *(c.i for c in graph.doc[verb.head].children if c.dep_ == "acomp"))
            below = (p for p in graph.doc[verb.head].children if p.dep_ == "prep")
            yield from (c.i for p in below for c in p.children if c.dep_ == "pobj")


def _is_gone_to(name: str, verb: Predicate, statuses: Statuses) -> bool:
    """ "Voters go to the polls on 17 March", "is due in Strelsau on Thursday for talks"."""
    return name in ("to", "for") and statuses.readings(verb.head)[0].status in ("planned", "scheduled")


def _on_the_programme(word: Predicate, graph: Graph) -> Iterator[int]:
    """ "On the programme for Thursday is a visit", "Thursday's agenda includes a meeting", "put on the agenda"."""
    for name, verb in graph.governing(word.head):
        if verb.negated or name not in ("subject", "object", "attr", "among"):
            continue
        token = graph.doc[verb.head]
        near = [c for c in token.children if c.dep_ in ("nsubj", "attr")]
        near += [n for p in token.children if p.dep_ == "prep" for n in p.children]
        listing = [n.i for n in (token, *near) if n.lemma_.lower() in graph.words["names of a programme"]]
        if listing:
            yield from (*listing, token.i)


def _called_to(token: Token, graph: Graph) -> Iterator[int]:
    """ "Have been called by the chair of the bloc for a session on Thursday", where "for" hangs on the chair."""
    if token.dep_ != "pobj" or token.head.lower_ not in ("for", "to"):
        return
    verb = next((a for a in token.ancestors if a.pos_ in VERBAL), None)
    if verb is None or verb.lemma_.lower() not in graph.words["verbs of calling for a day"]:
        return
    agents = (c for c in verb.children if c.dep_ == "agent" and c.is_ancestor(token))
    if any(agents) and not any(c.dep_ == "neg" for c in verb.lefts):
        yield from (token.i, verb.i)


def _that_is_when(token: Token) -> Iterator[int]:
    """ "Keep 3 October free: that is when it opens": all that stands before "that" in this sentence and the last."""
    clause = token.head if token.dep_ == "ccomp" else token  # "when the agency says it will"
    top = clause.head
    when = any(c.lower_ == "when" for t in (token, clause) for c in t.lefts)
    this = next((c for c in top.lefts if c.dep_ == "nsubj" and c.lower_ in ("that", "this")), None)
    if not when or this is None or top.tag_ != "VBZ" or this.i == 0:
        return
    yield from range(this.doc[this.sent.start - 1].sent.start if this.sent.start else 0, this.i)


def _when_it_comes(verb: Predicate, graph: Graph) -> Iterator[int]:
    """ "Meets on 1 March, when it will debate it", "3 May is the day on which they will sign", "will resume flying
    on Monday"."""
    token = graph.doc[verb.head]
    if verb.tense == "past":
        return
    if any(c.dep_ == "advmod" and c.lower_ in ("when", "where") for c in token.lefts) and token.dep_ in (
        "advcl",
        "relcl",
    ):
        yield token.head.i
        above = [a for a in token.ancestors if a.pos_ in VERBAL]
        yield from (i for a in above for i in (a.i, *(c.i for c in a.children if c.dep_ == "dobj")))
    for come in (c for c in token.lefts if c.dep_ == "advcl" and c.lower_ == "come"):
        yield come.i  # "come Saturday, the two fleets will sail"
    cleft = token.head if token.dep_ == "ccomp" and token.head.lemma_ == "be" else None
    if cleft is not None and any(c.lower_ == "it" for c in cleft.lefts) and cleft.tag_ != "VBD":
        yield cleft.i  # "it will be on 9 March that they withdraw"
    if token.dep_ == "relcl" and token.head.lemma_.lower() in graph.words["names of a day"]:
        above = [a for a in token.ancestors if a.pos_ in VERBAL]
        yield from (i for a in above for i in (a.i, *(c.i for c in a.children if c.dep_ == "parataxis")))
    yield from (c.i for c in token.children if c.dep_ == "xcomp" and c.tag_ == "VBG")
    names = graph.words[
        "verbs of naming a day"
    ]  # "Senate vote set for April 14", where a noun was read as a verb
    yield from (
        c.i for c in token.rights if c.dep_ in ("xcomp", "acl") and c.tag_ == "VBN" and c.lemma_ in names
    )
