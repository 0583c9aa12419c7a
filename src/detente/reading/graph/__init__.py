"""A parsed text in, its predicate-argument graph out; rules are matched on the graph, never on the parse.

`build` names the order: `clauses` and `nouns` give each verb and noun its own arguments (with `phrases`, `marks`,
`tenses`, `negation`), `sharing` those of other clauses; the others move arguments to where they belong (`lifting`,
`agents`, `carried` ...). `types` says what comes out.
"""

from detente.reading.graph.build import build_graph
from detente.reading.graph.types import Argument, Governor, Graph, Predicate

__all__ = ["Argument", "Governor", "Graph", "Predicate", "build_graph"]
