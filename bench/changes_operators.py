"""Sentences that are read rightly in, how many are read rightly with an operator over their verb out.

    changes_operators.py [--texts FILE.jsonl] [--show N] [--limit N] [--only NAME]

"Ruritania shelled a Sylvanian port" becomes "Ruritania refused to shell a Sylvanian port", "Graustark accused Ruritania
of shelling a Sylvanian port" and the like. What is to be read follows from the first reading and the operator: its
type, its two sides, and whether the deed itself is told as one that occurred. `--texts` adds sentences of a file of
texts; their first reading is taken as right where it is one event with both sides.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from changed import LONGEST, Change, sentences
from items import FOLDER, INVENTED, read_cases, shown
from rich.console import Console
from rich.progress import track
from rich.table import Table
from spacy.language import Language
from spacy.tokens import Doc, Token

from detente.evaluation import Item
from detente.knowledge.actor_rows import State
from detente.knowledge.actors import ActorTables
from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder
from detente.reading.syntax import load_model
from detente.records import Actor, Document, Event, Report

GOOD = frozenset("CONSULT CONCEDE COOPERATE AID RETREAT SUPPORT".split())  # noqa: SIM905
BAD = frozenset("SANCTION COERCE MOBILIZE ASSAULT REJECT".split())  # noqa: SIM905
MILD = frozenset({"CONSULT", "COOPERATE", "AID", "RETREAT", "CONCEDE"})
FORCE = frozenset({"SANCTION", "COERCE", "MOBILIZE", "ASSAULT"})
ANY = GOOD | BAD
DEEDS = MILD | FORCE
DIRECTIONS = frozenset({"north", "south", "east", "west", "congress"})
ITS, THEIR, HIS = "its", "their", "his"
FORMS = {
    ITS: {"its": ITS, "it": "it", "has": "has", "be": "is", "was": "was"},
    THEIR: {"its": THEIR, "it": "they", "has": "have", "be": "are", "was": "were"},
    HIS: {"its": HIS, "it": "he", "has": "has", "be": "is", "was": "was"},
}
OTHERS = (
    "France", "Kenya", "Norway", "Brazil", "Japan", "Egypt", "Canada", "Poland", "Qatar", "Chile", "Ghana", "Italy", "Jordan", "Sweden",
    "Indonesia", "Senegal", "Mexico", "Vietnam", "Turkey", "Morocco", "Australia", "Romania", "Nepal",
)  # fmt: skip
UNFIT_VERBS = frozenset(
    "be have do say claim confirm deny report rule admit acknowledge force let receive get become begin start fail arrive "
    "land reach voice decide agree refuse vow pledge promise threaten want plan manage continue own remain see win lose urge "
    "demand announce declare reject refuse decline accuse warn call ask order rebuff turn die flee come keep".split()
)
THINGS = frozenset(
    "attack missile rocket drone bomb strike grenade truck plane helicopter tanker lorry shell mortar gas war departure rifle "
    "plea shipment boat ship frigate jet bomber aircraft vessel warship balloon firebomb explosion raid shipment death".split()
)
BODIES = frozenset(
    "government parliament army navy ministry union council senate court state administration delegation party group force "
    "commission agency kremlin nato eu un house congress police guard team police company bank movement squad regime junta hamas "
    "hezbollah shabaab taliban m23 washington beijing moscow london paris".split()
)
COMING = "proposed/planned/scheduled"
NO = "REJECT x>r occurred, own x>r declined/cancelled/denied"
PLAN = f"own x>r {COMING}"
UNSURE = f"{PLAN}/hypothetical"
THREAT = "THREATEN x>r occurred/under_way"
ASKED, BLAMED, PRAISED = "REQUEST z>x occurred", "ACCUSE z>x occurred", "SUPPORT z>x occurred"
BARRED = "COERCE z>x occurred, SANCTION z>x occurred, own x>r cancelled/denied, REJECT z>x occurred"


@dataclass(frozen=True, kw_only=True)
class Over:
    """An operator put over a deed: the words, of which types, what is to be read, and whether the deed is told as done."""

    words: str
    types: frozenset[str]
    wanted: str
    done: bool = False


def _over(words: str, types: frozenset[str], wanted: str, *, done: bool = False) -> Over:
    return Over(words=words, types=types, wanted=wanted, done=done)


OPERATORS = {
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
    "threatening to": _over("{x} {be} threatening to {base} {rest}", BAD, THREAT),
    "decided to": _over("{x} {has} decided to {base} {rest}", ANY, PLAN),
    "decided not to": _over("{x} decided not to {base} {rest}", GOOD, f"{NO}, own x>r cancelled/declined/denied"),
    "decision to": _over("{x} defended {its} decision to {base} {rest}", ANY, UNSURE + "/occurred"),
    "welcomed decision": _over("{z} welcomed {xs} decision to {base} {rest}", MILD, PRAISED),
    "condemned decision": _over("{z} condemned {xs} decision to {base} {rest}", BAD, BLAMED),
    "is considering": _over("{x} {be} considering {ing} {rest}", DEEDS, "own x>r hypothetical/proposed"),
    "plan to": _over("{z} criticised {xs} plan to {base} {rest}", BAD, UNSURE),
    "ruled out": _over("{x} {has} ruled out {ing} {rest}", DEEDS, NO),
    "did not rule out": _over("{x} {has} not ruled out {ing} {rest}", DEEDS, f"own x>r hypothetical/proposed, {THREAT}"),
    "was forced to": _over("{x} {was} forced to {base} {rest}", ANY, "own x>r occurred", done=True),
    "urged to": _over("{z} urged {x} to {base} {rest}", ANY, ASKED),
    "urged, phrase between": _over("{z} on Monday urged {x}, in a statement, to {base} {rest}", ANY, ASKED),
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
    "again accused": _over("{z} on Monday again accused {x}, in a letter, of {ing} {rest}", BAD, BLAMED),
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
    "allowed to": _over("{z} allowed {x} to {base} {rest}", MILD, "own x>r occurred, CONCEDE z>x occurred, RETREAT z>x occurred", done=True),
    "apologised for": _over("{x} apologised for {ing} {rest}", FORCE, "CONCEDE x>r occurred", done=True),
    "admitted": _over("{x} admitted {ing} {rest}", FORCE, "CONCEDE x>r occurred, CONCEDE x> occurred, own x>r occurred", done=True),
    "vow, report": _over("{x} said {it} would {base} {rest}", ANY, f"{PLAN}, {THREAT}"),
    "will not": _over("{x} said on Monday that {it} would not {base} {rest}", GOOD, NO),
    "headline refuses": _over("{x} Refuses to {base} {rest}", GOOD, NO),
    "after called": _over("{z} called on {x} to {base} {rest}, a day after talks failed", ANY, ASKED),
    "stopped short of": _over("{x} stopped short of {ing} {rest}", DEEDS, NO + ", own x>r hypothetical"),
    "failed to": _over("{z} criticised {x} for failing to {base} {rest}", MILD, BLAMED),
    "accused of failing": _over("{z} accused {x} of refusing to {base} {rest}", MILD, BLAMED),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Parts:
    """A sentence in its three parts, with the forms of its verb, and what stands for its subject later on."""

    subject: str
    its: str
    base: str
    ing: str
    rest: str


@cache
def _model() -> Language:
    return load_model()


@cache
def _parsed(text: str) -> Doc:
    return _model()(text)


def _gerund(verb: Token) -> str:
    """As most English verbs make it; those that double a letter are known by their past ("barred", "barring")."""
    base, past = verb.lemma_, verb.lower_
    if past == f"{base}{base[-1]}ed":
        return f"{base}{base[-1]}ing"
    if re.search(r"[^aeiou][aeiou][tnpbmdg]$", base) and len(base) <= 4 and not past.endswith("ed"):
        return f"{base}{base[-1]}ing"
    return f"{base[:-1]}ing" if base.endswith("e") and not base.endswith(("ee", "ye")) else f"{base}ing"


def is_body(subject: Token) -> bool:
    """Whether the subject is "it" later on: a state, a body, a force; else a person."""
    return subject.ent_type_ == "GPE" or subject.lemma_.lower() in BODIES or subject.text in names_of_states()


@cache
def parts_of(text: str) -> Parts | None:
    """Of a sentence that begins with its subject and goes on with a verb in the past or in the present of headlines."""
    doc = _parsed(text)
    verb = next((t for t in doc if t.dep_ == "ROOT"), None)
    if verb is None or verb.tag_ not in ("VBD", "VBZ") or verb.lemma_ in UNFIT_VERBS:
        return None
    subject = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
    if subject is None or len(list(verb.lefts)) > 1 or subject.pos_ not in ("NOUN", "PROPN"):
        return None
    if (
        subject.right_edge.i + 1 != verb.i
        or subject.left_edge.i != 0
        or verb.i > 7
        or subject.lemma_ in THINGS
    ):
        return None
    if any(c.dep_ in ("conj", "cc") for c in verb.children) or any(
        t.dep_ in ("cc", "prep", "acl") for t in doc[: verb.i]
    ):
        return None
    rest = doc[verb.i + 1 :].text.rstrip(".")
    if not rest or re.search(r", (?:\w+ )?\w+ing\b", rest):  # "rules out opening fire, killing two"
        return None
    many = subject.tag_ in ("NNS", "NNPS") and not re.match(
        r"(?:The )?[A-Z]\w+ States|(?:The )?Netherlands", text
    )
    return Parts(
        subject=doc[: verb.i].text,
        its=THEIR if many else ITS if is_body(subject) else HIS,
        base=verb.lemma_,
        ing=_gerund(verb),
        rest=rest,
    )


@cache
def small_words() -> frozenset[str]:
    """The words that our items write small within a sentence."""
    texts = (case.item.text for file in FOLDER.glob("*.txt") for case in read_cases(file))
    return frozenset(word for text in texts for word in re.findall(r" ([a-z]+)\b", text)) - DIRECTIONS | {"a"}


@cache
def names_of_states() -> frozenset[str]:
    """Names and capitals of states, and the last words of those of several words."""
    states = load_knowledge(INVENTED).actors.states
    return frozenset(n.split()[-1] for s in states for n in (s.name, *s.names, *s.capitals))


def changes(tables: ActorTables) -> dict[str, Change]:
    """All changes by name; one gives None where it does not fit the sentence."""
    states = {s.name: s for s in tables.states if s.name in OTHERS}
    return {name: _put_over(over, states) for name, over in OPERATORS.items()}


def _put_over(over: Over, states: Mapping[str, State]) -> Change:
    def change(text: str) -> str | None:
        parts = parts_of(text)
        if parts is None or ("{xs}" in over.words and not re.fullmatch(r"[\w'’. -]+", parts.subject)):
            return None
        small = text.split(" ", 1)[0].lower() in small_words()
        x = parts.subject
        if small and not over.words.startswith("{x"):
            x = x[0].lower() + x[1:]
        said = over.words.format(
            x=x, xs=f"{x}'" if x.endswith("s") else f"{x}'s", z=other_state(text, states),
            base=parts.base, ing=parts.ing, rest=parts.rest, **FORMS[parts.its],
        )  # fmt: skip
        return said if said.endswith((".", "”", '"')) else f"{said}."

    return change


def other_state(text: str, states: Mapping[str, State]) -> str:
    """A state that the sentence does not name, another for each length."""
    start = len(text) % len(OTHERS)
    turned = (*OTHERS[start:], *OTHERS[:start])
    named = (
        n
        for n in turned
        if (s := states.get(n)) and not any(w in text for w in (n, *s.demonyms, *s.capitals))
    )
    return next(named)


def codes(actors: Sequence[Actor]) -> frozenset[str]:
    """The sides as codes."""
    return frozenset(a.country or a.id or a.name.lower() for a in actors)


def answers(event: Event, wanted: str, own: Event, third: str) -> bool:
    """Whether an event is one of those that are wanted ("REQUEST z>x occurred, own x>r planned")."""
    sides = {
        "x": codes(own.actors),
        "r": codes(own.recipients),
        "z": frozenset({third}),
        "": frozenset[str](),
    }
    for one in wanted.split(", "):
        kind, pair, statuses = one.split(" ")
        actor, _, recipient = pair.partition(">")
        told = event.kind == own.kind if kind == "own" else event.type == kind
        to = frozenset().union(*(sides[name] for name in recipient.split(",")))
        both = event.reciprocal and codes(event.actors) | codes(event.recipients) == sides[actor] | to
        same = both or (codes(event.actors) == sides[actor] and codes(event.recipients) == to)
        if told and same and event.status in statuses.split("/"):
            return True
    return False


def fault(report: Report, over: Over, own: Event, third: str) -> str | None:
    """What is wrong with what is read, if anything."""
    leaked = [e for e in report.events if e.kind == own.kind and e.status in ("occurred", "under_way")]
    if leaked and not over.done and not any(answers(e, over.wanted, own, third) for e in leaked):
        return "leaks"
    stray = [
        e for e in report.events if e.kind == own.kind and third in codes(e.actors) | codes(e.recipients)
    ]
    if any(answers(event, over.wanted, own, third) for event in report.events):
        return "stray" if stray and own.type not in ("ACCUSE", "REJECT", "SUPPORT", "AGREE") else None
    return "other" if report.events else "nothing"


def single_texts(path: Path) -> Iterator[Item]:
    """The texts of a file that are one short sentence."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        if len(re.findall(r"[.!?][\"”]?(?: |$)", text)) == 1 and len(text.split()) <= LONGEST:
            yield Item(id=row["id"], text=text, published=row["date"], events=())


def usable(items: Iterable[Item], coder: Coder) -> list[tuple[Item, Event]]:
    """The sentences that can be changed and are read as one event with both sides, and that event."""
    fitting = [item for item in items if parts_of(item.text) is not None]
    reports = coder.code_many(Document(text=i.text, published=i.published) for i in fitting)
    found = []
    for item, report in zip(fitting, reports, strict=True):
        event = report.events[0] if len(report.events) == 1 else None
        if event is None or not event.actors or not event.recipients or event.status not in ("occurred",):
            continue
        parts = parts_of(item.text)
        doer = event.actors[0].span
        inside = (
            parts is not None and doer is not None and doer.end <= len(parts.subject) <= event.trigger.start
        )
        if (
            inside
            and not any("operator:" in rule for rule in event.rules)
            and not codes(event.actors) & codes(event.recipients)
        ):
            found.append((item, event))
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Change, code, compare and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="*", help="files of items (default: all of ours)")
    parser.add_argument("--texts", type=Path, help="a file of further texts")
    parser.add_argument("--limit", type=int, default=300, help="sentences (default: 300)")
    parser.add_argument("--show", type=int, default=0, help="sentences to print for each change")
    parser.add_argument("--only", nargs="*", default=[], help="names of changes")
    options = parser.parse_args(arguments)
    coder = Coder(INVENTED)
    items = [*sentences(options.files or sorted(FOLDER.glob("*.txt")))]
    items += list(single_texts(options.texts)) if options.texts else []
    pairs = usable(items, coder)
    made = changes(coder.knowledge.actors)
    ids = {s.name: s.id for s in coder.knowledge.actors.states}
    table = Table("change", "sentences", "right", "%", "leaks", "other", "nothing", "stray")
    faults: dict[str, list[str]] = defaultdict(list)
    console = Console(width=220)
    for name in track(options.only or OPERATORS, console=Console(stderr=True)):
        over = OPERATORS[name]
        fitting = [p for p in pairs if p[1].type in over.types and made[name](p[0].text)]
        step = max(1.0, len(fitting) / options.limit)
        fitting = [fitting[int(n * step)] for n in range(min(len(fitting), options.limit))]
        said = [made[name](item.text) or "" for item, _ in fitting]
        reports = coder.code_many(
            Document(text=s, published=item.published) for s, (item, _) in zip(said, fitting, strict=True)
        )
        counts: Counter[str] = Counter()
        for text, (item, own), report in zip(said, fitting, reports, strict=True):
            third = next((ids[n] for n in ids if re.search(rf"\b{n}\b", text) and n not in item.text), "")
            wrong = fault(report, over, own, third)
            counts[wrong or "right"] += 1
            if wrong:
                read = "; ".join(shown(e).removeprefix("found ") for e in report.events)
                faults[name].append(f"{name} {wrong}: {text}\n    own {shown(own)}\n    {read}")
        total = len(fitting)
        right = counts["right"]
        table.add_row(
            name, str(total), str(right), f"{100 * right / max(1, total):.1f}",
            *(str(counts[w]) for w in ("leaks", "other", "nothing", "stray")),
        )  # fmt: skip
    console.print(table)
    for name, said in faults.items():
        for line in said[: options.show]:
            console.print(line, highlight=False, markup=False, soft_wrap=True)


if __name__ == "__main__":
    main()
