"""Prepositions, objects and joined nouns that hang in the wrong place."""
