"""A draft and an operator over it in, the act that the operator itself is out: a demand, a denial, a refusal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of, without
from detente.coding.roles.known import keys_of, known_among
from detente.coding.roles.roles import OWNERS, actors_at, same, sides
from detente.coding.standing.composing import HAPPENED, OFF, Applied, composed_status
from detente.coding.standing.status import Statuses
from detente.knowledge.frames import Kind, Operator
from detente.reading.graph import Predicate
from detente.records import Actor, Status

REFUSED = ("declined", "denied")
ASKING, THREATENING, AGREED, ACCUSED = "REQUEST", "THREATEN", "AGREE", "ACCUSE"
ALLEGED = (ASKING, "CONCEDE")
OF_OWN_DEEDS = (THREATENING, "CONCEDE")
REFUSAL = "refusal"  # a kind
PROMISED = ("indirect", "object")
HARM = ("ASSAULT", "COERCE", "MOBILIZE")
LEFT_OPEN = (*HARM, "SANCTION")
WITHHELD = ("AID", "SUPPORT", "COOPERATE", "RETREAT", "CONCEDE", "AGREE")
AUDIENCE = frozenset({"JRN", "LEG", "PTY"})  # sectors
FORCES = frozenset({"MIL", "COP"})  # sectors
ARMED = FORCES | {"REB", "UAF", "SPY", "PRM"}
JUSTICE, INVITED_TO = "justice", "invited to"  # groups of kinds
ANSWERED = ("planned", "declined")
ANSWERS = (*REFUSED, "planned")


def makes_act(operator: Operator, kind: str, context: Statuses) -> bool:
    """Whether the operator is an act of its own over an event of this kind."""
    if operator.makes is None or not operator.of:
        return operator.makes is not None
    return context.lexicon.kinds[kind].type in operator.of


def warns_of_another(draft: Draft, applied: Applied, context: Statuses) -> bool:
    """ "Warns the league that Sylvania is planning a raid": who warns tells of it, and threatens nobody."""
    kind = context.lexicon.kinds.get(applied.operator.makes or "")
    if kind is None or kind.type != THREATENING or type_of(draft, context) not in HARM:
        return False
    graph, mentions = context.graph, context.mentions
    warning = graph.predicates[applied.head]
    clauses = [graph.predicates[h] for h in warning.heads("clause") if h in graph.predicates]
    found = (a for c in clauses if not c.negated for a in actors_at(("subject",), c, graph, mentions))
    doers = known_among(found)
    told = (*subjects_of(applied, context), *actors_at(applied.operator.recipient, warning, graph, mentions))
    return bool(doers) and sides(doers, draft.actors) and bool(told) and not sides(doers, told)


def refuses_another(draft: Draft, applied: Applied, context: Statuses) -> bool:
    """ "opposes Sylvania's accession", "would not approve it": what somebody else would do is refused."""
    operator = applied.operator
    if operator.refused is None or (draft.reciprocal and not _is_between_two(draft)):
        return False  # "rejects talks with Sylvania": its own
    if composed_status(draft.status, operator, applied.base) != "declined":
        return False
    subjects = subjects_of(applied, context)
    if subjects and type_of(draft, context) == ASKING:
        return True
    return bool(subjects and draft.actors) and not any(same(a, b) for a in subjects for b in draft.actors)


def _is_between_two(draft: Draft) -> bool:
    return len(keys_of((*draft.actors, *draft.recipients)) - {None}) > 1


def refuses_itself(draft: Draft, applied: Applied, context: Statuses) -> bool:
    """ "Refuses to withdraw", "rules out talks": the refusal is told; but who declines a meeting leaves that declined,
    and who refuses to rule a thing out refuses nobody."""
    operator = applied.operator
    if any(a.operator.left_open for a in draft.applied[-1:]):
        return False
    if operator.bare is None or draft.kind in context.lexicon.groups[INVITED_TO]:
        return False
    if applied.base not in HAPPENED or applied.status not in HAPPENED:
        return False
    refused = composed_status(draft.status, operator, applied.base) == operator.status == "declined"
    return refused and bool(subjects_of(applied, context))


def left_open(draft: Draft, applied: Applied, outside: Sequence[Applied], context: Statuses) -> Draft | None:
    """ "Would not rule out an attack", "refused to rule it out": that threatens with it whom it would be done to."""
    kind, predicate = context.lexicon.kinds[draft.kind], context.graph.predicates.get(applied.head)
    actors, made = subjects_of(applied, context), applied.operator.left_open
    refused = any(a.operator.status in REFUSED for a in outside[:1])
    if made is None or predicate is None or predicate.negated == refused or not actors:
        return None
    if kind.type not in LEFT_OPEN:
        return None
    rules = (*draft.rules, f"operator:{applied.operator.id}")
    told = replace(draft, head=applied.head, kind=made, inner=draft.kind, made=True, rules=rules)
    return replace(told, status="occurred", certainty="CT", actors=actors, reciprocal=False)


def own_refusal(draft: Draft, applied: Applied, context: Statuses) -> Draft:
    """The refusal of what one would do oneself, aimed at whom it would be done to or done with."""
    told = answered(replace(draft, actors=draft.recipients or draft.actors), applied, context)
    return replace(told, inner=draft.kind, reciprocal=False, certainty="CT")


def withholds(draft: Draft, context: Statuses) -> bool:
    """ "Will not send aid", "does not recognise it": said by itself it is a refusal, of what would be good for another."""
    kind = context.lexicon.kinds[draft.kind]
    if draft.status != "declined" or draft.applied or not draft.actors:
        return False
    return kind.type in WITHHELD and kind.kind not in context.lexicon.groups[INVITED_TO]


def told_refusal(draft: Draft) -> Draft:
    """The refusal that is told with such words."""
    others = draft.recipients or draft.actors[1:]
    who = draft.actors if draft.recipients else draft.actors[:1]
    return replace(
        draft,
        kind=REFUSAL,
        inner=draft.kind,
        status="occurred",
        certainty="CT",
        actors=who,
        recipients=others if draft.reciprocal else draft.recipients,
        reciprocal=False,
    )


def subjects_of(applied: Applied, context: Statuses) -> tuple[Actor, ...]:
    """Who does what the operator says: its subject, or whose the noun is."""
    predicate = context.graph.predicates.get(applied.head)
    if predicate is None:
        return ()
    names = applied.operator.actor or ("subject",)
    if predicate.pos != "verb":
        names = (*names, *OWNERS)
    return actors_at(names, predicate, context.graph, context.mentions, acting=True)


def made_act(draft: Draft, applied: Applied, context: Statuses) -> Draft:
    """The act that the operator itself is; whom it is aimed at is said, or is who should act (but who denies speaks
    of himself)."""
    predicate = context.graph.predicates.get(applied.head)
    if predicate is None:  # words that a lost space has joined ("shocked-the town") head nothing
        return draft
    actors = subjects_of(applied, context)
    if not actors and applied.operator.iffy:
        actors = draft.actors  # "will cut it off unless it pays, the minister said"
    aimed = actors_at(applied.operator.recipient, predicate, context.graph, context.mentions)
    doers = () if applied.operator.status in REFUSED else without(draft.actors, actors)
    kind = context.lexicon.kinds.get(applied.operator.makes or "")
    asking = kind is not None and kind.type == ASKING
    if not asking and only_hear(aimed) and {a.country for a in aimed} <= {a.country for a in actors}:
        aimed = ()  # "told parliament that he would raid Sylvania": it hears of it
    if kind is not None and kind.type in OF_OWN_DEEDS and _by_own_hands(doers, actors, draft):
        doers = ()
    recipients = (_asked(aimed, doers) if asking else aimed) or _of_others(doers, actors)
    if not (recipients or _is_for_unknown(draft, applied, context) or _by_court(predicate, kind, context)):
        recipients = _of_others(draft.recipients, actors)
    return Draft(
        head=applied.head,
        kind=applied.operator.makes or draft.kind,
        status=_status_of_made(applied, context),
        certainty=draft.certainty,
        actors=actors,
        recipients=without(recipients, actors),
        reciprocal=False,
        needs=("recipient",)
        if not actors and _stand_accused(predicate, kind, without(aimed, actors))
        else _needs_of_made(predicate, kind, draft, context),
        path=draft.path[draft.path.index(applied.head) :] if applied.head in draft.path else (applied.head,),
        applied=(),
        rules=(*draft.rules, f"operator:{applied.operator.id}"),
        inner=None if _agreed_to_stop(draft, applied.operator, kind) else draft.kind,
        made=True,
    )


def _agreed_to_stop(draft: Draft, by: Operator, kind: Kind | None) -> bool:
    """ "An accord to halt the shelling", "to lift the siege", a promise not to shell: what sides agree to end, or to
    leave undone, is no harm that they agree on."""
    ends = by.denies or any(a.operator.factive or a.operator.status in OFF for a in draft.applied)
    return ends and kind is not None and kind.type == AGREED


def _needs_of_made(
    predicate: Predicate, kind: Kind | None, inner: Draft, context: Statuses
) -> tuple[str, ...]:
    """ "Was charged with plotting to kill the king": by a court, though none is named, whoever it was that is charged."""
    if not _by_court(predicate, kind, context):
        return ("actor",)
    return () if inner.recipients else ("recipient",)


def _stand_accused(predicate: Predicate, kind: Kind | None, accused: tuple[Actor, ...]) -> bool:
    """ "Its soldiers are accused of massacres": whoever says so, of a state or armed men it is an accusation."""
    told = predicate.passive and predicate.mood == "indicative"
    if kind is None or kind.type != ACCUSED or not told or not accused:
        return False
    return all(ARMED & set(a.sectors) or (a.id is not None and a.id == a.country) for a in accused)


def _by_court(predicate: Predicate, kind: Kind | None, context: Statuses) -> bool:
    return kind is not None and kind.kind in context.lexicon.groups[JUSTICE] and predicate.passive


def _by_own_hands(doers: tuple[Actor, ...], actors: tuple[Actor, ...], draft: Draft) -> bool:
    """ "Warned that his gunners would fire on Sylvanian troops", "admits that its army shelled a Sylvanian port":
    Sylvania is threatened, and is who hears it, and not the gunners."""
    own = {a.country for a in actors if a.country}
    hit = keys_of(draft.recipients) - {None}
    forces = not hit and all(FORCES & set(d.sectors) for d in doers)
    return bool(doers and (hit - own or forces)) and all(d.country in own for d in doers)


def _asked(aimed: tuple[Actor, ...], doers: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "Asks the court to order Sylvania to go": the court is asked, and Sylvania is to act."""
    others = tuple(a for a in doers if a.id is not None and a.id == a.country)
    if doers and only_hear(aimed):
        return doers
    apart = bool(aimed and others) and not sides(aimed, others)
    return (*aimed, *others) if apart else aimed


def only_hear(told: tuple[Actor, ...]) -> bool:
    """ "Told deputies that Sylvania must go": they are told, and Sylvania is to act."""
    return all(set(actor.sectors) & AUDIENCE for actor in told)


def _is_for_unknown(draft: Draft, applied: Applied, context: Statuses) -> bool:
    """ "Calls on firms to invest in Sylvania": the firms are called on, and not those whom it would be done to."""
    kind = context.lexicon.kinds.get(applied.operator.makes or "")
    asking = kind is not None and kind.type == ASKING
    inner = context.graph.predicates[draft.head]
    own = context.graph.predicates[applied.head].heads("subject")
    doers = [h for h in inner.heads("subject") if h not in own] if inner.pos == "verb" else []
    return asking and any(context.graph.doc[h].pos_ == "NOUN" for h in doers)


def _of_others(recipients: tuple[Actor, ...], actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Nobody appeals to his own state as a whole ("calls for the return of its crew")."""
    own = {a.country for a in actors if a.country}
    return tuple(r for r in without(recipients, actors) if r.id is None or r.id not in own)


def _status_of_made(applied: Applied, context: Statuses) -> Status:
    """ "accepted the request": a request that is answered has been made; one that is denied or planned has not."""
    noun = context.graph.predicates[applied.head].pos == "noun"
    return applied.base if noun and applied.status in ANSWERED else applied.status


def answered(made: Draft, answer: Applied, context: Statuses) -> Draft:
    """ "rejected Sylvania's calls for aid": the answer is the act; answered is who called, or who is promised to call."""
    actors = subjects_of(answer, context) or _asked_before(made, answer, context)
    promising = context.graph.predicates[answer.head]
    told = () if promising.passive else actors_at(PROMISED, promising, context.graph, context.mentions)
    refused = answer.operator.status in REFUSED or answer.status in REFUSED
    kind = answer.operator.refused if refused else None
    return replace(
        made,
        head=answer.head,
        inner=made.inner if refused else None,
        kind=kind or answer.operator.bare or made.kind,
        status="occurred" if answer.status in REFUSED else answer.status,
        actors=actors,
        reciprocal=False,
        recipients=_of_others(made.actors, actors)
        or _of_others(() if refused else told, actors)
        or _of_others(made.recipients, actors),
        rules=(*made.rules, f"operator:{answer.operator.id}"),
    )


def _asked_before(made: Draft, answer: Applied, context: Statuses) -> tuple[Actor, ...]:
    """ "Its demand that Sylvania free them was rejected": who was asked answers, where nobody else is said to."""
    asked = type_of(made, context) == ASKING
    return made.recipients if asked and context.graph.predicates[answer.head].passive else ()


def is_only_alleged(made: Draft, outside: Sequence[Applied], context: Statuses) -> bool:
    """ "Accused Sylvania of ordering a man to kill", "of letting rebels pass": what it is accused of is only claimed."""
    if context.lexicon.kinds[made.kind].type not in ALLEGED:
        return False
    kinds = (context.lexicon.kinds.get(a.operator.makes or "") for a in outside if not a.operator.keeps)
    return any(kind is not None and kind.type == ACCUSED for kind in kinds)


def accused_of(made: Draft, outside: Sequence[Applied], context: Statuses) -> Iterator[Draft]:
    """ "Accused Sylvania of threatening to attack": the accusation is an act beside what it is about."""
    for applied in outside:
        kind = context.lexicon.kinds.get(applied.operator.makes or "")
        if kind is not None and kind.type == ACCUSED and made.kind != kind.kind:
            yield made_act(replace(made, made=False), applied, context)
            return


def with_reproach(refusal: Draft, outside: Sequence[Applied], context: Statuses) -> Iterator[Draft]:
    """ "Accused Sylvania of refusing to free them": the refusal, and who blames Sylvania for it."""
    yield refusal
    yield from accused_of(refusal, outside, context)
