"""A parsed text in, the same with the sides of a treaty that hang on what it is about given to the treaty out.

"Pacts promoting trade and education between Ruritania and Sylvania are signed": the pacts are between the two. "A treaty
with Sylvania banning mines": it is with Sylvania, and bans the mines itself.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

BETWEEN, PREP, SIGNED, AGENT = "between", "prep", "nsubjpass", "agent"
WITH, WITHIN, GERUND, ACTS, OBJECT, SAYS = "with", frozenset({"pcomp"}), "VBG", "nsubj", "pobj", "acl"


def repair_signed_between(doc: Doc, treaties: frozenset[str]) -> Doc:
    """The same document. treaties: lemmas of nouns for what is signed; only what is signed by nobody else."""
    for token in doc.having(lower_={BETWEEN}):
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


def repair_signed_with(doc: Doc, event_nouns: Collection[str]) -> Doc:
    """The same document; `event_nouns` are the noun entries of all rules."""
    for clause in doc.having(dep_=WITHIN):
        mark = clause.head
        event = mark.nbor(-1) if mark.i else mark
        if clause.tag_ != GERUND or mark.lower_ != WITH or event.lemma_.lower() not in event_nouns:
            continue
        partner = next((c for c in clause.lefts if c.dep_ == ACTS and c.i > mark.i), None)
        if partner is not None and mark.head in (event, event.head):
            mark.hang(event, PREP)
            partner.hang(mark, OBJECT)
            clause.hang(event, SAYS)
    return doc
