"""A person in, the states out that react to what he does, and whose he is therefore not."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.actors.page import STATE_KINDS, Page
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

REACTING, FACING_OTHERS = "reacting", "facing_others"  # lists of words
BESIDE = frozenset({"poss", "amod", "compound", "nmod"})
_DEEPEST = 8  # steps from a name up to the verb: "in protest at the speaker's trip to Sylvania"


def states_reacting(page: Page, head: int) -> frozenset[str]:
    """ "Sylvania protested over Speaker Holm's trip", "held drills in protest at it": he is none of Sylvania's.

    Only a state by name and what speaks for it abroad: "Sylvanian students condemned Speaker Holm" may be at home.
    """
    below = token = page.doc[head]
    for _ in range(_DEEPEST):
        below, token = token, token.head
        if token is below:
            return frozenset()
        if token.lemma_.lower() in page.words[REACTING] and below.dep_ not in SUBJECTS:
            return frozenset(land for who in _who(token) for land in _lands(page, who))
    return frozenset()


def _who(reaction: Token) -> Iterator[Token]:
    """The subject of the verb, or of the nearest clause over the noun, and who owns that."""
    yield from (c for c in reaction.lefts if c.dep_ in (*SUBJECTS, "poss"))
    if reaction.pos_ != "VERB" or reaction.dep_ in ("xcomp", "advcl", "conj"):
        above = (c for t in reaction.ancestors for c in t.lefts if c.dep_ in SUBJECTS)
        yield from (c for c in above if c.i < reaction.i)


def _lands(page: Page, who: Token) -> Iterator[str]:
    """The states that act under their own name, or by a ministry or mission that speaks abroad."""
    title = page.title_at.get(who.i)
    speaks = title is not None and any(r.id in page.words[FACING_OTHERS] for r in title.roles)
    for token in (who, *(c for c in who.lefts if speaks and c.dep_ in BESIDE)):
        hit = page.hit_at.get(token.i)
        if hit is not None and hit.kinds & STATE_KINDS:
            yield from (row.id for row in hit.rows("state", "demonym", "capital", "metonym"))
