"""What the steps that fill in sides look at, and the types and kinds of events that they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from detente.coding.drafting.draft import Draft
from detente.coding.sides.looking.matter import Matter
from detente.coding.sides.step import Steps
from detente.coding.sides.whose.whose_land import WITHDRAWAL
from detente.coding.sides.words.told_of import AT_SOMEBODY, STOPPED
from detente.coding.standing.status import Statuses
from detente.stages import Parts


@dataclass(slots=True)
class Around:
    """What a step looks at besides its draft: all drafts as the step before left them, and the layers."""

    drafts: Sequence[Draft]
    statuses: Statuses
    known: Matter | None = None

    def matter(self) -> Matter:
        """Who the whole text is about, by the drafts as they are when it is first asked."""
        if self.known is None:
            self.known = Matter(self.drafts, self.statuses)
        return self.known


def with_steps(plan: Steps[Around], around: Around) -> Parts[Sequence[Draft]]:
    """The drafts after all steps, in order; each sees the others as the step before left them."""
    lexicon = around.statuses.lexicon
    due = [plan.due(draft, lexicon) for draft in around.drafts]
    whole = reduce(or_, due, 0)
    for number, (bit, run) in enumerate(plan.runs):
        if not number % AT_ONCE:
            yield
        if not whole & bit:  # as of most
            continue
        changed = {
            n: after
            for n, asked in enumerate(due)
            if asked & bit and (after := run(before := around.drafts[n], around)) is not before
        }
        if changed:
            around.drafts = [changed.get(n, draft) for n, draft in enumerate(around.drafts)]
            for n, draft in changed.items():
                due[n] = plan.due(draft, lexicon)
                whole |= due[n]
    return around.drafts


AT_ONCE = 8  # steps that make a part
ATTACK, PROTEST, AID = frozenset({"ASSAULT"}), frozenset({"PROTEST"}), frozenset({"AID"})
BLOWS = ATTACK | {"cyberattack"}
REQUEST, CURBS = frozenset({"REQUEST"}), frozenset({"COERCE"})
IN_WORDS = frozenset({"THREATEN", "ACCUSE", "REQUEST"})
FORCE, FORCE_MOVED = frozenset({"ASSAULT", "COERCE"}), frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
HELD_TO_ACCOUNT = FORCE_MOVED | {"SANCTION", "REJECT", "THREATEN", "ACCUSE"}
AT_WHOEVER = AT_SOMEBODY | {STOPPED}
LAND_TAKEN, RELEASE = frozenset({"capture of territory"}), frozenset({"release"})
BOUND = frozenset({"AGREE", "SUPPORT", "COOPERATE"})
LEAVING = frozenset({WITHDRAWAL})
JUDGED = frozenset({"conviction", "trial", "charge"})
MEASURE = frozenset({"ACCUSE", "SANCTION", "summons of envoy"})
REFUSAL, PRAISE, MEETING = frozenset({"REJECT"}), frozenset({"SUPPORT"}), frozenset({"CONSULT"})
ANSWERED = frozenset({"REJECT", "ACCUSE"})
PUT_OUT = frozenset({"suspension of membership"})
EXTRADITION, THREAT = frozenset({"extradition"}), frozenset({"threat"})
