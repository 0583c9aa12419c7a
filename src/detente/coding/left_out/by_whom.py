"""Drafts in, why some are no events out by who acts in them: performers, people in the street, anybody, or nobody who is named.

What a report is about stands in its headline or its first sentence. "The attack", "the killings" and "was arrested" further
down refer to what is told elsewhere, or to what nobody knows more of.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.kept import is_spoken
from detente.coding.matching.lexicon import classes_of
from detente.coding.roles.known import word_of
from detente.coding.sides.nearby.other_side import ONLY_OTHER
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

OWN_FIELD = "what somebody of sport or art says and does, and nobody of politics is named for it"
VISIT, RIVALS = "visit", "who plays against"  # a kind, a list of words
PUBLIC = frozenset({"PROTEST", "ASSAULT"})  # types: who marches or kills may be anybody
IN_THE_STREET = "what a private person says to a reporter"
SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "AGREE"})
PRIVATE = frozenset({"civilian", "worker", "non-political", "migrant"})
IN_PUBLIC_LIFE = frozenset(
    {"opponent", "protester", "officeholder", "militia", "troops", "union", "sport", "culture"}
)
ANY = frozenset({"a", "an", "one", "another"})
REFERRED_TO = "force that nobody is named for, only referred to in the body of the text"
FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION"})
OPENING = 2  # sentences: the headline and the lead
OF_ANYBODY = "it is said of any such person, and of nobody's deed"
CLAUSE, DETERMINER, PRESENT = "relcl", "det", ("VBZ", "VBP")


def by_performers(drafts: Sequence[Draft], statuses: Statuses) -> dict[int, str]:
    """The reason by number; who speaks to or of a state, its people in office or its acts is kept."""
    said = by_bystanders(drafts, statuses)
    if not statuses.mentions.performers:
        return said
    return said | {n: OWN_FIELD for n, draft in enumerate(drafts) if _is_own_field(draft, statuses)}


def _is_own_field(draft: Draft, statuses: Statuses) -> bool:
    kind, mentions = statuses.lexicon.kinds[draft.kind], statuses.mentions
    if not draft.actors or kind.type in PUBLIC:
        return False
    if not all(_is_one(a, mentions.performers) for a in draft.actors):
        return False
    named = (r for r in draft.recipients if r.span is not None and r.inferred != ONLY_OTHER)
    addressed = [r for r in named if not _is_one(r, mentions.performers)]
    guests = draft.kind == VISIT or all(_is_one(a, mentions.sportsmen) for a in draft.actors)
    if guests:
        addressed = [r for r in addressed if not _is_rival(r, statuses)]
    return not any(_is_of_politics(r, guests=guests) for r in addressed)


def _is_rival(actor: Actor, statuses: Statuses) -> bool:
    """ "Her Sylvanian opponent" of a player."""
    called = word_of(actor, statuses.graph.doc)
    return called is not None and called.lemma_.lower() in statuses.graph.words[RIVALS]


def _is_of_politics(actor: Actor, *, guests: bool) -> bool:
    """A bare state is another team to who plays, and the land of a show to who comes there."""
    return bool(actor.sectors) and not (guests and actor.id is not None and actor.id == actor.country)


def _is_one(actor: Actor, people: frozenset[str]) -> bool:
    return (actor.id or actor.name) in people


def by_bystanders(drafts: Sequence[Draft], statuses: Statuses) -> dict[int, str]:
    """The reason by number."""
    return {n: IN_THE_STREET for n, draft in enumerate(drafts) if _says_one(draft, statuses)}


def _says_one(draft: Draft, statuses: Statuses) -> bool:
    """Whether whoever says it is one of the people, and is called so by no more than what he does for a living."""
    if not is_spoken(draft, SPOKEN, statuses):
        return False
    speakers = statuses.graph.predicates[draft.head].heads("subject")
    return bool(speakers) and all(_is_private(statuses.graph.doc[h], statuses) for h in speakers)


def _is_private(speaker: Token, statuses: Statuses) -> bool:
    called = (speaker, *(c for c in speaker.rights if c.dep_ == "appos"))
    return any(
        word.pos_ == "NOUN" and any(c.lower_ in ANY for c in word.lefts) and _is_of_people(word, statuses)
        for word in called
    )


def _is_of_people(word: Token, statuses: Statuses) -> bool:
    if any(c.lower_ == "of" for c in word.rights):  # "a member of the council"
        return False
    classes = frozenset(classes_of(statuses.graph.doc, word.i, statuses.lexicon))
    return not classes.isdisjoint(PRIVATE) and classes.isdisjoint(IN_PUBLIC_LIFE)


def by_nobody(drafts: Sequence[Draft], statuses: Statuses) -> dict[int, str]:
    """The reason by number."""
    unnamed = [n for n, draft in enumerate(drafts) if not draft.actors]
    if not unnamed:
        return {}
    body = _body(statuses)
    return {
        n: REFERRED_TO for n in unnamed if drafts[n].head >= body and type_of(drafts[n], statuses) in FORCE
    }


def _body(statuses: Statuses) -> int:
    """Where the first sentence after the opening begins, or the end of the text."""
    doc, start = statuses.graph.doc, 0
    for _ in range(OPENING):
        if start >= len(doc):
            break
        start = doc[start].sent.end
    return start


def done_by_any(draft: Draft, statuses: Statuses) -> str | None:
    """A clause in the present that tells which ones of a kind are meant."""
    verb = statuses.graph.doc[draft.head]
    if verb.dep_ != CLAUSE or verb.tag_ not in PRESENT:
        return None
    words = statuses.graph.words["words for any"]
    said = any(c.dep_ == DETERMINER and c.lower_ in words for c in verb.head.lefts)
    return OF_ANYBODY if said else None
