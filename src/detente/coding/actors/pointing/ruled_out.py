"""A pronoun in, what around it tells whom it cannot mean, or must, out."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.binding import BY_WHOM, OBJECTS
from detente.coding.actors.pointing.clauses_around import clause_subjects, is_subject
from detente.reading.shapes import PLURALS, SUBJECTS, TENSED
from detente.reading.tokens import Token

GOVERNMENT = "GOV"  # a sector
ORGANISATION = "organisation"
THAT = "that"
THEIR = "their"
CIVILIANS, FORCES = "CVL", frozenset({"MIL", "COP"})  # sectors
OWN = "own"  # "trained its own police"
ONE, ASKED_FOR = "it", frozenset({"VB", "VBP"})  # with "it" a bare form is asked for, and no present
SOME = "some_of_many"  # a list of words
RELATIVE = "relcl"
BESIDE, OWNERS = ("advcl", "acl", "conj"), ("poss", "amod", "compound", "nmod")
WHERE = "where"


def seats_of_envoys(page: Page, draft: Draft) -> frozenset[int]:
    """ "Sylvania's ambassador to the League protested against the arrest of its men": not the League's."""
    return frozenset([seat for seat, envoy in page.seats if envoy in draft.actors and _is_body(draft, seat)])


def host_of_mission(page: Page, token: Token) -> frozenset[int]:
    """ "Unrest in Sylvania, where crowds storm its embassy": nobody has an embassy at home."""
    missions = page.words["accredited"] & page.words["own_offices"]
    if token.dep_ != "poss" or token.head.lemma_.lower() not in missions:
        return frozenset()
    clause = next((t for t in token.ancestors if t.dep_ == RELATIVE), None)
    there = clause is not None and any(c.lower_ == WHERE for c in clause.lefts)
    return frozenset((clause.head.i,)) if clause is not None and there else frozenset()


def forces_of_others(page: Page, draft: Draft, token: Token) -> frozenset[int]:
    """ "Two Ruritanians were shot by Sylvanian police. Their government ...": not the officers'.

    People without an office are told of by the state that looks after them; soldiers and policemen act for it.
    """
    if token.lower_ != THEIR or token.dep_ != "poss" or not _looks_after(page, token.head):
        return frozenset()
    before = page.doc[token.sent.start - 1].sent if token.sent.start else ()
    told = [draft.actors[t.i] for t in before if t.i in draft.actors]
    citizens = {m.actor.country for m in told if CIVILIANS in m.actor.sectors and m.actor.country}
    forces = [m for m in told if not FORCES.isdisjoint(m.actor.sectors) and m.actor.country not in citizens]
    return frozenset(m.head for m in forces) if len(citizens) == 1 else frozenset()


def _looks_after(page: Page, noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in page.words["party_term"] or lemma in page.words["accredited"] & page.words["own_offices"]


def _is_body(draft: Draft, i: int) -> bool:
    mention = draft.actors.get(i)
    return mention is not None and mention.kind == ORGANISATION


def is_of_calamity(page: Page, draft: Draft, token: Token, near: Mapping[int, int]) -> bool:
    """ "The storm killed nine in Sylvania before it hit Graustark": what a clause around or the sentence before is of."""
    subjects = [page.doc[i] for i in near]
    if not subjects and token.sent.start:
        subjects = [t for t in page.doc[token.sent.start - 1].sent if is_subject(t)]
    words = page.words["calamity"]
    return any(
        t.lemma_.lower() in words
        for s in subjects
        for t in (s, *(s.lefts if s.i not in draft.actors else ()))
    )


def told_of_before(draft: Draft, token: Token) -> frozenset[int]:
    """ "Ruritania said that Sylvania had broken its word, and that it had asked for help": "that" begins anew with
    who says so."""
    verb = first = token.head
    while first.dep_ in ("conj", "relcl"):
        first = first.head
    anew = verb.dep_ == "conj" and any(c.dep_ == "mark" and c.lower_ == THAT for c in verb.lefts)
    if token.lower_ != ONE or token.dep_ != "nsubj" or not anew or first.dep_ != "ccomp":
        return frozenset()
    told = [c for c in first.lefts if c.dep_ == "nsubj" and c.i in draft.actors]
    speaks = [c for c in first.head.lefts if c.dep_ == "nsubj" and c.i in draft.actors]
    lands = {draft.actors[t.i].actor.country for t in (*told, *speaks)}
    return frozenset(t.i for t in told) if speaks and len(lands) == 2 and None not in lands else frozenset()


def own_land(token: Token, draft: Draft) -> set[str | None]:
    """ "The president went on television to denounce it": not his own state."""
    who = [draft.actors[i].actor for i in clause_subjects(token) if i in draft.actors][:1]
    return {a.country for a in who if a.country and GOVERNMENT in a.sectors}


def own_rulers(page: Page, draft: Draft, token: Token) -> frozenset[int]:
    """ "Says that Sylvania hired killers to topple its government", "fired at its land": not the state that does it."""
    if token.dep_ != "poss":
        return frozenset()
    helped, urged = _is_helped(page, draft, token.head), _is_urged(page, draft, token.head)
    toppled = _is_toppled(page, token.head)
    if not (helped or urged or toppled):
        return frozenset()
    near = [i for i in clause_subjects(token) if i in draft.actors]
    if helped or urged:
        return frozenset(near[:1] if helped else near)
    states = [i for i in near if draft.actors[i].kind == "state" or not toppled]
    return frozenset(states[:1] if len(states) > 1 else ())


def _is_helped(page: Page, draft: Draft, noun: Token) -> bool:
    """ "Will send tanks to Sylvania and train its soldiers": those of the state that was named as helped before."""
    verb, helping = noun.head, page.words["helping"]
    own = any(c.lower_ == OWN for c in noun.lefts)
    if own or noun.dep_ != "dobj" or verb.dep_ != "conj" or verb.lemma_.lower() not in helping:
        return False
    first = verb.head
    given = [c for t in first.rights if t.dep_ in ("prep", "dative") and t.lower_ == "to" for c in t.rights]
    helped = [c for c in first.rights if c.dep_ == "dobj"] if first.lemma_.lower() in helping else []
    return any(c.i in draft.actors and draft.actors[c.i].kind == "state" for c in (*given, *helped))


def _is_urged(page: Page, draft: Draft, noun: Token) -> bool:
    """ "Condemned the raid by Sylvania and urged its leaders to talk": those of whom was judged before."""
    call = noun.head if noun.dep_ == "pobj" else noun  # "called on its leaders"
    verb = call.head
    if (
        call.dep_ not in ("dobj", "prep")
        or verb.dep_ != "conj"
        or noun.lemma_.lower() not in page.words["urged"]
    ):
        return False
    judged, urging = verb.head.lemma_.lower() in page.words["judging"], page.words["urging"]
    others = (t for t in verb.head.subtree if t.i in draft.actors and verb.head.i < t.i < verb.i)
    return judged and verb.lemma_.lower() in urging and any(draft.actors[t.i].actor.country for t in others)


def _is_toppled(page: Page, noun: Token) -> bool:
    done = noun.dep_ == "dobj" and noun.head.lemma_.lower() in page.words["toppling"]
    return done and noun.lemma_.lower() in page.words["toppled"]


def who_demands(page: Page, token: Token) -> frozenset[int]:
    """ "Sylvania demands that it withdraw its men": not Sylvania, which asks another to do so."""
    clause = token.head
    asked = token.lower_ == ONE and clause.dep_ == "ccomp" and clause.tag_ in ASKED_FOR
    if not asked or clause.head.lemma_.lower() not in page.words["demanding"]:
        return frozenset()
    if clause.lemma_ == "be" or any(c.tag_ in TENSED for c in clause.lefts):
        return frozenset()  # "demands that it be heard"
    return frozenset(i for i in clause_subjects(token) if i < clause.head.i)


def who_accuses(page: Page, token: Token) -> frozenset[int]:
    """ "Ruritania blamed Sylvania for the raid, a charge it denies", "which it denies": not who makes the charge."""
    clause = token.head
    denies = (
        token.dep_ == "nsubj" and clause.dep_ == "relcl" and clause.lemma_.lower() in page.words["denying"]
    )
    verbs = [v for v in clause.ancestors if v.pos_ == "VERB"] if denies else []
    charges = [v for v in verbs if v.lemma_.lower() in page.words["charging"]]
    return frozenset(c.i for v in charges[:1] for c in v.lefts if c.dep_ == "nsubj")


def is_of_a_crowd(page: Page, draft: Draft, near: Mapping[int, int]) -> bool:
    """ "Thousands marched to the embassy, where they tore down a plaque": nobody of the sentence before."""
    subject = next((page.doc[i] for i in sorted(near, key=near.__getitem__) if is_subject(page.doc[i])), None)
    if subject is None or subject.i in draft.actors:
        return False
    return subject.tag_ in PLURALS or subject.lower_ in page.words[SOME]


def is_of_nobody_known(page: Page, choices: list[Token], fitting: list[Token]) -> bool:
    """ "Found two journalists guilty and sentenced them": people named last, of whom nobody says whose they are."""
    known = {t.i for t in fitting}
    last = next((t for t in reversed(choices) if t.i in known or _is_people(page, t)), None)
    return last is not None and last.i not in known


def _is_people(page: Page, token: Token) -> bool:
    title = page.title_at.get(token.i)
    if title is None or title.head != token.i or not title.plural:
        return False
    return any(role.group == "person" for role in title.roles)


def controlled(
    token: Token, actors: Container[int], own_doing: Collection[str], controlling: Collection[str]
) -> int | None:
    """A pronoun in, who does with his own what the clause around it says out: "condemned Sylvania for closing its border".

    So too what is said of a deed that is condemned: "condemned the raid, saying that it broke the truce".
    Of "its" in "condemned Sylvania for closing its border", "the refusal of Sylvania to lift its ban", who does it: of what
    one does with what is one's own.
    """
    noun = token.head
    while noun.dep_ in ("pobj", "prep", "conj", "poss") and noun.head.i < noun.i:
        noun = noun.head
    verb = noun.head if noun.dep_ in OBJECTS else noun
    if token.dep_ != "poss" or verb.lemma_.lower() not in own_doing or any(_own_subjects(verb)):
        return None
    return next((t.i for t in _made_to(verb, controlling) if t.i < verb.i and t.i in actors), None)


def _own_subjects(verb: Token) -> Iterator[Token]:
    return (c for c in verb.lefts if c.dep_ in SUBJECTS)


def _made_to(verb: Token, controlling: Collection[str]) -> Iterator[Token]:
    """Who does what a gerund or an infinitive says, where that is not who acts around it."""
    while verb.dep_ == "xcomp":  # "for failing to lift its ban"
        verb = verb.head
    above = verb.head
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        yield from (c for c in above.lefts if c.dep_ == "poss")
        yield from (c for p in above.rights if p.lower_ in BY_WHOM and p.i < verb.i for c in p.rights)
    elif verb.dep_ == "pcomp" and above.lower_ in controlling:
        over = above.head
        over = over.head if over.dep_ in OBJECTS else over
        yield from (c for c in over.rights if c.dep_ in OBJECTS)


def is_of_the_wrong(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "Condemned the raid, saying it broke the truce": "it" is what is condemned, and never who condemns it."""
    clause, saying = token.head, token.head.head
    told = token.dep_ == "nsubj" and clause.dep_ == "ccomp" and saying.tag_ == "VBG"
    beside = told and saying.dep_ in BESIDE and saying.lemma_.lower() in words["speech"]
    judged = beside and saying.head.lemma_.lower() in words["condemning"]
    return judged and clause.lemma_.lower() in words["wronging"]


def condemners(token: Token, words: Mapping[str, frozenset[str]]) -> Iterator[int]:
    """ "Ruritania warned Sylvania, which had condemned its missile test": nobody condemns what is his own deed."""
    verb, reflexive = token.head.head, token.i + 1 < token.head.i and token.nbor().lower_ == OWN
    deed = (
        token.dep_ == "poss"
        and token.head.dep_ in OBJECTS
        and token.head.lemma_.lower() in words["condemned"]
    )
    if not deed or reflexive or verb.lemma_.lower() not in words["condemning"]:
        return
    yield from (c.i for c in _own_subjects(verb))


def wrongdoer(token: Token, actors: Container[int]) -> int | None:
    """Who did what is condemned in the clause around, if he is named: "condemned Sylvania", "Sylvania's raid"."""
    verb = token.head.head.head
    for thing in (c for c in verb.rights if c.dep_ in OBJECTS and c.i < token.i):
        below = (c for mark in thing.rights if mark.lower_ in BY_WHOM for c in mark.rights)
        near = (thing, *(c for c in thing.lefts if c.dep_ in OWNERS), *below)
        return next((t.i for t in near if t.i in actors and t.i < token.i), None)
    return None
