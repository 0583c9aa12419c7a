"""A people or faith of several lands in ("Zendan militiamen"), the land of those who are meant out."""

from __future__ import annotations

from detente.coding.actors.page import STATE_KINDS, Hit, Page
from detente.knowledge.actor_rows import EntryKind, Group
from detente.knowledge.actors import ActorTables
from detente.reading.tokens import Doc, Token

_PART_OF_NAME = ("compound", "amod", "nmod")
_WHERE = ("in", "from", "of", "inside", "across")
_THERE = frozenset({"in", "inside"})
_REACH = 6  # tokens behind the preposition
_PLACE = "place"  # what a phrase means
LANDS = STATE_KINDS | {"place"}
DASHES = ("-", "–", "‑")
BASED, IN, NOUNS = "based", "in", ("NOUN", "PROPN")  # the first a list of words
PERSON, APART = "person", frozenset({"REB", "UAF", "PRM", "CRM", "REF"})
NAMED_APART = ("det", "poss", "nummod", "amod")


def land_of_people(page: Page, hit: Hit) -> str | None:
    """The state in "Sylvanian Kurds", "Sylvania's Kurdish guerrillas"."""
    apart = hit.start > 1 and page.doc[hit.start - 1].tag_ == "POS"
    before = page.hit_at.get(hit.start - 1 - apart)
    kinds: tuple[EntryKind, ...] = ("state", "demonym") if apart else ("demonym",)
    states = before.rows(*kinds) if before is not None else []
    return states[0].id if len({row.id for row in states}) == 1 else None


def land_of_kin(page: Page, hit: Hit, land: str) -> str:
    """ "Serb gunners shelled Sarajevo": of the land next door where such people live, if the text names it and not
    theirs."""
    kin = (word.partition("@") for word in page.words["kin_abroad"])
    abroad = [there for called, _, there in kin if called == hit.text and there in page.lands]
    at_home = any(other.text != hit.text for other in page.hits_of_lands.get(land, ()))
    return abroad[0] if len(abroad) == 1 and not at_home else land


def base_here(page: Page, group: Group, head: int) -> str | None:
    """Of the states that a group lives or fights in, the one where its own phrase puts it, or the one that the text
    names."""
    if not group.also:
        return None
    its_lands = [c for c in (group.country, *group.also) if c]
    there = _land_of_phrase(page, head)
    if there in its_lands:
        return there
    named = [c for c in its_lands if c in page.lands]
    if len(named) > 1:  # "Kurdish guerrillas shot two Sylvanian soldiers in northern Ruritania"
        named = [c for c in named if c in _lands_around(page)]
    return named[0] if len(named) == 1 else None


def _land_of_phrase(page: Page, head: int) -> str | None:
    """ "Kurdish guerrillas in northern Sylvania": where, whoever else the sentence names."""
    noun = page.doc[head]
    while noun.dep_ in _PART_OF_NAME and noun.head.i > noun.i:
        noun = noun.head
    behind = noun.i + 1
    if behind >= len(page.doc) or page.doc[behind].lower_ not in _WHERE:
        return None
    hits = (page.hit_at.get(i) for i in range(behind + 1, min(behind + _REACH, len(page.doc))))
    nearest = next((hit for hit in hits if hit is not None), None)
    return _land_of(nearest) if nearest is not None else None


def _lands_around(page: Page) -> set[str | None]:
    """The lands in which the text says that something is."""
    behind = (hit for hit in page.hits if page.root(hit.start, hit.end).head.lower_ in _THERE)
    return {_land_of(hit) for hit in behind}


def _land_of(hit: Hit) -> str | None:
    """The land that is named, or of which a region is; a people's name is none."""
    lands = {row.id for row in hit.rows("state")}
    lands = lands or {row.country for row in hit.rows("phrase") if row.means == _PLACE}
    lands = lands or {row.country for row in hit.rows("place")}
    return lands.pop() if len(lands) == 1 else None


def only_describes(hit: Hit, doc: Doc, tables: ActorTables) -> bool:
    """ "Sylvanian-American voters", "taught him Sylvanian", "a Strelsau-based preacher", "our Strelsau editor"."""
    if hit.end >= len(doc):
        return False
    if _is_of_peopled(hit, doc, tables):
        return True
    if not hit.kinds & LANDS:
        return False
    if hit.kinds == {"demonym"}:
        return _is_descent(hit, doc, tables) or _is_language(hit, doc, tables)
    return _is_base(hit, doc, tables) or _is_post(hit, doc, tables)


def _is_of_peopled(hit: Hit, doc: Doc, tables: ActorTables) -> bool:
    """ "The Sylvanian-majority town": who lives there, and not whose it is."""
    if hit.end + 1 >= len(doc) or doc[hit.end].text not in DASHES:
        return False
    return doc[hit.end + 1].lower_ in tables.words["peopled"]


def _is_descent(hit: Hit, doc: Doc, tables: ActorTables) -> bool:
    """ "Ruritanian Americans", "a Ruritanian-American judge"; but a "Ruritanian-American treaty" is of two states."""
    now = hit.end + (doc[hit.end].text in DASHES)
    if now >= len(doc) or doc[now].text not in tables.words["naturalised"]:
        return False
    if doc[now].tag_ in ("NNS", "NNPS"):
        return True
    head = doc[now].head if doc[now].dep_ in ("amod", "compound", "nmod") else doc[now]
    mutual = tables.words["mutual"]
    return not any(t.lemma_.lower() in mutual for t in (head, *doc[now + 1 : now + 3]))


def _is_language(hit: Hit, doc: Doc, tables: ActorTables) -> bool:
    """ "Taught him Sylvanian", "said in Sylvanian"."""
    token = doc[hit.end - 1]
    if any(c.dep_ in NAMED_APART for c in token.children) or hit.text.endswith("s"):
        return False
    if token.dep_ == "pobj" and token.head.lower_ == IN:
        return True
    verbs = tables.words["language_verbs"]
    return token.dep_ in ("dobj", "oprd") and token.head.lemma_ in verbs


def _is_base(hit: Hit, doc: Doc, tables: ActorTables) -> bool:
    """ "The Strelsau-based preacher": he lives there, and may be of any state; a firm or group would be at home."""
    if hit.end + 2 >= len(doc) or doc[hit.end].text not in DASHES:
        return False
    based = doc[hit.end + 1]
    return based.lower_ in tables.words[BASED] and _is_person(based.head, tables)


def _is_person(token: Token, tables: ActorTables) -> bool:
    roles = [role for words, role in tables.titles.get(token.lemma_.lower(), ()) if len(words) == 1]
    apart = any(APART.intersection(role.sectors) for role in roles)
    return token.pos_ in NOUNS and bool(roles) and not apart and all(role.group == PERSON for role in roles)


def _is_post(hit: Hit, doc: Doc, tables: ActorTables) -> bool:
    """ "The paper's Strelsau editor": where he works, and not whose he is."""
    city = "capital" in hit.kinds and "state" not in hit.kinds
    return city and doc[hit.end].lemma_.lower() in tables.words["posted"]
