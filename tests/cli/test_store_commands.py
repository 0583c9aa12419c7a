"""`detente add` and what can be asked of the store then."""

import json
import mailbox
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pyarrow as arrow
import pytest
from pyarrow import parquet

from detente.cli import run
from detente.records import Document, to_json
from detente.store import open_store
from tests.cli.texts import TALKS, VISIT, lines


def test_the_same_command_again_adds_nothing(
    filled: Path, news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["add", str(news)]) == 0
    assert capsys.readouterr().out.startswith("0 reports added; 3 known already")


def test_one_happening_over_two_reports(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [visit] = lines(capsys, "dossiers", "--kind", "visit")
    assert (visit["status"], visit["reports"]) == ("postponed", 2)
    [before] = lines(capsys, "dossiers", "--kind", "visit", "--as-of", "2013-02-15")
    assert (before["dossier"], before["reports"], before["date_from"]) == (visit["dossier"], 1, "2013-03-03")
    assert before["status"] in ("planned", "scheduled")
    changes = lines(capsys, "changes", "--since", "2013-02-20", "--until", "2013-02-20")
    assert [(change["what"], change["dossier"]) for change in changes][:1] == [
        ("postponed", visit["dossier"])
    ]


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        (["--pair", "SYL-RUR"], ["visit"]),
        (["--pair", "GRA,SYL"], ["talks"]),
        (["--actor", "GRA"], ["talks"]),
        (["--status", "postponed", "--status", "occurred"], ["visit", "talks"]),
        (["--since", "2013-02-14"], ["visit"]),
        (["--limit", "1"], ["visit"]),
        (["--source", "edelweiss"], ["talks"]),
        (["--type", "reject"], []),
        (["--type", "CONSULT,agree"], ["visit", "talks"]),
    ],
)
def test_lists_can_be_limited(
    filled: Path, capsys: pytest.CaptureFixture[str], filters: list[str], kinds: list[str]
) -> None:
    assert run(["dossiers", *filters, "--format", "jsonl"]) == (0 if kinds else 1)
    assert [json.loads(line)["kind"] for line in capsys.readouterr().out.splitlines()] == kinds


def test_a_list_that_is_cut_says_of_how_many(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for options, said in (([], "\n2 happenings; "), (["--limit", "1"], "\nthe first 1 of 2 happenings; ")):
        assert run(["dossiers", *options]) == 0
        assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        (["--since", "2013-01-01"], {"visit", "talks"}),
        (["--since", "2013-01-01", "--pair", "RUR-SYL"], {"visit"}),
        (["--since", "2013-01-01", "--actor", "GRA"], {"talks"}),
        (["--since", "2013-01-01", "--kind", "visit"], {"visit"}),
        (["--until", "2013-02-20"], {"visit", "talks"}),  # the week before
        (["--until", "2013-02-25", "--kind", "talks"], set()),
        ([], set()),
    ],
)
def test_changes_can_be_limited_and_are_those_of_a_week_unless_asked(
    filled: Path, capsys: pytest.CaptureFixture[str], options: list[str], kinds: set[str]
) -> None:
    names = {one["dossier"]: one["kind"] for one in lines(capsys, "dossiers")}
    assert run(["changes", *options, "--format", "jsonl"]) == (0 if kinds else 1)
    seen = capsys.readouterr()
    assert {names[json.loads(line)["dossier"]] for line in seen.out.splitlines()} == kinds
    if not kinds:
        assert run(["changes", *options]) == 1
        assert "nothing changed from 20" in capsys.readouterr().err


def test_a_dossier_for_the_eye_and_as_json(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [visit] = lines(capsys, "dossiers", "--kind", "visit")
    digits = visit["dossier"].removeprefix("dossier:")[:6]
    assert run(["dossier", digits, "--sources"]) == 0
    shown = capsys.readouterr().out
    for words in ("postponed since 20 Feb 2013", "3 Mar 2013", "Sylvan Post", "https://b.example/1"):
        assert words in shown
    assert run(["dossier", digits, "--json", "--as-of", "2013-02-12"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["state"]["as_of"] == "2013-02-12"
    assert [change["what"] for change in told["changes"]][:1] == ["new"]
    assert len(told["dossier"]["accounts"]) == 2
    assert run(["dossier", digits, "--as-of", "2012-01-01"]) == 0
    assert "Nothing of it had been reported" in capsys.readouterr().out


def test_an_unknown_dossier_names_near_ones(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [visit] = lines(capsys, "dossiers", "--kind", "visit")
    wrong = visit["dossier"][:-1] + ("0" if visit["dossier"][-1] != "0" else "1")
    assert run(["dossier", wrong]) == 2
    assert f"there is no such dossier; did you mean {visit['dossier']}" in capsys.readouterr().err


def test_merge_and_split_are_kept_and_can_be_turned_round(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    visit, talks = lines(capsys, "dossiers")
    assert (
        run(["dossier", "merge", visit["dossier"], talks["dossier"], "--why", "a test", "--who", "A. Editor"])
        == 0
    )
    capsys.readouterr()
    [whole] = lines(capsys, "dossiers")
    assert whole["reports"] == 3
    assert run(["dossier", talks["dossier"], "--json"]) == 0
    account = next(
        one["id"]
        for one in json.loads(capsys.readouterr().out)["dossier"]["accounts"]
        if one["outlet"] == "Edelweiss Echo"
    )
    assert run(["dossier", "split", whole["dossier"], account]) == 0
    capsys.readouterr()
    assert {one["dossier"]: one["reports"] for one in lines(capsys, "dossiers")} == {
        visit["dossier"]: 2,
        talks["dossier"]: 1,
    }
    assert run(["dossier", "merge", visit["dossier"], visit["dossier"]]) == 2


def test_forget(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forget", "https://b.example/1"]) == 0
    capsys.readouterr()
    [visit] = lines(capsys, "dossiers", "--kind", "visit")
    assert visit["reports"] == 1
    assert run(["forget", "https://b.example/1"]) == 2
    assert "names no document" in capsys.readouterr().err


def test_undated_documents_wait_for_a_date(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "undated.txt"
    path.write_text(TALKS.replace("on Tuesday", "yesterday"), encoding="utf-8")
    assert run(["add", str(path)]) == 0
    assert "1 of them undated" in capsys.readouterr().out
    assert run(["date"]) == 0
    name = capsys.readouterr().out.split()[0]
    assert run(["date", name[:20], "2013-02-13"]) == 0
    capsys.readouterr()
    [talks] = lines(capsys, "dossiers")
    assert (talks["date_from"], talks["date_to"]) == ("2013-02-12", "2013-02-12")
    assert run(["date"]) == 1
    assert run(["date", name, "2013-02-14"]) == 2


def test_what_is_wrong_is_named_and_the_rest_goes_on(
    store: Path, news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["add", "nothing.txt", str(news / "a.md")]) == 1
    seen = capsys.readouterr()
    assert "nothing.txt: there is no such file" in seen.err
    assert "1 report added; 1 failed" in seen.out


def test_a_report_of_a_day_to_come_is_named(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lists end today and would leave it out without a word."""
    path = tmp_path / "later.txt"
    path.write_text(VISIT, encoding="utf-8")
    assert run(["add", str(path), "--published", "2213-02-12"]) == 0
    assert "later.txt: published 2213-02-12 is still to come; lists show it" in capsys.readouterr().err
    assert run(["dossiers"]) == 1
    assert "no such happening is in the store up to 20" in capsys.readouterr().err
    assert lines(capsys, "dossiers", "--as-of", "2213-02-12")


@pytest.mark.parametrize("options", [[], ["--reports"]])
def test_no_store_is_made_when_nothing_could_be_read(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "new.db"
    assert run(["add", "nothing.txt", "--store", str(made), *options]) == 2
    seen = capsys.readouterr()
    assert "nothing.txt: there is no such file" in seen.err
    assert seen.out == "0 reports added; 1 failed\n"
    assert not made.exists()


def test_reports_coded_earlier(
    store: Path, coder: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = coder.code(Document(text=VISIT, published="2013-02-12"))
    path = tmp_path / "coded.jsonl"
    path.write_bytes(to_json(report) + b"\n" + b'{"text": "no report"}\n' + to_json(report) + b"\n")
    assert run(["add", "--reports", str(path)]) == 1
    seen = capsys.readouterr()
    assert "line 2: is no report" in seen.err
    assert "1 report added; 1 known already; 1 failed" in seen.out


def test_recode_leaves_alone_what_these_versions_coded(
    filled: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, coder: Any
) -> None:
    assert run(["recode"]) == 0
    assert capsys.readouterr().out == "0 of 0 reports coded anew\n"
    newer = type(coder.versions)(detente="9", model=coder.versions.model, knowledge=coder.versions.knowledge)
    monkeypatch.setattr(coder, "versions", newer)
    before = lines(capsys, "dossiers")
    assert run(["recode"]) == 0
    assert capsys.readouterr().out == "3 of 3 reports coded anew\n"
    assert lines(capsys, "dossiers") == before


def test_undated_reports_that_were_coded_before_are_counted(
    store: Path, coder: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "reports.jsonl"
    documents = [
        Document(text="Ruritania's king visited Sylvania.", published="2013-02-12"),
        Document(text="Sylvania's premier visited Ruritania."),
    ]
    path.write_bytes(b"\n".join(to_json(coder.code(document)) for document in documents))
    assert run(["add", "--reports", str(path)]) == 0
    assert "2 reports added; 1 of them undated: detente date gives them a day" in capsys.readouterr().out
    assert run(["add", "--reports", str(path)]) == 0
    assert "0 reports added; 2 known already" in capsys.readouterr().out


def test_a_status_is_decided_by_hand_and_given_back(
    filled: Path, news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [visit] = lines(capsys, "dossiers", "--kind", "visit")
    ruled = ["dossier", "status", visit["dossier"]]
    assert run([*ruled, "cancelled", "--by", "A. Editor", "--why", "a call", "--day", "2013-02-22"]) == 0
    capsys.readouterr()
    [now] = lines(capsys, "dossiers", "--kind", "visit", "--as-of", "2013-02-23")
    assert (now["status"], now["status_since"], now["overruled_by"]) == (
        "cancelled",
        "2013-02-22",
        "A. Editor",
    )
    [before] = lines(capsys, "dossiers", "--kind", "visit", "--as-of", "2013-02-21")
    assert (before["status"], before["overruled_by"]) == ("postponed", None)
    assert run(["dossier", visit["dossier"]]) == 0
    shown = capsys.readouterr().out
    assert "decided by A. Editor: a call; by the reports postponed since 20 Feb 2013" in shown
    [change] = lines(capsys, "changes", "--since", "2013-02-22", "--until", "2013-02-22")
    assert (change["what"], change["before"], change["after"], change["who"], change["why"]) == (
        "overruled",
        "postponed",
        "cancelled",
        "A. Editor",
        "a call",
    )
    assert run([*ruled, "--undo", "--day", "2013-02-25", "--by", "B. Editor"]) == 0
    capsys.readouterr()
    [back] = lines(capsys, "dossiers", "--kind", "visit", "--as-of", "2013-02-26")
    assert (back["status"], back["overruled_by"]) == ("postponed", None)
    [then] = lines(capsys, "dossiers", "--kind", "visit", "--as-of", "2013-02-24")
    assert then["status"] == "cancelled"
    for wrong in ([], ["cancelled", "--undo"], ["held"]):
        assert run([*ruled, *wrong]) == 2


def test_mail_and_parquet_are_added_like_files(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    box = mailbox.mbox(tmp_path / "news.mbox")
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "Sylvan Post <desk@post.example>", "King to visit"
    letter["Date"] = "Tue, 12 Feb 2013 09:00:00 +0000"
    letter.set_content(VISIT)
    box.add(letter)
    box.close()
    columns = {"text": [TALKS], "published": ["2013-02-13"], "outlet": ["Edelweiss Echo"]}
    parquet.write_table(arrow.table(columns), tmp_path / "news.parquet")
    assert run(["add", str(tmp_path / "news.mbox"), str(tmp_path / "news.parquet")]) == 0
    assert "2 reports added" in capsys.readouterr().out
    assert {one["kind"] for one in lines(capsys, "dossiers")} == {"visit", "talks"}
    with open_store(str(store)) as kept:
        published = {document.outlet: document.published for document in kept.documents()}
    assert set(published.values()) == {"2013-02-12", "2013-02-13"}


def test_dossiers_are_made_anew(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = lines(capsys, "dossiers")
    assert run(["rebuild"]) == 0
    assert "3 documents" in capsys.readouterr().out
    assert lines(capsys, "dossiers") == before
