"""The measure of what reading times costs reads what it is given and counts what it finds."""

import importlib
import json
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"


def test_the_ratio_of_one_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(BENCH)
    texts = tmp_path / "texts.jsonl"
    texts.write_text(json.dumps({"text": "The envoy left on Friday.", "published": "2013-02-12"}) + "\n")
    importlib.import_module("times_cost").main([str(texts), "--rounds", "1", "--json"])
    figures = json.loads(capsys.readouterr().out)
    assert figures["ratio"] > 0
    assert (figures["documents"], figures["expressions"]) == (1, 1)
