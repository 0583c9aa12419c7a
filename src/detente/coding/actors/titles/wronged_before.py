"""Whose a bare title is that reproaches somebody, or that is reproached for something."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side
from detente.coding.actors.titles.topic import FOR_A_STATE, REACH, about, named_in, side_of_hit
from detente.knowledge.actor_rows import Role
from detente.reading.spans import sentences_before
from detente.reading.tokens import Span, Token

DEEDS = ("trespassing", "assailing", "hurting", "seizing", "shooting", "harassing")  # lists of verbs
OBJECTS, DESCRIBING = ("dobj", "dative"), ("amod", "compound", "poss")
JUDGED = ("oprd", "ccomp", "xcomp")
CONTENT, JOINED, PASSIVE, OBJECT, IN = ("ccomp", "xcomp"), "conj", "nsubjpass", "dobj", "in"
OF_FORCE = frozenset({"COP", "MIL"})
POSSESSOR, ACTS = "poss", "nsubj"


def side_wronged_before(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """A bare ministry or army that reproaches somebody in, the state to which the sentence before tells a deed was done out.

    "Ruritanian gunboats seized a Sylvanian trawler. The foreign ministry lodged a protest": Sylvania's, for nobody protests
    against what he has done himself.
    The side of a title.
    """
    noun = page.doc[title.head]
    wronged = None if FOR_A_STATE.isdisjoint(role.sectors) else land_wronged_before(page, draft, noun)
    if wronged is None:
        return None
    name = state_actor(page, wronged).name
    return Side(
        name=name, country=wronged, start=0, end=0, inferred=f"what is told before was done to {name}"
    )


def land_wronged_before(page: Page, draft: Draft, noun: Token) -> str | None:
    """The state; nothing where the noun's own sentence or one in between names a third."""
    if noun.dep_ not in SUBJECTS or not any(_reproaches(page, verb) for verb in verbs_of(noun)):
        return None
    reproached, between = _spoken_of(page, noun.sent), set[str]()
    for sentence in sentences_before(noun.sent, REACH):
        wronged, doer = _wronged(page, draft, sentence)
        if wronged is not None:
            return wronged if reproached <= {doer} and between <= {doer, wronged} else None
        between |= named_in(page, sentence).keys()
    return None


def _spoken_of(page: Page, sentence: Span) -> set[str]:
    """The states that a sentence names, but not by where an embassy lies: "through its embassy in Strelsau"."""
    found: set[str] = set()
    for hit in page.hits_by_sentence.get(sentence.start, ()):
        where = page.root(hit.start, hit.end).head
        if where.lower_ != IN or not page.is_word(where.head.i, "accredited"):
            found |= {side.country for side in (side_of_hit(page, hit),) if side is not None and side.country}
    return found


def verbs_of(noun: Token) -> Iterator[Token]:
    """What its subject does, and does besides; what it says that it does."""
    queue = [noun.head]
    while queue:
        verb = queue.pop()
        yield verb
        queue += [
            c
            for c in verb.rights
            if c.dep_ == JOINED or (c.dep_ in CONTENT and not any(t.pos_ == "NOUN" for t in _subjects(c)))
        ]


def _reproaches(page: Page, verb: Token) -> bool:
    """ "Protested", "demands an apology", "voiced concern", "returned fire", "called the move illegal"."""
    if is_done(page, verb, "reproaching", "deed called so"):
        return True
    return not page.words["reproach"].isdisjoint(objects_of(verb))


def is_done(page: Page, verb: Token, deeds: str, called: str) -> bool:
    """Whether a verb, or it with its object or particle, is in a list; called: what is said to be wrong or untrue."""
    said, known, things = verb.lemma_.lower(), page.words[deeds], objects_of(verb)
    particles = [c.lower_ for c in verb.rights if c.i == verb.i + 1]  # "called in", "hit back"
    if said in known or any(f"{said} {thing}" in known for thing in (*things, *particles)):
        return True
    if said not in page.words["calling so"] or page.words[called].isdisjoint(things):
        return False
    judged = [t.lemma_.lower() for c in verb.rights if c.dep_ in JUDGED for t in c.subtree]
    return bool(judged) and page.words["speaking well"].isdisjoint(judged)


def objects_of(verb: Token) -> list[str]:
    """The lemmas of its objects."""
    return [c.lemma_.lower() for c in verb.children if c.dep_ == OBJECT]


def _wronged(page: Page, draft: Draft, sentence: Span) -> tuple[str | None, str | None]:
    """The one state that suffers the deed which a sentence tells, and the one that does it, as far as it says so."""
    named, clauses = named_in(page, sentence), (sentence.root, *_content(sentence.root))
    told = (c for c in clauses if c.lemma_.lower() in page.words.of(DEEDS))
    if (verb := next(told, None)) is None:
        return None, None
    told_of = about(draft, verb)
    acting = None if told_of is None else told_of.country
    passive = any(s.dep_ == PASSIVE for s in _subjects(verb))
    others = [land for land in named if land != acting]
    if acting in named and passive and len(others) <= 1:
        return acting, next(iter(others), None)
    if not (acting in named or (acting is None and not passive)):
        return None, None
    struck = land_reached(draft, verb)  # "boarded a Sylvanian ship bound for Graustark"
    return (struck if struck in others else others[0] if len(others) == 1 else None), acting


def land_reached(draft: Draft, verb: Token) -> str | None:
    """The land of the object: "accused Sylvania", "seized the Sylvanian ship"."""
    objects = [c for c in verb.rights if c.dep_ in OBJECTS]
    words = (t for c in objects for t in (c, *(d for d in c.lefts if d.dep_ in DESCRIBING)))
    mentions = (draft.actors.get(t.i) or draft.modifiers.get(t.i) for t in words)
    return next((m.actor.country for m in mentions if m is not None and m.actor.country), None)


def _content(verb: Token) -> list[Token]:
    """ "Soldiers crossed the line, the army said": what is said."""
    return [c for c in verb.children if c.dep_ == CONTENT[0]]


def _subjects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in SUBJECTS]


def side_reproached(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """Police or soldiers in the clause that says what a state protests at in, the state of which it was told before out.

    "Ruritania recalled its ambassador to Sylvania. Strelsau's protest came a day after police searched a school":
    Sylvania's, for nobody protests at what his own police do.
    The one other state of the sentence before; nothing where the title's own sentence names one.
    """
    noun = page.doc[title.head]
    if noun.dep_ != ACTS or OF_FORCE.isdisjoint(role.sectors) or not noun.sent.start:
        return None
    if noun.head.lemma_.lower() not in page.words.of(DEEDS):
        return None
    protester = next(_protesters(page, draft, noun), None)
    if protester is None or not named_in(page, noun.sent).keys() <= {protester}:
        return None
    told = named_in(page, page.doc[noun.sent.start - 1].sent).keys()
    others = [land for land in told if land != protester]
    if protester not in told or len(others) != 1:
        return None
    name = state_actor(page, others[0]).name
    why = f"what is protested at is told of {name}"
    return Side(name=name, country=others[0], start=0, end=0, inferred=why)


def _protesters(page: Page, draft: Draft, noun: Token) -> Iterator[str]:
    """The states whose protest stands over the clause of a noun, the nearest first."""
    for verb in noun.head.ancestors:
        for subject in (c for c in verb.lefts if c.dep_ in SUBJECTS):
            if subject.lemma_.lower() in page.words["reproach"]:
                yield from (
                    _state(draft, c) for c in subject.children if c.dep_ == POSSESSOR and _state(draft, c)
                )
            elif verb.lemma_.lower() in page.words["reproaching"] and _state(draft, subject):
                yield _state(draft, subject)


def _state(draft: Draft, token: Token) -> str:
    mention = draft.actors.get(token.i)
    return (mention.actor.country or "") if mention is not None else ""
