"""What the tests of the store's commands share: one coder that knows the invented states, and a store of their own."""

from pathlib import Path

import pytest

from detente.cli import adding, keeping
from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder


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
