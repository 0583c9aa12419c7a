"""Reproaches aimed at nobody who is named in, the only one of whom the text has told a hostile act as their aim out.

"Ruritania halts the entry of grain into Sylvania; Graustark denounces the use of hunger as a weapon": at Ruritania.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import only_because
from detente.coding.roles.known import key_of, keys_of
from detente.coding.sides.nearby.sentence_before import lacks_recipient, others_in_clause
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses

REPROACH = "ACCUSE"
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
WHY = "the only one of whom a hostile act is told before"


def with_only_doer(drafts: Sequence[Draft], statuses: Statuses) -> tuple[Draft, ...]:
    """The drafts; nothing where more than one has acted, or where the clause names somebody."""
    return tuple(_filled(draft, drafts, statuses) for draft in drafts)


def _filled(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    kinds = statuses.lexicon.kinds
    own = keys_of(draft.actors)
    kind = kinds.get(draft.kind)
    if (
        kind is None
        or kind.type != REPROACH
        or None in own
        or not own
        or not lacks_recipient(draft, statuses)
    ):
        return draft
    before = [d for d in drafts if d.head < draft.head and d.status in HAPPENED]
    hostile = [d for d in before if (k := kinds.get(d.kind)) is not None and k.type in HOSTILE]
    doers = {key: a for d in hostile for a in d.actors if (key := key_of(a)) is not None}
    if len(doers) != 1 or own & doers.keys() or others_in_clause(draft, own, statuses):
        return draft
    return replace(draft, recipients=only_because(doers.values(), WHY))
