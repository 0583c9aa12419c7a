"""Whose a bare force or opposition is, as whom it fights tells, or who acts on it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import STATE_KINDS, Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS, clause_subjects
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side
from detente.knowledge.actor_rows import Group, Role
from detente.reading.tokens import Token

ARMY, GOVERNMENT = "MIL", "government"
ARMED = frozenset({"REB", "PRM", "CRM", "UAF"})
LANDS = STATE_KINDS | {"place"}
APART = ("advcl", "conj", "parataxis", "relcl")
SAID, WHERE = "ccomp", "where"
STRUCK, WITHIN, OF = ("dobj", "prep"), ("compound", "pobj"), "of"
CLAUSES = ("VERB", "AUX")
UPON, PREP = ("dobj", "dative", "prep"), "prep"
AT_HOME = frozenset({"OPP", "LEG", "JUD", "PTY"})
TRIED, COURTS = frozenset({"REB", "ELI", "GOV", "MIL"}), "JUD"  # whom the courts of a state try
ACTING = ("person", "state", "body")
GOING_ON = ("advcl", "conj", "xcomp")
CABINET, IN, FROM, TO = "GOV", "in", "from", "to"
FORCES = frozenset({ARMY, "COP"})
OVER_CABINET = ("person", "body")  # a state tells another's government too
ORDERED = ("ccomp", "xcomp")
URGING = "urging others"


def in_land_of_enemy(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """A bare "the army" in, the state whose armed group it fights in its clause out, and the state that attacks it.

    "As fighting between the army and the Black Eagles goes on, Ruritania ships its nationals out": the army of the state in
    which the group fights, and not Ruritania's. So is the government that the group deals with.
    The army that a group fights, or the government that it deals with, is that of the group's land.
    """
    return _army_of_enemy(page, title, role.sectors) or _government_of_enemy(page, draft, title, role)


def _army_of_enemy(page: Page, title: Title, sectors: tuple[str, ...]) -> Side | None:
    """The state; nothing where the clause names a state or place itself, or several groups' states."""
    noun = page.doc[title.head]
    if ARMY not in sectors or _is_said_where(noun):
        return None
    inside = {t.i for t in _clause(noun)}
    hits = [h for h in page.hits if h.start in inside and h.start not in page.personal]
    groups = [row for hit in hits for row in hit.rows("group") if set(row.sectors) <= ARMED and not row.also]
    lands = {row.country for row in groups if row.country}
    if len(lands) != 1 or any(h.kinds & LANDS and not h.rows("group") for h in hits):
        return None
    return _fights_in(page, groups[0].name, lands.pop() or "")


def _government_of_enemy(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """ "Graustark said that the Black Eagles had agreed to talks with the government": that of the group's land."""
    noun = page.doc[title.head]
    if role.role != GOVERNMENT or title.plural or not any(c.lower_ == "the" for c in noun.lefts):
        return None
    around = [page.doc[i] for i in clause_subjects(noun)]
    upon = [c for c in noun.head.rights if c.dep_ in UPON] if noun.dep_ in SUBJECTS else []
    upon += [c for p in upon if p.dep_ == PREP for c in p.rights if c.dep_ == "pobj"]
    found = [_home_of(page, draft, token) for token in (*around[:1], *upon)]
    homes = {side.country: side for side in found if side is not None}
    return next(iter(homes.values())) if len(homes) == 1 else None


def _home_of(page: Page, draft: Draft, token: Token) -> Side | None:
    """The land of an armed group, or of rebels, that a word stands for."""
    mention = draft.actors.get(token.i)
    if mention is None or mention.several or not set(mention.actor.sectors) <= ARMED:
        return None
    row = page.tables.organisation_by_id.get(mention.actor.id or "")
    if isinstance(row, Group):
        return _fights_in(page, row.name, row.country) if row.country and not row.also else None
    country = mention.actor.country
    return _fights_in(page, mention.actor.name, country) if country else None


def _fights_in(page: Page, group: str, country: str) -> Side:
    name = state_actor(page, country).name
    return Side(name=name, country=country, start=0, end=0, inferred=f"'{group}' fights in {name}")


def lands_that_strike(page: Page, title: Title, sectors: tuple[str, ...]) -> frozenset[str]:
    """ "Ruritania sank a patrol boat", "Ruritanian jets fired on a convoy of soldiers": no boat or soldiers of its own."""
    if ARMY not in sectors:
        return frozenset()
    struck = page.doc[title.head]
    while struck.head is not struck and (
        struck.dep_ in WITHIN or (struck.lower_ == OF and struck.head.pos_ not in CLAUSES)
    ):
        struck = struck.head
    verb = struck.head
    if struck.dep_ not in STRUCK or verb.lemma_.lower() not in page.words["assailing"]:
        return frozenset()
    who = {t.i for s in verb.lefts if s.dep_ == "nsubj" for t in (s, *s.lefts) if _is_of_state(page, s, t)}
    hits = (h for i in who if (h := page.hit_at.get(i)) is not None)
    return frozenset(row.id for hit in hits for row in hit.rows("state", "demonym"))


def _is_of_state(page: Page, subject: Token, word: Token) -> bool:
    """The state by its name, or its forces; rebels strike their own army."""
    title = page.title_at.get(subject.i)
    forces = title is not None and all(ARMY in role.sectors for role in title.roles)
    return forces or (word is subject and title is None)


def _is_said_where(word: Token) -> bool:
    """ "In Graustark, where the army fights the Black Eagles": the place is named before its clause."""
    verb = next((t for t in word.ancestors if t.pos_ in CLAUSES), word)
    return verb.dep_ == "relcl" and any(c.lower_ == WHERE for c in verb.lefts)


def _clause(word: Token) -> Iterator[Token]:
    """The words of the clause around a word, without the clauses that hang on it."""
    over = {t.i: t for t in (word, *word.ancestors)}
    verb = next((t for t in over.values() if t.pos_ in CLAUSES), word.sent.root)
    while verb.dep_ == SAID and verb.head.i != verb.i:
        verb = verb.head  # "Ruritania announces that 54 soldiers were killed"
    apart = {
        t.i
        for c in verb.children
        if c.dep_ in APART and c.pos_ in CLAUSES and c.i not in over
        for t in c.subtree
    }
    yield from (t for t in verb.subtree if t.i not in apart)


def of_who_acts(page: Page, draft: Draft, title: Title, sectors: tuple[str, ...]) -> Side | None:
    """A bare "the opposition" or "the army" as an object in, the state of whoever acts on it out.

    "The president accuses the opposition of siding with Sylvania", "sends in the army": his own, and not Sylvania's.
    The state of the subject; nothing where the noun's own words name a state.
    """
    noun = page.doc[title.head]
    at_home, tried = set(sectors) <= AT_HOME, bool(set(sectors) & TRIED)
    if not sectors or not (at_home or tried) or noun.dep_ != "dobj":
        return None
    beside = {
        c.i for p in noun.rights if p.dep_ == "prep" for c in p.children
    }  # "the opposition in Sylvania"
    beside |= set(range(noun.left_edge.i, noun.i))
    near = (h for i in sorted(beside) if (h := page.hit_at.get(i)) is not None)
    if any(h.kinds & STATE_KINDS for h in near):
        return None
    subject = _subject(noun.head)
    mention = draft.actors.get(subject.i) if subject is not None else None
    if mention is None or mention.kind not in ACTING or not mention.actor.country:
        return None
    a = mention.actor
    doer = None if subject is None else page.title_at.get(subject.i)
    if doer is not None and any(role.role in page.words["accredited"] for role in doer.roles):
        return None  # "the ambassador met opposition leaders"
    if not at_home and COURTS not in a.sectors:
        return None
    return Side(name=a.name, country=a.country, start=0, end=0, inferred=f"{a.name} acts on it")


def commander(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """ "The president orders the army to retreat", "sends troops": one commands the forces of one's own state, and a
    parliament its government."""
    noun, verb = page.doc[title.head], page.doc[title.head].head
    if (bearer := _sender(page, draft, noun)) is not None:
        return bearer
    if (above := _decided_on(page, noun)) is not None:
        return _commanded_by(draft, above) if not FORCES.isdisjoint(role.sectors) else None
    sent = title.plural and noun.dep_ == "dobj" and not _is_of_somebody(noun)
    army = ARMY in role.sectors
    if not (army or CABINET in role.sectors) or (title.plural and not (army and sent)):
        return None
    if noun.dep_ == "pobj" and verb.lower_ == IN and verb.i == verb.head.i + 1:
        verb = verb.head  # "sends in the army", where the parser takes it for a preposition
    elif noun.dep_ == "nsubj":
        verb = verb.head if verb.dep_ in ORDERED else verb
    elif noun.dep_ != "dobj":
        return None
    if verb.lemma_ not in page.words["sending forces" if sent else "commanding"] or _is_urged(verb, page):
        return None
    return _commanded_by(draft, verb, ACTING if army else OVER_CABINET)


def _commanded_by(draft: Draft, verb: Token, kinds: tuple[str, ...] = ACTING) -> Side | None:
    """The state of whoever does what the verb says."""
    subject = _subject(verb)
    mention = draft.actors.get(subject.i) if subject is not None else None
    if mention is None or mention.kind not in kinds or not mention.actor.country:
        return None
    a = mention.actor
    return Side(name=a.name, country=a.country, start=0, end=0, inferred=f"{a.name} commands it")


def _sender(page: Page, draft: Draft, noun: Token) -> Side | None:
    """ "Sylvania's minister delivers a letter from the king": an envoy bears what his own ruler wrote."""
    if noun.dep_ != "pobj" or noun.head.lower_ != FROM or _is_of_somebody(noun):
        return None
    above = noun.head.head
    verb = above.head if above.dep_ == "dobj" else above
    borne = {c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"}
    if verb.lemma_.lower() not in page.words["bearing"] or not borne & page.words["messages"]:
        return None
    return _commanded_by(draft, verb, OVER_CABINET)


def _decided_on(page: Page, noun: Token) -> Token | None:
    """ "Approved the deployment of troops to Sylvania": the verb by which a state decides on its own."""
    deed = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != OF or deed.dep_ != "dobj" or _is_of_somebody(noun):
        return None
    named = (
        deed.lemma_ in page.words["moves of forces"] and deed.head.lemma_ in page.words["deciding on forces"]
    )
    return deed.head if named else None


def _is_urged(verb: Token, page: Page) -> bool:
    """ "Pressed the world to send troops": those of the world."""
    above = verb.head
    asks = verb.dep_ in ORDERED and above.lemma_ in page.words[URGING]
    return asks and any(c.dep_ == "dobj" for c in above.children)


def _is_of_somebody(noun: Token) -> bool:
    """ "Sends soldiers from Sylvania home", "withdraws their troops"."""
    return any(c.dep_ in ("poss", "prep", "relcl", "acl") and c.lower_ != TO for c in noun.children)


def _subject(verb: Token) -> Token | None:
    """Of the verb, or of that which its clause hangs on."""
    for token in (verb, *verb.ancestors):
        found = next((c for c in token.children if c.dep_ == "nsubj"), None)
        if found is not None:
            return found
        if token.dep_ not in GOING_ON:
            return None
    return None
