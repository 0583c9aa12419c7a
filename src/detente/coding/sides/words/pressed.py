"""To whom one yields: who presses or forces him, or governs where he must stop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import only_because
from detente.coding.roles.known import key_of, keys_of
from detente.coding.roles.roles import actors_at, without_states
from detente.coding.sides.looking.told_before import start_before
from detente.coding.sides.nearby.sentence_before import named_in, others_in_clause
from detente.coding.sides.step import aimed_at_first
from detente.coding.sides.whose.domestic import AT_HOME, side_at_home
from detente.coding.standing.status import Statuses
from detente.reading.graph.types import Governor
from detente.reading.tokens import Doc
from detente.records import Actor

YIELDING = "yielding"  # a group of kinds
PRESSING = frozenset({"ACCUSE", "COERCE", "PROTEST", "REJECT", "REQUEST", "SANCTION", "THREATEN"})  # types
GIVING, PROMISES = ("CONCEDE", "RETREAT"), ("promise", "agreement")  # types, kinds
UNDER, TO, PARTICIPLE = ("under", "amid", "after"), "to", "participle"
SINCE, CLAUSES = ("after", "once", "as", "when", "since", "because"), ("advcl", "pcomp", "ccomp")
WHY_EXCHANGE = "who gives something for it"
RELEASE = "release"  # a kind
WHY = "who pressed for it"
GIVEN = frozenset({"CONCEDE", "RETREAT"})  # types
CLAUSE, WHO = ("clause", "purpose"), ("subject",)
FORCING, FORCED = "forcing verbs", "it is forced by them"
RESTRICTION = frozenset({"restriction"})
HOLDING = RESTRICTION | {"ban", "embargo", "tariff", "rejection"}  # kinds
HOLDS, REFUSED = ("in", "across", "throughout", "inside"), "rejection"
WHERE, RULERS, THERE = ("in", "across", "inside", "throughout", "object"), "GOV", "where it is stopped"
STATE, WHERE_IN_FORCE = "state", "where it holds"


def with_who_pressed(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """Yielding that names nobody in, whoever pressed for it as its other side out.

    "Ruritania gives way after Sylvania threatens tariffs": it gives way to Sylvania. So it does, or promises to, "under
    pressure from Sylvania".
    The draft with the one party that pressed for it in its sentence or the one before.
    """
    kind = statuses.lexicon.kinds[draft.kind]
    yields = draft.kind in statuses.lexicon.groups[YIELDING]
    if not yields and kind.type not in GIVING and draft.kind not in PROMISES:
        return draft
    own = keys_of(draft.actors)
    if any(r.inferred != AT_HOME and key_of(r) not in own for r in draft.recipients):
        return draft  # "to its own people" is only thought
    at_home = not yields and draft.kind in statuses.lexicon.domestic  # "freed two monks": its own
    if not at_home and (forced := _under_pressure(draft, own, statuses)):
        return replace(draft, recipients=forced)
    if any(r.inferred != AT_HOME for r in draft.recipients):
        return draft
    found = () if at_home and draft.kind != RELEASE else _in_exchange(draft, own, statuses)
    if not found and draft.kind != RELEASE and not at_home and (yields or kind.type in GIVING):
        found = _who_moved_it(draft, own, drafts, statuses, yields=yields)
    return replace(draft, recipients=found) if found else draft


def _who_moved_it(
    draft: Draft, own: set[str | None], drafts: Sequence[Draft], statuses: Statuses, *, yields: bool
) -> tuple[Actor, ...]:
    """The one other side that pressed for it, or yields itself."""
    around = [
        d for d in drafts if d is not draft and _is_near(d, draft, statuses.graph.doc, beside=not yields)
    ]
    moved = [*_pressing(around, own, statuses), *(() if yields else _yielding(around, own, statuses))]
    keys = keys_of(moved)
    if len(keys) != 1 or others_in_clause(draft, own | keys, statuses):
        return ()
    return (replace(moved[0], inferred=WHY),)


def _in_exchange(draft: Draft, own: set[str | None], statuses: Statuses) -> tuple[Actor, ...]:
    """ "Freed a banker in return for three pilots held in Sylvania": who gives something for it."""
    doc, given = statuses.graph.doc, statuses.graph.words["in return"]
    sentence = doc[draft.head].sent
    for noun in (t for t in sentence if t.lower_ in given and t.dep_ == "pobj"):
        verb = noun.head.head
        if noun.head.lower_ == "in" and draft.head in (verb.i, *(c.i for c in verb.children)):
            found = named_in(noun.left_edge.i, noun.right_edge.i + 1, statuses)
            others = [a for key, a in found.items() if key not in own]
            return only_because(others, WHY_EXCHANGE) if len(others) == 1 else ()
    return ()


def _is_near(other: Draft, draft: Draft, doc: Doc, *, beside: bool) -> bool:
    """Told in the sentence or the one before. beside: in the sentence, behind it and as when or why it is done."""
    sentence = doc[draft.head].sent
    if not beside:
        return start_before(draft.head, doc) <= other.head < sentence.end
    first, last = sorted((draft.head, other.head))
    path = [doc[last], *doc[last].ancestors]
    when = any(c.lower_ in SINCE for t in path for c in (t.head, *t.lefts) if t.dep_ in CLAUSES)
    return sentence.start <= first and last < sentence.end and when


def _pressing(around: Iterable[Draft], own: set[str | None], statuses: Statuses) -> Iterator[Actor]:
    """Those who do something hard to the one who yields."""
    for draft in around:
        if type_of(draft, statuses) in PRESSING and own & keys_of(draft.recipients):
            yield from (a for a in draft.actors if key_of(a) and key_of(a) not in own)


def _yielding(around: Iterable[Draft], own: set[str | None], statuses: Statuses) -> Iterator[Actor]:
    """ "Reopened the bridge once Sylvania had pulled back its guns": those who yield too, to nobody else."""
    for draft in around:
        if type_of(draft, statuses) in GIVING and keys_of(draft.recipients) <= own:
            yield from (a for a in draft.actors if key_of(a) and key_of(a) not in own)


def _under_pressure(draft: Draft, own: set[str | None], statuses: Statuses) -> tuple[Actor, ...]:
    """ "Under pressure from Sylvania", "bowing to pressure from it": those of the sentence from whom it comes."""
    graph = statuses.graph
    sentence = graph.doc[draft.head].sent
    pressing = graph.words["pressing nouns"]
    for noun in (p for p in graph.predicates.values() if p.pos == "noun" and p.lemma in pressing):
        over = graph.governors.get(noun.head, ())
        if sentence.start <= noun.head < sentence.end and any(_weighs(g, statuses) for g in over):
            found = actors_at(("from", "by"), noun, graph, statuses.mentions)
            return tuple(replace(a, inferred=WHY) for a in found if key_of(a) and key_of(a) not in own)
    return ()


def _weighs(governor: Governor, statuses: Statuses) -> bool:
    """ "Freed them under pressure", "bowing to pressure"; but "bowed to pressure and freed them" tells of it itself."""
    verb = statuses.graph.predicates[governor.head]
    return governor.name in UNDER or (governor.name == TO and verb.mood == PARTICIPLE)


def with_who_forces(draft: Draft, statuses: Statuses) -> Draft:
    """A withdrawal or concession that somebody forces upon another in, who forces it as whom it is made to out.

    "Sylvanian rebels forced Ruritanian troops to retreat", "Ruritania was forced to cede the port by Graustark". So too who
    forces helpers to stop their work, where only the land in which they worked is told.
    The draft with them as recipients, where no other side is named but whose the place is that is left.
    """
    graph, kind = statuses.graph, statuses.lexicon.kinds[draft.kind]
    told = any(not r.inferred for r in draft.recipients)
    if told or kind.type not in GIVEN:
        return draft
    over = graph.above(draft.head, *CLAUSE)
    forcing = (graph.predicates[h] for h in over if graph.doc[h].lemma_ in graph.words[FORCING])
    return aimed_at_first(draft, (actors_at(WHO, p, graph, statuses.mentions) for p in forcing), FORCED)


def with_whose_land_it_was_in(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with those who govern there: "the charity was forced to suspend its work in Sylvania"."""
    graph = statuses.graph
    forced = graph.predicates[draft.head]
    if graph.doc[draft.head].lemma_ not in graph.words[FORCING]:
        return _where_it_holds(draft, statuses)
    done = graph.at(forced.heads(*CLAUSE))
    lands = {a.country for verb in done for a in actors_at(WHERE, verb, graph, statuses.mentions)}
    land = lands.pop() if len(lands) == 1 else None
    return draft if land is None else replace(draft, actors=(side_at_home(land, RULERS, THERE),))


def _where_it_holds(draft: Draft, statuses: Statuses) -> Draft:
    """ "Duties on Sylvanian steel came into force in Ruritania", "Sylvania's plea fell on deaf ears in Strelsau": whoever
    rules there."""
    graph, mentions = statuses.graph, statuses.mentions
    told = graph.predicates[draft.head]
    if draft.kind == REFUSED and told.passive:
        return draft  # "was voted down in Geneva"
    for verb in [a.head for a in draft.applied] if told.pos == "noun" else [draft.head]:
        within = (t for t in graph.doc[verb].subtree if t.i > verb and t.head.lower_ in HOLDS)
        named = [m.actor for t in within if (m := mentions.actors.get(t.i)) is not None and m.kind == STATE]
        theirs = without_states(tuple(named), draft.recipients)
        if draft.recipients and len({a.country for a in theirs}) == 1 and len(theirs) == len(named):
            return replace(draft, actors=(side_at_home(theirs[0].country or "", RULERS, WHERE_IN_FORCE),))
    return draft
