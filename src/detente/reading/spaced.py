"""A block of text in, the same with one blank for each white space in it out, and afterwards the white space again.

A double blank, a line end of a wrapped line or a blank that must not be broken is a token of its own to spaCy, and stands
between two words that the parser would else join. What was blanked out of a text leaves the like.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

LEAD, RUNS = "white space in front", "white space behind words"  # of what a parsed block carries with it

_ODD = re.compile(r"\s{2}|[^\S ]")
_RUN = re.compile(r"\s+")


def evenly_spaced(block: str, nlp: Language) -> Doc | str:
    """The block itself, or its words without the white space that is no single blank; what ends the block stays."""
    inner = block.strip()
    if not inner or not (block[0].isspace() or _ODD.search(inner)):
        return block
    lead, last = block[: block.index(inner)], block[len(block.rstrip()) :]
    doc = nlp.make_doc(_RUN.sub(" ", inner) + last)
    runs = [*_RUN.findall(inner), *last[:1]]
    doc.user_data |= {LEAD: lead, RUNS: runs}
    return doc
