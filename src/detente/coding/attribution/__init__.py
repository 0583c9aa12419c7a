"""A parsed document in, attributions out: who says what, by which words.

`find` names the order: candidates by the sort of cue (`verbs`, `nouns`, `phrases`, `speech`, `comments`), each with
its content (`frames`, `arguments`, `around`) and source (`subjects`); `edges` says where these end, `choose`
takes a consistent set, and `stance` and `sources` say how and by whom it is said.
"""

from detente.coding.attribution.find import find_attributions
from detente.coding.attribution.sources import source_heads

__all__ = ["find_attributions", "source_heads"]
