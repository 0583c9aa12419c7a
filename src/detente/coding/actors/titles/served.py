"""Whom those serve who are called by a title without a name."""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.pointing import body_before
from detente.coding.actors.side import Owner, Owners, Side, side_of, side_of_place
from detente.coding.roles.mentions import Mention
from detente.reading.spans import words_before
from detente.records import Actor

_TIES = ("to", "with", "of", "by", "from")
_FOR = ("for", "by")
_BETWEEN = "said_to_be"  # a list of words
_REACH = 10  # tokens from "loyal to" to the name
_STOPS = ("VERB", "AUX", "SCONJ", "CCONJ", "PRON")
ORGANISATION, STATE_BODY, REACH = "organisation", "body", 2  # the last: sentences that are looked back over
BESIDE = frozenset({"the", "some", "several", "all", "its", "their", "those", "these", "two", "three"})
_DASHES, _BESIDE = "-–", 2
OPPOSED, OF = "OPP", ("of", "in", "from")  # a sector


def sides_served(page: Page, end: int, owners: Owners) -> tuple[Side, ...]:
    """A phrase in, the side of the person or body out to which those that it names are said to be loyal.

    "Gunmen loyal to the Sylvanian premier", "fighters believed to be allied with Sylvania".
    """
    doc, i = page.doc, end
    while i < len(doc) and page.is_word(i, _BETWEEN):
        i += 1
    if i + 1 >= len(doc) or not _serves(page, i):
        return ()
    for at in range(i + 2, min(i + _REACH, len(doc))):
        if (
            doc[at].is_sent_start
            or (doc[at].pos_ in _STOPS and doc[at].tag_ != "VBN")
            or doc[at].text in ",;"
        ):
            break
        side = _side_at(page, at, owners)
        if side is not None and side.key:
            why = f"{doc[i].text} {doc[i + 1].text} {side.name}"
            return (replace(side, sectors=(), start=0, end=0, inferred=why),)
    return ()


def _serves(page: Page, i: int) -> bool:
    """ "Loyal to", "hackers working for", "hackers backed by"; but "working with", "rebels backed by"."""
    tie = page.doc[i + 1].lower_
    return tie in (*_TIES, *_FOR) and (
        (page.is_word(i, "loyal") and tie in _TIES)
        or (page.is_word(i, "working_for") and tie in _FOR)
        or (tie == "by" and page.is_word(i, "steered") and page.is_word(i - 1, "in_secret"))
    )


def _side_at(page: Page, at: int, owners: Owners) -> Side | None:
    hit = page.hit_at.get(at)
    found = (side_of(hit, page) or side_of_place(hit, page)) if hit is not None else None
    return found or _owned(owners.get(at), at)


def _owned(owner: Owner | None, at: int) -> Side | None:
    if owner is None:
        return None
    return Side(name=owner.name, country=owner.country, organisation=owner.organisation, start=at, end=at + 1)


def of_body_told_before(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """Titles of those who serve a body that stands further before in, that body out.

    The ministry of "a spokesman for the ministry", the agency of "inspectors".
    """
    return _named_again(page, draft, title) or _of_staff(page, draft, title)


def _named_again(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """ "a spokesman for the ministry" is of the ministry named before."""
    doc = page.doc
    if title.end + 2 >= len(doc) or doc[title.end].lower_ not in ("for", "of", "at", "from"):
        return ()
    inner = page.title_at.get(title.end + 2)
    body = body_before(page, draft, inner) if inner is not None else None
    if body is None or body.actor.country is None:
        return ()
    a = body.actor
    return (
        Side(
            name=a.name, country=a.country, sectors=a.sectors, start=title.end + 1,
            end=title.end + 3, inferred=a.inferred,
        ),
    )  # fmt: skip


def _of_staff(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """ "The agency criticised its refusal to cooperate with inspectors": those of the organisation told of last."""
    noun = page.doc[title.head]
    if not title.plural or noun.lemma_.lower() not in page.words["staff_of_bodies"]:
        return ()
    if not {c.lower_ for c in noun.lefts if c.dep_ != "punct"} <= BESIDE:
        return ()
    body = _organisation_before(page, draft, title)
    if body is None:
        return ()
    a, why = body.actor, f"'{noun.text}' are those of {body.actor.name}"
    return (Side(name=a.name, organisation=a.id, sectors=a.sectors, start=0, end=0, inferred=why),)


def _organisation_before(page: Page, draft: Draft, title: Title) -> Mention | None:
    for words in words_before(page.doc[title.head].sent, title.start, REACH):
        for i in range(words.end - 1, words.start - 1, -1):
            mention = draft.actors.get(i) or draft.modifiers.get(i)
            if mention is not None and mention.kind in (ORGANISATION, STATE_BODY) and mention.actor.id:
                return mention if mention.kind == ORGANISATION else None
    return None


def are_of_rulers(page: Page, title: Title) -> bool:
    """A title of armed men in, whether the words before it say that they are the rulers' out: "loyalist fighters".

    "Pro-government gunmen", "regime thugs"; but not "anti-government gunmen".
    """
    before = range(max(title.start - _BESIDE, 0), title.end)
    return any(page.is_word(i, "governmental") and not _is_against(page, i) for i in before)


def _is_against(page: Page, i: int) -> bool:
    joined = i > 1 and page.doc[i - 1].text in _DASHES
    return joined and page.doc[i - 2].lower_ in page.words["against"]


def names_regime(page: Page, title: Title) -> bool:
    """Whether a title is a word for rulers that others use of them, or for somebody of theirs ("officials of the junta")."""
    words = page.words["regimes"]
    of = (c for c in page.doc[title.head].rights if c.lower_ in OF)
    theirs = any(page.forms(inner.i)[1] in words for prep in of for inner in prep.rights)
    return theirs or title.lemma in words or page.forms(title.head)[1] in words


def critics_of(page: Page, draft: Draft, title: Title) -> frozenset[str]:
    """The states that act upon a regime in its clause; a regime of theirs only their own opponents speak of."""
    head = page.doc[title.head]
    found = set[str]()
    for verb in head.ancestors:
        acting = [c for c in verb.lefts if c.dep_ in SUBJECTS and not c.is_ancestor(head)]
        for subject in (s for c in acting for s in (c, *c.conjuncts)):
            mention = draft.actors.get(subject.i)
            actors = () if mention is None else mention.several or (mention.actor,)
            found |= {a.country for a in actors if a.country and not a.inferred and OPPOSED not in a.sectors}
    return frozenset(found)


def side_of_regime(page: Page, draft: Draft, title: Title, apart: frozenset[str]) -> Side | None:
    """ "The regime", "the junta" in, whose it is out: of the state last told to be ruled so, and not of its critics.

    "Graustark's generals seized power. Ruritania froze the assets of members of the regime": of Graustark's.
    The state whose rulers were last called so, if they are not the critics themselves.
    """
    for earlier in sorted(
        (t for t in page.title_at.values() if t.end <= title.start), key=lambda t: -t.start
    ):
        mention = draft.actors.get(earlier.head)
        if mention is not None and mention.actor.country and names_regime(page, earlier):
            return None if mention.actor.country in apart else _side(mention.actor)
    return None


def _side(actor: Actor) -> Side:
    why = f"the rulers of {actor.country} were called so before"
    return Side(name=actor.country or actor.name, country=actor.country, start=0, end=0, inferred=why)
