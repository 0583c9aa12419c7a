"""A user's rules in, the names in them that ours never use and that the coder would pass over out.

What our own rules name is what there is. Prepositions are without number: an argument is only told where it is
nearly one of those that are none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from detente.errors import KnowledgeError, did_you_mean
from detente.knowledge.faults import no_such
from detente.knowledge.frames import EventTables, Frame, Operator

ARGUMENTS = ("subject", "object", "indirect", "clause", "poss", "mod", "adj", "compound", "attr", "purpose")
_NONE = ""

type _Rule = Frame | Operator


def unknown_names(tables: EventTables, own: Collection[str]) -> Iterator[KnowledgeError]:
    """The tests (`@actor`), arguments and PLOVER types that there are not, in the rules with these ids."""
    rules: tuple[_Rule, ...] = (*tables.frames, *tables.operators)
    ours = [rule for rule in rules if rule.id not in own]
    tests = {test for rule in ours for test in _tests(rule)}
    arguments = {name for rule in ours for name in _arguments(rule)}
    types = {row.type for row in tables.scores}
    for rule in rules:
        if rule.id in own:
            yield from _unknown(rule, "test", _tests(rule), tests)
            yield from _unknown(rule, "PLOVER type", rule.of if isinstance(rule, Operator) else (), types)
            yield from _misspelled(rule, arguments)


def _unknown(
    rule: _Rule, what: str, names: Iterable[str], known: Collection[str]
) -> Iterator[KnowledgeError]:
    for name in dict.fromkeys(names):
        if name not in known:
            problem, remedy = no_such(name, known, what=what)
            yield KnowledgeError(file=rule.file, record=rule.id, problem=problem, remedy=remedy)


def _misspelled(rule: _Rule, known: Collection[str]) -> Iterator[KnowledgeError]:
    for name in dict.fromkeys(_arguments(rule)):
        near = did_you_mean(name, ARGUMENTS, otherwise=_NONE)
        if name not in known and near != _NONE:
            problem = f"there is no argument '{name}'"
            yield KnowledgeError(file=rule.file, record=rule.id, problem=problem, remedy=near)


def _tests(rule: _Rule) -> Iterator[str]:
    conditions = [*rule.when.values(), *rule.unless.values()]
    if isinstance(rule, Operator):
        conditions += [rule.says, rule.others, rule.comes]
    for tests in conditions:
        yield from (test.lstrip("!") for test in tests if test.lstrip("!").startswith("@"))


def _arguments(rule: _Rule) -> Iterator[str]:
    if isinstance(rule, Frame):
        named = (*rule.actor, *rule.recipient, *rule.participants, *rule.place, *rule.own, *rule.foreign)
    else:
        named = (*rule.on, *rule.actor, *rule.recipient, *rule.time)
    for argument in (*named, *rule.when, *rule.unless):
        yield from argument.split("|")
