"""Whom a word means that points back: "she", "both nations", "its neighbour"."""
