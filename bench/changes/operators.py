"""An operator put over a deed: "Ruritania shelled a port" becomes "Graustark accused Ruritania of shelling a port".

What is to be read follows from the first reading and the operator. x is who does it, r to whom, z a third state. Wanted
are readings, any of which is right, as "REQUEST z>x occurred": a type (`own` for the kind of the deed), the sides, the
statuses that are fair. The deed itself must not come out as done, and the third state must not get a part in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from changes.clauses import Clause
from changes.shape import DONE, Change, Changed, Expected, Reading, Sentence, Told, World, opened, possessive

GOOD = frozenset({"CONSULT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "SUPPORT"})
BAD = frozenset({"SANCTION", "COERCE", "MOBILIZE", "ASSAULT", "REJECT"})
MILD, FORCE, ANY = GOOD - {"SUPPORT"}, BAD - {"REJECT"}, GOOD | BAD
DEEDS = MILD | FORCE
UNFIT = frozenset(
    """
be have do say claim confirm deny report rule admit acknowledge force let receive get become begin start fail arrive land
reach voice decide agree refuse vow pledge promise threaten want plan manage continue own remain see win lose urge demand
announce declare reject decline accuse warn call ask order rebuff turn die flee come keep perish
""".split()  # noqa: SIM905
)  # verbs that are operators themselves, or happen to their subject
THINGS = frozenset(
    """
attack missile rocket drone bomb strike grenade truck plane helicopter tanker lorry shell mortar gas war departure rifle plea
shipment boat ship frigate jet bomber aircraft vessel warship balloon firebomb explosion raid death
""".split()  # noqa: SIM905
)
COMING = "proposed/planned/scheduled"
NO = "REJECT x>r occurred, own x>r declined/cancelled/denied"
PLAN = f"own x>r {COMING}"
UNSURE = f"{PLAN}/hypothetical"
THREAT = "THREATEN x>r occurred/under_way"
ASKED, BLAMED, PRAISED = "REQUEST z>x occurred", "ACCUSE z>x occurred", "SUPPORT z>x occurred"
LET = "own x>r occurred, CONCEDE z>x occurred, RETREAT z>x occurred"
OWNED_UP = "CONCEDE x>r occurred, CONCEDE x> occurred, own x>r occurred"
BARRED = "COERCE z>x occurred, SANCTION z>x occurred, own x>r cancelled/denied, REJECT z>x occurred"


@dataclass(frozen=True, kw_only=True)
class Over:
    """An operator: the words, over deeds of which types, what is to be read, and whether the deed is told as done."""

    words: str
    types: frozenset[str]
    wanted: str
    done: bool


def _over(words: str, types: frozenset[str], wanted: str, *, done: bool = False) -> Over:
    return Over(words=words, types=types, wanted=wanted, done=done)


OVER = {
    "refused to": _over("{x} refused to {base} {rest}", GOOD, NO),
    "has refused, passive around": _over("{x} {has} so far refused to {base} {rest}", GOOD, NO),
    "X's refusal to": _over("{z} criticised {xs} refusal to {base} {rest}", GOOD, NO),
    "its refusal to": _over("{x} on Monday defended {its} refusal to {base} {rest}", GOOD, NO),
    "agreed to": _over("{x} agreed on Monday to {base} {rest}", MILD, PLAN),
    "agreed not to": _over("{x} agreed not to {base} {rest}", FORCE, f"AGREE x>r occurred, CONCEDE x>r occurred, {PLAN}"),
    "offered to": _over("{x} {has} offered to {base} {rest}", MILD, f"AGREE x>r occurred, {PLAN}"),
    "offer to": _over("{z} welcomed {xs} offer to {base} {rest}", MILD, f"AGREE x>r occurred, {PLAN}, {PRAISED}"),
    "pledged to": _over("{x} pledged in a statement to {base} {rest}", MILD, PLAN),
    "vowed to": _over("{x} vowed to {base} {rest}", ANY - {"CONSULT"}, f"{PLAN}, {THREAT}"),
    "promise to": _over("{x} renewed {its} promise to {base} {rest}", MILD, f"{PLAN}, AGREE x>r occurred"),
    "threatened to": _over("{x} threatened on Monday to {base} {rest}", BAD, THREAT),
    "threat to": _over("{z} played down {xs} threat to {base} {rest}", BAD, f"{THREAT}, THREATEN x>r,z occurred"),
    "threatening to": _over("{x} {is} threatening to {base} {rest}", BAD, THREAT),
    "decided to": _over("{x} {has} decided to {base} {rest}", ANY, PLAN),
    "decided not to": _over("{x} decided not to {base} {rest}", GOOD, f"{NO}, own x>r cancelled/declined/denied"),
    "decision to": _over("{x} defended {its} decision to {base} {rest}", ANY, UNSURE + "/occurred"),
    "welcomed decision": _over("{z} welcomed {xs} decision to {base} {rest}", MILD, PRAISED),
    "condemned decision": _over("{z} condemned {xs} decision to {base} {rest}", BAD, BLAMED),
    "is considering": _over("{x} {is} considering {ing} {rest}", DEEDS, "own x>r hypothetical/proposed"),
    "plan to": _over("{z} criticised {xs} plan to {base} {rest}", BAD, UNSURE),
    "ruled out": _over("{x} {has} ruled out {ing} {rest}", DEEDS, NO),
    "did not rule out": _over("{x} {has} not ruled out {ing} {rest}", DEEDS, f"own x>r hypothetical/proposed, {THREAT}"),
    "was forced to": _over("{x} {was} forced to {base} {rest}", ANY, "own x>r occurred", done=True),
    "urged to": _over("{z} urged {x} to {base} {rest}", ANY, ASKED),
    "urged not to": _over("{z} urged {x} not to {base} {rest}", BAD, ASKED),
    "was urged by": _over("{x} {was} urged by {z} to {base} {rest}", ANY, ASKED),
    "has been asked by": _over("{x} {has} been asked by {z} to {base} {rest}", MILD, ASKED),
    "asked to": _over("{z} has asked {x} to {base} {rest}", MILD, ASKED),
    "called on": _over("{z} called on {x} to {base} {rest}", ANY, ASKED),
    "pressure on": _over("{z} stepped up pressure on {x} to {base} {rest}", MILD, ASKED + ", COERCE z>x occurred"),
    "calls on": _over("{z} repeated its calls on {x} to {base} {rest}", MILD, ASKED),
    "calls by": _over("{x} rejected calls by {z} to {base} {rest}", MILD, "REJECT x>z occurred, REJECT x>z,r occurred"),
    "ignored appeal": _over("{x} ignored an appeal from {z} to {base} {rest}", MILD, "REJECT x>z occurred, REQUEST z>x occurred"),
    "demanded that": _over("{z} demanded that {x} {base} {rest}", ANY, ASKED),
    "that it not": _over("{z} demanded that {x} not {base} {rest}", BAD, ASKED),
    "accused of": _over("{z} accused {x} of {ing} {rest}", BAD, BLAMED),
    "was accused by": _over("{x} {was} accused by {z} of {ing} {rest}", BAD, BLAMED),
    "accusing, participle": _over("{z} summoned an envoy, accusing {x} of {ing} {rest}", BAD, BLAMED),
    "denied": _over("{x} denied {ing} {rest}", BAD, "own x>r denied, REJECT x>r occurred, REJECT x> occurred"),
    "denied accusations": _over("{x} denied accusations by {z} of {ing} {rest}", BAD, "REJECT x>z occurred, own x>r denied"),
    "condemned for": _over("{z} condemned {x} for {ing} {rest}", BAD, BLAMED, done=True),
    "was condemned by": _over("{x} {was} condemned by {z} for {ing} {rest}", BAD, BLAMED, done=True),
    "thanked for": _over("{z} thanked {x} for {ing} {rest}", MILD, PRAISED, done=True),
    "praised for": _over("{z} praised {x} for {ing} {rest}", MILD, PRAISED, done=True),
    "was praised by": _over("{x} {was} praised by {z} for {ing} {rest}", MILD, PRAISED, done=True),
    "warned against": _over("{z} warned {x} against {ing} {rest}", ANY, "THREATEN z>x occurred, REQUEST z>x occurred"),
    "warned not to": _over("{z} warned {x} not to {base} {rest}", ANY, "THREATEN z>x occurred, REQUEST z>x occurred"),
    "prevented from": _over("{z} prevented {x} from {ing} {rest}", ANY, BARRED),
    "barred from": _over("{z} barred {x} from {ing} {rest}", ANY, BARRED),
    "persuaded to": _over("{z} persuaded {x} to {base} {rest}", MILD, f"own x>r occurred/{COMING}", done=True),
    "allowed to": _over("{z} allowed {x} to {base} {rest}", MILD, LET, done=True),
    "apologised for": _over("{x} apologised for {ing} {rest}", FORCE, "CONCEDE x>r occurred", done=True),
    "admitted": _over("{x} admitted {ing} {rest}", FORCE, OWNED_UP, done=True),
    "vow, report": _over("{x} said {it} would {base} {rest}", ANY, f"{PLAN}, {THREAT}"),
    "will not": _over("{x} said on Monday that {it} would not {base} {rest}", GOOD, NO),
    "headline refuses": _over("{x} Refuses to {base} {rest}", GOOD, NO),
    "stopped short of": _over("{x} stopped short of {ing} {rest}", DEEDS, NO + ", own x>r hypothetical"),
    "failed to": _over("{z} criticised {x} for failing to {base} {rest}", MILD, BLAMED),
    "accused of failing": _over("{z} accused {x} of refusing to {base} {rest}", MILD, BLAMED),
    "it should, said": _over("{z}'s premier said on Monday that {x} should {base} {rest}", ANY, ASKED),
    "must, said": _over("{x} must {base} {rest}, {z}'s premier said", ANY, ASKED),
    "urged to stop": _over("{z} urged {x} to stop {ing} {rest}", BAD, ASKED),
}  # fmt: skip


def changes(world: World) -> dict[str, Change]:
    """All changes by name; one gives None where it does not fit the sentence."""
    return {name: _changed(over, world) for name, over in OVER.items()}


def _changed(over: Over, world: World) -> Change:
    def change(sentence: Sentence) -> Changed | None:
        clause = world.clauses.get(sentence.text)
        told = sentence.events[0] if len(sentence.events) == 1 else None
        if clause is None or told is None or told.type not in over.types or not _fits(clause, told):
            return None
        third = world.third(sentence.text)
        text = over.words.format(xs=possessive(clause.subject), z=third.name, **clause.words())
        return Changed(text=f"{opened(text)}.", expected=_expected(over, told, third.id))

    return change


def _fits(clause: Clause, told: Told) -> bool:
    """Whether somebody does something to somebody else, and a thing that he could be asked to do."""
    doer = len(clause.subject)
    if (
        not told.coded
        or not told.recipients
        or told.ruled
        or told.status != "occurred"
        or {*told.actors} & {*told.recipients}
    ):
        return False
    if clause.passive or clause.verb.base in UNFIT or clause.head in THINGS or not clause.rest:
        return False
    if re.search(r"\b(?:and|or|of|in|from|with|by|for|on|at)\b|,", clause.subject):
        return False
    killing = re.search(r", (?:\w+ )?\w+ing\b", clause.rest)  # "rules out opening fire, killing two"
    return killing is None and 0 < told.doer_ends <= doer <= told.trigger[0]


def _expected(over: Over, told: Told, third: str) -> Expected:
    own = frozenset({told.kind})
    never = [] if over.done else [Reading(names=own, statuses=DONE)]
    if told.type not in ("REJECT", "SUPPORT"):  # which a third may well do
        never.append(Reading(names=own, beside=third))
    return Expected(events=(tuple(_wanted(over.wanted, told, third)),), more=True, never=tuple(never))


def _wanted(wanted: str, told: Told, third: str) -> Iterator[Reading]:
    """One to another, or both to each other."""
    named = {"x": told.actors, "r": told.recipients, "z": (third,), "": ()}
    for one in wanted.split(", "):
        name, pair, statuses = one.split(" ")
        actor, _, recipient = pair.partition(">")
        doers = tuple(sorted(named[actor]))
        aimed_at = tuple(sorted(code for side in recipient.split(",") for code in named[side]))
        for sides in ((doers, aimed_at), (tuple(sorted(doers + aimed_at)),)):
            names = frozenset({told.kind if name == "own" else name})
            yield Reading(names=names, sides=sides, statuses=tuple(statuses.split("/")))
