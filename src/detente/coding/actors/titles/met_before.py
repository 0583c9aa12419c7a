"""A bare title whose deed is done to "her", "it" or "them" in, the other of the two lands told of before out.

"The Sylvanian minister flew to Strelsau. The government offered her a loan", "a Sylvanian drone crossed into Ruritania. The
army shot it down": Ruritania's, though Sylvania is told of first.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side
from detente.coding.actors.titles.told_before import DEFINITE
from detente.coding.actors.titles.topic import FOR_A_STATE, named_in, other_land
from detente.coding.actors.titles.whose import where_before
from detente.coding.roles.mentions import Mention
from detente.knowledge.actor_rows import Role
from detente.reading.spans import sentences_before, words_before
from detente.reading.tokens import Span, Token

KEEPERS = frozenset({"COP", "JUD"})  # sectors
OF_NO_STATE = frozenset({"REB", "UAF", "CRM", "OPP"})
CIVILIANS = "CVL"
ONE, MANY, THING = ("him", "her"), "them", "it"
PLURALS, SINGULARS = ("NNS", "NNPS"), ("NN", "NNP")
REACHED, AGENT, DESCRIBING = ("dobj", "dative", "pobj"), "agent", ("amod", "compound", "poss", "nmod")
NAMED = (*SUBJECTS, "dobj")
OWN_DEEDS = ("sends", "standing by")  # lists of verbs
REACH = 2  # sentences that are looked back over for the other land


def side_met_before(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """The side; nothing where those of two lands can be meant, or where its own sentence names a third."""
    noun = page.doc[title.head]
    if not (FOR_A_STATE | KEEPERS) & set(role.sectors) or not noun.sent.start or not _points_back(noun):
        return None
    if page.is_word(title.head, "accredited"):
        return None  # "was jailed in Zenda. The ambassador visited her"
    verb = noun.head.head if noun.head.dep_ == AGENT else noun.head
    reached = _reached(noun, verb)
    if reached is None or _is_its_own(page, verb, reached):
        return None
    before = _last_that_fits(page, draft, noun.sent, reached.lower_)
    land = _land_of(page, draft, before, reached) if before is not None else None
    if before is None or land is None:
        return None
    other = other_land(page, words_before(before, before.end, REACH - 1), land)
    there = where_before(page, title)
    if KEEPERS & set(role.sectors) and there is not None and there.country != other:
        return None  # "they robbed a Sylvanian in Zenda. Police arrested them"
    if other is None or not named_in(page, noun.sent).keys() <= {land, other}:
        return None
    name = state_actor(page, other).name
    why = f"'{reached.text}' is of {state_actor(page, land).name}"
    return Side(name=name, country=other, start=0, end=0, inferred=why)


def _is_its_own(page: Page, verb: Token, reached: Token) -> bool:
    """ "The government backed her", "dismissed him": a state does so to its own officials; but not "fired at it"."""
    return reached.head is verb and verb.lemma_.lower() in page.words.of(OWN_DEEDS)


def _points_back(noun: Token) -> bool:
    """ "The army", "police", but not "an army"."""
    articles = [c for c in noun.lefts if c.dep_ == "det"]
    return all(c.lower_ in DEFINITE for c in articles) and (bool(articles) or noun.tag_ in PLURALS)


def _reached(noun: Token, verb: Token) -> Token | None:
    """The pronoun to which a subject does something; in the passive whoever it is done to by it."""
    if noun.dep_ not in SUBJECTS:
        return None
    return next((t for t in _within(verb) if t.lower_ in (*ONE, MANY, THING)), None)


def _within(word: Token) -> Iterator[Token]:
    """Its objects, and what hangs on those and on prepositions: "fired flares at it"."""
    for below in word.rights:
        if below.dep_ in REACHED or below.dep_ == "prep":
            yield below
            yield from _within(below)


def _last_that_fits(page: Page, draft: Draft, sentence: Span, pronoun: str) -> Span | None:
    """The sentence before, or the one before that where it tells of nobody whom the pronoun can mean."""
    before = sentences_before(sentence, REACH)
    return next(
        (s for s in before if any(t.dep_ in NAMED and _fits(page, draft, t, pronoun) for t in s)), None
    )


def _land_of(page: Page, draft: Draft, sentence: Span, pronoun: Token) -> str | None:
    """The one land of all that the pronoun can stand for there; nothing if that of one is not known."""
    found: set[str | None] = set()
    for token in sentence:
        if token.dep_ not in NAMED or not _fits(page, draft, token, pronoun.lower_):
            continue
        beside = (
            draft.modifiers.get(c.i) or draft.actors.get(c.i) for c in token.lefts if c.dep_ in DESCRIBING
        )
        known = [m for m in (draft.actors.get(token.i), *beside) if m is not None]
        if any(_is_at_home(m) or m.several for m in known):
            return None
        found.add(next((m.actor.country for m in known if m.actor.country), None))
    return found.pop() if len(found) == 1 else None


def _is_at_home(mention: Mention) -> bool:
    """ "Students threw stones. Police beat them": whom a state has to do with at home."""
    sectors = set(mention.actor.sectors)
    return bool(OF_NO_STATE & sectors or (CIVILIANS in sectors and mention.actor.inferred))


def _fits(page: Page, draft: Draft, token: Token, pronoun: str) -> bool:
    mention = draft.actors.get(token.i)
    person = mention is not None and mention.kind == "person" and not page.is_word(token.i, "crewed")
    if pronoun == MANY:
        return token.tag_ in PLURALS
    return token.tag_ in SINGULARS and (person if pronoun in ONE else not person)
