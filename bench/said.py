"""Our items, the examples of the rules and other texts in, the sentences whose reading is clear out, in their parts.

A sentence is a subject, a past or present verb, and the rest of it. The program's own reading of one is taken as right
when both sides of all its events are named in it.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from changed import sentences
from items import FOLDER

from detente.knowledge.actors import ActorTables
from detente.pipeline import Coder
from detente.reading.syntax import load_model, parse
from detente.reading.tokens import Token
from detente.records import Actor, Document, Report

RULES = Path(__file__).parents[1] / "src" / "detente" / "knowledge" / "en"
UNFIT = frozenset({"world-1", "world-2", "wire-2"})  # kept for measuring
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
