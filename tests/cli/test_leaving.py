"""`detente relation`, `brief`, `calendar`, `feed` and `export` over a store and over a file of reports."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import feedparser
import msgspec
import pandas as pd
import pytest
import vobject

from detente.cli import run
from detente.documents.fields import document_id
from detente.records import Report, to_json
from detente.store import open_store

UNTIL = "2025-06-01"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, example_reports: Sequence[Report]) -> str:
    file = tmp_path_factory.mktemp("store") / "news.db"
    with open_store(str(file)) as kept:
        kept.add_many(example_reports)
    return str(file)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory, example_reports: Sequence[Report]) -> str:
    file = tmp_path_factory.mktemp("reports") / "reports.jsonl"
    file.write_bytes(b"".join(to_json(report) + b"\n" for report in example_reports))
    return str(file)


def printed(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> str:
    assert run(arguments) == 0
    return capfd.readouterr().out


def test_a_relation_in_the_terminal_and_as_pictures(
    store: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for kind in ("png", "svg", "pdf"):
        file = tmp_path / f"relation.{kind}"
        text = printed(
            ["relation", "portugal", "URY", "--until", UNTIL, "--store", store, "--plot", str(file)], capfd
        )
        assert file.stat().st_size > 1000
    for words in (
        "Portugal and Uruguay",
        "WHAT HAPPENED",
        "Uruguay's praise of Portugal",
        "fishing quotas",
        "●",
    ):
        assert words in text


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_a_picture_is_the_same_on_every_run(kind: str, store: str, tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.{kind}" for n in range(2)]
    for file in files:
        run(["relation", "NZL", "ECU", "--until", UNTIL, "--store", store, "--plot", str(file)])
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_relation_is_the_same_from_a_store_and_from_a_file(
    store: str, reports: str, capfd: pytest.CaptureFixture[str]
) -> None:
    asked = ["relation", "Uruguay", "PRT", "--until", UNTIL, "--json"]
    stored = json.loads(printed([*asked, "--store", store], capfd))
    filed = json.loads(printed([*asked, "--reports", reports], capfd))
    assert stored == filed
    assert stored["weeks"]
    assert stored["told"]


def test_a_directed_relation_and_an_actor_alone(store: str, capfd: pytest.CaptureFixture[str]) -> None:
    asked = ["--until", UNTIL, "--json", "--store", store]
    both = json.loads(printed(["relation", "NZL", "ECU", *asked], capfd))
    out = json.loads(printed(["relation", "NZL", "ECU", "--directed", *asked], capfd))
    alone = json.loads(printed(["relation", "NZL", *asked], capfd))
    assert 0 < len(out["acts"]) < len(both["acts"])
    assert all("NZL" in act["actors"] for act in alone["acts"])


def test_copies_in_a_store_change_no_relation(
    example_reports: Sequence[Report], store: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Each article three times more, with another outlet and another last line, as wire stories are printed."""
    file = str(tmp_path / "copies.db")

    def copy(report: Report, n: int) -> Report:
        text = f"{report.text}\nEvening Paper {n}"
        return msgspec.structs.replace(report, text=text, id=document_id(text), outlet=f"Evening Paper {n}")

    with open_store(file) as kept:
        kept.add_many([*example_reports, *(copy(report, n) for report in example_reports for n in range(3))])
    asked = ["relation", "PRT", "URY", "--until", UNTIL, "--json", "--store"]
    alone, copied = (json.loads(printed([*asked, name], capfd)) for name in (store, file))
    for week in (*alone["weeks"], *copied["weeks"]):
        del week["acts"]
    assert copied["weeks"] == alone["weeks"]
    assert len(copied["told"]) == len(alone["told"])


def test_a_corrected_text_says_nothing_from_its_correction_on(
    example_reports: Sequence[Report], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Neither in a relation nor, in a format that cannot mark it, in an export."""
    file, text = str(tmp_path / "corrected.db"), "The article was wrong and has been withdrawn."
    told = next(report for report in example_reports if report.assessments and report.events)
    wrong = msgspec.structs.replace(told, url="https://post.example/story")
    blank = msgspec.structs.replace(
        wrong, id=document_id(text), text=text, published="2025-05-19", events=(), references=(),
        times=(), attributions=(), assessments=(), disagreements=(), uncoded=(),
    )  # fmt: skip
    with open_store(file) as kept:
        kept.add_many([wrong, blank])
    states = sorted({side for one in told.assessments for side in one.pair})
    asked = ["relation", *states, "--json", "--store", file, "--until"]
    assert json.loads(printed([*asked, "2025-05-18"], capfd))["told"]
    assert run([*asked, "2025-05-19"]) == 1  # nothing is known any more
    assert len(printed(["export", "polecat", "--store", file], capfd).splitlines()) == 1
    assert "2025-05-19" in printed(["export", "csv", "--store", file], capfd)


def test_a_briefing(store: str, capfd: pytest.CaptureFixture[str]) -> None:
    text = printed(
        ["brief", "--since", "2025-05-01", "--until", UNTIL, "--pair", "NZL-ECU", "--store", store], capfd
    )
    _, coming = text.split("## Coming up\n")
    assert (
        "- **Resumption of relations between New Zealand and Ecuador**: planned for 15 May – 30 Jun 2025"
        in coming
    )
    assert "- **Luis Cedeño's visit to New Zealand**: planned for Aug 2025" in coming
    assert "Peru's mediation regarding Ecuador and New Zealand" in text
    # that and the sentence that tells it: Ecuador's thanks to Peru are no matter of the two
    assert text.count("Peru") == 2


def test_a_briefing_by_watchlist(store: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[[watchlist]]\nname = "Calls"\nkinds = ["call"]\n', encoding="utf-8")
    asked = ["brief", "--since", "2025-05-01", "--until", UNTIL, "--store", store]
    text = printed([*asked, "--watchlist", str(file)], capfd)
    assert text.count("\n- **") == 1
    assert "Call between" in text


def test_a_briefing_by_a_watchlist_that_is_kept(
    example_reports: Sequence[Report], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    store, file = str(tmp_path / "own.db"), tmp_path / "mine.toml"
    with open_store(store) as kept:
        kept.add_many(example_reports)
    file.write_text('[[watchlist]]\nname = "Calls"\npairs = ["New Zealand-Ecuador"]\nkinds = ["call"]\n')
    assert printed(["watchlist", "set", str(file), "--store", store], capfd) == "kept: Calls\n"
    asked = ["brief", "--since", "2025-05-01", "--until", UNTIL, "--store", store, "--watchlist"]
    kept_one = printed([*asked, "Calls"], capfd)
    assert "Call between" in kept_one
    assert kept_one == printed([*asked, str(file)], capfd)
    assert run([*asked, "Visits"]) == 2
    assert "Visits: there is no such watchlist; there are Calls" in capfd.readouterr().err


def test_a_calendar_of_kinds(store: str, tmp_path: Path) -> None:
    file = tmp_path / "visits.ics"
    assert run(["calendar", "--as-of", UNTIL, "--kind", "visit", "--store", store, "-o", str(file)]) == 0
    found = vobject.readOne(file.read_text(encoding="utf-8"))
    assert {category for one in found.vevent_list for category in one.categories.value} == {"visit"}


def test_a_feed_of_a_pair(store: str, tmp_path: Path) -> None:
    file = tmp_path / "changes.atom"
    asked = ["feed", "--since", "2025-01-01", "--until", UNTIL, "--pair", "NZL-ECU", "--store", store]
    assert run([*asked, "-o", str(file)]) == 0
    found = feedparser.parse(file.read_bytes())
    assert not found.bozo
    assert found.feed.id == "urn:detente:changes:NZL-ECU"
    assert found.entries


def test_an_export_of_the_store_names_dossiers(store: str, tmp_path: Path) -> None:
    file = tmp_path / "events.csv"
    assert run(["export", "csv", "--store", store, "-o", str(file)]) == 0
    assert pd.read_csv(file)["dossier"].str.startswith("dossier:").all()


COMMANDS = [["relation", "USA", "CHN"], ["brief"], ["calendar"], ["feed"], ["export", "csv"]]


def test_what_was_written_where_is_said_on_standard_error(
    store: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Also nothing at all, which is what somebody with a filter too narrow has to know."""
    days = ["--since", "2025-05-01", "--until", UNTIL]
    for name, arguments, said in (
        ("a.ics", ["calendar", "--as-of", UNTIL], r"\d+ happenings written to "),
        ("b.ics", ["calendar", "--as-of", UNTIL, "--pair", "ISL-JPN"], "0 happenings written to "),
        ("c.atom", ["feed", *days], r"\d+ changes written to "),
        ("d.md", ["brief", *days], r"\d+ items written to "),
    ):
        file = tmp_path / name
        assert run([*arguments, "--store", store, "-o", str(file)]) == 0
        seen = capfd.readouterr()
        assert seen.out == ""
        assert re.fullmatch(said + re.escape(f"{file}\n"), seen.err)
        assert run([*arguments, "--store", store]) == 0
        assert capfd.readouterr().err == ""


def test_a_briefing_in_a_file_that_ends_in_html_is_a_page(store: str, tmp_path: Path) -> None:
    days = ["--since", "2025-05-01", "--until", UNTIL, "--store", store]
    for name, form, page in (
        ("a.html", [], True),
        ("a.HTM", [], True),
        ("a.md", [], False),
        ("b.html", ["--format", "markdown"], False),
    ):
        assert run(["brief", *days, *form, "-o", str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith("<!DOCTYPE html>" if page else "# ")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_an_empty_store_says_so(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.db"
    open_store(str(empty)).close()
    assert run([*command, "--store", str(empty)]) == 2
    assert "the store is empty; add reports with detente add" in capsys.readouterr().err
    assert run([*command, "--store", str(tmp_path / "absent.db")]) == 2
    assert "there is no such store" in capsys.readouterr().err


def test_kinds_of_the_users_own_can_be_asked_for(
    example_reports: Sequence[Report], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    report = next(report for report in example_reports if report.events)
    own = msgspec.structs.replace(
        report, events=tuple(msgspec.structs.replace(event, kind="parley") for event in report.events)
    )
    store, file = str(tmp_path / "own.db"), tmp_path / "own.jsonl"
    file.write_bytes(to_json(own) + b"\n")
    with open_store(store) as kept:
        kept.add(own)
    assert "2 happenings" in printed(["dossiers", "--kind", "parley", "--store", store], capfd)
    for source in (["--store", store], ["--reports", str(file)]):
        assert "VCALENDAR" in printed(["calendar", "--kind", "parley", *source], capfd)
    for place in (["--store", store], [str(file)]):
        assert "parley" in printed(["export", "csv", "--kind", "parley", *place], capfd)
    assert run(["export", "csv", "--kind", "parlay", str(file)]) == 2


WRONG = [
    (["relation", "Chinna", "USA"], 2, "did you mean China (CHN)?"),
    (["relation", "USA", "CHN"], 1, "nothing is known between United States (USA) and China (CHN)"),
    (["relation", "NZL", "ECU", "--plot", "x.gif"], 2, "end the name in .png, .svg, .pdf"),
    (["brief", "--since", "2025-06-02", "--until", UNTIL], 2, "that is after 2025-06-01"),
    (["relation", "NZL", "New Zealand"], 2, "New Zealand (NZL): is named twice; name two states"),
    (["brief", "--actor", "NZL,ECU"], 2, "one at a time"),
    (["calendar", "--kind", "vist"], 2, "vist: there is no such kind; did you mean visit"),
    (["brief", "--kind", "talks,qzx"], 2, "qzx: there is no such kind; detente knowledge kinds lists all"),
    (["export", "csv", "--kind", "vist"], 2, "vist: there is no such kind"),
    (
        ["export", "csv", "--type", "CONSLT"],
        2,
        "CONSLT: there is no such PLOVER type; did you mean CONSULT? There are ACCUSE, ",
    ),
    (["calendar", "--as-of", "today"], 2, "--as-of: day 'today' is not a date"),
]


@pytest.mark.parametrize("arguments, code, message", WRONG)
def test_what_is_wrong_is_said(
    arguments: list[str], code: int, message: str, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*arguments, "--store", store]) == code
    assert message in capsys.readouterr().err
