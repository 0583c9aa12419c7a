"""The matches of a text in, those out of which drafts are made, and those that are only the aim of another.

Dropped are words that may mean much else where no clause is about them: "the conference has been put off" may be of
states, "the minister spoke at a conference" says nothing of it. Measures that are undone are told as that ("repealed a law
that barred Sylvanians from buying land"), and demands of crowds that are met by force as their protest ("fired at marchers
demanding the premier's resignation").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from msgspec.structs import replace as altered

from detente.coding.matching.consumed import brings_another
from detente.coding.matching.frames import Match
from detente.coding.matching.lexicon import any_meets, family_of
from detente.coding.roles.roles import actors_at, without_states
from detente.coding.standing.status import Statuses
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token
from detente.records import Actor

TELLER, KNOWN, DOSSIER = "teller", "known", "dossier"  # what a frame needs
VERB = "VERB"
OBJECT, OBJECT_OF, PUT_OFF = "object", "dobj", ("postponed", "cancelled")
OF_WHICH = ("of", "for")  # "the cancellation of the conference"
ANOTHER = frozenset({"a", "an", "another"})
CURBS = frozenset({"COERCE", "SANCTION"})
EASING, LEGAL = "easing of measures", "legal"  # a kind, a context
COURTS = ("court",)  # what they quash, others have ordered: rules of their own tell of that
WHO, TELLING = ("subject",), frozenset({"relcl", "acl"})
MARCHERS = ("protester",)  # a class
ASKING, PROTEST, FORCE = "REQUEST", "demonstration", frozenset({"ASSAULT", "COERCE"})
CLASH = "clash"  # a kind: their protest has turned into that
AIMS = ("purpose", "clause", "on", "for")
MEETING_FAMILIES = frozenset({"meeting", "call"})


def matches_told(matches: Mapping[int, Match], context: Statuses) -> Mapping[int, Match]:
    """Those that drafts are made of, by head, as what they are told."""
    return _with_marches(_with_measures_undone(_of_which_is_told(matches, context), context), context)


def _of_which_is_told(matches: Mapping[int, Match], context: Statuses) -> Mapping[int, Match]:
    """Those that only an army's word gives a side to are kept where they are the subject, or are put off; a known thing
    where it is no new one besides."""
    return {h: m for h, m in matches.items() if _is_told(context.graph.doc[h], m.frame.needs, context)}


def _is_told(noun: Token, needs: tuple[str, ...], context: Statuses) -> bool:
    if not {TELLER, KNOWN, DOSSIER} & set(needs) or noun.pos_ == VERB:
        return True
    new = TELLER not in needs and any(c.lower_ in ANOTHER for c in noun.lefts)
    whole = noun.head.head if KNOWN in needs and noun.head.lower_ in OF_WHICH else noun
    return (whole.dep_ in SUBJECTS or _is_put_off(whole, context)) and not new


def _is_put_off(noun: Token, context: Statuses) -> bool:
    """ "Agreed to put off this year's exercise", "has called off Friday's signing": who does so knows of it."""
    if noun.dep_ != OBJECT_OF or noun.head.i > noun.i or any(c.lower_ in ANOTHER for c in noun.lefts):
        return False
    off = context.operator_at(noun.head.i, OBJECT)
    return off is not None and off.status in PUT_OFF


def _with_measures_undone(matches: Mapping[int, Match], context: Statuses) -> Mapping[int, Match]:
    """The matches by head, with the easing in the place of each measure that is undone."""
    doc, words = context.graph.doc, context.graph.words["measures that may be undone"]
    found: dict[int, Match] = {}
    gone: set[int] = set()
    for head, match in matches.items():
        if doc[head].dep_ not in TELLING or doc[head].head.lemma_.lower() not in words:
            continue
        verb = _undoing(doc[head].head.i, context) if _is_curb(match, context) else None
        if verb is not None:
            found[verb] = _easing(verb, match, context)
            gone.add(head)
    return {**{h: m for h, m in matches.items() if h not in gone}, **found} if found else matches


def _undoing(noun: int, context: Statuses) -> int | None:
    """The verb that undoes what the noun names."""
    graph = context.graph
    for name, verb in graph.governing(noun):
        if name != OBJECT or verb.pos != "verb":
            continue
        by_court = any_meets(COURTS, verb.heads("subject"), graph.doc, context.mentions, context.lexicon)
        if verb.lemma in graph.words["verbs of undoing"] and not by_court:
            return verb.head
    return None


def _is_curb(match: Match, context: Statuses) -> bool:
    kind = context.lexicon.kinds[match.frame.kind]
    return kind.type in CURBS and LEGAL not in kind.contexts


def _easing(verb: int, inner: Match, context: Statuses) -> Match:
    by: tuple[Actor, ...] = actors_at(
        WHO, context.graph.predicates[verb], context.graph, context.mentions, acting=True
    )
    frame = altered(inner.frame, kind=EASING, reciprocal=False, needs=("actor",))
    return Match(
        head=verb,
        frame=frame,
        actors=by,
        recipients=without_states(inner.recipients, by),
        score=inner.score,
    )


def _with_marches(matches: Mapping[int, Match], context: Statuses) -> Mapping[int, Match]:
    """The matches by head; a demand of those whom force is used on is their protest."""
    found = {h: _as_march(m) for h, m in matches.items() if _is_of_marchers(m, matches, context)}
    return {**matches, **found} if found else matches


def _is_of_marchers(match: Match, matches: Mapping[int, Match], context: Statuses) -> bool:
    token, kinds = context.graph.doc[match.head], context.lexicon.kinds
    kind = kinds[match.frame.kind]
    if token.dep_ not in TELLING or kind.type != ASKING:
        return False
    noun = token.head.i
    if not any_meets(MARCHERS, (noun,), context.graph.doc, context.mentions, context.lexicon):
        return False
    inside = (m for m in matches.values() if context.graph.doc[m.head].sent == token.sent)
    types = {kinds[m.frame.kind].type for m in inside if m.frame.kind != CLASH}
    return not FORCE.isdisjoint(types)


def _as_march(match: Match) -> Match:
    here = tuple(actor for actor in match.actors if actor.inferred is None)
    return replace(match, frame=altered(match.frame, kind=PROTEST, needs=()), actors=here, recipients=())


def join_aims(matches: Mapping[int, Match], context: Statuses) -> dict[int, tuple[Match, ...]]:
    """ "flew to Strelsau for talks", "met to discuss it": what a meeting was for is no second meeting."""
    found: dict[int, tuple[Match, ...]] = {}
    for match in matches.values():
        carrier = _meant_for(match, matches, context)
        if (
            carrier is not None
            and carrier.actors
            and not brings_another(match, carrier)
            and not _at_home(match, carrier, context)
        ):
            found[carrier.head] = (*found.get(carrier.head, ()), match)
    return found


def _meant_for(match: Match, matches: Mapping[int, Match], context: Statuses) -> Match | None:
    """The meeting, visit or call that this one of its family is the content or the aim of."""
    predicate = context.graph.predicates[match.head]
    carrier = matches.get(predicate.carrier) if predicate.carrier is not None else None
    if carrier is not None and not predicate.only_carried:
        return carrier if _of_one_family(match, carrier, context) else None
    for governor in context.graph.governors.get(context.graph.verb_of(match.head), ()):
        aim = matches.get(governor.head)
        if aim is None or governor.name not in AIMS or context.graph.predicates[governor.head].pos != "verb":
            continue
        if _of_one_family(match, aim, context):
            return aim
    return None


def _of_one_family(match: Match, other: Match, context: Statuses) -> bool:
    families = {family_of(m.frame.kind, context.lexicon) for m in (match, other)}
    return len(families) == 1 or families <= MEETING_FAMILIES


def _at_home(match: Match, carrier: Match, context: Statuses) -> bool:
    """ "The president of Sylvania flew to Klausenburg for talks with the rebels": he visits nobody, but they talk."""
    if family_of(match.frame.kind, context.lexicon) not in MEETING_FAMILIES:
        return False
    own = {a.country for a in carrier.actors}
    stays = all(r.country in own for r in carrier.recipients) and not carrier.frame.reciprocal
    return stays and len({a.id or a.name for a in (*match.actors, *match.recipients)}) > 1
