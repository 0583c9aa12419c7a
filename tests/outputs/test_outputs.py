"""Tables and trees say all that matters, fit the width, and do no harm to a terminal.

`report.json` was made by hand: a visit rumoured, dated by one side, put off before; talks; an offer declined.
"""

import io
import json
from pathlib import Path

import msgspec
import pytest
from rich.cells import cell_len
from rich.console import Console, RenderableType

from detente.coding.explain import RuleNote, Trace
from detente.outputs.explain import render_trace
from detente.outputs.jsonl import render_jsonl
from detente.outputs.table import by_happening, render_table
from detente.outputs.tree import render_tree
from detente.records import Event, Report, Span, Versions, report_from_json


@pytest.fixture
def report() -> Report:
    return report_from_json((Path(__file__).parent / "report.json").read_bytes())


@pytest.fixture
def bare() -> Report:
    """A report in which nothing is known."""
    return Report(
        id="sha256:1",
        source_id=None,
        title=None,
        outlet=None,
        url=None,
        published=None,
        text="\nNobody met anybody.\nNothing else.",
        versions=Versions(detente="0.1.0", model="none", knowledge="none"),
    )


def drawn(renderable: RenderableType, width: int = 100, *, colour: bool = False) -> str:
    stream = io.StringIO()
    Console(
        file=stream, width=width, force_terminal=colour, color_system="truecolor" if colour else None
    ).print(renderable)
    return stream.getvalue()


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_a_json_line_is_the_report(report: Report) -> None:
    line = render_jsonl(report)
    assert line.endswith(b"}\n")
    assert line.count(b"\n") == 1
    assert report_from_json(line) == report
    assert json.loads(line)["events"][0]["time"]["span"] == list(report.events[0].time.span)  # type: ignore[union-attr, arg-type]


IN_THE_TABLE = [
    "Elphberg’s visit to Sylvania back on the table",
    "Strelsau Wire · 12 Feb 2013 · https://wire.example/17 · wire-17",
    "WHEN STATUS WHO → WHOM WHAT WHERE WHO SAYS SO",
    "visit 4 mentions",
    "Feb 2013 planned Flavia Elphberg visit Sylvania, Strelsau Wire:",
    "18 Feb 2013",
    "perhaps King Michael",
    "earlier plan: scheduled, 1–10 Dec 2012",
    "not known postponed",
    "because of: the capture of a smuggler",
    "CONSULT",
    "“In late January both ministers held talks in Edelweiss.”",
    "→ not known REJECT meet",
    "RUR–SYL bad “strained”",
    "disagree over the bridge at Zenda (territory)",
    "not confirmed by",
    "2013¹",
    "¹ inferred: reported as past",
    "1 passage seen but not coded",
]


@pytest.mark.parametrize("words", IN_THE_TABLE)
def test_the_table_says(words: str, report: Report) -> None:
    assert words in squeezed(drawn(render_table(report)))


def test_a_sentence_is_told_once_beneath_the_events_that_rest_on_it(report: Report) -> None:
    assert drawn(render_table(report)).count("“The visit was first scheduled") == 1


def test_happenings_come_in_the_order_of_the_text_with_all_their_mentions(report: Report) -> None:
    shuffled = [report.events[i] for i in (0, 4, 1, 5, 2, 3)]
    assert [[event.id for event in group] for group in by_happening(shuffled)] == [
        ["e1", "e2", "e3", "e4"],
        ["e5"],
        ["e6"],
    ]


def test_the_trigger_is_marked_and_statuses_are_coloured(report: Report) -> None:
    table = drawn(render_table(report), colour=True)
    assert "\x1b[1;4mdeclined\x1b[0m" in table  # bold, underlined
    assert "\x1b[1;33mpostponed" in table  # yellow


@pytest.mark.parametrize("width", [40, 50, 60])
def test_a_narrow_terminal_breaks_no_word_and_no_rule(width: int, report: Report) -> None:
    text = drawn(render_table(report), width)
    for word in ("planned", "postponed", "occurred", "Klausenburg, SYL", "third-party"):
        assert word in text
    rules = [line for line in text.splitlines() if "──" in line and not line.startswith(("╭", "╰"))]
    assert [line.split()[0] for line in rules] == ["visit", "talks", "call"]


@pytest.mark.parametrize("width", [40, 60, 72, 100, 140, 200])
def test_the_table_fits_the_width(width: int, report: Report) -> None:
    lines = drawn(render_table(report), width).splitlines()
    assert max(cell_len(line.rstrip()) for line in lines) <= width


def test_a_report_of_nothing_says_so(bare: Report) -> None:
    table = squeezed(drawn(render_table(bare)))
    assert "Nobody met anybody. │" in table
    assert "outlet not known · date not known" in table
    assert "No event was found." in table
    assert "WHEN" not in table


IN_THE_TREE = [
    "e1 visit planned Flavia Elphberg → Sylvania principal",
    "PLOVER: AGREE diplomatic verbal cooperation intensity 2.5",
    "actor: Flavia Elphberg person:flavia-elphberg RUR GOV “Flavia Elphberg”",
    "participant: King Michael id not known potential",
    "time: 18 Feb 2013 2013-02-18 “February 18”",
    "postponed when: by 12 Feb 2013 inferred: reported as past",
    "time: not known (no new day is named)",
    "recipient: not known (whose offer it was is not said)",
    "place: Klausenburg, SYL 46.77, 23.60 GeoNames 7",
    "claim: the Sylvanian ministry not confirmed left open a2",
    "source: unnamed officials anonymous “unnamed officials”",
    "cause: the capture of a smuggler (e9)",
    "earlier plan: e3",
    "evidence: planning a visit to Sylvania",
    "rules: frame:visit-n, operator:plan",
    "a1 unnamed officials said, anonymous, cue:according-to",
    "content: she is expected in Klausenburg on February 18",
    "this month DATE 2013-02 = Feb 2013",
    "RUR–SYL bad “Relations are strained”",
    "RUR–SYL the bridge at Zenda (territory) “the bridge”",
    "the capture of a smuggler (no state takes part)",
    "made by détente 0.1.0, en_core_web_md-3.8.0, knowledge abc123",
]


@pytest.mark.parametrize("words", IN_THE_TREE)
def test_the_tree_says(words: str, report: Report) -> None:
    assert words in squeezed(drawn(render_tree(report), 160))


def test_the_tree_of_nothing_says_none(bare: Report) -> None:
    assert "events: none" in drawn(render_tree(bare))


def test_a_trace_shows_names_rules_and_the_report(report: Report) -> None:
    fired = RuleNote(
        word="visited", rule="frame:visit-v", file="visits.yaml", example="He [[visited]] Sylvania."
    )
    nearly = RuleNote(
        word="tour", rule="frame:tour-n", file="visits.yaml", example=None, why_not="no actor in poss"
    )
    trace = Trace(
        report=report,
        actors=(("minister", "minister [no id] RUR/GOV"),),
        arguments=(("visit", "subject=minister"),),
        fired=(fired,),
        nearly=(nearly,),
    )
    shown = squeezed(drawn(render_trace(trace), 160))
    for words in (
        "minister [no id]",
        "subject=minister",
        "visits.yaml",
        "He [[visited]]",
        "not here: no actor",
        "events:",
    ):
        assert words in shown


HOSTILE = "A \x1b]0;gotcha\x07\x1b[31mred[/] [bold]day\u202e for \x9b2J Ruritania\r."


@pytest.mark.parametrize("render", [render_table, render_tree])
def test_no_text_can_steer_the_terminal(render: object, report: Report) -> None:
    event = Event(
        id="e1",
        happening="h1",
        kind=HOSTILE,
        status="occurred",
        sentence=Span(0, len(HOSTILE)),
        trigger=Span(0, 3),
    )
    hostile = msgspec.structs.replace(
        report, title=HOSTILE, outlet=HOSTILE, url=HOSTILE, text=HOSTILE, events=(event,), attributions=(), times=(),
        assessments=(), disagreements=(), uncoded=(),
    )  # fmt: skip
    shown = drawn(render(hostile))  # type: ignore[operator]
    assert not set(shown) & set("\x1b\x07\x9b\r\u202e")
    assert "[bold]day" in shown
