"""A parsed document in, attributions out: who says what, by which words."""

from detente.coding.attribution.find import find_attributions
from detente.coding.attribution.sources import source_heads

__all__ = ["find_attributions", "source_heads"]
