"""README and docs are true as far as a machine can tell: commands, links, words, the rule that is shown."""

import os
import re
import subprocess
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import get_args

import msgspec
import pytest
import yaml

from detente.checking import check_folder
from detente.knowledge.check import read_example
from detente.knowledge.files import BUILT_IN, PlainLoader
from detente.knowledge.frames import Frame
from detente.records import Stance, Status

ROOT = Path(__file__).parents[1]
PAGES = tuple(sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "bench").glob("*.md")]))
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def command_after(mark: str, page: str) -> str:
    """The one line of the code block that follows the mark."""
    found = re.search(rf"<!-- {mark} -->\n```\n(.+)\n```\n", page)
    assert found, f"README.md has no code block of one line after <!-- {mark} -->"
    return found[1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    broken = [
        link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()
    ]
    assert not broken


@pytest.mark.parametrize("mark", ["first command", "test command"])
def test_the_commands_of_the_readme_set_up_uv_and_name_files_that_exist(mark: str) -> None:
    command = command_after(mark, text_of("README.md"))
    assert command.startswith("python3 -m venv .uv && .uv/bin/pip install -q uv && .uv/bin/uv run ")
    assert all((ROOT / word).exists() for word in command.split() if word.startswith("examples/"))


def test_ci_runs_the_test_command_of_the_readme(tmp_path: Path) -> None:
    """`.ci/run` in a copy whose README names another command runs that one."""
    (tmp_path / ".ci").mkdir()
    script = tmp_path / ".ci" / "run"
    script.write_text(text_of(".ci/run"), encoding="utf-8")
    script.chmod(0o755)
    command = command_after("test command", text_of("README.md"))
    (tmp_path / "README.md").write_text(
        text_of("README.md").replace(command, "echo all && echo checked"), encoding="utf-8"
    )
    done = subprocess.run([script], capture_output=True, text=True, check=True, env=dict(os.environ))
    assert done.stdout == "+ echo all && echo checked\nall\nchecked\n"


@pytest.mark.parametrize("word", [*get_args(Status), *get_args(Stance)])
def test_words_are_explained(word: str) -> None:
    assert word in text_of("docs/words.md")


@pytest.mark.parametrize("word", get_args(Status))
def test_the_readme_names_every_status(word: str) -> None:
    assert word in text_of("README.md")


def test_the_rule_shown_to_contributors_is_one() -> None:
    shown = re.search(r"```yaml\n(.+?)```", text_of("CONTRIBUTING.md"), re.S)
    assert shown
    rule = msgspec.convert(yaml.load(shown[1], Loader=PlainLoader), Frame)
    assert rule.examples and rule.not_
    for example in rule.examples:
        assert read_example(rule, example).status in get_args(Status)


def test_that_rule_passes_the_check_that_contributors_are_told_to_run(tmp_path: Path) -> None:
    shown = re.search(r"```yaml\n(.+?)```", text_of("CONTRIBUTING.md"), re.S)
    assert shown
    (tmp_path / "frames").mkdir()
    (tmp_path / "frames" / "visits.yaml").write_text(shown[1], encoding="utf-8")
    assert [str(finding) for finding in check_folder(tmp_path).findings] == []


def test_so_does_the_kind_that_users_are_shown_how_to_make(tmp_path: Path) -> None:
    shown = re.search(r"^```yaml\n(id: lend-pandas\n.+?)```", text_of("docs/knowledge.md"), re.S | re.M)
    assert shown
    kinds = re.search(r"^```csv\n(.+?)```", text_of("docs/knowledge.md"), re.S | re.M)
    assert kinds
    (tmp_path / "frames").mkdir()
    (tmp_path / "plover").mkdir()
    (tmp_path / "frames" / "pandas.yaml").write_text(shown[1], encoding="utf-8")
    (tmp_path / "plover" / "kinds.csv").write_text(kinds[1], encoding="utf-8")
    checked = check_folder(tmp_path)
    assert [str(finding) for finding in checked.findings] == []
    assert checked.sentences == 3


def test_a_rule_that_another_one_outdoes_is_told_which(tmp_path: Path) -> None:
    rule = """
    id: lend-a-thing
    why: It needs what the sentence lacks.
    kind: aid
    verbs: [lend]
    actor: [with]
    recipient: [to]
    needs: [actor, recipient]
    examples: ["Ruritania [[lent]] two tractors to Sylvania on Monday. => RUR -> SYL | occurred"]
    not: ["Ruritania left."]
    """
    (tmp_path / "frames").mkdir()
    (tmp_path / "frames" / "loans.yaml").write_text(dedent(rule), encoding="utf-8")
    [finding] = check_folder(tmp_path).findings
    assert "frame:give-things-v fires in its place, with all" in str(finding)


def build_docs() -> ModuleType:
    spec = spec_from_file_location("build_docs", ROOT / "tools" / "build_docs.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_is_made_in_readme_and_docs_is_as_it_is_made_now() -> None:
    """The output of the first command, the stages, the rules that are shown, the help, the schema."""
    stale = [
        path.name for path, text in build_docs().made_pages() if path.read_text(encoding="utf-8") != text
    ]
    assert not stale, "run `uv run just docs`"


@pytest.mark.parametrize(
    "folder", sorted(p.name for p in BUILT_IN.iterdir() if p.is_dir() and p.name[0] != "_")
)
def test_every_folder_of_the_knowledge_is_described_with_a_part_of_it(folder: str) -> None:
    page = text_of("docs/knowledge.md")
    assert f"`{folder}/`" in page
    assert re.search(rf"<!-- (rule|rows) {folder}/", page)
