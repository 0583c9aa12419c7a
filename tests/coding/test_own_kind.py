"""A kind of the user's own that joins a group of kinds: it is treated as they are."""

from pathlib import Path

import pytest

from detente.pipeline import Coder
from detente.records import Document

RULE = """id: wreath-v
why: Wreaths are sent.
kind: wreath
verbs: [dispatch]
actor: [subject]
recipient: [to]
when: {object: ["=wreath"]}
needs: [actor]
examples:
  - "Ruritania [[dispatched]] a wreath to Sylvania. => RUR -> SYL | occurred"
not:
  - "The shop dispatched a parcel."
"""


@pytest.mark.parametrize(("group", "recipients"), [("comfort", ["PER"]), ("", [])])
def test_a_kind_in_a_group_gets_its_other_side_as_the_others_do(
    group: str, recipients: list[str], tmp_path: Path
) -> None:
    (tmp_path / "frames").mkdir()
    (tmp_path / "plover").mkdir()
    (tmp_path / "frames" / "mine.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "plover" / "kinds.csv").write_text(
        f"kind,family,type,groups\nwreath,wreath,SUPPORT,{group}\n", encoding="utf-8"
    )
    text = "A strong earthquake struck Peru at night. Chile dispatched a wreath."
    (event,) = Coder(tmp_path).code(Document(text=text)).events
    assert [actor.id for actor in event.recipients] == recipients


def test_a_kind_that_only_a_rule_names_is_coded_without_a_type(tmp_path: Path) -> None:
    (tmp_path / "frames").mkdir()
    (tmp_path / "frames" / "mine.yaml").write_text(RULE, encoding="utf-8")
    (event,) = Coder(tmp_path).code(Document(text="Chile dispatched a wreath to Peru.")).events
    assert (event.kind, event.type) == ("wreath", None)
