"""Several readings of the same blocks, which go through the layers together."""

from spacy.language import Language

from detente.reading.bracketed import without_brackets
from detente.reading.dated_openings import in_plain_words
from detente.reading.second_reading import read_once_more
from detente.reading.syntax import parse_blocks

TEXTS = [
    "The African Union (AU) designated Chile (pictured) a safe country.\n\nOn Friday Kenya accused Norway of fraud.",
    "On Friday Kenya accused the European Union (EU) of dumping steel. In June Chile visited Peru.",
    "Nothing is read again here.",
]
READ: list[int | str] = ["ORTH", "TAG", "LEMMA", "DEP", "HEAD"]


def test_each_reading_sees_what_those_before_it_have_chosen(nlp: Language) -> None:
    brackets, days = without_brackets(), in_plain_words({"friday", "june"}, ("on", "in"))
    texts = [parse_blocks(text, nlp) for text in TEXTS]
    together = read_once_more(texts, nlp, [brackets, days])
    in_turn = read_once_more(read_once_more(texts, nlp, [brackets]), nlp, [days])
    assert [len(blocks) for blocks in together] == [2, 1, 1]
    for ours, theirs in zip(together, in_turn, strict=True):
        assert [b.to_array(READ).tolist() for b in ours] == [b.to_array(READ).tolist() for b in theirs]
    assert together[2][0] is texts[2][0]
    assert together[1][0] is not texts[1][0]
