"""A noun made from a verb in, the predicate that its verb would be out: "the suspension of air links" by "suspend".

So a rule that was written for the verb reads the noun as well, where no rule of the noun's own applies. What stands
after "of" or the like is the object; the rest keeps its name, and who acts is looked for where a noun has it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from msgspec.structs import replace

from detente.knowledge.frames import Nominal
from detente.reading.graph import Argument, Predicate
from detente.reading.graph.lifting import LIFTED_FROM_OBJECTS

OBJECT, SUBJECT, AGENT, OWNER, ADJECTIVE = "object", "subject", "by", "poss", "adj"
BETWEEN, PARTNER, GOAL, OF = "between", "with", "to", "of"


def as_verbs(
    noun: Predicate,
    nominal: Nominal,
    sending: frozenset[str],
    answers: Container[int] = (),
    others: Mapping[int, Predicate] = {},
) -> Iterator[Predicate]:
    """The noun as each of its verbs; nothing where it does not say of what it is one.

    sending: nouns of which those do it whose the things are. answers: heads of "in response", "in protest", which say
    of no noun what it is one of ("a reduction of staff in response to"). others: the predicates of the text.
    """
    after = next((name for name in nominal.object if any(h not in answers for h in noun.heads(name))), None)
    if after is None:
        return
    renamed = {after: OBJECT, AGENT: SUBJECT}
    arguments = [Argument(renamed.get(a.name, a.name), a.head) for a in noun.arguments]
    arguments += _between(noun)
    if after != OF:  # what hangs on the object behind "of" is the noun's already
        arguments += _of_object(noun, after, others)
    if (
        noun.lemma in sending
        and noun.has(GOAL)
        and not any(noun.has(name) for name in (AGENT, OWNER, SUBJECT))
    ):
        arguments += [Argument(SUBJECT, head) for head in noun.heads(after)]
    owners = [Argument(SUBJECT, a.head) for a in noun.arguments if a.name == _owning(noun)]
    for verb in nominal.verbs:
        yield replace(noun, lemma=verb, pos="verb", arguments=tuple(dict.fromkeys((*arguments, *owners))))


def _of_object(noun: Predicate, after: str, others: Mapping[int, Predicate]) -> list[Argument]:
    """ "A halt to deliveries to Sylvania", "a freeze on visas for Sylvanians": to halt them is done to Sylvania."""
    inner = (others[head] for head in noun.heads(after) if head in others)
    return [
        a for one in inner for a in one.arguments if a.name in LIFTED_FROM_OBJECTS and not noun.has(a.name)
    ]


def _owning(noun: Predicate) -> str:
    """ "The Sylvanian jamming of signals" as "Sylvania's"; not "the Sylvanian jamming of signals by Graustark"."""
    return ADJECTIVE if not any(noun.has(name) for name in (OWNER, AGENT, SUBJECT, BETWEEN)) else OWNER


def _between(noun: Predicate) -> list[Argument]:
    """ "The reopening of a crossing between Ruritania and Sylvania": the first does it with the second."""
    sides = noun.heads(BETWEEN)
    if len(sides) != 2 or noun.has(AGENT) or noun.has(OWNER):
        return []
    return [Argument(SUBJECT, sides[0]), Argument(PARTNER, sides[1])]
