"""How two states stand, by week, because of what happened between them."""
