"""A corpus coded by a pool, by Ray, by workers that die and runs that are killed: one row a document, always the same."""

import json
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from detente.batch import pool
from detente.batch.code import Settings, Worker
from detente.batch.run import Job, Listener, run
from detente.batch.shards import PART, find_shards, with_errors
from detente.cli import run as command
from detente.documents.plain import read_plain
from detente.records import Document, Report, report_from_json

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("[0-9]*.md"))
SHARDS = 4
Rows = list[tuple[str, int, str]]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four files of six documents, one line in each of which is none."""
    folder = tmp_path_factory.mktemp("corpus")
    documents = [read_plain(file.read_text(encoding="utf-8"), file=file.name) for file in EXAMPLES]
    for number in range(SHARDS):
        rows = [
            {"id": f"{number}-{n}", "text": f"{number} {d.text}", "published": d.published}
            for n, d in enumerate(documents)
        ]
        lines = [json.dumps(row) for row in rows[number : number + 5]] + ['{"text": 1}']
        (folder / f"{number}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def rows_of(output: Path) -> Rows:
    """Every row of reports and errors, sorted; file, place and content."""
    found: Rows = []
    for file in sorted(output.glob("*.parquet")):
        found += [(file.name, row["row"], row["report"]) for row in pq.read_table(file).to_pylist()]
    for file in sorted(output.glob("errors/*.parquet")):
        found += [(file.name, row["row"], row["reason"]) for row in pq.read_table(file).to_pylist()]
    assert not list(output.rglob(f"*{PART}"))
    return sorted(found)


@pytest.fixture(scope="module")
def expected(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Rows:
    """What one coder in this process writes."""
    output = tmp_path_factory.mktemp("expected")
    worker = Worker(Settings())
    for shard in find_shards(str(corpus), str(output)):
        assert worker.code_shard(shard).problem is None
    return rows_of(output)


def test_one_row_for_each_document_and_reports_read_back(expected: Rows, corpus: Path) -> None:
    assert len(expected) == SHARDS * 6
    assert len({(file, row) for file, row, _ in expected}) == SHARDS * 6
    reports = [report_from_json(content) for _, row, content in expected if row < 6]
    assert sum(len(report.events) for report in reports) > 10
    reasons = [content for _, row, content in expected if row == 6]
    assert all("line 6: not a document" in reason for reason in reasons)


def test_the_pool_and_a_second_run(corpus: Path, expected: Rows, tmp_path: Path, capsys: Any) -> None:
    arguments = ["batch", str(corpus), "-o", str(tmp_path), "--workers", "2"]
    assert command(arguments) == 1
    said = capsys.readouterr().err
    assert "20 documents coded, 4 failed" in said
    assert said.count("line 6: not a document") == 3
    assert f"with the reasons, are in {tmp_path}/errors; read them with: duckdb" in said
    assert rows_of(tmp_path) == expected
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.parquet")}
    assert command(arguments) == 0
    said = capsys.readouterr().err
    assert "4 of 4 files were done before" in said
    assert f"4 of the files that were done before hold documents that failed (see {tmp_path}/errors)" in said
    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.parquet")} == before


def test_a_worker_that_is_killed_changes_nothing(corpus: Path, expected: Rows, tmp_path: Path) -> None:
    killed: list[SpawnProcess] = []

    def kill(_: object) -> None:
        if not killed:
            killed.append(multiprocessing.active_children()[0])  # type: ignore[arg-type]
            killed[0].kill()

    job = Job(given=str(corpus), output=str(tmp_path), settings=Settings(), workers=2)
    result = run(job, Listener(documents=kill))
    assert killed
    assert result.problems == []
    assert rows_of(tmp_path) == expected


def test_a_file_at_which_workers_die_is_left_out(tmp_path: Path) -> None:
    """A pipe that nobody writes into holds the worker at this file until it is killed."""
    os.mkfifo(tmp_path / "a.jsonl")
    over = threading.Event()
    killer = threading.Thread(target=kill_workers, args=(over,))
    killer.start()
    try:
        result = run(
            Job(given=str(tmp_path), output=str(tmp_path / "out"), settings=Settings(), workers=1), Listener()
        )
    finally:
        over.set()
        killer.join()
    assert len(result.problems) == 1
    assert "a.jsonl: 2 workers ended at it" in result.problems[0]
    assert not list(tmp_path.rglob("*.parquet"))


def kill_workers(over: threading.Event) -> None:
    while not over.wait(0.2):
        for child in multiprocessing.active_children():
            child.kill()


def test_a_run_that_is_killed_goes_on_where_it_was(corpus: Path, expected: Rows, tmp_path: Path) -> None:
    arguments = ["batch", str(corpus), "-o", str(tmp_path), "--workers", "2"]
    child = subprocess.Popen(
        [sys.executable, "-c", "from detente.cli import main; main()", *arguments], stderr=subprocess.DEVNULL
    )
    while child.poll() is None and not any(tmp_path.glob("*.parquet")):
        time.sleep(0.02)
    child.kill()
    child.wait()
    command(arguments)
    assert rows_of(tmp_path) == expected


def test_interrupting_leaves_no_half_file(corpus: Path, tmp_path: Path) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    job = Job(given=str(corpus), output=str(tmp_path), settings=Settings(), workers=1)
    with pytest.raises(KeyboardInterrupt):
        run(job, Listener(documents=interrupt))
    assert not list(tmp_path.rglob(f"*{PART}"))
    assert not multiprocessing.active_children()


def test_ctrl_c_while_a_worker_still_loads_is_not_for_it() -> None:
    member = pool._start(Settings())
    os.kill(member.process.pid or 0, signal.SIGINT)
    member.pipe.send(None)
    member.process.join()
    assert member.process.exitcode == 0


def test_a_second_run_into_the_same_folder_is_refused(corpus: Path, tmp_path: Path, capsys: Any) -> None:
    refused: list[int] = []

    def begin_another(total: int, left: int) -> None:
        refused.append(command(["batch", str(corpus), "-o", str(tmp_path)]))
        raise KeyboardInterrupt

    job = Job(given=str(corpus), output=str(tmp_path), settings=Settings(), workers=1)
    with pytest.raises(KeyboardInterrupt):
        run(job, Listener(begun=begin_another))
    assert refused == [2]
    assert f"--output {tmp_path}: another run is writing there" in capsys.readouterr().err


@pytest.mark.filterwarnings("ignore")  # Ray's own
def test_ray_gives_the_same(corpus: Path, expected: Rows, tmp_path: Path) -> None:
    if find_spec("ray") is None:  # not imported here: `batch` sets what Ray reads when it is imported
        pytest.skip("Ray is not installed")
    job = Job(given=str(corpus), output=str(tmp_path), settings=Settings(), workers=2, ray="local")
    result = run(job, Listener())
    assert (result.coded, result.failed, result.problems) == (20, 4, [])
    assert rows_of(tmp_path) == expected


def workers_of_ray() -> list[int]:
    """The processes below this one in which Ray runs our workers."""
    parents: dict[int, int] = {}
    named: list[int] = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(place.name)] = int((place / "stat").read_text().rpartition(")")[2].split()[1])
            called = (place / "cmdline").read_bytes()
        except OSError:
            continue  # it has ended meanwhile
        if called.startswith(b"ray::Worker"):
            named.append(int(place.name))
    return [pid for pid in named if os.getpid() in ancestors(pid, parents)]


def ancestors(pid: int, parents: dict[int, int]) -> Iterator[int]:
    while pid in parents:
        pid = parents[pid]
        yield pid


@pytest.mark.filterwarnings("ignore")  # Ray's own
def test_a_worker_of_ray_that_is_killed_changes_nothing(corpus: Path, expected: Rows, tmp_path: Path) -> None:
    if find_spec("ray") is None or not Path("/proc/self/stat").exists():
        pytest.skip("Ray is not installed, or the system does not list its processes")
    killed: list[int] = []

    def kill(_: object) -> None:
        if not killed:
            killed.append(workers_of_ray()[0])
            os.kill(killed[0], signal.SIGKILL)

    job = Job(given=str(corpus), output=str(tmp_path), settings=Settings(), workers=2, ray="local")
    result = run(job, Listener(documents=kill))
    assert killed
    assert (result.coded, result.failed, result.problems) == (20, 4, [])
    assert rows_of(tmp_path) == expected


def test_a_document_without_text_keeps_its_own_id(tmp_path: Path) -> None:
    rows = [
        {"id": "left", "text": "Ruritania's king left.", "published": "2013-02-12"},
        {"id": "bare", "text": " "},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "b.parquet")
    for name in ("a.jsonl", "b.parquet"):
        (shard,) = find_shards(str(tmp_path / name), str(tmp_path / "out"))
        Worker(Settings()).code_shard(shard)
        (error,) = pq.read_table(shard.errors).to_pylist()
        assert (error["row"], error["source_id"]) == (2, "bare")


def test_a_document_at_which_the_coder_fails_is_named(tmp_path: Path) -> None:
    """The others of its batch are coded; what came before it in the file keeps its place."""
    rows = [
        {"id": str(n), "text": f"Ruritania's king left. {n}", "published": "2013-02-12"} for n in range(3)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    worker = Worker(Settings())
    code_many = worker.coder.code_many

    def fails(documents: Iterable[Document]) -> Iterator[Report]:
        together = list(documents)
        if any(document.source_id == "1" for document in together):
            raise ValueError("odd text")
        return code_many(together)

    worker.coder.code_many = fails  # type: ignore[method-assign]
    (shard,) = find_shards(str(tmp_path / "a.jsonl"), str(tmp_path / "out"))
    outcome = worker.code_shard(shard)
    assert (outcome.coded, outcome.failed) == (2, 1)
    (error,) = pq.read_table(shard.errors).to_pylist()
    assert (error["row"], error["source_id"]) == (2, "1")
    assert error["reason"] == "the coder failed (ValueError: odd text)"
    assert pq.read_table(shard.reports)["row"].to_pylist() == [1, 3]


def test_a_file_of_which_nothing_can_be_read_is_tried_again(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "in").mkdir()
    broken, arguments = (
        tmp_path / "in" / "a.parquet",
        ["batch", str(tmp_path / "in"), "-o", str(tmp_path / "out")],
    )
    broken.write_bytes(b"PAR1" + bytes(100))
    (tmp_path / "in" / "b.jsonl.gz").write_bytes(b"no gzip")
    assert command([*arguments, "--workers", "1"]) == 2
    said = capsys.readouterr().err
    assert re.search(r"a.parquet: is no Parquet file \(.+\); write it anew", said)
    assert "b.jsonl.gz: is damaged (Not a gzipped file" in said
    assert not list(tmp_path.glob("out/**/*.parquet"))
    pq.write_table(pa.table({"text": ["Ruritania's king left."]}), broken)
    (tmp_path / "in" / "b.jsonl.gz").unlink()
    assert command([*arguments, "--workers", "1"]) == 0
    assert "1 document coded, 0 failed" in capsys.readouterr().err


def test_errors_go_when_a_file_is_coded_anew_without_any(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": 1}\n', encoding="utf-8")
    (shard,) = find_shards(str(tmp_path / "a.jsonl"), str(tmp_path / "out"))
    worker = Worker(Settings())
    assert worker.code_shard(shard).failed == 1
    assert with_errors([shard], str(tmp_path / "out")) == 1
    (tmp_path / "a.jsonl").write_text('{"text": "Talks were held."}\n', encoding="utf-8")
    assert worker.code_shard(shard).coded == 1
    assert with_errors([shard], str(tmp_path / "out")) == 0


def test_a_file_is_no_folder_for_reports(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "a.jsonl").write_text("{}", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text("{}", encoding="utf-8")
    assert command(["batch", str(tmp_path / "a.jsonl"), "-o", str(tmp_path / "b.jsonl")]) == 2
    assert "b.jsonl: is a file; name a folder for the reports" in capsys.readouterr().err


WRONG = [
    (["none", "-o", "out"], "none: there is no such file or folder"),
    ([".", "-o", "out", "--workers", "0"], "--workers: 0 is no number of processes"),
    ([".", "-o", "out", "--column", "body=text"], "--column body=text: write FIELD=COLUMN"),
    ([".", "-o", "out", "--column", "text"], "--column text=: write FIELD=COLUMN"),
    ([".", "-o", "out", "--knowledge", "none"], "none: folder: there is no such folder"),
    (["."], "--output"),
]


@pytest.mark.parametrize(("arguments", "complaint"), WRONG)
def test_wrong_usage_is_said(arguments: list[str], complaint: str, capsys: Any) -> None:
    assert command(["batch", *arguments]) == 2
    assert complaint in capsys.readouterr().err
