""" "The ship", "the planes", "the mission" in, whoever answers for the craft or embassy that was told of before out.

"A Sylvanian frigate entered Ruritanian waters. The ship fired warning shots": Sylvania's. Nothing where those of two
states can be meant, or where what is done to it is done to those who had taken it.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import NEAR, Page
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.pointing import pointing_back
from detente.coding.roles.mentions import Mention
from detente.reading.spans import words_before
from detente.reading.tokens import Token

CRAFTS, MISSIONS = ("craft_at_sea", "craft_in_air", "craft_on_land"), "mission_abroad"  # lists of words
SORTS = (*CRAFTS, MISSIONS)
DEFINITE, COUNTS, PLURALS = frozenset({"the", "these", "those", "both"}), ("nummod", "det"), ("NNS", "NNPS")
SUFFERS, AGENT, OBJECT, PASSIVE = ("dobj", "nsubjpass"), "agent", "pobj", "nsubjpass"
AIMS = ("at", "on", "upon")
IN_FRONT, OF = ("compound", "nmod"), ("of", "from")
CONJUNCT, STATE = "conj", "state"


def thing_again(page: Page, draft: Draft, token: Token) -> Mention | None:
    """The mention of whoever answers for it, for a bare noun that acts or is acted on."""
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
            elsewhere = _is_in_other_hands(page, told[-1], token) or _changes_hands(page, told[-1])
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


def _changes_hands(page: Page, told: Token) -> bool:
    """ "Sylvania bought two Ruritanian frigates": nobody says whose they are by then."""
    return told.dep_ in SUFFERS and told.head.lemma_.lower() in page.words["changing_hands"]


def is_craft(page: Page, token: Token) -> bool:
    """Whether a noun is of something that people are on."""
    return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in page.words.of(CRAFTS)
