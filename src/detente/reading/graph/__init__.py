"""A parsed text in, its predicate-argument graph out; rules are matched on the graph, never on the parse."""

from detente.reading.graph.build import build_graph
from detente.reading.graph.types import Argument, Governor, Graph, Predicate

__all__ = ["Argument", "Governor", "Graph", "Predicate", "build_graph"]
