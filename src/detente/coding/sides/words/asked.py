"""Who is asked, and who asked for what is done or refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of, without
from detente.coding.reasons import because, only_because
from detente.coding.roles.known import any_known, known_among
from detente.coding.roles.mentions import Mentions
from detente.coding.roles.roles import actors_at, actors_of, distinct, sides, without_states
from detente.coding.sides.looking.told_before import told_before
from detente.coding.standing.status import Statuses
from detente.reading.graph import Graph
from detente.records import Actor

ASKING, NOUN = "REQUEST", "noun"
AT = ("at", "upon", "on")
SAID, AGAINST_A_THIRD = ("clause", "adverbial"), "call for action"  # arguments, a kind
MEANS, TO_WHOM, IN_WRITING = ("participle", "purpose"), ("to", "object", "indirect"), ("in", "by")
GRANTED = frozenset({"AGREE", "AID", "CONCEDE"})  # types
OFF = ("postponed", "cancelled")  # statuses
WHY = "asked for it"
CUSTODY, JUSTICE, EXTRADITION = "custody", "justice", "extradition"  # groups of kinds, a kind
ASKED = frozenset({"ACCUSE", "REQUEST"})  # types
DESPITE, OBJECT, CLAUSE = "despite", "object", "clause"
FROM_WHOM = ("from", "by", "poss", "adj", "mod")
BARE = "refusal"  # a kind


def with_who_was_asked(draft: Draft, statuses: Statuses) -> Draft:
    """A request in, whoever was asked out, where the words around it say so.

    "At the request of Sylvania, Ruritania arrests a fugitive": Sylvania asked Ruritania. "Sylvania wrote to Ruritania
    asking for guns to beat the rebels", "in a message to Ruritania it demanded redress": whom it writes to it asks.
    The draft with who acts in the clause that it stands in.
    """
    graph = statuses.graph
    if graph.predicates[draft.head].pos != NOUN:
        return draft
    for name, verb in graph.governing(draft.head):
        if name not in AT or verb.pos == NOUN:
            continue
        found = without(actors_at(("subject",), verb, graph, statuses.mentions), draft.actors)
        if found:
            why = f"acts in '{graph.doc[verb.head].text}'"
            return replace(draft, recipients=because(found, why))
    return draft


def with_who_did_it(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Was held in Strelsau at the request of Sylvania": whoever held him was asked, also where that is only inferred."""
    graph = statuses.graph
    if graph.predicates[draft.head].pos != NOUN:
        return draft
    above = set(graph.above(draft.head, *AT))
    for deed in drafts:
        found = without(deed.actors, draft.actors) if deed.head in above else ()
        if found and all(a.country or a.id for a in found):
            why = f"does what '{graph.doc[deed.head].text}' says"
            return replace(draft, recipients=because(found, why))
    return draft


def with_whom_it_wrote_to(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with the addressee of the letter or call in which it is made, where no state is asked yet."""
    graph = statuses.graph
    if any_known(draft.recipients):
        return draft
    heads = (draft.head, *(a.head for a in draft.applied))
    addressed = (who for head in heads for who in _addressed(head, graph, statuses.mentions))
    found = without(tuple(addressed), draft.actors)
    if not found:
        return draft
    why = f"is written or spoken to, in '{graph.doc[draft.head].text}'"
    return replace(draft, recipients=distinct(because(found, why)))


def with_whom_it_is_told(draft: Draft, statuses: Statuses) -> Draft:
    """ ""We want steps against the gangs," he told Sylvania's envoy": Sylvania is asked for them."""
    aimed = any_known(draft.recipients)
    if aimed or (draft.recipients and draft.kind != AGAINST_A_THIRD):
        return draft
    graph = statuses.graph
    heads = (draft.head, *(a.head for a in draft.applied))
    hearers = (who for head in heads for who in _told_it(head, graph, statuses.mentions))
    found = [a for a in without(tuple(hearers), draft.actors) if a.country or a.id]
    if not found:
        return draft
    why = f"is told so, in '{graph.doc[draft.head].text}'"
    return replace(draft, recipients=distinct(because(found, why)))


def _told_it(head: int, graph: Graph, mentions: Mentions) -> Iterator[Actor]:
    """Also "was quoted as telling"."""
    for name, verb in graph.governing(head):
        quoted = (graph.predicates.get(i) for i in verb.heads("as"))
        for teller in (verb, *(t for t in quoted if t is not None)):
            told = name in SAID or teller is not verb
            if told and teller.pos != NOUN and teller.lemma in graph.words["verbs of receiving"]:
                yield from actors_at(("object", "indirect"), teller, graph, mentions)


def _addressed(head: int, graph: Graph, mentions: Mentions) -> Iterator[Actor]:
    for name, verb in graph.governing(head):
        if name in MEANS and verb.lemma in graph.words["verbs of addressing"]:
            yield from actors_at(TO_WHOM, verb, graph, mentions)
    asks = graph.predicates.get(head)  # of "concerned" in "a concerned plea" there is none
    for letter in asks.heads(*IN_WRITING) if asks is not None else ():
        noun = graph.predicates.get(letter)
        if noun is not None and noun.lemma in graph.words["where one asks"]:
            yield from actors_at(("to",), noun, graph, mentions)


def with_who_requested(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A promise or help that nobody is named for in, whoever asked for it as the side that it is given out.

    "Ruritania agreed to send engineers at the request of Sylvania": promised to Sylvania. "The talks were put off at
    Sylvania's request": whoever asks for that is one of those who were to talk.
    The draft; only where nobody but the giver itself is known as the side that it is for.
    """
    if any((a.country or a.id) and not sides((a,), draft.actors) for a in draft.recipients):
        return draft
    found = without(distinct(_requesting(draft, drafts, statuses)), draft.actors)
    return replace(draft, recipients=only_because(found, WHY)) if found else draft


def with_who_had_it_put_off(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The talks with whoever asked to put them off or to call them off as a side."""
    if draft.status not in OFF or len(draft.actors) + len(draft.recipients) > 1:
        return draft
    known = (*draft.actors, *draft.recipients)
    found = without(distinct(_requesting(draft, drafts, statuses)), known)
    return replace(draft, actors=(*draft.actors, *because(found, WHY))) if len(found) == 1 else draft


def _requesting(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Iterator[Actor]:
    """Who asks in "at the request of Sylvania", wherever in the clause that hangs."""
    doc, kinds = statuses.graph.doc, statuses.lexicon.kinds
    clause = {t.i for head in (draft.head, *(a.head for a in draft.applied)) for t in doc[head].subtree}
    for asked in drafts:
        kind, noun = kinds[asked.kind], doc[asked.head]
        is_request = kind.type == ASKING and noun.pos_ == "NOUN"
        if is_request and asked.head in clause and noun.head.lower_ in AT:
            yield from (a for a in asked.actors if a.country or a.id)


def with_who_asked(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A refusal to hand over, free or arrest somebody in, whoever asked for it as the side that is refused out.

    "The court issued a warrant for Ruritania's king. Ruritania refused to hand him over", "declined to arrest the Sylvanian
    king despite a warrant from the league": it is the court and the league that are refused, and not who is asked for.
    "Despite pressure from Graustark, the premier said that he would not allow Sylvania's waste to be burnt": Graustark is
    refused.
    The draft; as it is where nobody is told to have asked for it.
    """
    pressing = without_states(distinct(_despite_pressure(draft, statuses)), draft.actors)
    if pressing and draft.kind == BARE:  # who rejects a plan rejects it to whose it is
        return replace(draft, recipients=only_because(pressing, WHY))
    if not _is_of_custody(draft, statuses):
        return draft
    found = distinct(_despite_whom(draft, statuses))
    if not found and all(sides((r,), draft.actors) for r in draft.recipients):
        found = next(_who_asked(draft, drafts, statuses), ())
    found = without_states(found, draft.actors)
    return replace(draft, recipients=only_because(found, WHY)) if found else draft


def _is_of_custody(draft: Draft, statuses: Statuses) -> bool:
    groups = statuses.lexicon.groups
    return draft.inner == EXTRADITION or draft.inner in groups[CUSTODY] | groups[JUSTICE]


def _despite_pressure(draft: Draft, statuses: Statuses) -> Iterator[Actor]:
    """ "Despite appeals by Sylvania", before the refusal or before who tells of it."""
    graph = statuses.graph
    told = [t.i for t in graph.doc[draft.head].ancestors if t.pos_ == "VERB"]
    for head in (draft.head, *told):
        predicate = graph.predicates.get(head)
        for noun in predicate.heads(DESPITE) if predicate is not None else ():
            pressure = graph.predicates.get(noun)
            if pressure is not None and graph.doc[noun].lemma_.lower() in graph.words["nouns of pressing"]:
                found = actors_at(FROM_WHOM, pressure, graph, statuses.mentions)
                yield from (a for a in found if a.country or a.id)


def _despite_whom(draft: Draft, statuses: Statuses) -> Iterator[Actor]:
    """ "Despite a warrant from the league"."""
    graph = statuses.graph
    for head in (draft.head, *graph.predicates[draft.head].heads(CLAUSE)):
        predicate = graph.predicates.get(head)
        for noun in predicate.heads(DESPITE) if predicate is not None else ():
            yield from (a for a in actors_of(noun, OBJECT, graph, statuses.mentions) if a.country or a.id)


def _who_asked(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Iterator[tuple[Actor, ...]]:
    """Who is told just before to have charged or asked for somebody of the side that refuses, the last first."""
    for earlier in reversed(told_before(draft, drafts, statuses)):
        if type_of(earlier, statuses) in ASKED and sides(earlier.recipients, draft.actors):
            yield known_among(earlier.actors)
