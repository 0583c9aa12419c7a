"""Tokens in, hearers who were read as a part of the name behind them given back to the verb of telling out.

"Told reporters U.S. forces had left", "told AFP Sylvanian troops had": without "that" the parser makes one name of the two.
"""

from __future__ import annotations

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Token

CLAUSE, PART, HEARER = "ccomp", "compound", "dobj"
PEOPLE, NAME, DESCRIBED = "NNS", "NNP", ("NNP", "JJ")  # tags


def repair_hearers(doc: Doc, telling: frozenset[str]) -> Doc:
    """The same document. telling: lemmas of the verbs that have a hearer."""
    for clause in doc.having(dep_=(CLAUSE,)):
        verb = clause.head
        if clause.dep_ == CLAUSE and verb.i < clause.i and verb.lemma_.lower() in telling:
            subject = next((c for c in clause.lefts if c.dep_ in SUBJECTS), None)
            hearer = doc[verb.i + 1]
            if subject is not None and hearer.head is subject and _is_another(hearer):
                hearer.hang(verb, HEARER)
    return doc


def _is_another(token: Token) -> bool:
    """No name goes on with a plural before a name, or with an adjective behind one."""
    behind = token.nbor().tag_
    if token.dep_ != PART:
        return False
    return behind in DESCRIBED if token.tag_ == PEOPLE else token.tag_ == NAME and behind == DESCRIBED[1]
