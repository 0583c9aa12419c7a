"""Plain text is kept as it is; front matter gives title, outlet, date and address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.documents.plain import read_plain, split_front_matter
from detente.errors import DocumentError

BODY = "Ruritania will send its envoy to Sylvania on Monday.\n\nNo date was named.\n"
KEPT = [
    "Envoy to travel\n\nRuritania will send its envoy to Sylvania.\n",  # a headline is text, not a title
    "Ruritania.\r\n\r\nSylvania.",
    "  Ruritania recalls its envoy.  ",
    "---\nRuritania recalls its envoy.\n---\nSylvania regrets it.\n",  # dashed lines around text
    "---\n\n---\nRuritania recalls its envoy.\n",
    "---\ntitle: Never closed\n\nRuritania recalls its envoy.\n",
    "Ruritania recalls its envoy.\n---\ntitle: Not at the start\n---\n",
    "----\ntitle: Four dashes\n----\nRuritania recalls its envoy.\n",
]
FRONT = [
    ("title: Envoy to travel", {"title": "Envoy to travel"}),
    (
        "title: Envoy to travel: a first\noutlet: Sylvan Post",
        {"title": "Envoy to travel: a first", "outlet": "Sylvan Post"},
    ),
    (
        'title: "Envoy to travel"\npublished: 2013-02-12',
        {"title": "Envoy to travel", "published": "2013-02-12"},
    ),
    (
        "Title: 'Envoy'\n\n# a note\ntags:\n  - trade\n- border\nurl: https://post.example/1",
        {"title": "Envoy", "url": "https://post.example/1"},
    ),
    ("published: 2013-02-12T08:30:00+01:00", {"published": "2013-02-12"}),
    ("published:\noutlet: Sylvan Post", {"outlet": "Sylvan Post"}),
]


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("---\ntitle: Envoy recalled\noutlet: Sylvan Post\n\nRuritania recalls its envoy.", True),
        ("---\nNote: Ruritania recalls its envoy.", False),
        ("---\ntitle: Envoy recalled\n---\nRuritania recalls its envoy.", False),
    ],
)
def test_front_matter_that_does_not_end_is_noted(
    text: str, *, noted: bool, caplog: pytest.LogCaptureFixture
) -> None:
    read_plain(text, file="a.txt")
    assert ("a.txt: its front matter has no closing line ---" in caplog.text) == noted


@pytest.mark.parametrize("text", KEPT)
def test_a_text_without_front_matter_is_kept_unchanged(text: str) -> None:
    document = read_plain(text, file="a.txt")
    assert document.text == text
    assert document.title is None


@pytest.mark.parametrize(("front", "fields"), FRONT)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_front_matter_gives_fields_and_never_text(front: str, fields: dict[str, str], newline: str) -> None:
    text = f"---\n{front}\n---\n\n".replace("\n", newline) + BODY
    document = read_plain(text, file="a.md")
    title = fields.get("title")
    assert document.text == (f"{title}\n\n{BODY}" if title else BODY)
    shown = (document.title, document.outlet, document.published, document.url)
    assert shown == tuple(fields.get(name) for name in ("title", "outlet", "published", "url"))


@pytest.mark.parametrize("text", ["", " \n\n", "---\ntitle: Only a title\n---\n \n"])
def test_no_text_is_an_error(text: str) -> None:
    with pytest.raises(DocumentError, match=r"^a\.txt: has no text; "):
        read_plain(text, file="a.txt")


@pytest.mark.parametrize("value", ["2023-02-30", "2013-13-01", "12 February 2013", "2013-02", "tomorrow"])
def test_an_impossible_date_is_an_error(value: str) -> None:
    with pytest.raises(DocumentError, match=f"^a.txt: published '{value}' is not a d.*YYYY-MM-DD"):
        read_plain(f"---\npublished: {value}\n---\nRuritania.", file="a.txt")


@given(st.text())
def test_any_text_is_its_front_matter_followed_by_its_body(text: str) -> None:
    _fields, body = split_front_matter(text)
    assert text.endswith(body)
