"""On which processors the wide multiplier is chosen."""

import os
from pathlib import Path

import pytest

from detente.blas import CHOICE, ONE_THREAD, WIDE, name_processor, use_one_thread

FLAGS = "fpu avx2 avx512f avx512bw avx512cd avx512dq avx512vl"


@pytest.mark.parametrize(
    ("maker", "family", "flags", "chosen"),
    [
        ("AuthenticAMD", "26", FLAGS, WIDE),
        ("AuthenticAMD", "25", FLAGS, None),
        ("GenuineIntel", "26", FLAGS, None),
        ("AuthenticAMD", "26", "fpu avx2 avx512f", None),
        ("AuthenticAMD", "", "", None),
    ],
)
def test_chosen_where_it_would_be_missed(
    maker: str, family: str, flags: str, chosen: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", {})
    cpuinfo = tmp_path / "cpuinfo"
    cpuinfo.write_text(
        f"vendor_id\t: {maker}\ncpu family\t: {family}\nflags\t\t: {flags}\n\nvendor_id\t: x\n"
    )
    name_processor(cpuinfo)
    assert os.environ.get(CHOICE) == chosen


def test_an_own_choice_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", {CHOICE: "Haswell"})
    name_processor(tmp_path / "none")
    assert os.environ == {CHOICE: "Haswell"}


def test_nothing_is_chosen_where_the_system_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", {})
    name_processor(tmp_path / "none")
    assert os.environ == {}


def test_one_thread_unless_somebody_chose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", {"OMP_NUM_THREADS": "4"})
    use_one_thread()
    assert os.environ == dict.fromkeys(ONE_THREAD, "1") | {"OMP_NUM_THREADS": "4"}
