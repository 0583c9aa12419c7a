"""A word or a mark by itself: its letters and its labels, under spaCy's names."""

from __future__ import annotations

import msgspec
from spacy.lang.lex_attrs import is_left_punct, is_punct, is_quote, is_right_punct


class Word(msgspec.Struct, eq=False):
    """whitespace_: what stands behind it."""

    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    _morph: str
    dep_: str
    whitespace_: str

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def morph(self) -> dict[str, list[str]]:
        """The features: {"Number": ["Plur"]}."""
        features = (feature.split("=") for feature in self._morph.split("|") if "=" in feature)
        return {name: values.split(",") for name, values in features}

    @property
    def is_plural(self) -> bool:
        return "Number=Plur" in self._morph

    @property
    def is_space(self) -> bool:
        return self.text.isspace()

    @property
    def is_lower(self) -> bool:
        return self.text.islower()

    @property
    def is_title(self) -> bool:
        return self.text.istitle()

    @property
    def is_punct(self) -> bool:
        return not self.text[0].isalnum() and is_punct(self.text)

    @property
    def is_quote(self) -> bool:
        return is_quote(self.text)

    @property
    def is_left_punct(self) -> bool:
        return is_left_punct(self.text)

    @property
    def is_right_punct(self) -> bool:
        return is_right_punct(self.text)
