"""A measure by nobody who is named in, taken by the other of the two who are at odds in the text out.

"Sylvania accused Ruritania of spying. In June two Ruritanian attaches were declared unwelcome": by Sylvania. "Graustark
banned Ruritanian plums. Flights were cancelled too": by the same, against the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import TOLD_BEFORE, because, only_because
from detente.coding.roles.known import key_of, keys_of
from detente.coding.roles.roles import sides, without_states
from detente.coding.sides.looking.anaphora import is_definite
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.looking.matter import HARMFUL, Matter
from detente.coding.sides.looking.told_before import start_before, told_before
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

CLOSE = 2  # sentences that are looked back over
EMBARGO = frozenset({"embargo"})  # a kind
DESCRIBING, SUBJECT = ("acl", "relcl"), "nsubjpass"
LANDS = "nouns of lands"  # a list of words
EASING, LAID_ON = (
    frozenset({"easing of measures", "end of siege"}),
    frozenset({"SANCTION", "COERCE"}),
)  # a kind, types
LIFTED, WHOSE = ("object", "of", "in", "from"), "whose measure it was"
WHY, ALSO = "the other of the two who are at odds", "as in the measure before it"
AT_ENVOYS = "at envoys"  # a group of kinds
HIT_BEFORE = "who is hit in what is told before"
ASKED, AHEAD = frozenset({"REQUEST"}), ("planned", "scheduled")  # a type, statuses
MEASURES, LED_UP = frozenset({"SANCTION"}), frozenset({"ACCUSE", "SANCTION", "THREATEN"})  # types


def with_other_of_two(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft, done by whoever had a quarrel with those it hits just before, else in the whole text."""
    if not _is_passive(draft, statuses):
        return draft
    quarrels = (
        HARMFUL | ASKED if draft.status in AHEAD else HARMFUL
    )  # "told them to go. Who stays will be punished"
    before = [d for d in told_before(draft, drafts, statuses, CLOSE) if type_of(d, statuses) in quarrels]
    if not draft.recipients:
        return _like_measure(draft, before, drafts, statuses)
    hit = keys_of(draft.recipients)
    if len(hit) != 1 or None in hit:
        return draft
    named = countries_named(draft.head, statuses) - hit
    for other in reversed(before):
        both = (other.actors, other.recipients)
        for theirs, own in (both, both[::-1]):
            foes = [a for a in theirs if key_of(a) not in hit]
            if hit & keys_of(own) and _is_one(foes) and named <= {a.country for a in foes}:
                return replace(draft, actors=only_because(foes, WHY))
    return draft


def with_doer_of_same(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Sylvania called in Ruritania's envoy. Graustark's was summoned too": by the same. "The attache was expelled as
    well": Ruritania's, and by the same."""
    if not _is_passive(draft, statuses):
        return draft
    alike = [
        d for d in told_before(draft, drafts, statuses, CLOSE) if d.kind == draft.kind and _is_one(d.actors)
    ]
    if not alike or alike[-1].reciprocal:
        return draft
    last = alike[-1]
    own = sides(last.actors, draft.recipients)
    hit = last.recipients if own else draft.recipients
    known = {a.country for a in (*last.actors, *hit)}
    guessed = all(r.inferred for r in draft.recipients)
    if (own and not guessed) or not countries_named(draft.head, statuses) <= known:
        return draft
    doers, hit = (only_because(side, ALSO) for side in (last.actors, hit))
    return replace(draft, actors=doers, recipients=hit if own else draft.recipients)


def with_who_laid_it_on(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "The lifting of a Sylvanian blockade on Ruritania", "its duties were scrapped": by whom they were laid on."""
    lifted = statuses.graph.predicates[draft.head].heads(*LIFTED)
    laid_on = [d for d in drafts if d.head in lifted and type_of(d, statuses) in LAID_ON]
    for measure in laid_on:
        if measure.actors and measure.recipients:
            own = not draft.recipients or sides(measure.actors, draft.recipients)
            hit = because(measure.recipients, WHOSE) if own else draft.recipients
            return replace(draft, actors=because(measure.actors, WHOSE), recipients=hit)
    return draft


def with_those_hit_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Ruritania shelled a Sylvanian isle. Two marines were killed": of those who were hit, and not of who hit them.

    "Ruritania broke off relations with Sylvania. The ambassador was sent home": Sylvania's, if none was named before.
    """
    told = all(TOLD_BEFORE.is_why(r.inferred) for r in draft.recipients)
    if not told or not _is_passive(draft, statuses):
        return draft
    graph = statuses.graph
    meant = [graph.doc[h] for h in graph.predicates[draft.head].heads("object") if is_definite(h, graph.doc)]
    start = start_before(draft.head, graph.doc, CLOSE)
    posted = draft.kind in statuses.lexicon.groups[AT_ENVOYS]
    if any(not posted or _is_named_from(t, start) for t in meant):
        return draft  # "three Ruritanians stormed a bank. The men were shot dead"
    last = next(
        (d for d in reversed(told_before(draft, drafts, statuses, CLOSE)) if _is_blow(d, statuses)), None
    )
    if last is None or not sides(last.actors, draft.recipients) or sides(last.actors, last.recipients):
        return draft
    hit = only_because(last.recipients, HIT_BEFORE)
    return replace(draft, actors=only_because(last.actors, WHY), recipients=hit)


def _is_named_from(word: Token, start: int) -> bool:
    """Whether the same word stands before it, from there on."""
    return any(t.lemma_ == word.lemma_ for t in word.doc[start : word.i])


def _is_blow(draft: Draft, statuses: Statuses) -> bool:
    one = _is_one(draft.actors) and _is_one(draft.recipients)
    return one and not draft.reciprocal and type_of(draft, statuses) in HARMFUL


def _is_passive(draft: Draft, statuses: Statuses) -> bool:
    """Told for itself, by a verb in the passive without a doer; not "in reprisal", "in breach of an embargo"."""
    graph = statuses.graph
    predicate = graph.predicates[draft.head]
    carrier = predicate.carrier
    if carrier is None and graph.doc[draft.head].dep_ == SUBJECT:
        carrier = graph.doc[draft.head].head.i
    verb = predicate if carrier is None else graph.predicates[carrier]
    return verb.passive and not verb.has("subject") and graph.doc[verb.head].dep_ not in DESCRIBING


def without_own(draft: Draft) -> Draft:
    """ "Sylvania suspended flights between the two": the other one is hit."""
    others = without_states(draft.recipients, draft.actors)
    return replace(draft, recipients=others) if others and len(others) < len(draft.recipients) else draft


def _land_meant(draft: Draft, last: Draft, drafts: Sequence[Draft], statuses: Statuses) -> tuple[Actor, ...]:
    """ "Imports of fruit from the island were halted": the other one of the two that the text is about."""
    graph = statuses.graph
    below = (t for h in graph.predicates[draft.head].heads("object") for t in graph.doc[h].subtree)
    if not any(t.dep_ == "pobj" and t.lemma_.lower() in graph.words[LANDS] for t in below):
        return ()
    matter = Matter(drafts, statuses)
    own = keys_of(last.actors)
    return tuple(matter.actors[k] for k in matter.pair - own) if own <= matter.pair else ()


def _like_measure(
    draft: Draft, before: Sequence[Draft], drafts: Sequence[Draft], statuses: Statuses
) -> Draft:
    """ "Flights between the two were suspended too": by the same as the last measure, and against the same."""
    measures = [d for d in before if type_of(d, statuses) in LED_UP and not d.reciprocal]
    measures = [d for d in measures if _is_one(d.actors) and _is_one(d.recipients)]
    if not measures:
        return draft
    last = measures[-1]
    foe = _land_meant(draft, last, drafts, statuses)
    known = {a.country for a in (*last.actors, *last.recipients)}
    if not countries_named(draft.head, statuses) <= known:
        return draft
    actors, recipients = (only_because(side, ALSO) for side in (last.actors, foe or last.recipients))
    return replace(draft, actors=actors, recipients=recipients)


def _is_one(side: Sequence[Actor]) -> bool:
    """Whether it is one state, group or organisation."""
    keys = keys_of(side)
    return len(keys) == 1 and None not in keys
