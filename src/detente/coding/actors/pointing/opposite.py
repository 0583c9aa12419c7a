"""A phrase in, the states out that are not its own: whom its clause is aimed at, and who only stands behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.coding.actors.page import STATE_KINDS, Hit, Page
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

TOWARDS = ("to", "with", "against", "from", "on", "for", "over", "toward", "towards", "into", "by", "at")
_BEFORE_IT = ("outside", "near", "around", "past")  # where crowds stand before somebody's embassy
_GROUP_OR_LEADER = frozenset({"group", "surname"})  # "Houthi" is also that of its leader
_MODIFIERS = ("amod", "compound", "nmod", "poss")
_OBJECTS = ("dobj", "pobj", "dative", "agent")
_CONTENT, _ITSELF, BY = "ccomp", "it", "by"
_AT_HOME = frozenset(
    ("CVL", "OPP", "REB", "UAF", "CRM", "LAB", "EDU", "REF", "REL", "SOC", "JUD", "LEG", "COP")
)
_ARMED = frozenset(("UAF", "REB"))
_AFIELD = "MIL"  # a sector
_OF_OTHERS = ("alleging", "urging")  # lists of verbs
_DEEPEST = 6  # steps from a name up to the verb: "is ready to send troops to Sylvania"


def states_opposite(page: Page, head: int, sectors: tuple[str, ...]) -> frozenset[str]:
    """The states that the clause of a subject or possessor is directed at.

    sectors: of the phrase; protesters, rebels, courts and police act against people and bodies of their own state,
    ministers and soldiers do not.
    """
    top = _acts_in(page.doc[head])
    if top is None:
        return _states_called_in(page, page.doc[head])
    own = bool(set(sectors) & _AT_HOME)
    done = {top.i, *_said_of_itself(page.doc[head], top)}
    if _AFIELD in sectors:
        done.update(_done_too(top))
    if not page.aims:
        page.aims.extend(_aims(page))
    aimed = frozenset(
        row.id
        for hit, modifies, above in page.aims
        if done & above and not (own and modifies) and not hit.start <= top.i < hit.end
        for row in hit.rows("state", "demonym", "capital", "metonym")
    )
    return aimed if own else aimed | _done_to(page, page.doc[head], top)


def _done_to(page: Page, doer: Token, deed: Token) -> frozenset[str]:
    """ "The arrest by the army of two Sylvanians", "two Sylvanians held by the army": whose those are to whom it is done."""
    if doer.head.lower_ != BY:
        return frozenset()
    inside = {t.i for c in deed.rights if c.lower_ == "of" for t in c.subtree}
    inside |= {t.i for c in deed.lefts if c.dep_ == "nsubjpass" for t in (c, *c.lefts) if t.dep_ != "poss"}
    hits = (h for i in sorted(inside) if (h := page.hit_at.get(i)) is not None)
    return frozenset(row.id for h in hits for row in h.rows("state", "demonym"))


def _said_of_itself(noun: Token, top: Token) -> Iterator[int]:
    """ "The ministry said it had summoned the Sylvanian envoy": what its subject does as well."""
    if noun.dep_ not in SUBJECTS:
        return
    for clause in top.rights:
        subjects = [c for c in clause.lefts if c.dep_ in SUBJECTS] if clause.dep_ == _CONTENT else []
        if any(s.lower_ == _ITSELF for s in subjects):
            yield clause.i


def _done_too(verb: Token) -> Iterator[int]:
    """ "Sailors boarded a dhow and detained six Sylvanians": the second verb is said of the same sailors."""
    for joined in verb.rights:
        if (
            joined.dep_ == "conj"
            and joined.pos_ == "VERB"
            and not any(c.dep_ in SUBJECTS for c in joined.lefts)
        ):
            yield joined.i
            yield from _done_too(joined)


def states_aimed_at(page: Page, head: int) -> frozenset[str]:
    """The states that are themselves the object of what a phrase does: "the minister's visit to Sylvania"."""
    top = _acts_in(page.doc[head])
    if top is None:
        return frozenset()
    if not page.aims:
        page.aims.extend(_aims(page))
    return frozenset(
        row.id
        for hit, modifies, above in page.aims
        if not modifies and top.i in above and not hit.start <= top.i < hit.end
        for row in hit.rows("state")
    )


def _states_called_in(page: Page, ministry: Token) -> frozenset[str]:
    """ "The Sylvanian envoy was summoned to the foreign ministry": to that of another state than his."""
    verb = ministry.head.head
    to_it = ministry.dep_ == "pobj" and ministry.head.lower_ in ("to", "into", "before")
    if not to_it or verb.lemma_.lower() not in page.words["calling_in"]:
        return frozenset()
    called = [c for c in verb.children if c.dep_ in ("nsubjpass", "dobj")]
    envoys = {t.i for c in called for t in (c, *(r for r in c.rights if r.dep_ == "appos"))}
    whose = (h for h in page.hits if page.root(h.start, h.end).head.i in envoys)
    return frozenset(row.id for hit in whose for row in hit.rows("state", "demonym", "capital", "metonym"))


def _acts_in(token: Token) -> Token | None:
    """The verb whose subject the phrase is, or the noun that it owns: "the minister's visit", "the arrest by the army"."""
    while token.dep_ in ("conj", "appos") and token.head.i != token.i:
        token = token.head
    if token.dep_ == "pobj" and token.head.lower_ == BY and token.head.head.pos_ in ("NOUN", "VERB"):
        return token.head.head
    return token.head if token.dep_ in (*SUBJECTS, "poss") else None


def _aims(page: Page) -> Iterator[tuple[Hit, bool, frozenset[int]]]:
    """The names of states that are, or modify, an object, whether they modify it, and the words above it."""
    for hit in page.hits:
        if not hit.kinds & STATE_KINDS or "phrase" in hit.kinds:
            continue
        token = page.root(hit.start, hit.end)
        modifies = token.dep_ in _MODIFIERS
        token = token.head if modifies else token
        abroad = modifies and page.is_word(token.i, "met_abroad")  # rebels who hold a Sylvanian tourist
        if abroad:
            modifies, token = False, token.head if token.dep_ == "poss" else token  # "its envoy's car"
        while token.dep_ in ("conj", "appos") and token.head.i != token.i:
            token = token.head
        if token.dep_ in _OBJECTS:
            towards = (*TOWARDS, *_BEFORE_IT) if abroad else TOWARDS
            yield hit, modifies, frozenset(_governors(token, towards))
        elif (verb := _alleged_by(page, token)) is not None:
            yield hit, modifies, frozenset({verb.i})


def _alleged_by(page: Page, token: Token) -> Token | None:
    """ "The junta alleged that Sylvania wanted war", "demanded that it leave": nobody alleges or asks that of himself."""
    clause = token.head
    told = token.dep_ in SUBJECTS and clause.dep_ == "ccomp" and clause.head.i < token.i
    found = told and any(clause.head.lemma_ in page.words[kind] for kind in _OF_OTHERS)
    return clause.head if found else None


def _governors(token: Token, towards: Collection[str]) -> Iterator[int]:
    """The words above an object, up through prepositions that point at somebody and through infinitives."""
    for _ in range(_DEEPEST):
        preposition = token.head.pos_ in ("ADP", "PART") or token.head.dep_ == "prep"
        if preposition and token.head.lower_ not in towards:
            return
        token = token.head
        yield token.i
        if token.dep_ not in ("prep", "agent", "dobj", "xcomp", "pobj", "dative", "acl", "relcl", "acomp"):
            return


def only_sponsors(page: Page, hit: Hit) -> bool:
    """ "Ruritania-backed rebels" are not Ruritania's, nor are pro- and anti-Ruritanian ones; its hackers are.

    But "ISIL-linked gunmen" are reckoned to that group.
    """
    doc, end = page.doc, hit.end
    if is_opposed(page, hit):
        return True
    if end + 1 >= len(doc):
        return False
    if page.is_word(end + 1, "loyal") and _is_armed_group(hit):
        return False
    behind = doc[end].text in "-–" and doc[end + 1].lower_ in page.words["sponsored"]
    return behind and not page.is_word(end + 2, "in_secret")


def _is_armed_group(hit: Hit) -> bool:
    rows = hit.rows("group")
    return bool(rows) and hit.kinds <= _GROUP_OR_LEADER and all(_ARMED & set(row.sectors) for row in rows)


def backs_others(page: Page, hit: Hit) -> bool:
    """ "Troops, backed by Ruritanian jets": who only stands behind those whose clause it is."""
    token = page.root(hit.start, hit.end)
    while token.dep_ in _MODIFIERS and token.head is not token:
        token = token.head
    by = token.head if token.dep_ == "pobj" else None
    return by is not None and by.lower_ == BY and by.head.lower_ in page.words["sponsored"]


def is_led_by_people(page: Page, hit: Hit) -> bool:
    """ "Sylvania's Zendan-led army": of what people its officers are, and not whose it is."""
    doc, end = page.doc, hit.end
    people = hit.kinds == {"group"} and all("CVL" in row.sectors for row in hit.rows("group"))
    return (
        people and end + 1 < len(doc) and doc[end].text in "-–" and doc[end + 1].tag_ in ("VBN", "NN", "VBD")
    )


def is_opposed(page: Page, hit: Hit) -> bool:
    """ "anti-Ruritanian", "pro-Ruritania"."""
    before = hit.start - 2
    joined = before >= 0 and page.doc[before + 1].text in "-–" and not page.doc[before + 1].whitespace_
    return joined and page.doc[before].lower_ in page.words["for_or_against"]


def stays(page: Page, end: int) -> bool:
    """Not "withdrew its force from Sylvania", nor "the withdrawal of forces from Sylvania": whose nobody says."""
    noun = page.doc[end].head
    if page.doc[end - 1].lemma_.lower() in page.words["fled"]:
        return True
    of = noun.head.lower_ == "of"
    above = noun.head.head if of else noun.head
    moved = (of or noun.dep_ in ("dobj", "nsubjpass")) and above.lemma_.lower() in page.words["removing"]
    return noun.i in range(max(end - 3, 0), end) and not moved


def is_in_name(page: Page, hit: Hit) -> bool:
    """Whether a group's name is only a word of another name: "the Zenda Arab Hospital", "ACT-Wazalendo"."""
    if hit.kinds != {"group"} or not all("CVL" in row.sectors for row in hit.rows("group")):
        return False
    doc = page.doc
    if hit.end >= len(doc) or hit.start == 0:
        return False
    before, after = doc[hit.start - 1], doc[hit.end]
    return (
        after.pos_ == "PROPN"
        and before.pos_ == "PROPN"
        and after.text[:1].isupper()
        and before.text[:1].isupper()
        and hit.start - 1 not in page.hit_at
    )
