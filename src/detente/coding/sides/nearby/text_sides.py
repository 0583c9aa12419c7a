"""Drafts without recipients in, the other side of what the whole text is about as theirs out.

An article tells of two sides, or of one state in trouble at home, and goes on without naming them again: "It would
answer in kind, a spokesman warned", "the Danubian League called for new elections". Asked when the sentences around
say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.roles.known import key_of, keys_of
from detente.coding.roles.roles import distinct
from detente.coding.sides.blows.struck import hits_ship
from detente.coding.sides.crowds.where import with_crowd_of_land
from detente.coding.sides.looking.matter import Matter
from detente.coding.sides.looking.no_party import is_no_party
from detente.coding.sides.nearby.joined import TYPES, joined, with_whom_it_joins
from detente.coding.sides.nearby.sentence_before import (
    RECIPIENT,
    lacks_recipient,
    others_in_clause,
    rivals_in_clause,
)
from detente.coding.sides.whose.domestic import AT_HOME
from detente.coding.sides.words.rivals import speak_as_rivals
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.ids import is_group
from detente.knowledge.frames import Kind

AIMED = frozenset({"ACCUSE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"})  # types
FROM_OUTSIDE = frozenset({"ACCUSE", "REQUEST", "SANCTION", "THREATEN"})
AT_THE_DOER = frozenset({"ACCUSE", "SANCTION", "THREATEN"})
ASKED_AT_HOME, BLAMED_AT_HOME = frozenset({"REJECT", "REQUEST"}), frozenset({"ACCUSE", "THREATEN"})
YIELDING = "withdrawal of demand"  # a kind
COMPLAINT, PEOPLE = "ACCUSE", frozenset({"CVL", "BUS"})  # a type, sectors
RIVALS = frozenset({"OPP", "PTY", "LEG", "JUD", "LAB"})  # sectors
ALL_AT_ONE = frozenset(
    {"ACCUSE", "SANCTION"}
)  # "also recalled its envoy": from where all others did something
SPOKEN_OUTSIDE = frozenset({"ACCUSE", "REQUEST"})
ATTACK, POLICE = "ASSAULT", "COP"
CLASH, MEDIATION = "clash", "mediation"  # kinds
MEET = "CONSULT"  # a type
GREETINGS = "greetings"  # a group of kinds
REGRET = "regret"  # a family of kinds
ANSWERS = frozenset({"ACCUSE", "THREATEN"})
SHOWN = frozenset({"mobilisation", "incursion", "patrol", "exercise"})  # families
OTHER, BOTH, DOER, HOME, ALIKE, HARMED = (
    "the other side of what the text is about",
    "the sides that the text is about",
    "who did what the text is about",
    "the state whose affairs the text is about",
    "whom all such acts of the text are aimed at",
    "the only one who is told to have harmed who acts",
)


def with_sides_of_text(drafts: Sequence[Draft], statuses: Statuses) -> tuple[Draft, ...]:
    """The drafts, acts of speech that are aimed at nobody named aimed at whom the text is about."""
    matter = Matter(drafts, statuses)
    drafts = [with_crowd_of_land(draft, matter, statuses) for draft in drafts]
    return tuple([_filled(_with_foe(draft, matter), matter, statuses) for draft in drafts])


def _with_foe(draft: Draft, matter: Matter) -> Draft:
    """ "A soldier was killed in an exchange of fire": with whom the text is about, where only one of the two is known."""
    if draft.kind != CLASH or draft.recipients or not all(a.inferred for a in draft.actors):
        return draft
    own = keys_of(draft.actors)
    if len(own) != 1 or not own <= matter.pair:
        return draft
    foes = (replace(matter.actors[k], inferred=OTHER) for k in matter.pair - own)
    return replace(draft, actors=(*draft.actors, *foes))


def with_state_at_home(draft: Draft, matter: Matter, statuses: Statuses) -> Draft:
    """ "Threatened to bring back sanctions", in a text on a coup: not on whoever else speaks up next to it.

    Asked before the sentences around are: in such a text they tell of others who say the same.
    """
    if type_of(draft, statuses) not in FROM_OUTSIDE or matter.home is None:
        return draft
    own = keys_of(draft.actors)
    if matter.home in own:
        return draft
    himself = bool(draft.recipients) and all(r.inferred and key_of(r) in own for r in draft.recipients)
    filled = _filled(replace(draft, recipients=()) if himself else draft, matter, statuses)
    return filled if filled.recipients else draft


def with_needed_state_at_home(draft: Draft, matter: Matter, statuses: Statuses) -> Draft:
    """The same for a draft that is no event without its recipient."""
    lacks = RECIPIENT in draft.needs and draft.status in HAPPENED
    return with_state_at_home(draft, matter, statuses) if lacks else draft


def with_needed_sides_of_text(drafts: Sequence[Draft], statuses: Statuses) -> Sequence[Draft]:
    """The same for those that are no events without their recipients."""
    lacking = [not d.recipients and RECIPIENT in d.needs and d.status in HAPPENED for d in drafts]
    if not any(lacking):
        return drafts
    matter = Matter(drafts, statuses)
    return [_filled(d, matter, statuses) if lacks else d for d, lacks in zip(drafts, lacking, strict=True)]


def _is_at_unnamed(draft: Draft, statuses: Statuses) -> bool:
    """ "The states that Ruritania criticised": it is aimed at them, whoever they are."""
    verb = statuses.graph.doc[draft.head]
    many = verb.head
    if verb.dep_ != "relcl" or many.tag_ != "NNS" or many.i in statuses.mentions.actors:
        return False
    at_others = any(h != many.i for h in statuses.graph.predicates[draft.head].heads("object"))
    return not at_others and any(c.dep_ == "nsubj" for c in verb.lefts)


def _filled(draft: Draft, matter: Matter, statuses: Statuses) -> Draft:
    own = keys_of(draft.actors)
    kind = statuses.lexicon.kinds[draft.kind]
    if not own or None in own or kind.type is None or _is_at_unnamed(draft, statuses):
        return draft
    if kind.type in TYPES and not draft.recipients:
        draft = with_whom_it_joins(draft, matter.told, statuses)
    if len(own) > 1 and (
        (kind.type not in FROM_OUTSIDE and kind.type != MEET and GREETINGS not in kind.groups)
        or own & matter.pair
    ):
        return draft
    if kind.type == ATTACK and _at_home_or_nobody(draft, statuses) and own & matter.pair:
        return _against_foes(draft, own, matter)
    if draft.kind == MEDIATION and not draft.recipients and matter.pair.isdisjoint(own):
        between = matter.pair or frozenset([matter.home]) - {None, *own}
        return _aimed_at(draft, (k for k in between if k), BOTH, matter)
    if kind.family in SHOWN:
        return _shown_to_foe(draft, own, matter, statuses)
    if kind.type not in AIMED and kind.family != REGRET and kind.kind != YIELDING:
        return draft
    return _filled_in_words(draft, own, kind, matter, statuses)


def _shown_to_foe(draft: Draft, own: set[str | None], matter: Matter, statuses: Statuses) -> Draft:
    """ "The army raised its level of alert", in a text on two at odds: because of the other."""
    alone = not draft.recipients and not draft.reciprocal and own <= matter.pair
    if not alone or _names_a_third(draft, own, matter, statuses):
        return draft
    return _aimed_at(draft, matter.pair - own, OTHER, matter)


def _against_foes(draft: Draft, own: set[str | None], matter: Matter) -> Draft:
    struck = matter.struck
    foes = [k for k in matter.pair - own if any((k, o) in struck or (o, k) in struck for o in own)]
    return _aimed_at(draft, foes, OTHER, matter)


def _filled_in_words(
    draft: Draft, own: set[str | None], kind: Kind, matter: Matter, statuses: Statuses
) -> Draft:
    """An act that is aimed at somebody, as most words are, at whom the text is about."""
    if kind.type == COMPLAINT and all(a.sectors and PEOPLE.issuperset(a.sectors) for a in draft.actors):
        return draft  # "merchants complain that customers have vanished"
    himself = _only_himself(draft, own) and not speak_as_rivals(draft, statuses)
    if draft.recipients and (himself or _only_supposed(draft, own)) and own & matter.pair:
        draft = replace(draft, recipients=())
    yields = kind.family == REGRET or kind.kind == YIELDING
    lacks = not draft.recipients if yields else lacks_recipient(draft, statuses)
    if not lacks or _names_a_third(draft, own, matter, statuses):
        return draft
    if rivals_in_clause(draft, statuses):
        return draft  # "rejected the notion that Liberals could leave": it stays among those at home
    return _aimed_in_text(draft, own, kind, matter)


def _aimed_in_text(draft: Draft, own: set[str | None], kind: Kind, matter: Matter) -> Draft:
    """Aimed at whom alone it can mean, else at whom the others mean, else at the other side or the state at home."""
    if GREETINGS in kind.groups and matter.home not in (None, *own):
        return _aimed_at(draft, [matter.home or ""], HOME, matter)
    if kind.type in ANSWERS and own.isdisjoint(matter.pair) and (wronged := matter.wronged_by(own)):
        return _aimed_at(draft, [wronged], HARMED, matter)
    alike = matter.aims.get(kind.kind)
    if alike is None and kind.type in ALL_AT_ONE and matter.home is None:
        alike = matter.aims.get(kind.type)
    if kind.type in FROM_OUTSIDE and own.isdisjoint({alike, *matter.pair}) and alike in matter.actors:
        return _aimed_at(draft, [str(alike)], ALIKE, matter)
    if matter.home is not None and own == {matter.home}:
        return _aimed_at(draft, own, HOME, matter) if _is_among_them(draft, kind) else draft
    return _aimed_at(draft, *_meant(own, kind.type or "", matter), matter)


def _is_among_them(draft: Draft, kind: Kind) -> bool:
    """ "The speaker demanded that the palace hand over its files": in a text on a state's own affairs it is said at home.

    What its ministers and people complain of or threaten may be anybody's, and what must be aimed at somebody is left out.
    """
    if RECIPIENT in draft.needs:
        return False
    blames = kind.type in BLAMED_AT_HOME and all(set(a.sectors) & RIVALS for a in draft.actors)
    return blames or kind.type in ASKED_AT_HOME


def _aimed_at(draft: Draft, meant: Iterable[str | None], why: str, matter: Matter) -> Draft:
    named = tuple(replace(matter.actors[k], inferred=why) for k in sorted(k for k in meant if k))
    return replace(draft, recipients=distinct(named)) if named else draft


def _names_a_third(draft: Draft, own: set[str | None], matter: Matter, statuses: Statuses) -> bool:
    """ "It denied a hand in the raid on Zenda": who lives there is no third in a text on the two.

    Nor is one with whom who speaks is only said to be friends: "Graustark, which is close to Sylvania, called it
    regrettable".
    """
    named = keys_of(others_in_clause(draft, own, statuses)) - joined(draft, statuses)
    if not named <= matter.pair or not own <= matter.pair:
        named -= _named_aside(draft, statuses)
    return not named <= (matter.pair if own <= matter.pair else set())


def _named_aside(draft: Draft, statuses: Statuses) -> set[str | None]:
    """Whom a relative clause on who acts names, and where somebody is on a visit."""
    doc, actors, words = statuses.graph.doc, statuses.mentions.actors, statuses.graph.words
    heads = statuses.graph.predicates[draft.head].heads("subject")
    clauses = [c for h in heads for c in doc[h].rights if c.dep_ == "relcl"]
    aside = {t.i for c in clauses for t in c.subtree}
    aside |= {t.i for t in doc[draft.head].subtree if t.i in actors and is_no_party(t, draft.head, words)}
    return {key_of(actors[i].actor) for i in aside if i in actors}


def _at_home_or_nobody(draft: Draft, statuses: Statuses) -> bool:
    """ "Nine people were injured by Sylvanian fire": in a text on what it does to another, those are its own no more."""
    if draft.reciprocal or draft.status not in HAPPENED:
        return False
    lexicon = statuses.lexicon
    if draft.kind in lexicon.own_affairs:
        return False
    if any(POLICE in a.sectors or a.span is None for a in draft.actors):
        return False
    at_home = all(r.inferred == AT_HOME or not (r.country or r.id) for r in draft.recipients)
    return at_home and not hits_ship(draft, statuses)


def _only_supposed(draft: Draft, own: set[str | None]) -> bool:
    """ "The rebel group called the delay a breach": not their own state's, in a text on two who fight."""
    groups = all(is_group(key) for key in own)
    return groups and all(r.span is None and r.inferred == AT_HOME for r in draft.recipients)


def _only_himself(draft: Draft, own: set[str | None]) -> bool:
    """ "It would never bow to ultimatums": whoever acts is no side of his own act, if nobody says so."""
    return all(r.span is None and r.inferred and key_of(r) in own for r in draft.recipients)


def _meant(own: set[str | None], code: str, matter: Matter) -> tuple[Iterable[str], str]:
    """Whom one who is a side means, and whom one who is none."""
    if own & matter.pair:
        return [k for k in matter.pair if k not in own], OTHER
    if code not in FROM_OUTSIDE:
        return (), OTHER
    if matter.home is not None:
        return ([matter.home] if matter.home not in own else []), HOME
    if code in AT_THE_DOER and matter.doer is not None:
        return [matter.doer], DOER
    return (matter.pair if code in SPOKEN_OUTSIDE else (), BOTH)
