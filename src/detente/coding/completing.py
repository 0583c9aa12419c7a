"""The mentions of a text in, the same with what the event tables and the actor tables add to them out."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from detente.coding.lexicon import UNPOLITICAL, Lexicon, classes_of
from detente.coding.mentions import Mention, Mentions
from detente.knowledge.actors import ActorTables
from detente.reading.tokens import Doc


def complete_mentions(mentions: Mentions, doc: Doc, lexicon: Lexicon, tables: ActorTables) -> Mentions:
    """The mentions with the nouns for which no state answers, and with the base of each non-state group."""
    ends = lexicon.unpolitical_ends
    nouns = [t for t in doc if t.pos_ == "NOUN" and (t.lower_ in ends or t.lemma_.lower() in ends)]
    found = frozenset([t.i for t in nouns if UNPOLITICAL in classes_of(doc, t.i, lexicon)])
    return replace(
        mentions,
        actors={
            i: _with_base(m, tables) for i, m in mentions.actors.items() if not _is_loose_it(i, mentions, doc)
        },
        modifiers={i: _with_base(m, tables) for i, m in mentions.modifiers.items()},
        unpolitical=found,
    )


def _is_loose_it(head: int, mentions: Mentions, doc: Doc) -> bool:
    """An "it" that is no subject and stands for a state of another sentence: as often as not it is a thing."""
    token = doc[head]
    if token.lower_ != "it" or (
        token.dep_ in ("nsubj", "nsubjpass") and (not head or doc[head - 1].pos_ != "VERB")
    ):
        return False
    state = mentions.actors[head].actor.id
    near = {
        m.actor.id for i, m in mentions.actors.items() if i != head and doc[i].sent.start == token.sent.start
    }
    return state not in near


def _with_base(mention: Mention, tables: ActorTables) -> Mention:
    group = tables.organisation_by_id.get(mention.actor.id or "")
    based = getattr(group, "country", None)
    if not based or mention.actor.based:
        return mention
    return replace(mention, actor=msgspec.structs.replace(mention.actor, based=based))
