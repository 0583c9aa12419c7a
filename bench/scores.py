"""What a scorer prints in, named figures out, in per cent unless the name says otherwise."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable

Figures = dict[str, float | str | None]

_EVENT_LINE = re.compile(r"^(strict|lenient)\s+(type|triple)\s.*F1 ([\d.]+)", re.M)
_STATUS_LINE = re.compile(r"accuracy ([\d.]+)\s+macro F1 ([\d.]+)")
_INTERVAL_LINE = re.compile(r"^(\{.*\}) of (\d+)", re.M)


def events(printed: str) -> Figures:
    """F1 of types and of country triples."""
    return {
        f"{what} {how}": 100 * float(f1)
        for how, what, f1 in sorted(_EVENT_LINE.findall(printed), key=_type_first)
    }


def _type_first(found: tuple[str, str, str]) -> tuple[bool, bool]:
    how, what, _ = found
    return what != "type", how != "strict"


def attribution(printed: str) -> Figures:
    """F1 of whole attributions and of cues, with precision and recall of the first."""
    of = json.loads(printed)["all"]
    precision, recall, f1 = (100 * x for x in of["whole"])
    return {"whole": f1, "P": precision, "R": recall, "cue": 100 * of["cue"][2]}


def timex(printed: str) -> Figures:
    """TempEval-3's relaxed F1 and value F1."""
    of = json.loads(printed)
    return {"relaxed": 100 * of["relaxed"]["F1"], "value": 100 * of["value"]["F1"]}


def intervals(printed: str) -> Figures:
    """How many of the marked expressions have the right value, and how many all four parts."""
    found = _INTERVAL_LINE.search(printed)
    if found is None:
        raise ValueError("score_intervals.py printed no line of counts; its format has changed")
    counts = ast.literal_eval(found[1])
    return {"value": f"{counts['value']}/{found[2]}", "all parts": f"{counts['all']}/{found[2]}"}


def status(printed: str) -> Figures:
    """Macro F1 over the four labels, and accuracy."""
    found = _STATUS_LINE.search(printed)
    if found is None:
        raise ValueError("score_status.py printed no accuracy; its format has changed")
    return {"macro F1": float(found[2]), "accuracy": float(found[1])}


def stream(printed: str) -> Figures:
    """F1 of events, parties and types; status macro F1; false events per 100 items that hold none."""
    of = json.loads(printed)
    figures: Figures = {name: 100 * of[name][2] for name in ("events", "parties", "types")}
    figures["status macro"] = None if of["status_macro"] is None else 100 * of["status_macro"]
    return figures | {"false per 100 empty": of["false_per_100_empty"]}


READERS: dict[str, Callable[[str], Figures]] = {
    "events": events,
    "attribution": attribution,
    "time/meantime": timex,
    "time/diplomatic": intervals,
    "status": status,
    "stream": stream,
}
