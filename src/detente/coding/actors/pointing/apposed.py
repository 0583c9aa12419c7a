"""A noun for a state or body in ("its neighbour", "the regional bloc"), the one that is named beside it as what it means out."""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.actors.names.named import Draft, renamed
from detente.coding.actors.names.persons import span_of
from detente.coding.actors.page import Page, Title
from detente.coding.roles.mentions import Mention

BODY, PERSON = "organisation", "person"  # kinds of mentions
APPOSED, NOUNS = "appos", ("NN", "NNP")
LONGEST = 6  # words of a phrase behind a noun
BEFORE_NAME = 4  # words from the article to the name at most


def add_apposed_state(page: Page, draft: Draft, title: Title) -> None:
    """ "its neighbour Sylvania", "its ally in the region, Sylvania,": the noun stands for the state named after it."""
    following = _apposed_at(page, title)
    hit = page.hit_at.get(following)
    if hit is None or "state" not in hit.kinds:
        return
    root = page.root(hit.start, hit.end)
    mention = draft.actors.get(root.i)
    behind = following > title.end + 2 and _stands_between(page, title, hit.end)
    if mention is not None and root.dep_ == "appos" and (root.head.i == title.head or behind):
        actor = renamed(
            mention.actor, mention.actor.span or span_of(page, hit.start, hit.end), "named after it"
        )
        draft.actors[title.head] = Mention(head=title.head, actor=actor, kind=mention.kind)


def read_apposed_bodies(page: Page, draft: Draft) -> None:
    """ "the League, the northern regional bloc": what is called a bloc beside a name is the one that is named."""
    for i, mention in list(draft.actors.items()):
        token = page.doc[i]
        if mention.kind != BODY or token.pos_ != "NOUN" or token.dep_ != "appos":
            continue
        named = draft.actors.get(token.head.i)
        if named is not None and named.kind == BODY and named.actor.span is not None:
            span = mention.actor.span or named.actor.span
            draft.actors[i] = Mention(head=i, actor=renamed(named.actor, span, "named beside it"), kind=BODY)


def read_friends(page: Page, draft: Draft) -> None:
    """ "My friend Rudolf Rassendyll", "his brother King Otto": the noun stands for the person named right after it."""
    for i, mention in list(draft.actors.items()):
        name = page.doc[i]
        noun = name.head
        if mention.kind != PERSON or name.dep_ != APPOSED or noun.i in draft.actors or noun.tag_ not in NOUNS:
            continue
        owned = any(c.dep_ == "poss" for c in noun.lefts)
        if owned and name.left_edge.i == noun.i + 1:
            draft.actors[noun.i] = replace(mention, head=noun.i)


def apposed_after(page: Page, title: Title) -> int:
    """Where a name in apposition begins, behind the comma that ends the phrase of its noun; else the end of the noun."""
    start = _apposed_at(page, title)
    hit = page.hit_at.get(start)
    if hit is None or start == title.end:
        return title.end
    root = page.root(hit.start, hit.end)
    beside = root.dep_ == "appos" and root.head.i == title.head
    return start if beside or (start > title.end + 2 and _stands_between(page, title, hit.end)) else title.end


def _apposed_at(page: Page, title: Title) -> int:
    """Where the name of a noun may begin: right behind it, or behind the comma that ends its phrase."""
    doc, after = page.doc, title.end
    if after < len(doc) and doc[after].dep_ == "prep" and doc[after].head.i == title.head:
        comma = next((i for i in range(after, min(after + LONGEST, len(doc))) if doc[i].text == ","), after)
        after = comma
    after += after < len(doc) and doc[after].text == ","
    after += after < len(doc) and doc[after].lower_ == "the"
    behind = range(after, min(after + BEFORE_NAME, len(doc)))
    name = next((i for i in behind if i in page.hit_at or doc[i].dep_ != "amod"), after)  # "the outlawed"
    return name if name in page.hit_at else after


def _stands_between(page: Page, title: Title, end: int) -> bool:
    """ "Its ally in the region, Sylvania, accused": a name between commas, and the verb of the noun after it."""
    over = page.doc[title.head].head
    return end + 1 < len(page.doc) and page.doc[end].text == "," and over.i > end and over.pos_ == "VERB"
