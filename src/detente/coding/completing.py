"""The mentions of a text in, the same with what the event tables and the actor tables add to them out."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from detente.coding.lexicon import UNPOLITICAL, Lexicon, classes_of
from detente.coding.mentions import Mention, Mentions
from detente.knowledge.actors import ActorTables
from detente.reading.tokens import Doc

BUSINESS = "BUS"  # "the Ruritanian oil company Rusoil": its state is told with the noun


def complete_mentions(mentions: Mentions, doc: Doc, lexicon: Lexicon, tables: ActorTables) -> Mentions:
    """The mentions with the nouns for which no state answers, and with the base of each non-state group."""
    ends = lexicon.unpolitical_ends
    nouns = [t for t in doc if t.pos_ == "NOUN" and (t.lower_ in ends or t.lemma_.lower() in ends)]
    found = frozenset([t.i for t in nouns if UNPOLITICAL in classes_of(doc, t.i, lexicon)])
    kept = {i: m for i, m in mentions.actors.items() if not _is_loose_it(i, mentions, doc)}
    kept |= {i: m for m in kept.values() if (i := _noun_that_it_names(m, doc)) is not None}
    return replace(
        mentions,
        actors={i: _with_base(m, tables) for i, m in kept.items()},
        modifiers={i: _with_base(m, tables) for i, m in mentions.modifiers.items()},
        unpolitical=found,
    )


def _noun_that_it_names(mention: Mention, doc: Doc) -> int | None:
    """ "The rebel group M23": the noun right before the name of a group stands for that group, and for no state."""
    name = doc[mention.head]
    noun = name.head
    if name.dep_ != "appos" or noun.pos_ != "NOUN" or name.left_edge.i != noun.i + 1:
        return None
    group = mention.kind in ("group", "organisation") and mention.actor.id is not None
    return noun.i if group and BUSINESS not in mention.actor.sectors else None


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
