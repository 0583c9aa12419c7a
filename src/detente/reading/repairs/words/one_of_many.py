"""Tokens in, words after "a" or before "out of" read anew: one of these words is something else than the parser took it for."""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

ONE = frozenset({"a", "an"})
BASE = ("VBP", "VB")
PLURAL, PLURAL_NAME = "NNS", "NNPS"
OUT, OF, NUMBER = "out", "of", "CD"
PER, CENT = "per", "cent"
ALL, BUT, FEW = "all", "but", "few"


def repair_one_of_many(doc: Doc, event_nouns: frozenset[str], event_verbs: frozenset[str]) -> Doc:
    """The same document; only a verb right behind the plural, which is also the noun of an event, is looked at."""
    for plural in doc.having(tag_=(PLURAL, PLURAL_NAME)):
        if plural.tag_ not in (PLURAL, PLURAL_NAME) or plural.i + 1 >= plural.sent.end:
            continue
        verb = plural.nbor(1)
        if verb.tag_ not in BASE or verb.lower_ not in event_nouns or not _is_one(plural):
            continue
        if plural.tag_ == PLURAL_NAME:
            _read_as_noun(plural, verb)
        elif plural.lemma_.lower() in event_verbs and plural.head is verb:
            _read_as_verb(plural, verb)
    return doc


def _is_one(plural: Token) -> bool:
    return any(c.lower_ in ONE and c.dep_ == "det" for c in plural.lefts)


def _read_as_noun(name: Token, noun: Token) -> None:
    """The armed forces are whose strike it is."""
    if name.dep_ != "pobj" or noun.dep_ == "ROOT" or any(c.dep_ == "dobj" for c in noun.rights):
        return
    noun.pos_, noun.tag_, noun.lemma_ = "NOUN", "NN", noun.lower_
    noun.hang(name.head, "pobj")
    for child in [c for c in name.lefts if c.dep_ == "det"]:
        child.hang(noun, "det")
    name.hang(noun, "compound")


def _read_as_verb(verb: Token, noun: Token) -> None:
    """The word before the plural acts, and what was taken for the verb describes its object."""
    doer, object_ = verb.nbor(-1), next((c for c in noun.rights if c.dep_ == "dobj"), None)
    if doer.head is not verb or doer.tag_ != "NN" or object_ is None or object_.i != noun.i + 1:
        return
    above, dep = noun.head, noun.dep_
    verb.pos_, verb.tag_ = "VERB", "VBZ"
    verb.hang(verb if above is noun else above, dep)
    for child in [c for c in verb.lefts if c is not doer]:
        child.hang(doer, child.dep_)
    doer.hang(verb, "nsubj")
    for child in [c for c in noun.children if c is not object_]:
        child.hang(verb, child.dep_)
    object_.hang(verb, "dobj")
    noun.pos_, noun.tag_ = "NOUN", "NN"
    noun.hang(object_, "compound")


def repair_out_of_many(doc: Doc) -> Doc:
    """The same document; only a number right before "out of" that the parser left apart from it is changed."""
    for number in doc.having(tag_=(NUMBER,)):
        if number.i + 2 >= len(doc):
            continue
        out, of = number.nbor(1), number.nbor(2)
        if out.lower_ == PER and of.lower_ == CENT:
            _hang_share(number, of)
        if out.lower_ == OUT and of.lower_ == OF and not _is_inside(number, out, of):
            out.hang(number, "advmod")
            of.hang(number, "prep")
    return doc


def _hang_share(number: Token, cent: Token) -> None:
    """ "60 per cent of the soldiers withdrew": 60 of them; not "60 per cent support of the soldiers"."""
    whole = next((c for c in cent.rights if c.lower_ == OF and c.i == cent.i + 1), None)
    if whole is not None and number.dep_ != "nummod":
        whole.hang(number, "prep")


def _is_inside(number: Token, out: Token, of: Token) -> bool:
    """ "Two of them out of nine": whether the number counts another noun, or hangs on the phrase itself."""
    return number.dep_ == "nummod" or any(t.i in (out.i, of.i) for t in number.ancestors)


def repair_all_but(doc: Doc) -> Doc:
    """The same document. "Shut all but one of its crossings": so many of them were shut, and no "all"."""
    for every in doc.having(lower_=(ALL,)):
        if every.lower_ != ALL or every.i + 2 >= every.sent.end or every.nbor(1).lower_ != BUT:
            continue
        but, left = every.nbor(1), every.nbor(2)
        left = left.nbor(1) if left.lower_ in ONE and left.nbor(1).lower_ == FEW else left
        if (left.tag_ == NUMBER or left.lower_ == FEW) and left.head in (but, every):
            left.hang(every.head, every.dep_)
            every.hang(left, "quantmod")
            but.hang(left, "quantmod")
    return doc
