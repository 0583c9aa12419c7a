"""A demand, threat, protest or offer that names nobody in, whoever is told next to reply to it as its other side out.

"Sylvania demanded an apology. Ruritania refused", "protested over the search. The Ruritanian ministry said that nobody
had set foot in the house": whoever says no, or that it was not so, was asked, threatened or blamed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import classes_of
from detente.coding.reasons import only_because
from detente.coding.roles.belonging import is_mission
from detente.coding.roles.known import keys_of, word_of
from detente.coding.roles.roles import actors_at, sides
from detente.coding.sides.looking.told_before import CLAUSES, clause_of
from detente.coding.sides.nearby.sentence_before import lacks_recipient, named_in, others_in_clause
from detente.coding.standing.status import Statuses
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token
from detente.records import Actor

SPOKEN = frozenset({"REQUEST", "ACCUSE", "THREATEN"})  # types
PROPOSED, SAID, WHOEVER = "proposed", "clause", ("subject",)
ASKED_NOBODY = frozenset({"appeal", "impeachment", "trial", "charge", "investigation"})  # kinds
SUMMONS, ENVOY = "summons of envoy", "envoy"  # a kind, a class of nouns
ANSWER = "REJECT"  # a type
OFFERS = frozenset({"offer", "invitation"})  # kinds
WHY = "who replies to it in what is told next"


def with_who_replies(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with that side as its recipient, if neither clause names anybody else."""
    own = keys_of(draft.actors)
    if len(own) != 1 or None in own or not _is_spoken(draft, statuses):
        return draft
    if any(_is_meant(r, draft) for r in draft.recipients) or others_in_clause(draft, own, statuses):
        return draft
    for verb in _next(draft, statuses):
        speakers = actors_at(WHOEVER, statuses.graph.predicates[verb.i], statuses.graph, statuses.mentions)
        states = keys_of(speakers)
        if len(states) == 1 and all(a.country for a in speakers) and not states & own:
            told = draft.kind == SUMMONS and _is_envoy(speakers, statuses)
            answer = told or _replies(verb, statuses) or _is_answer(verb, states, drafts, statuses)
            if not answer or _others_named(verb, own | states, statuses):
                return draft
            return replace(draft, recipients=only_because(speakers, WHY))
        return draft
    return draft


def _is_meant(side: Actor, draft: Draft) -> bool:
    """Somebody told for himself; no "its consulate", or an ambassador who is only thought to be of one's own state."""
    if side.inferred is not None and sides((side,), draft.actors):
        return draft.kind != SUMMONS and not is_mission(side)
    return True


def _is_spoken(draft: Draft, statuses: Statuses) -> bool:
    """Whether it is said to somebody who may say yes or no."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    if kind is None or draft.kind in ASKED_NOBODY:
        return False
    offered = draft.status == PROPOSED or draft.kind in OFFERS
    return offered or (kind.type in SPOKEN and lacks_recipient(replace(draft, recipients=()), statuses))


def _next(draft: Draft, statuses: Statuses) -> Iterator[Token]:
    """The verb of the next clause that stands for itself: in the sentence, or in the next one."""
    doc = statuses.graph.doc
    _, end = clause_of(draft.head, statuses)
    if end >= len(doc):
        return
    found = doc[end].sent.root
    if doc[draft.head].sent.start == doc[end].sent.start:
        found = next(
            (t for t in doc[end : doc[end].sent.end] if t.dep_ in CLAUSES and _has_subject(t)), found
        )
    if found.i >= end and found.i in statuses.graph.predicates:
        yield found


def _has_subject(verb: Token) -> bool:
    return verb.pos_ in ("VERB", "AUX") and any(c.dep_ in SUBJECTS for c in verb.lefts)


def _is_answer(verb: Token, states: set[str | None], drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """Whether what they say is known as a refusal or a denial."""
    kinds, start, end = statuses.lexicon.kinds, *clause_of(verb.i, statuses)
    told = [d for d in drafts if start <= d.head < end and keys_of(d.actors) == states]
    return any(kind.type == ANSWER for d in told if (kind := kinds.get(d.kind)) is not None)


def _is_envoy(speakers: Iterable[Actor], statuses: Statuses) -> bool:
    """ "Summoned the ambassador. The Sylvanian envoy said ..."."""
    doc = statuses.graph.doc
    names = (word_of(a, doc) for a in speakers)
    return any(ENVOY in classes_of(doc, name.i, statuses.lexicon) for name in names if name is not None)


def _others_named(verb: Token, known: set[str | None], statuses: Statuses) -> bool:
    """Whether the clause of the reply names anybody else."""
    return bool(named_in(*clause_of(verb.i, statuses), statuses).keys() - known)


def _replies(verb: Token, statuses: Statuses) -> bool:
    """Whether it says yes or no, "has yet to reply", or says that something is not so."""
    graph, words = statuses.graph, statuses.graph.words["verbs of replying"]
    predicate = graph.predicates[verb.i]
    below = [t for t in verb.children if t.dep_ == "xcomp"]
    silent = graph.words["verbs of saying nothing"]
    if any(t.lemma_ in silent for t in below) or (predicate.negated and predicate.lemma in silent):
        return False
    if predicate.negated or any(t.lemma_ in words for t in below) or predicate.lemma in words:
        return True
    said = [graph.predicates[h] for h in predicate.heads(SAID) if h in graph.predicates]
    return predicate.lemma in graph.words["verbs of claiming"] and any(p.negated for p in said)
