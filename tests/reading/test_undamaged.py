"""What sources do to letters and lines is undone before a text is read, and all spans are those of the text as given."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder
from detente.reading.places import Edit, Placed, edited
from detente.reading.undamaged import undamaged
from detente.records import Document, Report, Span

DAMAGED = [
    # codes
    ("Kenya&#8217;s&nbsp;envoy &amp; others", "Kenya’s envoy & others"),
    ("Kenya&amp;#8217;s envoy, AT&T; and R&D", "Kenya’s envoy, AT&T; and R&D"),
    ("\\u201cNo,\\u201d he said.\\nHe left.", "“No,” he said.\nHe left."),
    # what nobody sees
    ("min\u00adis\u200bter\ufeff\u200e", "minister"),
    ("min\u00ad\nister", "minister"),
    ("no\x00thing\x07", "nothing"),
    # UTF-8 taken for windows-1252
    ("T\u00c3\u00bcrkiye\u00e2\u20ac\u2122s Erdo\u00c4\u0178an", "Türkiye’s Erdoğan"),
    ("\u00e2\u20ac\u0153No\u00e2\u20ac\u009d \u00e2\u20ac\u201d \u00c2\u00a35", "“No” — £5"),
    ("\u00e2\u20ac\u0153No\u00e2\u20ac.", "“No”."),
    ("the CAF\u00c9\u201d and S\u00c3O PAULO\u2019S, p\u00e2t\u00e9", "the CAFÉ” and SÃO PAULO’S, pâté"),
    # letters
    ("Tu\u0308rkiye, Sa\u0303o Tome\u0301", "Türkiye, São Tomé"),
    ("\uff23\uff48\uff49\uff4c\uff45\u3000\ufb01res o\ufb03cials, \U0001d417", "Chile fires officials, X"),
    ("\u2018Ti\u2039s\u203a Kenya\u00b4s, Chile\u2018s\u2011like", "‘Ti“s” Kenya’s, Chile’s-like"),
    ("a deal.\u00b9 It held\u2020 for 5 km\u00b2", "a deal. It held for 5 km"),
    ("\u201eNein\u201c, sagt er. \u00bbJa\u00ab, \u00ab non \u00bb", "“Nein”, sagt er. “Ja”, “ non ”"),
    ("``No,'' he said.", "“No,” he said."),
    ("''No,'' he said.", "''No,'' he said."),
    # what a page is made of
    ("<p>Kenya <b>left</b>.</p><p>Chile&lt;br/&gt;stayed.</p>", "\n\nKenya left.\n\n\n\nChile\nstayed.\n\n"),
    ('<script>if (a<b) x();</script>Kenya <a href="x">left</a><sup>2</sup> <!-- ad --> now', "Kenya left  now"),
    ("3 < 5 and 5 > 3, <REUTERS>", "3 < 5 and 5 > 3, <REUTERS>"),
    ("[Kenya](https://a.org/b_(c)) left [talks](/x \"More\") ![A flag](f.jpg)", "Kenya left talks "),
    ("# Kenya left\n> > It _left_ **early**, __so__ *The Post* says", "Kenya left\nIt left early, so “The Post” says"),
    ("a_b_c, 2 * 3 * 4, *note", "a_b_c, 2 * 3 * 4, *note"),
    ("| Mon | Kenya left |\n|---|---|", "\n Mon \n Kenya left \n\n"),
    ("BREAKING | Kenya left", "BREAKING: Kenya left"),
    ("RT @desk: #Kenya left. #talks #news", "Kenya left."),
    ("No. #1 of 2", "No. #1 of 2"),
    # lines
    ("the min-\nister of a Kenya-\nbacked state, Ken-\r\n  ya and North-\nSouth ties",
     "the minister of a Kenya-backed state, Kenya and North-South ties"),
    ("Kenya -\nChile", "Kenya -\nChile"),
    ("one\rtwo\r\nthree\u2028four", "one\ntwo\r\nthree\nfour"),
]  # fmt: skip

SAID = 'Türkiye\'s minister accused Chile of "fishing" in its waters on Monday - and Kenya expelled an envoy.'
WAYS: list[Callable[[str], str]] = [
    lambda text: text.replace("n", "n\u00ad"),
    lambda text: text.replace(" ", "&nbsp;"),
    lambda text: text.replace("'", "&#8217;").replace('"', "&quot;"),
    lambda text: text.replace("ü", "u\u0308"),
    lambda text: text.replace("ü", "\u00c3\u00bc").replace("'", "\u00e2\u20ac\u2122"),
    lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
    lambda text: text.replace("Chile", "<b>Chile</b>").replace("Kenya", "[Kenya](https://example.org)"),
    lambda text: text.replace("minister", "min-\nister").replace("Monday", "Mon-\nday"),
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(loaded=load_knowledge(None, invented=True))


@pytest.fixture(scope="module")
def mend(coder: Coder) -> Callable[[str], Placed]:
    layers = coder.layers(Document(text="It rained."))
    return lambda text: undamaged(text, layers["headline words"], layers["actor tables"])


@pytest.mark.parametrize(("given_text", "meant"), DAMAGED)
def test_what_sources_do_to_a_text_is_undone(
    given_text: str, meant: str, mend: Callable[[str], Placed]
) -> None:
    assert mend(given_text).text == meant


def events(report: Report) -> list[tuple[str, str, list[str | None], list[str | None]]]:
    return [
        (e.kind, e.status, [a.country for a in e.actors], [a.country for a in e.recipients])
        for e in report.events
    ]


@pytest.mark.parametrize("way", WAYS)
def test_a_damaged_text_is_read_as_it_was_meant(
    way: Callable[[str], str], coder: Coder, mend: Callable[[str], Placed]
) -> None:
    text = way(SAID)
    plain, report = (coder.code(Document(text=t, published="2025-03-12")) for t in (SAID, text))
    assert report.text == text
    assert events(report) == events(plain) != []
    for one, other in zip(report.events, plain.events, strict=True):
        pairs = [(one.trigger, other.trigger), (one.actors[0].span, other.actors[0].span)]
        for here, there in pairs:
            assert here and there
            assert mend(text[slice(*here)]).text.replace("’", "'") == SAID[slice(*there)]
    assert [t.value for t in report.times] == [t.value for t in plain.times] == ["2025-03-10"]


def test_words_that_are_asked_for_are_found_in_the_text_as_given(coder: Coder) -> None:
    text = "Kenya&#8217;s en\u00advoy vis\u00adited Chile and de\u00adnied a visit to Peru."
    start = text.index("vis\u00adited")
    head = Span(start, start + len("vis\u00adited"))
    assert coder.statuses(Document(text=text, published="2025-03-12"), [head]) == ("occurred",)
    with_gate = Coder(loaded=coder.knowledge, gate=True).code(
        Document(text="It r\u00adained.\n\nPe\u00adter ate.")
    )
    assert [u.span for u in with_gate.uncoded] == [Span(0, len("It r\u00adained.\n\nPe\u00adter ate."))]


ODD = "aK é\n\r-.&#8217;<b>_*[](/x)|>„“”'`\u00ad\u200b\ufb01\uff21e\u0301\u00c3\u00bc\u00e2\u20ac\u2122\u3000\\u201c#"
PIECES = st.sampled_from(
    [*ODD, "&amp;", "&#8217;", "<b>", "</p>", "\u00e2\u20ac\u2122", "[Ken](/x)", "-\n", "\\n", "**"]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_letter_has_its_place(mend: Callable[[str], Placed], text: str) -> None:
    placed = mend(text)
    places = [placed.back(Span(i, i + 1)) for i in range(len(placed.text))]
    assert places == sorted(places)
    assert all(0 <= p.start < p.end <= len(text) for p in places)
    for i, place in enumerate(places):
        if placed.text[i] in "aK" and place.end - place.start == 1:
            assert text[place.start] in (placed.text[i], "\uff21")
        there = placed.forth(place)
        assert there.start <= i < there.end
    assert placed.back(Span(0, len(placed.text))) == (
        Span(places[0].start, places[-1].end) if places else Span(0, 0)
    )
    assert placed.back(Span(len(placed.text), len(placed.text))).end <= len(text)


def test_edits_of_edits_keep_to_the_first_text() -> None:
    once = edited(Placed("a&lt;b&gt;c"), [Edit(1, 5, "<"), Edit(6, 10, ">")])
    twice = edited(once, [Edit(1, 4, "")])
    assert (once.text, twice.text) == ("a<b>c", "ac")
    assert twice.back(Span(0, 2)) == Span(0, 11)
    assert [once.back(Span(i, i + 1)) for i in (1, 2, 3)] == [Span(1, 5), Span(5, 6), Span(6, 10)]
    assert once.forth(Span(2, 3)) == Span(1, 2)
    assert twice.forth(Span(1, 10)) == Span(1, 1)
