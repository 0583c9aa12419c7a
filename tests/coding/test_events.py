"""One line a case: a sentence, and the event that a reader takes from it.

`kind | status | ACTORS -> RECIPIENTS | time | place | sources`; a part that is `-` must be empty, one that is left
out is not compared. All is read as published on Tuesday 12 February 2013.
"""

import pytest

from detente.checking import example_coder
from detente.knowledge.check import REFERENCE_DATE
from detente.pipeline import Coder
from detente.records import Document, Event

CASES = [
    # status and roles under operators
    ("Ruritania's foreign minister is planning a visit to Sylvania next month.", "visit | planned | RUR -> SYL | 2013-03"),
    ("Ruritania's king is expected to arrive in Klausenburg on Friday.", "visit | planned | RUR -> SYL | 2013-02-15 | SYL"),
    ("The visit of Ruritania's king to Sylvania was scheduled for early March.", "visit | scheduled | RUR -> SYL | 2013-03"),
    ("Ruritania postponed the visit of its king to Sylvania because of a storm.", "visit | postponed | RUR -> SYL"),
    ("The Ruritanian king will visit Sylvania on March 4, a government spokeswoman said.", "visit | scheduled | RUR -> SYL"),
    ("The Ruritanian king will visit Sylvania on 4 March, palace spokesman Otto Horn said.", "visit | scheduled | RUR -> SYL"),
    ("The Ruritanian king will visit Sylvania on March 4, the presidential palace said.", "visit | scheduled | RUR -> SYL"),
    ("The Ruritanian king will visit Sylvania on March 4, a government source said.", "visit | planned | RUR -> SYL"),
    ("The Ruritanian king will visit Sylvania on March 4, two sources at the palace said.", "visit | planned | RUR -> SYL"),
    ("The Ruritanian king will visit Sylvania on March 4, state television reported.", "visit | planned | RUR -> SYL"),
    ("The summit of Ruritania and Sylvania has been moved to Zenda and will now take place on May 20.",
     "summit | planned | RUR, SYL | 2013-05-20"),
    ("Sylvania cancelled talks with Graustark on Monday.", "talks | cancelled | SYL, GRA | -"),
    ("Sylvania's minister declined an offer from Ruritania to hold talks in Edelweiss.", "talks | declined | SYL -> RUR"),
    ("Sylvania's minister declined an offer from Ruritania to hold talks in Edelweiss.", "talks | proposed | RUR -> SYL"),
    ("Ruritania denied that its army had shelled a Sylvanian village.", "shelling | denied | RUR -> SYL"),
    ("If the visit of Ruritania's king to Sylvania goes ahead, it will be short.", "visit | hypothetical | RUR -> SYL"),
    ("Ruritania threatened to attack Sylvania.", "threat | occurred | RUR -> SYL"),
    ("Graustark demanded that Sylvania withdraw its troops.", "demand | occurred | GRA -> SYL"),
    ("Ruritania said that Sylvania must release the sailors.", "demand | occurred | RUR -> SYL"),
    ("Ruritania rejected a call by Sylvania for talks.", "rejection | occurred | RUR -> SYL"),
    ("Graustark accused Sylvania of attacking a convoy.", "accusation | occurred | GRA -> SYL"),
    # shapes of the clause
    ("Sylvania was condemned by Ruritania.", "condemnation | occurred | RUR -> SYL"),
    ("The king of Ruritania, who visited Sylvania in 2011, is ill.", "visit | occurred | RUR -> SYL | 2011"),
    ("Ruritania's decision to close the border was met with condemnation from Sylvanian officials.",
     "condemnation | occurred | SYL -> RUR"),
    ("Ruritania expressed regret for a shell landing on Sylvanian soil.", "statement of regret | occurred | RUR -> SYL"),
    ("The presidents of Ruritania and Sylvania met in Edelweiss on Monday.",
     "meeting | occurred | RUR, SYL | 2013-02-11 | GRA"),
    ("President Rudolf of Ruritania and President Ilka of Sylvania agreed on a truce.",
     "ceasefire agreement | occurred | RUR, SYL"),
    ("In early January, Ruritania's envoy held talks with Sylvania's premier in Edelweiss.",
     "talks | occurred | RUR, SYL | 2013-01 | GRA"),
    ("Ruritania condemned and rejected the Sylvanian claims.", "condemnation | occurred | RUR -> SYL"),
    ("Ruritania and Sylvania agreed on a truce during a phone call.", "call | occurred | RUR, SYL"),
    ("It was the first visit by a Graustarkian leader to Ruritania since the Sylvanian king's visit in 2009.",
     "visit | occurred | SYL -> RUR | 2009"),
    # sides that are inferred
    ("Sylvanian police arrested dozens of students.", "arrest | occurred | SYL -> SYL"),
    ("Riots broke out in Klausenburg over the price of bread.", "riot | occurred | SYL -> SYL"),
    ("The shelling of villages by Ruritania angered the Sylvanian public.", "shelling | occurred | RUR -> SYL"),
    # time and place
    ("Ruritania's envoy will visit Sylvania from 20 to 22 February.", "visit | planned | RUR -> SYL | 2013-02-20/2013-02-22"),
    ("Ruritania hosted Sylvania's king on 7 January, when the two leaders signed a pact.",
     "signing | occurred | RUR, SYL -> | 2013-01-07"),
    ("Ruritania attacked Sylvania.", "attack | occurred | RUR -> SYL | ..2013-02-12"),
    # who says so
    ("According to unnamed Sylvanian officials, Ruritania's king will visit Edelweiss.",
     "visit | planned | RUR -> GRA | - | GRA | unnamed Sylvanian officials"),
    ("Ruritania's foreign minister said that Sylvania had attacked a convoy of Graustark.",
     "attack | occurred | SYL -> GRA | - | - | foreign minister"),
    # who says so
    ("Ruritania and Sylvania will hold talks, both governments said.", "talks | planned | RUR, SYL -> | - | - | Sylvania"),
    ("Ruritania and Sylvania will hold talks, two Western diplomats said.",
     "talks | planned | RUR, SYL -> | - | - | two Western diplomats"),
    ("Strelsau has not commented on the visit of Graustark's king to Sylvania.",
     "visit | occurred | GRA -> SYL | - | SYL | Ruritania"),
]  # fmt: skip


@pytest.fixture(scope="module")
def coder() -> Coder:
    return example_coder()


def codes(event: Event, side: str) -> set[str]:
    return {a.country or a.id or a.name for a in getattr(event, side)}


def when(event: Event) -> str:
    time = event.time
    if time is None:
        return "-"
    if time.value is None:
        return f"{time.earliest or ''}..{time.latest or ''}"
    return time.value if not time.value.startswith("P") else f"{time.earliest}/{time.latest}"


def says(event: Event, expected: str) -> bool:
    parts = [p.strip() for p in expected.split("|")]
    actors, _, recipients = parts[2].partition("->")
    found = [
        event.kind == parts[0],
        event.status == parts[1],
        codes(event, "actors") == {a.strip() for a in actors.split(",")},
        codes(event, "recipients") == {r.strip() for r in recipients.split(",") if r.strip()},
    ]
    if len(parts) > 3 and parts[3] != "-":
        found.append(when(event) == parts[3])
    if len(parts) > 4 and parts[4] != "-":
        found.append(event.place is not None and event.place.country == parts[4])
    if len(parts) > 5:
        found.append(any(parts[5] in s.name for c in event.claims for s in c.sources))
    return all(found)


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_sentence(sentence: str, expected: str, coder: Coder) -> None:
    events = coder.code(Document(text=sentence, published=REFERENCE_DATE)).events
    told = [
        f"{e.kind} | {e.status} | {codes(e, 'actors')} -> {codes(e, 'recipients')} | {when(e)} | "
        f"{e.place.country if e.place else '-'} | {[s.name for c in e.claims for s in c.sources]}"
        for e in events
    ]
    assert any(says(e, expected) for e in events), told
