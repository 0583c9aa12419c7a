"""A pronoun in, the noun that it stands for in the text before it out."""

from __future__ import annotations

from itertools import chain

from detente.coding.roles.mentions import Mentions
from detente.reading.tokens import Doc, Token
from detente.records import Actor

TOLD = ("dobj", "dative")  # "told villagers that they"
PRONOUN, BODY = "PRON", "body"
MEANT_BACK = 60  # tokens before a pronoun, or before its sentence, in which its noun may stand


def noun_stood_for(head: int, doc: Doc, mentions: Mentions) -> Token | None:
    """The noun for which a pronoun that is somebody stands, also "the Foreign Ministry" where whose it is was inferred."""
    mention = mentions.actors.get(head) if doc[head].pos_ == PRONOUN else None
    noun = _noun_meant(head, mention.actor, doc, mentions) if mention is not None else None
    if noun is None or mention is None:
        return None
    own = mentions.actors.get(noun.i)
    inferred = mention.kind == BODY and own is not None and own.actor.inferred is not None
    return noun if noun.pos_ == "NOUN" or inferred else None


def body_stood_for(head: int, doc: Doc, mentions: Mentions) -> Token | None:
    """ "The Foreign Ministry said that it protested": the noun, where a pronoun stands for a body."""
    mention = mentions.actors.get(head) if doc[head].pos_ == PRONOUN else None
    return noun_stood_for(head, doc, mentions) if mention is not None and mention.kind == BODY else None


def _noun_meant(pronoun: int, actor: Actor, doc: Doc, mentions: Mentions) -> Token | None:
    """ "Sylvanian soldiers crossed the river. They withdrew on Monday": they are soldiers."""
    name = actor.name
    last = name.rsplit(maxsplit=1)[-1] if name else name
    acts = doc[pronoun].dep_.startswith("nsubj")  # "towns that they seized": of what clause around it is open
    start = doc[pronoun].sent.start if acts else pronoun
    said = (t for t in doc[pronoun].sent if t.i > pronoun)  # ""We protested," the minister said"
    around = chain(reversed(doc[max(start - MEANT_BACK, 0) : start]), said)
    told = (t for t in around if t.text == last)
    return (_who_says_it(doc[pronoun], actor, mentions) if acts else None) or next(told, None)


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
