""" "The regime", "the junta" in, whose it is out: of the state last told to be ruled so, and not of its critics.

"Graustark's generals seized power. Ruritania froze the assets of members of the regime": of Graustark's.
"""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.side import Side
from detente.records import Actor

OPPOSED, OF = "OPP", ("of", "in", "from")  # a sector


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
    """The state whose rulers were last called so, if they are not the critics themselves."""
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
