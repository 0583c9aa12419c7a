"""Articles: all the events that a reader finds are found in the whole text, with their parties."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles import pair, read_article
from items import INVENTED, wanted

from detente.pipeline import Coder

FILES = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(knowledge=INVENTED)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_events_are_those_that_a_reader_finds(file: Path, coder: Coder) -> None:
    article = read_article(file)
    found, _ = pair(article, article.report(coder))
    sure = {
        (m, n): told.known_missed[n]
        for m, told in enumerate(article.sentences)
        for n, gold in enumerate(told.events)
        if not gold.doubt
    }
    events = {place: wanted(article.sentences[place[0]].events[place[1]]) for place in sure}
    assert [events[place] for place, missed in sure.items() if not missed and place not in found] == []
    now_found = [events[place] for place, missed in sure.items() if missed and place in found]
    assert now_found == [], "found now: take its `!` away"
