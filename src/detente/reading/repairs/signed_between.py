"""A parsed text in, the same with the sides of a treaty that hang on what it is about given to the treaty out.

"Pacts promoting trade and education between Ruritania and Sylvania are signed": the pacts are between the two.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

BETWEEN, PREP, SIGNED, AGENT = "between", "prep", "nsubjpass", "agent"


def repair_signed_between(doc: Doc, treaties: frozenset[str]) -> Doc:
    """The same document. treaties: lemmas of nouns for what is signed; only what is signed by nobody else."""
    for token in doc.having(dep_={PREP}, lower_={BETWEEN}):
        if token.lower_ == BETWEEN and token.dep_ == PREP and token.head.lemma_.lower() not in treaties:
            treaty = _signed_above(token, treaties)
            if treaty is not None:
                token.hang(treaty, PREP)
    return doc


def _signed_above(between: Token, treaties: frozenset[str]) -> Token | None:
    for above in between.ancestors:
        if above.dep_ == SIGNED:
            by_others = any(c.dep_ == AGENT for c in above.head.rights)
            return (
                above if above.lemma_.lower() in treaties and above.i < between.i and not by_others else None
            )
    return None
