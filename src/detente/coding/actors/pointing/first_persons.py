"""Who says what in, whom "I", "we" and "our" stand for out: whoever is quoted.

"We condemn the raid," the premier said: the premier condemns it. Words that nobody is known to say stand for nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from detente.coding.actors.names.named import Draft, renamed
from detente.coding.actors.names.persons import span_of
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.attribution import source_heads
from detente.coding.reasons import ASKED_OF, SAID_BY, TELLS_OF_HIMSELF, Reason
from detente.coding.roles.mentions import Mention
from detente.reading.quotations import quotations_of
from detente.reading.stretches import Stretches
from detente.reading.tokens import Doc, Token
from detente.reading.turns import Interview
from detente.records import Actor, Attribution, Span

NOUNS = ("NOUN", "PROPN")
MARKS = (":", "?")
ONE = "i"  # of the first persons the one that is a capital
SPEAKERS = frozenset(("person", "body", "state", "organisation", "group"))
OFFICE = "GOV"  # a health minister speaks for his state
NO_VOICE = frozenset(("CVL", "BUS", "JRN", "CRM", "REF", "LAB", "EDU", "MED"))


def first_persons(page: Page, attributions: Iterable[Attribution]) -> dict[int, tuple[int, ...]]:
    """The head tokens of whoever says it, by each word of the first person that somebody says."""
    found = first_persons_in(page)
    if not found:
        return {}
    quoted = tuple(q.span for q in quotations_of(page.doc))
    sourced = sorted((a for a in attributions if a.source and a.content), key=_length)
    reach = Stretches((a.content[0].start, a.content[-1].end, a) for a in sourced)
    around = ((t, reach.at(t.idx)) for t in found)
    told = ((t.i, _heads(page, [a for a in near if _is_said_by(page, a, t, quoted)])) for t, near in around)
    return {i: heads for i, heads in told if heads}


def addressed(page: Page, interview: Interview | None) -> dict[int, tuple[int, ...]]:
    """ "Will you sign it?": of an interview, who is asked, by each "you" of its questions."""
    if interview is None:
        return {}
    doc, words = page.doc, page.words["second_person"]
    quoted = tuple(q.span for q in quotations_of(doc))
    spans = (doc.char_span(*turn.question, alignment_mode="expand") for turn in interview.turns)
    asked = [t for span in spans if span is not None for t in span if t.lower_ in words]
    return {
        t.i: _named(doc, interview) for t in asked if not any(start <= t.idx < end for start, end in quoted)
    }


def speaker_in(draft: Draft, interview: Interview, doc: Doc) -> Mention | None:
    """Whoever answers."""
    return next((m for i in _named(doc, interview) if (m := draft.actors.get(i)) is not None), None)


def _named(doc: Doc, interview: Interview) -> tuple[int, ...]:
    """The head of the name of whoever answers."""
    source = interview.source
    return tuple(i for i in sorted(source) if doc[i].head.i not in source or doc[i].head.i == i)[:1]


def first_persons_in(page: Page) -> list[Token]:
    """The words of the first person; not "US", and not "a gold mine"."""
    words = page.words["first_person"]
    said = (t for t in page.doc.having(lower_=words) if t.lower_ in words and t.pos_ not in NOUNS)
    return [t for t in said if not t.text.isupper() or t.lower_ == ONE]


def speaker_of(page: Page, draft: Draft, token: Token, heads: Iterable[int]) -> Mention | None:
    """The mention for a word of the first person; None unless all who speak are known and political."""
    mentions = [draft.actors.get(i) for i in heads]
    known = [m for m in mentions if m is not None and speaks_for_a_side(m)]
    if not known or len(known) < len(mentions):
        return None
    return as_said(page, token, known)


def add_late_speakers(page: Page, draft: Draft, spoken: Mapping[int, tuple[int, ...]]) -> None:
    """ "We will answer it," the ministry said: those who are only resolved after their words."""
    for i, heads in spoken.items():
        mention = None if i in draft.actors else speaker_of(page, draft, page.doc[i], heads)
        if mention is not None:
            draft.actors[i] = mention


def _length(attribution: Attribution) -> int:
    return sum(s.end - s.start for s in attribution.content)


def _is_said_by(page: Page, attribution: Attribution, token: Token, quoted: Iterable[Span]) -> bool:
    """Whether the word is told from outside its quotation; a word outside of any must be a subject,
    except where he speaks in turn with others."""
    if not any(s.start <= token.idx < s.end for s in attribution.content):
        return False
    around = next((q for q in quoted if q.start <= token.idx < q.end), None)
    if around is None:
        return token.dep_ in SUBJECTS or is_turn(page, attribution)
    return not any(around.start <= cue.start < around.end for cue in attribution.cue)


def _heads(page: Page, saying: Iterable[Attribution]) -> tuple[int, ...]:
    """Those who say the least that holds the word; "we think we can": whoever says that."""
    words = page.words["first_person"]
    for attribution in saying:
        heads = source_heads(page.doc, attribution)
        if heads and not any(page.doc[i].lower_ in words for i in heads):
            return heads
    return ()


def is_turn(page: Page, attribution: Attribution) -> bool:
    """ "MR HENTZAU: We regret it", "Do you? I do": a mark alone brings in what is said."""
    return any(page.doc.text[s.start : s.end] in MARKS for s in attribution.cue)


def speaks_for_a_side(mention: Mention) -> bool:
    """Whether it is known and political."""
    actor = mention.actor
    known = bool(actor.country or actor.id) and mention.kind in SPEAKERS
    return known and (OFFICE in actor.sectors or not NO_VOICE.intersection(actor.sectors))


def as_said(page: Page, token: Token, known: list[Mention]) -> Mention:
    """Those at a word that they say of themselves."""
    span = span_of(page, token.i, token.i + 1)
    reason = ASKED_OF if token.lower_ in page.words["second_person"] else SAID_BY
    actors = tuple(_said(a, token, span, reason) for m in known for a in m.several or (m.actor,))
    return replace(known[0], head=token.i, actor=actors[0], several=actors if len(actors) > 1 else ())


def _said(actor: Actor, token: Token, span: Span, reason: Reason) -> Actor:
    unsaid = token.is_punct  # stands in for who is left out
    why = TELLS_OF_HIMSELF.of(actor.name) if unsaid else reason.of(token.text, actor.name)
    return renamed(actor, span, why)
