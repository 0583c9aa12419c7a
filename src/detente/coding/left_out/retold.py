"""Drafts of one text in, those that tell violence a second time left out: its outcome, "the attack", who claims it.

"Gunmen stormed the post and killed nine", "the rebels say that they made the attack", "the league claims
responsibility": one attack, whose sides are gathered from all that tells of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.alike import agree, by, guessed, shared, state, told_apart
from detente.coding.left_out.one_blow import (
    CLAIM,
    adds_to,
    carries_off_others,
    does_both,
    ends_it,
    is_counted_in,
    is_earlier,
    is_how,
    is_its_form,
    is_with_what,
    not_claimed,
    owns_up_to,
    says_at_whom,
)
from detente.coding.reasons import OTHER_WHO_FIRED
from detente.coding.roles.known import any_known
from detente.coding.sides.blows.same_hands import tells_part
from detente.coding.sides.looking.anaphora import is_definite
from detente.coding.standing.status import Statuses
from detente.records import Actor

RETOLD = "tells of the attack beside it, and is no other one"
ATTACK, PROTEST, CURB = "ASSAULT", "PROTEST", "COERCE"
RAID, LAUNCH = "raid", "missile test"
RESULTS, TAKEN, VAGUE = "outcome", "done to somebody", "vague attack"  # groups of kinds
CUSTODY = "custody"
TARGETED = "assassination"
OWN = ("of", "by", "on", "against", "in", "at", "near", "poss", "compound")
UPON_WHOM = ("on", "against", "of")
WITHIN, UPON = ("in", "during", "by", "from"), ("after", "following", "when", "as")  # an attack that kills
HELD = {  # what holds it, by the argument in which it stands: "killed in a raid", "an offensive to take the port"
    RAID: ("in", "during"),
    LAUNCH: ("subject", "object"),
    "aim": ("clause", "purpose"),
    "form": ("clause", "purpose", "as", "in"),
    "means": ("subject", "object", "with"),
    "result": ("participle",),
}


def join_retold(drafts: Sequence[Draft], statuses: Statuses) -> tuple[tuple[Draft, ...], dict[int, str]]:
    """The drafts, with sides completed, and of those that are no event of their own the reason by number."""
    done, reasons = list(drafts), dict[int, str]()
    attacks = [n for n, d in enumerate(drafts) if _is_attack(d, statuses)] if len(done) > 1 else []
    for number, draft in enumerate(drafts):
        others = _told_by(draft, statuses, done, attacks) if len(done) > 1 else ()
        fit = (m for m in others if m != number and m not in reasons)
        other = next((m for m in fit if not is_earlier(draft, done[m], statuses)), None)
        if other is not None:
            reasons[number] = RETOLD
            done[other] = _completed(done[other], draft, statuses)
        elif why := not_claimed(draft, statuses):
            reasons[number] = why
    return tuple(done), reasons


def _told_by(
    draft: Draft, statuses: Statuses, drafts: Sequence[Draft], attacks: Sequence[int]
) -> Iterator[int]:
    """The numbers of the attacks that the draft may be a part of, the likeliest first."""
    if type_of(draft, statuses) == PROTEST:
        yield from (n for n, d in enumerate(drafts) if _for_aim(d, draft, statuses))
        return
    attacks = [n for n in attacks if drafts[n].head != draft.head]
    if draft.kind == CLAIM:
        before = [n for n in reversed(attacks) if drafts[n].head < draft.head]
        yield from (n for n in (*before, *attacks) if by(draft.actors, drafts[n].actors))
        return
    fell = any(OTHER_WHO_FIRED.is_why(a.inferred) for a in draft.actors)  # one side's dead tell who hit whom
    if fell or ends_it(draft, statuses):
        return
    if draft.kind in statuses.lexicon.groups[VAGUE]:
        yield from (n for n, d in enumerate(drafts) if _is_raided_for(d, draft, statuses))
    if type_of(draft, statuses) == CURB:
        yield from (n for n, d in enumerate(drafts) if _is_taken_again(d, draft, statuses))
        return
    attacks = [n for n in attacks if not carries_off_others(drafts[n], draft, statuses)]
    if attacks:
        yield from _of_attacks(draft, attacks, statuses, drafts)


def _of_attacks(
    draft: Draft, attacks: Sequence[int], statuses: Statuses, drafts: Sequence[Draft]
) -> Iterator[int]:
    """The same where other attacks are told."""
    groups = statuses.lexicon.groups
    before = [n for n in reversed(attacks) if drafts[n].head < draft.head]
    agreeing = [n for n in attacks if agree(draft, drafts[n])]
    yield from (n for n in agreeing if tells_part(draft, drafts[n], statuses))
    names = HELD.get(_part(draft, statuses), ())
    unlike = [n for n in attacks if by(draft.actors, drafts[n].actors) and _where_only(drafts[n], statuses)]
    yield from (n for n in (*agreeing, *unlike) if _is_carried_beside(drafts[n], draft, statuses))
    yield from (n for n in before if n in agreeing and says_at_whom(drafts[n], draft, statuses))
    yield from (n for n in before if _is_attack(draft, statuses) and is_with_what(drafts[n], draft, statuses))
    yield from (n for n in before if _is_outcome_beside(drafts[n], draft, statuses))
    yield from (n for n in before if does_both(drafts[n], draft, statuses))
    yield from (n for n in attacks if adds_to(drafts[n], draft, statuses))
    yield from (n for n in before if is_its_form(drafts[n], draft, statuses))
    yield from (n for n in agreeing if _holds(drafts[n], draft, names, statuses))
    yield from (n for n in before if n in agreeing and _is_fought_for(drafts[n], draft, statuses))
    if not _is_attack(draft, statuses) or told_apart(draft, statuses):
        return
    yield from (n for n in before if _is_named_again(drafts[n], draft, statuses))
    yield from (n for n in before if n in agreeing and is_counted_in(drafts[n], draft, statuses))
    yield from (n for n in before if n in agreeing and _is_boasted_of(drafts[n], draft, drafts, statuses))
    yield from (n for n in before if n in agreeing and is_how(drafts[n], draft, statuses))
    yield from (n for n in before if n in agreeing and owns_up_to(drafts[n], draft, statuses))
    if _is_repeated(draft, statuses):
        yield from (n for n in before if n in agreeing)
    elif (draft.kind in groups[TAKEN] and not _follows(draft, statuses)) or (
        draft.kind in groups[VAGUE] and not any_known(draft.actors)
    ):
        sentence = statuses.graph.doc[draft.head].sent
        beside = [n for n in agreeing if sentence.start <= drafts[n].head < sentence.end]
        yield from (n for n in beside if drafts[n].kind not in groups[RESULTS] | groups[VAGUE])
        yield from (n for n in beside if draft.kind in groups[VAGUE] and any_known(drafts[n].actors))
        yield from (n for n in beside if _is_outcome(draft, drafts[n], statuses))
        yield from (n for n in before if n in beside and draft.kind in groups[RESULTS])


def _is_raided_for(arrest: Draft, raid: Draft, statuses: Statuses) -> bool:
    """ "Soldiers detained nine men in a raid on a village": the arrests tell of the raid, and who made it."""
    governors = statuses.graph.governors.get(raid.head, ())
    held = any(g.head == arrest.head and g.name in HELD[RAID] for g in governors)
    if is_definite(raid.head, statuses.graph.doc):  # "arrested in the attack on the mosque": for it
        return False
    theirs = not any_known(raid.actors) or all(
        state(a) in {state(b) for b in arrest.actors} for a in raid.actors
    )
    return held and theirs and type_of(arrest, statuses) == CURB and any_known(arrest.actors)


def _is_taken_again(before: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "Arrested two Sylvanians. The Sylvanians were taken into custody over a fire": once, whoever tells it.

    Of a border or a ship each telling is kept beside the first: "Closes border. It closed the border on Monday."
    """
    if draft.kind not in statuses.lexicon.groups[CUSTODY]:
        return False
    doc = statuses.graph.doc
    later = before.kind == draft.kind and before.head < doc[draft.head].sent.start
    whom = statuses.graph.predicates[draft.head].heads("object")
    pointed_at = bool(whom) and all(is_definite(h, doc) or doc[h].pos_ == "PRON" for h in whom)
    first = statuses.graph.predicates[before.head].heads("object", "of")
    named_alike = {doc[h].lemma_ for h in whom} <= {doc[h].lemma_ for h in first}
    same_people = named_alike or shared(before.recipients, draft.recipients)
    return later and pointed_at and same_people and by(before.actors, draft.actors)


def _follows(taking: Draft, statuses: Statuses) -> bool:
    """ "Kidnapped after clashes": taking people is another act than the fight before it."""
    verb = statuses.graph.predicates[taking.head]
    return taking.kind not in statuses.lexicon.groups[RESULTS] and bool(verb.heads(*UPON))


def _is_outcome(killing: Draft, attack: Draft, statuses: Statuses) -> bool:
    """ "Kills two and wounds nine in an attack", "two were killed after an attack"."""
    groups = statuses.lexicon.groups
    if killing.kind not in groups[TAKEN] or attack.kind not in groups[VAGUE]:
        return False
    graph, names = statuses.graph, WITHIN if any_known(killing.actors) else (*WITHIN, *UPON)
    verbs = (killing.head, *(t.i for t in graph.doc[killing.head].conjuncts))
    return any(g.head in verbs and g.name in names for g in graph.governors.get(attack.head, ()))


def _part(draft: Draft, statuses: Statuses) -> str:
    """What the draft can be to an attack that holds it."""
    if _is_attack(draft, statuses):
        return "means" if statuses.graph.predicates[draft.head].pos == "noun" else "result"
    return "aim" if type_of(draft, statuses) == ATTACK else draft.kind


def _is_carried_beside(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "killed nine and hurt four in an attack on the town": the attack goes with both verbs."""
    held, killing = (draft, attack) if draft.kind == RAID else (attack, draft)
    carrier = statuses.graph.predicates[held.head].carrier
    beside = {t.i for t in statuses.graph.doc[killing.head].conjuncts}
    groups = statuses.lexicon.groups
    return (killing.kind in groups[RESULTS] or held.kind in groups[VAGUE]) and carrier in beside


def _is_outcome_beside(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "carried out a raid and killed a rebel": by the same, whoever it was aimed at."""
    told = statuses.graph.with_carrier(attack.head)
    beside = any(t.i in told for t in statuses.graph.doc[draft.head].conjuncts)
    alike = any_known(draft.actors) and any_known(attack.actors) and shared(draft.actors, attack.actors)
    return draft.kind in statuses.lexicon.groups[RESULTS] and alike and beside


def _for_aim(strike: Draft, protest: Draft, statuses: Statuses) -> bool:
    """ "went on strike to protest against the tax", "boycotted classes as a protest"."""
    return (
        strike.head != protest.head
        and type_of(strike, statuses) == PROTEST
        and _holds(strike, protest, HELD["form"], statuses)
    )


def _is_attack(draft: Draft, statuses: Statuses) -> bool:
    return type_of(draft, statuses) == ATTACK and draft.status in ("occurred", "under_way")


def _is_repeated(draft: Draft, statuses: Statuses) -> bool:
    """Whether a noun points at an attack and says nothing of its own about it: "the attack"."""
    graph, kind = statuses.graph, statuses.lexicon.kinds[draft.kind]
    noun = graph.predicates[draft.head]
    plain = kind.mode is None or not noun.heads("mod")
    dated = {h for h in noun.heads("poss") if h not in statuses.mentions.actors}  # "today's attacks"
    own = set(noun.heads(*OWN)) - dated
    known = is_definite(draft.head, graph.doc) or bool(dated)
    return noun.pos == "noun" and plain and known and not own


def _is_named_again(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "A rally against the Sylvanian attacks on Graustark", after strikes of that sort were told."""
    noun = statuses.graph.predicates[draft.head]
    whole = (
        noun.pos == "noun"
        and draft.kind in statuses.lexicon.groups[VAGUE]
        and is_definite(draft.head, statuses.graph.doc)
    )
    return whole and shared(draft.actors, attack.actors) and shared(draft.recipients, attack.recipients)


def _is_boasted_of(attack: Draft, draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """ "The league claims responsibility, saying that it killed ninety soldiers"."""
    doc = statuses.graph.doc
    sentence = doc[draft.head].sent
    claims = [d for d in drafts if d.kind == CLAIM and sentence.start <= d.head < draft.head]
    told = (
        attack.head < sentence.start
        and draft.kind in statuses.lexicon.groups[RESULTS]
        and shared(draft.actors, attack.actors)
    )
    return told and any(shared(d.actors, draft.actors) for d in claims)


def _holds(attack: Draft, part: Draft, names: Sequence[str], statuses: Statuses) -> bool:
    predicates = statuses.graph.predicates
    heads = statuses.graph.with_carrier(attack.head)
    held = {part.head, *predicates[part.head].heads("of")}  # "a barrage of rockets" stands as the rockets do
    if part.kind == LAUNCH:
        held = set(predicates[part.head].heads("object"))
    return bool(names) and any(not held.isdisjoint(predicates[head].heads(*names)) for head in heads)


def _is_fought_for(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "Carried on its war to retake the town": how it comes out is not told."""
    infinitive = statuses.graph.predicates[draft.head].mood == "infinitive"
    return infinitive and _holds(attack, draft, HELD["aim"], statuses)


def _where_only(attack: Draft, statuses: Statuses) -> bool:
    """Whether it is only said where it was, and not whom it hit: "an ambush in Zenda"."""
    noun = statuses.graph.predicates[attack.head]
    return noun.pos == "noun" and not noun.heads(*UPON_WHOM)


def _completed(attack: Draft, part: Draft, statuses: Statuses) -> Draft:
    results = statuses.lexicon.groups[RESULTS]
    actors = part.actors if any_known(part.actors) and not any_known(attack.actors) else attack.actors
    told = tuple(r for r in part.recipients if r not in actors) if part.kind != CLAIM else ()
    unsaid = guessed(attack.recipients) or (part.kind in results and _where_only(attack, statuses))
    unsaid |= part.kind == TARGETED and all(r.inferred for r in attack.recipients)
    recipients = (told or attack.recipients) if unsaid else attack.recipients
    if part.kind in results and any_known(told) and recipients and not shared(told, recipients):
        recipients = (*told, *recipients)
    return replace(attack, actors=actors, recipients=_apart(recipients, actors))


def _apart(recipients: Sequence[Actor], actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Those struck; of two that strike at each other none is struck alone."""
    mutual = len({state(a) or a.id for a in actors if state(a) or a.id}) > 1
    return tuple(r for r in recipients if r not in actors and not (mutual and shared((r,), actors)))
