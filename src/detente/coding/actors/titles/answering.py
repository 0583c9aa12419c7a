"""A name behind a title in, whether its state is told of only because it answers what the title's clause tells out.

"Police detained nine, drawing condemnation from Sylvania", "the king closed the paper, and Sylvania protested": whose
police and which king nobody says by that.
"""

from __future__ import annotations

from detente.coding.actors.page import Hit, Page
from detente.reading.tokens import Token

GOES_ON, SUBJECT, OF_SUBJECT = "conj", "nsubj", ("poss", "compound", "amod", "nmod")
ANSWERING = "answering"


def only_answers(page: Page, hit: Hit, title: int) -> bool:
    """title: the head of the title."""
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
