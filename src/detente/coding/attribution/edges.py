"""Token sets in, token sets out: where a source and a content end."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from detente.coding.attribution.candidates import Reading, is_word, subtree

_CLAUSE_HEADS = ("VERB", "AUX")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def source_tokens(head: Token, taken: set[int]) -> set[int]:
    """The whole noun phrase of a source with its appositions and relative clauses, less what is taken already."""
    tokens = subtree(head) - taken
    lead = [c for c in head.children if c.dep_ in ("cc", "preconj") and c.i > head.i and not head.conjuncts]
    for child in lead:
        tokens.discard(child.i)
    return _run_of(head.doc, tokens, head.i)


def _run_of(doc: Doc, tokens: set[int], anchor: int) -> set[int]:
    """Only the stretch around the anchor: a source is not broken off and taken up again."""
    start = end = anchor
    while start - 1 in tokens or (start >= 2 and doc[start - 1].is_space and start - 2 in tokens):
        start -= 1
    while end + 1 in tokens:
        end += 1
    return set(range(start, end + 1)) & tokens


def complement_tokens(head: Token, taken: set[int], reading: Reading) -> set[int]:
    """A complement as far as it goes, less what hangs on it by the parse but belongs to the speaker or the writer."""
    tokens = subtree(head) - taken
    for clause in head.subtree:
        if clause.i > head.i and reading.quoted[clause.i] is None and _is_outside(clause, reading):
            tokens -= subtree(clause)
    return tokens


def _is_outside(clause: Token, reading: Reading) -> bool:
    """ "..., adding that" and "..., although nobody has confirmed": clauses with a cue of their own, set off by a comma."""
    if clause.lemma_.lower() not in reading.knowledge.verbs:
        return False
    if clause.dep_ in ("advcl", "acl", "conj", "dep", "xcomp") and clause.tag_ == "VBG":
        return _after_comma(clause.left_edge)
    if clause.dep_ == "advcl" and clause.tag_ in _FINITE:
        marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
        return bool(marks & reading.words("concessives")) and _after_comma(clause.left_edge)
    return False


def _after_comma(token: Token) -> bool:
    return token.i > 0 and token.doc[token.i - 1].text in (",", "—", "–", "”", '"', "''")


def carried_on(content: set[int], reading: Reading) -> set[int]:
    """The content up to the true end of its sentence where the parser ended the sentence too soon."""
    doc = reading.doc
    last = max(content, default=-1)
    end = last + 1
    while 0 < end < len(doc) and doc[end].text in ("''", '"', "”", ","):
        end += 1
    if not 0 < end < len(doc) or not doc[end].is_sent_start or not doc[end].is_lower or doc[end - 1].is_space:
        return content
    if doc[end - 1].text in (".", "?", "!", ";") or doc[last].sent.end > end:
        return content
    return content | set(range(last + 1, doc[end].sent.end))


def whole_quotations(content: set[int], reading: Reading) -> set[int]:
    """Both marks of each quotation whose words are all in the content."""
    numbers = {n for i in content if (n := reading.quoted[i]) is not None}
    for number in numbers:
        tokens = reading.quotations[number]
        if all(i in content or not is_word(reading.doc[i]) for i in tokens):
            content = content | set(tokens)
    return content


def clause_head(token: Token) -> Token:
    """The verb of the clause that a word stands in; the top of the sentence when there is none."""
    while token.head.i != token.i and not (
        token.pos_ in _CLAUSE_HEADS and token.dep_ not in ("aux", "auxpass")
    ):
        token = token.head
    return token


def host_tokens(token: Token, taken: set[int]) -> set[int]:
    """The clause around an adverb or a phrase, without its conjunction, less what is taken already."""
    head = clause_head(token)
    tokens = subtree(head) - taken
    for child in head.children:
        if (child.dep_ in ("cc", "mark") and child.i < head.i) or (child.dep_ == "conj" and _is_clause(child)):
            tokens -= subtree(child) if child.dep_ == "conj" else {child.i}
    return tokens


def _is_clause(token: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
