"""A text in which somebody speaks himself in, who that is out, and the words of the first person that stand for him.

A joint statement, a speech, a letter and a post say "we" and "I" outside of any quotation. Who speaks is told by how
he names himself ("We, the ministers of Ruritania and Sylvania, ..."), by the signature, by the heading ("Remarks by
President Rassendyll"), else by the outlet, where that is no paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from msgspec.structs import replace

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.first_persons import (
    SPEAKERS,
    first_persons_in,
    is_turn,
    speaks_for_a_side,
)
from detente.coding.roles.mentions import Mention, MentionKind
from detente.reading.elided import elided_in
from detente.reading.labels import MARK, WORDS, is_label
from detente.reading.quotations import quotations_of
from detente.reading.tokens import Span, Token
from detente.records import Actor, Attribution

PERSON = "person"
LONGEST = 16  # tokens of a signature
VERBS, DASHES = ("VERB", "AUX"), ("—", "–", "-", "--")
JOINS, PREPOSITION = ("of", "and", "the", "for"), "IN"
SELF, COMMA, ASKS = "we", ",", "?"


def voice_of(page: Page, draft: Draft) -> Mention | None:
    """Whoever speaks in the text; None where nothing tells."""
    told = _named_by_himself(page, draft) or _signed(page, draft) or _headed(page, draft)
    if told:
        return told
    home = page.home
    if home is None:
        return None
    state: MentionKind = "body" if home.actor.country else "organisation"
    return Mention(head=0, actor=home.actor, kind="person" if home.person else state)


def own_words(
    page: Page, draft: Draft, spoken: Mapping[int, Sequence[int]], attributions: Sequence[Attribution]
) -> frozenset[int]:
    """The words of the first person that nobody else is told to say, and no quotation holds; with what stands in for one."""
    if draft.voice is None:
        return frozenset()
    unsaid = (e.stand_in for s in page.doc.sents if (e := elided_in(s)) is not None)
    found = [t for t in (*first_persons_in(page), *unsaid) if not _is_known(spoken.get(t.i, ()), draft)]
    quoted = [q.span for q in quotations_of(page.doc)]
    taken = [*quoted, *_said_by_others(page, attributions)]
    own = [t for t in found if not any(start <= t.idx < end for start, end in taken)]
    turns = _first_turn(page.doc.sents, len(page.doc.text))
    answers = list(_answers(page, attributions)) if page.home is not None else []
    answered = (t for t in own if any(start <= t.idx < end for start, end in answers))
    return frozenset(t.i for t in (*answered, *(t for t in own if t.idx < turns)))


def _first_turn(sentences: Sequence[Span], end: int) -> int:
    """Where a text in which several speak under labels has its first one."""
    if not any(is_label(s) for s in sentences):
        return end
    labelled = (s for s in sentences if any(t.text == MARK for t in list(s)[: WORDS + 1]))
    return next((s.start_char for s in labelled), end)


def _is_known(heads: Iterable[int], draft: Draft) -> bool:
    return any(i in draft.actors for i in heads)


def _said_by_others(page: Page, attributions: Iterable[Attribution]) -> Iterator[tuple[int, int]]:
    """Where what others say stands."""
    first = page.words["first_person"]
    for a in attributions:
        if not a.source or not a.content or is_turn(page, a):
            continue
        if first.isdisjoint(page.doc.text[s.start : s.end].lower() for s in a.source):
            yield a.content[0].start, a.content[-1].end


def _answers(page: Page, attributions: Iterable[Attribution]) -> Iterator[tuple[int, int]]:
    """ "MR HENTZAU: We regret it": turns of a talk that ask nothing; whom no table knows speaks for the page."""
    for a in attributions:
        if is_turn(page, a) and a.content:
            start, end = a.content[0].start, a.content[-1].end
            if ASKS not in page.doc.text[start : end + 1]:
                yield start, end


def _named_by_himself(page: Page, draft: Draft) -> Mention | None:
    """ "We, the leaders of Ruritania and Sylvania, condemn ..."."""
    for token in page.doc.having(lower_={SELF}):
        if token.lower_ != SELF or token.dep_ not in SUBJECTS or token.i + 2 >= len(page.doc):
            continue
        if page.doc[token.i + 1].text != COMMA or page.doc[token.i + 2].pos_ in VERBS:
            continue
        verb = next((t.i for t in page.doc[token.i + 2 : token.sent.end] if t.pos_ in VERBS), token.i)
        if found := _together(draft, range(token.i + 2, verb)):
            return found
    return None


def _signed(page: Page, draft: Draft) -> Mention | None:
    """ "— Rudolf Rassendyll, King of Ruritania" at the end."""
    sentences = page.doc.sents
    if len(sentences) < 2:
        return None
    last = sentences[-1]
    if len(last) > LONGEST or any(t.pos_ in VERBS for t in last):
        return None
    words = [t for t in last if t.text not in DASHES and not t.is_space]
    opening = list(takewhile(lambda t: t.text != COMMA, words))
    signing = (draft.actors.get(t.i) for t in opening)
    return next((m for m in signing if m is not None and m.kind == PERSON and speaks_for_a_side(m)), None)


def _headed(page: Page, draft: Draft) -> Mention | None:
    """ "Joint statement by the ministers of Ruritania and Sylvania", "the League leaders' statement"."""
    heading = next(iter(page.doc.sents), None)
    if heading is None or len(page.doc.sents) < 2 or not heading.text.endswith("\n"):
        return None
    for token in heading:
        if (
            token.lemma_.lower() not in page.words["own_words"]
            and token.lower_ not in page.words["own_words"]
        ):
            continue
        return _together(draft, _after(page, token, heading)) or _together(draft, _before(token, heading))
    return None


def _after(page: Page, noun: Token, heading: Span) -> Sequence[int]:
    """What stands behind "by", "of" or "from", up to the next preposition that tells of something else."""
    following = [t for t in heading if t.i > noun.i]
    start = next((t.i for t in following if t.lower_ in page.words["signs_with"]), None)
    if start is None or any(
        t.tag_ in (PREPOSITION, "TO") and t.i < start for t in following if t.lower_ == "to"
    ):
        return ()
    names = takewhile(
        lambda t: t.tag_ not in (PREPOSITION, "TO") or t.lower_ in JOINS, page.doc[start + 1 : heading.end]
    )
    return [t.i for t in names]


def _before(noun: Token, heading: Span) -> Sequence[int]:
    """Whose it is: up to the last "'s" before it."""
    whose = [t.i for t in heading if t.i < noun.i and t.tag_ == "POS"]
    return range(heading.start, whose[-1]) if whose else ()


def _together(draft: Draft, where: Iterable[int]) -> Mention | None:
    """Those who are named there: persons, else states and organisations."""
    places = list(where)
    known = [m for i in places if (m := draft.actors.get(i)) is not None]
    known = known or [m for i in places if (m := draft.modifiers.get(i)) is not None]
    known = [m for m in known if m.kind in SPEAKERS and speaks_for_a_side(m)]
    known = [m for m in known if m.kind == PERSON] or known
    actors: dict[str | None, Actor] = {}
    for mention in known:
        for actor in mention.several or (mention.actor,):
            actors.setdefault(actor.country or actor.id, actor)
    if not actors:
        return None
    each = tuple(actors.values())
    return replace(known[0], actor=each[0], several=each if len(each) > 1 else ())
