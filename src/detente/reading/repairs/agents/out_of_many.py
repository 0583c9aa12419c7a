"""Tokens in, "nine out of ten missiles" read as nine of them: the number is hung with what it is out of.

So is that of "60 per cent of the soldiers".
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

OUT, OF, NUMBER = "out", "of", "CD"
PER, CENT = "per", "cent"


def repair_out_of_many(doc: Doc) -> Doc:
    """The same document; only a number right before "out of" that the parser left apart from it is changed."""
    for number in doc.having(tag_=(NUMBER,)):
        if number.i + 2 >= len(doc):
            continue
        out, of = number.nbor(1), number.nbor(2)
        if out.lower_ == PER and of.lower_ == CENT:
            _hang_share(number, of)
        if out.lower_ == OUT and of.lower_ == OF and not _is_inside(number, out, of):
            out.hang(number, "advmod")
            of.hang(number, "prep")
    return doc


def _hang_share(number: Token, cent: Token) -> None:
    """ "60 per cent of the soldiers withdrew": 60 of them; not "60 per cent support of the soldiers"."""
    whole = next((c for c in cent.rights if c.lower_ == OF and c.i == cent.i + 1), None)
    if whole is not None and number.dep_ != "nummod":
        whole.hang(number, "prep")


def _is_inside(number: Token, out: Token, of: Token) -> bool:
    """ "Two of them out of nine": whether the number counts another noun, or hangs on the phrase itself."""
    return number.dep_ == "nummod" or any(t.i in (out.i, of.i) for t in number.ancestors)
