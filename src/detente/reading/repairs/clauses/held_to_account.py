"""A parsed text in, what somebody is blamed, punished or held to account for hung where that stands out."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from detente.reading.tokens import Doc, Token

GERUND, JOINED, IN_PHRASE, MARK, JOINING = "VBG", "conj", "pobj", "prep", "cc"
FINITE = frozenset({"VBD", "VBP", "VBZ", "VBN"})
HELPING = frozenset({"aux", "auxpass", "nsubj", "mark"})
LOOSE, CLAUSE, OF_NOUN, IN_CLAUSE, ACCOUNT = "advcl", "advcl", "acl", "pcomp", ("of", "for", "over")
LAID, REASON, BLAME = ("on", "upon", "at", "to", "with"), "for", ("dobj", "nsubjpass", "nsubj")
CHARGES, WITHIN, VERB = ("for", "over"), ("prep", "pobj"), "VERB"
OF_CHARGES = frozenset({*LAID, *CHARGES})  # prepositions of a charge or a blame


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


def raise_laid(preposition: Token, words: Mapping[str, frozenset[str]]) -> None:
    """Hang the preposition of a charge or a blame on the verb that it belongs to."""
    raise_charge(preposition, words["punishments"], words["sentencing verbs"])
    raise_blamed(preposition, words["nouns of blame"])
    raise_blamer(preposition, words["verbs of laying a deed on somebody"])


def raise_charge(preposition: Token, punishments: frozenset[str], sentencing: frozenset[str]) -> None:
    """Hang the preposition on the verb of sentencing above the punishment that it stands below."""
    noun = preposition.head
    if preposition.lower_ not in CHARGES or noun.dep_ != "pobj" or noun.lemma_.lower() not in punishments:
        return
    above = noun
    while above.dep_ in WITHIN and above.head.i < above.i:
        above = above.head
    if above.lemma_.lower() in sentencing and above.i < preposition.i:
        preposition.hang(above, "prep")


def raise_blamed(preposition: Token, laid: frozenset[str]) -> None:
    """Hang the preposition on the verb whose object, one of the nouns of blame, has a reason told behind it."""
    reason = preposition.head
    mark = reason.head
    if preposition.lower_ not in LAID or reason.dep_ != "pobj" or mark.lower_ != REASON:
        return
    blame = mark.head
    if blame.pos_ == VERB:  # the reason may be hung on the verb
        blame = next((c for c in blame.children if c.dep_ in BLAME and c.lemma_.lower() in laid), blame)
    if blame.lemma_.lower() in laid and blame.dep_ in BLAME and blame.head.pos_ == VERB:
        preposition.hang(blame.head, "prep")


def raise_blamer(preposition: Token, laying: frozenset[str]) -> None:
    """ "Blamed the bombing of a bus on the league": hang on the verb what the parser hangs on the deed or on its target."""
    noun = preposition.head
    if preposition.lower_ not in LAID or noun.i > preposition.i:
        return
    while noun.dep_ in WITHIN and noun.head.i < noun.i:
        noun = noun.head
    verb = noun.head
    if noun.dep_ != BLAME[0] or verb.pos_ != VERB or verb.lemma_.lower() not in laying:
        return
    if not any(c.dep_ == "prep" and c.lower_ in LAID for c in verb.rights) and _ends_phrase(
        preposition, noun
    ):
        preposition.hang(verb, "prep")


def _ends_phrase(preposition: Token, noun: Token) -> bool:
    """Whether nothing of the phrase stands behind what the preposition brings: the last is whom it is laid on."""
    return preposition.right_edge.i == noun.right_edge.i
