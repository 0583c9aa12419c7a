"""How an event stands by its own words and by the operators over it."""
