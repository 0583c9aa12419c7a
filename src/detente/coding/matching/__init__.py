"""Frames: the graph and the event tables in, the best-fitting rule of each predicate out."""
