"""`detente serve`: what keeps it from starting, and the pages over a real port."""

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from detente.cli import run
from detente.store import open_store


@pytest.fixture
def kept(tmp_path: Path) -> str:
    """The path of an empty store."""
    path = str(tmp_path / "news.db")
    open_store(path).close()
    return path


def refused(*options: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What it says when it does not start."""
    assert run(["serve", *options]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    return err


def test_a_mistyped_store_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused("--store", str(tmp_path / "typo.db"), capsys=capsys)
    assert "typo.db: there is no such store" in said
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("port", ["99999", "-1"])
def test_a_port_that_is_none(port: str, kept: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused("--store", kept, f"--port={port}", capsys=capsys)
    assert said.startswith(f"detente: --port {port}: is no port; give a number from 1 to 65535")


def test_a_port_in_use(kept: str, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        said = refused("--store", kept, "--port", str(port), capsys=capsys)
    assert said.startswith(f"detente: --port {port}: is in use")
    assert "give another with --port" in said


def test_a_host_of_another_machine(kept: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused("--store", kept, "--host", "192.0.2.1", "--token", "x", capsys=capsys)
    assert "--host 192.0.2.1" in said


def test_the_address_that_it_says_answers(kept: str) -> None:
    command = [sys.executable, "-m", "detente", "serve", "--store", kept, "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as serving:
        assert serving.stderr is not None
        found = re.search(r"http://127.0.0.1:[1-9]\d*/", serving.stderr.readline())
        assert found is not None
        assert httpx.get(found[0]).status_code == 200
        serving.send_signal(signal.SIGINT)
        assert serving.wait(60) == 0
