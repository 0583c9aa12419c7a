"""`detente evaluate`: the example of the docs, and lines that no coding could answer."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from detente.cli import evaluating, run

ROOT = Path(__file__).parents[2]
ITEM = {"id": "1", "text": "Ruritania summoned Sylvania's envoy.", "published": "2013-02-12"}
EVENT = {"type": "ACCUSE", "status": "occurred", "actor": [{"code": "RUR"}], "recipient": [{"code": "SYL"}]}


@pytest.fixture(autouse=True)
def one_coder(coder: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluating, "load_coder", lambda knowledge, model: coder)


def test_the_example_of_the_docs_is_read_as_it_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = re.search(r"```json\n(.*?)```", (ROOT / "docs" / "evaluate.md").read_text("utf-8"), re.DOTALL)
    assert shown
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(json.loads(shown[1])), encoding="utf-8")
    assert run(["evaluate", str(path), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["events"]["f1"] == 1.0
    assert [figures[name] for name in ("status", "time", "source")] == [{"right": 1.0, "of": 1}] * 3


@pytest.mark.parametrize(
    ("slip", "says"),
    [
        ({"type": "VISIT"}, "line 2: VISIT: there is no such PLOVER type"),
        ({"type_alt": ["VISIT"]}, "line 2: VISIT: there is no such PLOVER type"),
        ({"status": "happened"}, "line 2: happened: there is no such status; give any of cancelled"),
        ({"status_alt": ["happened"]}, "line 2: happened: there is no such status"),
        ({"actor": [{"code": "Ruritania"}]}, "line 2: Ruritania: is no code; give FRA"),
    ],
)
def test_a_slip_of_the_pen_is_named_and_not_counted_as_missed(
    slip: dict[str, Any], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "gold.jsonl"
    lines = [ITEM | {"events": [EVENT]}, ITEM | {"events": [EVENT | slip]}]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert run(["evaluate", str(path), "--json"]) == 1
    seen = capsys.readouterr()
    assert says in seen.err
    assert json.loads(seen.out)["items"] == 1
