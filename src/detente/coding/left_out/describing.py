"""A draft in, whether its noun only says what another event is out: "it would be the highest-level visit"."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import actors_at
from detente.coding.standing.flowing import ranks
from detente.coding.standing.status import Statuses
from detente.reading.graph import Governor, Graph
from detente.reading.labels import is_label
from detente.reading.tokens import Token

SAID_TO_BE, AS, IS, OBJECT, SUBJECT, THERE = "attr", "as", "be", "object", "subject", "EX"
CLAUSE, MAKE = "ccomp", "make"
CLAUSE_OF_NOUN, BARE, NAMED_AS = "acl", "VB", ("oprd", "attr", "ccomp")
WHAT = ("WP", "WDT")  # "what it describes as a call" is one
UNSAID, NONE = ("denied", "hypothetical"), ("denied", "declined")  # statuses
ACCUSATION, DECLINED = "accusation", "declined"  # a kind, a status
CLASH, PROGRESSIVE = "clash", "VBG"  # a kind, a tag
KEPT_UP = frozenset({"curfew", "martial law"})  # kinds
COUP, ARMED, STILL_TO_COME = "coup", frozenset({"REB", "UAF", "PRM"}), frozenset({"planned", "hypothetical"})
# labels; steps from what is aimed at up to whose aim it is
BELOW, AIM, OF_NOUN = ("xcomp", "pcomp", "prep", "advcl", "acl", "pobj"), 6, ("acl", "relcl", "amod")
DASHES, VERBAL = ("-", "–", "/"), ("VERB", "AUX")
BAN, FINITE, AUXILIARIES = "ban", ("ROOT", "conj", "ccomp"), ("aux", "auxpass", "nsubjpass", "nsubj")
CLAIM, DESCRIBING, PRESENT = "threat to territory", "relcl", ("VBZ", "VBP")  # the first is a kind
WHOSE, OWNED = ("from", "by"), ("poss", "by")  # arguments


def describes(draft: Draft, statuses: Statuses) -> bool:
    """ "It would be the highest-level visit": the noun describes what the subject already is."""
    graph = statuses.graph
    if draft.kind == ACCUSATION and _is_by_nobody(graph.doc[draft.head], graph):
        return True
    if _has_long_been_so(draft.kind, graph.doc[draft.head]):
        return True
    if (draft.kind == CLASH and _is_whom_they_fight(draft, statuses)) or _is_their_aim(draft, statuses):
        return True
    if _is_topic(graph.doc[draft.head]) or (draft.kind in KEPT_UP and _is_which_one(graph.doc[draft.head])):
        return True
    if _is_made(graph.doc[draft.head]) or _is_what_it_is_for(graph.doc[draft.head], graph):
        return True
    if graph.predicates[draft.head].pos != "noun" or _is_launched(draft.head, graph):
        return False
    if _is_what_source_knows(graph.doc[draft.head], graph):
        return True
    return any(
        _is_name(draft, governor, graph) or _is_said_of_another(draft, governor, statuses)
        for governor in graph.governors.get(draft.head, ())
    )


def _is_topic(noun: Token) -> bool:
    """ "RURITANIA-UNREST:", "Sylvania–Talks:": what a line is filed under."""
    doc, sent = noun.doc, noun.sent
    after_dash = noun.i > sent.start and doc[noun.i - 1].text in DASHES
    return after_dash and is_label(sent) and all(t.pos_ not in VERBAL for t in sent)


def _has_long_been_so(kind: str, verb: Token) -> bool:
    return (kind == CLAIM and _only_stands(verb)) or (kind == BAN and _is_how_it_stands_there(verb))


def _only_stands(verb: Token) -> bool:
    """ "Built a pier on a reef that Sylvania claims": so it has long been."""
    return verb.dep_ == DESCRIBING and verb.tag_ in PRESENT and all(c.dep_ != "aux" for c in verb.lefts)


def _is_how_it_stands_there(verb: Token) -> bool:
    """ "Fought the league (outlawed in Sylvania)", "the league, banned in Sylvania": by which law it has long been so.

    One that is "banned by Sylvania" or "banned in Sylvania in May" is told as a deed.
    """
    if verb.tag_ != "VBN" or verb.dep_ in FINITE or any(c.dep_ in AUXILIARIES for c in verb.lefts):
        return False
    return [(c.dep_, c.lower_) for c in verb.rights if c.pos_ != "PUNCT"] == [("prep", "in")]


def _is_whom_they_fight(draft: Draft, statuses: Statuses) -> bool:
    """ "Offered to help those who were fighting the league", "the coalition fighting it": who they are, named no further."""
    verb = statuses.graph.doc[draft.head]
    of_noun = verb.dep_ in (CLAUSE_OF_NOUN, DESCRIBING) and verb.tag_ == PROGRESSIVE
    if verb.head.head.lemma_.lower() in statuses.graph.words["verbs of an incident"]:
        return False  # "incidents involving gunmen clashing with police"
    return of_noun and verb.head.i not in statuses.mentions.actors


def _is_their_aim(draft: Draft, statuses: Statuses) -> bool:
    """ "Clashed with rebels seeking to overthrow the king", "extremists bent on toppling him": what makes them rebels."""
    if draft.kind != COUP or draft.status not in STILL_TO_COME:
        return False
    token = statuses.graph.doc[draft.head]
    for _ in range(AIM):
        who = statuses.mentions.actors.get(token.head.i) if token.dep_ in OF_NOUN else None
        if who is not None:
            return bool(ARMED & set(who.actor.sectors))
        if token.dep_ not in BELOW:
            return False
        token = token.head
    return False


def _is_which_one(verb: Token) -> bool:
    """ "Lifted the curfew that had been in force since May": what is lifted, and not laid on."""
    return verb.dep_ == DESCRIBING and verb.lemma_ == IS


def _is_made(noun: Token) -> bool:
    """ "Making it the first attack in Zenda": the parser takes the noun for what "it" does."""
    said = noun.dep_ == CLAUSE and noun.head.lemma_ == MAKE and any(c.dep_ == "det" for c in noun.lefts)
    return said and any(c.pos_ == "PRON" and c.dep_ == "nsubj" for c in noun.lefts)


def _is_what_it_is_for(verb: Token, graph: Graph) -> bool:
    """ "Described the law as a tool to stifle dissent": what such a thing is said to be for, and by another."""
    name = verb.head
    if verb.dep_ != CLAUSE_OF_NOUN or verb.tag_ != BARE:
        return False
    by_as = name.dep_ == "pobj" and name.head.lower_ == AS
    above = name.head.head if by_as else name.head
    return (by_as or name.dep_ in NAMED_AS) and above.lemma_.lower() in graph.words["calling verbs"]


def _is_what_source_knows(noun: Token, graph: Graph) -> bool:
    """ "Officials familiar with the talks said": who says it, and no talks of their own."""
    knowing = noun.head.head
    near = (
        noun.dep_ == "pobj"
        and knowing.pos_ == "ADJ"
        and knowing.dep_ == "amod"
        and knowing.i > knowing.head.i
    )
    return near and knowing.lower_ in graph.words["knowing adjectives"]


def _is_by_nobody(verb: Token, graph: Graph) -> bool:
    """ "Detain foreigners accused of trespassing": who they are, whoever accuses them."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and not graph.predicates[verb.i].has(SUBJECT)


def _is_name(draft: Draft, governor: Governor, graph: Graph) -> bool:
    """ "What it called an attack", "that amounts to war", "the visit would have been his first"."""
    verb = graph.predicates[governor.head]
    calls = verb.lemma in graph.words["calling verbs"]
    objects = verb.heads(OBJECT)
    if calls and (governor.name == SAID_TO_BE or (objects[1:] and objects[-1] == draft.head)):
        return True
    if governor.name == AS and verb.lemma in graph.words["verbs of judging"]:
        return any(graph.doc[h].tag_ not in WHAT for h in objects)  # "described the incident as a massacre"
    if governor.name == SUBJECT:
        return draft.status in UNSAID and ranks(verb, graph)
    return governor.name == OBJECT and verb.lemma in graph.words["amounting verbs"]


def _is_said_of_another(draft: Draft, governor: Governor, statuses: Statuses) -> bool:
    """ "The swap was a breakthrough", "there is a consensus"; not "there are riots", "there is no deal with them",
    "there will be no apology", "there was praise for Sylvania from Graustark"."""
    verb = statuses.graph.predicates[governor.head]
    denied = draft.status in NONE and draft.reciprocal and draft.actors and draft.recipients
    if governor.name != SAID_TO_BE or verb.lemma != IS or denied:
        return False
    said_by = any(statuses.graph.predicates[draft.head].has(name) for name in WHOSE)
    whose = said_by and bool(draft.actors and draft.recipients)
    in_words = statuses.lexicon.kinds[draft.kind].speech
    speech = in_words and draft.status != DECLINED and not whose
    subjects = [statuses.graph.doc[s] for s in verb.heads(SUBJECT)]
    if not in_words and any(_sums_up(s, statuses) for s in subjects):
        return False
    return any(_is_event(s, statuses) or (s.pos_ == "PRON" and (speech or s.tag_ != THERE)) for s in subjects)


def _sums_up(noun: Token, statuses: Statuses) -> bool:
    """ "Sylvania's answer was the expulsion of two envoys": what it did, first called no more than a deed of its own."""
    owned = statuses.graph.predicates.get(noun.i)
    if owned is None or noun.lemma_.lower() not in statuses.graph.words["nouns for any deed"]:
        return False
    return bool(actors_at(OWNED, owned, statuses.graph, statuses.mentions))


def _is_event(noun: Token, statuses: Statuses) -> bool:
    return noun.lemma_.lower() in statuses.lexicon.event_nouns


def _is_launched(head: int, graph: Graph) -> bool:
    """ "Launched what it calls a raid": the raid is made, under whatever name."""
    above = (graph.predicates[g.head].lemma for g in graph.governors.get(head, ()) if g.name == OBJECT)
    return any(lemma.split()[0] in graph.words["launching verbs"] for lemma in above)
