"""What somebody asks for in, drafts out by the answer that is told later: granted or refused.

"Asked Sylvania to postpone the drill, and Klausenburg has agreed", "asked for the talks to be delayed. Sylvania agreed":
who only asks has put nothing off. "Demanded that they go. Sylvania refused", "turned it down", "said no": what is refused
was told just before, by whoever asked for it. A refusal that names what it is of has a frame or an operator.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.acts import subjects_of
from detente.coding.drafting.draft import Draft, type_of, without
from detente.coding.exact.answered import answers_after
from detente.coding.exact.plan import verbs_of
from detente.coding.exact.refusing import is_of_the_asked, is_told, refuses
from detente.coding.roles.roles import actors_at, distinct, sides
from detente.coding.standing.composing import Applied
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.tokens import Token
from detente.records import Status

ASKING, PUT_OFF = "REQUEST", ("postponed", "cancelled")  # a type, statuses
WHAT = ("clause", "object", "to", "on")
REFUSAL = "refusal"  # a kind
OFFERED: Status = "proposed"
DONE: Status = "occurred"
RULE = "refused-after"


def granted(draft: Draft, asked: Applied, context: Statuses) -> Iterator[Draft]:
    """The draft under what asks for it, if that is answered with a yes; the answerer is a side of what two do."""
    kind = context.lexicon.kinds.get(asked.operator.makes or "")
    word = context.graph.predicates.get(draft.head)
    if draft.status not in PUT_OFF or kind is None or kind.type != ASKING or word is None:
        return
    asking = context.graph.doc[asked.head]
    for token in answers_after(asking, word):
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


def refusals_after(drafts: Sequence[Draft], context: Statuses) -> Iterator[Draft]:
    """The first refusal of each request and offer, by whom it was made to, or by somebody if that is not told."""
    heads = {d.head for d in drafts} | {a.head for d in drafts for a in d.applied}
    for draft in drafts:
        if not draft.actors or not _asks(draft, context):
            continue
        asking = context.graph.doc[draft.applied[0].head if draft.applied else draft.head]
        word = context.graph.predicates[draft.head]
        for token in answers_after(asking, word):
            if token.i not in heads and token.i > word.head and refuses(token, asking, word, context):
                yield from _refusal(draft, token, context)
                break


def _asks(draft: Draft, context: Statuses) -> bool:
    asked = type_of(draft, context) == ASKING and draft.status == DONE
    return asked or draft.status == OFFERED


def _refusal(asked: Draft, token: Token, context: Statuses) -> Iterator[Draft]:
    verb = context.graph.predicates.get(token.i)
    if verb is None or verb.pos != "verb" or verb.passive:
        return
    actors = actors_at(("subject",), verb, context.graph, context.mentions)
    if (
        not actors
        or sides(actors, asked.actors)
        or not (not asked.recipients or sides(actors, asked.recipients))
    ):
        return
    yield Draft(
        head=token.i, kind=REFUSAL, status=DONE, certainty="CT", actors=actors, recipients=asked.actors,
        reciprocal=False, needs=("actor",), path=(token.i,), applied=(), rules=(f"operator:{RULE}",),
        under=(token.i,), made=True,
    )  # fmt: skip
