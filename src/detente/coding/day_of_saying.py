"""A word that is said of oneself in, the day on which it was said out: "said on Tuesday that it regretted the remark".

Regret, blame, thanks and refusals are made by saying so; the day of saying is theirs.
"""

from __future__ import annotations

from detente.coding.coming import Attached
from detente.coding.drafting.draft import Draft
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.records import Actor, TimeExpression

MADE, DAYS, TOLD = "occurred", ("DATE", "TIME"), "ccomp"


def said_on(draft: Draft, statuses: Statuses, attached: Attached) -> TimeExpression | None:
    """The day of the verb of saying, whose subject is the same; None for what is no act of speech, or made before."""
    kind, verb = statuses.lexicon.kinds.get(draft.kind), _verb_of(draft, statuses)
    if draft.status != MADE or kind is None or not kind.speech or verb is None or verb.perfect:
        return None
    token = statuses.graph.doc[verb.head]
    saying = statuses.graph.predicates.get(token.head.i) if token.dep_ == TOLD else None
    if saying is None or saying.lemma not in statuses.graph.words["verbs of saying of oneself"]:
        return None
    if saying.tense != "past" or not _same_subject(verb, saying, statuses):
        return None
    items = attached.get(saying.head, ())
    return next(
        (item.time for item in items if item.time.type in DAYS and item.preposition in ("on", None)), None
    )


def _verb_of(draft: Draft, statuses: Statuses) -> Predicate | None:
    """The verb that tells of it, or that carries the noun that does."""
    word = statuses.graph.predicates.get(draft.head)
    if word is not None and word.pos != "verb" and word.carrier is not None:
        word = statuses.graph.predicates.get(word.carrier)
    return word if word is not None and word.pos == "verb" else None


def _same_subject(verb: Predicate, saying: Predicate, statuses: Statuses) -> bool:
    """Whether both have one subject, or a state and who speaks for it ("Sylvania will not, its minister said")."""
    mine, theirs = (
        [m.actor for h in one.heads("subject") if (m := statuses.mentions.actors.get(h)) is not None]
        for one in (verb, saying)
    )
    return any(_is_one(a, b) for a in mine for b in theirs)


def _is_one(one: Actor, other: Actor) -> bool:
    if one.country is None or one.country != other.country:
        return False
    return one.country in (one.id, other.id) or (one.id or one.name) == (other.id or other.name)
