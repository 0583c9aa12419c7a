"""What is odd about a text is said in a line, and the text is coded all the same."""

from pathlib import Path

import pytest

from detente.cli import run

FRENCH = "Le président a rencontré lundi à Strelsau le roi de la Sylvanie. " * 4
NOTED = [
    (
        "---\ntitle: Recalled\n\nRuritania recalls its envoy.",
        "its front matter has no closing line ---, and is read as text; write one below the last entry",
    ),
    (FRENCH, "is hardly English, which alone can be read; translate it first"),
]


@pytest.mark.parametrize(("text", "note"), NOTED)
def test_a_note_names_the_file(
    text: str, note: str, store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "story.txt"
    story.write_text(text, encoding="utf-8")
    assert run(["add", str(story), "--published", "2013-02-12"]) == 0
    out, err = capsys.readouterr()
    assert err == f"detente: {story}: {note}\n"
    assert out.startswith("1 report added")
