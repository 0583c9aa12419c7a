"""A day and who acts on it, read once more where no comma parts them."""

import pytest
from spacy.language import Language

from detente.reading.dated_openings import in_plain_words
from detente.reading.second_reading import read_once_more
from detente.reading.syntax import parse_blocks

DAYS = frozenset({"friday", "march", "june"})
LEADING = ("on", "in", "of", "since")


@pytest.mark.parametrize(
    ("text", "who", "verb", "day"),
    [
        ("On Friday Kenya accused Norway of dumping steel.", "Kenya", "accused", "Friday"),
        ("In June Chile visited Peru.", "Chile", "visited", "June"),
        ("Since June Chile has banned fish from Peru.", "Chile", "banned", "June"),
        ("In 2019 Kuwait extradited two sailors to Egypt.", "Kuwait", "extradited", "2019"),
        ("On 12 March Norway affirmed the purchase of helicopters.", "Norway", "affirmed", "March"),
    ],
)
def test_who_acts_is_parted_from_the_day(text: str, who: str, verb: str, day: str, nlp: Language) -> None:
    ((block,),) = read_once_more([parse_blocks(text, nlp)], nlp, [in_plain_words(DAYS, LEADING)])
    words = {token.text: token for token in block}
    assert block.text == text
    assert [words[who].head.text, words[who].dep_] == [verb, "nsubj"]
    assert [block[0].head.text, block[0].dep_, words[day].head.text] == [verb, "prep", block[0].text]


@pytest.mark.parametrize(
    "text",
    [
        "On Friday, Kenya accused Norway of dumping steel.",
        "In March elections the king lost his seat.",
        "In 1,200 villages Kenya vaccinated the goats.",
    ],
)
def test_other_openings_are_left_as_they_were_read(text: str, nlp: Language) -> None:
    blocks = parse_blocks(text, nlp)
    assert read_once_more([blocks], nlp, [in_plain_words(DAYS, LEADING)])[0][0] is blocks[0]
