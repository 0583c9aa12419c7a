"""The command line: `main` is what `detente` runs. Heavy imports wait until a command needs them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from detente.blas import name_processor, use_one_thread
from detente.errors import MAKE_ROOM, NO_ROOM, DetenteError

if TYPE_CHECKING:
    from cyclopts import CycloptsError

USAGE = 2
INTERRUPTED = 130
CODING = ("code", "batch")  # whose output stays when they are stopped


def main() -> None:
    """Run the command line of this process and exit with its code."""
    name_processor()
    use_one_thread()
    _open_what_is_closed()
    try:
        sys.exit(run(sys.argv[1:]))
    except KeyboardInterrupt:  # before anything was begun, or again while ending
        sys.exit(INTERRUPTED)


def _open_what_is_closed() -> None:
    """Whoever starts us may have closed standard output or error; what is written there is lost, and nothing else."""
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def run(arguments: Sequence[str]) -> int:
    """Run a command line: 0 all coded, 1 some inputs failed, 2 wrong usage or nothing read, 130 interrupted."""
    from cyclopts import CycloptsError, UnusedCliTokensError  # noqa: PLC0415

    from detente.cli.app import build_app  # noqa: PLC0415
    from detente.cli.notes import tell_notes  # noqa: PLC0415

    tell_notes()
    try:
        code = build_app()(list(arguments), exit_on_error=False, print_error=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except UnusedCliTokensError as error:
        one = next(iter(error.unused_tokens or ()), "")
        return _failed(
            f"{one!r} is one too many; put what belongs together in quotation marks. See {_command(error)} --help."
        )
    except CycloptsError as error:
        return _failed(f"{' '.join(str(error).split())} See {_command(error)} --help.")
    except DetenteError as error:
        return _failed(str(error))
    except BrokenPipeError:  # whoever read the output has seen enough
        sys.stdout = None  # nothing more can be flushed into the pipe at exit
        return 1
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        sys.stdout = None
        return _failed(f"standard output: cannot be written ({error.strerror}); {MAKE_ROOM}")
    except KeyboardInterrupt:
        kept = "; what was coded so far has been written" if arguments and arguments[0] in CODING else ""
        _failed(f"interrupted{kept}")
        return INTERRUPTED


def _command(error: CycloptsError) -> str:
    """The command that was called, as it is typed."""
    return " ".join(("detente", *(error.command_chain or ())))


def _failed(message: str) -> int:
    sys.stderr.write(f"detente: {message}\n")
    return USAGE
