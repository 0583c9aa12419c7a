"""The mistakes that somebody makes who adds rules and rows of his own: each is told with its remedy and near spellings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.errors import KnowledgeError
from detente.knowledge.check import static_problems
from detente.knowledge.contents import unread_files, where_meant
from detente.knowledge.files import BUILT_IN
from detente.knowledge.frames import load_event_tables
from detente.knowledge.rows import row_problems
from detente.knowledge.unknown import unknown_names

FRAME = """id: lend-pandas
why: To lend pandas is a gesture between states.
kind: panda loan
verbs: [lend, loan, send]
actor: [subject]
recipient: [to, indirect]
when: {object: ["=panda"]}
needs: [actor, recipient]
examples:
  - "Ruritania [[lent]] two pandas to Sylvania on Monday. => RUR -> SYL | occurred"
not:
  - "Ruritania lent its name to the treaty."
"""
OPERATOR = """id: mothball
why: What is mothballed is put off.
verbs: [mothball]
on: [object]
status: postponed
examples:
  - "Ruritania mothballed its [[visit]] to Sylvania. => RUR -> SYL | postponed"
"""
KINDS = """kind,family,type,mode,contexts,speech,groups,gloss
panda loan,panda loan,COOPERATE,,diplomatic,false,,a state lends another pandas
"""
FILES = {"frames/pandas.yaml": FRAME, "operators/mine.yaml": OPERATOR, "plover/kinds.csv": KINDS}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def changed(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def problems(folder: Path) -> Iterator[KnowledgeError]:
    tables = load_event_tables((BUILT_IN, folder))
    yield from static_problems(tables)
    yield from unknown_names(tables, {"lend-pandas", "mothball"})
    yield from row_problems(folder)


def test_nothing_is_told_of_a_sound_folder(folder: Path) -> None:
    assert [str(problem) for problem in problems(folder)] == []


F, OP, K = FILES
TOLD = [
    (K, "COOPERATE", "COPERATE", "did you mean COOPERATE"),
    (K, "COOPERATE,", "CONSULT,vist", "panda loan: CONSULT has no mode 'vist'; did you mean visit?"),
    (K, "COOPERATE,", "COOPERATE,gift", "panda loan: COOPERATE has no mode 'gift'; leave it empty"),
    (K, "COOPERATE,", ",visit", "panda loan: there is no mode without a type; leave it empty"),
    (K, "diplomatic", "diplomacy", "panda loan: there is no context 'diplomacy'; did you mean diplomatic?"),
    (K, "diplomatic", "diplomatic;tea", "there is no context 'tea'; the contexts are asylum, cbrn"),
    (K, "pandas\n", "pandas\npanda loan,gift,AID,,,,,twice\n", "panda loan: two rows have this kind"),
    (F, "kind: panda loan", "kind: panda lone", "'panda lone' is not in kinds.csv; did you mean panda loan?"),
    (F, '"=panda"', "weapn", "there is no noun class 'weapn'; did you mean weapon"),
    (F, '"=panda"', '"@sate"', "there is no test '@sate'; did you mean @state?"),
    (F, '"=panda"', '"!@sate"', "there is no test '@sate'; did you mean @state?"),
    (F, "[subject]", "[subjekt]", "there is no argument 'subjekt'; did you mean subject"),
    (F, "{object:", "{objekt|to:", "there is no argument 'objekt'; did you mean object"),
    (F, "verbs: [lend, loan, send]\n", "", "it has neither verbs nor nouns; name the words"),
    (OP, "[object]", "[objct]", "there is no argument 'objct'; did you mean object"),
    (OP, "on:", "refused: refusl\non:", "the kind 'refusl' is not in kinds.csv; did you mean refusal"),
    (OP, "on:", "of: [CONSLT]\non:", "there is no PLOVER type 'CONSLT'; did you mean CONSULT"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "told"), TOLD)
def test_an_unknown_name_is_told_with_what_is_near_it(
    name: str, old: str, new: str, told: str, folder: Path
) -> None:
    changed(folder, name, old, new)
    found = [str(problem) for problem in problems(folder)]
    assert [told in problem for problem in found] == [True], found


def test_a_preposition_that_no_rule_of_ours_names_is_none_of_the_mistakes(folder: Path) -> None:
    changed(folder, F, "[to, indirect]", "[to, indirect, bestride]")
    assert [str(problem) for problem in problems(folder)] == []


REFUSED = [
    (F, "verbs:", "verb:", "pandas.yaml: lend-pandas: there is no field 'verb'; did you mean verbs?"),
    (F, "verbs:", "colour:", "there is no field 'colour'; the fields are actor, examples,"),
    (F, "id: lend-pandas\n", "", "pandas.yaml: rule 1: the field 'id' is missing; add it"),
    (F, "id: lend-pandas\n", "What is this for?\n---\nid: lend-pandas\n", "pandas.yaml: rule 1: has no fields; begin it"),
    (F, "kind: panda loan\n", "", "lend-pandas: the field 'kind' is missing; add it"),
    (F, "actor: [subject]", "actor: subject", "lend-pandas: actor is no list; write [...], or lines that begin with -"),
    (F, "not:\n  - ", "not: ", "lend-pandas: not is no list"),
    (F, "[actor, rec", "[aktor, rec", "lend-pandas: needs: there is no 'aktor'; did you mean actor?"),
    (F, "actor: [subject]", "\tactor: [subject]", "pandas.yaml: line 5: found character that cannot start"),
    (F, "actor: [subject]", "  actor: [subject]", "pandas.yaml: line 5: did not find expected key; mend the YAML at that line"),
    (F, "why: To lend", "why: this: To lend", "line 2: mapping values are not allowed in this context; mend the YAML"),
    (F, "why: To lend", "id: again\nwhy: To lend", "pandas.yaml: line 2: 'id' stands twice; mend the YAML at that line"),
    (F, "why:", "---\nWhat is this?\n---\nwhy:", "lend-pandas: the field 'kind' is missing"),
    (OP, "postponed\n", "postpond\n", "mothball: status: there is no 'postpond'; did you mean postponed?"),
    (OP, "on:", "certainty: XX\non:", "mothball: certainty: there is no 'XX'; there are CT, PR, PS, Uu"),
    (OP, "on:", "moods: [infinitve]\non:", "mothball: moods: there is no 'infinitve'; did you mean infinitive?"),
    (K, ",gloss", ",glos", "kinds.csv: header: there is no column 'glos'; did you mean gloss?"),
    (K, ",", ";", "kinds.csv: header: its cells are parted by ';', not by commas; save it with commas"),
    (K, "false", "no", "kinds.csv: line 2: speech is neither true nor false; write one of them"),
    (K, "panda loan,panda loan", "panda loan,", "kinds.csv: line 2: the column 'family' is missing"),
    (K, "diplomatic", "diplomatic,economic", "kinds.csv: line 2: more cells than columns"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "told"), REFUSED)
def test_what_cannot_be_loaded_is_told_in_plain_words(
    name: str, old: str, new: str, told: str, folder: Path
) -> None:
    changed(folder, name, old, new)
    with pytest.raises(KnowledgeError) as caught:
        load_event_tables((BUILT_IN, folder))
    assert told in str(caught.value)
    assert str(caught.value).startswith(str(folder)), "which of the files called so"


def test_a_table_may_begin_with_a_mark_of_its_encoding(folder: Path) -> None:
    (folder / K).write_text("\ufeff" + KINDS, encoding="utf-8")  # as spreadsheets save it
    (folder / "actors").mkdir()
    header = "person,aliases,country,role,title,start,end,as_of,sectors,source,licence\n"
    (folder / "actors" / "offices.csv").write_text("\ufeff" + header, encoding="utf-8")
    assert [str(problem) for problem in problems(folder)] == []


@pytest.mark.parametrize(
    ("name", "bytes_", "told"),
    [
        (K, KINDS.encode().replace(b"panda", b"p\xe9nda"), "is not text in UTF-8"),
        (K, KINDS.encode().replace(b"a state", b"a" * 200_000), "is no table"),
        ("actors/offices.csv", b"p\xe9rson\n", "is not text in UTF-8"),
    ],
)
def test_a_table_that_is_no_text_is_told(name: str, bytes_: bytes, told: str, folder: Path) -> None:
    (folder / "actors").mkdir()
    (folder / name).write_bytes(bytes_)
    with pytest.raises(KnowledgeError, match=told):
        list(problems(folder))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("frame/pandas.yaml", "did you mean frames/pandas.yaml"),
        ("frames/pandas.yml", "did you mean frames/pandas.yaml"),
        ("frames/pandas.YAML", "did you mean frames/pandas.yaml"),
        ("frames/pandas.yaml.txt", "did you mean frames/pandas.yaml"),
        ("plover/kind.csv", "did you mean plover/kinds.csv"),
        ("plover/Kinds.csv", "did you mean plover/kinds.csv"),
        ("kinds.csv", "did you mean plover/kinds.csv"),
        ("notes.csv", "move or rename it (.yaml, .csv)"),
    ],
)
def test_a_file_that_nobody_reads_is_told_with_its_place(name: str, meant: str, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).touch()
    (tmp_path / "README.txt").touch()
    assert [path.as_posix() for path in unread_files(tmp_path)] == [name]
    assert where_meant(Path(name)).startswith(meant)
