"""Whose the things and people are that were told of before: craft, embassies, crews, hostages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.actors.names.named import Draft
from detente.coding.actors.names.persons import span_of
from detente.coding.actors.page import NEAR, Page
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.pointing import pointing_back
from detente.coding.roles.mentions import Mention
from detente.reading.spans import sentences_before, words_before
from detente.reading.tokens import Span, Token
from detente.records import Actor

CRAFTS, MISSIONS = ("craft_at_sea", "craft_in_air", "craft_on_land"), "mission_abroad"  # lists of words
SORTS = (*CRAFTS, MISSIONS)
DEFINITE, COUNTS, PLURALS = frozenset({"the", "these", "those", "both"}), ("nummod", "det"), ("NNS", "NNPS")
SUFFERS, AGENT, OBJECT, PASSIVE = ("dobj", "nsubjpass"), "agent", "pobj", "nsubjpass"
AIMS = ("at", "on", "upon")
IN_FRONT, OF = ("compound", "nmod"), ("of", "from")
CONJUNCT, STATE = "conj", "state"
IT, THEM = "it", ("them", "they")
AT = ("at", "on", "upon", "after")
DEEDS = ("assailing", "taking_away", "shooting", "harassing")  # lists of verbs
ABOARD, CAPTIVES, POSTED = "aboard_again", "captive_again", "posted_there"  # lists of words
PEOPLE = (ABOARD, POSTED, CAPTIVES)
OWNER, OWN = "poss", ("its", "their")
TAKING = ("taking_away", "taken_or_freed")
HELD = "made_captive"
CIVILIANS = ("CVL",)


def thing_again(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "The ship", "the planes", "the mission" in, whoever answers for the craft or embassy that was told of before out.

    "A Sylvanian frigate entered Ruritanian waters. The ship fired warning shots": Sylvania's. Nothing where those of two
    states can be meant, or where what is done to it is done to those who had taken it.
    The mention of whoever answers for it, for a bare noun that acts or is acted on.
    """
    noun = token.lemma_.lower()
    sort = _sort_of(page, noun)
    if sort is None or not is_bare(token) or not (acts(token) or is_hit(page, token)):
        return None
    for near in words_before(token.sent, token.i, NEAR):
        told = [t for t in near if t.lemma_.lower() in page.words[sort] and _may_be(page, t, token)]
        told = [t for t in told if t.lemma_.lower() == noun] or (
            told if noun in page.words["thing_again"] else []
        )
        if told:
            owners = [owner_of_thing(page, draft, t) for t in told]
            lands = {m.actor.country if m is not None else None for m in owners}
            last = owners[-1]
            if len(lands) != 1 or last is None or last.actor.country is None:
                return None
            elsewhere = _is_in_other_hands(page, told[-1], token)
            return None if elsewhere else pointing_back(page, token, last)
    return None


def _sort_of(page: Page, noun: str) -> str | None:
    if noun not in page.words.of(SORTS):  # nearly always
        return None
    return next(sort for sort in SORTS if noun in page.words[sort])


def is_bare(token: Token) -> bool:
    """ "The ship", "the two ships", "all the ships"; not "the first ship", "the ship of the league"."""
    below = token.lefts
    if not any(c.lower_ in DEFINITE for c in below):  # as most
        return False
    told_more = any(c.dep_ in ("relcl", "acl", "appos") or c.lower_ in OF for c in token.rights)
    return all(c.dep_ in COUNTS or c.dep_ == "predet" for c in below) and not told_more


def acts(token: Token) -> bool:
    """Whether a noun does something, in the active or behind "by"."""
    active = token.dep_ in SUBJECTS and token.dep_ != PASSIVE
    return active or (token.dep_ == OBJECT and token.head.dep_ == AGENT)


def is_hit(page: Page, token: Token) -> bool:
    """Whether a noun is what something is done to: "seized it", "fired at it"."""
    aimed = token.dep_ == OBJECT and token.head.lower_ in AIMS
    return token.dep_ in SUFFERS or (aimed and token.head.head.lemma_.lower() in page.words["assailing"])


def owner_of_thing(page: Page, draft: Draft, token: Token) -> Mention | None:
    """Whoever is named as that to whom or to which a noun belongs: "a Sylvanian trawler", "a boat from Sylvania"."""
    while token.dep_ in IN_FRONT and token.head.i > token.i:
        token = token.head  # "the tanker Ruby"
    first = draft.actors.get(token.head.i) if token.dep_ == CONJUNCT else None
    if first is not None and first.kind == STATE and token.head.pos_ != "NOUN":
        return None  # "a Sylvanian and a Ruritanian destroyer"
    known = draft.actors.get(token.i)
    if known is not None and known.actor.country and not known.several:
        return known
    behind = (o.i for c in token.rights if c.lower_ in OF for o in c.rights if o.dep_ == OBJECT)
    for i in (*range(token.left_edge.i, token.i), *behind, *_senders(page, token)):
        mention = draft.modifiers.get(i) or draft.actors.get(i)
        if mention is not None and mention.actor.country and not mention.several:
            return mention
    return None


def _senders(page: Page, token: Token) -> Iterator[int]:
    """ "Sylvania sent a squadron of bombers": whoever sends them out."""
    while token.dep_ == OBJECT and token.head.lower_ in OF:
        token = token.head.head
    if token.dep_ == SUFFERS[0] and token.head.lemma_.lower() in page.words["sending forces"]:
        yield from (c.i for c in token.head.lefts if c.dep_ in SUBJECTS)


def _may_be(page: Page, told: Token, token: Token) -> bool:
    """As many, and no other side of the same clause: "a frigate stopped the boat"."""
    any_number = page.words["several_in_one"]
    alike = (told.tag_ in PLURALS) == (token.tag_ in PLURALS)
    number = alike or not {told.lemma_.lower(), token.lemma_.lower()}.isdisjoint(any_number)
    return number and told.head.i != token.head.i and told.pos_ in ("NOUN", "PROPN")


def _is_in_other_hands(page: Page, told: Token, token: Token) -> bool:
    """ "Pirates seized a Sylvanian tanker. Marines stormed the ship": what is done to it is done to the pirates."""
    taken = told.dep_ in SUFFERS and told.head.lemma_.lower() in page.words["taking_away"]
    return taken and token.dep_ in SUFFERS and token.head.lemma_.lower() not in page.words["letting_go"]


def is_craft(page: Page, token: Token) -> bool:
    """Whether a noun is of something that people are on."""
    return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in page.words.of(CRAFTS)


def craft_hit(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "It", "them" in, where they are shot at, chased or seized, whoever answers for the craft that was told of before out.

    "A Sylvanian drone flew over Strelsau. Ruritanian gunners fired at it": at Sylvania's, and at no town.
    The mention of its owner; nothing where crafts of two states are near, or who hits it owns it.
    """
    verb = _verb(page, token)
    if verb is None:
        return None
    plural = token.lower_ != IT
    for near in words_before(token.sent, token.i, NEAR):
        told = [t for t in near if is_craft(page, t) and (t.tag_ in PLURALS) == plural and t.head.i != verb.i]
        if told:
            owners = [owner_of_thing(page, draft, t) for t in told]
            lands = {m.actor.country if m is not None else None for m in owners}
            last = owners[-1]
            one = len(lands) == 1 and last is not None and lands.isdisjoint(_hitting(page, draft, verb))
            return _as_craft(pointing_back(page, token, last)) if one and last is not None else None
    return None


def _as_craft(mention: Mention) -> Mention:
    """A thing of the state, and not the state itself."""
    if mention.actor.id != mention.actor.country:
        return mention
    return replace(mention, actor=replace(mention.actor, id=None), kind="group")


def _verb(page: Page, token: Token) -> Token | None:
    """ "Shot it down", "fired at it", "it was seized"."""
    if token.lower_ != IT and token.lower_ not in THEM:
        return None
    if token.dep_ == OBJECT and token.head.lower_ in AT:
        verb = token.head.head
    elif token.dep_ in SUFFERS:
        verb = token.head
    else:
        return None
    return verb if verb.lemma_.lower() in page.words.of(DEEDS) else None


def _hitting(page: Page, draft: Draft, verb: Token) -> set[str | None]:
    """The states of those who do it, and nobody at all."""
    doers = (owner_of_thing(page, draft, c) for c in verb.children if c.dep_ == SUBJECTS[0])
    return {None, *(m.actor.country for m in doers if m is not None)}


def taken_again(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "The crew", "the hostages", "the woman" in, those of the ship or of the people who were told of as taken before out.

    "Pirates seized a Sylvanian tanker. Ruritanian marines freed the crew": Sylvania's, and not of whoever frees them.
    The people as a mention of their own; None where they can be of two states.
    """
    if (land := land_of_taken(page, draft, token)) is None:
        return None
    state = page.tables.state_by_id.get(land)
    why = f"'the {token.text}' are of {state.name if state is not None else land}, told of before"
    span = span_of(page, token.i, token.i + 1)
    actor = Actor(name=token.text, country=land, sectors=CIVILIANS, span=span, inferred=why)
    return Mention(head=token.i, actor=actor, kind="person", anonymous=True)


def land_of_taken(page: Page, draft: Draft, token: Token) -> str | None:
    """The one state of those who were taken, or of the craft on which such people are."""
    if not token.sent.start:
        return None
    noun = token.lemma_.lower()
    if noun not in page.said_before(token.sent) and noun not in page.words.of(PEOPLE):
        return None  # any other noun only stands for those who are called by it there
    aboard, posted, captive = [noun in page.words[kind] for kind in PEOPLE]
    if not (is_bare(token) or (aboard and _is_of_it(page, token))):
        return None
    told: list[Token] = []
    for near in sentences_before(token.sent, NEAR):
        if aboard and (called := [t for t in near if t.lemma_.lower() == noun]):
            return _one_land(page, draft, called)  # "a Sylvanian tanker with a Ruritanian crew"
        told += _victims(page, token, near)
        if not told and (aboard or posted):
            told = _crafts(page, token, near) if aboard else _missions(page, near)
        if told and not captive:
            break
    return _one_land(page, draft, told)


def _one_land(page: Page, draft: Draft, told: Sequence[Token]) -> str | None:
    owners = [owner_of_thing(page, draft, t) for t in told]
    lands = {m.actor.country if m is not None else None for m in owners}
    return lands.pop() if len(lands) == 1 else None


def _missions(page: Page, near: Span) -> list[Token]:
    return [t for t in near if t.lemma_.lower() in page.words[MISSIONS]]


def _is_of_it(page: Page, token: Token) -> bool:
    """ "Its captain", "the boat's captain": of the craft, and not of whoever acts."""
    owners = [c for c in token.lefts if c.dep_ == OWNER]
    plain = all(c.dep_ == OWNER or c.dep_ in COUNTS for c in token.lefts)
    return plain and any(c.lower_ in OWN or (is_craft(page, c) and is_bare(c)) for c in owners)


def _crafts(page: Page, token: Token, near: Span) -> list[Token]:
    """Those of a sentence; of one that hits another the other, unless it is its crew that does something."""
    told = [t for t in near if is_craft(page, t)]
    hit = [t for t in told if t.dep_ in SUFFERS]
    return [t for t in told if t not in hit] or hit if acts(token) else hit or told


def _victims(page: Page, token: Token, near: Span) -> list[Token]:
    """Those who were taken whom the noun can mean: called by the same word, or by one that says no more."""
    noun = token.lemma_.lower()
    taken = [t for t in near if _is_taken(page, t)]
    same = [t for t in taken if t.lemma_.lower() == noun]
    if same or noun not in page.words.of((CAPTIVES, ABOARD)):
        return same
    crafts = [t for t in taken if is_craft(page, t)]
    return crafts if noun in page.words[ABOARD] else [t for t in taken if t not in crafts] or crafts


def _is_taken(page: Page, token: Token) -> bool:
    """ "Seized a tanker", "three nurses were abducted", "took three nurses hostage"."""
    while token.dep_ == CONJUNCT:
        token = token.head
    verb = token.head
    if token.dep_ not in SUFFERS:
        return False
    lemma = verb.lemma_.lower()
    held = lemma in page.words[HELD] and any(c.lemma_.lower() in page.words[CAPTIVES] for c in verb.rights)
    return held or lemma in page.words.of(TAKING)
