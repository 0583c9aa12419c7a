"""Bare police, guards or authorities in, the land that the sentence before tells somebody came into out.

"Two Danish hikers strayed into Sylvania. They were arrested by the border police": Sylvania's, though the hikers are told
of first.
"""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side
from detente.coding.actors.titles.topic import named_in, side_of_hit
from detente.knowledge.actor_rows import Role
from detente.reading.tokens import Span, Token

KEEPERS, FORCES = frozenset({"COP", "JUD", "SPY"}), frozenset({"MIL", "GOV"})  # sectors
SOLDIERS = "MIL"
DEEDS = ("seizing", "assailing", "hurting", "harassing")  # lists of verbs
INTO = ("into", "to", "in", "onto", "on", "over", "across")
AGENT, ADJECTIVES = "agent", ("amod", "compound")
OBJECTS, RELATIVE = ("dobj", "pobj"), ("who", "that", "which")


def side_of_land_entered(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """The side; nothing where the title does nothing itself, or where its own sentence names a third land."""
    sectors, noun = set(role.sectors), page.doc[title.head]
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == AGENT else noun.head
    if not (noun.dep_ in SUBJECTS or noun.head.dep_ == AGENT) or not noun.sent.start:
        return None
    deed = verb.lemma_.lower() in page.words.of(DEEDS)
    if not (sectors & KEEPERS or (deed and sectors & FORCES)):
        return None
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
