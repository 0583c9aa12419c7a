"""The accuracy table reads every scorer's real output, and fails in one line."""

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest

BENCH = Path(__file__).parents[2] / "bench"

# Echoes the gold in place of predicting, so that every scorer must find every answer right.
ORACLE = """
import json, sys
task, gold, _, output = sys.argv[1:]
with open(gold, encoding="utf-8") as lines, open(output, "w", encoding="utf-8") as out:
    for row in map(json.loads, lines):
        out.write(json.dumps(ANSWER) + chr(10))
"""

GOLD: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "events": (
        "events/plover_gsr_dev.jsonl",
        [
            {
                "id": "1",
                "text": "Ruritania and Sylvania agreed.",
                "type": "AGREE",
                "accept": ["AGREE"],
                "actor": [{"country": "RUR"}],
                "recipient": [{"country": "SYL"}],
                "reciprocal": False,
                "events": [{"type": "AGREE", "actor": ["RUR"], "recipient": ["SYL"]}],
            }
        ],
    ),
    "attribution": (
        "attribution/polnear_dev.jsonl",
        [
            {
                "id": "1",
                "text": "She said no.",
                "attributions": [{"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 11]]}],
            }
        ],
    ),
    "status": (
        "status/meantime_dev.jsonl",
        [
            {
                "id": "1",
                "text": "met",
                "events": [{"id": "m1", "span": [[0, 3]], "pos": "", "status": "occurred"}],
            }
        ],
    ),
    "time/meantime": ("time/meantime_dev.jsonl", []),
    "time/diplomatic": ("time/diplomatic_timex.jsonl", []),
    "stream": ("stream/coded_dev.jsonl", [{"id": "1", "text": "Nothing.", "events": []}]),
}
TIMEX = {"start": 3, "end": 6, "type": "DATE", "value": "2013-05", "mod": None}
INTERVAL = {"earliest": "2013-05-01", "latest": "2013-05-31"}
for name in ("time/meantime", "time/diplomatic"):
    GOLD[name][1].append({"id": "1", "text": "In May.", "note": "", "timexes": [TIMEX | INTERVAL]})


@pytest.fixture
def accuracy(monkeypatch: pytest.MonkeyPatch) -> Any:
    """`bench/accuracy.py` as it is when run as a script, its folder first on the path."""
    monkeypatch.syspath_prepend(BENCH)
    for module in ("accuracy", "scores", "machine"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    return importlib.import_module("accuracy")


@pytest.fixture
def gold_copy(shared: Path, tmp_path: Path) -> Path:
    """The real scorers beside invented gold rows of ours."""
    for script in (shared / "gold").rglob("*.py"):
        target = tmp_path / "gold" / script.relative_to(shared / "gold")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(script.read_text(encoding="utf-8"), encoding="utf-8")
    for file, rows in GOLD.values():
        both_halves = [row | {"id": str(number)} for row in rows for number in range(8)]
        lines = "".join(json.dumps(row) + "\n" for row in both_halves)
        (tmp_path / "gold" / file).write_text(lines, encoding="utf-8")
    return tmp_path


def predictor(folder: Path, answer: str) -> Path:
    """A script that answers each gold row with the expression."""
    path = folder / "oracle.py"
    path.write_text(ORACLE.replace("ANSWER", answer), encoding="utf-8")
    return path


@pytest.mark.parametrize("half", ["open", "blind"])
def test_the_gold_itself_scores_full_marks(
    accuracy: Any, gold_copy: Path, capsys: pytest.CaptureFixture[str], half: str
) -> None:
    oracle = predictor(gold_copy, "row")
    blind = ["--blind"] if half == "blind" else []
    accuracy.main(["--shared", str(gold_copy), "--predictor", str(oracle), "--json", *blind])
    result = json.loads(capsys.readouterr().out)
    count = result["rows"]["time/diplomatic"]
    assert result["half"] == half
    assert result["figures"] == {
        "events": {"type strict": 100, "type lenient": 100, "triple strict": 100, "triple lenient": 100},
        "attribution": {"whole": 100, "P": 100, "R": 100, "cue": 100},
        "time/meantime": {"relaxed": 100, "value": 100},
        "time/diplomatic": {"value": f"{count}/{count}", "all parts": f"{count}/{count}"},
        "status": {"macro F1": 25, "accuracy": 100},  # one of the four labels occurs
        "stream": {"events": 0, "parties": 0, "types": 0, "status macro": None, "false per 100 empty": 0},
    }


def test_one_task_can_be_asked_for_and_the_table_names_it(
    accuracy: Any, gold_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    oracle = predictor(gold_copy, "row")
    accuracy.main(["--shared", str(gold_copy), "--predictor", str(oracle), "--task", "time"])
    printed = capsys.readouterr().out
    assert "time/diplomatic" in printed and "attribution" not in printed


def test_a_predictor_that_fails_is_named_with_its_complaint(accuracy: Any, gold_copy: Path) -> None:
    broken = predictor(gold_copy, "1 / 0")
    with pytest.raises(SystemExit, match=r"oracle.py .* ended with code 1: ZeroDivisionError"):
        accuracy.main(["--shared", str(gold_copy), "--predictor", str(broken), "--task", "events"])


def test_absent_gold_is_named_with_the_remedy(accuracy: Any, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"is not there; name the folder .* with --shared"):
        accuracy.main(["--shared", str(tmp_path)])
