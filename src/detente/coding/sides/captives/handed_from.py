"""An extradition that tells one of its two states in, the other where its sentence says where the wanted one was out.

"Was extradited to Sylvania after a decade on the run in Graustark", "arrives in Strelsau after his extradition from
Sylvania": who hands him over is where he hid or was caught, who gets him is where he is brought to court.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.standing.status import Statuses

EXTRADITION, DONE = "extradition", ("occurred", "planned", "scheduled", "under_way")
HIDING, COURTS = "words of hiding and catching", "words of being brought to court"
PLACED = ("in", "from", "at", "to", "before")
THERE, TRIED = "where who is handed over was", "where who is handed over is brought to court"
RULERS = "GOV"


def with_land_handed_from(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with it, if just one other state is named so."""
    if draft.status not in DONE or bool(draft.actors) == bool(draft.recipients):
        return draft
    words, why = (COURTS, TRIED) if draft.actors else (HIDING, THERE)
    own = {a.country for a in (*draft.actors, *draft.recipients)}
    lands = {land for land in _lands(draft.head, words, statuses) if land not in own}
    if len(lands) != 1:
        return draft
    other = (side_at_home(lands.pop(), RULERS, why),)
    return replace(draft, recipients=other) if draft.actors else replace(draft, actors=other)


def _lands(head: int, words: str, statuses: Statuses) -> Iterator[str]:
    """The states in which the sentence says that something of the kind happened."""
    doc, mentions = statuses.graph.doc, statuses.mentions
    sentence, telling = doc[head].sent, statuses.graph.words[words]
    for i in range(sentence.start, sentence.end):
        named = mentions.places.get(i) or (mentions.actors[i].actor if i in mentions.actors else None)
        if named is None or named.country is None:
            continue
        above = [t for t in doc[i].ancestors if t.i != head]
        owns = doc[i].dep_ == "poss" or any(t.lower_ in PLACED for t in above[:2])
        if owns and any(t.lemma_.lower() in telling for t in above[:6]):
            yield named.country
