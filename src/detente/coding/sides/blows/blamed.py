"""Who struck, as those say who blame somebody for it or explain it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import Lexicon
from detente.coding.reasons import only_because
from detente.coding.roles.known import any_known, keys_of
from detente.coding.roles.roles import actors_at, actors_of, sides
from detente.coding.sides.looking.anaphora import is_definite
from detente.coding.sides.looking.told_before import end_of_next
from detente.coding.sides.words.told_of import POINTERS
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.ids import is_person
from detente.reading.graph import Predicate
from detente.reading.tokens import Token
from detente.records import Actor

ATTACK = "ASSAULT"
BLAMES = frozenset({"accusation", "blame"})  # kinds
FOR_WHAT = ("for", "over")
LAID = {"object": ("on", "to"), "for": ("object",)}  # where it stands whose it is, by where the attack does
BY_WHAT = ("subject", "by", "in")  # "killed by a missile that they ascribe to Sylvania"
PRONOUN, TO_WHOM = "PRP", ("to", "for", "of")
CULPRITS, NAMED, POINTED_AT = "verbs of naming a culprit", ("object",), ("at", "to", "on")
ARMED = frozenset({"MIL", "COP", "PRM"})  # sectors
HOME_FORCES = ARMED | {"GOV"}
FORCES = HOME_FORCES | {"REB", "UAF", "SPY", "CRM"}
RELATIVE, COMMA = "relcl", ","
WHY, WHOSE = "is blamed for it", "is blamed for it, where it was done"
NAMED_AS, WHO = ("attr", "oprd"), "nsubj"
WORDS_FOR_IT = frozenset({"what", "it", "this", "that", "which", "they"})
DURING, WEAPONS = ("during", "amid"), "whose weapons are told of"
EXPLAINS = "says what it answers"


def with_who_is_blamed(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """An attack by nobody who is known in, whoever the text says is to blame for it as the one who did it out.

    "Nine die in a blast in Strelsau. Ruritania holds Sylvania responsible", "in a raid that medics blame on Sylvania",
    "villagers are killed, and residents point to the army".
    The draft with the one side as actor that anybody blames for it.
    """
    if draft.status not in HAPPENED or any_known(draft.actors):
        return draft
    for_it, after = tuple(_blamed_for_it(draft, statuses)), tuple(_blamed_after(draft, drafts, statuses))
    blamed = for_it or after or tuple(_whose_he_was(draft, statuses))
    theirs = not for_it and all(_is_bare_force(a) for a in after)  # "groups accuse the army": of its own land
    if len(keys_of(blamed)) == 1 and (theirs or not sides(blamed, draft.recipients)):
        return replace(draft, actors=(replace(blamed[0], inferred=blamed[0].inferred or WHY),))
    found = tuple(_pointed_at(draft, drafts, statuses)) if not blamed else ()
    return replace(draft, actors=found[:1]) if len(keys_of(found)) == 1 else draft


def _blamed_for_it(draft: Draft, statuses: Statuses) -> Iterator[Actor]:
    """ "A raid that medics blame on Sylvania", "for which Ruritania blames Sylvania"."""
    graph = statuses.graph
    for head in (draft.head, *graph.predicates[draft.head].heads(*BY_WHAT)):
        for name, verb in graph.governing(head):
            laid = name in LAID and verb.lemma in graph.words["blaming verbs"] and not verb.negated
            if laid and statuses.readings(verb.head)[0].status in HAPPENED:
                found = actors_at(LAID[name], verb, graph, statuses.mentions)
                yield from (a for a in found if a.country or a.id)


def _blamed_after(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Iterator[Actor]:
    """Who is blamed next, in its sentence or the one that follows."""
    end = end_of_next(draft.head, statuses.graph.doc)
    for other in (d for d in drafts if draft.head < d.head < end):
        if type_of(other, statuses) == ATTACK and any_known(other.actors):
            return  # "the league says that it carried out the attack": its word stands before another's
        if other.kind in BLAMES and other.status == "occurred" and _is_for(other, draft, statuses):
            yield from (a for a in other.recipients if a.country or a.id)


def _pointed_at(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Iterator[Actor]:
    """ "Nine villagers are killed, and residents blame the army": who of no side says so tells no act, but whose it was.

    Bare forces are those of the land where it was done.
    """
    graph = statuses.graph
    coded = {d.head for d in drafts}
    blaming = graph.words[CULPRITS] | graph.words["blaming verbs"]
    for head in range(draft.head + 1, end_of_next(draft.head, graph.doc)):
        verb = graph.predicates.get(head)
        if verb is None or head in coded or verb.pos != "verb" or verb.lemma not in blaming or verb.negated:
            continue
        if not all(_is_such(h, draft, statuses) for h in verb.heads("for", "over", "of")):
            continue
        if verb.lemma not in graph.words[CULPRITS] and not _is_laid(verb, draft, statuses):
            continue
        named = NAMED if set(verb.heads(*NAMED)) & statuses.mentions.actors.keys() else POINTED_AT
        heads = [h for h in verb.heads(*named) if h in statuses.mentions.actors]
        for actor in (statuses.mentions.actors[h].actor for h in heads):
            if FORCES & set(actor.sectors):  # "critics point to charities"
                yield from _of_its_land(actor, draft)


def _is_laid(verb: Predicate, draft: Draft, statuses: Statuses) -> bool:
    """ "Experts traced it to the army", "attributed the attack to it"."""
    token = statuses.graph.doc[verb.head]
    before = token.head.left_edge.i - 1  # "..., an outage that engineers attribute to it"
    added = token.dep_ == RELATIVE and before > 0 and token.doc[before].text == COMMA
    laid = verb.heads(*NAMED)
    return added or (bool(laid) and all(_is_such(h, draft, statuses) for h in laid))


def _is_bare_force(actor: Actor) -> bool:
    return bool(ARMED & set(actor.sectors)) and not is_person(actor.id)


def _of_its_land(actor: Actor, draft: Draft) -> Iterator[Actor]:
    lands = {r.country for r in draft.recipients}
    told = bool(actor.id) or (actor.country and actor.inferred is None)
    if told and not sides((actor,), draft.recipients):
        yield replace(actor, inferred=actor.inferred or WHY)
    elif len(lands) == 1 and actor.country in (None, *lands) and HOME_FORCES & set(actor.sectors):
        yield replace(actor, country=next(iter(lands)), inferred=WHOSE)


def _whose_he_was(draft: Draft, statuses: Statuses) -> Iterator[Actor]:
    """ "A bomber struck a church. The ministry said that he belonged to the league": it was the league's."""
    doc, predicates = statuses.graph.doc, statuses.graph.predicates
    for head in range(doc[draft.head].sent.end, end_of_next(draft.head, doc)):
        verb = predicates.get(head)
        if verb is None or verb.pos != "verb" or verb.lemma not in statuses.graph.words["belonging verbs"]:
            continue
        if any(doc[who].tag_ == PRONOUN for who in verb.heads("subject")):
            yield from (a for a in actors_at(TO_WHOM, verb, statuses.graph, statuses.mentions) if a.id)


def _is_for(blame: Draft, attack: Draft, statuses: Statuses) -> bool:
    """Whether it is the attack that somebody is blamed for: it says nothing else, or points back at it."""
    doc, predicate = statuses.graph.doc, statuses.graph.predicates[blame.head]
    of_it = all(_is_such(head, attack, statuses) for head in predicate.heads("of"))
    if not of_it or predicate.has("clause"):
        return False  # "accuses Sylvania of lying", and not "of the attack"
    below = doc[attack.head].dep_ == "pobj" and doc[blame.head].is_ancestor(doc[attack.head])
    if below and attack.head not in predicate.heads(*FOR_WHAT):
        return False  # "in a harsh attack branded them traitors"
    return all(_is_such(head, attack, statuses) for head in predicate.heads(*FOR_WHAT))


def _is_such(head: int, attack: Draft, statuses: Statuses) -> bool:
    """ "For it", "of the attacks", "of carrying out the strike"."""
    doc, predicate = statuses.graph.doc, statuses.graph.predicates.get(head)
    if predicate is not None and predicate.pos == "verb":
        done = predicate.heads("object")
        carried = predicate.lemma in statuses.graph.words["performing verbs"]
        return carried and bool(done) and all(_is_such(h, attack, statuses) for h in done)
    violent = is_definite(head, doc) and _is_violent(doc[head].lemma_.lower(), statuses.lexicon)
    return head == attack.head or doc[head].lower_ in POINTERS or violent


def _is_violent(noun: str, lexicon: Lexicon) -> bool:
    kinds = (lexicon.kinds[frame.kind] for entry, frame in lexicon.noun_frames.get(noun, ()) if entry == noun)
    return any(kind.type == ATTACK for kind in kinds)


def with_who_explains(draft: Draft, statuses: Statuses) -> Draft:
    """A blow by nobody who is known in, whoever says why it was dealt as its author out.

    "Missiles rain on Sylvania in what the Ruritanian army says is revenge", "A missile is fired at Klausenburg; the
    Ruritanian premier says that it is an answer to the raids": it was Ruritania's.
    The draft with the subject of the word of saying as its actor, unless that one was hit.
    """
    known = any_known(draft.actors)
    if known:
        return draft
    if weapons := _same_weapons(draft, statuses):
        return replace(draft, actors=weapons)
    for noun in _reasons(draft, statuses):
        speaker = _speaker(noun, statuses)
        found = actors_of(speaker.i, WHO, statuses.graph, statuses.mentions) if speaker else ()
        found = tuple(a for a in found if a.country or a.id)
        if found and not sides(found, draft.recipients):
            return replace(draft, actors=tuple(_named(a) for a in found))
    return draft


def _same_weapons(draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """ "Ruritanian drones entered Sylvania's airspace during an attack on Graustark": Ruritania's attack."""
    graph, mentions = statuses.graph, statuses.mentions
    for name, verb in graph.governing(draft.head):
        if name not in DURING or verb.pos != "verb":
            continue
        things = [h for h in verb.heads("subject") if h not in mentions.actors]
        found = tuple(a for h in things for a in actors_of(h, "subject", graph, mentions) if a.country)
        if found and not sides(found, draft.recipients):
            return only_because(found, WEAPONS)
    return ()


def _reasons(draft: Draft, statuses: Statuses) -> Iterator[Token]:
    """The nouns after it, in its sentence and the next, that call something an answer."""
    doc, answers = statuses.graph.doc, statuses.graph.words["answers"]
    for token in doc[draft.head : end_of_next(draft.head, doc)]:
        if token.lemma_.lower() in answers and token.dep_ in NAMED_AS and _points_back(token, statuses):
            yield token


def _points_back(noun: Token, statuses: Statuses) -> bool:
    said = (c for c in noun.head.children if c.dep_ in (WHO, "dobj"))
    return any(_is_pointer(c, statuses) for c in said)


def _is_pointer(token: Token, statuses: Statuses) -> bool:
    return token.lower_ in WORDS_FOR_IT or token.lower_ in statuses.graph.words["words for the blow"]


def _speaker(noun: Token, statuses: Statuses) -> Token | None:
    """Who says so: the subject of the verb over the clause, or of the verb that gives it the name."""
    verb = noun.head
    if noun.dep_ == NAMED_AS[0] and verb.dep_ == "ccomp":
        verb = verb.head
    subjects = (c for c in verb.children if c.dep_ == WHO)
    return next((c for c in subjects if not _is_pointer(c, statuses)), None)


def _named(actor: Actor) -> Actor:
    return replace(actor, inferred=actor.inferred or EXPLAINS)
