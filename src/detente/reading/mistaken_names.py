"""Parsed blocks in, the same with names that the parser took for other words read anew out.

"Trump meets Macron": of a name that it has never met the parser may make a pronoun. "Macron scraps summit", "WHO thanks
Sylvania": of one that is a word too, or a short form, a verb, and the verb of a headline is lost with it. So such a
sentence is read once more with a common name in the place of the rare one; where that gives a name, the second reading
is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from detente.reading.headlined import is_headline
from detente.reading.mistaken_nouns import ADJECTIVE, NAME, NOUNS, Mistaken, with_common_words
from detente.reading.presents import SINGULAR, Presents
from detente.reading.repairs.words.lemmas import common_word
from detente.reading.second_reading import Forms, Reading
from detente.reading.shapes import NAMES

ODD = frozenset({"PRP", "XX", "FW", "UH"})  # tags of what a name is taken for
OF_NOUNS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
SHORTEST = 4  # letters of a name
MAYBE_NAMES = NAMES | {"POS", "HYPH"}
MAYBE_WORDS = MAYBE_NAMES | {"NN", "NNS", "JJ"}
OPENING = "Johnson"  # the parser knows it better than others as what opens a headline
STRAY = frozenset({"advmod", "nmod", "npadvmod"})  # "Macron, Merz and Starmer spoke"
JOINS = frozenset({"and", "or", ","})
DOERS, BIDDEN, TO = ("VB", "NN", "JJ"), "VB", "to"


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Names of one word by their numbers: those that are no words else ("Aliyev", "WHO"), and those that are ("Macron")."""

    no_words: frozenset[int]
    like_words: frozenset[int]

    def __contains__(self, number: int) -> bool:
        return number in self.no_words or number in self.like_words


def known_names(names: Iterable[str], nlp: Language) -> KnownNames:
    """Of the names of persons and organisations those of one word; what no text has in small letters is no word."""
    common = common_word(nlp)
    sorts: tuple[set[int], set[int]] = (set(), set())
    for name in names:
        if name.isalpha() and len(name) > 1 and name[0].isupper():
            sorts[not name.isupper() and common(name.lower())].add(get_string_id(name))
    return KnownNames(frozenset(sorts[0]), frozenset(sorts[1]))


def with_common_names(
    known: KnownNames, presents: Presents, common: Callable[[str], bool]
) -> Reading[Mistaken]:
    """Sentences in which a name is read as another word, with a common name in its place.

    common: whether the language has a word in small letters.
    """
    return with_common_words(lambda block, forms: _misread(block, forms, known, presents, common))


def _misread(
    block: Doc, forms: Forms, known: KnownNames, presents: Presents, common: Callable[[str], bool]
) -> Iterator[Mistaken]:
    """Names that the tables know are looked for in headlines alone, and others everywhere."""
    capitals = [i for i, (word, small) in enumerate(zip(*forms, strict=True)) if word != small]
    others = {i for i in capitals if _is_unknown(block[i], common) or _is_no_verb(block[i], known)}
    of_lines = {i for i in capitals if forms.written[i] in known and _is_known(block[i], known, presents)}
    for sentence in block.sents if others or of_lines else ():
        mine = {i for i in others | of_lines if sentence.start <= i < sentence.end}
        mine = mine if mine <= others or is_headline(sentence) else mine & others
        if mine:
            at = dict.fromkeys(sorted(i - sentence.start for i in mine), NAME)
            yield Mistaken(sentence, at) if mine <= others else Mistaken(sentence, at, OPENING)


def _is_unknown(token: Token, common: Callable[[str], bool]) -> bool:
    """A capital, small letters behind it, and no word of the language; where the tagger is at a loss, any but pronouns."""
    text = token.text
    if len(text) < SHORTEST or not text.isalpha() or not text[0].isupper() or not text[1:].islower():
        return False
    if token.tag_ in NOUNS:
        return False
    if token.tag_ == ADJECTIVE and (
        token.dep_ not in OF_NOUNS or any(c.dep_ == "det" for c in token.children)
    ):
        return False  # "a Sylvanian envoy", "a Sylvanian"
    return not common(token.lower_) or (token.tag_ in ODD and not token.is_stop)


def _is_no_verb(token: Token, known: KnownNames) -> bool:
    """ "Spoke to Trump by telephone", "Trump and Macron spoke": a known name is no verb there, whatever it means."""
    if token.orth not in known.like_words or (token.tag_ in MAYBE_NAMES and token.dep_ not in STRAY):
        return False
    if token.is_sent_start:
        behind = token.doc[token.i + 1 : token.i + 3]
        return len(behind) == 2 and behind[0].lower_ in JOINS and behind[1].orth in known
    before = token.nbor(-1)
    return token.tag_.startswith(BIDDEN) and before.is_alpha and before.is_lower


def _is_known(token: Token, known: KnownNames, presents: Presents) -> bool:
    """A name that is read as no name; one that is a word too, only where it stands for no noun or adjective."""
    if token.orth in known.like_words:
        return _is_doer(token, presents) if token.is_sent_start else token.tag_ not in MAYBE_WORDS
    return token.tag_ not in MAYBE_NAMES


def _is_doer(first: Token, presents: Presents) -> bool:
    """ "Macron scraps Sylvania talks": before what may be a verb and a name."""
    behind = first.doc[first.i + 1 : first.i + 3]
    if first.tag_ == BIDDEN and len(behind) > 1 and behind[0].lower_ == TO:
        return behind[1].tag_ == BIDDEN  # "Trump to lift curbs"
    if len(behind) < 2 or first.tag_ not in DOERS or not (behind[1].is_title or behind[1].is_upper):
        return False
    present = presents.forms.get(behind[0].orth)
    return present is not None and present.tag == SINGULAR
