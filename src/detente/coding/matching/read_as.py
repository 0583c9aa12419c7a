"""A predicate in, the predicates out as which other rules may read it.

A noun made from a verb is read as its verb, where no rule of the noun's own applies: "the suspension of air links" by
"suspend". What stands after "of" or the like is the object; the rest keeps its name, and who acts is looked for where a
noun has it. "Horn's arrest" is read as "the arrest of Horn": a person is arrested, ousted or murdered, where a state does
it. A verb whose object is a pronoun for a thing is read with each noun that it may mean ("Drones entered Sylvania; jets
shot down four of them"): which is meant shows in what the rules of the verb ask for.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from msgspec.structs import replace

from detente.coding.roles.mentions import Mentions
from detente.knowledge.frames import Nominal
from detente.reading.graph import Argument, Graph, Predicate
from detente.reading.graph.lifting import LIFTED_FROM_OBJECTS
from detente.reading.tokens import Token

OBJECT, SUBJECT, AGENT, OWNER, ADJECTIVE = "object", "subject", "by", "poss", "adj"
BETWEEN, PARTNER, GOAL, OF = "between", "with", "to", "of"
BEFALLS = "what befalls whose it is"  # the list of words
PERSON = "person"
ONE = "NN"  # "the general's arrests": those that he makes
MEANS = {"it": "NN", "them": "NNS"}
MAY_BE_MEANT = frozenset({"nsubj", "nsubjpass", "dobj"})
BACK = 40  # words before the pronoun in which its noun is looked for


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


def with_sufferer(noun: Predicate, graph: Graph, mentions: Mentions) -> Predicate:
    """The predicate; as it is where it says otherwise of whom."""
    if noun.lemma not in graph.words[BEFALLS] or not noun.has(OWNER) or noun.has(OF) or noun.has(OBJECT):
        return noun
    owners = [mentions.actors.get(h) for h in noun.heads(OWNER)]
    if graph.doc[noun.head].tag_ != ONE or not all(m is not None and m.kind == PERSON for m in owners):
        return noun
    arguments = (Argument(OF, a.head) if a.name == OWNER else a for a in noun.arguments)
    return replace(noun, arguments=tuple(arguments))


def with_antecedents(verb: Predicate, graph: Graph, mentions: Mentions) -> Iterator[Predicate]:
    """The nearest noun first; nothing where the object is no such pronoun, or stands for somebody."""
    heads = verb.heads(OBJECT)
    if len(heads) != 1 or heads[0] in mentions.actors:
        return
    pronoun = graph.doc[heads[0]]
    tag = MEANS.get(pronoun.lower_)
    for noun in _nouns_before(pronoun) if tag else ():
        if noun.tag_ == tag and noun.i not in verb.heads("subject"):
            meant = [Argument(OBJECT, noun.i) if a.name == OBJECT else a for a in verb.arguments]
            yield replace(verb, arguments=tuple(meant))


def _nouns_before(pronoun: Token) -> Iterator[Token]:
    first = max(pronoun.i - BACK, 0)
    for token in reversed(pronoun.doc[first : pronoun.i]):
        if token.dep_ in MAY_BE_MEANT:
            yield token
