"""The fast pipeline answers what spaCy answers, word for word; where it cannot, spaCy's own parts stay."""

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any, cast

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from detente.reading.fast import accelerate
from detente.reading.fast.accelerate import fast_answers, fast_tok2vec
from detente.reading.syntax import blocks, load_model

EXAMPLES = Path(__file__).parents[3] / "examples"
WORDS = ("the", "there", "is", "Let", "'s", "envoy", "said", "not", ".", ",", "\n", "gon", "na", "all", "y")
ALL: list[int | str] = ["ORTH", "SPACY", "TAG", "DEP", "POS", "MORPH", "LEMMA", "HEAD", "SENT_START"]
TEXTS = [
    "",
    " \n ",
    "Stop.",
    "Let's go, y'all: there is nothin' left, and there're no talks. She's gonna leave; he ain't; c'mon, I gotta.",
    "It was they who saw it. You and I saw you. Who did that? It'd have been done, had he done so.",
    "\tThe  envoy \n left (at 5pm) — “really?” 🙂 for İstanbul, Москва and 東京.\n",
    "a " * 700,
]


@pytest.fixture(scope="module")
def plain() -> Language:
    return load_model(fast=False)


def shared_texts(shared: Path) -> Iterator[str]:
    """Some of each development set; only that both pipelines agree is looked at."""
    gold = shared / "gold"
    for name, count in (
        ("attribution/polnear_dev", 12),
        ("stream/stream_dev", 250),
        ("time/meantime_dev", 15),
    ):
        with (gold / f"{name}.jsonl").open(encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in islice(lines, count))


def assert_same(fast: Sequence[Doc], plain: Sequence[Doc]) -> None:
    for ours, theirs in zip(fast, plain, strict=True):
        assert ours.to_json() == theirs.to_json()
        assert (ours.to_array(ALL) == theirs.to_array(ALL)).all()


def test_the_tokenizer_is_that_of_the_language(nlp: Language, plain: Language) -> None:
    ours, theirs = (cast(Any, one.tokenizer).to_bytes(exclude=["vocab"]) for one in (nlp, plain))
    assert ours == theirs


def test_the_long_list_of_strings_is_not_read(nlp: Language, plain: Language) -> None:
    assert len(nlp.vocab.strings) < len(plain.vocab.strings) / 10


def test_the_examples_and_odd_texts_are_the_same(nlp: Language, plain: Language) -> None:
    texts = [file.read_text(encoding="utf-8") for file in sorted(EXAMPLES.glob("*.md"))]
    cut = [*TEXTS, *(block for text in texts for block in blocks(text))]
    for _ in range(2):  # all words new, and all words known
        assert_same(list(nlp.pipe(cut)), list(plain.pipe(cut)))


def test_news_is_the_same(nlp: Language, plain: Language, shared: Path) -> None:
    cut = [block for text in shared_texts(shared) for block in blocks(text)]
    assert_same(list(nlp.pipe(cut)), list(plain.pipe(cut)))


@given(st.lists(st.sampled_from(WORDS), max_size=12))
@settings(max_examples=40, deadline=None)
def test_any_row_of_words_is_the_same(nlp: Language, plain: Language, words: list[str]) -> None:
    text = " ".join(words)
    assert_same([nlp(text)], [plain(text)])


@pytest.mark.parametrize("capacity", [16, 700])
def test_a_table_that_is_full_starts_anew(capacity: int, plain: Language) -> None:
    nlp = load_model(fast=False)
    fast_tok2vec(nlp, capacity=capacity)
    fast_answers(nlp, capacity=capacity)
    texts = [file.read_text(encoding="utf-8") for file in sorted(EXAMPLES.glob("*.md"))[:4]]
    cut = [block for text in texts for block in blocks(text)]
    expected = [plain(block) for block in cut]
    assert_same([nlp(block) for block in cut], expected)
    assert_same(list(nlp.pipe(cut, batch_size=5)), expected)


def test_threads_may_share_it(plain: Language) -> None:
    nlp = load_model()
    texts = [file.read_text(encoding="utf-8") for file in sorted(EXAMPLES.glob("*.md"))] * 2
    with ThreadPoolExecutor(4) as threads:
        assert_same(list(threads.map(nlp, texts)), [plain(text) for text in texts])


def blank(*parts: str) -> Language:
    nlp = spacy.blank("en")
    for part in parts:
        nlp.add_pipe(part)
    return nlp


OTHER_PIPELINES: list[tuple[tuple[str, ...], list[str]]] = [
    ((), ["no part 'tok2vec'", "no attribute ruler"]),
    (("attribute_ruler", "sentencizer", "lemmatizer"), ["no part 'tok2vec'", "does not follow"]),
]


@pytest.mark.parametrize(("parts", "reasons"), OTHER_PIPELINES)
def test_what_is_built_otherwise_stays(parts: tuple[str, ...], reasons: list[str]) -> None:
    nlp = blank(*parts)
    before = list(nlp.pipeline)
    said = accelerate(nlp)
    assert len(said) == len(reasons)
    assert all(reason in line for reason, line in zip(reasons, said, strict=True))
    assert nlp.pipeline == before


def test_a_ruler_that_looks_at_more_stays() -> None:
    nlp = blank("attribute_ruler", "lemmatizer")
    ruler = nlp.get_pipe("attribute_ruler")
    ruler.add([[{"SHAPE": "Xx"}]], {"POS": "NOUN"})  # type: ignore[attr-defined]
    assert "looks at SHAPE, and stays" in accelerate(nlp)[1]


def test_layers_with_another_answer_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.reading.fast.convolve.TINY", 9.0)
    assert "do not give what spaCy's layers give" in accelerate(load_model(fast=False))[0]
