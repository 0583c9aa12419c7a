"""What somebody asks another to put off or call off in, a draft of it as put off or called off out, where the other agreed.

"Asked Sylvania to postpone the drill, and Klausenburg has agreed", "asked for the talks to be delayed. Sylvania agreed":
who only asks has put nothing off.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.acts import subjects_of
from detente.coding.drafting.draft import Draft, without
from detente.coding.exact.answered import answers_after
from detente.coding.exact.plan import verbs_of
from detente.coding.exact.refusing import is_of_the_asked, is_told
from detente.coding.roles.roles import actors_at, distinct
from detente.coding.standing.composing import Applied
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate

ASKING, PUT_OFF = "REQUEST", ("postponed", "cancelled")  # a type, statuses
WHAT = ("clause", "object", "to", "on")


def granted(draft: Draft, asked: Applied, context: Statuses) -> Iterator[Draft]:
    """The draft under what asks for it, if that is answered with a yes; the answerer is a side of what two do."""
    kind = context.lexicon.kinds.get(asked.operator.makes or "")
    word = context.graph.predicates.get(draft.head)
    if draft.status not in PUT_OFF or kind is None or kind.type != ASKING or word is None:
        return
    asking = context.graph.doc[asked.head]
    for token in answers_after(asking, word, context):
        verb = context.graph.predicates.get(token.i)
        if verb is None or token.i < word.head or not _is_yes(verb, context):
            continue
        if is_of_the_asked(verb, asking, context):
            both = (
                *subjects_of(asked, context),
                *actors_at(("subject", "by"), verb, context.graph, context.mentions),
            )
            others = without(without(distinct(both), draft.actors), draft.recipients)
            yield replace(draft, actors=(*draft.actors, *others)) if draft.reciprocal else draft
        return


def _is_yes(verb: Predicate, context: Statuses) -> bool:
    """ "Agreed", "has agreed to this", "granted the request"; not "agreed to buy two ships"."""
    words, doc = context.graph.words, context.graph.doc
    if (
        verb.pos != "verb"
        or verb.negated
        or words["verbs of granting"].isdisjoint(verbs_of(verb, context.graph))
    ):
        return False
    pointing = words["names of what is asked"] | words["pointing at what is asked"]
    bare = all(doc[h].lemma_.lower() in pointing for h in verb.heads(*WHAT))
    return bare and is_told(verb, context)
