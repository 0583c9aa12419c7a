"""Measure who is recognised in travel remarks: a random sample of rows, each titled name with its state.

    uv run python tools/measure_visits.py VISITS.csv [N] [--misses]

What is expected is read from the remark by a few plain rules that share nothing with the coder but the names of
states and organisations: a title (`visit_titles.txt`) with the capitalised words after it is a person, of the state
or organisation named right before the title, else of the state that is visited. Where that reading is wrong (a third
state's minister without his state, the traveller's own president), `visit_readings.csv` says who is meant.
The person must be right as well: some word of the name that was found must be spelled much like the one that is written.
"""

from __future__ import annotations

import csv
import random
import re
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language

from detente.coding.actors import find_mentions
from detente.coding.roles.mentions import Mention
from detente.knowledge.actor_files import load_actors
from detente.knowledge.actor_names import fold
from detente.knowledge.actors import ActorTables
from detente.knowledge.files import BUILT_IN
from detente.reading.names import find_names, find_names_in
from detente.reading.syntax import load_model, parse
from detente.records import Actor

SEED = 7
SIZE = 500
FIRST, LAST = "1990", "2026"
ALIKE = 0.6
TRAVELLER = "USA"  # whose president is accompanied
HERE = Path(__file__).parent
_WORD = r"[A-ZÀ-Þ][\w'’.-]*"
_JOINED = rf"(?:{_WORD}|al-[A-Z]\w+|de|del|bin|al|el|van|von|der|den|ibn|dos|da|la|of(?= [A-Z]))"
_NAME = rf"((?:(?:Dr|Mr|Mrs|Lt|Gen)\. )?{_WORD}(?:[ -]{_JOINED})*)"
_OWN = re.compile(
    r"(?:Accompanied|Joined|behalf of|accompanying)(?: (?:by|U\.S\.))?(?: the)? $", re.IGNORECASE
)
_BREAKS = re.compile(r"[,;:(]| and | with | by | at | on | for | to |(?<![A-Z])\. ")


class Wanted(NamedTuple):
    """A name in a remark: its span in the remark, and the state or organisation that it belongs to."""

    start: int
    end: int
    name: str
    side: str


def main() -> None:
    arguments = [a for a in sys.argv[1:] if a != "--misses"]
    nlp, tables = load_model(), load_actors([BUILT_IN])
    readings = read_readings()
    titles = title_pattern()
    rows = sample(Path(arguments[0]), titles, *map(int, arguments[1:2]))
    right = total = 0
    for row in rows:
        for wanted, said in judge(row, nlp, tables, titles, readings):
            total += 1
            right += said is None
            if said is not None and "--misses" in sys.argv:
                sys.stdout.write(f"  {row['src_id']} {row['start']} {wanted.name} = {wanted.side}: {said}\n")
    sys.stdout.write(f"visits: {len(rows)} rows, {right} of {total} names = {right / total:.3f}\n")


def title_pattern() -> re.Pattern[str]:
    words = (HERE / "visit_titles.txt").read_text(encoding="utf-8").splitlines()
    longest = sorted((re.escape(word) for word in words if word), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest)})\b(?:[ -](?:[Ee]lect|[Dd]esignate))? {_NAME}")


def read_readings() -> dict[tuple[str, str], str]:
    with (HERE / "visit_readings.csv").open(encoding="utf-8", newline="") as stream:
        return {(row["src_id"], row["name"]): row["side"] for row in csv.DictReader(stream)}


def sample(path: Path, titles: re.Pattern[str], size: int = SIZE) -> list[dict[str, str]]:
    """Rows of the years in question whose remark holds a title with a name."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [
            r for r in csv.DictReader(stream) if FIRST <= r["start"] < LAST and titles.search(r["remarks"])
        ]
    random.Random(SEED).shuffle(rows)
    return rows[:size]


def judge(
    row: dict[str, str], nlp: Language, tables: ActorTables, titles: re.Pattern[str],
    readings: dict[tuple[str, str], str],
) -> Iterator[tuple[Wanted, str | None]]:  # fmt: skip
    """Each name with None where it is right, else with what was found in its place."""
    place = " ".join(reversed(row["country"].split(", ")))
    ours = row["kind"] == "us_trip"
    lead = (
        f"{row['role']} {row['who']} visited {place}."
        if ours
        else f"{row['role']} {row['who']} of {place} visited the United States."
    )
    doc = parse(f"{lead} {row['remarks']}", nlp)
    mentions = find_mentions(doc, find_names(doc, tables), row["start"][:10], tables)
    shift = len(lead) + 1
    host = row["country_iso3"] if ours else "USA"
    for found in wanted_in(row["remarks"], titles, tables, host):
        side = readings.get((row["src_id"], found.name), found.side)
        if side == "-":
            continue
        wanted = found._replace(side=side)
        start, end = wanted.start + shift, wanted.end + shift
        seen = [m for i, m in mentions.actors.items() if start <= doc[i].idx < end]
        yield wanted, None if any(fits(m, wanted, tables) for m in seen) else described(seen)


def wanted_in(remark: str, titles: re.Pattern[str], tables: ActorTables, host: str) -> Iterator[Wanted]:
    for match in titles.finditer(remark):
        name = match[1].removesuffix("’s").removesuffix("'s").rstrip(".")
        before = remark[: match.start()]
        breaks = [m.end() for m in _BREAKS.finditer(before)]
        chunk = before[breaks[-1] if breaks else 0 :]
        own = host if _OWN.search(before) is None else TRAVELLER
        realm = re.search(r" of (?:the )?([A-Z].*)$", name)
        sides = [
            side for text in filter(None, (realm and realm[1], chunk)) for side in sides_in(text, tables)
        ]
        name = name[: realm.start()] if realm else name
        yield Wanted(match.start(1), match.start(1) + len(name), name, sides[-1] if sides else own)


def sides_in(text: str, tables: ActorTables) -> list[str]:
    kinds = ("state", "demonym", "organisation", "group")
    longest: list[str] = []
    reached = 0
    for name in find_names_in(text, tables):
        rows = [e.row for e in name.entries if e.kind in kinds]
        if rows and name.span.end > reached:
            longest.append(rows[0].id)
            reached = name.span.end
    return longest


def fits(mention: Mention, wanted: Wanted, tables: ActorTables) -> bool:
    actor = mention.actor
    based = getattr(tables.organisation_by_id.get(wanted.side), "country", None)
    sides = {wanted.side, based} - {None}
    ours = {actor.country, actor.id} | {_parent(actor)}
    return bool(sides & ours) and alike(wanted.name, actor.name)


def _parent(actor: Actor) -> str | None:
    """A body of the United Nations is the United Nations here."""
    return "IGO:UN" if (actor.id or "").startswith("IGO:UN") else None


def alike(written: str, found: str) -> bool:
    ones, others = (re.split(r"[ -]", fold(text).lower()) for text in (written, found))
    return any(SequenceMatcher(None, a, b).ratio() >= ALIKE for a in ones for b in others if len(a) > 1)


def described(seen: list[Mention]) -> str:
    return "; ".join(f"{m.actor.name} ({m.actor.country or m.actor.id})" for m in seen) or "nobody"


if __name__ == "__main__":
    main()
