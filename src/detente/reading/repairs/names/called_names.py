"""A name that is given or stands in quotation marks in, the same found, and its noun the head of it, out."""

from __future__ import annotations

from collections.abc import Set

from detente.reading.shapes import FINITE, NOUNS
from detente.reading.tokens import Doc, Token

CALLED, LIKE_OBJECTS = "oprd", ("appos", "npadvmod")
NAMED_BY = (CALLED, "attr")
ARTICLES, AS, MISPLACED = ("a", "an"), "as", "acomp"
MANY, WITH_ARTICLE = ("NN", "NNS"), ("det", "poss")
LATER = ("prep", "advcl", "npadvmod")
COMPOUND, SUBJECT = "compound", "nsubj"
BARE_FORMS, ONE = ("VBP", "VB", "VBN"), ("NN", "NNP", "PRP")
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
CLAUSE_WORDS, DESCRIBED = frozenset({"aux", "mark", "auxpass"}), frozenset({"det", "amod"})
OPENING, CLOSING = "``", "''"  # tags
OBJECT = "dobj"
TAKEN_FOR = (OBJECT, CALLED, "attr", "ccomp")
NAMES = ("JJ", "VBG", "VBN", "NN", "NNS")
LONGEST = 6  # words of a quoted name
OPENINGS, CLOSINGS = frozenset({"``", '"', "“"}), frozenset({"''", '"', "”"})
LONGEST_TITLE = 8  # words in such a name
INSIDE, BEFORE = "nmod", ("poss", "det", "amod")
COMMON = ("NN", "NNS")


def repair_declared(doc: Doc, naming: Set[str], names: Set[str]) -> Doc:
    """ "Declares the league a terrorist organisation": the parser takes the name for a verb, though it has an article,
    or though one league would need another form; "declares them personae non gratae". naming: verbs that give a name.
    names: those that have no article."""
    for name in doc.having(dep_=("ccomp",)):
        verb = name.head
        named = next((c for c in name.lefts if c.dep_ == SUBJECT), None)
        if name.tag_ not in BARE_FORMS or named is None or verb.lemma_.lower() not in naming:
            continue
        lefts = {c.dep_ for c in name.lefts}
        if name.lower_ in names and not lefts & CLAUSE_WORDS and named.i > verb.i:
            for later in [c for c in name.rights if c.dep_ in LATER]:
                later.hang(verb, later.dep_)
        elif (
            named.i < verb.i
            or (named.tag_ == "PRP" and named.lower_ not in REFLEXIVE)
            or lefts & CLAUSE_WORDS
            or not (lefts & DESCRIBED or named.tag_ in ONE)
        ):
            continue
        named.hang(verb, "dobj")
        name.hang(verb, CALLED)
        name.pos_, name.tag_ = "NOUN", "NN"
    return doc


def repair_named_so(doc: Doc, naming: Set[str], names: Set[str]) -> Doc:
    """ "Calls the move blackmail": what it is called is no kind of it, as the parser reads it. names: bad names that
    have no article."""
    for name in doc.having(dep_=("dobj",)):
        named = name.nbor(-1) if name.i > name.sent.start else name
        if name.lemma_.lower() not in names or name.head.lemma_.lower() not in naming:
            continue
        before = [c for c in name.lefts if c.i < named.i]
        if named.head is name and named.tag_ in MANY and any(c.dep_ in WITH_ARTICLE for c in before):
            named.hang(name.head, "dobj")
            for other in before:
                other.hang(named, other.dep_)
            name.hang(name.head, CALLED)
    return doc


def read_late_name(noun: Token, units: Set[str]) -> None:
    """Hang on the verb what its object is called. units: nouns that tell how long or when ("a week")."""
    verb = noun.head
    if noun.i < verb.i or any(c.dep_ in NAMED_BY or c.lower_ == AS for c in verb.rights):
        return
    for token in noun.doc[noun.i + 1 : verb.right_edge.i + 1]:
        of_noun = token.dep_ == OBJECT and token.head.tag_ in NOUNS  # a noun has no object
        loose = of_noun or token.dep_ in LIKE_OBJECTS
        if loose and _is_late(token) and token.lemma_.lower() not in units:
            token.hang(verb, CALLED)
            return


def read_misplaced_name(verb: Token) -> None:
    """ "A step that King Horn brands shameful": it is not brands that are so named, or shameful."""
    for child in list(verb.rights):
        if child.dep_ == MISPLACED:
            child.dep_ = CALLED
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if before.dep_ == COMPOUND and before.head is verb and before.tag_ == "NNP" and verb.tag_ in FINITE:
        before.dep_ = SUBJECT


def _is_late(name: Token) -> bool:
    """With its article and no comma before it, behind whatever stands between."""
    first = name.left_edge
    return first.lower_ in ARTICLES and not first.nbor(-1).is_punct


def repair_quoted_before(doc: Doc, calling: Set[str]) -> Doc:
    """The same document. calling: verbs that give a name."""
    for opening in doc.having(tag_=(OPENING,)):
        verb = doc[opening.i - 1] if opening.i else opening
        if verb.lemma_.lower() not in calling or verb.pos_ != "VERB":
            continue
        inside = _quoted(opening)
        if not inside or inside[-1].tag_ not in NAMES:
            continue
        behind = inside[-1].i + 1
        named = next((c for c in verb.rights if c.i > behind and c.dep_ in TAKEN_FOR), None)
        if named is not None and named.tag_ in NOUNS and named.left_edge.i <= behind + 1:
            _name_so(inside, named, verb)
    return doc


def _quoted(opening: Token) -> list[Token]:
    """The few words up to the mark that closes it."""
    found: list[Token] = []
    for token in opening.doc[opening.i + 1 : opening.sent.end]:
        if token.tag_ == CLOSING:
            return found
        found.append(token)
        if len(found) > LONGEST:
            break
    return []


def _name_so(inside: list[Token], named: Token, verb: Token) -> None:
    name, places = inside[-1], {t.i for t in inside}
    for word in inside[:-1]:
        if word.head.i not in places:
            word.hang(name, word.dep_)
    for child in list(name.children):
        if child.i > name.i:
            child.hang(named, child.dep_)
    name.hang(verb, CALLED)
    named.hang(verb, OBJECT)


def repair_quoted_titles(doc: Doc) -> Doc:
    """The same document."""
    for noun in doc.having(dep_=("pobj",)):
        if noun.tag_ not in COMMON or noun.i < 2 or noun.nbor(-1).text not in CLOSINGS:
            continue
        first = noun.head.head
        opening = _opening(noun)
        if opening is not None and opening < first.i < noun.head.i and first.tag_ in COMMON:
            _make_head(noun, first, opening)
    return doc


def _opening(noun: Token) -> int | None:
    """Where the quotation that ends before the noun begins."""
    first = max(noun.sent.start, noun.i - 2 - LONGEST_TITLE)
    return next((t.i for t in reversed(noun.doc[first : noun.i - 1]) if t.text in OPENINGS), None)


def _make_head(noun: Token, first: Token, opening: int) -> None:
    joint = noun.head
    last = next((c for c in reversed(noun.lefts) if c.pos_ in ("NOUN", "PROPN") and c.i > joint.i), None)
    noun.hang(first.head, first.dep_)
    first.hang(noun, INSIDE)
    for child in list(first.lefts):
        if child.i < opening and child.dep_ in BEFORE:
            child.hang(noun, child.dep_)
    for child in list(first.rights):
        if child.i > noun.i:
            child.hang(noun, child.dep_)
    if last is not None:
        last.hang(joint, "pobj")
        for child in list(noun.lefts):
            if joint.i < child.i < last.i:
                child.hang(last, child.dep_)
