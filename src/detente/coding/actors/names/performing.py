"""The titles of a text in, those out whom it calls by what they do in sport or art: "coach Otto Horn", "the singer"."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.actors.names.named import Draft
from detente.coding.actors.names.persons import Naming
from detente.coding.actors.page import Page, Title
from detente.knowledge.actor_names import slug
from detente.reading.tokens import Token

_LANDS = frozenset({"state", "place"})


def performers_of(page: Page, naming: Naming, draft: Draft) -> tuple[frozenset[str], frozenset[str]]:
    """All of them, and those of sport alone; by the ids of their actors, by name where they have none."""
    sport = [title for title in page.titles if _plays(page, title)]
    art = [title for title in page.titles if _is_artist(page, title)]
    players, of_sport = _called(sport, naming, draft), page.words["sports_body"]
    bodies = {m.actor.id for m in draft.actors.values() if m.actor.id in of_sport}
    players |= {str(body) for body in bodies}  # to them too a bare state is a team
    return players | _called(art, naming, draft), players


def _called(titles: Iterable[Title], naming: Naming, draft: Draft) -> frozenset[str]:
    found: set[str] = set()
    for title in titles:
        named, mention = naming.used.get(title.start), draft.actors.get(title.head)
        if named is not None:
            found.add(f"person:{slug(named.person.name)}")
        elif named is None and mention is not None and mention.actor.id is None:
            found.add(mention.actor.name)
    return frozenset(found)


def _plays(page: Page, title: Title) -> bool:
    word = page.doc[title.head].lemma_.lower()
    of_team, of_club = word in page.words["team_title"], word in page.words["club_title"]
    if not (of_team or of_club) or word in page.words["sportsman"]:
        return word in page.words["sportsman"]
    if of_team and _is_of_team(page, page.doc[title.head]):
        return True
    before = page.hit_at.get(title.start - 1)
    if before is None:
        return False
    town = of_club and before.kinds == {"place"}  # "the Zenda president"
    land = of_team and bool(before.kinds & _LANDS)  # a Sylvanian captain may be a soldier
    return town or (land and "demonym" not in before.kinds)


def _is_of_team(page: Page, noun: Token) -> bool:
    phrases = (c for of in noun.rights if of.lower_ == "of" for c in of.rights)
    return any(t.lower_ in page.words["sports"] for c in phrases for t in c.subtree if t.i < c.i)


def _is_artist(page: Page, title: Title) -> bool:
    word = page.doc[title.head].lemma_.lower()
    return word in page.words["artist"] or (word in page.words["film_title"] and _is_of_films(page))


def _is_of_films(page: Page) -> bool:
    return any(page.doc.having(lower_=page.words["film"]))
