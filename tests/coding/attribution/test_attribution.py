"""Attributions of a document: stance, source, quotation, nesting, order; the same document gives the same
records.
"""

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from detente.coding.attribution import find_attributions, source_heads
from detente.knowledge.cues import load_cues, precise_cues
from detente.knowledge.files import BUILT_IN
from detente.pipeline import Coder
from detente.reading.quotations import find_quotations
from detente.reading.syntax import parse
from detente.records import Attribution, Document

TABLES = load_cues([BUILT_IN])
HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    """Stance, source, cue and sentence of each line; 22 of the 27 of the untouched file were right at its one run."""
    return list(csv.DictReader((HERE / name).read_text(encoding="utf-8").splitlines()))


STANCES = [
    row
    for name in (
        "stances",
        "wide_stances",
        "wide_stances_untouched",
        "broad_stances",
        "broad_stances_untouched",
        "sampled_stances",
        "fresh_stances",
        "third_stances",
        "fourth_stances",
        "fifth_stances",
        "sixth_stances",
        "sixth_held_back_stances",
        "seventh_stances",
        "eighth_stances",
        "ninth_stances",
        "tenth_stances",
        "own_stances",
        "grid_stances",
    )
    for row in rows(f"{name}.csv")
]


SIXFOLD = [
    "The premier said that the talks would resume. ",
    "“We will go,” she said. “Nothing can stop us.” ",
    "Neither the palace nor the embassy has confirmed the plan.\n\n",
    "According to two officials, the king told aides that the pact was dead. ",
    "The king is reportedly ill, although the palace denied it. ",
    "The “spy balloon” drifted on.\n\n",
]


def texts(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[a:b] for a, b in spans]


def find(text: str, nlp: Language) -> tuple[Attribution, ...]:
    return find_attributions(parse(text, nlp), TABLES)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def stances(row: dict[str, str], coder: Coder) -> list[tuple[str, str]]:
    """Stance and source of the attributions at the cue of a row."""
    found = coder.code(Document(text=row["sentence"])).attributions
    hits = [a for a in found if row["cue"] in " ".join(texts(row["sentence"], a.cue)).split()]
    return [(a.stance, " ".join(texts(row["sentence"], a.source))) for a in hits]


@pytest.mark.parametrize("row", STANCES, ids=lambda row: row["sentence"])
def test_stance(row: dict[str, str], coder: Coder) -> None:
    assert stances(row, coder) == [(row["stance"], row["source"])]


@pytest.mark.parametrize("row", rows("known_wrong_stances.csv"), ids=lambda row: row["sentence"])
def test_known_wrong_stance_is_still_wrong(row: dict[str, str], coder: Coder) -> None:
    assert stances(row, coder) != [(row["stance"], row["source"])], "it works now: move it to stances.csv"


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("Two Sylvanian officials said the deal was close.", True),
        ("People familiar with the matter said the deal was close.", True),
        ("A minister said the deal was close.", True),
        ("Ministers said the deal was close.", True),
        ("One diplomat, who asked not to be named, said the deal was close.", True),
        ("The Sylvanian foreign minister said the deal was close.", False),
        ("Sylvania's defence minister said the deal was close.", False),
        ("The palace said the deal was close.", False),
        ("Rudolf Rassendyll, an aide, said the deal was close.", False),
        ("An aide, Rudolf Rassendyll, said the deal was close.", False),
        ("She said the deal was close.", False),
    ],
)
def test_anonymous(text: str, anonymous: bool, nlp: Language) -> None:  # noqa: FBT001
    assert find(text, nlp)[-1].anonymous == anonymous


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("The Sylvanian foreign minister said the deal was close.", ["minister"]),
        ("Neither the palace nor the embassy has confirmed the plan.", ["palace", "embassy"]),
        (
            "Ruritania, Sylvania and Graustark said the deal was close.",
            ["Ruritania", "Sylvania", "Graustark"],
        ),
        ("The king's brother said the deal was close.", ["brother"]),
        ("We met the officials who said the deal was close.", ["officials"]),
        ("The king is reportedly ill.", []),
    ],
)
def test_source_heads(text: str, heads: list[str], nlp: Language) -> None:
    doc = parse(text, nlp)
    found = find_attributions(doc, TABLES)
    assert [doc[i].text for i in source_heads(doc, found[0])] == heads


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "“We are ready,” Rassendyll said. “They are not.”",
            ["Rassendyll"],
            ["“We are ready,”", "“They are not.”"],
        ),
        (
            "Rassendyll opened with a warning:\n\n“The treaty is dead.\n\n“Nothing can save it.”",
            ["Rassendyll"],
            ["“The treaty is dead.\n\n“Nothing can save it.”"],
        ),
        (
            "“We are ready,” Rassendyll told the council.\n\n“They are not, and they never will be.”",
            ["Rassendyll"],
            ["“We are ready,”", "“They are not, and they never will be.”"],
        ),
        (
            "Ruritania, he said, would “never yield”.",
            ["he"],
            ["Ruritania", "would “never yield”"],
        ),
        (
            "The palace said that the visit, the first in ten years, was “a new start”.",
            ["The palace"],
            ["that the visit, the first in ten years, was “a new start”"],
        ),
        (
            "The envoy said the talks had failed, adding that he would leave on Monday.",
            ["The envoy"],
            ["the talks had failed"],
        ),
        (
            "The Gazette reported that the trip may be put off, although the palace has not confirmed it.",
            ["The Gazette"],
            ["that the trip may be put off"],
        ),
        (
            "The premier would resign, the Gazette reported, citing two officials.",
            ["the Gazette"],
            ["The premier would resign"],
        ),
        (
            "According to two clerks, the mill burned, while a third said that it was only smoke.",
            ["two clerks"],
            ["the mill burned"],
        ),
        (
            "The mayor praised the firemen. “They saved us all,” he said.",
            ["The mayor"],
            ["the firemen"],
        ),
        (
            "The mayor admitted that there were transfers but maintained that they were lawful.",
            ["The mayor"],
            ["that there were transfers"],
        ),
        (
            "He said taxes would rise, according to people who were in the room.",
            ["He"],
            ["taxes would rise"],
        ),
    ],
)
def test_spans(text: str, source: list[str], content: list[str], nlp: Language) -> None:
    first = find(text, nlp)[0]
    assert (texts(text, first.source), texts(text, first.content)) == (source, content)


def test_word_for_word(nlp: Language) -> None:
    quoted, told = find("“We are ready,” she said. She said they were ready.", nlp)
    assert quoted.quotation and not told.quotation


def test_nested_sources(nlp: Language) -> None:
    outer, inner = find("The Gazette reported that officials had told it the pact was dead.", nlp)
    assert (outer.inside, inner.inside) == (None, outer.id)


def test_hedges_have_no_source(nlp: Language) -> None:
    found = find("The king is reportedly ill. The minister is expected to resign.", nlp)
    assert [(a.hedged, a.source) for a in found] == [(True, ()), (True, ())]


@pytest.mark.parametrize(
    "text", ["The “spy balloon” drifted on.", "Nobody wants a “new Cold War” over the “Free Port”."]
)
def test_scare_quotes_attribute_nothing(text: str, nlp: Language) -> None:
    assert not [a for a in find(text, nlp) if a.quotation]


def test_whose_authority_stands_before_the_verb(nlp: Language) -> None:
    """ "For the authorities to say": they are no means that somebody lacks, and the search for who lacks it ends."""
    text = "It made sense for the Sylvanian authorities to say that the ship had sunk."
    assert [a.stance for a in find(text, nlp)] in ([], ["asserts"])


def test_precise_gives_fewer(nlp: Language) -> None:
    doc = parse("The king seems ill. The palace said that he was well. The guilds support him.", nlp)
    assert [a.rule for a in find_attributions(doc, precise_cues(TABLES))] == ["say"]
    assert len(find_attributions(doc, TABLES)) == 3


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(SIXFOLD), max_size=6).map("".join))
def test_records_are_well_formed(nlp: Language, text: str) -> None:
    found = find(text, nlp)
    assert [a.id for a in found] == [f"a{n}" for n in range(1, len(found) + 1)]
    assert [a.cue[0] for a in found] == sorted(a.cue[0] for a in found)
    ids = {a.id: a for a in found}
    for a in found:
        for spans in (a.source, a.cue, a.content):
            assert list(spans) == sorted(spans) and all(0 <= s < e <= len(text) for s, e in spans)
        assert a.content and a.cue
        assert a.inside is None or any(s <= a.cue[0].start < e for s, e in ids[a.inside].content)
        depth, above = 0, a
        while above.inside:
            above, depth = ids[above.inside], depth + 1
            assert depth < len(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no”.", ["“no”"]),
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("The minister's ally said 'no way'.", ["'no way'"]),
        ("“He said ‘no’ to us,” she said.", ["“He said ‘no’ to us,”"]),
        ("“First.\n\n“Second.”\n\nThird.", ["“First.\n\n“Second.”"]),
        ("“First.\n\nSecond.", []),
        ('A 6" pipe burst.', []),
        ("It''s odd.", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[q.span.start : q.span.end] for q in find_quotations(text)] == expected


@given(st.text(alphabet="ab .,\n\"“”‘’'", max_size=60))
def test_quotations_are_ordered_and_apart(text: str) -> None:
    spans = [q.span for q in find_quotations(text)]
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
