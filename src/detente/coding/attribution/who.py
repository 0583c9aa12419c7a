"""A verb or adjective cue with its arguments in, the head of who says it out, or None where nobody is named."""

from __future__ import annotations

from detente.coding.attribution.arguments import Arguments
from detente.knowledge.cues import CueRule
from detente.reading.tokens import Token


def who_says_it(token: Token, args: Arguments, rule: CueRule) -> Token | None:
    """The subject, the agent of a passive, or whom the rule looks for elsewhere."""
    if rule.asked:
        return _whom_asked(args.subject, rule) or args.agent or _by(token)
    source = args.agent if args.passive and not rule.patient else args.subject
    if rule.patient and not args.passive:
        source = args.parts.get("object")
    if rule.stance != "no_comment":
        return source
    if rule.sourceless:
        return _from(args, token) or source
    return _in_a_headline(token) if source is None else source


def _whom_asked(subject: Token | None, rule: CueRule) -> Token | None:
    """ "Calls to the palace", "messages left with the consul": the palace, the consul."""
    below = subject.subtree if subject is not None else ()
    return next((t for t in below if t.dep_ == "pobj" and t.head.lower_ in rule.asked), None)


def _by(quality: Token) -> Token | None:
    """ "Were left unanswered by the embassy"."""
    return next((c for by in quality.rights if by.lower_ == "by" for c in by.rights), None)


def _from(args: Arguments, token: Token) -> Token | None:
    """ "No comment was available from the ministry"."""
    marks = [args.prepositions.get("from"), *(c for c in token.rights if c.lower_ == "from")]
    return next((c for mark in marks if mark is not None for c in mark.rights if c.dep_ == "pobj"), None)


def _in_a_headline(token: Token) -> Token | None:
    """ "Strelsau silent on fate of airmen": the noun that opens the sentence, right before the adjective."""
    noun = token.head
    opens = token.dep_ == "amod" and noun.i == token.i - 1 and noun.dep_ == "ROOT"
    return noun if opens else None
