"""Whose a bare title is with whom somebody has to do of whom was told before."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import PERSON as PERSONAL
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side
from detente.coding.actors.titles.in_front import is_sent_to_talk
from detente.coding.actors.titles.told_before import DEFINITE
from detente.coding.actors.titles.topic import FOR_A_STATE, named_in, other_land, side_of_hit
from detente.coding.actors.titles.whose import where_before
from detente.coding.roles.mentions import Mention
from detente.knowledge.actor_rows import Role
from detente.reading.spans import sentences_before, words_before
from detente.reading.tokens import Span, Token

ACTS_THERE = frozenset(
    {"GOV", "MIL", "LEG", "OPP", "COP", "JUD", "PTY", "LAB", "SOC", "REL", "CVL", "REB", "UAF"}
)  # sectors
PERSON, OWNER, OBJECT, PREPOSITION, FROM = "person", "poss", "dobj", "prep", "from"
DOWN = ("dobj", "pobj", "prep", "conj", "dative")  # labels between a verb and whom it is done to
JOINED = ("conj", "advcl", "xcomp")
OBJECTS, AIMED = ("dobj", "nsubj", "ccomp"), ("at", "on", "with", "against")
VISITORS = PERSONAL | {"them", "their"}  # pronouns
TO_VISITORS = (
    "assailing",
    "seizing",
    "hurting",
    "harassing",
    "addressing",
    "receiving",
    "reproaching",
    "meeting them",
)
TOWARDS = frozenset({"with", "to", "on", "against", "for", "between", "from"})
REACH = 2  # sentences that are looked back over
WHERE, TO = frozenset({"in", "at"}), frozenset({"in", "to", "into", "at"})
BESIDE = frozenset({"amod", "compound", "nmod"})
COMES = ("entering", "bearing", "accredited")  # lists of words before "to" the land where he is then
OWN = ("commanding", "sending forces", "sends", "appointing")  # lists of verbs
KEEPERS = frozenset({"COP", "JUD"})  # sectors
OF_NO_STATE = frozenset({"REB", "UAF", "CRM", "OPP"})
CIVILIANS = "CVL"
ONE, MANY, THING = ("him", "her"), "them", "it"
PLURALS, SINGULARS = ("NNS", "NNPS"), ("NN", "NNP")
REACHED, AGENT, DESCRIBING = ("dobj", "dative", "pobj"), "agent", ("amod", "compound", "poss", "nmod")
NAMED = (*SUBJECTS, "dobj")


def side_of_host(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """A bare "the government", "the generals", "opposition leaders" to whom a visitor does something in, the land where he is
    out.

    "Egypt's foreign minister flew to Khartoum. The minister urged the generals ...": Sudan's, and not his own.
    The side; nothing where either sentence names a third land, or where he gives orders to his own.
    """
    noun = page.doc[title.head]
    if ACTS_THERE.isdisjoint(role.sectors) or any(c.dep_ == OWNER for c in noun.lefts):
        return None
    doer = _doer(page, draft, noun)
    if doer is not None and is_sent_to_talk(page, doer):
        return None  # "negotiators in Sylvania": no guests of its government
    own = _land_of_visitor(page, draft, noun) if doer is None else draft.actors[doer.i].actor.country
    if own is None:
        return None
    hosts = set() if doer is None else set(_lands_served_in(page, doer))
    hosts = hosts or _hosts_before(page, draft, noun, own)
    if len(hosts) != 1 or own in hosts or not named_in(page, noun.sent).keys() <= {own, *hosts}:
        return None
    (land,) = hosts
    name = state_actor(page, land).name
    return Side(name=name, country=land, start=0, end=0, inferred=f"those of {name}, where the visitor is")


def _land_of_visitor(page: Page, draft: Draft, noun: Token) -> str | None:
    """ "A Belgian senator landed in Kinshasa. The president received him", "called the visit an insult": Belgium."""
    verb = noun.head
    anybody = any(
        c.lower_ in page.words["indefinite"] for c in noun.lefts
    )  # "a minister criticised the visit"
    if noun.dep_ not in SUBJECTS or anybody or not noun.sent.start or not _is_done_to_visitor(page, verb):
        return None
    before = page.doc[noun.sent.start - 1].sent
    near = ((page.doc[i], m) for i, m in draft.actors.items() if before.start <= i < before.end)
    lands = {m.actor.country for t, m in near if t.dep_ in SUBJECTS and m.kind == PERSON}
    return next(iter(lands)) if len(lands) == 1 else None


def _is_done_to_visitor(page: Page, verb: Token) -> bool:
    if verb.lemma_.lower() not in page.words.of(TO_VISITORS):
        return False
    objects = [c for c in verb.children if c.dep_ in OBJECTS]
    objects += [t for c in verb.rights if c.lower_ in AIMED for t in c.rights if t.dep_ == "pobj"]
    return any(
        t.lower_ in VISITORS
        or t.lemma_.lower() in page.words["journey"]
        or any(c.lower_ in VISITORS for c in t.lefts)
        for t in objects
    )


def _hosts_before(page: Page, draft: Draft, noun: Token, own: str) -> set[str]:
    """The lands to which the sentences just before tell that one of that land came; none if they name a third."""
    named = {own}
    if hosts := _come_to_in(page, noun):
        return hosts
    for sentence in sentences_before(noun.sent, REACH):
        named |= named_in(page, sentence).keys()
        if hosts := set(_lands_come_to(page, sentence)):
            return hosts if named <= {own, *hosts} and _told_of(page, draft, sentence, own) else set()
    return set()


def _come_to_in(page: Page, noun: Token) -> set[str]:
    """ "Flew to Klausenburg and met the president", "... to urge the government": the verb before his own is of coming."""
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), noun)
    if verb.dep_ not in JOINED or verb.head.lemma_.lower() not in page.words.of(COMES):
        return set()
    over = page.doc.span(verb.head.left_edge.i, verb.i)
    return set(_lands_come_to(page, over))


def _lands_served_in(page: Page, doer: Token) -> Iterator[str]:
    """ "The ambassador to Sylvania met opposition leaders"."""
    if doer.lemma_.lower() not in page.words["accredited"]:
        return
    for preposition in (c for c in doer.rights if c.lower_ in TO):
        for place in (t for t in preposition.rights if t.i in page.hit_at):
            side = side_of_hit(page, page.hit_at[place.i])
            if side is not None and side.country:
                yield side.country


def _doer(page: Page, draft: Draft, noun: Token) -> Token | None:
    """The person to whose clause the noun belongs, if he does it to him or with him."""
    token = noun
    while token.dep_ in DOWN and (token.dep_ != PREPOSITION or token.lower_ in TOWARDS):
        token = token.head
    if token is noun or token.pos_ != "VERB" or token.lemma_.lower() in page.words.of(OWN):
        return None
    doers = [c for c in token.lefts if c.dep_ in SUBJECTS]
    if not doers and token.dep_ in JOINED and _come_to_in(page, noun):
        doers = [c for c in token.head.lefts if c.dep_ in SUBJECTS]
    known = draft.actors.get(doers[0].i) if len(doers) == 1 else None
    return doers[0] if known is not None and known.kind == PERSON and not known.several else None


def _lands_come_to(page: Page, sentence: Span) -> Iterator[str]:
    """ "Flew to Khartoum", "visited Sudan", "met him in Khartoum", "was expelled from Khartoum"."""
    first = page.doc[sentence.start].sent.start
    for hit in page.hits_by_sentence.get(first, ()):
        root = page.doc.span(hit.start, hit.end).root
        if hit.start in page.personal or root.dep_ in BESIDE or hit.start >= sentence.end:
            continue
        side = side_of_hit(page, hit) if _is_where(page, root) else None
        if side is not None and side.country:
            yield side.country


def _is_where(page: Page, place: Token) -> bool:
    if place.dep_ == "pobj":
        above = place.head.head.lemma_.lower()
        if place.head.lower_ == FROM:
            return above in page.words["sent_away"]
        comes = above in page.words.of(COMES)
        return place.head.lower_ in (TO if comes else WHERE)
    return place.dep_ == OBJECT and place.head.lemma_.lower() in page.words["entering"]


def _told_of(page: Page, draft: Draft, sentence: Span, land: str) -> bool:
    """Whether it tells of a person of that land who does something."""
    near = ((page.doc[i], m) for i, m in draft.actors.items() if sentence.start <= i < sentence.end)
    return any(t.dep_ in SUBJECTS and m.actor.country == land for t, m in near)


def side_met_before(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """A bare title whose deed is done to "her", "it" or "them" in, the other of the two lands told of before out.

    "The Sylvanian minister flew to Strelsau. The government offered her a loan", "a Sylvanian drone crossed into Ruritania.
    The army shot it down": Ruritania's, though Sylvania is told of first.
    The side; nothing where those of two lands can be meant, or where its own sentence names a third.
    """
    noun = page.doc[title.head]
    if not (FOR_A_STATE | KEEPERS) & set(role.sectors) or not noun.sent.start or not _points_back(noun):
        return None
    if page.is_word(title.head, "accredited"):
        return None  # "was jailed in Zenda. The ambassador visited her"
    verb = noun.head.head if noun.head.dep_ == AGENT else noun.head
    reached = _reached(noun, verb)
    if reached is None:
        return None
    before = _last_that_fits(page, draft, noun.sent, reached.lower_)
    land = _land_of(page, draft, before, reached) if before is not None else None
    if before is None or land is None:
        return None
    other = other_land(page, words_before(before, before.end, REACH - 1), land)
    there = where_before(page, title)
    if KEEPERS & set(role.sectors) and there is not None and there.country != other:
        return None  # "they robbed a Sylvanian in Zenda. Police arrested them"
    if other is None or not named_in(page, noun.sent).keys() <= {land, other}:
        return None
    name = state_actor(page, other).name
    why = f"'{reached.text}' is of {state_actor(page, land).name}"
    return Side(name=name, country=other, start=0, end=0, inferred=why)


def _points_back(noun: Token) -> bool:
    """ "The army", "police", but not "an army"."""
    articles = [c for c in noun.lefts if c.dep_ == "det"]
    return all(c.lower_ in DEFINITE for c in articles) and (bool(articles) or noun.tag_ in PLURALS)


def _reached(noun: Token, verb: Token) -> Token | None:
    """The pronoun to which a subject does something; in the passive whoever it is done to by it."""
    if noun.dep_ not in SUBJECTS:
        return None
    return next((t for t in _within(verb) if t.lower_ in (*ONE, MANY, THING)), None)


def _within(word: Token) -> Iterator[Token]:
    """Its objects, and what hangs on those and on prepositions: "fired flares at it"."""
    for below in word.rights:
        if below.dep_ in REACHED or below.dep_ == "prep":
            yield below
            yield from _within(below)


def _last_that_fits(page: Page, draft: Draft, sentence: Span, pronoun: str) -> Span | None:
    """The sentence before, or the one before that where it tells of nobody whom the pronoun can mean."""
    before = sentences_before(sentence, REACH)
    return next(
        (s for s in before if any(t.dep_ in NAMED and _fits(page, draft, t, pronoun) for t in s)), None
    )


def _land_of(page: Page, draft: Draft, sentence: Span, pronoun: Token) -> str | None:
    """The one land of all that the pronoun can stand for there; nothing if that of one is not known."""
    found: set[str | None] = set()
    for token in sentence:
        if token.dep_ not in NAMED or not _fits(page, draft, token, pronoun.lower_):
            continue
        beside = (
            draft.modifiers.get(c.i) or draft.actors.get(c.i) for c in token.lefts if c.dep_ in DESCRIBING
        )
        known = [m for m in (draft.actors.get(token.i), *beside) if m is not None]
        if any(_is_at_home(m) or m.several for m in known):
            return None
        found.add(next((m.actor.country for m in known if m.actor.country), None))
    return found.pop() if len(found) == 1 else None


def _is_at_home(mention: Mention) -> bool:
    """ "Students threw stones. Police beat them": whom a state has to do with at home."""
    sectors = set(mention.actor.sectors)
    return bool(OF_NO_STATE & sectors or (CIVILIANS in sectors and mention.actor.inferred))


def _fits(page: Page, draft: Draft, token: Token, pronoun: str) -> bool:
    mention = draft.actors.get(token.i)
    person = mention is not None and mention.kind == "person" and not page.is_word(token.i, "crewed")
    if pronoun == MANY:
        return token.tag_ in PLURALS
    return token.tag_ in SINGULARS and (person if pronoun in ONE else not person)
