"""Hand-coded items, articles and stories in; the same with `!` before what the coder reads wrongly today, and only there.

    uv run python tools/mark.py [--dry] FILES...

After a change of a rule: what a test of these files would say, and the file put right. `--dry` only says what would
change. Items lie in `tests/coding/items`, articles in `tests/coding/articles`, stories are Markdown.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from articles import pair, read_article  # noqa: E402
from items import INVENTED as ITEM_TABLES  # noqa: E402
from items import KNOWN_WRONG, code, differences, read_cases  # noqa: E402

from detente.evaluation import evaluate  # noqa: E402
from detente.knowledge.dossiers import load_dossier_tables  # noqa: E402
from detente.knowledge.files import BUILT_IN  # noqa: E402
from detente.knowledge.load import INVENTED, load_knowledge  # noqa: E402
from detente.pipeline import Coder  # noqa: E402
from tests.stories.stories import read_story  # noqa: E402
from tests.stories.telling import differences as at_checkpoint  # noqa: E402
from tests.stories.telling import tell  # noqa: E402

Verdicts = dict[int, bool]


def of_items(path: Path, coder: Coder) -> Verdicts:
    """Whether each item is read rightly, by the number of its line."""
    lines = [n for n, line in _lines(path) if line.strip() and line[0] not in "+?#"]
    cases = read_cases(path)
    wrong = {line.split()[1] for line in differences(evaluate(code(cases, coder)))}
    return {n: case.item.id not in wrong for n, case in zip(lines, cases, strict=True)}


def of_article(path: Path, coder: Coder) -> Verdicts:
    """Whether each event that no second reader would leave out is found, by the number of its line."""
    article = read_article(path)
    found, _ = pair(article, article.report(coder))
    lines = [n for n, line in _lines(path) if line.lstrip(f"{KNOWN_WRONG} ")[:1] in ("+", "?")]
    places = [(m, k) for m, told in enumerate(article.sentences) for k in range(len(told.events))]
    golds = [article.sentences[m].events[k] for m, k in places]
    return {n: place in found for n, place, gold in zip(lines, places, golds, strict=True) if not gold.doubt}


def of_story(path: Path, coder: Coder) -> Verdicts:
    """Whether each checkpoint comes out, by the number of its line."""
    tables = load_dossier_tables((BUILT_IN, INVENTED))
    told = tell(read_story(path), coder, tables)
    lines = [n for n, line in _lines(path) if line.startswith(("dossier", f"{KNOWN_WRONG}dossier"))]
    return {
        n: not at_checkpoint(check, told, tables) for n, check in zip(lines, told.story.checks, strict=True)
    }


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    yield from enumerate(path.read_text(encoding="utf-8").splitlines())


def marked(line: str, *, right: bool) -> str:
    """The line with the mark that it ought to have."""
    bare = line.removeprefix(KNOWN_WRONG).lstrip()
    gap = "" if bare.startswith("dossier") else " "
    return bare if right else f"{KNOWN_WRONG}{gap}{bare}"


def mark(path: Path, verdicts: Verdicts, *, dry: bool) -> None:
    """Put the marks right and say which moved."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    for n, right in verdicts.items():
        if lines[n].startswith(KNOWN_WRONG) == right:
            sys.stdout.write(f"{'right' if right else 'WRONG'}  {path.name}:{n + 1}  {lines[n].strip()}\n")
            lines[n] = marked(lines[n], right=right)
    if not dry:
        path.write_text("".join(lines), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Mark the files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--dry", action="store_true", help="write nothing")
    asked = parser.parse_args(arguments)
    of_texts = Coder(ITEM_TABLES)
    of_stories = Coder(loaded=load_knowledge(invented=True))
    for path in asked.files:
        verdict: Callable[[Path, Coder], Verdicts] = (
            of_story if path.suffix == ".md" else of_article if path.parent.name == "articles" else of_items
        )
        mark(path, verdict(path, of_stories if path.suffix == ".md" else of_texts), dry=asked.dry)


if __name__ == "__main__":
    main()
