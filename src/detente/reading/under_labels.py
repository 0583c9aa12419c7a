"""Parsed blocks in, the same with headlines under the name of who speaks read as what he says out.

"Hentzau: duties must go": the label is a block of its own, so that nobody says what follows. Where it names a person, a
body or an office, and no place or topic, the two are put together, and the line is read once more with "says" for the
colon; where that gives a clause that is said, it is taken.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from spacy.strings import get_string_id
from spacy.tokens import Doc, Span

from detente.reading.headlined import is_open_ended
from detente.reading.mistaken_names import KnownNames
from detente.reading.second_reading import Forms, Reading, Reread
from detente.reading.shapes import TENSED
from detente.reading.unsaid_copulas import OPENING

MARK, SAYS, COMMA = ":", "says", ","
LONGEST, FEWEST = 4, 3  # words of a label with its mark; of what stands under it
SAID, SUBJECTS = "ccomp", frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


class Labelled(NamedTuple):
    """What stands under a label with that label, and the place of the mark between."""

    sentence: Span
    mark: int


def joined_labels(blocks: Sequence[Doc], names: KnownNames, speakers: Collection[str]) -> list[Doc]:
    """The blocks, with each label that names who speaks in one with the line under it; speakers: "ministry"."""
    joined: list[Doc] = []
    for block in blocks:
        if joined and _is_line(block) and _may_speak(joined[-1], block, names, speakers):
            joined[-1] = Doc.from_docs([joined[-1], block], ensure_whitespace=False)
        else:
            joined.append(block)
    return joined


def _is_speaker(label: Doc, known: KnownNames, speakers: Collection[str]) -> bool:
    words = [t for t in label if not t.is_space]
    if not 1 < len(words) <= LONGEST or words[-1].text != MARK:
        return False
    names = words[:-1]
    last = names[-1]
    named = last.orth in known and all(t.is_title or t.is_upper for t in names)
    return named or last.lower_ in speakers


def _may_speak(label: Doc, line: Doc, names: KnownNames, speakers: Collection[str]) -> bool:
    """Who speaks, or any name before what is quoted ("Zenda: raid 'brazen'")."""
    named = len(label) <= LONGEST and all(t.is_title or t.is_upper or t.text == MARK for t in label)
    quoted = named and label[-1].text == MARK and any(t.text in OPENING for t in line)
    return quoted or _is_speaker(label, names, speakers)


def _is_line(block: Doc) -> bool:
    return len(block) >= FEWEST and is_open_ended(block[:]) and len(list(block.sents)) == 1


def said_under_labels(names: KnownNames, speakers: Collection[str]) -> Reading[Labelled]:
    """Headlines under such labels, with "says" for the colon."""
    return Reading(
        marks=lambda block, forms: _marks(block, forms, names, speakers), reworded=_reworded, chosen=_chosen
    )


def _marks(block: Doc, forms: Forms, names: KnownNames, speakers: Collection[str]) -> Iterator[Labelled]:
    if get_string_id(MARK) not in forms.written[:LONGEST]:
        return
    mark = forms.written.index(get_string_id(MARK))
    first, *rest = block.sents
    if len(rest) == 1 and first.end == mark + 1 and _is_speaker(first.as_doc(), names, speakers):
        yield Labelled(block[: len(block)], mark)


def _reworded(one: Labelled) -> Doc:
    words = [token.text for token in one.sentence]
    words[one.mark] = SAYS
    spaces = [bool(token.whitespace_) for token in one.sentence]
    spaces[one.mark - 1] = True
    return Doc(one.sentence.doc.vocab, words=words, spaces=spaces)


def _chosen(block: Doc, tried: Sequence[tuple[Labelled, Doc]]) -> Doc:
    for one, read in tried:
        if _is_said(one, read):
            columns = Reread(block)
            columns.take(one.sentence, read)
            return columns.done()
    return block


def _is_said(one: Labelled, read: Doc) -> bool:
    """Whether one clause is said by him, and every verb is one still."""
    says = read[one.mark]
    if says.dep_ != "ROOT" or len(list(read.sents)) != 1:
        return False
    said = [c for c in says.rights if c.dep_ == SAID and any(g.dep_ in SUBJECTS for g in c.lefts)]
    kept = all(read[t.i].tag_ in TENSED for t in one.sentence if t.tag_ in TENSED and t.pos_ != "NOUN")
    return len(said) == 1 and kept and any(c.dep_ == "nsubj" for c in says.lefts)
