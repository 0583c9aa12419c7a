"""A comment on a deed that is told by its own noun in, whoever did that as the comment's other side out.

"Graustark condemned the arrest of a Graustarkian in Sylvania": where it took place tells who arrested, and so whom the
comment is aimed at.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import because
from detente.coding.roles.belonging import is_spared_or_hurt
from detente.coding.roles.roles import sides, without_states
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

COMMENTS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
PEOPLE, IN = frozenset({"CVL", "JRN", "ELI", "BUS", "REL"}), "in"  # sectors
FROM, SUFFERED = "from", "suffered nouns"  # a list of nouns
BLAME, JUSTICE = "ACCUSE", "justice"  # a type, a group of kinds
ON_WHAT = ("object", "about", "over", "at", "against", "of", "for", "by", "to")


def with_doer_of_deed(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with the actors of the event that its own words are about, if it is aimed at nobody yet."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    if kind is None or kind.type not in COMMENTS or not kind.speech or not draft.actors or draft.reciprocal:
        return draft
    about = _about(draft, statuses)
    if draft.recipients:
        named = statuses.lexicon.event_nouns
        deeds = {h for h in about if kind.type == BLAME or statuses.graph.doc[h].lemma_.lower() in named}
        return draft if draft.kind in statuses.lexicon.groups[JUSTICE] else _at_host(draft, deeds, statuses)
    found = next((known for d in drafts if d.head in about and (known := tuple(_doers(d, draft)))), ())
    if not found:
        doc, suffered = statuses.graph.doc, statuses.graph.words[SUFFERED]
        told = [list(doc[head].subtree) for head in about if doc[head].lemma_.lower() in suffered]
        return replace(draft, recipients=_hosts(draft, told, statuses))
    why = "whose deed it is"
    return replace(draft, recipients=because(found, why))


def _about(draft: Draft, statuses: Statuses) -> set[int]:
    """What it is about; of what "drew criticism from Sylvania" what drew it."""
    predicates = statuses.graph.predicates
    verb, carrier = predicates[draft.head], predicates[draft.head].carrier
    drew = (
        predicates[carrier].heads("subject")
        if carrier is not None and carrier in predicates and verb.has("from")
        else ()
    )
    doc, suffered = statuses.graph.doc, statuses.graph.words[SUFFERED]
    shocking = (
        h for h in verb.heads("subject") if doc[h].lemma_.lower() in suffered
    )  # "the arrest dismayed it"
    return {*verb.heads(*ON_WHAT), *drew, *shocking}


def _at_host(draft: Draft, about: Collection[int], statuses: Statuses) -> Draft:
    """ "Worried about the fate of a Graustarkian in Sylvania": by a state about its people, and Sylvania has them."""
    doc, actors = statuses.graph.doc, statuses.mentions.actors
    phrases = [list(doc[head].subtree) for head in about if head not in actors]
    own = not without_states(draft.recipients, draft.actors)
    theirs = own and all(PEOPLE & set(a.sectors) for a in draft.recipients)
    if not theirs and not all(_is_hurt(a, statuses) for a in draft.recipients):
        return draft
    told = [p for p in phrases if sides((actors[t.i].actor for t in p if t.i in actors), draft.recipients)]
    found = without_states(_hosts(draft, told, statuses), draft.recipients)
    return replace(draft, recipients=found or draft.recipients)


def _is_hurt(side: Actor, statuses: Statuses) -> bool:
    """ "The closing of Ruritanian schools", "the treatment of Sylvanian prisoners"."""
    return side.id is None and is_spared_or_hurt(side, statuses.graph)


def _hosts(draft: Draft, phrases: Iterable[Collection[Token]], statuses: Statuses) -> tuple[Actor, ...]:
    """The state in which what such a phrase tells of was done, or out of which somebody was put."""
    actors, put_out = statuses.mentions.actors, statuses.graph.words[SUFFERED]
    inside = (t for phrase in phrases for t in phrase if t.dep_ == "pobj" and _says_where(t.head, put_out))
    there = (mention.actor for t in inside if (mention := actors.get(t.i)) is not None)
    hosts = without_states((a for a in there if a.country and a.country == a.id), draft.actors)
    why = "who has them there"
    return because(hosts, why)


def _says_where(preposition: Token, put_out: Collection[str]) -> bool:
    word = preposition.lower_
    return word == IN or (word == FROM and preposition.head.lemma_.lower() in put_out)


def _doers(deed: Draft, comment: Draft) -> Iterator[Actor]:
    """Who is known to have done it, if not who speaks of it; of what is done together nobody is blamed alone."""
    if not deed.reciprocal:
        yield from (a for a in without_states(deed.actors, comment.actors) if a.country or a.id)
