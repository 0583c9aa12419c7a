"""Sentences that are read rightly in, how many of their events are found when the syntax around the verb is another out.

    changes_syntax.py [NAME...] [--limit N] [--show N]

A sentence is a subject, a past or present verb, and the rest of it. Sentences come from our own items, from the
examples of the rules and, where it is there, from a file of texts a line (`--texts`); the program's own reading of one
is taken as right when both sides of all its events are named in it. Two such sentences in one must give the events of
both; one said in the passive, as a relative clause, as a gerund or with another subject or object beside the first
must give its own, or those with one side more. What differs is told apart: type lost, side, status, or one too many.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from changed import sentences
from items import FOLDER, INVENTED
from rich.console import Console
from rich.table import Table

from detente.knowledge.actors import ActorTables
from detente.pipeline import Coder
from detente.reading.syntax import load_model, parse
from detente.reading.tokens import Token
from detente.records import Actor, Document, Report

RULES = Path(__file__).parents[1] / "src" / "detente" / "knowledge" / "en"
UNFIT = frozenset({"world-1", "world-2", "wire-2"})  # kept for measuring
SUBORDINATE = re.compile(
    r",|\b(that|wh\w+|unless|after|before|until|as|if|to [a-z]+ (?:the|a|its|it|an)|and|by|having|on \w+day)\b"
)
DAY, LONGEST = "2025-03-10", 24
CLAUSES = ("prep", "dobj", "npadvmod", "advmod", "punct", "dative", "agent", "prt", "xcomp", "advcl")

Told = tuple[
    str, str, str, str
]  # type, status, actor and recipient; those of a reciprocal one both ways round
Wanted = frozenset[Told]


@dataclass(frozen=True, kw_only=True)
class Said:
    """A sentence in its parts, and what is read in it."""

    subject: str
    verb: str
    tag: str
    lemma: str
    rest: str
    object_end: int  # of the direct object at the start of the rest, or 0
    states: frozenset[str] = frozenset()
    day: str = DAY
    told: Wanted = frozenset()

    @property
    def text(self) -> str:
        return f"{self.subject} {self.verb} {self.rest}."

    @property
    def object(self) -> str:
        return self.rest[: self.object_end]

    @property
    def behind(self) -> str:
        """What follows the object, with a space before it."""
        return self.rest[self.object_end :]


@dataclass(frozen=True, kw_only=True)
class Forms:
    """How verbs are inflected, as our texts have them."""

    gerunds: Mapping[str, str]
    participles: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Test:
    """A changed sentence and what is expected of it."""

    text: str
    day: str
    wanted: Wanted
    open_end: bool = False  # what is added may be an event as well


Change = Callable[[Said, Said], Test | None]

# Two sentences in one; another subject
BOTH = {
    "and": "{a}, and {b}.",
    "but": "{a}, but {b}.",
    "while": "{a}, while {b}.",
    "while first": "While {a}, {b}.",
    "as": "{a} as {b}.",
    "as first": "As {a}, {b}.",
    "after": "{a} after {b}.",
    "days after": "{a}, days after {b}.",
    "after first": "Hours after {a}, {b}.",
    "before": "{a}, a day before {b}.",
    "because": "{a} because {b}.",
    "semicolon": "{a}; {b}.",
    "dash": "{a} — {b}.",
    "meanwhile": "{a}; {b_subject}, meanwhile, {b_verb} {b_rest}.",
    "minutes before": "Minutes before {a}, {b}.",
    "whereas": "{a}, whereas {b}.",
    "same day": "{a} on the same day that {b}.",
    "shortly after": "{a} shortly after {b}.",
    "even as": "{a} even as {b}.",
}
# the same subject: x is whose two deeds they are
SHARED = {
    "and it": "{x} {a} and {b}.",
    "but it": "{x} {a}, but {b}.",
    "then it": "{x} {a}, then {b}.",
    "and also": "{x} {a} and also {b}.",
    "three": "{x} weighed its options, {a} and {b}.",
    "which": "{x}, which {b}, {a}.",
    "which, day": "{x}, which {b}, on Monday {a}.",
    "after doing": "{x} {a} after {b_ing}.",
    "after doing, first": "After {b_ing}, {x} {a}.",
    "before doing": "{x} {a} before {b_ing}.",
    "doing at the end": "{x} {a}, {b_ing}.",
    "doing first": "{b_Ing}, {x} {a}.",
    "having done": "Having {b_done}, {x} {a}.",
    "while doing": "{x} {a} while {b_ing}.",
    "besides doing": "Besides {b_ing}, {x} {a}.",
    "as well as doing": "{x} {a}, as well as {b_ing}.",
    "semicolon, it also": "{x} {a}; it also {b}.",
    "had done": "{x}, having {b_done}, {a}.",
    "by doing": "{x} responded by {b_ing} and {a}.",
    "after it": "{x} {a} after it {b}.",
    "when it": "{x} {a} when it {b}.",
    "not only": "{x} not only {a} but also {b}.",
}
ALONE = {  # one sentence; the state is its subject
    "which, aside": "{x}, which {a}, goes to the polls on Sunday.",
    "which, last week": "{x}, which last week {a}, goes to the polls on Sunday.",
    "the land that": "{x} is the country that {a}.",
    "cleft": "It was {x} that {a}.",
    "cleft, which": "It was {x}, not Kenya, that {a}.",
    "gerund after": "{x} held a minute of silence after {a_ing}.",
    "having": "Having {a_done}, {x} goes to the polls on Sunday.",
    "participle first": "{a_Ing}, {x} took a big risk.",
    "participle at the end": "{x} took a big risk, {a_ing}.",
    "by doing": "By {a_ing}, {x} took a big risk.",
    "has done": "{x} has {a_done}.",
    "had done": "{x} had {a_done}.",
    "move to, gerund": "The day after {a_ing}, {x} marked its national day.",
    "and then some": "{x} went on and {a}.",
    "who": "It is {x} who {a}.",
    "what it did": "What {x} did next surprised nobody: it {a}.",
    "one of two": "{x}, one of the world's largest exporters of tea, {a}.",
}
BESIDE = {  # another subject beside the state
    "and Portugal": "{x} and Portugal {a}.",
    "both": "Both {x} and Portugal {a}.",
    "Portugal and": "Portugal and {x} {a}.",
    "along with": "{x}, along with Portugal, {a}.",
    "together with": "{x}, together with Portugal, {a}.",
    "as well as": "{x} as well as Portugal {a}.",
    "as well as, commas": "{x}, as well as Portugal, {a}.",
    "like": "{x}, joined by Portugal, {a}.",
    "list": "{x}, Portugal and Kenya {a}.",
    "list, last": "Kenya, Portugal and {x} {a}.",
    "as did": "{x} {a}, as did Portugal.",
    "so did": "{x} {a}, and so did Portugal.",
    "and later": "{x}, and later Portugal, {a}.",
}
PASSIVE = {
    "passive": "{Y} {was} {done} by {x}{behind}.",
    "passive, day": "{Y} {was} {done} on Friday by {x}{behind}.",
    "passive, agent last": "{Y} {was} {done}{behind} by {x}.",
    "reduced": "{Y}, {done} by {x}{behind}, drew much attention.",
    "reduced, month": "{Y}, {done} by {x} in May, drew much attention.",
    "which it did": "{Y}, which {x} {verb}{behind}, drew much attention.",
    "cleft, object": "It was {y} that {x} {verb}{behind}.",
    "has been": "{Y} {has} been {done} by {x}{behind}.",
    "after being": "After being {done} by {x}{behind}, {y} drew much attention.",
    "inverted": "“This is a new start,” it said. {Y} {was} {done} by {x}{behind}.",
}
OBJECTS = {
    "and Portugal, object": "{y} and Portugal",
    "both, object": "both {y} and Portugal",
    "list, object": "{y}, Portugal and Kenya",
    "list, object last": "Kenya, Portugal and {y}",
    "as well as, object": "{y} as well as Portugal",
    "along with, object": "{y}, along with Portugal",
}
CAUSED = {
    "in response to": "{x} {a} in response to a missile test by {z}.",
    "in retaliation": "{x} {a} in retaliation for the expulsion of two of its diplomats by {z}.",
    "in response, first": "In response to an air strike by {z}, {x} {a}.",
    "in retaliation, its": "{x} {a} in retaliation for {z}'s tariffs on its tea.",
    "despite": "{x} {a} despite {z}'s warnings.",
    "amid": "Amid a row with {z} over tea, {x} {a}.",
}


def changes(tables: ActorTables, forms: Forms) -> dict[str, Change]:
    """All changes by name; one gives None where it does not fit."""
    codes = {state.name: state.id for state in tables.states}
    made: dict[str, Change] = {}
    made |= {f"two: {name}": _both(words) for name, words in BOTH.items()}
    made |= {f"one: {name}": _shared(words, forms, codes) for name, words in SHARED.items()}
    made |= {f"alone: {name}": _alone(words, forms, codes) for name, words in ALONE.items()}
    made |= {f"beside: {name}": _beside(words, codes) for name, words in BESIDE.items()}
    made |= {f"object: {name}": _objects(words, codes) for name, words in OBJECTS.items()}
    made |= {f"voice: {name}": _passive(words, forms, codes) for name, words in PASSIVE.items()}
    made |= {f"cause: {name}": _caused(words, codes) for name, words in CAUSED.items()}
    return made


def _both(words: str) -> Change:
    def change(a: Said, b: Said) -> Test | None:
        if a.states & b.states or not _joinable(a, b):
            return None
        first = words.startswith("{a}")
        text = words.format(
            a=_clause(a, opens=first),
            b=_clause(b, opens=False),
            b_subject=_small(b.subject),
            b_verb=b.verb,
            b_rest=b.rest,
        )
        return Test(text=text, day=a.day, wanted=a.told | b.told)

    return change


def _shared(words: str, forms: Forms, codes: Mapping[str, str]) -> Change:
    def change(a: Said, b: Said) -> Test | None:
        mine, other = codes.get(a.subject), codes.get(b.subject)
        if not mine or not other or not _joinable(a, b):
            return None
        if (a.states | {mine}) & (b.states - {other}) or (other in a.states - {mine}):
            return None
        if mine != other:
            told = frozenset(_with(t, other, mine) for t in b.told)
        else:
            told = b.told
        parts = _verb_parts(b, forms, "b")
        if parts is None:
            return None
        if "Monday" in words and a.tag != "VBD":
            return None
        text = words.format(x=a.subject, a=f"{a.verb} {a.rest}", **parts)
        return Test(text=text, day=a.day, wanted=a.told | told)

    return change


def _joinable(a: Said, b: Said) -> bool:
    """Told in one tense, of one kind each, and both in one plain clause."""
    if a.tag != b.tag or {t[0] for t in a.told} & {t[0] for t in b.told}:
        return False
    return not SUBORDINATE.search(a.rest) and not SUBORDINATE.search(b.rest) and len(b.rest.split()) < 13


def _with(told: Told, old: str, new: str) -> Told:
    kind, status, actor, recipient = told
    return (kind, status, new if actor == old else actor, new if recipient == old else recipient)


def _alone(words: str, forms: Forms, codes: Mapping[str, str]) -> Change:
    def change(a: Said, _: Said) -> Test | None:
        parts = _verb_parts(a, forms, "a")
        if a.subject not in codes or parts is None:
            return None
        return Test(text=words.format(x=a.subject, **parts), day=a.day, wanted=a.told)

    return change


def _beside(words: str, codes: Mapping[str, str]) -> Change:
    def change(a: Said, _: Said) -> Test | None:
        mine = codes.get(a.subject)
        if not mine or a.tag != "VBD" or "PRT" in a.states or re.search(r"\b(its|itself|was)\b", a.text):
            return None
        others = ["PRT", "KEN"] if "Kenya" in words else ["PRT"]
        wanted = a.told | {_with(t, mine, other) for t in a.told for other in others}
        if any(t[3] == mine for t in a.told):  # a meeting of three
            return None
        return Test(text=words.format(x=a.subject, a=f"{a.verb} {a.rest}"), day=a.day, wanted=wanted)

    return change


def _objects(words: str, codes: Mapping[str, str]) -> Change:
    def change(a: Said, _: Said) -> Test | None:
        aimed = {t[3] for t in a.told}
        named = [
            m
            for name, code in codes.items()
            if code in aimed and name != a.subject
            for m in re.finditer(
                rf"\b(?:the )?{re.escape(name)}(?=$|,| on | in | over | after | for )", a.rest
            )
        ]
        if len(named) != 1 or "PRT" in a.states or len(aimed) != 1:
            return None
        if "mutual" in aimed or any((t[0], t[1], t[3], t[2]) in a.told for t in a.told):
            return None
        found, code = named[0], next(iter(aimed))
        others = ["PRT", "KEN"] if "Kenya" in words else ["PRT"]
        rest = a.rest[: found.start()] + words.format(y=found[0]) + a.rest[found.end() :]
        if " between " in f" {a.rest[: found.start()]}"[-12:]:
            return None
        wanted = a.told | {_with(t, code, other) for t in a.told for other in others}
        return Test(text=f"{a.subject} {a.verb} {rest}.", day=a.day, wanted=wanted)

    return change


def _passive(words: str, forms: Forms, codes: Mapping[str, str]) -> Change:
    def change(a: Said, _: Said) -> Test | None:
        done = forms.participles.get(a.lemma)
        if not a.object_end or done is None or a.tag != "VBD":
            return None
        object_ = a.object
        if re.search(r"\b(its|their|his|her|itself|themselves|it|them|him)\b", f"{object_}{a.behind}"):
            return None
        plural = bool(
            re.search(
                r"(?<!s)s$|\band\b|people$", object_.split(" of ")[0].split(" from ")[0].split(" in ")[0]
            )
        )
        if object_ in codes:
            plural = False
        text = words.format(
            Y=object_[0].upper() + object_[1:],
            y=object_,
            x=_small(a.subject),
            was="were" if plural else "was",
            has="have" if plural else "has",
            done=done,
            verb=a.verb,
            behind=a.behind if "{behind}" in words else "",
        )
        return Test(text=text, day=a.day, wanted=a.told)

    return change


def _caused(words: str, codes: Mapping[str, str]) -> Change:
    def change(a: Said, b: Said) -> Test | None:
        other = next((s for s in ("Portugal", "Kenya") if s not in a.text), "Chile")
        if a.subject not in codes:
            return None
        text = words.format(x=a.subject, a=f"{a.verb} {a.rest}", z=other)
        return Test(text=text, day=a.day, wanted=a.told, open_end=True)

    return change


def _verb_parts(said: Said, forms: Forms, key: str) -> dict[str, str] | None:
    """The verb and what follows, in the forms that templates ask for."""
    ing, done = forms.gerunds.get(said.lemma), forms.participles.get(said.lemma)
    if ing is None or done is None:
        return None
    return {
        key: f"{said.verb} {said.rest}",
        f"{key}_ing": f"{ing} {said.rest}",
        f"{key}_Ing": f"{ing.capitalize()} {said.rest}",
        f"{key}_done": f"{done} {said.rest}",
    }


def _clause(said: Said, *, opens: bool) -> str:
    return f"{said.subject if opens else _small(said.subject)} {said.verb} {said.rest}"


def _small(subject: str) -> str:
    """As it goes on within a sentence."""
    first = subject.split(" ", 1)[0]
    keep = not re.fullmatch(
        r"(The|A|An|Two|Three|Four|Five|Police|Troops|Soldiers|At|Thousands|Hundreds)", first
    )
    return subject if keep else subject[0].lower() + subject[1:]


def texts(more: Path | None) -> Iterator[tuple[str, str]]:
    """Day and sentence."""
    for file in sorted(FOLDER.glob("*.txt")):
        if file.stem not in UNFIT:
            for item in sentences([file]):
                yield item.published or DAY, item.text
    for file in sorted(RULES.rglob("*.yaml")):
        if file.parent.name in ("frames", "operators"):
            for found in re.finditer(r'^\s+- "(.+?\.) => ', file.read_text(encoding="utf-8"), re.M):
                yield DAY, found[1].replace("[[", "").replace("]]", "")
    if more is not None and more.exists():
        for line in more.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["date"], row["text"]


def parsed(rows: Iterable[tuple[str, str]], tables: ActorTables) -> tuple[list[Said], Forms]:
    """The sentences that are a subject, a verb and a rest."""
    nlp = load_model()
    gerunds: dict[str, Counter[str]] = {}
    participles: dict[str, Counter[str]] = {}
    names = {n: s.id for s in tables.states for n in (s.name, *s.names, *s.demonyms, *s.capitals)}
    any_name = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\b")
    found: list[Said] = []
    for day, text in rows:
        if len(re.findall(r"[.!?][\"”]?(?: |$)", text)) != 1 or len(text.split()) > LONGEST:
            continue
        doc = parse(text, nlp)
        for t in doc:
            if t.tag_ in ("VBG", "VBN") and t.pos_ == "VERB" and t.lower_.isalpha():
                forms = gerunds if t.tag_ == "VBG" else participles
                forms.setdefault(t.lemma_.lower(), Counter())[t.lower_] += 1
        said = _said(text, list(doc), day)
        if said is not None:
            inside = frozenset(names[m[0]] for m in any_name.finditer(text))
            found.append(replace(said, states=inside))
    best = [{k: c.most_common(1)[0][0] for k, c in forms.items()} for forms in (gerunds, participles)]
    return found, Forms(gerunds=best[0], participles=best[1])


def _said(text: str, doc: Sequence[Token], day: str) -> Said | None:
    roots = [t for t in doc if t.dep_ == "ROOT"]
    if len(roots) != 1 or roots[0].tag_ not in ("VBD", "VBZ") or roots[0].pos_ != "VERB":
        return None
    root = roots[0]
    subjects = [c for c in root.children if c.dep_ == "nsubj"]
    if len(subjects) != 1 or subjects[0].pos_ not in ("NOUN", "PROPN") or subjects[0].left_edge.i != 0:
        return None
    if subjects[0].right_edge.i + 1 != root.i or any(
        c.dep_ not in CLAUSES for c in root.children if c.i > root.i
    ):
        return None
    if re.search(r"[“”\":;—–]", text) or not text.endswith("."):
        return None
    after = root.idx + len(root.text) + 1
    rest = text[after:-1]
    objects = [c for c in root.children if c.dep_ == "dobj"]
    end = 0
    if len(objects) == 1 and objects[0].left_edge.i == root.i + 1:
        last = objects[0].right_edge
        end = last.idx + len(last.text) - after
    return Said(
        subject=text[: root.idx - 1],
        verb=root.text,
        tag=root.tag_,
        lemma=root.lemma_.lower(),
        rest=rest,
        object_end=max(0, min(end, len(rest))),
        day=day,
    )


def told(report: Report) -> Wanted:
    """Each pair of sides of each event."""
    pairs: set[Told] = set()
    for event in report.events:
        for actor in event.actors or (None,):
            for recipient in event.recipients or (None,):
                one, two = _code(actor), _code(recipient)
                pairs.add((event.type or "", event.status, one, two))
                if event.reciprocal:
                    pairs.add((event.type or "", event.status, two, one))
    return frozenset(p for p in pairs if p[2] != p[3] or p[2] in ("", "?") or not _mutual(pairs, p))


def _mutual(pairs: set[Told], pair: Told) -> bool:
    return any(p[:2] == pair[:2] and p[2] != p[3] and pair[2] in p[2:] for p in pairs)


def _code(actor: Actor | None) -> str:
    return "?" if actor is None else actor.country or actor.id or actor.name


def clear(report: Report) -> bool:
    """Whether there is an event, and both sides of each are named."""
    if not report.events:
        return False
    for event in report.events:
        both = (*event.actors, *event.recipients)
        if not event.actors or not event.recipients or any(a.inferred for a in both):
            return False
        if event.type is None:
            return False
    return True


def sources(coder: Coder, more: Path | None) -> tuple[list[Said], Forms]:
    """All sentences whose reading is clear, in an order of no meaning."""
    found, forms = parsed(texts(more), coder.knowledge.actors)
    reports = coder.code_many(Document(text=s.text, published=s.day) for s in found)
    kept = [_read(s, r) for s, r in zip(found, reports, strict=True) if clear(r)]
    random.Random(1).shuffle(kept)
    return kept, forms


def _read(said: Said, report: Report) -> Said:
    """With what is told, and its sides among the states."""
    pairs = told(report)
    return replace(said, told=pairs, states=said.states | {code for p in pairs for code in p[2:]})


def tests(change: Change, found: Sequence[Said], limit: int) -> list[Test]:
    """Changed sentences, each with another one beside it."""
    made: list[Test] = []
    for number, said in enumerate(found):
        for step in range(1, 40):
            test = change(said, found[(number + (number % 97 + 7) * step) % len(found)])
            if test is not None:
                made.append(test)
                break
        if len(made) == limit:
            break
    return made


def cause(test: Test, got: Wanted) -> str:
    """What is wrong: nothing, or the first of type, side, status, one too many."""
    lost = test.wanted - got
    if not lost:
        extra = (
            {g for g in got - test.wanted if g[0] not in {t[0] for t in test.wanted}}
            if not test.open_end
            else ()
        )
        more = got - test.wanted if not test.open_end else ()
        return "" if not more else "extra" if extra else "side more"
    if {t[0] for t in lost} - {g[0] for g in got}:
        return "type"
    if {(t[0], *t[2:]) for t in lost} <= {(g[0], *g[2:]) for g in got}:
        return "status"
    return "side"


def main(arguments: Sequence[str] | None = None) -> None:
    """Change, code, compare and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="changes whose names hold one of these (default: all)")
    parser.add_argument("--limit", type=int, default=100, help="sentences for each change (default: 100)")
    parser.add_argument("--show", type=int, default=0, help="sentences to print for each change that differ")
    parser.add_argument("--texts", type=Path, help="more texts, as JSON lines with date and text")
    options = parser.parse_args(arguments)
    coder = Coder(INVENTED)
    found, forms = sources(coder, options.texts)
    console = Console()
    console.print(len(found), "sentences")
    table = Table("change", "sentences", "right", "%", "causes")
    shown: list[str] = []
    for name, change in changes(coder.knowledge.actors, forms).items():
        if options.names and not any(n in name for n in options.names):
            continue
        made = tests(change, found, options.limit)
        causes: Counter[str] = Counter()
        reports = coder.code_many(Document(text=t.text, published=t.day) for t in made)
        for test, report in zip(made, reports, strict=True):
            got = told(report)
            why = cause(test, got)
            causes[why] += 1
            if why and causes[why] <= options.show:
                shown.append(
                    f"{name} [{why}] {test.text}\n      lost {_shown(test.wanted - got)}  more {_shown(got - test.wanted)}"
                )
        right = causes.pop("", 0)
        share = f"{100 * right / max(1, len(made)):.1f}"
        table.add_row(
            name, str(len(made)), str(right), share, " ".join(f"{k} {v}" for k, v in causes.most_common())
        )
    console.print(table)
    for line in shown:
        console.print(line, highlight=False, soft_wrap=True, markup=False)


def _shown(pairs: Wanted) -> str:
    return "; ".join(f"{p[0]} {p[2]}->{p[3]} {p[1]}" for p in sorted(pairs)) or "-"


if __name__ == "__main__":
    main()
