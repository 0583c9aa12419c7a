"""The other side of a draft, as the line opens with it."""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.known import key_of, keys_of
from detente.coding.roles.roles import sides
from detente.coding.standing.status import Statuses
from detente.reading.calendars.noted import place_before
from detente.reading.labels import is_label
from detente.records import Actor

OPENERS, COMMA, LONGEST = "topic openers", ",", 6
PARTIES = ("state", "group", "organisation", "body")
WHY = "the sentence opens with whom it is about"
LABELLED, STATE, VISIT = "the land under whose name the line stands", "state", "visit"


def with_topic(draft: Draft, statuses: Statuses) -> Draft:
    """Words of a sentence that opens with whom they are about in, that party as whom they are said to out.

    "As for Sylvania, she spoke of a ban", "On Sylvania, he warned that the duties would stay".
    The draft; a party that its own clause names stays.
    """
    if any(r.inferred is None for r in draft.recipients):
        return draft
    topic = _topic(draft, statuses)
    if topic is None or sides((topic,), draft.actors):
        return draft
    return replace(draft, recipients=(replace(topic, inferred=WHY),))


def _topic(draft: Draft, statuses: Statuses) -> Actor | None:
    doc, openers = statuses.graph.doc, statuses.graph.words[OPENERS]
    start = doc[draft.head].sent.start
    for i in range(start + 1, min(start + LONGEST, draft.head)):
        mention = statuses.mentions.actors.get(i)
        if mention is None or i + 1 >= len(doc) or doc[i + 1].text != COMMA:
            continue
        before = " ".join(t.lower_ for t in doc.span(start, doc[i].left_edge.i))
        return mention.actor if before in openers and mention.kind in PARTIES else None
    return None


def with_land_of_label(draft: Draft, statuses: Statuses) -> Draft:
    """A draft without its other side in, the state that the label of its line names as that side out.

    "Sylvania: Ruritania pledges food aid", "Sylvania: Danubian League condemns takeover": papers and agencies put the land
    that a report is about before it.
    The draft with it, where one state stands there and whoever acts is of another.
    """
    doc = statuses.graph.doc
    start, place = doc[draft.head].sent.start, place_before(doc[draft.head])
    label = place or (doc[start - 1].sent if start else None)
    if label is None or not (place or is_label(label)):
        return draft
    if place and not _is_visit(draft, statuses):
        return draft  # in a diary that is only where it takes place
    named = [m.actor for _, m in statuses.named.mentions(label[0].sent.start) if m.kind == STATE]
    if len(named) != 1 or key_of(named[0]) in keys_of(draft.actors):
        return draft
    return replace(draft, recipients=(replace(named[0], inferred=LABELLED),))


def _is_visit(draft: Draft, statuses: Statuses) -> bool:
    kind = statuses.lexicon.kinds.get(draft.kind)
    return kind is not None and kind.mode == VISIT
