"""A page gives its article, title, outlet and date, and nothing of what stands around the article."""

import pytest

from detente.documents.boilerplate import load_boilerplate
from detente.documents.pages import read_page
from detente.errors import DocumentError
from detente.knowledge.files import BUILT_IN
from detente.records import Document

BODY = (
    "Sylvania recalled its ambassador to Ruritania on Monday after a row over the bridge at the border.",
    "“We regret this step,” said the foreign minister of Ruritania, who is to visit Klausenburg next week.",
    "The two states have quarrelled about the bridge for four years, and three rounds of talks led nowhere.",
)
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{title_tag}</title>{head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article><h1>Sylvania recalls envoy</h1>{body}</article></main>
<aside><h2>Related Articles</h2><ul><li><a href="/1">Graustark hosts talks</a></li></ul></aside>
<div id="cookie-banner">We use cookies to make this site better.</div>
<footer><p>© 2011 The Sylvan Post. All rights reserved.</p></footer></body></html>"""


def page(head: str = "", title_tag: str = "Sylvania recalls envoy", body: tuple[str, ...] = BODY) -> str:
    return PAGE.format(head=head, title_tag=title_tag, body="".join(f"<p>{text}</p>" for text in body))


def read(html: str, *, file: str, url: str | None = None) -> Document:
    return read_page(html, file=file, boilerplate=load_boilerplate([BUILT_IN]), url=url)


def test_the_text_is_the_article_and_nothing_else() -> None:
    document = read(page(), file="a.html")
    assert document.text == "\n\n".join(("Sylvania recalls envoy", *BODY))


def test_a_short_article_is_read() -> None:
    document = read(page(body=BODY[:1]), file="a.html")
    assert document.text == "\n\n".join(("Sylvania recalls envoy", BODY[0]))


SHORT = (
    "Sylvania freed the Ruritanian journalist Anna Hentzau on Monday.",
    "Ruritania's ambassador will return to Klausenburg next week.",
)
CAPTION = "<figure><img src='a.jpg'><figcaption>{}</figcaption></figure>".format("Ms Hentzau in May.")
SHORT_PAGES = [
    ('<p class="byline">By Our Correspondent</p>', ["By Our Correspondent"]),
    (CAPTION, ["Ms Hentzau in May."]),
    ("<time>12 February 2013</time>", ["12 February 2013"]),
]


@pytest.mark.parametrize(("head", "lines"), SHORT_PAGES)
def test_the_lines_of_a_short_article_stay_lines(head: str, lines: list[str]) -> None:
    html = page().replace(
        "".join(f"<p>{text}</p>" for text in BODY), head + "".join(f"<p>{text}</p>" for text in SHORT)
    )
    assert read(html, file="a.html").text.split("\n\n") == ["Sylvania recalls envoy", *lines, *SHORT]


OUTLET = '<meta property="og:site_name" content="The Sylvan Post">'
DATED = '<meta property="article:published_time" content="2013-02-12T21:30:00+01:00">'
JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Sylvania recalls envoy", "datePublished": "2013-02-12", "dateModified": "2013-02-14",
"publisher": {"@type": "Organization", "name": "The Sylvan Post"}}</script>"""
FIELDS = [
    (page(), ("Sylvania recalls envoy", None, None)),
    (page(OUTLET + DATED), ("Sylvania recalls envoy", "The Sylvan Post", "2013-02-12")),
    (page(JSON_LD), ("Sylvania recalls envoy", "The Sylvan Post", "2013-02-12")),
    (
        page(OUTLET + '<meta property="og:title" content="Sylvania recalls envoy - The Sylvan Post">'),
        ("Sylvania recalls envoy", "The Sylvan Post", None),
    ),
    (
        page(OUTLET + '<meta property="og:title" content="Envoy recalled - for good">'),
        ("Envoy recalled - for good", "The Sylvan Post", None),
    ),
]


@pytest.mark.parametrize(("html", "expected"), FIELDS)
def test_title_outlet_and_date_are_those_of_the_page(
    html: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    document = read(html, file="a.html")
    assert (document.title, document.outlet, document.published) == expected


def test_a_day_in_the_text_or_the_footer_is_not_the_day_of_publication() -> None:
    dated_body = (
        *BODY,
        "The bridge was closed on 3 March 2009 and opened again on 5 May 2011, officials said.",
    )
    assert read(page(body=dated_body), file="a.html").published is None


def test_the_address_is_where_the_page_was_fetched_else_what_it_says() -> None:
    html = page('<link rel="canonical" href="https://post.example/envoy">')
    assert read(html, file="a.html").url == "https://post.example/envoy"
    assert read(html, file="a", url="https://post.example/2").url == "https://post.example/2"


NO_ARTICLE = [
    "<html><body></body></html>",
    "<html></html>",
    "<!doctype html>",
    page(body=()),
    "<html><body><ul><li><a href='/1'>World</a></li><li><a href='/2'>Sport</a></li></ul></body></html>",
    "<html><body><noscript>Please enable JavaScript</noscript><div id='root'></div></body></html>",
]


@pytest.mark.parametrize("html", NO_ARTICLE)
def test_a_page_without_an_article_is_an_error(html: str) -> None:
    with pytest.raises(
        DocumentError, match=r"^a\.html: no article was found on the page; open it in a browser"
    ):
        read(html, file="a.html")
