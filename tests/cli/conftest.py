"""What the tests of commands share: a fake coder, one that knows the invented states, and a store of their own."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from detente.cli import adding, keeping, run
from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder
from tests.cli.fake import TEXT, Detente, FakeCoder, Outcome
from tests.cli.texts import LATER, TALKS, VISIT


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder(loaded=load_knowledge(None, invented=True))


@pytest.fixture
def store(coder: Coder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of a store that there is not yet; commands use it, and the one coder."""
    path = tmp_path / "news.db"
    monkeypatch.setenv("DETENTE_STORE", str(path))
    for module in (adding, keeping):
        monkeypatch.setattr(module, "load_coder", lambda knowledge, model: coder)
    return path


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, day, outlet, text in (
        ("a", "2013-02-12", "Sylvan Post", VISIT),
        ("b", "2013-02-20", "Ruritania Wire", LATER),
        ("c", "2013-02-13", "Edelweiss Echo", TALKS),
    ):
        fields = f"---\noutlet: {outlet}\npublished: {day}\nurl: https://{name}.example/1\n---\n"
        (folder / f"{name}.md").write_text(fields + text, encoding="utf-8")
    return folder


@pytest.fixture
def filled(store: Path, news: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run(["add", str(news)]) == 0
    assert "3 reports added" in capsys.readouterr().out
    return store


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path | None, str | None]]:
    """With what the coder has been loaded."""
    pipeline = ModuleType("detente.pipeline")
    pipeline.Coder = FakeCoder  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "detente.pipeline", pipeline)
    monkeypatch.setattr(FakeCoder, "loaded", [])
    return FakeCoder.loaded


@pytest.fixture
def detente(
    loaded: list[tuple[Path | None, str | None]],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Detente:
    """Runs a command line, on a terminal if asked to, and gives its exit code and what it wrote."""

    def call(*arguments: str | Path, terminal: bool = False) -> Outcome:
        with monkeypatch.context() as patch:
            if terminal:
                patch.setenv("TERM", "xterm-256color")
                patch.setattr(sys.stdout, "isatty", lambda: True)
                patch.setattr(sys.stderr, "isatty", lambda: True)
            code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path
