"""A text in, the state in which it is set out: by its title, its dateline, the name it comes back to, or who speaks in it.

"ZENDA, Ruritania - Crowds gathered ...": what an article then tells of without naming a state, it tells of this one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import itemgetter

from detente.coding.actors.page import Hit, Page
from detente.coding.actors.side import Side, side_of, side_of_place
from detente.reading.datelines import is_dateline_at
from detente.reading.labels import label_of_text
from detente.reading.tokens import Span

SEAT = "capital"  # a kind of name
AT_LEAST = 5  # sentences: a shorter text has no setting beyond what each of them names
LEAD = 4  # sentences in which a text names whom it is about
OFTEN, TIMES = 3, 2  # how often the first state must be named, and how many times as often as the second
MANY, FEW = 4, 4  # politicians of another state, and how many times as many as those of the state itself


def setting_of(page: Page, politicians: Iterable[str | None] = ()) -> str | None:
    """The state, None where the text is short or goes from one state to another.

    politicians: the states of those whom the text names. One that tells what many of one state say of another is set
    where they are.
    """
    sentences = page.doc.sents
    if len(sentences) < AT_LEAST or page.doc.apart:
        return None
    state = _of_title(page, sentences) or _of_dateline(page) or _named_most(page)
    return state and _spoken_of_abroad(state, politicians)


def _spoken_of_abroad(state: str, politicians: Iterable[str | None]) -> str:
    """ "Senators at odds over Sylvania", and none but senators of Ruritania in it: Ruritania."""
    named = Counter(land for land in politicians if land)
    most, often = max(named.items(), key=itemgetter(1), default=(state, 0))
    return most if often >= MANY and often >= FEW * named[state] else state


def land_of_label(page: Page) -> Side | None:
    """ "RURITANIA: The authorities have seized a ship": the one land under whose name a text stands."""
    label = label_of_text(page.doc)
    if label is None:
        return None
    named = _only(page, page.hits_by_sentence.get(label.start, ()))
    state = page.tables.state_by_id.get(named or "")
    if state is None:
        return None
    return Side(name=state.name, country=state.id, start=0, end=0, inferred=f"told under '{label.text}'")


def _of_dateline(page: Page) -> str | None:
    """ "STRELSAU -", "ZENDA, Ruritania (agency) -": where it was written, if no other state is named more often.

    One that is first named further down, or only as whose guests are told of, is not what the text is about.
    """
    state = sent_from(page)
    often = max((page.countries[other] for other in _of_lead(page)), default=0) if state else 0
    return state if state and page.countries[state] >= often else None


def sent_from(page: Page) -> str | None:
    """The state of the first dateline."""
    for hit in page.hits:
        if page.doc[hit.start].is_sent_start and is_dateline_at(page.doc[hit.start].idx, page.doc.text):
            return _state(page, hit)
    return None


def seat_sent_from(page: Page) -> str | None:
    """The state in whose capital the text is written, where its first sentence names that state no second time.

    "STRELSAU - Premier Rudolf Rassendyll will go to Sylvania" is told at home, "STRELSAU - Premier Otto Horn met the
    Ruritanian king" is not.
    """
    hit = next((h for h in page.hits if page.doc[h.start].is_sent_start), None)
    if hit is None or SEAT not in hit.kinds or not is_dateline_at(page.doc[hit.start].idx, page.doc.text):
        return None
    land = _state(page, hit)
    there = [h for h in page.hits_by_sentence.get(page.doc[hit.start].sent.start, ()) if h is not hit]
    return None if land is None or any(_state(page, other) == land for other in there) else land


def _of_lead(page: Page) -> set[str]:
    """The states that the first sentences name by more than their people and missions abroad."""
    last = page.doc.sents[min(LEAD, len(page.doc.sents)) - 1].end
    named = (_state(page, hit) for hit in page.hits if hit.start < last and not _is_guest(page, hit))
    return {state for state in named if state}


def _is_guest(page: Page, hit: Hit) -> bool:
    """ "The Sylvanian embassy", "two Sylvanian engineers"."""
    return page.is_word(page.root(hit.start, hit.end).head.i, "met_abroad")


def _of_title(page: Page, sentences: Sequence[Span]) -> str | None:
    """The only state that the title names or points to."""
    if is_dateline_at(sentences[0].start_char, page.doc.text):
        return None
    end = sentences[0].end
    return _only(page, (hit for hit in page.hits if hit.start < end and hit.start not in page.personal))


def _only(page: Page, hits: Iterable[Hit]) -> str | None:
    found = {state for hit in hits if (state := _state(page, hit))}
    return found.pop() if len(found) == 1 else None


def _state(page: Page, hit: Hit) -> str | None:
    side = side_of(hit, page) or side_of_place(hit, page)
    return side.country if side is not None else None


def _named_most(page: Page) -> str | None:
    ranked = [*page.countries.most_common(2), ("", 0), ("", 0)]
    (first, often), (_, less) = ranked[:2]
    return first if often >= OFTEN and often >= TIMES * less else None
