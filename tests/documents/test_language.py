"""Texts in other languages are told from English ones."""

from importlib import import_module
from pathlib import Path

import pytest

from detente.documents.language import hardly_english

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("[0-9]*.md"))


@pytest.mark.parametrize("code", ["fr", "de", "es", "it", "nl", "pt", "pl", "ru", "uk", "da", "tr", "ro"])
def test_another_language(code: str) -> None:
    assert hardly_english(" ".join(import_module(f"spacy.lang.{code}.examples").sentences))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name)
def test_english(file: Path) -> None:
    assert not hardly_english(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text", ["", "Strelsau", "Ruritania recalls envoy", "Kiev, Moskau, Paris, Berlin. " * 3]
)
def test_little_is_not_judged(text: str) -> None:
    assert not hardly_english(text)


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("法国总统将于下周访问印度," * 4, True),
        ("Президент Франции посетит Индию на следующей неделе, сообщило министерство.", True),
        ("ประธานาธิบดีฝรั่งเศสจะเยือนอินเดียในสัปดาห์หน้า", True),
        ("王毅", False),  # a name, and no text
        ("The ministry in 北京 (Beijing) said that 王毅 (Wang Yi) would visit 巴黎 (Paris).", False),
    ],
)
def test_another_script_is_told_without_words(text: str, foreign: bool) -> None:  # noqa: FBT001
    assert hardly_english(text) == foreign
