"""A parsed text in, the same with nouns that sum up the clause before them, and that look like verbs, read as nouns out.

"Ruritania blamed Sylvania for the raids, charges that Strelsau has denied": the parser makes "charges" the main verb.
"Ruritania recognises Graustark, a step welcomed by Sylvania": it makes the step another name of Graustark.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

OPENS = frozenset({"that", "which"})
CLAUSES = ("ccomp", "relcl", "advcl", "conj")
BESIDE, ARTICLES = ("appos", "dobj", "conj"), ("a", "an", "another")
SUBJECTS = ("nsubj", "nsubjpass", "expl")


BEHIND = ("acl", "amod")
PARTIES = ("to", "from", "for")


def repair_summing_nouns(
    doc: Doc,
    nouns: frozenset[str],
    deeds: frozenset[str] = frozenset(),
    measuring: frozenset[str] = frozenset(),
    ranking: frozenset[str] = frozenset(),
) -> Doc:
    """The same document. nouns: lemmas of the nouns that sum up ("charge", "move"); deeds: those for a deed.

    measuring: words that say how much something is ("totaling"); ranking: as which of a row it comes ("first").
    """
    for token in doc.having(tag_=("VBZ",), dep_=BESIDE, lower_=measuring):
        if token.tag_ == "VBZ" and token.lower_.removesuffix("s") in nouns and _sums_up(token):
            _read_as_noun(token)
        elif token.dep_ in BESIDE and token.tag_ == "NN" and token.lower_ in deeds:
            _give_to_clause(token)
        elif token.dep_ == "dobj" and token.tag_ in ("NN", "NNS") and _ranks(token, ranking):
            token.hang(token.head, "npadvmod")
        elif token.lower_ in measuring and token.dep_ in BEHIND and token.head.i < token.i:
            _give_to_measured(token)
    return doc


def _ranks(noun: Token, ranking: frozenset[str]) -> bool:
    """ "Jets bomb villages, the first raids since May": a second object, set off, that ranks what was told."""
    first = noun.left_edge
    set_off = first.i > noun.sent.start and first.nbor(-1).text == "," and first.lower_ == "the"
    second = set_off and any(c.dep_ == "dobj" and c.i < first.i for c in noun.head.rights)
    return second and any(c.lower_ in ranking or c.tag_ == "JJS" for c in noun.lefts)


def _give_to_measured(measuring: Token) -> None:
    """ "Will get a loan totaling 20 million crowns from Sylvania": the loan is from there, and not the sum."""
    for holder in (measuring, *(c for c in measuring.rights if c.dep_ == "dobj")):
        for child in list(holder.rights):
            if child.dep_ in ("prep", "dative") and child.lower_ in PARTIES:
                child.hang(measuring.head, "prep")


def _give_to_clause(noun: Token) -> None:
    """ "Recognises Graustark, a step welcomed by ...": it is the whole clause that is a step."""
    first = noun.left_edge
    if first.lower_ not in ARTICLES or first.i <= noun.sent.start or first.nbor(-1).text != ",":
        return
    if not any(c.dep_ in ("acl", "relcl") for c in noun.rights):
        return
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
    if verb is not None:
        noun.hang(verb, "npadvmod")


def _sums_up(token: Token) -> bool:
    """Whether it stands between a comma and a relative clause, without a subject of its own."""
    if not token.sent.start < token.i < token.sent.end - 2 or token.nbor(-1).text != ",":
        return False
    own = any(child.dep_ in SUBJECTS for child in token.lefts)
    return not own and token.nbor().lower_ in OPENS and _clause_after(token) is not None


def _clause_after(token: Token) -> Token | None:
    return next((c for c in token.rights if c.dep_ in CLAUSES and c.pos_ in ("VERB", "AUX")), None)


def _read_as_noun(noun: Token) -> None:
    clause, pronoun = _clause_after(noun), noun.nbor()
    before = next((c for c in noun.lefts if c.dep_ == "ccomp"), None)
    if clause is None or (before is None and noun.head is noun):
        return
    noun.pos_, noun.tag_, noun.lemma_ = "NOUN", "NNS", noun.lower_.removesuffix("s")
    if before is not None:
        before.hang(before, "ROOT")
    noun.hang(before or noun.head, "appos")
    clause.hang(noun, "relcl")
    pronoun.pos_, pronoun.tag_ = "PRON", "WDT"
    whole = any(c.dep_ in SUBJECTS and c is not pronoun for c in clause.lefts)
    pronoun.hang(clause, "dobj" if whole else "nsubj")
