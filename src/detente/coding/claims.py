"""An event and the attributions of the text in, the claims about it out: who says so, how, and how surely."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.sources import Voices
from detente.reading.stretches import Stretches
from detente.reading.tokens import Doc
from detente.records import Attribution, Claim, Factuality, Stance

OFF = ("postponed", "cancelled", "declined", "denied")
COMING = ("planned", "scheduled")
UNSETTLED = ("does_not_confirm", "no_comment")


def contents_of(attributions: Sequence[Attribution]) -> Stretches[int]:
    """What is said in each, with its number."""
    return Stretches((s.start, s.end, n) for n, a in enumerate(attributions) for s in a.content)


def claims_about(
    draft: Draft, attributions: Sequence[Attribution], contents: Stretches[int], voices: Voices
) -> tuple[Claim, ...]:
    """One claim for each attribution whose content holds the trigger; the document's own voice if there is none."""
    holding = sorted(set(contents.at(voices.doc[draft.head].idx)))
    covering = [a for a in map(attributions.__getitem__, holding) if not _is_operator(a, draft, voices.doc)]
    sourced = [a for a in covering if a.source]
    claims = [claim(a, draft, voices) for a in sourced or covering[:1]]
    once = dict[tuple[object, ...], Claim]()  # "declined" and "to comment on" say one thing
    for each in claims:
        once.setdefault((each.sources, each.stance, each.factuality), each)
    return tuple(once.values()) or (own_voice(draft, voices),)


def _is_operator(attribution: Attribution, draft: Draft, doc: Doc) -> bool:
    """ "plans", "declined": a cue that already gave the event its status is not somebody's word about it."""
    heads = [doc[head].idx for head in draft.under]
    return attribution.stance not in UNSETTLED and any(
        s.start <= at < s.end for s in attribution.cue for at in heads
    )


def own_voice(draft: Draft, voices: Voices) -> Claim:
    """What the document says itself."""
    sure = factuality(draft, "asserts", hedged=False)
    return Claim(attribution=None, sources=(voices.own(),), stance="asserts", factuality=sure)


def claim(attribution: Attribution, draft: Draft, voices: Voices) -> Claim:
    """The claim that an attribution makes about an event; one without a source is the document's own, hedged."""
    return Claim(
        attribution=attribution.id,
        sources=voices.of(attribution) or (voices.own(),),
        stance=attribution.stance,
        factuality=factuality(draft, attribution.stance, hedged=attribution.hedged),
    )


def factuality(draft: Draft, stance: Stance, *, hedged: bool) -> Factuality:
    """FactBank's certainty and polarity of the event according to a source of this stance."""
    if stance in UNSETTLED or draft.status == "hypothetical":
        return "Uu"
    if stance == "denies":
        return "CT-"
    if draft.status in OFF:
        return "PR-" if hedged else "CT-"
    if draft.certainty in ("PS", "Uu") or draft.status == "proposed":
        return "PS+"
    if draft.status in COMING or draft.certainty == "PR" or hedged or stance == "claims":
        return "PR+"
    return "CT+"
