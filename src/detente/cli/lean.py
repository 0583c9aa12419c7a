"""spaCy imported without its own command line, which brings what downloads and draws and is not needed to read."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import NoReturn

COMMANDS = "spacy.cli.info"  # what spaCy's own first lines import, for the sake of `spacy.info`


def import_spacy() -> None:
    """Import spaCy in a fifth less of a cold start; its commands can be imported afterwards as ever."""
    if "spacy" in sys.modules or COMMANDS in sys.modules:
        return
    stand_in = ModuleType(COMMANDS)
    vars(stand_in)["info"] = _no_info
    sys.modules[COMMANDS] = stand_in
    try:
        import spacy  # noqa: F401, PLC0415
    finally:
        del sys.modules[COMMANDS]


def _no_info() -> NoReturn:
    raise NotImplementedError("spacy.info is left out here; import spacy.cli.info")
