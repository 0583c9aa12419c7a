"""`detente knowledge`: a sound folder, and each sort of fault in one."""

from pathlib import Path

import pytest

from detente.cli import run

RULE = """id: descend-v
why: A short visit.
kind: visit
verbs: [descend]
actor: [subject]
recipient: ["on"]
when: {"on": ["@actor"]}
examples:
  - "Ruritania's envoy [[descended]] on the Sylvanian premier. => RUR -> SYL | occurred"
not:
  - "Fog descended on the hills on Monday."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "frames").mkdir()
    (tmp_path / "frames" / "mine.yaml").write_text(RULE, encoding="utf-8")
    return tmp_path


def outcome(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = run([str(argument) for argument in arguments])
    written = capsys.readouterr()
    return code, written.out, written.err


def test_a_sound_folder_passes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = outcome(capsys, "knowledge", "check", folder)
    assert (code, err) == (0, "")
    assert "frames: 1 rule\n" in out
    assert "✓ 1 rule with 2 sentences tried: all are read as they say" in out


OFFICES = (
    "person,aliases,country,role,title,start,end,as_of,sectors,source,licence\n"
    "Anna Kovar,,{},premier,Premier,{},{},,GOV,own,own\n"
)
KINDS = (
    "kind,family,type,mode,contexts,speech,groups,gloss\ntwinning,agreement,{},,,false,,towns are twinned\n"
)
OUTLETS = "id,name,names,country,kind\noutlet:x,{},,{},newspaper\n"
ROWS = [
    ("actors/offices.csv", OFFICES.format("SYL", "2011-03", "2013-02-12"), None),
    (
        "actors/offices.csv",
        OFFICES.format("SYL", "01/02/2011", ""),
        "Anna Kovar: start '01/02/2011' is no day",
    ),
    ("actors/offices.csv", OFFICES.format("SYL", "2013-02-12", "2011-03"), "ends (2011-03) before it begins"),
    ("actors/offices.csv", OFFICES.format("SLY", "2011", ""), "there is no state 'SLY'"),
    ("actors/outlets.csv", OUTLETS.format("Sylvan Post", "SYL"), None),
    (
        "actors/outlets.csv",
        OUTLETS.format("Sylvan Post", "Sylvania"),
        "outlet:x: there is no state 'Sylvania'",
    ),
    ("plover/kinds.csv", KINDS.format("COOPERATE"), None),
    ("plover/kinds.csv", KINDS.format("COOPERAT"), "twinning: COOPERAT: there is no such PLOVER type"),
]


@pytest.mark.parametrize(("file", "rows", "problem"), ROWS)
def test_cells_that_would_be_taken_as_they_are(
    file: str, rows: str, problem: str | None, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(rows, encoding="utf-8")
    code, out, _ = outcome(capsys, "knowledge", "check", folder)
    assert code == (1 if problem else 0)
    assert (problem or "all are read as they say") in " ".join(out.split())


def test_a_cell_with_a_comma_moves_no_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "actors" / "outlets.csv"
    path.parent.mkdir()
    path.write_text(OUTLETS.format("Post, The", "SYL"), encoding="utf-8")
    code, _, err = outcome(capsys, "knowledge", "check", folder)
    assert code == 2
    assert "outlets.csv: line 2: more cells than columns; quote a cell that holds a comma" in err


FAULTS = [
    ("SYL | occurred", "SYL | planned", "mine.yaml: descend-v: its status is occurred"),
    ("RUR -> SYL", "GRA -> SYL", "mine.yaml: descend-v: its actors are RUR"),
    ("[[descended]]", "descended", "has 0 marks"),
    ("kind: visit", "kind: drop", "mine.yaml: descend-v: the kind 'drop' is not in kinds.csv"),
    ("Fog descended on the hills on Monday.", "Ruritania's envoy descended on the Sylvanian king.", "it fires on a near miss"),
    ("Fog descended on the hills on Monday.", "A Ruritanian envoy [[descended]] on Sylvania's king.", "it fires on a near miss"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "problem"), FAULTS)
def test_a_sentence_that_is_not_read_so_is_told(
    old: str, new: str, problem: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "frames" / "mine.yaml").write_text(RULE.replace(old, new), encoding="utf-8")
    code, out, _ = outcome(capsys, "knowledge", "check", folder)
    assert code == 1
    assert problem in " ".join(out.split())
    assert "problem" in out.splitlines()[-1]


def test_a_group_of_kinds_that_is_in_no_table_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "plover").mkdir()
    (folder / "plover" / "kinds.csv").write_text(
        "kind,family,groups\nwreath,wreath,comfrot\n", encoding="utf-8"
    )
    code, _, err = outcome(capsys, "knowledge", "check", folder)
    assert (code, "wreath: there is no group 'comfrot' in groups.csv" in err) == (2, True)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("verbs:", "verb:", "mine.yaml: descend-v: there is no field 'verb'; did you mean verbs?"),
        ("why: A short", "why: [A short", "mend the YAML at that line"),
        ("why: A short", "verbs: [look in]\nwhy: A short", "line 5: 'verbs' stands twice"),
    ],
)
def test_a_file_that_cannot_be_loaded_is_one_line_with_a_remedy(
    old: str, new: str, message: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "frames" / "mine.yaml").write_text(RULE.replace(old, new), encoding="utf-8")
    code, out, err = outcome(capsys, "knowledge", "check", folder)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert message in err


@pytest.mark.parametrize(
    "name", ["frame/mine.yaml", "mine.yaml", "actors/state.csv", "times/fortnight.yaml", "frames/more.yml"]
)
def test_a_file_that_nobody_reads_is_told(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("", encoding="utf-8")
    code, out, _ = outcome(capsys, "knowledge", "check", folder)
    assert (code, f"{name}: nothing is looked for there" in out) == (1, True)


@pytest.mark.parametrize("place", ["visits", "frame", "."])
def test_what_nobody_reads_is_not_said_to_be_loaded(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / place).mkdir(exist_ok=True)
    (tmp_path / place / "mine.yaml").write_text(RULE, encoding="utf-8")
    code, out, _ = outcome(capsys, "knowledge", "check", tmp_path)
    assert (code, "loaded" in out, "1 rule" in out, "no knowledge file" in out) == (1, False, False, False)
    assert out.endswith("0 rules with 0 sentences tried: 1 problem\n")


def test_an_empty_folder_is_no_sound_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = outcome(capsys, "knowledge", "check", tmp_path)
    assert (code, "no knowledge file is in it" in out) == (1, True)


def test_records_are_counted_beside_ours(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = outcome(capsys, "knowledge", "list", "--knowledge", folder)
    assert (code, err) == (0, "")
    assert next(line.split()[2] for line in out.splitlines() if line.split()[0] == "frames") == "1"


def test_kinds_are_listed_with_what_they_mean(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "plover").mkdir()
    (folder / "plover" / "kinds.csv").write_text(
        "kind,family,type,mode,gloss\ntea,talks,CONSULT,meet,sides drink tea together\n", encoding="utf-8"
    )
    code, out, err = outcome(capsys, "knowledge", "kinds", "--knowledge", folder)
    assert (code, err) == (0, "")
    lines = [line.split() for line in out.splitlines()]
    assert lines[0] == ["KIND", "TYPE", "MODE", "WHAT", "IT", "MEANS"]
    assert ["tea", "CONSULT", "meet", "sides", "drink", "tea", "together"] in lines
    assert [line[:3] for line in lines].count(["accusation", "ACCUSE", "allege"]) == 1
    assert all(line == line.rstrip() for line in out.splitlines())


def test_explain_knows_the_states_of_the_examples(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = outcome(capsys, "explain", "Ruritania's king visited Sylvania.")
    assert (code, "visit occurred" in out, "[RUR] RUR/GOV" in out) == (0, True, True)


def test_a_file_in_another_encoding_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "frames" / "mine.yaml").write_bytes(b"id: caf\xe9")
    code, _, err = outcome(capsys, "knowledge", "check", folder)
    assert (code, "mine.yaml: file: is not text in UTF-8 (byte 8); save it as UTF-8" in err) == (2, True)
