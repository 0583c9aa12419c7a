"""Who acts, and where: a parsed text and the actor tables in, mentions out."""

from detente.coding.actors.find import find_mentions, infer_years, mention_all, name_persons
from detente.coding.actors.names.persons import Naming

__all__ = ["Naming", "find_mentions", "infer_years", "mention_all", "name_persons"]
