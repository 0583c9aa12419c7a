"""What is kept is read back as it was, and only while it may be."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from detente.kept import cache_folder, kept
from detente.knowledge.load import load_knowledge


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache that is not there yet."""
    folder = tmp_path / "not yet" / "there"
    monkeypatch.setenv("DETENTE_CACHE", str(folder))
    return folder


def counted() -> tuple[Callable[[], list[int]], list[None]]:
    """Something to build, and a list as long as it was built often."""
    built: list[None] = []

    def build() -> list[int]:
        built.append(None)
        return [1, 2, 3]

    return build, built


@pytest.mark.parametrize(("first", "second", "times"), [("a", "a", 1), ("a", "b", 2)])
def test_built_once_for_a_key(folder: Path, first: str, second: str, times: int) -> None:
    build, built = counted()
    assert kept("thing", first, build) == kept("thing", second, build) == [1, 2, 3]
    assert len(built) == times
    assert [path.name for path in folder.iterdir()] == ["thing.pickle"]


def test_none_can_be_kept(folder: Path) -> None:
    assert kept("thing", "a", lambda: None) is None
    assert kept("thing", "a", lambda: 1) is None


@pytest.mark.parametrize("left", [0, 10, 25, -3])
def test_a_torn_file_is_as_none(folder: Path, left: int) -> None:
    build, built = counted()
    kept("thing", "a", build)
    path = folder / "thing.pickle"
    path.write_bytes(path.read_bytes()[:left])
    assert kept("thing", "a", build) == kept("thing", "a", build) == [1, 2, 3]
    assert len(built) == 2


def test_a_folder_that_cannot_be_made_is_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    monkeypatch.setenv("DETENTE_CACHE", str(tmp_path / "file" / "folder"))
    build, built = counted()
    assert kept("thing", "a", build) == kept("thing", "a", build) == [1, 2, 3]
    assert len(built) == 2


def test_what_was_not_finished_is_taken_away(folder: Path) -> None:
    with pytest.raises(TypeError, match="pickle"):
        kept("thing", "a", lambda: (n for n in range(3)))
    assert list(folder.iterdir()) == []


def test_nothing_is_kept_when_nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTE_CACHE", "")
    assert cache_folder() is None
    build, built = counted()
    assert kept("thing", "a", build) == kept("thing", "a", build)
    assert len(built) == 2


def test_among_the_users_caches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DETENTE_CACHE")
    folder = cache_folder()
    assert folder is not None
    assert folder.name == "detente"


def test_many_at_once(folder: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda n: kept("thing", f"{n % 2}", lambda: [n % 2]), range(40)))
    assert found == [[n % 2] for n in range(40)]
    assert [path.name for path in folder.iterdir()] == ["thing.pickle"]


def test_knowledge_is_read_back_as_it_was(folder: Path) -> None:
    built, read = load_knowledge(), load_knowledge()
    assert vars(read) == {**vars(built), "actors": read.actors}
    assert vars(read.actors) == vars(built.actors)
    assert (folder / "knowledge.pickle").is_file()


def test_a_users_own_folder_is_not_kept(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    load_knowledge(tmp_path / "own")
    assert not folder.exists()
