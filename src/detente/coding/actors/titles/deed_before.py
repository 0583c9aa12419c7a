"""Whose a bare title is, as a deed in the sentence before tells: who is called in, accused or come into."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side
from detente.coding.actors.titles.scene_before import is_where
from detente.coding.actors.titles.topic import FOR_A_STATE, REACH, about, named_in, side_of_hit
from detente.knowledge.actor_rows import Role
from detente.reading.spans import sentences_before
from detente.reading.tokens import Span, Token

OBJECT, THE, CALLING = "dobj", "the", ("calling_in", "putting out")
ACCUSING, DENYING = "accusing", "denying"  # lists of verbs
KEEPERS, FORCES = frozenset({"COP", "JUD", "SPY"}), frozenset({"MIL", "GOV"})  # sectors
SOLDIERS = "MIL"
DEEDS = ("seizing", "assailing", "hurting", "harassing")  # lists of verbs
INTO = ("into", "to", "in", "onto", "on", "over", "across")
AGENT, ADJECTIVES = "agent", ("amod", "compound")
CONTENT, PAST, HAS = "ccomp", "VBD", ("had", "has", "have", "was", "were")
OBJECTS, RELATIVE = ("dobj", "pobj"), ("who", "that", "which")


def side_called_in(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """A bare "the ambassador" whom a ministry calls in or a government expels in, the other land that was told of before out.

    "Ruritanian commandos seized a Sylvanian ferry. The authorities in Klausenburg summoned the ambassador": Ruritania's,
    for nobody calls in his own.
    The side; nothing where its own sentence names another land than that of whoever calls it in.
    """
    noun = page.doc[title.head]
    if noun.dep_ != OBJECT or noun.lemma_.lower() not in page.words["accredited"]:
        return None
    if not any(c.lower_ == THE for c in noun.lefts) or not any(
        noun.head.lemma_.lower() in page.words[kind] for kind in CALLING
    ):
        return None
    own = next(
        (m.actor.country for c in noun.head.lefts if c.dep_ in SUBJECTS and (m := draft.actors.get(c.i))),
        None,
    )
    if own is None or named_in(page, noun.sent).keys() - {own}:
        return None
    # "soldiers seized power in Sylvania. Ruritania threatened sanctions": the ambassador may be of either
    others = {c for s in sentences_before(noun.sent, REACH) for c in named_in(page, s)} - {own}
    if len(others) != 1:
        return None
    name = state_actor(page, other := others.pop()).name
    return Side(name=name, country=other, start=0, end=0, inferred=f"{name} is the other land told of before")


def side_that_denies(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """A bare ministry or embassy that denies something in, the state that the sentence before tells is accused of it out.

    "Ruritania accused Sylvania of spying. The embassy denied the charge", "said no agent had been sent": Sylvania's, for
    nobody denies what he says himself.
    The state; nothing where the title's own sentence or the accusation names a third.
    """
    noun = page.doc[title.head]
    if noun.dep_ not in SUBJECTS or FOR_A_STATE.isdisjoint(role.sectors) or not noun.sent.start:
        return None
    if noun.head.lemma_.lower() not in page.words[DENYING] and not _says_it_was_not(page, noun.head):
        return None
    before = page.doc[noun.sent.start - 1].sent
    accuser, accused = _accuser(draft, before), _accused(page, draft, before)
    if accused is None or accuser is None or not named_in(page, noun.sent).keys() <= {accuser, accused}:
        return None
    name = state_actor(page, accused).name
    return Side(name=name, country=accused, start=0, end=0, inferred=f"{name} is what was accused of it")


def _says_it_was_not(page: Page, verb: Token) -> bool:
    """ "Said its army had not opened fire", "insisted no drone had crossed the border"; not "would not stand for it"."""
    told = next((c for c in verb.rights if c.dep_ == CONTENT), None)
    if told is None or verb.lemma_.lower() not in page.words["speech"]:
        return False
    done = told.tag_ == PAST or any(c.lower_ in HAS for c in told.lefts)
    parts = (told, *(c for c in told.lefts if c.dep_ in SUBJECTS))
    return done and any(c.lower_ in page.words["not_done"] for part in parts for c in part.lefts)


def _accuser(draft: Draft, sentence: Span) -> str | None:
    told = about(draft, sentence.root)
    return None if told is None else told.country


def _accused(page: Page, draft: Draft, sentence: Span) -> str | None:
    """Whom an accusing verb is aimed at, if no third state is named."""
    accuser = _accuser(draft, sentence)
    others = named_in(page, sentence).keys() - {accuser}
    if accuser is None or len(others) != 1:
        return None
    (other,) = others
    return other if sentence.root.lemma_.lower() in page.words[ACCUSING] else None


def side_of_land_entered(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """Bare police, guards or authorities in, the land that the sentence before tells somebody came into out.

    "Two Danish hikers strayed into Sylvania. They were arrested by the border police": Sylvania's, though the hikers are
    told of first.
    The side; nothing where the title does nothing itself, or where its own sentence names a third land.
    """
    sectors, noun = set(role.sectors), page.doc[title.head]
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == AGENT else noun.head
    if not (noun.dep_ in SUBJECTS or noun.head.dep_ == AGENT) or not noun.sent.start:
        return None
    deed = verb.lemma_.lower() in page.words.of(DEEDS)
    if not (sectors & KEEPERS or (deed and sectors & FORCES)):
        return None
    if any(is_where(page, hit) for hit in page.hits_by_sentence.get(noun.sent.start, ())):
        return None  # "In Zenda, police fired tear gas"
    before = page.doc[noun.sent.start - 1].sent
    for entering in (t for t in before if t.lemma_.lower() in page.words["entering"]):
        owners, land = _who_enters(draft, entering), _land_entered(page, before, entering)
        if land is None or not owners or land in {country for country, _ in owners}:
            continue
        if SOLDIERS in sectors and any(soldiers for _, soldiers in owners):
            continue  # "the soldiers" may be those who came
        if named_in(page, noun.sent).keys() <= {land, *(country for country, _ in owners)}:
            name = state_actor(page, land).name
            return Side(name=name, country=land, start=0, end=0, inferred=f"they had come into {name}")
    return None


def _who_enters(draft: Draft, verb: Token) -> set[tuple[str, bool]]:
    """The lands of the subject, or of the noun that the clause describes; with each, whether soldiers are meant."""
    nouns = [c for c in verb.children if c.dep_ in SUBJECTS and c.lower_ not in RELATIVE] or [verb.head]
    found: set[tuple[str, bool]] = set()
    for noun in nouns:
        beside = (c.i for c in noun.children if c.dep_ in ADJECTIVES)
        mentions = [draft.actors.get(noun.i), *(draft.modifiers.get(i) for i in beside)]
        known = next((m for m in mentions if m is not None and m.actor.country), None)
        if known is not None and known.actor.country:
            found.add((known.actor.country, SOLDIERS in known.actor.sectors))
    return found


def _land_entered(page: Page, sentence: Span, verb: Token) -> str | None:
    """ "Entered Sylvania", "sailed into Sylvanian waters", "slipped across the border into Sylvania"."""
    for hit in page.hits_by_sentence.get(sentence.start, ()):
        root = page.root(hit.start, hit.end)
        place = root.head if root.dep_ in ADJECTIVES else root
        if hit.start in page.personal or place.dep_ not in OBJECTS or place.i < verb.i:
            continue
        if place.head.i != verb.i and (place.head.lower_ not in INTO or verb not in place.ancestors):
            continue
        side = side_of_hit(page, hit)
        if side is not None and side.country:
            return side.country
    return None
