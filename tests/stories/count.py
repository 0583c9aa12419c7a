"""Stories in, how many of their checkpoints come out right and how well their reports are linked out.

    python -m tests.stories.count [FILES] [--errors]

Without files all stories beside this file. A checkpoint is right where all that it says is: kind, sides, status, time and
the named parts. B-cubed F1 is that of all accounts.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from detente.knowledge.dossiers import DossierTables, load_dossier_tables
from detente.knowledge.files import BUILT_IN
from detente.knowledge.load import INVENTED, load_knowledge
from detente.pipeline import Coder
from tests.stories.stories import read_story
from tests.stories.telling import Told, b_cubed, differences, tell


def main() -> None:
    """Print a line for each story, and one for all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, default=sorted(Path(__file__).parent.glob("*.md")))
    parser.add_argument("--errors", action="store_true", help="show what is wrong at each checkpoint")
    asked = parser.parse_args()
    tables = load_dossier_tables((BUILT_IN, INVENTED))
    coder = Coder(loaded=load_knowledge(invented=True))
    told = [tell(read_story(path), coder, tables) for path in asked.files]
    for one in told:
        print(counted(one.story.name, [one], tables))
        for line in wrong(one, tables) if asked.errors else ():
            print("   ", line)
    print(counted("all", told, tables))


def counted(name: str, told: list[Told], tables: DossierTables) -> str:
    """The line of some stories."""
    checks = [not differences(check, one, tables) for one in told for check in one.story.checks]
    return f"{name}: {sum(checks)} of {len(checks)} checkpoints, B-cubed F1 {b_cubed(told):.3f}"


def wrong(told: Told, tables: DossierTables) -> Iterator[str]:
    """What is other than the checkpoints say, and what the coder gave no account for."""
    for check in told.story.checks:
        if found := differences(check, told, tables):
            yield f"{check.line}: {'; '.join(found)}"
    yield from (f"missed: {line}" for line in told.missed)


if __name__ == "__main__":
    main()
