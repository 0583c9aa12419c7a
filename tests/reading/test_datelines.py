"""Where a dateline ends, and that it is no party of what is told."""

from __future__ import annotations

import pytest

from detente.reading.datelines import dateline_end
from detente.reading.syntax import blocks

TOLD = "The king received the envoys of Sylvania in the old palace."

DATELINES = [
    "STRELSAU -- ",
    "STRELSAU (Agency) - ",
    "STRELSAU, Ruritania (AP) — ",
    "STRELSAU, Feb. 12 (Agency) -- ",
    "STRELSAU, 12 February – ",
    "STRELSAU/ZENDA, Feb 12 - ",
    "OLD STRELSAU: ",
    "STRELSAU, February 12. /PRESS/. ",
    "Strelsau (Agency): ",
    "Strelsau, Feb 12 (Agency) ",
    "(Agency) - ",
]
OTHERS = [
    "Ruritania - ",
    "Strelsau: ",
    "The envoys (all of them) - ",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_a_dateline_is_a_block_of_its_own(dateline: str) -> None:
    text = f"Envoys received\n\n{dateline}{TOLD}\n"
    assert list(blocks(text)) == ["Envoys received\n\n", dateline, f"{TOLD}\n"]


@pytest.mark.parametrize("words", OTHERS)
def test_other_words_before_a_dash_or_colon(words: str) -> None:
    assert dateline_end(words + TOLD, text=words + TOLD) == 0


def test_a_title_or_a_speaker_has_no_dateline() -> None:
    title = "STRELSAU - The king receives the envoys of Sylvania at last"
    assert dateline_end(title, text=title) == 0
    line = f"RUPERT: {TOLD}"
    assert dateline_end(line, text=f"{line}\n\nFLAVIA: {TOLD}") == 0


@pytest.mark.parametrize("mark", ["- ", "* ", "  "])
def test_long_lines_of_a_list_are_no_wrapped_paragraph(mark: str) -> None:
    first = f"{mark}Ruritania freed the Sylvanian who was serving ten years for a theft in Zenda\n"
    second = f"{mark}Graustark deported two spies who were caught at the border of Sylvania last week\n"
    assert len(list(blocks(f"Exchange\n\n{first}{second}"))) == 3


def test_short_turns_of_a_talk_stand_apart_from_their_labels() -> None:
    found = list(blocks("Talk\n\nQ: Will you?\n\nA: No.\n\nQ: Why?\n\nA: We shall not.\n"))
    assert found[1:5] == ["Q: ", "Will you?\n\n", "A: ", "No.\n\n"]
