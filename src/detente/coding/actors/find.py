"""A parsed text, its names and its day of publication in; who acts and where, by head token, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from detente.coding.actors.home import Home
from detente.coding.actors.names.named import Draft, add_names, add_persons
from detente.coding.actors.names.people import gender_of
from detente.coding.actors.names.performing import performers_of
from detente.coding.actors.names.persons import Naming, find_persons
from detente.coding.actors.names.place_nouns import add_place_nouns
from detente.coding.actors.opening import open_page
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.apposed import read_apposed_bodies, read_friends
from detente.coding.actors.pointing.breakaway import ruled_land
from detente.coding.actors.pointing.described_lands import described_land
from detente.coding.actors.pointing.first_persons import (
    add_late_speakers,
    addressed,
    as_said,
    first_persons,
    speaker_in,
    speaker_of,
)
from detente.coding.actors.pointing.guests_and_hosts import guest_or_host
from detente.coding.actors.pointing.lands import resolve_land
from detente.coding.actors.pointing.of_two import resolve_first_of_two, resolve_reciprocal
from detente.coding.actors.pointing.own_voice import own_words, voice_of
from detente.coding.actors.pointing.papers import papers_of
from detente.coding.actors.pointing.people_again import NUMERAL, people_again, two_told_of
from detente.coding.actors.pointing.pronouns import PRONOUN_POS, PRONOUNS, resolve_pronoun
from detente.coding.actors.pointing.shortened import Short, named_in_full, shortened
from detente.coding.actors.pointing.standing_alone import counted
from detente.coding.actors.pointing.terms import is_party, resolve_term
from detente.coding.actors.pointing.things_again import craft_hit, taken_again, thing_again
from detente.coding.actors.titles.offices import resolve_office
from detente.coding.actors.titles.own_page import own_office
from detente.coding.actors.titles.placing import place_unplaced
from detente.coding.actors.titles.setting import setting_of
from detente.coding.actors.titles.titled import add_shared, add_title
from detente.coding.actors.titles.who_answers import land_that_answers
from detente.coding.roles.mentions import Mention, Mentions
from detente.ids import is_organisation
from detente.knowledge.actor_names import slug
from detente.knowledge.actors import ActorTables
from detente.reading.names import Name
from detente.reading.tokens import Doc, Token
from detente.reading.turns import Interview
from detente.records import Attribution
from detente.stages import InParts, Parts

_PLURAL = ("NNS", "NNPS")
SINGULAR, MET, OF_TWO = "NN", ("visitors", "middlemen"), ("the_former", "the_latter")  # a tag, lists of words
LANDS = ("land", "described_land", "ruled_land", *MET)
NOUNS, IN_FRONT = ("NOUN", "PROPN", "NUM"), ("compound", "nmod")


@InParts
def name_persons(
    doc: Doc,
    names: Iterable[Name],
    published: str | None,
    tables: ActorTables,
    home: Home | None = None,
) -> Parts[Naming]:
    """The names and titles of a text, with the persons that they name; home: for whom the text speaks."""
    page = yield from open_page.parts(doc, names, published, tables, home)
    yield
    naming = yield from find_persons.parts(page)
    place_unplaced(naming)
    return naming


def find_mentions(doc: Doc, names: Iterable[Name], published: str | None, tables: ActorTables) -> Mentions:
    """The political actors and the places of a text, at the tokens that head their phrases."""
    return mention_all(name_persons(doc, names, published, tables))


@InParts
def mention_all(
    naming: Naming, attributions: Iterable[Attribution] = (), interview: Interview | None = None
) -> Parts[Mentions]:
    """As `find_mentions`, of a text whose persons are known, and who says what; interview: that which it is."""
    page = naming.page
    politicians = (person.country for person in naming.registry.people.values())
    draft = Draft(setting=setting_of(page, politicians))
    add_names(page, naming, draft)
    yield
    read_apposed_bodies(page, draft)
    add_persons(page, naming, draft)
    read_friends(page, draft)
    add_place_nouns(page, draft)
    yield
    attributions = tuple(attributions)
    spoken = first_persons(page, attributions) | addressed(page, interview)
    draft.voice = voice_of(page, draft)
    draft.own_words = own_words(page, draft, spoken, attributions)
    if interview is not None:  # in which somebody else says "we" too
        draft.voice, draft.own_words = speaker_in(draft, interview, page.doc), frozenset()
    yield
    _read_on(page, naming, draft, spoken)
    yield
    performers, sportsmen = performers_of(page, naming, draft)
    return Mentions(
        actors=dict(sorted(draft.actors.items())),
        places=dict(sorted(draft.places.items())),
        modifiers=dict(sorted(draft.modifiers.items())),
        opposed=dict(sorted(draft.opposed.items())),
        favoured=dict(sorted(draft.favoured.items())),
        papers=papers_of(page, draft),
        setting=draft.setting,
        voice=draft.voice,
        performers=performers,
        sportsmen=sportsmen,
    )


def _read_on(page: Page, naming: Naming, draft: Draft, spoken: Mapping[int, tuple[int, ...]]) -> None:
    """Titles, pronouns and group terms in the order of the text, each adding to what the next can mean."""
    strangers = _note_genders(page, naming, draft)
    each, lands, of_two = page.words["each"], page.words.of(LANDS), page.words.of(OF_TWO)
    ends, staff, short = page.tables.reciprocal_ends, page.words["staff_of_person"], shortened(page)
    for token in _that_may_stand_for_somebody(
        page, {*page.title_at, *draft.actors, *spoken, *draft.own_words, *short}
    ):
        i, low, lemma = token.i, token.lower_, token.lemma_.lower()
        if short and _is_short(page, draft, token, short):
            continue
        title = page.title_at.get(i)
        noun = title is not None or token.pos_ in NOUNS or low == "both" or low in each
        pronoun = low in PRONOUNS and token.pos_ in PRONOUN_POS
        land = _land_at(page, draft, token, noun=noun) if lemma in lands else None
        if land is not None:
            draft.actors[i] = land
        elif title is not None and title.head == i:
            add_title(page, naming, draft, title)
        if i not in draft.actors and noun and (own := own_office(page, token)) is not None:
            draft.actors[i] = own
        known = _known_at(page, draft, token) if i in draft.actors else None
        if known is not None and (known.actor.country or known.actor.id):
            continue
        beside = low in ends or low in of_two or lemma in staff
        mention = _by_words_beside(page, draft, token) if beside else None
        if mention is None and pronoun:
            mention = craft_hit(page, draft, token) or resolve_pronoun(page, draft, token, strangers)
        elif i in draft.own_words and draft.voice is not None:
            mention = as_said(page, token, [draft.voice])
        elif i in spoken:
            mention = speaker_of(page, draft, token, spoken[i])
        elif mention is None and noun:
            mention = _by_term(page, naming, draft, token)
        if mention is not None:
            draft.actors[i] = mention
            add_shared(page, draft, token)
    add_late_speakers(page, draft, spoken)
    _add_offices(page, draft, staff)


def _add_offices(page: Page, draft: Draft, staff: Set[str]) -> None:
    """ "The office of the Sylvanian president": whose it is comes after it, and may be a title without a name."""
    for token in page.doc if not staff.isdisjoint(page.doc.labels.said) else ():
        if token.lemma_.lower() in staff and token.i not in draft.actors:
            mention = resolve_office(page, draft, token)
            if mention is not None:
                draft.actors[token.i] = mention


def _land_at(page: Page, draft: Draft, token: Token, *, noun: bool) -> Mention | None:
    """ "The kingdom", "the oil-rich emirate", "the strip", "the visitors": the land, or whoever rules or comes there."""
    lemma, words, land = token.lemma_.lower(), page.words, None
    pointing = lemma in words["land"]
    if pointing and token.tag_ == SINGULAR:
        land = land_that_answers(page, draft, token) or resolve_land(page, draft, token)
    named = pointing or lemma in words["described_land"]
    if land is None and named and token.tag_ in (SINGULAR, "NNP") and token.children:
        land = described_land(page, draft, token)
    if land is None and lemma in words["ruled_land"] and token.i not in draft.actors:
        land = ruled_land(page, draft, token)
    if land is None and noun and lemma in words.of(MET):
        land = guest_or_host(page, draft, token)
    return land


def _by_term(page: Page, naming: Naming, draft: Draft, token: Token) -> Mention | None:
    """ "Both nations", "the bloc"; "the men" where no two named persons are meant, "the four" before any four states."""
    again = people_again(page, draft, token)
    if again is not None and token.tag_ == NUMERAL:
        return again
    told = resolve_term(page, naming, draft, token) or again
    told = told or thing_again(page, draft, token) or taken_again(page, draft, token)
    return told or two_told_of(page, draft, token)


def _is_short(page: Page, draft: Draft, token: Token, short: Mapping[int, Short]) -> bool:
    """Whether the letters of a body told of before stand here, or stand before who is of it: "the RCGC said", "RCGC men"."""
    letters = next(
        (i for i in (token.i, *(c.i for c in token.lefts if c.dep_ in IN_FRONT)) if i in short), None
    )
    own = letters == token.i
    if letters is None or not (own or (token.i in page.title_at and token.i not in draft.actors)):
        return False
    mention = named_in_full(page, draft, token, short[letters])
    if mention is None:
        return False
    (draft.modifiers if own and token.dep_ in IN_FRONT else draft.actors)[token.i] = mention
    return True


def _that_may_stand_for_somebody(page: Page, known: Set[int]) -> list[Token]:
    """Nouns with which other words stand, those of which something is known, and what can point at somebody."""
    pointing = page.tables.pointing
    return [
        t
        for t in page.doc
        if (t.pos_ in NOUNS and (t.children or t.dep_ in IN_FRONT))
        or t.i in known
        or t.lower_ in PRONOUNS
        or t.lower_ in pointing
        or (t.lemma_ != t.lower_ and t.lemma_.lower() in pointing)
    ]


def _note_genders(page: Page, naming: Naming, draft: Draft) -> dict[int, str | None]:
    """Of the persons in the draft; those of all others out, by the last words of their names."""
    strangers = {run.end - 1: gender_of(page, run.start, run.end, ()) for run in naming.strangers}
    for named in naming.found:
        gender = gender_of(page, named.start, named.end, named.titles)
        if gender:
            draft.genders[f"person:{slug(named.person.name)}"] = gender
        if named.end - 1 not in draft.actors:  # a businessman, say, is no party and still may be "he"
            strangers[named.end - 1] = gender
    return strangers


def _by_words_beside(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "The latter", "each other", "the office of Premier Varga"."""
    low = token.lower_
    if low in page.words.of(OF_TWO):
        first = resolve_first_of_two(page, draft, token)
        if first is not None:
            return first
    resolve = resolve_reciprocal if low in page.tables.reciprocal_ends else resolve_office
    return resolve(page, draft, token)


def _known_at(page: Page, draft: Draft, token: Token) -> Mention | None:
    """Who is named there; "the two West African states" are two that were named, and not the bloc that goes by the
    rest of it."""
    known = draft.actors.get(token.i)
    if known is None or not is_organisation(known.actor.id) or token.tag_ not in _PLURAL:
        return known
    if is_party(page, None, token) and counted(page, token, plural=True):
        del draft.actors[token.i]
        return None
    return known
