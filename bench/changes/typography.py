"""A sentence as sources set, damage and surround it: the events stay what they are, kind and status included."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable, Sequence

from changes.shape import Change, Changed, Expected, Reading, Sentence, World
from changes.surroundings import AFTER, AROUND, BEFORE

Said = Callable[[str], str | None]

# What stands between the letters of a long word, between two words, or opens the text.
UNSEEN = {
    "soft hyphen": "\u00ad",
    "zero-width space": "\u200b",
    "zero-width non-joiner": "\u200c",
    "zero-width joiner": "\u200d",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "left-to-right mark": "\u200e",
}
BLANKS = {
    "no-break space": "\u00a0",
    "thin space": "\u2009",
    "narrow no-break space": "\u202f",
    "em space": "\u2003",
    "ideographic space": "\u3000",
    "double blanks": "  ",
    "tabs": "\t",
    "&nbsp;": "&nbsp;",
    "&#160;": "&#160;",
    "blank and no-break space": " \u00a0",
    "plus zero-width space": " \u200b",
    "no-break space as \u00c2": "\u00c2\u00a0",
}
APOSTROPHES = {
    "curly": "\u2019",
    "opening quote for apostrophe": "\u2018",
    "modifier apostrophe": "\u02bc",
    "prime": "\u2032",
    "acute accent": "\u00b4",
    "backtick": "`",
    "full-width": "\uff07",
    "&#8217;": "&#8217;",
    "&rsquo;": "&rsquo;",
    "&#39;": "&#39;",
    "&#x27;": "&#x27;",
    "&apos;": "&apos;",
    "&amp;#8217;": "&amp;#8217;",
    "UTF-8 as cp1252": "\u00e2\u20ac\u2122",
    "cp1252 as latin-1": "\x92",
    "replaced": "\ufffd",
}
QUOTES = {
    "curly quotes": "\u201c\u201d",
    "straight quotes": '""',
    "German quotes": "\u201e\u201c",
    "guillemets": "\u00ab\u00bb",
    "single quotes": "''",
    "single curly quotes": "\u2018\u2019",
    "typewriter quotes": ("``", "''"),
    "&quot;": ("&quot;", "&quot;"),
    "&ldquo;": ("&ldquo;", "&rdquo;"),
    "full-width quotes": "\uff02\uff02",
    "quotes, UTF-8 as cp1252": ("\u00e2\u20ac\u0153", "\u00e2\u20ac\u009d"),
}
HYPHENS = {
    "U+2010": "\u2010",
    "non-breaking": "\u2011",
    "en dash": "\u2013",
    "minus": "\u2212",
    "small": "\ufe63",
    "&#8209;": "&#8209;",
    "&ndash;": "&ndash;",
}
DASHES = {
    "em dashes without blanks": "\u2014",
    "em dashes": " \u2014 ",
    "en dashes": " \u2013 ",
    "en dashes without blanks": "\u2013",
    "two hyphens": " -- ",
    "two hyphens without blanks": "--",
    "hyphens with blanks": " - ",
    "horizontal bars": " \u2015 ",
    "&mdash;": "&mdash;",
}
LIGATURES = {"ffi": "\ufb03", "ffl": "\ufb04", "fi": "\ufb01", "fl": "\ufb02", "ff": "\ufb00"}


def changes(world: World) -> dict[str, Change]:
    """All changes by name; one gives None where it does not fit the sentence."""
    said: dict[str, Said] = {
        **{f"{name} in words": _in_words(mark) for name, mark in UNSEEN.items()},
        **{f"{name} before words": _before_words(mark) for name, mark in UNSEEN.items()},
        **{f"{name} in front": _in_front(mark) for name, mark in UNSEEN.items()},
        **{f"{name} for blanks": _instead(" ", blank) for name, blank in BLANKS.items()},
        **{f"apostrophe: {name}": _instead("['\u2019]", mark) for name, mark in APOSTROPHES.items()},
        **{f"hyphen: {name}": _instead(r"(?<=\w)-(?=\w)", mark) for name, mark in HYPHENS.items()},
        **{f"quoted word, {name}": _quoting_a_word(*marks) for name, marks in QUOTES.items()},
        **{f"{name}, own": _own_quotes(*marks) for name, marks in QUOTES.items()},
        **{name: _parted_by(dash) for name, dash in DASHES.items()},
        "decomposed": lambda text: unicodedata.normalize("NFD", text),
        "state with accents": _accented(unicodedata.normalize("NFC", "T\u00fcrkiye")),
        "state with accents, decomposed": _accented(unicodedata.normalize("NFD", "T\u00fcrkiye")),
        "state with accents, UTF-8 as cp1252": _accented("T\u00c3\u00bcrkiye"),
        "state with accents, &uuml;": _accented("T&uuml;rkiye"),
        "full-width letters": _full_width,
        "full-width letters and blanks": lambda text: _full_width(text).replace(" ", "\u3000"),
        "full-width marks": lambda text: text.replace(",", "\uff0c").replace(".", "\uff0e"),
        "ligatures": _ligatures,
        "and as &amp;": _instead(r"\band\b", "&amp;"),
        "and as &": _instead(r"\band\b", "&"),
        "hyphenated at line ends": _hyphenated,
        "hyphenated at line ends, soft": lambda text: (
            found.replace("-\n", "\u00ad\n") if (found := _hyphenated(text)) else None
        ),
        "between sentences": lambda text: f"{BEFORE} {text} {AFTER}",
        "wrapped at 72": lambda text: textwrap.fill(f"{BEFORE} {text} {AFTER}", 72, break_on_hyphens=False),
        "wrapped at 72, CRLF": lambda text: textwrap.fill(f"{BEFORE} {text} {AFTER}", 72).replace("\n", "\r\n"),
        "wrapped at 60": lambda text: textwrap.fill(f"{BEFORE} {text} {AFTER}", 60),
        "wrapped at 40": lambda text: textwrap.fill(f"{BEFORE} {text} {AFTER}", 40),
        "wrapped, with >": lambda text: textwrap.fill(
            f"{BEFORE} {text} {AFTER}", 70, initial_indent="> ", subsequent_indent="> "
        ),
        "wrapped, indented": lambda text: textwrap.fill(
            f"{BEFORE} {text} {AFTER}", 72, initial_indent="   ", subsequent_indent="   "
        ),
        "wrapped, first line indented": lambda text: textwrap.fill(
            f"{BEFORE} {text} {AFTER}", 72, initial_indent="    "
        ),
        "title in capitals": lambda text: f"{text.upper().rstrip('.')}\n\n{AFTER}",
        "all in capitals": lambda text: f"{BEFORE} {text} {AFTER}".upper(),
        "all in capitals, wrapped": lambda text: textwrap.fill(f"{BEFORE} {text} {AFTER}".upper(), 69),
        "first words in capitals": lambda text: _loud_opening(text, 3),
        "first word in capitals": lambda text: _loud_opening(text, 1),
        **{name: _around(words) for name, words in AROUND.items()},
    }  # fmt: skip
    return {name: _keeping_all(change) for name, change in said.items()}


def _keeping_all(said: Said) -> Change:
    """Kinds, sides and statuses stay."""

    def change(sentence: Sentence) -> Changed | None:
        text = said(sentence.text)
        if text is None or text == sentence.text:
            return None
        choices = tuple(
            (Reading(names=frozenset({told.kind}), sides=told.sides, statuses=(told.status,)),)
            for told in sentence.events
        )
        return Changed(text=text, expected=Expected(events=choices))

    return change


def _around(words: str) -> Said:
    def change(text: str) -> str:
        first, _, rest = text.partition(" ")
        return words.format(said=text, bare=text.rstrip("."), first=first, rest=rest)

    return change


def _instead(pattern: str, mark: str) -> Said:
    return lambda text: re.sub(pattern, mark.replace("\\", "\\\\"), text)


def _in_words(mark: str) -> Said:
    return lambda text: re.sub(
        r"[A-Za-z]{6,}",
        lambda word: f"{word[0][: len(word[0]) // 2]}{mark}{word[0][len(word[0]) // 2 :]}",
        text,
    )


def _before_words(mark: str) -> Said:
    return lambda text: re.sub(r" (?=\w)", f" {mark}", text)


def _in_front(mark: str) -> Said:
    return lambda text: f"{mark}{text}"


def _quoting_a_word(opens: str, closes: str) -> Said:
    """Scare quotes around an adjective or noun in small letters before the end."""

    def change(text: str) -> str | None:
        if re.search('["\u201c\u201d\u2018]', text):
            return None
        found = re.search(r"\b([a-z]{5,})(?=\.$)", text)
        return f"{text[: found.start()]}{opens}{found[1]}{closes}." if found else None

    return change


def _own_quotes(opens: str, closes: str) -> Said:
    """Its own quotation, with other marks."""

    def change(text: str) -> str | None:
        if len(re.findall('["\u201c\u201d]', text)) % 2:
            return None
        return re.sub('["\u201c]([^"\u201c\u201d]+)["\u201d]', lambda said: f"{opens}{said[1]}{closes}", text)

    return change


def _parted_by(dash: str) -> Said:
    """An insertion between the subject and its verb."""

    def change(text: str) -> str | None:
        found = re.match(r"([A-Z][a-z]+) ((?:[a-z]+ed|held|met|signed|said|told) .+)", text)
        return f"{found[1]}{dash}after weeks of rain{dash}{found[2]}" if found else None

    return change


def _accented(name: str) -> Said:
    """Turkey by its own name."""
    return lambda text: re.sub(r"\bTurkey\b", name, text)


def _full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def _ligatures(text: str) -> str:
    for letters, one in LIGATURES.items():
        text = text.replace(letters, one)
    return text


def _hyphenated(text: str) -> str | None:
    """Lines of some forty letters, the last word of each parted as by a printer."""
    lines, words = [""], text.split(" ")
    for word in words:
        lines[-1] += f" {word}" if lines[-1] else word
        if len(lines[-1]) > 38 and re.fullmatch(r"[A-Za-z]{7,}", word):
            at = len(lines[-1]) - len(word) + len(word) // 2
            lines[-1:] = [f"{lines[-1][:at]}-", lines[-1][at:]]
    return "\n".join(lines) if len(lines) > 1 else None


def _loud_opening(text: str, number: int) -> str:
    """As some papers open an article: "RURITANIA EXPELLED TWO diplomats"."""
    words: Sequence[str] = text.split(" ")
    return " ".join([*map(str.upper, words[:number]), *words[number:]])
