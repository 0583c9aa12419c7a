"""Line ends that only stand where a line was full mean nothing; all others stay."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.reading.places import Placed, edited
from detente.reading.wrapped import unwrapped


def joined(text: str) -> str:
    return edited(Placed(text), unwrapped(text)).text


PROSE = (
    "Ruritania's foreign minister travelled to Sylvania on Monday for talks about the closed border. The two sides agreed to "
    "meet again in Strelsau, the ministry said. Graustark, which has offered to mediate, welcomed the news of it."
)


@pytest.mark.parametrize("width", [24, 40, 60, 72, 100])
@pytest.mark.parametrize(("indent", "end"), [("", "\n"), ("", "\r\n"), ("   ", "\n")])
def test_wrapped_paragraphs_are_read_as_one(width: int, indent: str, end: str) -> None:
    lines = textwrap.fill(
        PROSE, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )
    wrapped = f"A title of its own\n\n{lines}\n\n{lines}\n".replace("\n", end)
    paragraph = f"{indent}{PROSE}"
    assert joined(wrapped) == f"A title of its own\n\n{paragraph}\n\n{paragraph}\n".replace("\n", end)


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania expels envoy\nSylvania recalls ambassador\nGraustark holds vote on borders",
        "Strelsau\n12 March 2025\n\nThe minister left. He returned\nat once.",
        "One line\nand another that is much longer than it, so that this was not cut\nat any width\nat all.",
        f"A line of a hundred and more characters, as pages without wraps have them: {PROSE}\nand so on\nfor ever.",
        "- the border\n- the truce\n- the harbour",
    ],
)
def test_other_lines_stay_apart(text: str) -> None:
    assert joined(text) == text


def test_capitals_are_wrapped_too_where_sentences_end_within_lines() -> None:
    cable = textwrap.fill(PROSE.upper(), 69)
    assert joined(cable) == PROSE.upper()
    titles = "RURITANIA EXPELS ENVOY OF SYLVANIA\nGRAUSTARK OFFERS TO MEDIATE IN ROW\nSTRELSAU HARBOUR SHUT BY STORM"
    assert joined(titles) == titles


@given(st.text(alphabet="ab A.\n\r-", max_size=80))
def test_only_line_ends_are_touched(text: str) -> None:
    assert joined(text).split() == text.split()
