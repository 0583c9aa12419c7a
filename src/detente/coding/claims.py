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
UNSETTLED, DENIES = ("does_not_confirm", "no_comment"), "denies"
RELATIVE = "relcl"


def contents_of(attributions: Sequence[Attribution]) -> Stretches[int]:
    """What is said in each, with its number."""
    return Stretches((s.start, s.end, n) for n, a in enumerate(attributions) for s in a.content)


def claims_about(
    draft: Draft, attributions: Sequence[Attribution], contents: Stretches[int], voices: Voices
) -> tuple[Claim, ...]:
    """One claim for each attribution whose content holds the trigger; the document's own voice if there is none."""
    holding = map(attributions.__getitem__, sorted(set(contents.at(voices.doc[draft.head].idx))))
    told = (
        a for a in holding if not (_is_operator(a, draft, voices.doc) or _takes_for_granted(a, draft, voices))
    )
    covering = _without_tellers(list(told))
    sourced = [a for a in covering if a.source]
    claims = [claim(a, draft, voices) for a in sourced or covering[:1]]
    once = dict[tuple[object, ...], Claim]()  # "declined" and "to comment on" say one thing
    for each in claims:
        who = tuple((source.name, source.id) for source in each.sources)
        once.setdefault((who, each.stance, each.factuality), each)
    return tuple(once.values()) or (own_voice(draft, voices),)


def _without_tellers(covering: Sequence[Attribution]) -> list[Attribution]:
    """ "The ministry knows nothing of a visit, a spokeswoman said": she does not say that there is one."""
    silent = [a.cue[0].start for a in covering if a.stance in UNSETTLED and a.cue and a.source]
    return [
        a
        for a in covering
        if a.stance in UNSETTLED or not any(s.start <= at < s.end for s in a.content for at in silent)
    ]


def _is_operator(attribution: Attribution, draft: Draft, doc: Doc) -> bool:
    """ "plans", "declined": a cue that already gave the event its status is not somebody's word about it."""
    heads = [doc[head].idx for head in draft.under]
    return attribution.stance not in UNSETTLED and any(
        s.start <= at < s.end for s in attribution.cue for at in heads
    )


def _takes_for_granted(attribution: Attribution, draft: Draft, voices: Voices) -> bool:
    """ "Denied backing the rebels who took Zenda": that they took it is not denied, and is told by the document."""
    if attribution.stance != DENIES:
        return False
    deed = voices.doc[draft.head]
    return any(t.dep_ == RELATIVE and t.head.i in voices.mentions.actors for t in (deed, *deed.ancestors))


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
    if stance == DENIES:
        return "CT-"
    if draft.status in OFF:
        return "PR-" if hedged else "CT-"
    if draft.certainty in ("PS", "Uu") or draft.status == "proposed":
        return "PS+"
    if draft.status in COMING or draft.certainty == "PR" or hedged or stance == "claims":
        return "PR+"
    return "CT+"
