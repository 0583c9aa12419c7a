"""Whose a bare title is, as its clause tells who presses it, speaks to it or is answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Hit, Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS, is_subject
from detente.coding.actors.side import Side, side_of, side_of_place
from detente.coding.actors.titles.topic import side_of_hit
from detente.coding.reasons import KIN, WHY_DONE
from detente.knowledge.actor_rows import Role
from detente.reading.tokens import Token
from detente.records import Actor

GOVERNMENT, OF, ADDRESSED = "GOV", "of", ("dobj", "pobj")
REBELS, SUBJECT, OBJECT, NAMED = "REB", "nsubj", "dobj", "appos"
WHOSE = ("amod", "compound", "nmod", "poss")
RULES = frozenset({"COP", "GOV", "JUD", "LEG", "MIL"})  # sectors of whom one speaks to at home
PASSIVE = "nsubjpass"  # "a Sylvanian was arrested by the police": of wherever that is
RULED = frozenset({"BUS", "CVL", "LAB", "NGO", "OPP", "PTY"})  # sectors of those who do
OF_ITS_RULE, AGENT = frozenset({"GOV", "LEG", "OPP", "JUD"}), "agent"  # sectors, a label
COMPLEMENT = "pcomp"  # a label
MARKS, VERBS = ("mark", "prep", "advmod"), ("VERB", "AUX")
GOES_ON, OF_SUBJECT = "conj", ("poss", "compound", "amod", "nmod")
ANSWERING = "answering"
ONE_OF_SOME = ("a", "an")
BY, ARMY = "by", "MIL"


def side_of_town_or_kin(page: Page, title: Title, role: Role) -> Side | None:
    """A bare title in, the state of those whose kin press it out: "families of Sylvanians held abroad urged the government".

    By a town that is taken, or else by whose kin press them.
    """
    return side_of_town_taken(page, title, role) or _side_of_kin(page, title, role)


def _side_of_kin(page: Page, title: Title, role: Role) -> Side | None:
    """Whom they press is their own government, and not that of the land where their people are."""
    noun = page.doc[title.head]
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    pressed = (
        noun.dep_ in ADDRESSED and verb.lemma_.lower() in page.words["urging"] | page.words["addressing"]
    )
    calls = noun.dep_ == "pobj" and f"{verb.lemma_} {noun.head.lower_}".lower() in page.words["urging"]
    if GOVERNMENT not in role.sectors or not (pressed or calls):
        return None
    kin = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if kin is None or kin.lemma_.lower() not in page.words["kin"]:
        return None
    people = next((o for c in kin.rights if c.lower_ == OF for o in c.rights if o.dep_ == "pobj"), None)
    for token in (people, *people.lefts) if people is not None else ():
        hit = page.hit_at.get(token.i)
        side = side_of(hit, page) if hit is not None else None
        if side is not None and side.country:
            return replace(side, start=0, end=0, sectors=(), inferred=KIN.of(side.name))
    return None


def side_of_town_taken(page: Page, title: Title, role: Role) -> Side | None:
    """Rebels or government forces who do something to a town in, the state in which it lies out.

    "Ruritania says that rebels took Zenda", "the rebels' capture of Zenda", "Zenda was shelled by government forces": the
    state of the town to which it is done, whoever tells of it.
    """
    loyal = any(page.is_word(i, "governmental") for i in range(max(title.start - 1, 0), title.end))
    if REBELS not in role.sectors and not (loyal and ARMY in role.sectors):
        return None
    for town in _done_to(page.doc[title.head]):
        for hit in _names_of(page, town):
            side = side_of_place(hit, page) or side_of(hit, page)
            if side is not None and side.country:
                return replace(side, start=0, end=0, sectors=(), inferred=f"they are told of in {hit.text}")
    return None


def _done_to(doer: Token) -> Iterator[Token]:
    """What is done to by a subject, an owner of a deed, or whoever stands behind "by"."""
    by = doer.dep_ == "pobj" and doer.head.lower_ == BY
    deed = doer.head.head if by else doer.head
    if doer.dep_ == SUBJECT:
        yield from (c for c in deed.rights if c.dep_ == OBJECT)
    elif by and deed.pos_ == "VERB":
        yield from (c for c in deed.lefts if c.dep_ == PASSIVE)
    elif by or doer.dep_ == "poss":
        yield from (o for c in deed.rights if c.lower_ == OF for o in c.rights)


def _names_of(page: Page, town: Token) -> Iterator[Hit]:
    """ "Zenda", "the capital, Zenda", "the town of Zenda", "the Sylvanian port"."""
    hit = page.hit_at.get(town.i)
    if hit is not None:
        if hit.kinds & {"capital", "place"}:
            yield hit
        return
    if town.lower_ not in page.words["region"] | page.words["locality"]:
        return
    names = [c for c in town.children if c.dep_ in (NAMED, *WHOSE)]
    names += [n for c in town.rights if c.lower_ == OF for n in c.rights]
    yield from (page.hit_at[n.i] for n in names if n.i in page.hit_at)


def side_of_opponents(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """A bare title that opponents or citizens of a state speak to or of in, that state out.

    "Ruritania's opposition warned the government against a quarrel with Sylvania": their own government.
    The one state whose opponents, unions or citizens are the subject of the clause that the title stands in.
    """
    head = page.doc[title.head]
    ends = head.head.dep_ == AGENT and head.head.head.dep_ == COMPLEMENT  # "before being shot by police"
    if RULES.isdisjoint(role.sectors) or ends:
        return None
    for verb in head.ancestors:
        subjects = [c for c in verb.lefts if c.dep_ in SUBJECTS and c.dep_ != PASSIVE]
        if not subjects:
            continue
        if any(c.i == head.i or c.is_ancestor(head) for c in subjects):
            return None
        mentions = (draft.actors.get(c.i) for c in subjects)
        return _home([a for m in mentions if m is not None for a in m.several or (m.actor,)])
    return None


def _home(speaking: list[Actor]) -> Side | None:
    lands = {a.country for a in speaking}
    ruled = bool(speaking) and all(a.sectors and set(a.sectors) <= RULED and not a.inferred for a in speaking)
    if not ruled or len(lands) != 1 or speaking[0].country is None:
        return None
    land = speaking[0].country
    why = f"whom {speaking[0].name} speak of at home"
    return Side(name=land, country=land, start=0, end=0, inferred=why)


def side_of_reason(
    page: Page, draft: Draft, title: Title, role: Role, near: Mapping[str, Side]
) -> Side | None:
    """A bare title where it is said why a measure was taken against a state in, that state out.

    "Ruritania cut its aid to Sylvania after soldiers ousted the president": Sylvania's soldiers and president.
    The one of the states named near to which the measure is taken, if another one takes it.
    """
    noun = page.doc[title.head]
    if not (is_subject(noun) or noun.head.dep_ == AGENT or OF_ITS_RULE & set(role.sectors)):
        return None  # "over the detention of two pilots", who may be of the state that minds it
    if any(c.lower_ in ONE_OF_SOME for c in noun.lefts):
        return None  # "after a soldier lost a leg": likelier of theirs
    mark = _mark_before(page, noun)
    verb = next((t for t in noun.ancestors if mark is not None and t.i < mark.i and t.pos_ in VERBS), None)
    if mark is None or verb is None or verb.lemma_.lower() not in page.words["measuring"]:
        return None
    who = next((t for t in (verb, *verb.ancestors) if any(is_subject(c) for c in t.lefts)), verb)
    takers = {land for t in who.lefts if is_subject(t) for land in _lands_of(page, draft, t)}
    told = _lands(page, noun.sent.start, mark.i)
    dealt_with = [land for land in told if land in near and land not in takers]
    if not takers or len(dealt_with) != 1:
        return None
    side = near[dealt_with[0]]
    return replace(side, start=0, end=0, inferred=WHY_DONE.of(side.name))


def _mark_before(page: Page, noun: Token) -> Token | None:
    """The word before its clause or phrase that says why or since when: "after", "over"."""
    for token in (noun, *noun.ancestors):
        ahead = (c for c in token.lefts if c.dep_ in MARKS and c.i < noun.i)
        found = next((c for c in ahead if c.lower_ in page.words["why_mark"]), None)
        if found is not None:
            return found
        if token.lower_ in page.words["why_mark"]:
            return token
    return None


def _lands_of(page: Page, draft: Draft, subject: Token) -> list[str]:
    """ "Norway", "Norway's government", "it"."""
    mention = draft.actors.get(subject.i)
    known = mention.actor.country if mention is not None else None
    return [known] if known else _lands(page, subject.left_edge.i, subject.right_edge.i + 1)


def _lands(page: Page, start: int, end: int) -> list[str]:
    hits = (h for h in page.hits if start <= h.start < end and h.start not in page.personal)
    sides = (side_of_hit(page, hit) for hit in hits)
    return list(dict.fromkeys(side.country for side in sides if side is not None and side.country))


def only_answers(page: Page, hit: Hit, title: int) -> bool:
    """A name behind a title in, whether its state is told of only because it answers what the title's clause tells out.

    "Police detained nine, drawing condemnation from Sylvania", "the king closed the paper, and Sylvania protested": whose
    police and which king nobody says by that.
    title: the head of the title.
    """
    token = page.root(hit.start, hit.end)
    return token.i > title and (_is_drawn(page, token, title) or _speaks_next(page, token, title))


def _is_drawn(page: Page, token: Token, title: int) -> bool:
    """ "Drawing condemnation from Sylvania", also where the participle is read as describing the noun."""
    drawing = page.drawing_answers
    for above in token.ancestors if drawing else ():
        if above.i <= title:
            return False
        if above.i in drawing:
            return True
    return False


def _speaks_next(page: Page, token: Token, title: int) -> bool:
    """ "And Sylvania protested", "and Sylvania's envoy called for his release"."""
    doer = token.head if token.dep_ in OF_SUBJECT else token
    verb = doer.head
    next_clause = doer.dep_ == SUBJECT and verb.dep_ == GOES_ON and verb.head.i < doer.left_edge.i
    return next_clause and title < doer.left_edge.i and verb.lemma_.lower() in page.words[ANSWERING]
