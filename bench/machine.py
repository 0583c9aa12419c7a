"""Nothing in; the machine and the versions that a figure was measured with, and how to tame BLAS, out."""

from __future__ import annotations

import platform
from importlib.metadata import version
from pathlib import Path

ONE_BLAS_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1"
)
PACKAGES = ("detente", "spacy", "numpy")


def processor() -> str:
    """The processor's name as the system gives it."""
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def versions() -> dict[str, str]:
    """Python and the packages that matter for time and figures."""
    return {"python": platform.python_version()} | {name: version(name) for name in PACKAGES}
