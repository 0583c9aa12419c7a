"""Headlines in capitals, which are read as sentences are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.knowledge.load import Knowledge, load_knowledge
from detente.pipeline import Coder
from detente.reading.headlines import HeadlineWords, headline_words, lower_headlines
from detente.reading.names import find_names_in
from detente.reading.readable import quiet, short_forms
from detente.records import Document

NAMES = ["NATO", "US", "UN", "WHO", "IRAN", "Iran", "Nato Street"]
SHORT = short_forms(NAMES, load_knowledge(None, invented=True).grammar)

SHOUTED = [
    ("RURITANIA SIGNS TRUCE WITH NATO", "Ruritania Signs Truce With NATO"),
    ("WHO STAYS IN IRAN?", "Who Stays In Iran?"),
    ("US ENVOY SAYS 'NO' TO SYLVANIA'S OFFER", "US Envoy Says 'No' To Sylvania's Offer"),
    ("STRELSAU (RNA) - The envoy left.", "STRELSAU (RNA) - The envoy left."),
    ("UN TALKS", "UN TALKS"),
]

HEADLINES = [
    ("Amid a row with Sylvania, the king left.", "amid a row with Sylvania, the king left."),
    ("The king left amid a row with Sylvania.", None),
    ("Ruritania Fires Missile over Sylvania", "Ruritania fires missile over Sylvania"),
    ("Sylvania's Army Kills Nine Rebels Near Zenda", "Sylvania's army kills nine rebels near Zenda"),
    ("Envoys Meet on Monday; Miners March in March", "Envoys meet on Monday; miners march in March"),
    ("Parliament Votes to Back the EU-brokered Deal", "Parliament votes to back the EU-brokered deal"),
    ("The Envoy Says That He Will Be in Strelsau.", "The envoy says that he will be in Strelsau."),
    ("Ruritania, Sylvania and Graustark", "Ruritania, Sylvania and Graustark"),
    ("Rudolf Rassendyll Meets Ottilie Hentzau", "Rudolf Rassendyll meets Ottilie Hentzau"),
    ("Sylvanian President Said to Plan Trip", "Sylvanian president said to plan trip"),
    ("Minister Said Meets Sylvanian Envoy", "Minister Said meets Sylvanian envoy"),
    # sentences and short lines keep their capitals
    ("Ruritania's Foreign Ministry summons the envoy", "Ruritania's Foreign Ministry summons the envoy"),
    ("The Foreign Ministry and the Court of Appeal in Strelsau.", None),
    ("Foreign Ministry", "Foreign Ministry"),
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(loaded=load_knowledge(None, invented=True))


@pytest.fixture(scope="module")
def knowledge(coder: Coder) -> Knowledge:
    return coder.knowledge


@pytest.fixture(scope="module")
def words(coder: Coder) -> HeadlineWords:
    layers: HeadlineWords = coder.layers(Document(text="Envoys met."))["headline words"]
    return layers


@pytest.mark.parametrize(("line", "plain"), SHOUTED)
def test_a_line_all_in_capitals_is_written_as_other_headlines_are(line: str, plain: str) -> None:
    assert quiet(line, SHORT) == plain
    assert quiet(f"{line}\nThe envoy left.", SHORT) == f"{plain}\nThe envoy left."


@pytest.mark.parametrize(("line", "plain"), HEADLINES)
def test_words_of_a_headline_are_small_and_names_are_not(
    line: str, plain: str | None, words: HeadlineWords, knowledge: Knowledge
) -> None:
    assert lower_headlines(line, find_names_in(line, knowledge.actors), words) == (plain or line)


@given(st.text(alphabet=st.sampled_from("ABÉßİŞ abéıſ\n.’'-;1"), max_size=60))
def test_offsets_stay(text: str) -> None:
    words = HeadlineWords(
        entries=frozenset({"ab"}), common=lambda word: len(word) > 1, given=frozenset(), small=frozenset({"a"}),
        capital=frozenset(), dated=frozenset(), before_dates=frozenset(), before_towns=frozenset(), phrases=(),
        openings=frozenset({"ab"}),
    )  # fmt: skip
    assert len(quiet(text, SHORT)) == len(text)
    assert lower_headlines(text, (), words).lower() == text.lower()
    assert len(lower_headlines(text, (), words)) == len(text)


@pytest.mark.parametrize(
    "headline",
    [
        "Ruritanian Foreign Minister Visits Sylvania for Talks",
        "RURITANIAN FOREIGN MINISTER VISITS SYLVANIA FOR TALKS",
        "Ruritanian foreign minister visits Sylvania for talks",
    ],
)
def test_the_events_are_those_of_the_sentence(headline: str, coder: Coder) -> None:
    events = coder.code(Document(text=headline)).events
    assert [(e.type, [a.country for a in e.actors], [a.country for a in e.recipients]) for e in events] == [
        ("CONSULT", ["RUR"], ["SYL"])
    ]


def test_a_word_of_a_headline_is_no_town(coder: Coder) -> None:
    report = coder.code(Document(text="Ruritania Approves Sale of Missiles to Sylvania"))
    assert [[a.country for a in e.recipients] for e in report.events] == [["SYL"]]


def test_words_without_a_list_of_the_language() -> None:
    grammar = load_knowledge(None, invented=True).grammar
    words = headline_words(["visit"], ["truce"], grammar, frozenset({"the"}).__contains__, frozenset())
    assert (
        lower_headlines("Rudolf Visits The Quay Over Truce", (), words) == "Rudolf visits the Quay over truce"
    )
