"""A pronoun in, the noun that it stands for in the text before it out."""

from __future__ import annotations

from detente.coding.roles.mentions import Mentions
from detente.reading.tokens import Doc, Token
from detente.records import Actor

TOLD = ("dobj", "dative")  # "told villagers that they"
MEANT_BACK = 60  # tokens before a pronoun, or before its sentence, in which its noun may stand


def noun_meant(pronoun: int, actor: Actor, doc: Doc, mentions: Mentions) -> Token | None:
    """ "Sylvanian soldiers crossed the river. They withdrew on Monday": they are soldiers."""
    name = actor.name
    last = name.rsplit(maxsplit=1)[-1] if name else name
    acts = doc[pronoun].dep_.startswith("nsubj")  # "towns that they seized": of what clause around it is open
    start = doc[pronoun].sent.start if acts else pronoun
    before = (t for t in reversed(doc[max(start - MEANT_BACK, 0) : start]) if t.text == last)
    return (_who_says_it(doc[pronoun], actor, mentions) if acts else None) or next(before, None)


def _who_says_it(pronoun: Token, actor: Actor, mentions: Mentions) -> Token | None:
    """ "The Sylvanian army says that it withdrew": who tells it of itself, and tells nobody of himself."""
    if not (actor.country or actor.id):
        return None
    for above in pronoun.ancestors:
        if above.dep_ == "ccomp":
            verb = above.head
            told = any(c.dep_ in TOLD for c in verb.rights)
            own = (c for c in verb.lefts if c.dep_ == "nsubj" and _is(c, actor, mentions))
            return None if told else next(own, None)
    return None


def _is(noun: Token, actor: Actor, mentions: Mentions) -> bool:
    mention = mentions.actors.get(noun.i)
    return mention is not None and (mention.actor.id, mention.actor.name) == (actor.id, actor.name)
