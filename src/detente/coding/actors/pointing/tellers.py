"""A pronoun in what somebody says in, whether it may mean who says it out."""

from __future__ import annotations

from detente.coding.actors.page import Page
from detente.coding.actors.pointing.clauses_around import is_subject
from detente.reading.elided import elided_in
from detente.reading.quotations import quotations_of
from detente.reading.spans import Span
from detente.reading.tokens import Token

FRAGMENT = 5  # words of a sentence that only ends a quotation, or is cut off


def names_a_thing_before(token: Token) -> bool:
    """ "Said that Ruritania drafted a law and worked on it", but not "imposed a ban on it": whether "it" may be that."""
    clause = next((t for t in token.ancestors if t.dep_ == "ccomp"), None)
    over = list(token.ancestors)
    within = (t for t in clause.subtree if t.i < token.i) if clause is not None else ()
    return any(t.tag_ == "NN" and t not in over and t.head not in over for t in within)


def is_who_tells(page: Page, token: Token) -> bool:
    """ "Sylvania said rockets were fired at it": who tells of what was done, and no thing that is told of."""
    return any(
        clause.dep_ == "ccomp"
        and clause.head.lemma_ in page.words["speech"]
        and any(is_subject(t) for t in clause.head.children)
        for clause in token.ancestors
    )


def only_goes_on(page: Page, sentence: Span, token: Token) -> bool:
    """Whether a sentence only goes on with what somebody was quoted with: who "he" is behind it was told before."""
    first, last = page.doc[sentence.start].idx, page.doc[sentence.end - 1].idx
    around = next(
        (q.span for q in quotations_of(page.doc) if q.span.start <= first and last < q.span.end), None
    )
    return around is not None and not around.start <= token.idx < around.end


def tells_by_itself(sentence: Span, own_words: frozenset[int], *, of_person: bool) -> bool:
    """Whether who is meant behind it is told by then; not by what whoever writes tells of himself between "Met the
    premier." and "Thanked her.": "Discussed trade. We agreed on much."
    """
    subjects = [t for t in sentence if is_subject(t)]
    tells_of_himself = own_words.issuperset(t.i for t in subjects) if subjects else elided_in(sentence)
    if of_person and own_words and tells_of_himself:
        return False
    return len(sentence) > FRAGMENT or bool(subjects)
