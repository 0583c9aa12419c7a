"""Marked text: nothing is lost, nothing is said twice, what covers a word is told."""

from hypothesis import given
from hypothesis import strategies as st

from detente.desk.marking import pieces
from detente.records import Event, Report, Span, TimeExpression, Uncoded, Versions

TEXT = "The king will visit Sylvania on Monday, he said."


def _report(*, spans: list[tuple[int, int]]) -> Report:
    return Report(
        id="sha256:1",
        source_id=None,
        title=None,
        outlet=None,
        url=None,
        published=None,
        text=TEXT,
        versions=Versions(detente="0", model="m", knowledge="k"),
        events=tuple(
            Event(
                id=f"e{i}",
                happening=f"h{i}",
                kind="visit",
                status="planned",
                sentence=Span(0, len(TEXT)),
                trigger=Span(*span),
            )
            for i, span in enumerate(spans)
        ),
        times=(TimeExpression(span=Span(32, 38), text="Monday", type="DATE", value="2013-02-18"),),
        uncoded=(Uncoded(span=Span(0, 8), reason="no frame"),),
    )


places = st.integers(0, len(TEXT))


@given(st.lists(st.tuples(places, places).map(lambda ends: (min(ends), max(ends)))))
def test_the_pieces_are_the_text(spans: list[tuple[int, int]]) -> None:
    assert "".join(piece.text for piece in pieces(_report(spans=spans))) == TEXT


def test_an_event_is_told_over_its_trigger() -> None:
    marked = {piece.text: piece for piece in pieces(_report(spans=[(14, 19)])) if piece.layer}
    assert marked["visit"].layer == "event"
    assert marked["visit"].words == "visit, planned: not known → not known (no PLOVER code)"
    assert marked["visit"].target == "e0"
    assert marked["Monday"].words == "time: 2013-02-18 (open)"
    assert marked["The king"].words == "seen, not coded: no frame"
