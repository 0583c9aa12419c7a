"""Clauses and participles that hang in the wrong place."""
