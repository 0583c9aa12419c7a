"""Pronouns in ("she", "its", "they"), the mentions that they stand for out.

Only what is clear is resolved: a pronoun looks back in its sentence, then in the one before. Of several persons
it takes the one that a clause around it is about, whose name or title goes with it, or who is the subject; else nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from detente.coding.actors.names.named import Draft, renamed
from detente.coding.actors.names.persons import span_of
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.binding import (
    blamed,
    fellow_arguments,
    joined,
    kept_from,
    punished,
    takers,
)
from detente.coding.actors.pointing.clauses_around import (
    PERSON,
    SUBJECTS,
    clause_subjects,
    is_subject,
    moved_by_it,
    only_asks,
    subject_ahead,
    whose_doing,
)
from detente.coding.actors.pointing.people_again import both_who_met
from detente.coding.actors.pointing.pointing import only_where
from detente.coding.actors.pointing.ruled_out import (
    condemners,
    controlled,
    forces_of_others,
    host_of_mission,
    is_of_a_crowd,
    is_of_calamity,
    is_of_nobody_known,
    is_of_the_wrong,
    own_land,
    own_rulers,
    seats_of_envoys,
    told_of_before,
    who_accuses,
    who_demands,
    wrongdoer,
)
from detente.coding.actors.pointing.spoken_to import accused, told_of
from detente.coding.actors.pointing.standing_for import (
    MANY,
    THING,
    conjoined,
    fits,
    is_of_unknown_land,
    only_goes_on,
    only_says_where,
    stands_for_a_state,
    stands_for_one_of,
    state_spoken_for,
    tells_by_itself,
    who_says_so,
)
from detente.coding.reasons import STANDS_FOR
from detente.coding.roles.mentions import Mention
from detente.knowledge.actor_names import slug
from detente.reading.shapes import PLURALS
from detente.reading.tokens import Token

_FEMALE = frozenset(("she", "her", "hers", "herself"))
_RELATIVE, _OBJECT, _ACTING, IT, OBJECT = "whose", "them", "they", "it", "dobj"
PRONOUN_POS = ("PRON", "DET")
PRONOUNS = PERSON | THING | MANY | {_RELATIVE}
_FAR = 99  # steps to a subject of no clause around the pronoun


class _Rank(NamedTuple):
    """How likely a token is meant, smallest first; two of one rank are not told apart."""

    clause: int  # steps up to the clause whose subject it is
    only_asks: bool = False
    unknown_gender: bool = False
    not_subject: bool = False
    turn: int = 0  # among subjects: whom the reported clause, or else the report, is about


def resolve_pronoun(
    page: Page, draft: Draft, token: Token, strangers: Mapping[int, str | None]
) -> Mention | None:
    """Whom a pronoun stands for; None unless it is clear.

    strangers: last tokens of names without a state, with "m" or "f" where the name tells.
    """
    low = token.lower_
    if low == _RELATIVE:
        return _antecedent(page, draft, token)
    foreign = low in THING and not stands_for_a_state(page, draft, token)
    if foreign or is_of_unknown_land(page, draft, token):
        return None
    if low == IT and is_of_the_wrong(token, page.words):
        did = wrongdoer(token, draft.actors)
        return None if did is None else _again(page, token, draft.actors[did], page.doc[did], draft)
    if low in THING and (whose := _joined_with(draft, token) or whose_doing(page, draft, token)):
        return _again(page, token, whose, page.doc[whose.head], draft)
    near = _near(page, token, draft)
    kept_away = kept_from(token, page.words) | own_rulers(page, draft, token) | who_demands(page, token)
    kept_away |= host_of_mission(page, token) | seats_of_envoys(page, draft)
    kept_away |= forces_of_others(page, draft, token) | who_accuses(page, token)
    kept_away |= told_of_before(draft, token) | told_of(token, page.words["speech"])
    if low in THING and is_of_calamity(page, draft, token, near):
        return None
    fellows = () if low in PERSON else (*fellow_arguments(token), *condemners(token, page.words))
    fellows = (*fellows, *takers(token, page.words))
    beside = {draft.actors[i].actor.id for i in fellows if i in draft.actors} - {None}
    beside |= own_land(token, draft) if low == IT and token.dep_ == OBJECT else set()
    lookback = _lookback(page, draft, token)
    if low == _ACTING and is_of_a_crowd(page, draft, near):
        lookback = iter([[t for t in token.sent if t.i < token.i and t.tag_ in PLURALS]])
    for choices in lookback:
        named = [
            t for t in choices if t.i not in draft.own_words and (t.i in draft.actors or t.i in strangers)
        ]
        named = [t for t in named if not stands_for_one_of(t, kept_away, draft)]
        fitting = [t for t in named if t.i not in kept_away and _can_be(page, low, t, draft, strangers)]
        fitting = [t for t in fitting if t.i not in draft.actors or draft.actors[t.i].actor.id not in beside]
        if low == _OBJECT and is_of_nobody_known(page, choices, fitting):
            return None
        if fitting:
            instead = _before_where(page, draft, token, fitting, kept_away) if low in THING else None
            return instead or _most_likely(page, draft, token, fitting, near, strangers)
    return None if low in PERSON else _by_who_speaks(page, draft, token, kept_away)


def _most_likely(
    page: Page,
    draft: Draft,
    token: Token,
    fitting: Iterable[Token],
    near: Mapping[int, int],
    strangers: Mapping[int, str | None],
) -> Mention | None:
    """Of those who can be meant the best by `_Rank`; nobody where a person is as likely as another."""
    low = token.lower_
    ranked = [(_rank(page, draft, token, t, near, strangers), -t.i) for t in fitting]
    first, place = min(ranked)
    best = page.doc[-place]
    mention = draft.actors.get(best.i)
    alike = (page.doc[-i] for rank, i in ranked if rank == first)
    if mention is None or (low in PERSON and len({_who(t, draft) for t in alike}) > 1):
        return None  # somebody else is as likely as the best
    if low in PERSON and mention.actor.id:
        draft.genders.setdefault(_called(mention), _gender(low))
    return _again(page, token, mention, _first_of(best, draft), draft)


def _before_where(
    page: Page, draft: Draft, token: Token, fitting: list[Token], kept_away: frozenset[int]
) -> Mention | None:
    """ "After a fire in Klausenburg, the Ruritanian premier recalled its envoy": his, where else only a place is named."""
    places = all(only_says_where(t, draft.actors[t.i]) for t in fitting)
    return _by_who_speaks(page, draft, token, kept_away) if places else None


def _by_who_speaks(page: Page, draft: Draft, token: Token, kept_away: frozenset[int]) -> Mention | None:
    if token.lower_ in MANY and (both := both_who_met(page, draft, token)) is not None:
        return both
    speaks = state_spoken_for(draft, token, kept_away) if token.lower_ in THING else who_says_so(draft, token)
    if speaks is None:
        return None
    return _again(page, token, draft.actors[speaks.i], _first_of(speaks, draft), draft)


def _antecedent(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "Sylvania, whose troops are there": the noun that the clause belongs to."""
    clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
    mention = draft.actors.get(clause.head.i) if clause else None
    return _again(page, token, mention, clause.head, draft) if mention and clause else None


def _joined_with(draft: Draft, token: Token) -> Mention | None:
    """ "Sanctions on the bank and its branches": what the two are told of together."""
    first = joined(token, draft.actors)
    mention = None if first is None else draft.actors[first]
    return None if mention is None or mention.kind == "person" or mention.several else mention


def _near(page: Page, token: Token, draft: Draft) -> dict[int, int]:
    """Steps to the subjects of the clauses around; whom an act is aimed at is nearer to its reason than any."""
    near = clause_subjects(token)
    first = joined(token, draft.actors)
    if first is None:
        first = blamed(token, draft.actors, page.words)
    if first is None:
        first = punished(token, draft.actors, page.words["punishing"], page.words["aim"])
    if first is None:
        first = accused(token, draft.actors, page.words)
    if first is None:
        first = controlled(token, draft.actors, page.words["own_doing"], page.words["controlling"])
    return near if first is None else {**near, first: -1}


def _can_be(page: Page, low: str, token: Token, draft: Draft, strangers: Mapping[int, str | None]) -> bool:
    mention = draft.actors.get(token.i)
    if mention is None:
        return low in PERSON and token.i in strangers and strangers[token.i] in (None, _gender(low))
    if low in MANY and mention.actor.name != token.text and only_where(page, token.i, draft):
        return False  # "received her in Brussels. They discussed": not those whose seat it is
    known = draft.genders.get(_called(mention))
    return fits(low, mention, token) and (low not in PERSON or known in (None, _gender(low)))


def _called(mention: Mention) -> str:
    """A person by his name, since somebody of an organisation has its id."""
    return f"person:{slug(mention.actor.name)}"


def _gender(low: str) -> str:
    return "f" if low in _FEMALE else "m"


def _rank(
    page: Page,
    draft: Draft,
    token: Token,
    other: Token,
    near: Mapping[int, int],
    strangers: Mapping[int, str | None],
) -> _Rank:
    mention = draft.actors.get(other.i)
    if token.lower_ not in PERSON:
        where = int(mention is not None and only_says_where(other, mention))
        return _Rank(near.get(other.i, _FAR), not_subject=not is_subject(other), turn=where)
    gendered = strangers.get(other.i) is not None if mention is None else _called(mention) in draft.genders
    subject = is_subject(other)
    turn = _turn(page, token, other) if subject and other.i not in near else 0
    return _Rank(near.get(other.i, _FAR), only_asks(other, page.words), not gendered, not subject, turn)


def _turn(page: Page, token: Token, subject: Token) -> int:
    """After "A will come, B said": she who comes is A, unless she "added"; after "B said A will come" it is open."""
    verb = subject.head
    speaks = verb.lemma_ in page.words["speech"]
    if token.head.lemma_ in page.words["speech"] and token.dep_ in SUBJECTS:
        return int(not speaks)
    if speaks:
        return int(any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children))
    if verb.dep_ == "ROOT" or any(c.dep_ == "parataxis" for c in verb.children):
        return 0
    return 0 if verb.dep_ in ("ccomp", "conj") else 1


def _who(token: Token, draft: Draft) -> str:
    who = draft.actors.get(token.i)
    return token.text if who is None else who.actor.id or f"{who.actor.name}@{token.i}"


def _lookback(page: Page, draft: Draft, token: Token) -> Iterator[list[Token]]:
    sentence = token.sent
    before = page.doc[sentence.start : token.i]
    if is_subject(token):
        yield before
    yield subject_ahead(token)
    if not is_subject(token):
        yield before
    while sentence.start:
        sentence = page.doc[sentence.start - 1].sent
        if token.lower_ in PERSON and only_goes_on(page, sentence, token):
            continue
        yield list(sentence)
        if tells_by_itself(sentence, draft.own_words, of_person=token.lower_ in PERSON):
            return
    yield moved_by_it(token)


def _first_of(token: Token, draft: Draft) -> Token:
    """The first of coordinated mentions."""
    while token.dep_ == "conj" and token.head.i in draft.actors:
        token = token.head
    return token


def _again(page: Page, token: Token, mention: Mention, other: Token, draft: Draft) -> Mention:
    span = span_of(page, token.i, token.i + 1)
    several = mention.several
    if token.lower_ in MANY and not several and conjoined(other):
        linked = [other, *other.conjuncts]
        each = (draft.actors[t.i].actor for t in linked if t.i in draft.actors)
        several = tuple({actor.id or actor.name: actor for actor in each}.values())
        several = several if len(several) > 1 else ()
    named = " and ".join(a.name for a in several) if several else mention.actor.name
    why = STANDS_FOR.of(f"'{token.text}'", named)
    return Mention(
        head=token.i, actor=renamed(several[0] if several else mention.actor, span, why), kind=mention.kind,
        anonymous=mention.anonymous, several=tuple(renamed(a, span, why) for a in several),
    )  # fmt: skip
