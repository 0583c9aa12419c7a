"""A bare title in, the many states of which it tells without a name out: "a dozen nations condemned the raid"."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.pointing import body_before
from detente.coding.actors.pointing.standing_alone import PAIR
from detente.coding.roles.mentions import Mention
from detente.reading.tokens import Token
from detente.records import Actor, Span

SUBJECT, AGENT, OF, NUMBER, LOW = "nsubj", "agent", "of", "nummod", ("two", str(PAIR))
THE, DEFINITE = "the", ("the", "these", "those", "both", "all")
WHY = "more states than are named"


def of_no_side(page: Page, draft: Draft, title: Title) -> Mention | None:
    """The body named before that it points back to, or the many states of which it tells."""
    return body_before(page, draft, title) or _many_lands(page, title)


def _many_lands(page: Page, title: Title) -> Mention | None:
    """Those who act so, as a side that is of no state; "the two countries" point back and are none."""
    noun = page.doc[title.head]
    if not title.plural or noun.lemma_.lower() not in page.words["counted_lands"]:
        return None
    counted = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == OF else noun
    if not acts_itself(counted) or not _are_many(page, title, counted):
        return None
    said = page.doc.span(counted.left_edge.i, title.end)
    actor = Actor(name=said.text, span=Span(said.start_char, said.end_char), inferred=WHY)
    return Mention(head=title.head, actor=actor, kind="group", anonymous=True)


def acts_itself(token: Token) -> bool:
    """Subject of a clause of its own, or who does what the clause tells: not "allows states to", "drafted by lawyers"."""
    if token.dep_ == "pobj" and token.head.dep_ == AGENT:
        return token.head.head.dep_ != "acl"
    verb = token.head
    # "to allow workers the freedom to move": the parser takes the noun for a verb
    no_clause = any(c.dep_ == "det" or (c.dep_ == "aux" and c.lower_ == "to") for c in verb.lefts)
    return token.dep_ == SUBJECT and not no_clause


def _are_many(page: Page, title: Title, counted: Token) -> bool:
    """ "Nine states", "several other countries", "dozens of nations"; none that are named after them."""
    noun = page.doc[title.head]
    below = list(noun.children)
    numbered = any(c.dep_ == NUMBER and c.lower_ not in LOW for c in below)  # "the four countries"
    if any(c.lower_ in DEFINITE and not (numbered and c.lower_ == THE) for c in below):
        return False
    if any(c.dep_ in ("poss", "appos", "relcl", "conj") for c in below):
        return False
    if title.end < len(page.doc) and page.doc[title.end].text == ",":
        return False  # "nine states, among them Sylvania, ..."
    if any(c.dep_ == "prep" and c.i > noun.i for c in below):
        return False
    if counted is not noun:
        return counted.lemma_.lower() in page.words["many of"]
    return numbered or any(c.lower_ in page.words["elsewhere"] for c in below)
