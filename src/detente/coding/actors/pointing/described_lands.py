"""A land told by where it lies or what it is like in ("the West African nation"), the state named before out.

"Mali expelled the ambassador. The West African nation accused ...", "bombed a villa in Doha. The Gulf state called it
...", "the former Soviet republic", "the oil-rich kingdom", "the self-ruled island".
"""

from __future__ import annotations

from collections.abc import Set

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Hit, Page
from detente.coding.actors.pointing.clauses_around import SUBJECTS, clause_subjects
from detente.coding.actors.pointing.lands import acting_at, mention_of_all, named_after, state_actor
from detente.coding.roles.mentions import Mention
from detente.knowledge.actors import ActorTables
from detente.reading.tokens import Doc, Token

THE, OF, PLACE, ARTICLES = "the", "of", "pobj", ("the", "a", "an")
LAND_KINDS = ("state", "organisation")
LANDS = "lands:"  # before the name of a region, whose states the list holds
DEMONYM = frozenset({"demonym"})
DESCRIBING = ("amod", "compound", "nmod")
OWNING = (*DESCRIBING, "poss")
LANDS_MEANT = "land_meant"  # a list of words
BARE, NEAR = (*SUBJECTS, "dobj", "dative", "poss"), 60  # words before in which no other may be told of
REACH = 4  # sentences, with its own


def described_land(page: Page, draft: Draft, token: Token) -> Mention | None:
    """The state that is meant; nothing for a place, or where two are as likely."""
    first = token.left_edge
    if first.lower_ not in ARTICLES or first.head is not token or not _is_plain(page, draft, token):
        return None
    described = _description(page, token) or _bare(page, token)
    once_owned = described and page.is_word(token.i, "colonies")
    fitting = frozenset[str]() if once_owned else _fitting(page, described) if described else None
    if fitting is None:
        return None
    if (named := _named_of(draft, token)) is not None:
        return mention_of_all(page, token, [state_actor(page, named)], "state")
    if first.lower_ != THE:
        return None
    own = named_after(draft, token) if token.dep_ in SUBJECTS else _doing(draft, token)
    country = _last_told(page, draft, token, fitting, own)
    if country is None:
        return None
    for i in range(first.i, token.i):  # no part of the world acts beside it
        for table in (draft.actors, draft.modifiers):
            if i in table:
                del table[i]
    return mention_of_all(page, token, [state_actor(page, country)], "state")


def tells_region(hit: Hit, doc: Doc, tables: ActorTables) -> bool:
    """ "The Central African nation", "island nation": any land that lies there, and not the one of that name."""
    if hit.kinds != DEMONYM or hit.end >= len(doc):
        return False
    last = doc[hit.end - 1]
    noun = last.head if last.dep_ in DESCRIBING and last.head.i >= hit.end else doc[hit.end]
    if noun.tag_ != "NN" or noun.lower_ not in tables.words[LANDS_MEANT]:
        return False
    regions = tables.words["land_region"]
    described = doc.span(noun.left_edge.i, hit.end).text.lower().split(" ", 1)
    told = {described[-1].strip(), hit.text.lower()}  # "the oil-rich Central African state"
    return described[0] in ARTICLES and not told.isdisjoint(regions)


def tells_former_owner(hit: Hit, doc: Doc, tables: ActorTables) -> bool:
    """ "The former Ruritanian colony": a land of its own, which is not Ruritania's."""
    if "demonym" not in hit.kinds or hit.end >= len(doc):
        return False
    if doc[hit.end].lower_ not in tables.words["colonies"]:
        return False
    before = doc.span(doc[hit.start].sent.start, hit.start).text.rstrip(" -").lower()
    return any(before.endswith(word) for word in tables.words["former"])


def _doing(draft: Draft, token: Token) -> Set[str | None]:
    """ "Ruritania condemned Sylvania's embargo on the Balkan state": whose act is named is not who suffers it."""
    act = token.head.head if token.dep_ == PLACE else token
    while act.pos_ == "NOUN":
        of_act = (draft.actors.get(c.i) or draft.modifiers.get(c.i) for c in act.lefts if c.dep_ in OWNING)
        if doing := {who.actor.country for who in of_act if who is not None}:
            return doing
        act = act.head.head if act.dep_ == PLACE else act.head
    return acting_at(draft, token)


def _is_plain(page: Page, draft: Draft, token: Token) -> bool:
    """Not "the Islamic State", and no place where something happens."""
    known = draft.actors.get(token.i)
    if not token.is_lower or (known is not None and known.kind not in LAND_KINDS):
        return False
    return token.dep_ != PLACE or token.head.lower_ not in page.words["where"]


def _bare(page: Page, token: Token) -> str:
    """ "The island welcomed it": a land that is one, unless another island is told of."""
    lemma, first = token.lemma_.lower(), max(token.i - NEAR, 0)
    if token.dep_ not in BARE or not page.words[f"{LANDS}{THE} {lemma}"]:
        return ""
    told = (t.lemma_.lower() for t in page.doc.span(first, token.i))
    return "" if lemma in told else f"{THE} {lemma}"


def _named_of(draft: Draft, token: Token) -> str | None:
    """ "The West African nation of Togo"."""
    names = (t for c in token.rights if c.lower_ == OF for t in c.rights if t.dep_ == PLACE)
    found = ((draft.actors.get(t.i), draft.places.get(t.i)) for t in names)
    return next((who.country for actor, place in found if (who := actor.actor if actor else place)), None)


def _description(page: Page, token: Token) -> str:
    """The words between article and noun, without spaces around hyphens."""
    words = page.text(token.left_edge.i + 1, token.i) if token.left_edge.i + 1 < token.i else ""
    return words.lower().replace(" - ", "-")


def _fitting(page: Page, described: str) -> frozenset[str] | None:
    """The states of the regions that a description names, all if it names none; None if it says anything else."""
    if lands := page.words[LANDS + described]:
        return lands
    known, fitting = page.words["land_region"] | page.words["land_epithet"], frozenset[str]()
    while described:
        starts = [p for p in known if described == p or described.startswith((f"{p} ", f"{p}, "))]
        if not starts:
            return None
        phrase = max(starts, key=len)
        described = described[len(phrase) :].lstrip(", ")
        lands = page.words[LANDS + phrase]
        fitting = fitting & lands if fitting and lands else fitting | lands
    return fitting


def _last_told(
    page: Page, draft: Draft, token: Token, fitting: frozenset[str], others: Set[str | None]
) -> str | None:
    """The state of the nearest sentence before in which one fits; of two the one that the sentence is about."""
    sentence, end = token.sent, token.left_edge.i
    for _ in range(REACH):
        told = _told_in(draft, sentence.start, end)
        found = [c for c in dict.fromkeys(told) if c not in others and (not fitting or c in fitting)]
        if len(found) == 1:
            return found[0]
        if found:
            about = [
                draft.actors[i].actor.country for i in _subjects(token, sentence.root) if i in draft.actors
            ]
            return about[0] if len(set(about)) == 1 and about[0] in found else None
        if not sentence.start:
            return None
        sentence = page.doc[sentence.start - 1].sent
        end = sentence.end
    return None


def _subjects(token: Token, root: Token) -> list[int]:
    """Of the clauses around it in its own sentence, of the main clause in those before."""
    if root.sent.start == token.sent.start:
        return list(clause_subjects(token))
    return [c.i for c in root.lefts if c.dep_ in SUBJECTS]


def _told_in(draft: Draft, start: int, end: int) -> list[str]:
    found: list[str] = []
    for i in range(start, end):
        mention, place = draft.actors.get(i) or draft.modifiers.get(i), draft.places.get(i)
        if mention is not None:
            found += [a.country for a in (mention.several or (mention.actor,)) if a.country]
        elif place is not None and place.country:
            found.append(place.country)
    return found
