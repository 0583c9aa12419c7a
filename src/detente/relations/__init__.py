"""How two states stand, by week, because of what happened between them."""

from detente.relations.acts import act_of, counted, sides
from detente.relations.index import relation_of
from detente.relations.records import Act, Coming, Relation, Told, Week

__all__ = ["Act", "Coming", "Relation", "Told", "Week", "act_of", "counted", "relation_of", "sides"]
