"""Whose bare police, courts, crowds or fighters are, as the sentences before tell of their land."""

from __future__ import annotations

from collections.abc import Iterator, Set

from detente.coding.actors.names.describing import all_describe
from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Hit, Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side
from detente.coding.actors.titles.told_before import (
    ARMED,
    ARMY,
    DEFINITE,
    is_one_of_many,
    mentions,
    side_told,
)
from detente.coding.actors.titles.topic import FOR_A_STATE, about, named_in, other_land, side_of_hit
from detente.coding.reasons import SOLDIERS_TOLD
from detente.coding.roles.mentions import Mention
from detente.knowledge.actor_rows import Role
from detente.reading.spans import sentences_before
from detente.reading.tokens import Span, Token

KEEPERS, CROWDS = frozenset({"COP", "JUD"}), frozenset({"CVL", "OPP"})  # sectors
AT_HOME = frozenset({"COP", "JUD", "LEG"})
WHERE, INTO, OBJECT, PLACE, OF = (
    ("in", "near", "at", "across", "outside"),
    ("to", "into", "onto"),
    "dobj",
    "pobj",
    "of",
)
PLACES, ASIDE = ("locality", "region"), ("relcl", "acl", "advcl")
TOWN = frozenset({"place", "capital"})
BESIDE = ("amod", "compound", "nmod", "appos", "poss")
OPPOSITION, CIVILIANS = "OPP", "CVL"
BODY, STATE, NOUN = "body", "state", "NOUN"
REACH = 3  # sentences that are looked back over
SOLDIERS, REBELS = frozenset({ARMY}), ARMED | {"PRM"}
SUBJECT, AGENT, SUFFERS = "nsubj", "agent", ("dobj", "nsubjpass")
PASSIVE = "nsubjpass"


def side_of_scene(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """Bare police, courts or crowds in, the land in which the sentences before take place out.

    "The mayor of Klausenburg was detained. Crowds gathered outside the courthouse. Riot police fired tear gas", "the king
    arrived in Klausenburg. Police arrested two students": Sylvania's, whoever is told of besides.
    The side; nothing where its own sentence names a land, or the one before is told of several.
    """
    sectors, noun = set(role.sectors), page.doc[title.head]
    if (same := _goes_on(page, draft, noun, role)) is not None:
        return same
    there = (
        sectors & KEEPERS
        or _is_crowd(page, title, role)
        or (sectors & FOR_A_STATE and _is_marched_on(page, noun))
    )
    if not there or is_one_of_many(page, title) or _names_a_land(page, noun.sent):
        return None
    for sentence in sentences_before(noun.sent, REACH):
        if land := _of_its_rulers(draft, sentence, sectors) or _scene(page, draft, sentence):
            name = state_actor(page, land).name
            return Side(
                name=name, country=land, start=0, end=0, inferred=f"what is told before happens in {name}"
            )
        if _names_a_land(page, sentence):
            return None
    return None


def _is_crowd(page: Page, title: Title, role: Role) -> bool:
    """ "Crowds gathered", "students threw paint"; but not "what brings crowds out"."""
    noun = page.doc[title.head]
    if noun.dep_ not in SUBJECTS:
        return False
    bare = title.plural and not any(c.i < title.start for c in noun.lefts)
    marches = bare and CIVILIANS in role.sectors and noun.head.lemma_.lower() in page.words["marching"]
    return marches or role.role in page.words["at_home"]


def _is_marched_on(page: Page, noun: Token) -> bool:
    """ "Sylvanian workers marched to the parliament": to that of where they are."""
    return noun.dep_ == PLACE and noun.head.head.lemma_.lower() in page.words["marching"]


def _names_a_land(page: Page, sentence: Span) -> bool:
    """But not "burned Sylvanian flags", "Sylvanian workers marched", which says nothing of where."""
    hits = page.hits_by_sentence.get(sentence.start, ())
    if not named_in(page, sentence):
        return False
    return not all_describe(page, hits) or any(_is_of_a_place(page, hit) for hit in hits)


def _is_of_a_place(page: Page, hit: Hit) -> bool:
    """ "The Sylvanian capital"."""
    noun = page.doc.span(hit.start, hit.end).root.head
    return noun.lower_ in page.words.of(PLACES)


def _of_its_rulers(draft: Draft, sentence: Span, sectors: Set[str]) -> str | None:
    """ "The Sylvanian premier met the king in Strelsau. The opposition accused him": of those who acted."""
    told = about(draft, sentence.root) if sectors == {OPPOSITION} else None
    return told.country if told is not None else None


def _goes_on(page: Page, draft: Draft, noun: Token, role: Role) -> Side | None:
    """ "The foreign ministry summoned the envoy. The government shut the border": of the same land, if none is named."""
    if role.group != BODY or FOR_A_STATE.isdisjoint(role.sectors) or noun.dep_ not in SUBJECTS:
        return None
    if not noun.sent.start or named_in(page, noun.sent):
        return None
    before = page.doc[noun.sent.start - 1].sent
    subjects = [c for c in before.root.lefts if c.dep_ in SUBJECTS]
    acting = draft.actors.get(subjects[0].i) if len(subjects) == 1 and subjects[0].pos_ == NOUN else None
    if acting is None or acting.several or acting.actor.inferred is None:
        return None
    land = acting.actor.country
    if land is None or acting.kind not in (BODY, STATE) or named_in(page, before):
        return None
    if page.is_word(subjects[0].i, "accredited"):  # "the embassy protested. The authorities ..."
        land = other_land(page, sentences_before(before, REACH), land)
    if land is None:
        return None
    name = state_actor(page, land).name
    return Side(name=name, country=land, start=0, end=0, inferred=f"what is told before is of {name}")


def _scene(page: Page, draft: Draft, sentence: Span) -> str | None:
    """Where it says that something is or somebody comes to, else the land whose police, court, mayor or crowd acts."""
    hits = [h for h in page.hits_by_sentence.get(sentence.start, ()) if h.start not in page.personal]
    places = {
        side.country for h in hits if is_where(page, h) and (side := side_of_hit(page, h)) and side.country
    }
    if len(places) > 1:
        return None
    return next(iter(places), None) or _of_who_acts(page, draft, sentence)


def is_where(page: Page, hit: Hit) -> bool:
    """ "In Zenda", "a visit to Zenda", "flew to Sylvania", "toured Zenda"."""
    noun = page.doc.span(hit.start, hit.end).root
    while noun.dep_ in BESIDE and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    if any(above.dep_ in ASIDE for above in noun.ancestors):
        return False  # "his rival, who fled to Sylvania, urged"
    if noun.dep_ == OBJECT:
        return noun.head.lemma_.lower() in page.words["journey"]
    if noun.dep_ != PLACE or page.is_word(noun.i, "accredited"):
        return False  # "near the Sylvanian embassy in Strelsau" is in Strelsau
    above = noun.head.head
    if above.i in page.title_at and noun.head.lower_ in WHERE:
        return False  # "the government in Strelsau"
    comes = above.lemma_.lower() in page.words["journey"] | page.words["entering"]
    return noun.head.lower_ in WHERE or (noun.head.lower_ in INTO and comes)


def _of_who_acts(page: Page, draft: Draft, sentence: Span) -> str | None:
    lands = {
        mention.actor.country
        for token in sentence
        if token.dep_ in SUBJECTS
        and (mention := draft.actors.get(token.i)) is not None
        and mention.actor.country
        and (_is_at_home(mention) or _is_of_a_town(page, token, mention.actor.country))
    }
    return lands.pop() if len(lands) == 1 else None


def _is_at_home(mention: Mention) -> bool:
    sectors = set(mention.actor.sectors)
    return not mention.several and bool(
        sectors & AT_HOME or (sectors and sectors <= CROWDS and mention.actor.inferred)
    )


def _is_of_a_town(page: Page, noun: Token, country: str) -> bool:
    """ "The mayor of Zenda", "the Zenda council"."""
    return any(
        (hit := page.hit_at.get(t.i)) is not None
        and hit.kinds & TOWN
        and (side := side_of_hit(page, hit)) is not None
        and side.country == country
        for t in _beside(noun)
    )


def _beside(noun: Token) -> Iterator[Token]:
    yield from (c for c in noun.lefts if c.dep_ in BESIDE)
    yield from (n for c in noun.rights if c.lower_ == OF for n in c.rights)


def side_of_fighters_before(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """Bare "the soldiers" or "the gunmen" in, those of their sort of whom the sentence before tells out.

    "A Ruritanian patrol entered Strelsau. The soldiers killed two fighters of the Red Dawn": Ruritania's, and not the army
    of the land that the fighters are of. "Sylvanian rebels attacked a barracks. The gunmen fled": Sylvania's rebels.
    The side; nothing where those of several are told of, or where the title's own sentence names another land.
    """
    noun = page.doc[title.head]
    hit = _is_hit(noun)
    if not title.plural or not noun.sent.start or not (_acts(noun) or hit):
        return None
    if not any(c.lower_ in DEFINITE for c in noun.lefts):
        return None
    before = page.doc[noun.sent.start - 1].sent
    if not SOLDIERS.isdisjoint(role.sectors):
        return _of_soldiers(page, draft, noun, before, hit=hit)
    if hit:
        return None
    found = {} if REBELS.isdisjoint(role.sectors) else _told_of(page, draft, before, REBELS)
    return side_told(next(iter(found.values()))) if len(found) == 1 else None


def _of_soldiers(page: Page, draft: Draft, noun: Token, before: Span, *, hit: bool) -> Side | None:
    lands = {land for land, _ in _told_of(page, draft, before, SOLDIERS, hit=hit) if land}
    if len(lands) != 1 or not named_in(page, noun.sent).keys() <= lands | named_in(page, before).keys():
        return None
    (land,) = lands
    name = state_actor(page, land).name
    return Side(name=name, country=land, start=0, end=0, inferred=SOLDIERS_TOLD.of(name))


def _acts(noun: Token) -> bool:
    return noun.dep_ == SUBJECT or (noun.dep_ == "pobj" and noun.head.dep_ == AGENT)


def _is_hit(noun: Token) -> bool:
    """ "The soldiers were killed", "two of the soldiers were killed"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == OF:
        noun = noun.head.head
    return noun.dep_ == PASSIVE


def _told_of(
    page: Page, draft: Draft, sentence: Span, sectors: frozenset[str], *, hit: bool = False
) -> dict[tuple[str | None, str | None], Mention]:
    """Those of these sectors of whom a sentence tells as alive, or as hit, by state and group, if either is known."""
    within = ((page.doc[i], m) for i, m in mentions(draft) if sentence.start <= i < sentence.end)
    return {
        (mention.actor.country, mention.actor.id): mention
        for token, mention in within
        if sectors & set(mention.actor.sectors)
        and (mention.actor.country or mention.actor.id)
        and (token.dep_ in SUFFERS if hit else not _suffers(page, token))
    }


def _suffers(page: Page, token: Token) -> bool:
    """Who was killed or wounded does not go on."""
    return token.dep_ in SUFFERS and token.head.lemma_.lower() in page.words["hurting"]
