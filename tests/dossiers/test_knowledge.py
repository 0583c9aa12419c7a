"""The tables of dossiers: every kind stands in a family, every status at a stage, every pattern can be filled."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.dossiers import accounts_of, read_as_plans
from detente.dossiers.describing import described
from detente.dossiers.facets import parties_of
from detente.dossiers.replies import reply_in
from detente.errors import KnowledgeError
from detente.knowledge.dossiers import DossierTables, load_dossier_tables
from detente.knowledge.files import BUILT_IN
from detente.knowledge.frames import load_event_tables
from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder
from detente.records import Document


def test_every_kind_of_a_family_or_a_title_is_one_that_the_coder_knows(tables: DossierTables) -> None:
    kinds = {row.kind for row in load_event_tables((BUILT_IN,)).kinds}
    named = set(tables.families) | {kind for pattern in tables.titles.values() for kind in pattern.kinds}
    assert named <= kinds


def test_kinds_with_a_direction_stand_in_their_family() -> None:
    for family in set(load_dossier_tables((BUILT_IN,)).families.values()):
        assert set(family.directed) <= set(family.kinds)


def test_a_kind_in_two_families_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dossiers").mkdir()
    (tmp_path / "dossiers" / "families.yaml").write_text(
        "id: mine\nkinds: [visit]\nwindow: 1\nplan_apart: 1\nheld_apart: 1\nfresh: 1\n"
    )
    with pytest.raises(KnowledgeError, match=r"visit stands in the family"):
        load_dossier_tables((BUILT_IN, tmp_path))


def test_a_users_family_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "dossiers").mkdir()
    (tmp_path / "dossiers" / "families.yaml").write_text(
        "id: call\nkinds: [call]\nwindow: 5\nplan_apart: 1\nheld_apart: 1\nfresh: 1\n"
    )
    assert load_dossier_tables((BUILT_IN, tmp_path)).family("call").window == 5


def test_examples_of_descriptions(tables: DossierTables) -> None:
    for rule in tables.descriptions:
        assert rule.examples
        assert rule.not_
        for line in rule.examples:
            text, _, side = line.partition(" => ")
            assert {found for found, _ in described(rule, text, tables)} == {side}, line
        for text in rule.not_:
            assert not list(described(rule, text, tables)), text


def test_days_of_things_lie_within_those_of_the_kinds_that_are_about_them(tables: DossierTables) -> None:
    """Otherwise two accounts of one family could meet only as an incident, and never as one act."""
    window = min(family.window for family in tables.families.values() if family.incident)
    assert all(thing.window <= window for thing in tables.things.values())


def test_examples_of_answers(tables: DossierTables) -> None:
    """Each is coded, and read as the mention that its example gives; a near miss is read as no plan."""
    coder = Coder(loaded=load_knowledge(invented=True))
    for rule in tables.answers:
        assert rule.examples
        assert rule.not_
        for line in rule.examples:
            text, _, told = line.partition(" => ")
            assert told in _told(coder, text, tables), line
        for text in rule.not_:
            assert not {one.partition(" | ")[0] for one in _told(coder, text, tables)} & {
                rule.reads,
                *rule.about,
            }, text


def test_examples_of_replies(tables: DossierTables) -> None:
    """Each is coded as an answer that does not say to what, and says where that stands; a near miss is none."""
    coder = Coder(loaded=load_knowledge(invented=True))
    for rule in tables.replies:
        assert rule.examples
        assert rule.not_
        for line in rule.examples:
            text, _, status = line.partition(" => ")
            assert _replied(coder, text, tables) == {(rule.id, status)}, line
        for text in rule.not_:
            assert not _replied(coder, text, tables), text


def _replied(coder: Coder, text: str, tables: DossierTables) -> set[tuple[str, str]]:
    found = accounts_of(coder.code(Document(text=text, published="2024-05-14")))
    rules = [(one, rule) for one in found if (rule := reply_in(one, tables)) is not None]
    return {
        (rule.id, rule.statuses[e.status])
        for one, rule in rules
        for e in one.events
        if e.status in rule.statuses
    }


def _told(coder: Coder, text: str, tables: DossierTables) -> list[str]:
    report = coder.code(Document(text=text, published="2024-05-14"))
    events = [e for one in accounts_of(report) for e in read_as_plans(one, tables=tables).events]
    sides = [[", ".join(sorted(parties_of([e], recipients=of))) for of in (False, True)] for e in events]
    return [
        f"{e.kind} | {' -> '.join(filter(None, both))} | {e.status}"
        for e, both in zip(events, sides, strict=True)
    ]
