"""Who acts, and where: a parsed text and the actor tables in, mentions out."""

from detente.coding.actors.find import find_mentions, infer_years

__all__ = ["find_mentions", "infer_years"]
