"""Operators over things that no frame knows in, drafts of the acts that they are all the same out.

"Ruritania demanded that Sylvania keep quiet" is a demand, though keeping quiet is no event that we know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.acts import is_only_alleged, only_hear
from detente.coding.drafting.answered import refusals_after
from detente.coding.drafting.draft import Draft, without
from detente.coding.drafting.whose_doing import accuses, is_own_deed, who_should_act
from detente.coding.roles.roles import actors_at, distinct, without_states
from detente.coding.sides.looking.anaphora import is_definite
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.sides.words.comments_on import judges
from detente.coding.standing.governing import COPULA
from detente.coding.standing.status import Statuses
from detente.knowledge.frames import Operator
from detente.reading.graph import Predicate
from detente.reading.graph.negation import counts_nobody
from detente.records import Actor

ASKING, ACCUSING = "REQUEST", "ACCUSE"
KEEPERS_OF_LAW = frozenset({"COP", "JUD"})
POINTERS = frozenset({"this", "that", "it", "these", "those", "there"})
ADDRESSED = "whose they are is not said: people of the same state"
THEY = frozenset({"they", "he", "she"})
THREAT, PROMISE = "threat", "promise"  # kinds
PAST, CONDITIONS, PROOFS = "past", ("if", "unless"), "nouns of proof"
TURNED_FROM = ("with", "to", "for")
DENIED, DENIAL = "denied", "denial"  # a status, a kind
CLAUSES = ("xcomp", "ccomp")
ITSELF = "not"  # where an operator stands for what is said of the predicate itself
ONE_SIDED = frozenset({"planned", "declined", "proposed", "denied"})  # need not say to whom


def with_bare_acts(drafts: Sequence[Draft], context: Statuses) -> tuple[Draft, ...]:
    """The drafts and those of bare acts, in the order of the text."""
    taken = {d.head for d in drafts if _is_whole(d)} | {a.head for d in drafts for a in d.applied}
    themselves = frozenset(d.head for d in drafts if _is_whole(d))
    taken |= {head for d in drafts if _is_whole(d) for head in d.path}
    proofs = context.graph.words[PROOFS]
    found = [
        draft
        for predicate in context.graph.predicates.values()
        if (predicate.pos == "verb" or predicate.lemma in proofs) and predicate.head not in themselves
        for draft in _bare_acts(predicate, context, told=predicate.head in taken)
        if not _is_promised(draft) and not is_only_alleged(draft, draft.applied, context)
    ]
    better = {d.head for d in found}
    found += [d for d in drafts if _is_whole(d) or d.head not in better]
    return tuple(sorted((*found, *refusals_after(found, context)), key=lambda d: d.head))


def _is_promised(draft: Draft) -> bool:
    """ "Promised to refrain from shelling it", "that it will not": the promise is told, and nobody is refused."""
    return any(a.operator.makes == PROMISE for a in draft.applied)


def _is_whole(draft: Draft) -> bool:
    """Whether the frame found who acts, and whom the act is aimed at where it must say so."""
    two = bool(draft.recipients) or (draft.reciprocal and len(draft.actors) > 1)
    return ("actor" not in draft.needs or bool(draft.actors)) and ("recipient" not in draft.needs or two)


def _bare_acts(predicate: Predicate, context: Statuses, *, told: bool) -> Iterator[Draft]:
    """told: another event stands for this predicate already; what the clause itself says may still be an act."""
    for argument in predicate.arguments:
        inner = context.graph.predicates.get(argument.head)
        if inner is None or inner.pos != "verb":
            continue
        operator = context.operators.bare_at(predicate.head, argument.name, inner)
        if operator is not None and (operator.says or not told):
            yield from _act(predicate, inner, operator, context)
            return
    if not told and predicate.negated:
        yield from _refusals(predicate, context)


def _refusals(predicate: Predicate, context: Statuses) -> Iterator[Draft]:
    """ "Ruritania would not accept the inspectors", "does not recognise the vote": a refusal that names what it is of."""
    if predicate.perfect or _says_how_it_is(predicate, context):
        return
    operator = context.operators.bare_at(predicate.head, ITSELF, predicate)
    past = predicate.tense == PAST and predicate.modal is None  # "did not accept it" is told, not said
    if operator is None or (past and PAST not in operator.tenses):
        return
    actors = actors_at(("subject",), predicate, context.graph, context.mentions)
    for name in (a.name for a in predicate.arguments if a.name in operator.recipient):
        recipients = without(actors_at((name,), predicate, context.graph, context.mentions), actors)
        if actors and recipients:
            yield replace(
                _draft(predicate, operator, context, actors, recipients), status="occurred", certainty="CT"
            )
            return
    if actors and operator.alone:
        yield replace(_draft(predicate, operator, context, actors, ()), status="occurred", certainty="CT")


def _says_how_it_is(predicate: Predicate, context: Statuses) -> bool:
    """ "Would not be responsible for the losses": nobody is refused by it, as by "will not be willing to pay"."""
    adjectives = (c for c in context.graph.doc[predicate.head].rights if c.dep_ == "acomp")
    return any(all(c.dep_ not in CLAUSES for c in adjective.children) for adjective in adjectives)


def _act(predicate: Predicate, inner: Predicate, operator: Operator, context: Statuses) -> Iterator[Draft]:
    actors = actors_at(
        operator.actor or ("subject",), predicate, context.graph, context.mentions, acting=True
    )
    if not actors and operator.iffy:  # "will tear it up unless it pays, the minister said"
        actors = actors_at(("subject",), inner, context.graph, context.mentions, acting=True)
    recipients = _aimed_at(predicate, inner, operator, context, actors)
    if not actors or is_own_deed(inner, operator, actors, context):
        return
    draft = _draft(predicate, operator, context, actors, recipients)
    own = {a.country for a in actors if a.country}
    if _are_his_own_by_pronoun(inner, operator, recipients, own, context):
        yield replace(draft, recipients=(), needs=("actor", "recipient"))
        return
    if operator.bare == THREAT and recipients and all(r.country in own for r in recipients):
        yield replace(draft, recipients=())  # "said that its army would respond": to others
        return
    if (
        predicate.lemma in context.graph.words["verbs of agreeing together"]
        and len({a.country for a in actors}) > 1
    ):
        yield replace(draft, recipients=(), reciprocal=True)  # with each other, whatever it is about
        return
    if recipients or operator.alone or operator.status in ONE_SIDED:
        yield draft
    elif operator.says and (judges(predicate, inner, context) or _points_back(inner, operator, context)):
        yield replace(draft, needs=("actor", "recipient"))


def _are_his_own_by_pronoun(
    inner: Predicate,
    operator: Operator,
    recipients: tuple[Actor, ...],
    own: set[str],
    context: Statuses,
) -> bool:
    """ "Sylvania seized nine Ruritanian boats. 'They have ignored our letters,' said Ruritania": its boats have not."""
    if not accuses(operator, context) or not recipients or any(r.country not in own for r in recipients):
        return False
    subjects = [context.graph.doc[h] for h in inner.heads("subject")]
    return bool(subjects) and all(t.lower_ in THEY for t in subjects)


def _points_back(inner: Predicate, operator: Operator, context: Statuses) -> bool:
    """ "This was a disgrace", "there would be consequences": said of what was told before, by whoever did it."""
    words, doc = context.graph.words, context.graph.doc
    if inner.negated or (inner.lemma != COPULA and not (operator.modals or operator.others)):
        return False
    if any(counts_nobody(t, words) for t in doc[inner.head].children):
        return False  # "it was no act of terrorism"
    about = [doc[h] for h in inner.heads("subject") if h not in context.mentions.actors]
    if operator.others:  # "the other side had ignored it": the rule says of whom alone it tells
        return any(is_definite(t.i, doc) or t.lower_ in THEY for t in about)
    known = words["anaphoric nouns"] | words["nouns of force"] | context.lexicon.event_nouns
    nouns = (t.lemma_.lower() in known and is_definite(t.i, doc) for t in about)
    return any(t.lower_ in POINTERS for t in about) or any(nouns)


def _draft(
    predicate: Predicate,
    operator: Operator,
    context: Statuses,
    actors: tuple[Actor, ...],
    recipients: tuple[Actor, ...],
) -> Draft:
    reading = context.readings(predicate.head)[0]
    return Draft(
        head=predicate.head,
        kind=operator.bare or "",
        status=reading.status,
        certainty=reading.certainty,
        actors=actors,
        recipients=recipients,
        reciprocal=False,
        needs=("actor",),
        path=reading.path,
        applied=reading.applied,
        rules=(f"operator:{operator.id}",),
        under=(predicate.head,),
        made=True,
    )


def _aimed_at(
    predicate: Predicate, inner: Predicate, operator: Operator, context: Statuses, actors: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Who is addressed, unless he only hears it; else who should act, else to whom it would be done."""
    said = actors_at(operator.recipient, predicate, context.graph, context.mentions)
    if said and operator.modals:  # "told the league that Sylvania must go"
        doers = actors_at(("subject",), inner, context.graph, context.mentions)
        if others := tuple(a for a in without_states(doers, (*said, *actors)) if a.country):
            return others
    if not only_hear(said):
        return _elsewhere(inner, said, context, actors) or without(said, actors)
    if own := _own_people(predicate, inner, operator, context, actors):
        return own
    meant = who_should_act(inner, context, actors)
    # "said that his country would never give up its right", "denied that it had": nobody turns himself down
    if operator.denies or operator.status == DENIED or operator.bare == DENIAL:
        meant = without_states(meant, actors) or _shut_out(inner, context, actors)
    if operator.bare == THREAT:
        meant = meant or _who_can_avert_it(inner, context, actors)
    return meant or without(said, actors)


def _shut_out(inner: Predicate, context: Statuses, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "There will be no deal with the rebels", "no concessions to the strikers": who is turned away by it."""
    predicates = context.graph.predicates
    nouns = [predicates[h] for h in inner.heads("attr", "object") if h in predicates]
    found = (actors_at(TURNED_FROM, noun, context.graph, context.mentions) for noun in nouns)
    return without(distinct(a for one in found for a in one), actors)


def _who_can_avert_it(inner: Predicate, context: Statuses, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "There will be consequences if Sylvania keeps the ship": who is threatened stands in the condition."""
    predicates = context.graph.predicates
    conditions = [predicates[h] for h in inner.heads(*CONDITIONS) if h in predicates]
    doers = (actors_at(("subject",), p, context.graph, context.mentions) for p in conditions)
    return without(distinct(a for found in doers for a in found), actors)


def _elsewhere(
    inner: Predicate, said: tuple[Actor, ...], context: Statuses, actors: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """ "Ruritania orders people to leave Klausenburg": those who live there, and not its own."""
    own = {a.country for a in actors}
    if not all(a.inferred and a.id is None and a.country in own for a in said):
        return ()
    there = actors_at(("object", "from", "in"), inner, context.graph, context.mentions)
    return tuple(a for a in there if a.country and a.country not in own)


def _own_people(
    predicate: Predicate, inner: Predicate, operator: Operator, context: Statuses, actors: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """ "Calls on firms to invest in Sylvania": firms of one's own state, unless they are said to be others'."""
    kind, graph = context.lexicon.kinds.get(operator.bare or ""), context.graph
    if kind is not None and kind.type == ACCUSING:
        return _charged(predicate, context, actors)
    states = {a.country for a in actors}
    own = {graph.doc[h].lemma_.lower() for h in inner.heads("subject")} & graph.words["called on at home"]
    if kind is None or kind.type != ASKING or len(states) != 1 or not own:
        return ()
    if actors_at(("subject",), inner, graph, context.mentions):
        return ()
    return tuple(side_at_home(state, "CVL", ADDRESSED) for state in states if state)


def _charged(predicate: Predicate, context: Statuses, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "Prosecutors charge a baker with working for Sylvania": one of their own state, unless it is said."""
    states, doc = {a.country for a in actors}, context.graph.doc
    courts = bool(actors) and all(set(a.sectors) & KEEPERS_OF_LAW for a in actors)
    someone = any(
        doc[h].pos_ == "NOUN" and h not in context.mentions.actors for h in predicate.heads("object")
    )
    if not courts or not someone or len(states) != 1:
        return ()
    return tuple(side_at_home(state, "CVL", ADDRESSED) for state in states if state)
