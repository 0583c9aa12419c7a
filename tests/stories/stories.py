"""Stories in Markdown in, dated reports with gold labels and the states expected after them out.

A story is a file of blocks in the order of publication:

    ```news 2013-02-12 "Sylvan Post" is visit:kovar
    The minister will visit Sylvania on 3 March, her office said.
    ```
    dossier kovar: visit RUR -> SYL | scheduled | 2013-03-03 | place: Klausenburg

`is` gives the happenings that the report tells of, as `kind:label`, several with commas (of one kind: in the order of the
text), or `noise`. Attributes:
`copy-of N` (the text of the story's Nth block), `supersedes N`. A line `dossier` is a checkpoint at the end of the day
of the block before it: kind, sides, status, believed time (`unknown` for none), then named parts; `as of` moves it.
`!dossier` is a checkpoint that is known to come out wrongly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

BLOCK = re.compile(
    r'^```news (?P<day>\S+) "(?P<outlet>[^"]+)" is (?P<labels>.+?)'
    r"(?: copy-of (?P<copy>\d+))?(?: supersedes (?P<supersedes>\d+))?$"
)
CHECK = re.compile(r"^!?dossier (?P<label>\S+): (?P<kind>[a-z -]*?) (?P<sides>[A-Z?].*)$")


@dataclass(frozen=True, kw_only=True)
class News:
    """One report; copy_of and supersedes are numbers of earlier blocks, from 1."""

    number: int
    day: str
    outlet: str
    labels: tuple[tuple[str, str], ...]
    text: str
    copy_of: int | None
    supersedes: int | None


@dataclass(frozen=True, kw_only=True)
class Check:
    """What is expected of a dossier at the end of a day; `parts` by name."""

    label: str
    day: str
    kind: str
    sides: str
    status: str
    time: str | None
    parts: dict[str, str]
    line: str
    known_wrong: bool


@dataclass(frozen=True, kw_only=True)
class Story:
    """A file's reports and checkpoints."""

    name: str
    news: tuple[News, ...]
    checks: tuple[Check, ...]


def read_story(path: Path) -> Story:
    """Raises `ValueError` naming the line that is neither prose, block nor checkpoint."""
    news: list[News] = []
    checks: list[Check] = []
    lines = iter(path.read_text(encoding="utf-8").splitlines())
    for line in lines:
        if line.startswith("```"):
            body: list[str] = []
            for inside in lines:
                if inside == "```":
                    break
                body.append(inside)
            news.append(_news(line, "\n".join(body), len(news) + 1, path))
        elif line.startswith(("dossier", "!dossier")):
            checks.append(_check(line, news[-1].day, path))
    return Story(name=path.stem, news=tuple(news), checks=tuple(checks))


def _news(line: str, text: str, number: int, path: Path) -> News:
    match = BLOCK.match(line)
    if match is None:
        raise ValueError(f"{path.name}: not a news block: {line}")
    labels = [tuple(one.rsplit(":", 1)) for one in match["labels"].split(", ") if one != "noise"]
    return News(
        number=number,
        day=match["day"],
        outlet=match["outlet"],
        labels=tuple((kind, label) for kind, label in labels),
        text=text,
        copy_of=int(match["copy"]) if match["copy"] else None,
        supersedes=int(match["supersedes"]) if match["supersedes"] else None,
    )


def _check(line: str, day: str, path: Path) -> Check:
    match = CHECK.match(line)
    if match is None:
        raise ValueError(f"{path.name}: not a checkpoint: {line}")
    sides, status, *rest = [part.strip() for part in match["sides"].split("|")]
    named = dict(part.split(": ", 1) for part in rest if ": " in part)
    bare = [part for part in rest if ": " not in part]
    return Check(
        label=match["label"],
        day=named.pop("as of", day),
        kind=match["kind"],
        sides=" -> ".join(", ".join(sorted(side.split(", "))) for side in sides.split(" -> ")),
        status=status,
        time=bare[0] if bare else None,
        parts=named,
        line=line,
        known_wrong=line.startswith("!"),
    )
