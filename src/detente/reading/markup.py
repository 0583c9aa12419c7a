"""What is left in a text of HTML, Markdown and of how posts are written in, the edits that take it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.places import Edit

_INLINE = (
    "a|abbr|b|big|cite|code|del|em|font|i|img|ins|mark|q|s|small|span|strike|strong|sub|sup|time|tt|u|wbr"
)
_BLOCK = (
    "article|aside|blockquote|body|br|caption|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe"
    "|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
_ATTRIBUTES = r"(?:\s[^<>]*)?/?"
_GONE = (
    r"<!--.*?-->|<(?P<unseen>script|style|noscript)\b[^<>]*>.*?</(?P=unseen)\s*>"
    r"|<sup[^<>]*>\s*\[?\w{1,3}\]?\s*</sup>|<!\[CDATA\[|\]\]>"  # the number of a footnote
)
_TAG = re.compile(
    rf"(?P<gone>{_GONE}|<!doctype[^<>]*>|</?(?:{_INLINE}){_ATTRIBUTES}>)|</?(?P<block>{_BLOCK}){_ATTRIBUTES}>",
    re.IGNORECASE | re.DOTALL,
)
_ONE_LINE = ("br", "td", "th", "li", "tr")

_TARGET = r"\(\s*<?[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)?>?(?:\s+[\"'“][^\n()]*[\"'”])?\s*\)"
_LINK = re.compile(
    rf"(?P<picture>!\[[^\[\]\n]*\]{_TARGET})|\[(?P<words>[^\[\]\n]{{1,300}})\](?={_TARGET}){_TARGET}"
)
_SET_OFF = re.compile(
    r"(?:(?<=[\s(\[\"“‘'—–-])|(?<!.))(?P<mark>\*{1,3}|_{1,3}|~~)(?=[^\s*_~])(?P<words>[^*_~\n]{1,300})(?<=\S)(?P=mark)(?![\w*_])"
)
_OF_TITLES = range(1, 6)  # blanks within one
_LINE_MARK = re.compile(r"(?m)^[ \t]*(?:#{1,6}[ \t]+|(?:>[ \t]?)+)(?=\S)|^[ \t]*(?:>[ \t]?)+$")
_ROW = re.compile(r"(?m)^[ \t]*\|.*\|[ \t]*$")
_ROW_OF_LINES = re.compile(r"[ \t|:+=-]+")
_LABELLED = re.compile(r"(?m)^([#\w][\w ]{2,30}) \|(?= \S)")

_TAGS_AT_END = re.compile(r"(?:(?<=[.!?…\"”’)])|(?<=/\w{10}))(?:[ \t]+#\w+)+[ \t]*$", re.MULTILINE)
_HASHTAG = re.compile(r"(?<![\w&/])#(?=[^\W\d_])")
_FORWARDED = re.compile(r"(?m)^RT @\w+:?[ \t]+")


def without_tags(text: str) -> Iterator[Edit]:
    """A line end, or two, for each tag that ends a line on a page, and nothing for the others."""
    if "<" in text or "]]>" in text:
        for found in _TAG.finditer(text):
            block = (found["block"] or "").lower()
            yield Edit(*found.span(), "" if not block else "\n" if block in _ONE_LINE else "\n\n")


def without_links(text: str) -> Iterator[Edit]:
    """The words of a link without where it leads, and no pictures."""
    if "](" in text:
        for found in _LINK.finditer(text):
            if found["picture"]:
                yield Edit(*found.span(), "")
            else:
                yield Edit(found.start(), found.start("words"), "")
                yield Edit(found.end("words"), found.end(), "")


def without_emphasis(text: str) -> Iterator[Edit]:
    """Words without the marks that set them off; quotation marks for those around a title or foreign words."""
    if "*" in text or "_" in text or "~~" in text:
        for found in _SET_OFF.finditer(text):
            titled = len(found["mark"]) == 1 and found["words"].count(" ") in _OF_TITLES
            yield Edit(*found.span("mark"), "“" if titled else "")
            yield Edit(found.end("words"), found.end(), "”" if titled else "")


def without_line_marks(text: str) -> Iterator[Edit]:
    """Lines without the marks of headings and of what is quoted in a mail."""
    if "#" in text or ">" in text:
        yield from (Edit(*found.span(), "") for found in _LINE_MARK.finditer(text))


def cells_apart(text: str) -> Iterator[Edit]:
    """The cells of a table as lines; a colon for the bar behind a label ("BREAKING | ...")."""
    if "|" not in text:
        return
    for row in _ROW.finditer(text):
        if _ROW_OF_LINES.fullmatch(row.group()):
            yield Edit(*row.span(), "")
        else:
            yield from (
                Edit(row.start() + at, row.start() + at + 1, "\n")
                for at, c in enumerate(row.group())
                if c == "|"
            )


def labels_told(text: str) -> Iterator[Edit]:
    """ "BREAKING | Envoys meet" as "BREAKING: Envoys meet"."""
    if "|" in text:
        yield from (Edit(found.end(1), found.end(), ":") for found in _LABELLED.finditer(text))


def without_tags_of_posts(text: str) -> Iterator[Edit]:
    """Posts without the hashtags behind their sentences, and without the marks of others; and without who is passed on."""
    if "#" in text:
        yield from (Edit(*found.span(), "") for found in _TAGS_AT_END.finditer(text))


def without_hashes(text: str) -> Iterator[Edit]:
    """The words of hashtags within a sentence, and a post without the name of whose it is."""
    if "#" in text:
        yield from (Edit(*found.span(), "") for found in _HASHTAG.finditer(text))


def without_forwarding(text: str) -> Iterator[Edit]:
    """A post without the name of whose it was."""
    if "RT @" in text:
        yield from (Edit(*found.span(), "") for found in _FORWARDED.finditer(text))
