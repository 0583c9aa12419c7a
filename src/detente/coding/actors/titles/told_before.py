"""A bare title or noun in ("the foreign ministry", "the rebels"), whose it is by what was told just before out.

An article names a state or a group once and goes on with "the army", "the ministers", "the fighters". Asked last, when
the sentence itself does not say whose they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from heapq import merge
from itertools import chain

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.pointing.opposite import states_opposite
from detente.coding.actors.pointing.terms import OF_STATE
from detente.coding.actors.side import Side, side_of, side_of_place
from detente.coding.actors.titles.in_front import is_abroad, is_never_home, stands_alone
from detente.coding.actors.titles.whose import where_before
from detente.coding.reasons import TOLD_BEFORE
from detente.coding.roles.mentions import Mention
from detente.ids import is_of_no_state
from detente.knowledge.actor_rows import Role
from detente.reading.spans import sentences_before
from detente.reading.tokens import Span, Token

ARMED = frozenset({"REB", "UAF"})
AT_HOME = frozenset({"COP", "JUD"})  # they act where they are
ARMY = "MIL"
# how often a text names those of its state at least, and times as often as those of any other
MANY, CLEARLY = 6, 1.5
REACH = 3  # sentences that are looked back over
DEFINITE = frozenset({"the", "these", "those", "both"})
ADDRESSED = frozenset({"dobj", "pobj"})  # labels of who is spoken to
WHERE = frozenset({"in", "at", "near", "outside"})
_MEETING = ("of", "by")  # "a meeting of the League"


def told_before(page: Page, draft: Draft, title: Title, role: Role) -> tuple[Side, ...]:
    """Those called so before, both states of ministers who meet, the state that spoke last, or that of the text."""
    sectors = set(role.sectors)
    abroad = is_never_home(page, title) or is_abroad(page, page.doc[title.head])
    known = stands_alone(page, title, role) or _points_at_several(page, title, role)
    crowd = role.role in page.words["at_home"]  # "several protesters" are of the place as well
    one_of_many = is_one_of_many(page, title)
    if abroad or sectors & ARMED or one_of_many or _is_of_party(page, title) or not known:
        return ()
    if named := called_so(page, draft, title):
        return named
    if sectors & AT_HOME or crowd:
        told_of = crowd and any(c.i < title.start for c in page.doc[title.head].lefts)  # not "crowds"
        there = where_before(page, title) if told_of else None
        return _of_setting(page, draft) or _of_most(page, draft) or ((there,) if there else ())
    if not sectors & OF_STATE:
        return ()
    opposite = states_opposite(page, title.head, role.sectors)
    if title.plural and role.role in page.words["negotiates"]:
        return _of_meeting(page, draft, title) or _of_two(page, draft, title, opposite)
    last = _of_last(page, draft, title, opposite)
    if role.role in page.words["speaks"]:
        return _of_setting(page, draft) or last
    if last and last[0].country == _where_before(page, title):
        return last
    at_home = role.group == "body" or not title.plural or ARMY in sectors
    told = _of_setting(page, draft) or (_of_most(page, draft) if at_home else ()) or last
    there = where_before(page, title) if at_home and not told else None
    return told if there is None or there.country in opposite else (there,)


def called_so(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """ "The junta" after "the junta in Ruritania": whoever was called by that word last."""
    noun = page.doc[title.head]
    if not any(c.lower_ in DEFINITE for c in noun.children):
        return ()
    lemma, tag = noun.lemma_.lower(), noun.tag_
    for i in merge(draft.actors.before(title.start), draft.modifiers.before(title.start), reverse=True):
        if page.doc[i].tag_ != tag or page.doc[i].lemma_.lower() != lemma:
            continue
        at = (m for m in (draft.modifiers.get(i), draft.actors.get(i)) if m is not None)
        known = (m for m in at if m.actor.country or is_of_no_state(m.actor.id))
        if (last := next(known, None)) is not None:
            return tuple(side_told(last, a.country) for a in last.several or (last.actor,))
    return ()


def _of_setting(page: Page, draft: Draft) -> tuple[Side, ...]:
    state = page.tables.state_by_id.get(draft.setting or "")
    if state is None:
        return ()
    return (
        Side(name=state.name, country=state.id, start=0, end=0, inferred=f"the text is set in {state.name}"),
    )


def _where_before(page: Page, title: Title) -> str | None:
    """ "In Klausenburg, the premier spoke. The government ...": the state in which the sentence before is set."""
    start = page.doc[title.head].sent.start
    if not start:
        return None
    before = page.doc[start - 1].sent
    hit = page.hit_at.get(before.start + 1)
    opens = page.doc[before.start].lower_ in page.words["where"]
    side = side_of(hit, page) or side_of_place(hit, page) if opens and hit is not None else None
    return side.country if side is not None else None


def _points_at_several(page: Page, title: Title, role: Role) -> bool:
    """ "The ministers", "the leaders": those of the states or the organisation that were told of."""
    definite = any(c.lower_ in DEFINITE for c in page.doc[title.head].children)
    return title.plural and definite and role.role in page.words["negotiates"]


def _of_most(page: Page, draft: Draft) -> tuple[Side, ...]:
    """The state that most of those whom a text names are of, its persons too, well before any other."""
    countries = (m.actor.country for _, m in mentions(draft) if m.kind != "outlet" and not m.several)
    ranked = [*Counter(c for c in countries if c).most_common(2), ("", 0), ("", 0)]
    (first, often), (_, less) = ranked[:2]
    if often < MANY or often < CLEARLY * less:
        return ()
    name = state_actor(page, first).name
    return (Side(name=name, country=first, start=0, end=0, inferred=f"{name} is what the text is about"),)


def _is_of_party(page: Page, title: Title) -> bool:
    """ "The Liberal leaders": those of whatever the name before them says."""
    before = (
        c for c in page.doc[title.head].children if c.i < title.start and c.dep_ in ("amod", "compound")
    )
    return any(c.is_title and not c.is_sent_start for c in before)


def is_one_of_many(page: Page, title: Title) -> bool:
    """ "A minister", "some officials", "foreign troops": of no state that was told of before."""
    below = {c.lower_ for c in page.doc[title.head].children if c.i < title.start}
    if title.plural and page.doc[title.head].lemma_.lower() in page.words["of_any_state"] and not below:
        return True  # "governments condemned it"
    return not (below.isdisjoint(page.words["indefinite"]) and below.isdisjoint(page.words["abroad"]))


def _of_meeting(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """ "The ministers" after "a meeting of the League": those of the organisation that met."""
    for sentence in _sentences_before(page, title):
        if (found := _body_that_met(page, draft, sentence)) is not None:
            return (found,)
    return ()


def of_meeting_before(page: Page, draft: Draft, title: Title, role: Role) -> tuple[Side, ...]:
    """ "League leaders met in Zenda. The heads of government condemned it": not those of the land where they met."""
    before = next(_sentences_before(page, title), None)
    if before is None or not _points_at_several(page, title, role):
        return ()
    noun = page.doc[title.head]
    own = page.doc.span(noun.sent.start, title.start)
    lands = {a.country for _, m in _in(own, draft) for a in m.several or (m.actor,) if a.country}
    if noun.dep_ in ADDRESSED and len(lands) == 1:  # "the king urged the leaders": not those of his own land
        return _of_two(page, draft, title, frozenset(), without=lands)
    found = None if lands else _body_that_met(page, draft, before)
    return (found,) if found is not None else ()


def of_its_meeting(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """ "At a League summit in Zenda, ministers agreed": those of the organisation whose meeting opens the sentence."""
    noun = page.doc[title.head]
    bare = title.plural and all(title.start <= c.i or c.dep_ in ("det", "nummod") for c in noun.lefts)
    if not bare or noun.dep_ not in SUBJECTS or any(c.dep_ == "prep" for c in noun.rights):
        return ()
    if page.doc[title.start - 1].text != "," or not any("GOV" in r.sectors for r in title.roles):
        return ()
    found = _body_that_met(page, draft, page.doc.span(noun.sent.start, title.start))
    return (found,) if found is not None else ()


def _body_that_met(page: Page, draft: Draft, words: Span) -> Side | None:
    """ "A League summit", "a meeting of the League", "the League met"; but "a League envoy met the two ministers"."""
    for i, mention in _in(words, draft):
        token = page.doc[i]
        above = token.head.head if token.dep_ == "pobj" and token.head.lower_ in _MEETING else token.head
        held = (above, *(c for c in above.rights if c.dep_ == "dobj"))  # "the League held a summit"
        met = above.i != i and any(t.lemma_.lower() in page.words["meeting"] for t in held)
        if not met or not is_of_no_state(mention.actor.id) or mention.actor.country:
            continue
        if above.pos_ != "VERB" or not _names_states(page, draft, words):
            return side_told(mention)
    return None


def _names_states(page: Page, draft: Draft, words: Span) -> bool:
    """Whether it names any state otherwise than as where something is."""
    named = (page.doc[i] for i, m in _in(words, draft) if m.actor.country or m.several)
    return any(t.dep_ != "pobj" or t.head.lower_ not in WHERE for t in named)


def _of_two(
    page: Page, draft: Draft, title: Title, opposite: Collection[str], *, without: Collection[str] = ()
) -> tuple[Side, ...]:
    """ "The foreign ministers will meet": those of the two states that the last sentences are about."""
    for sentence in _sentences_before(page, title):
        found = {
            actor.country: side_told(mention, actor.country)
            for _, mention in _in(sentence, draft)
            for actor in mention.several or (mention.actor,)
            if actor.country and actor.country not in without
        }
        if len(found) == 2 and found.keys().isdisjoint(opposite):
            return tuple(found.values())
        if len(found) > 2:
            return ()
    return ()


def _of_last(page: Page, draft: Draft, title: Title, opposite: Collection[str]) -> tuple[Side, ...]:
    """The state of whoever acts in the main clause of the sentence before, or of one of the few before that."""
    for sentence in _sentences_before(page, title):
        subjects = list(_subjects(sentence.root))
        for token in subjects if not any(t.conjuncts for t in subjects) else ():
            mention = draft.actors.get(token.i)
            country = mention.actor.country if mention is not None and not mention.several else None
            if mention is not None and country and mention.kind not in ("group", "outlet"):
                if page.is_word(token.i, "accredited") and _is_abroad(draft, sentence, country):
                    return ()
                return () if country in opposite else (side_told(mention, country),)
    return ()


def _is_abroad(draft: Draft, sentence: Span, country: str) -> bool:
    """ "A Sylvanian envoy met the king of Ruritania. The army ...": of either."""
    named = (a.country for _, m in _in(sentence, draft) for a in m.several or (m.actor,))
    return any(land not in (None, country) for land in named)


def _subjects(verb: Token) -> Iterator[Token]:
    """Whoever acts in a clause."""
    return (child for child in verb.children if child.dep_ in SUBJECTS)


def _sentences_before(page: Page, title: Title) -> Iterator[Span]:
    return sentences_before(page.doc[title.head].sent, REACH)


def _in(sentence: Span, draft: Draft) -> Iterator[tuple[int, Mention]]:
    start, end = sentence.start, sentence.end
    tables = (draft.actors, draft.modifiers)
    return iter([(i, m) for t in tables for i, m in t.items() if start <= i < end and m.kind != "outlet"])


def mentions(draft: Draft) -> Iterable[tuple[int, Mention]]:
    return chain(draft.actors.items(), draft.modifiers.items())


def side_told(mention: Mention, country: str | None = None) -> Side:
    a = mention.actor
    land = country or a.country
    return Side(
        name=a.name, country=land, organisation=None if land else a.id, start=0, end=0,
        inferred=TOLD_BEFORE.of(a.name),
    )  # fmt: skip
