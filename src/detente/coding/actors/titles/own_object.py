"""A bare "the opposition" or "the army" as an object in, the state of whoever acts on it out.

"The president accuses the opposition of siding with Sylvania", "sends in the army": his own, and not Sylvania's.
"""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import STATE_KINDS, Page, Title
from detente.coding.actors.side import Side
from detente.knowledge.actor_rows import Role
from detente.reading.tokens import Token

AT_HOME = frozenset({"OPP", "LEG", "JUD", "PTY"})
TRIED, COURTS = frozenset({"REB", "ELI", "GOV", "MIL"}), "JUD"  # whom the courts of a state try
ACTING = ("person", "state", "body")
CLAUSES = ("advcl", "conj", "xcomp")
ARMY, CABINET, IN, OF, FROM, TO = "MIL", "GOV", "in", "of", "from", "to"
FORCES = frozenset({ARMY, "COP"})
OVER_CABINET = ("person", "body")  # a state tells another's government too
ORDERED = ("ccomp", "xcomp")
URGING = "urging others"


def of_who_acts(page: Page, draft: Draft, title: Title, sectors: tuple[str, ...]) -> Side | None:
    """The state of the subject; nothing where the noun's own words name a state."""
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
        if token.dep_ not in CLAUSES:
            return None
    return None
