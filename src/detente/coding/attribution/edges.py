"""Token sets in, token sets out: where a source and a content end."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.attribution.candidates import Reading, is_word, last_word, subtree
from detente.coding.attribution.frames import entries_held
from detente.reading.shapes import SUBJECTS, TENSED
from detente.reading.tokens import Doc, Token

_NAME_WITHIN = 8  # tokens between what is named and its name in quotation marks
_STOPS = (".", "?", "!")
_DASHES = ("-", "--", "—", "–")
CLAUSE_HEADS, ADDED = ("VERB", "AUX"), ("relcl", "appos")
SUMMED = ("appos", "dobj", "attr", "dep", "npadvmod")
CLOSING = ("relcl", *SUMMED)


def source_tokens(head: Token, taken: set[int]) -> set[int]:
    """The whole noun phrase of a source with its appositions and relative clauses, less what is taken
    already.
    """
    tokens = subtree(head) - taken
    lead = [c for c in head.children if c.dep_ in ("cc", "preconj") and c.i > head.i and not head.conjuncts]
    for child in lead:
        tokens.discard(child.i)
    for child in [c for c in head.rights if c.dep_ == "amod"]:
        told = subtree(child)
        tokens -= set() if taken.isdisjoint(told) else told  # "Monitors unable to verify report"
    return _with_hyphened(_run_of(head.doc, tokens, head.i), head.doc)


def _with_hyphened(tokens: set[int], doc: Doc) -> set[int]:
    """ "The vice-premier", "Abu al-Nur": what a hyphen joins is one word, however the parser takes it."""
    last = max(tokens, default=len(doc))  # "as it put it": the speaker is a word of the cue itself
    while (
        last + 2 < len(doc)
        and doc[last + 1].text == "-"
        and not (doc[last].whitespace_ or doc[last + 1].whitespace_)
    ):
        tokens = tokens | {last + 1, last + 2}
        last += 2
    return tokens


def after_dash(head: Token) -> set[int]:
    """ "according to state media - a reference to the war": what follows a dash that no other closes."""
    doc, end = head.doc, head.right_edge.i + 1
    dashes = [i for i in range(head.i + 1, end) if doc[i].text in _DASHES and doc[i - 1].whitespace_]
    return set(range(dashes[0], end)) if len(dashes) == 1 else set()


def _run_of(doc: Doc, tokens: set[int], anchor: int) -> set[int]:
    """Only the stretch around the anchor: a source is not broken off and taken up again."""
    start = end = anchor
    while start - 1 in tokens or (start >= 2 and doc[start - 1].is_space and start - 2 in tokens):
        start -= 1
    while end + 1 in tokens:
        end += 1
    return set(range(start, end + 1)) & tokens


def complement_tokens(head: Token, taken: set[int], cue: Token, reading: Reading) -> set[int]:
    """A complement as far as it goes, less what hangs on it by the parse but belongs to the speaker or the
    writer.
    """
    below, first = list(head.subtree), max(head.i, cue.i)
    tokens = {t.i for t in below} - taken - asides(head, below, reading)
    tokens -= _phrase_at_end(head, below, tokens, reading)
    for clause in below:
        if (
            clause.pos_ == "VERB"
            and clause.i > first
            and reading.quoted[clause.i] is None
            and _is_outside(clause, cue, reading)
        ):
            tokens -= subtree(clause)
            tokens -= {
                c.i
                for c in clause.head.children
                if c.dep_ == "cc" and c.i > cue.i and c.i == clause.left_edge.i - 1
            }
    return tokens - closing_aside(head, below, tokens, reading)


def _phrase_at_end(head: Token, below: list[Token], tokens: set[int], reading: Reading) -> set[int]:
    """ "He said taxes would rise, according to two aides": the aides say that he said so."""
    known = reading.knowledge.phrases
    for token in [t for t in below if t.lower_ in known and t.i > head.i]:
        if reading.quoted[token.i] is not None or not after_comma(token):
            continue
        entries = known[token.lower_]
        after = reading.lowers[token.i + 1 :][:3]
        if not any(e.rest and after[: len(e.rest)] == e.rest for e in entries):
            continue
        if token.right_edge.i >= last_word(tokens, reading.doc):
            return set(range(token.i, max(tokens) + 1))
    return set()


def _is_outside(clause: Token, cue: Token, reading: Reading) -> bool:
    """Clauses with a cue of their own that report beside the content and not in it.

    "..., adding that"; "..., although nobody has confirmed"; "..., and she warned"; "he would go and urged".
    """
    if not is_cue(clause, reading):
        return False
    if clause.tag_ == "VBG" and not any(c.dep_ == "aux" for c in clause.children):
        return (
            after_comma(clause.left_edge)
            or after_comma(clause)
            or (clause.dep_ == "conj" and cue.tag_ == "VBG" != clause.head.tag_)
        )
    if clause.dep_ == "advcl" and finite_tag(clause) in TENSED:
        marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
        return bool(marks & reading.words["concessives"]) and after_comma(clause.left_edge)
    return clause.dep_ == "conj" and not opens_with_that(clause) and _coordinated_with_cue(clause, cue)


def is_cue(verb: Token, reading: Reading) -> bool:
    """Whether the verb, with the words that some rule asks for beside it, can report ("come" alone cannot)."""
    entries = reading.knowledge.verbs.get(verb.lemma_.lower(), ())
    return bool(entries) and any(entries_held(verb, entries))


def opens_with_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _coordinated_with_cue(clause: Token, cue: Token) -> bool:
    """A finite clause that the parser joined to the content though its tense and its comma join it to the
    cue.
    """
    tense = finite_tag(clause)
    if tense not in TENSED or tense == "MD" or tense != finite_tag(cue):
        return False
    if speaks_beside_a_copula(clause):
        return True
    before = clause.nbor(clause.left_edge.i - clause.i - 1) if clause.left_edge.i else clause
    comma = before.pos_ == "CCONJ" and before.i > 0 and before.nbor(-1).text == ","
    return comma or finite_tag(clause.head) != tense


def speaks_beside_a_copula(clause: Token) -> bool:
    """ "Admitted that there were transfers but maintained that they were lawful": who admits maintains."""
    copula = clause.dep_ == "conj" and clause.head.lemma_ == "be" and clause.head.dep_ == "ccomp"
    own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in clause.children)
    return copula and not own and any(c.dep_ == "ccomp" for c in clause.children)


def finite_tag(verb: Token) -> str:
    """The tag that carries the tense: of the first auxiliary, else of the verb."""
    return next(
        (c.tag_ for c in verb.children if c.dep_ in ("aux", "auxpass") and c.tag_ in TENSED), verb.tag_
    )


def name_in_quotes(content: set[int], reading: Reading) -> set[int]:
    """ "called him, before the whole council, “a coward”": the quotation that follows close by is the
    name.
    """
    last = max(content)
    for i in range(last + 1, min(last + _NAME_WITHIN, len(reading.doc))):
        if reading.doc[i].text in _STOPS:  # "praised the firemen. “They saved us,” he said"
            return set()
        if reading.quoted[i] is not None:
            return set(reading.quotations[reading.quoted[i] or 0])
        if reading.doc[i].is_sent_start or reading.doc[i].pos_ == "VERB":
            return set()
    return set()


def whole_quotations(content: set[int], reading: Reading) -> set[int]:
    """The whole of each quotation that begins in the content, with both its marks."""
    numbers = {n for i in content if (n := reading.quoted[i]) is not None}
    for number in numbers:
        tokens = reading.quotations[number]
        first = next((i for i in tokens if is_word(reading.doc[i])), None)
        if first in content and not _opens_sentence(tokens[0], reading):
            content = content | set(tokens)
    return content


def clause_head(token: Token) -> Token:
    """The verb of the clause that a word stands in; the top of the sentence when there is none."""
    while token.head.i != token.i and not (
        token.pos_ in CLAUSE_HEADS and token.dep_ not in ("aux", "auxpass")
    ):
        token = token.head
    return token


def host_tokens(token: Token, taken: set[int]) -> set[int]:
    """The clause around an adverb or a phrase, without its conjunction, less what is taken already."""
    head = clause_head(token)
    tokens = subtree(head) - taken
    for child in head.children:
        if (child.dep_ in ("cc", "mark") and child.i < head.i) or (
            child.dep_ == "conj" and _is_clause(child)
        ):
            tokens -= subtree(child) if child.dep_ == "conj" else {child.i}
    return tokens


def without_connective(tokens: set[int], reading: Reading) -> set[int]:
    """Less "However," and the like at its start."""
    first = min(tokens, default=-1)
    following = first + 1
    if first >= 0 and reading.doc[first].lower_ in reading.words["connectives"]:
        comma = following < len(reading.doc) and reading.doc[following].text == ","
        return tokens - {first, following} if comma else tokens - {first}
    return tokens


def _is_clause(token: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in token.children)


def _opens_sentence(i: int, reading: Reading) -> bool:
    return i == 0 or _printed_end(reading.doc, i - 1)


def true_sentence(doc: Doc, i: int) -> tuple[int, int]:
    """First token and end of the sentence as printed: up to a full stop or a line break."""
    start, end = i, i + 1
    while start > 0 and not _printed_end(doc, start - 1):
        start -= 1
    while end < len(doc) and not _printed_end(doc, end - 1):
        end += 1
    return start, end


def _printed_end(doc: Doc, i: int) -> bool:
    token = doc[i]
    if token.text[0].isalnum():  # nearly always
        return False
    if token.is_space:
        return "\n" in token.text
    if i + 1 < len(doc) and not (doc[i + 1].is_sent_start or doc[i + 1].is_space):
        return False
    return token.text in (".", "?", "!", "...", "…") or (
        token.is_quote and i > 0 and doc[i - 1].text in (".", "?", "!")
    )


def asides(head: Token, below: Sequence[Token], reading: Reading) -> set[int]:
    """What the writer adds between commas on a noun that is reported: appositions and relative clauses.

    below: the noun and all that hangs on it.
    """
    if head.pos_ not in ("NOUN", "PROPN", "PRON"):
        return set()
    added = [t for t in below if t.dep_ in ADDED and t.i > head.i]
    return {i for t in added if reading.quoted[t.i] is None and after_comma(t.left_edge) for i in subtree(t)}


def closing_aside(head: Token, below: Sequence[Token], tokens: set[int], reading: Reading) -> set[int]:
    """ "He said that he had lost, a result that surprised nobody": what the writer adds on the last noun."""
    if head.pos_ not in CLAUSE_HEADS and not any(c.dep_ == "pcomp" for c in head.rights):
        return set()  # "accused them of arming rebels, which they denied"
    for added in [t for t in below if t.i > head.i and t.dep_ in CLOSING and _adds(t, reading)]:
        start = added.left_edge.i
        if start not in tokens or added.right_edge.i < last_word(tokens, reading.doc):
            continue
        if any(reading.quoted[i] is not None for i in (start, added.i)) or not after_comma(added.left_edge):
            continue
        return {i for i in tokens if i >= start}
    return set()


def _adds(noun_or_clause: Token, reading: Reading) -> bool:
    """A relative clause with its pronoun in front, or "a plan that ...", which the parser takes for an object at times."""
    if noun_or_clause.dep_ == "relcl":
        return noun_or_clause.left_edge.tag_ in ("WDT", "WP", "WP$", "WRB")
    return noun_or_clause.left_edge.lower_ in reading.words["summing-up"]


def after_comma(token: Token) -> bool:
    return token.i > 0 and token.doc[token.i - 1].text in (",", "—", "–", "”", '"', "''")
