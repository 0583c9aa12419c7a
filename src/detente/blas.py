"""Nothing in; the multiplier of matrices that numpy brings told how many threads to use, and of a processor new to it.

A text's matrices are small: a second thread takes as much of the processor again for no less time on the clock, and
more where something else runs on the machine. OpenBLAS picks its way of multiplying by the processor's family when
numpy is loaded. A family newer than itself it treats like one of ten years ago: half as fast, where the processor has
wide registers (AVX-512). The sums are the same.
To be called before numpy is imported; whoever has imported it already, or has chosen himself, keeps what he has.
"""

from __future__ import annotations

import os
from pathlib import Path

CHOICE = "OPENBLAS_CORETYPE"
WIDE = "SkylakeX"  # its name for every processor with these flags
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
FLAGS = frozenset({"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"})
MAKER = "AuthenticAMD"
FIRST_UNKNOWN = 26  # Zen 5; the families before it are known, and so are all of the other maker
CPUINFO = Path("/proc/cpuinfo")


def name_processor(cpuinfo: Path = CPUINFO) -> None:
    """Choose the wide multiplier in this process and those that it starts, where it is there and would be missed."""
    if CHOICE not in os.environ and _is_unknown(_fields(cpuinfo)):
        os.environ[CHOICE] = WIDE


def use_one_thread() -> None:
    """Let this process and those that it starts multiply in one thread each."""
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")


def _fields(cpuinfo: Path) -> dict[str, str]:
    """What the system says of the first core; nothing where it does not say so."""
    try:
        first = cpuinfo.read_text(encoding="utf-8").partition("\n\n")[0]
    except OSError:
        return {}
    split = (line.partition(":") for line in first.splitlines())
    return {name.strip(): value.strip() for name, _, value in split}


def _is_unknown(fields: dict[str, str]) -> bool:
    family = fields.get("cpu family", "")
    if fields.get("vendor_id") != MAKER or not family.isdecimal() or int(family) < FIRST_UNKNOWN:
        return False
    return set(fields.get("flags", "").split()) >= FLAGS
