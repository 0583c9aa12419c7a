"""Who holds an office of which only its name is told, and whose the people of an office are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from detente.coding.actors.names.named import Draft, renamed
from detente.coding.actors.names.people import Person
from detente.coding.actors.names.persons import Naming, span_of
from detente.coding.actors.names.which_office import HEADS
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import PERSON as PERSON_WORDS
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import mention_of_all
from detente.coding.actors.pointing.opposite import states_aimed_at
from detente.coding.actors.titles.in_front import side_in_front, side_there
from detente.coding.actors.titles.titles import title_role
from detente.coding.actors.titles.topic import about
from detente.coding.reasons import STANDS_FOR
from detente.coding.roles.mentions import Mention
from detente.knowledge.actor_rows import Role
from detente.reading.spans import words_before
from detente.reading.tokens import Span, Token

PERSON, FIGHTS = "person", frozenset({"REB", "UAF", "CRM"})  # a group of roles, sectors
COUNTERPART = "counterpart"  # a role
POINTERS = frozenset({"state", "organisation", COUNTERPART})  # roles
POINTING, OF_WHAT = ("the", "this", "that"), ("of", "for", "from")
TWO, REACH = 2, 3  # REACH: sentences that are looked back over
OF, OWNER, OBJECT, PRONOUN, BEFORE_NAME = "of", "poss", "pobj", "PRON", "compound"
BODY: Final = "body"


def person_told_before(page: Page, naming: Naming, draft: Draft, title: Title) -> Mention | None:
    """A bare "the minister", "the envoy", "the diplomat" in, the one told of last who is called so out.

    "Egypt's foreign minister flew to Khartoum. The minister urged the generals ...": Egypt's, and not that of the land to
    which he came; nobody where two of different states could be meant.
    "The minister" after "Foreign Minister Rassendyll", or after "a Sylvanian minister" who is told of later.
    """
    role = title_role(title, (), page)
    if role.role in POINTERS:
        return None
    if title.plural:
        return _offices_told_before(page, draft, title, role)
    person = _named_before(page, naming, title, role)
    places = (n.start for n in naming.found if person is not None and n.person.name == person.name)
    where = max((i for i in places if i < title.start), default=-1)
    told = _office_told_before(page, draft, title, role, after=where)
    if told is not None or person is None:
        return told
    span = span_of(page, title.start, title.end)
    actor = person.actor(span, inferred=f"the {role.nouns[0]} named before")
    return Mention(head=title.head, actor=actor, kind="person")


def _named_before(page: Page, naming: Naming, title: Title, role: Role) -> Person | None:
    if title.plural or title.former or role.group != "person" or not title.start:
        return None
    if page.doc[title.start - 1].lower_ not in POINTING:
        return None
    apart = states_aimed_at(page, title.head)
    return naming.last_with_role(role, title.start, apart) or naming.last_with_role(role, title.start)


def _office_told_before(
    page: Page, draft: Draft, title: Title, role: Role, *, after: int = -1
) -> Mention | None:
    """Who is called by that noun, by another word for that office, or by one that this noun takes up.

    after: a word after which he must be told of.
    """
    if role.group != PERSON or FIGHTS & set(role.sectors) or title.plural or not _points(page, title):
        return None
    if side_in_front(page, title) is not None or side_there(page, title, role) is not None:
        return None  # "in Klausenburg the president resigned"
    between: set[str] = set()
    own = page.doc[title.head].sent
    for sentence in _back(page, title):
        if likely := _likeliest(page, title, sentence):
            mention = None if likely[-1].start < after else _only_one(page, draft, title, likely)
            land = None if mention is None else mention.actor.country
            return None if mention is None or between - {land} else _again(page, title, mention)
        aside = sentence.end > own.start or _is_of_his(sentence)
        told = None if aside else about(draft, sentence.root)
        between |= {told.country} if told is not None and told.country else set()
    return None


def _is_of_his(sentence: Span) -> bool:
    """ "His hosts showed him a farm": still told of him."""
    subjects = (c for c in sentence.root.lefts if c.dep_ in SUBJECTS)
    return any(below.lower_ in PERSON_WORDS for subject in subjects for below in subject.lefts)


def _only_one(page: Page, draft: Draft, title: Title, likely: Sequence[Title]) -> Mention | None:
    """Whom they all are, if they are of one land and known, or the one of whom nobody knows whose he is."""
    found = [_mention_of(page, draft, other) for other in likely]
    apart = states_aimed_at(page, title.head)
    known = {m.actor.country or m.actor.id: m for m in found if m is not None}
    known = {land: m for land, m in known.items() if land not in apart}
    return next(iter(known.values())) if len(known) == 1 and None not in found else None


def _offices_told_before(page: Page, draft: Draft, title: Title, role: Role) -> Mention | None:
    """ "The generals" after "a Ruritanian general met a Sylvanian general": those who are called so last, if of two lands."""
    if role.role not in page.words["again_together"] or not _points(page, title):
        return None
    told: list[Title] = []
    for sentence in _back(page, title):
        called = [t for t in _told_in(page, sentence) if _called_so(page, title, t)]
        told = [t for t in called if t.plural] or (called and [*called, *_counterparts(page, sentence)])
        if told:
            break
    known = [m for t in told if (m := draft.actors.get(t.head)) is not None]
    each = {a.country: a for m in known for a in m.several or (m.actor,)}
    if len(each) != TWO or None in each or len(known) < len(told):
        return None
    apart = states_aimed_at(page, title.head) & each.keys()
    return None if apart else mention_of_all(page, page.doc[title.head], list(each.values()), PERSON)


def _counterparts(page: Page, words: Span) -> list[Title]:
    """ "The minister met her counterpart": both are ministers."""
    return [t for t in _told_in(page, words) if any(r.role == COUNTERPART for r in t.roles)]


def _told_in(page: Page, words: Span) -> list[Title]:
    told = {t.start: t for i in range(words.start, words.end) if (t := page.title_at.get(i)) is not None}
    return [t for t in told.values() if t.end <= words.end and not t.former]


def _points(page: Page, title: Title) -> bool:
    """ "The minister", "the visiting minister", but "the minister of trade", "the other minister", "a minister"."""
    if title.former or title.coming:
        return False
    below = [c for c in page.doc[title.head].children if not title.start <= c.i < title.end]
    before = [c for c in below if c.i < title.start]
    pointing = [c for c in before if c.lower_ in POINTING]
    known = page.words["beside_office"]
    if len(pointing) != 1 or any(c not in pointing and c.lower_ not in known for c in before):
        return False
    return not any(c.lower_ in OF_WHAT or c.dep_ == "appos" for c in below if c.i >= title.end)


def _back(page: Page, title: Title) -> Iterator[Span]:
    """What stands before the title in its sentence, then the sentences before that."""
    return words_before(page.doc[title.head].sent, title.start, REACH)


def _likeliest(page: Page, title: Title, words: Span) -> list[Title]:
    """Those who are called by the same words, else those of the same office, else whom the noun takes up."""
    joined = {t.i for t in page.doc[title.head].conjuncts}  # "the secretary and the minister" are two
    others = [t for t in _told_in(page, words) if not t.plural and t.head not in joined]
    for fits in (_called_so, _in_office, _taken_up):
        if found := [other for other in others if fits(page, title, other)]:
            return found
    return []


def _called_so(page: Page, title: Title, other: Title) -> bool:
    """ "The minister" after "the foreign minister", but not after "the prime minister"."""
    count = title.end - title.start
    ending = page.doc.span(max(other.end - count, other.start), other.end)
    if _words(page, ending) != _words(page, page.doc.span(title.start, title.end)):
        return False
    heads = any(role.role in HEADS for role in other.roles)
    return not heads or not {r.id for r in other.roles}.isdisjoint(r.id for r in title.roles)


def _words(page: Page, words: Span) -> list[str]:
    return [page.forms(t.i)[2] for t in words]


def _in_office(page: Page, title: Title, other: Title) -> bool:
    """ "The premier" after "the prime minister"."""
    held = {role.id for role in other.roles if role.office}
    return not held.isdisjoint(role.id for role in title.roles) and title.deputy == other.deputy


def _taken_up(page: Page, title: Title, other: Title) -> bool:
    """ "The diplomat" after "the envoy" or "the deputy foreign minister", "the general" after "the army chief"."""
    taken = page.words[f"again_{page.doc[title.head].lemma_.lower()}"]
    return any(role.role in taken or role.id in taken for role in other.roles)


def _mention_of(page: Page, draft: Draft, title: Title) -> Mention | None:
    """Who has the title: he is known by its own word, or by the name that it stands before."""
    mention = draft.actors.get(title.head)
    if mention is None and page.doc[title.head].dep_ == BEFORE_NAME:
        named = draft.actors.get(page.doc[title.head].head.i)
        mention = named if named is not None and named.kind == PERSON else None
    return None if mention is None or mention.several else mention


def _again(page: Page, title: Title, mention: Mention) -> Mention:
    said = page.text(title.start, title.end)
    why = STANDS_FOR.of(f"'the {said}'", mention.actor.name)
    actor = renamed(mention.actor, span_of(page, title.start, title.end), why)
    return Mention(head=title.head, actor=actor, kind=mention.kind, anonymous=mention.anonymous)


def resolve_office(page: Page, draft: Draft, token: Token) -> Mention | None:
    """A noun for the staff of somebody in ("the office of Premier Varga", "her team"), the person whose it is out.

    What the office of somebody says or does is his.
    """
    if token.lemma_.lower() not in page.words["staff_of_person"]:
        return None
    for owner in _owners(token):
        known = draft.actors.get(owner)
        if known is not None and known.kind == PERSON and known.actor.country:
            actor = known.actor
            if (
                page.doc[owner].pos_ == PRONOUN
            ):  # who "her" is stays open to the reader, whose office it is does not
                actor = replace(actor, id=None, name=f"{page.doc[owner].text} {token.text}")
            return Mention(head=token.i, actor=actor, kind=BODY)  # "it"
    return None


def _owners(token: Token) -> Iterator[int]:
    """Whose it is by the words beside it."""
    for child in token.children:
        if child.dep_ == OWNER:
            yield child.i
        elif child.lower_ == OF:
            yield from (c.i for c in child.children if c.dep_ == OBJECT)
