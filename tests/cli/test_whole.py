"""A file that is of use only as a whole is there as a whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from detente.cli.writing import open_bytes
from detente.errors import DetenteError


@pytest.mark.parametrize("end", [KeyboardInterrupt, DetenteError, OSError])
def test_what_breaks_off_leaves_the_earlier_file(tmp_path: Path, end: type[BaseException]) -> None:
    made = tmp_path / "events.csv"
    made.write_bytes(b"of yesterday")
    with pytest.raises(end), open_bytes(made) as stream:
        stream.write(b"half a")
        raise end
    assert made.read_bytes() == b"of yesterday"
    assert [path.name for path in tmp_path.iterdir()] == ["events.csv"]


def test_nothing_is_left_where_nothing_was(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), open_bytes(tmp_path / "events.csv"):
        raise KeyboardInterrupt
    assert not list(tmp_path.iterdir())


def test_the_new_file_has_the_mode_of_the_old_and_a_link_stays_one(tmp_path: Path) -> None:
    made, link = tmp_path / "events of today.csv", tmp_path / "latest.csv"
    made.write_bytes(b"old")
    made.chmod(0o640)
    link.symlink_to(made)
    with open_bytes(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert (made.read_bytes(), stat.S_IMODE(made.stat().st_mode)) == (b"new", 0o640)


@pytest.mark.parametrize("name", ["absent/events.csv", ".", "e" * 300])
def test_what_cannot_be_written_is_one_line(tmp_path: Path, name: str) -> None:
    with (
        pytest.raises(DetenteError, match=r"cannot be written .*; name another file"),
        open_bytes(tmp_path / name),
    ):
        pass
    assert not list(tmp_path.iterdir())


def test_a_device_is_written_as_it_is() -> None:
    with open_bytes(Path(os.devnull)) as stream:
        stream.write(b"gone")
    assert not Path(os.devnull).is_file()
