"""What is wrong with the letters of a text in, the edits that set them right out: codes, marks that nobody sees, wide letters.

Nothing here knows a word. A library for this (ftfy) gives a new text, and not where each letter of it comes from.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from detente.reading.places import Edit

# "&#8217;", "&nbsp;", also where it was written out twice ("&amp;nbsp;"), and the codes of JSON ("\u2019", "\n")
_CODED = re.compile(
    r"&(?:amp;)*(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|\\u[0-9a-fA-F]{4}|(?<![\w:\\])(?:(?:\\r)?\\n)+|\\(?=[\"“”])"
)
# UTF-8 taken for windows-1252: a lead byte and what follows it; "â€" has lost an end that windows-1252 has no letter for
_LEADS_TWO, _LEADS_THREE = "ÂÃÄÅ", "â"
_HIGH = "".join({bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0xC0)})
_MARKS = "“”‘’…—–»›"  # which stand behind a word in capitals that ends with one of these letters
_MISREAD = re.compile(
    rf"(?:(?<![A-ZÀ-ÞĀ-Ž])|(?=.[^{_MARKS}]))[{_LEADS_TWO}][{re.escape(_HIGH)}]|{_LEADS_THREE}[\u20ac\x80][{re.escape(_HIGH)}]?"
)
_LOST_END = "”"

_CONTROLS = "\x00-\x08\x0e-\x1b\x7f"
_UNSEEN = (
    f"{_CONTROLS}\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
# a soft hyphen at the end of a line parts a word as a printed one does
_REMOVED = re.compile(
    rf"\u00ad[ \t]*\r?\n[ \t]*|[{_UNSEEN}]+"
    # the raised number, or the dagger, of a footnote
    r"|(?<=[\w.,;:!?\"'”’)\]])[\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u2020\u2021]+"
)
_HAS_CONTROLS = re.compile(f"[{_CONTROLS}]")
# accents by themselves; wide, joined and mathematical letters
_COMPOSED = re.compile(
    "[A-Za-z\u00c0-\u024f\u1e00-\u1eff][\u0300-\u036f]+|[\uff01-\uff5e\ufb00-\ufb06\U0001d400-\U0001d7ff]"
)

_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\x1c\x1d\x1e\x1f"
_LINE_ENDS = "\x0b\x0c\u2028\u2029"
_ONE_FOR_ONE = (
    dict.fromkeys(map(ord, _BLANKS), " ")
    | dict.fromkeys(map(ord, _LINE_ENDS), "\n")
    | dict.fromkeys(map(ord, "\u2010\u2011\ufe63"), "-")
    | dict.fromkeys(map(ord, "\u2015\u2e3a\u2e3b"), "—")
    | dict.fromkeys(map(ord, "\u201e\u201f"), "“")
    | {number: bytes([number]).decode("cp1252", "ignore") or " " for number in range(0x80, 0xA0)}
)
# pictures and flags, which some put in front of a line or between words
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u25a0-\u25ff\u2b00-\u2bff]")

# marks that stand for an apostrophe between letters, and those that do so behind one too
_APOSTROPHE = re.compile(
    "(?<=[^\\W\\d_])(?:[\u02bc\u2032\u00b4`\u2018\u02b9\ufffd](?=[^\\W\\d_])|[\u02bc\u00b4\u02b9])"
)
_MINUS = re.compile(r"(?<=[^\W\d_])\u2212(?=[^\W\d_])")
_ALONE = re.compile(r"\r(?!\n)")  # line ends of old
_TYPED = re.compile("``|''")
_ANGLED = re.compile("[«»‹›]")
_ODD = re.compile(
    f"[{''.join(map(re.escape, map(chr, _ONE_FOR_ONE)))}{_PICTURES.pattern[1:-1]}«»‹›\u02bc\u2032\u00b4\u2018\u02b9\ufffd\u2212]"
)
_LOW_HIGH = re.compile("“([^“”\n]{1,600})“(?=[\\s.,;:!?)]|$)")  # the second closes, as in German


def decoded(text: str) -> Iterator[Edit]:
    """Codes that are left of HTML and JSON, as the letters that they stand for."""
    for found in _CODED.finditer(text) if "&" in text or "\\" in text else ():
        yield Edit(*found.span(), _decoded(found.group()))


def _decoded(code: str) -> str:
    if code[0] == "\\":
        if code == "\\":
            return ""
        return chr(int(code[2:], 16)) if code[1] == "u" and len(code) == 6 else "\n" * code.count("\\n")
    while code != (code := html.unescape(code)):
        pass
    return code


def read_rightly(text: str) -> Iterator[Edit]:
    """UTF-8 that was taken for windows-1252: "â€™" is an apostrophe, "Ã¼" an u with two dots."""
    if text.isascii() or not any(lead in text for lead in _LEADS_TWO + _LEADS_THREE):
        return
    for found in _MISREAD.finditer(text):
        raw = b"".join(map(_byte, found.group()))
        try:
            yield Edit(*found.span(), raw.decode())
        except UnicodeDecodeError:
            if len(raw) == 2 and raw[0] > 0xDF:
                yield Edit(*found.span(), _LOST_END)


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def removed(text: str) -> Iterator[Edit]:
    """What nobody sees, and the numbers of footnotes."""
    if not text.isascii() or _HAS_CONTROLS.search(text):
        yield from (Edit(*found.span(), "") for found in _REMOVED.finditer(text))


def composed(text: str) -> Iterator[Edit]:
    """Letters with their accents, and the plain ones of wide, joined and mathematical letters."""
    if not text.isascii():
        for found in _COMPOSED.finditer(text):
            yield Edit(*found.span(), unicodedata.normalize("NFKC", found.group()))


def plain_marks(text: str) -> str:
    """The text, as long as it was, with plain blanks, line ends, hyphens, apostrophes and quotation marks."""
    if "\r" in text:
        text = _ALONE.sub("\n", text)
    if "`" in text:
        text = _APOSTROPHE.sub("’", text)
    if not _ODD.search(text):  # as in most texts
        return text
    low = "„" in text
    text = _PICTURES.sub(" ", _MINUS.sub("-", _APOSTROPHE.sub("’", text)).translate(_ONE_FOR_ONE))
    text = _ANGLED.sub(_by_sides, text)
    return _LOW_HIGH.sub(r"“\1”", text) if low else text


def _by_sides(mark: re.Match[str]) -> str:
    """Some languages open with the mark that others close with; what stands beside it tells."""
    text, (start, end) = mark.string, mark.span()
    before, behind = text[start - 1 : start].strip() if start else "", text[end : end + 1].strip()
    opens = mark.group() in "«‹" if bool(before) == bool(behind) else bool(behind)
    return "“" if opens else "”"


def typed_quotes(text: str) -> Iterator[Edit]:
    """ "``" and "''" of typewriters; "''" alone may open as well as close, and is known to the parser."""
    for found in _TYPED.finditer(text) if "``" in text else ():
        yield Edit(*found.span(), "“" if found.group() == "``" else "”")
