"""Our plain tokens say what spaCy's say, under the same names."""

import re
import weakref
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc as Parsed
from spacy.tokens import Span as Slice

import detente.reading
from detente.collection import no_collection
from detente.reading.plain import Strings, read_tokens
from detente.reading.syntax import parse, parse_blocks
from detente.reading.tokens import Doc, Span, Token

TEXTS = (
    "Ruritania's king and the two Sylvanian envoys didn't meet in Strelsau, Klausenburg or Edelweiss on Monday.",
    "“We will not,” he said (twice) , “attack the re-armed town.”\n\n A second block; with spaces.",
    "Who the minister from Graustark that they had met wanted to visit was not said.",
    "",
)
WORDS = ("text", "lower_", "lemma_", "pos_", "tag_", "dep_", "whitespace_", "i", "idx")
SORTS = ("is_space", "is_punct", "is_quote", "is_lower", "is_title", "is_left_punct", "is_right_punct")


def read(text: str, nlp: Language) -> tuple[Doc, Parsed]:
    blocks = parse_blocks(text, nlp)
    joined = Parsed.from_docs(blocks, ensure_whitespace=False) if blocks else nlp(text)
    assert isinstance(joined, Parsed)
    return read_tokens(blocks, Strings(nlp.vocab)), joined


def at(tokens: object) -> list[int]:
    assert hasattr(tokens, "__iter__")
    return [token.i for token in tokens]


def bounds(span: Span | Slice | None) -> tuple[int, int] | None:
    return None if span is None else (span.start, span.end)


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_are_those_of_spacy(text: str, nlp: Language) -> None:
    ours, theirs = read(text, nlp)
    assert ours.text == theirs.text == text
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        for name in (*WORDS, *SORTS):
            assert getattr(one, name) == getattr(other, name), name
        assert one.morph == {name: value.split(",") for name, value in other.morph.to_dict().items()}
        assert (one.head.i, one.sent.start, one.sent.end) == (other.head.i, other.sent.start, other.sent.end)
        assert (one.left_edge.i, one.right_edge.i) == (other.left_edge.i, other.right_edge.i)
        for name in ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts"):
            assert at(getattr(one, name)) == at(getattr(other, name)), name
    assert [(s.start, s.end, s.text) for s in ours.sents] == [(s.start, s.end, s.text) for s in theirs.sents]


@pytest.mark.parametrize("text", TEXTS)
def test_spans_are_those_of_spacy(text: str, nlp: Language) -> None:
    ours, theirs = read(text, nlp)
    for start in range(len(ours)):
        for end in range(start + 1, min(start + 9, len(ours)) + 1):
            one, other = ours.span(start, end), theirs[start:end]
            assert (one.text, one.lemma_, one.root.i) == (other.text, other.lemma_.strip(), other.root.i)
    for start in range(len(text)):
        for end in range(start + 1, min(start + 12, len(text)) + 1):
            for mode in ("strict", "expand"):
                found = ours.char_span(start, end, alignment_mode=mode)
                wanted = theirs.char_span(start, end, alignment_mode=mode)
                assert bounds(found) == bounds(wanted)


def test_a_neighbour_before_the_text_is_an_error(nlp: Language) -> None:
    ours, _ = read(TEXTS[0], nlp)
    first: Token = ours[0]
    assert first.nbor().i == 1
    with pytest.raises(IndexError):
        first.nbor(-1)


def test_a_full_table_of_strings_starts_anew(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.reading.plain.MOST_STRINGS", 5)
    ours, theirs = read(TEXTS[0], nlp)
    assert [token.lemma_ for token in ours] == [token.lemma_ for token in theirs]


def test_no_repair_sets_a_head_by_itself() -> None:
    """`Token.hang` keeps the children, the reach and the sentences right; an assignment would not."""
    folder = Path(detente.reading.__file__).parent
    setting = [
        p.name for p in folder.rglob("*.py") if re.search(r"\.head(, \w+\.\w+)* = ", p.read_text("utf-8"))
    ]
    assert sorted(setting) == ["tokens.py"]


def test_a_token_put_under_one_below_it_leaves_a_tree(nlp: Language) -> None:
    ours = parse("The envoy said that the premier would leave Zenda.", nlp)
    said = next(t for t in ours if t.text == "said")
    leave = next(t for t in ours if t.text == "leave")
    said.hang(leave, "advcl")
    assert leave.head is leave
    assert said.head is leave
    assert {t.i for t in leave.subtree} == {t.i for t in ours}


def test_tokens_are_found_by_what_they_have(nlp: Language) -> None:
    ours, _ = read(TEXTS[0], nlp)
    wanted = [t.i for t in ours if t.dep_ in ("nsubj", "pobj") or t.tag_ == "DT"]
    assert wanted
    assert [t.i for t in ours.having(dep_=("nsubj", "pobj"), tag_=("DT",))] == wanted
    for sentence in ours.sents:
        mine = [i for i in wanted if sentence.start <= i < sentence.end]
        assert [t.i for t in ours.by_sentence(dep_=("nsubj", "pobj"), tag_=("DT",)).within(sentence)] == mine


@pytest.mark.parametrize("name", ["lower_", "lemma_", "pos_", "tag_", "dep_"])
def test_tokens_are_found_by_what_they_have_after_a_change(name: str, nlp: Language) -> None:
    ours, _ = read(TEXTS[0], nlp)
    values = sorted({getattr(t, name) for t in ours})
    many = frozenset([*values[::2], *map(str, range(99))])  # more than the text has
    for changed in (None, ours[3], ours[0], ours[3]):
        if changed is not None:
            changed.lemma_, changed.tag_, changed.dep_, changed.pos_ = "king", "VB", "dobj", "VERB"
        for asked in (many, values[:1], values[1:3], ()):
            found = [t.i for t in ours.having(**{name: asked})]
            assert found == [t.i for t in ours if getattr(t, name) in asked]


def test_each_token_given_has_the_label_asked_for_also_after_a_change(nlp: Language) -> None:
    ours, _ = read("The king and the queen left, the envoy stayed.", nlp)
    seen: list[str] = []
    for token in ours.having(lower_={"the"}, dep_={"nsubj"}):
        if not seen:
            ours[1].dep_, ours[2].dep_ = "dobj", "nsubj"
        seen.append(token.text)
    assert seen == ["The", "and", "the", "the", "envoy"]
    assert "king" in [token.text for token in ours.having(dep_={"dobj"})]


def test_a_root_is_sought_again_when_a_head_has_changed(nlp: Language) -> None:
    ours, _ = read("The envoy said that the king left.", nlp)
    left, whole = ours[6], ours.span(3, 8)
    assert whole.root is left
    left.hang(ours[2], "ccomp")
    ours[5].hang(ours[5], "ROOT")
    assert whole.root is ours[5]


def test_a_new_root_makes_a_sentence_of_what_is_below_it(nlp: Language) -> None:
    ours, _ = read("The envoy said that the king left.", nlp)
    left, said = ours[6], ours[2]
    left.hang(left, "ROOT")
    assert [sentence.text for sentence in ours.sents] == ["The envoy said", "that the king left."]
    assert (left.left_edge.text, said.left_edge.text, left.sent.start) == ("that", "The", 3)
    left.hang(said, "ccomp")
    assert [sentence.text for sentence in ours.sents] == ["The envoy said that the king left."]
    assert left.sent.start == 0


def test_a_parted_text_holds_nothing_and_is_held_by_nothing_of_its_own(nlp: Language) -> None:
    ours, _ = read(TEXTS[0], nlp)
    assert [t.text for t in ours.having(dep_={"nsubj"})]
    assert [sentence.root for sentence in ours.sents]
    watched, first = weakref.ref(ours), ours[0]
    with no_collection():
        ours.part()
        del ours
        assert watched() is first.doc
        del first
        assert watched() is None
