"""What is not the article is found at its offsets, and nothing of the article is lost."""

import textwrap
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.documents.boilerplate import Boilerplate, find_boilerplate, load_boilerplate
from detente.knowledge.files import BUILT_IN


def lines_of(name: str) -> list[str]:
    return (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()


TITLE = "Envoy recalled after row over bridge"
ARTICLE = (
    "Ruritania recalled its ambassador to Sylvania on Monday after a row over the bridge at Zenda.",
    "“We regret this step,” said Rupert Strofzin, foreign minister of Sylvania and a former journalist.",
    "Talks in Edelweiss, which Graustark had offered to host, were put off until the spring.",
)

BIOGRAPHIES = lines_of("biographies.txt")
REAL_ENDINGS = lines_of("real_endings.txt")  # the last paragraphs of obituaries, portraits and plain reports

BLOCKS = [
    "Related Articles",
    "Advertisement",
    "Read more: Graustark offers to host talks",
    "Photo: Strelsau Wire",
    "(Reporting by Anna Hentzau; Editing by Fritz Tarlenheim)",
    "© 2013 The Strelsau Post. All rights reserved.",
    "Sign up for our newsletter to get the news of the day.",
    "Share this article",
    "Follow us on Facebook and Twitter.",
    "Reach Ines Vogt, our Sylvania correspondent, at ines@post.example.",
    "We use cookies to make this site better.",
    "Tags: Ruritania, Sylvania",
]


@pytest.fixture(scope="module")
def rules() -> Boilerplate:
    return load_boilerplate([BUILT_IN])


def left_out(text: str, rules: Boilerplate) -> list[str]:
    return [text[start:end] for start, end in find_boilerplate(text, rules)]


def page(*ending: str, between: str = "\n\n") -> str:
    return between.join((TITLE, *ARTICLE, *ending))


def test_an_article_by_itself_is_kept_whole(rules: Boilerplate) -> None:
    assert left_out(page(), rules) == []


@pytest.mark.parametrize("between", ["\n\n", "\n", "\r\n\r\n", "\n \n\n"])
@pytest.mark.parametrize("biography", BIOGRAPHIES)
def test_a_biography_at_the_end_is_left_out(biography: str, between: str, rules: Boilerplate) -> None:
    assert left_out(page(biography, between=between), rules) == [biography]


@pytest.mark.parametrize("biography", BIOGRAPHIES)
def test_a_biography_among_labels_is_left_out(biography: str, rules: Boilerplate) -> None:
    ending = ("World News", biography, "Related Articles", "Graustark hosts talks on the bridge")
    assert left_out(page(*ending) + "\n", rules) == list(ending)


@pytest.mark.parametrize("ending", REAL_ENDINGS)
def test_the_end_of_a_real_report_is_kept(ending: str, rules: Boilerplate) -> None:
    assert left_out(page(ending), rules) == []
    assert left_out(page(ending, "Related Articles"), rules) == ["Related Articles"]


@pytest.mark.parametrize("biography", BIOGRAPHIES)
def test_a_portrait_within_the_article_is_kept(biography: str, rules: Boilerplate) -> None:
    assert left_out("\n\n".join((TITLE, biography, *ARTICLE)), rules) == []


def test_two_authors_and_a_biography_of_two_paragraphs_are_left_out(rules: Boilerplate) -> None:
    ending = (
        "Anna Hentzau is a reporter covering Sylvania.",
        "She lives in Strelsau, and in her spare time she sails.",
        "Fritz Tarlenheim",
        "Fritz Tarlenheim is the Sylvan Post's diplomatic correspondent.",
    )
    assert left_out(page(*ending), rules) == list(ending)


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize("place", [1, 2, 3, 4])
def test_a_notice_is_left_out_wherever_it_stands(block: str, place: int, rules: Boilerplate) -> None:
    blocks = [TITLE, *ARTICLE]
    blocks.insert(place, block)
    assert left_out("\n\n".join(blocks), rules) == [block]


@pytest.mark.parametrize("place", [1, 4])
def test_the_name_of_a_section_is_left_out_above_and_beneath_the_article(
    place: int, rules: Boilerplate
) -> None:
    blocks = [TITLE, *ARTICLE]
    blocks.insert(place, "World News")
    assert left_out("\n\n".join(blocks), rules) == ["World News"]


LINES_KEPT = [
    ("The talks cover four matters:", "Trade", "Fishing Rights", "The Bridge"),
    ("The bridge", "It was built in 1902 and belongs to both."),
    ("- The Bridge of Zenda", "- Fishing Rights"),
    ("What happens next",),
]


@pytest.mark.parametrize("lines", LINES_KEPT)
def test_headings_and_lists_of_the_article_are_kept(lines: tuple[str, ...], rules: Boilerplate) -> None:
    assert left_out(page(*lines), rules) == []


WITHOUT_PROSE = [
    "",
    " \n",
    "World News",
    "Ruritania Recalls Envoy",
    "Ruritania Recalls Envoy\n\nSylvania Regrets It",
]


@pytest.mark.parametrize("text", WITHOUT_PROSE)
def test_a_text_without_a_paragraph_is_kept_whole(text: str, rules: Boilerplate) -> None:
    assert left_out(text, rules) == []


@pytest.mark.parametrize("width", [50, 72, 100])
@pytest.mark.parametrize("biography", BIOGRAPHIES)
def test_hard_wrapped_lines_are_one_paragraph(biography: str, width: int, rules: Boilerplate) -> None:
    text = "\n\n".join(textwrap.fill(block, width) for block in (TITLE, *ARTICLE, biography))
    assert [" ".join(block.split()) for block in left_out(text, rules)] == [biography]


def test_bylines_and_dates_above_the_article_are_left_out(rules: Boilerplate) -> None:
    head = ("By Anna Hentzau", "Updated 12 February 2013", "4 min read")
    assert left_out("\n\n".join((TITLE, *head, *ARTICLE)), rules) == list(head)


@given(
    st.lists(
        st.sampled_from([TITLE, *ARTICLE, *BIOGRAPHIES[:4], *BLOCKS, "", "x", "\u2028", " \t"]), max_size=9
    )
)
def test_spans_are_ordered_apart_and_without_outer_space(blocks: list[str]) -> None:
    text = "\n\n".join(blocks)
    end = 0
    for span in find_boilerplate(text, load_boilerplate([BUILT_IN])):
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        end = span.end


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    for start, end in find_boilerplate(text, load_boilerplate([])):
        assert 0 <= start < end <= len(text)


def test_the_real_article_loses_its_label_biography_and_links_only(shared: Path, rules: Boilerplate) -> None:
    text = (shared / "seed" / "article.txt").read_text(encoding="utf-8")
    spans = find_boilerplate(text, rules)
    assert len(spans) == 3
    assert text[: spans[0].start].rstrip().endswith(".")
    assert not "".join(text[a.end : b.start] for a, b in pairwise(spans)).strip()
    assert text[spans[-1].end :].strip() == ""
