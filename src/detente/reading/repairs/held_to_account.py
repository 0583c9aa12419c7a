"""A parsed text in, gerunds that go on with what somebody is held to account for hung where that stands out.

"Accuses Sylvania of treason and breaking the pact": it is Sylvania that is said to break it. The parser joins the gerund
to the verb, as if the accuser did.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

GERUND, JOINED, IN_PHRASE, MARK, JOINING = "VBG", "conj", "pobj", "prep", "cc"
FINITE = frozenset({"VBD", "VBP", "VBZ", "VBN"})
HELPING = frozenset({"aux", "auxpass", "nsubj", "mark"})


def repair_held_to_account(doc: Doc, holding: Collection[str]) -> Doc:
    """The same document. holding: lemmas of verbs that hold somebody to account ("accuse", "thank")."""
    for gerund in doc.having(dep_={JOINED}):
        verb = gerund.head
        if gerund.tag_ != GERUND or verb.tag_ not in FINITE or verb.lemma_ not in holding:
            continue
        joining = next((c for c in verb.rights if c.dep_ == JOINING and c.i == gerund.left_edge.i - 1), None)
        before = _named_before(joining) if joining is not None else None
        if joining is None or before is None or any(c.dep_ in HELPING for c in gerund.lefts):
            continue
        joining.hang(before, JOINING)
        gerund.hang(before, JOINED)
    return doc


def _named_before(joining: Token) -> Token | None:
    """The noun in a phrase that ends right before the word that joins."""
    word = joining.nbor(-1)
    for above in (word, *word.ancestors):
        if above.dep_ == IN_PHRASE and above.head.dep_ == MARK and above.right_edge.i == word.i:
            return above
        if above.dep_ in ("ROOT", JOINED):
            return None
    return None
