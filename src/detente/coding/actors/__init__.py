"""Who acts, and where: a parsed text and the actor tables in, mentions out.

`find` names the order: `opening` lays the names and titles on a `page`, `names` says what each name stands for, `titles`
whose the titles without a name are, and `pointing` whom "she" or "both nations" means by what was found before.
"""

from detente.coding.actors.find import find_mentions, mention_all, name_persons
from detente.coding.actors.names.persons import Naming

__all__ = ["Naming", "find_mentions", "mention_all", "name_persons"]
