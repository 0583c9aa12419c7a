"""An event and the attributions of the text in, the claims about it out: who says so, how, and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from detente.coding.attribution import source_heads
from detente.coding.drafts import Draft
from detente.coding.mentions import Mention, Mentions
from detente.records import Attribution, Claim, Factuality, Source, SourceKind, Span, Stance

OFF = ("postponed", "cancelled", "declined", "denied")
COMING = ("planned", "scheduled")
UNSETTLED = ("does_not_confirm", "no_comment")
KINDS: dict[str, SourceKind] = {
    "state": "state",
    "body": "body",
    "person": "person",
    "organisation": "organisation",
    "outlet": "outlet",
    "group": "anonymous",
}


def claims_about(
    draft: Draft, attributions: Iterable[Attribution], doc: Doc, mentions: Mentions, outlet: str | None
) -> tuple[Claim, ...]:
    """One claim for each attribution whose content holds the trigger; the document's own voice if there is none."""
    at = doc[draft.head].idx
    covering = [a for a in attributions if any(s.start <= at < s.end for s in a.content)]
    covering = [a for a in covering if not _is_operator(a, draft, doc)]
    sourced = [a for a in covering if a.source]
    claims = [claim(a, draft, doc, mentions, outlet) for a in sourced or covering[:1]]
    return tuple(claims) or (own_voice(draft, outlet),)


def _is_operator(attribution: Attribution, draft: Draft, doc: Doc) -> bool:
    """ "plans", "declined": a cue that already gave the event its status is not somebody's word about it."""
    heads = [doc[head].idx for head in draft.under]
    return any(s.start <= at < s.end for s in attribution.cue for at in heads)


def own_voice(draft: Draft, outlet: str | None) -> Claim:
    """What the document says itself."""
    return Claim(
        attribution=None,
        sources=(outlet_source(outlet),),
        stance="asserts",
        factuality=factuality(draft, "asserts", hedged=False),
    )


def outlet_source(outlet: str | None) -> Source:
    """The document's outlet as a source; an outlet that is not known is said to be unknown."""
    return Source(name=outlet or "the document's own voice", kind="outlet" if outlet else "unknown")


def claim(attribution: Attribution, draft: Draft, doc: Doc, mentions: Mentions, outlet: str | None) -> Claim:
    """The claim that an attribution makes about an event."""
    sources = sources_of(attribution, doc, mentions)
    return Claim(
        attribution=attribution.id,
        sources=sources or (outlet_source(outlet),),
        stance=attribution.stance,
        factuality=factuality(draft, attribution.stance, hedged=attribution.hedged),
    )


def sources_of(attribution: Attribution, doc: Doc, mentions: Mentions) -> tuple[Source, ...]:
    """The attribution's sources, resolved where they are actors that the text names."""
    found = [
        _resolved(head, mentions.actors[head], doc, anonymous=attribution.anonymous)
        for head in source_heads(doc, attribution)
        if head in mentions.actors
    ]
    if found:
        return tuple(dict.fromkeys(found))
    return tuple(_unresolved(attribution, doc))


def _resolved(head: int, mention: Mention, doc: Doc, *, anonymous: bool) -> Source:
    actor = mention.actor
    kind = KINDS[mention.kind]
    unnamed = mention.anonymous or (anonymous and mention.kind in ("person", "group"))
    return Source(
        name=phrase(head, doc) if unnamed else actor.name,
        kind="anonymous" if unnamed else kind,
        id=None if unnamed else actor.id,
        country=actor.country,
        span=actor.span or Span(doc[head].idx, doc[head].idx + len(doc[head])),
    )


def _unresolved(attribution: Attribution, doc: Doc) -> Iterator[Source]:
    for span in attribution.source[:1]:
        kind: SourceKind = "anonymous" if attribution.anonymous else "unknown"
        yield Source(name=doc.text[span.start : span.end], kind=kind, span=span)


def phrase(head: int, doc: Doc) -> str:
    """The noun phrase of a head token up to the head, without its determiner."""
    token = doc[head]
    left = [t for t in token.lefts if t.dep_ not in ("det", "punct", "cc", "preconj")]
    start = min((t.left_edge.i for t in left), default=head)
    return doc[start : head + 1].text


def factuality(draft: Draft, stance: Stance, *, hedged: bool) -> Factuality:
    """FactBank's certainty and polarity of the event according to a source of this stance."""
    if stance in UNSETTLED or draft.status == "hypothetical":
        return "Uu"
    if stance == "denies":
        return "CT-"
    if draft.status in OFF:
        return "PR-" if hedged else "CT-"
    if draft.certainty == "PS" or draft.status == "proposed":
        return "PS+"
    if draft.status in COMING or draft.certainty == "PR" or hedged or stance == "claims":
        return "PR+"
    return "CT+"
