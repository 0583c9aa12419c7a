"""A parsed text in, gerunds that go on with what somebody is held to account for hung where that stands out.

"Accuses Sylvania of treason and breaking the pact": it is Sylvania that is said to break it. The parser joins the gerund
to the verb, as if the accuser did. Neither has the accuser killed whom the deed killed: "accuses Sylvania of shelling a
port, killing nine".
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

GERUND, JOINED, IN_PHRASE, MARK, JOINING = "VBG", "conj", "pobj", "prep", "cc"
FINITE = frozenset({"VBD", "VBP", "VBZ", "VBN"})
HELPING = frozenset({"aux", "auxpass", "nsubj", "mark"})
LOOSE, CLAUSE, OF_NOUN, IN_CLAUSE, ACCOUNT = "advcl", "advcl", "acl", "pcomp", ("of", "for", "over")


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


def repair_hurt_by_accused(doc: Doc, holding: Collection[str], hurting: Collection[str]) -> Doc:
    """The same document. hurting: lemmas of verbs that say who was hurt ("killing nine")."""
    for gerund in doc.having(dep_={LOOSE}):
        verb = gerund.head
        if gerund.tag_ != GERUND or gerund.lemma_ not in hurting or verb.lemma_ not in holding:
            continue
        before = [c for c in verb.rights if c.i < gerund.i and c.dep_ == MARK and c.lower_ in ACCOUNT]
        deed = _deed_of(before[0]) if before and verb.i < gerund.i else None
        if deed is not None:
            gerund.hang(deed, CLAUSE if deed.tag_ == GERUND else OF_NOUN)
    return doc


def _deed_of(mark: Token) -> Token | None:
    """ "Of shelling a port", "of a raid", "of being behind a raid": the word for what is laid to somebody's charge."""
    deed = next((c for c in mark.rights if c.dep_ in (IN_CLAUSE, IN_PHRASE)), None)
    if deed is None or deed.lemma_ != "be":
        return deed
    inside = next((c for c in deed.rights if c.dep_ == MARK), None)
    return _deed_of(inside) if inside is not None else None


def _named_before(joining: Token) -> Token | None:
    """The noun in a phrase that ends right before the word that joins."""
    word = joining.nbor(-1)
    for above in (word, *word.ancestors):
        if above.dep_ == IN_PHRASE and above.head.dep_ == MARK and above.right_edge.i == word.i:
            return above
        if above.dep_ in ("ROOT", JOINED):
            return None
    return None
