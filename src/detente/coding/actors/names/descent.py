"""A name in, whether it says only of what descent, language or post somebody is out, and not whose he is."""

from __future__ import annotations

from detente.coding.actors.page import STATE_KINDS, Hit
from detente.knowledge.actors import ActorTables
from detente.reading.tokens import Doc, Token

LANDS = STATE_KINDS | {"place"}
DASHES = ("-", "–", "‑")
BASED, IN, NOUNS = "based", "in", ("NOUN", "PROPN")  # the first a list of words
PERSON, APART = "person", frozenset({"REB", "UAF", "PRM", "CRM", "REF"})
NAMED_APART = ("det", "poss", "nummod", "amod")


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
