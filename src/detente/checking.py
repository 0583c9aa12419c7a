"""Rules in, what their own examples and near misses say of them out: the one runner for all frames and operators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from detente.errors import KnowledgeError
from detente.knowledge.check import REFERENCE_DATE, Example, read_example, static_problems, unmarked
from detente.knowledge.contents import count_records, rules_in, unread_files
from detente.knowledge.frames import Frame, Operator
from detente.knowledge.load import load_knowledge
from detente.knowledge.rows import row_problems
from detente.knowledge.unknown import unknown_names
from detente.pipeline import Coder
from detente.records import Actor, Document, Event

DOSSIER = "dossier"  # what a frame needs


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A sentence of a rule that is not read as the rule says."""

    file: str
    rule: str
    sentence: str
    problem: str

    def __str__(self) -> str:
        return f"{self.file}: {self.rule}: {self.problem}: {self.sentence}"


def example_coder(overlay: Path | None = None, *, model: str | None = None) -> Coder:
    """A coder that also knows the invented states of the examples."""
    return Coder(model=model, loaded=load_knowledge(overlay, invented=True))


def check_rules(coder: Coder, *, only: Iterable[str] | None = None) -> Iterator[Finding]:
    """Static problems, then examples that are misread, near misses that fire, known wrongs that work by now."""
    tables = coder.knowledge.events
    wanted = set(only) if only is not None else None
    for problem in static_problems(tables):
        if wanted is None or wanted & {problem.file, problem.record}:
            yield _static(problem)
    rules: tuple[Frame | Operator, ...] = (*tables.frames, *tables.operators)
    for rule in rules:
        if wanted is None or rule.file in wanted or rule.id in wanted:
            yield from check_rule(rule, coder)


def check_rule(rule: Frame | Operator, coder: Coder) -> Iterator[Finding]:
    """The findings of one rule."""
    for line in rule.examples:
        problem = _misread(rule, line, coder)
        if problem:
            yield _finding(rule, line, problem)
    for line in rule.not_:
        if _fires(rule, _events(line, coder, rule)):
            yield _finding(rule, line, "it fires on a near miss")
    for line in rule.known_wrong:
        if _misread(rule, line, coder) is None:
            yield _finding(rule, line, "a known wrong works now; move it to the examples")


def _misread(rule: Frame | Operator, line: str, coder: Coder) -> str | None:
    try:
        example = read_example(rule, line)
    except KnowledgeError as error:
        return error.problem
    events = _events(example.text, coder, rule)
    fired = _fires(rule, events)
    if not fired:
        return _not_fired(rule, example, events)
    at_mark = [e for e in fired if _overlap(e, example)]
    if not at_mark:
        return f"it fires on '{_trigger(fired[0], example)}', not on the mark"
    differences = [_difference(e, example) for e in at_mark]
    return None if None in differences else differences[0]


def _events(sentence: str, coder: Coder, rule: Frame | Operator) -> tuple[Event, ...]:
    """The events of a sentence; for a rule of what only an earlier report tells more of, the references too."""
    report = coder.code(Document(text=unmarked(sentence), published=REFERENCE_DATE))
    only_known = isinstance(rule, Frame) and DOSSIER in rule.needs
    return (*report.events, *(one.event for one in report.references if only_known))


def _fires(rule: Frame | Operator, events: Iterable[Event]) -> list[Event]:
    name = f"frame:{rule.id}" if isinstance(rule, Frame) else f"operator:{rule.id}"
    return [e for e in events if name in e.rules]


def _not_fired(rule: Frame | Operator, example: Example, events: Iterable[Event]) -> str:
    """Why, as far as that is another frame's word there."""
    others = [name for e in events if _overlap(e, example) for name in e.rules if name.startswith("frame:")]
    if not others or isinstance(rule, Operator):
        return "it does not fire"
    return f"{others[0]} fires in its place, with all that it needs, or as the one with more conditions under `when`"


def _overlap(event: Event, example: Example) -> bool:
    return event.trigger.start < example.mark.end and example.mark.start < event.trigger.end


def _trigger(event: Event, example: Example) -> str:
    return example.text[event.trigger.start : event.trigger.end]


def _difference(event: Event, example: Example) -> str | None:
    actors, recipients = _codes(event.actors), _codes(event.recipients)
    if not example.recipients:  # a side that the sentence leaves out may be inferred, with the reason said
        recipients = _codes(a for a in event.recipients if a.inferred is None)
    if example.actors is not None and actors != example.actors:
        return f"its actors are {', '.join(actors) or 'none'}"
    if example.recipients is not None and recipients != example.recipients:
        return f"its recipients are {', '.join(recipients) or 'none'}"
    if example.status is not None and event.status != example.status:
        return f"its status is {event.status}"
    return None


def _codes(actors: Iterable[Actor]) -> tuple[str, ...]:
    """The state, else the id, else `?`; each once, sorted."""
    return tuple(sorted({a.country or a.id or "?" for a in actors}))


def _finding(rule: Frame | Operator, line: str, problem: str) -> Finding:
    return Finding(file=rule.file, rule=rule.id, sentence=line, problem=problem)


def _static(problem: KnowledgeError) -> Finding:
    return Finding(file=problem.file, rule=problem.record, sentence=problem.remedy, problem=problem.problem)


@dataclass(frozen=True, kw_only=True)
class FolderCheck:
    """What a user's folder holds, and what is wrong with it. checked: rules whose sentences were read;
    unread: files in a place where nothing is looked for; unchecked: rules that were loaded and no more."""

    folder: Path
    counts: Mapping[str, int]
    checked: int
    sentences: int
    unchecked: int
    unread: tuple[Path, ...]
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        return bool(self.counts) and not self.findings and not self.unread


def check_folder(folder: Path, *, model: str | None = None) -> FolderCheck:
    """Lay a user's folder over ours and try the sentences of its own rules. Raises `KnowledgeError`."""
    coder = example_coder(folder, model=model)
    coder.knowledge.times.compile_all()  # loading leaves that to the first text that needs a pattern
    own = [rule for part in ("frames", "operators") for rule in rules_in(folder, part)]
    counts = count_records(folder)
    rules = sum(count for part, count in counts.items() if not part.endswith(".csv"))
    return FolderCheck(
        folder=folder,
        counts=counts,
        checked=len(own),
        sentences=sum(len(rule.examples) + len(rule.not_) + len(rule.known_wrong) for rule in own),
        unchecked=rules - len(own),
        unread=tuple(unread_files(folder)),
        findings=(
            *(
                _static(problem)
                for problem in unknown_names(coder.knowledge.events, {rule.id for rule in own})
            ),
            *(check_rules(coder, only=[rule.id for rule in own]) if own else ()),
            *(_static(problem) for problem in row_problems(folder)),
        ),
    )
