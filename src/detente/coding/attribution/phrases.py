"""Fixed phrases, adverbs and colons in a document in, candidates out: "according to X", "reportedly",
"Minister: ...".
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.attribution.candidates import Candidate, Reading, is_word, subtree
from detente.coding.attribution.edges import (
    after_dash,
    host_tokens,
    is_cue,
    source_tokens,
    true_sentence,
    without_connective,
)
from detente.coding.attribution.sources import can_say
from detente.knowledge.cues import CueRule, Entry
from detente.reading.calendars.noted import stands_before_entry
from detente.reading.datelines import is_dateline_at
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

_SHORTEST_SPEECH = 3
_NAME = "@name"  # in what a rule asks for
_LONGEST_LABEL = 8  # words before a colon that can name a speaker; longer ones are sentences


def phrase_candidates(reading: Reading) -> Iterator[Candidate]:
    """The clause around the phrase is the content, the noun phrase that follows it the source."""
    known, lowers = reading.knowledge.phrases, reading.lowers
    for i in [i for i, word in enumerate(lowers) if word in known and word != ":"]:
        for entry in known[lowers[i]]:
            begins = lowers[i + 1 : i + 2] == entry.rest[:1]  # few do
            found = _phrase(reading.doc[i], entry, reading) if begins or not entry.rest else None
            if found is not None:
                yield found
                break


def _phrase(token: Token, entry: Entry, reading: Reading) -> Candidate | None:
    doc = reading.doc
    end = token.i + 1 + len(entry.rest)
    if end >= len(doc) or reading.lowers[token.i + 1 : end] != entry.rest:
        return None
    cue = set(range(token.i, end))
    head = _following_noun(doc[end], end)
    if head is None or not _is_asked_for(head, entry.rule):
        return None
    cited = set[int]() if entry.rule.cites else _whom_it_cites(token, reading)
    source = source_tokens(head, cue) - after_dash(head) - cited
    phrase = subtree(token) if head.i in subtree(token) else cue | source
    content = without_connective(_host(token, phrase | cue | source, reading) - cited, reading)
    content = content or (
        phrase if entry.rule.cites else content
    )  # its content is that of the report beside it
    if not content:
        return None
    return Candidate(
        anchor=token.i,
        rule=entry.rule,
        cue=frozenset(cue),
        source=frozenset(source),
        content=frozenset(content),
        comment=True,
    )


def _whom_it_cites(phrase: Token, reading: Reading) -> set[int]:
    """ "According to the Gazette, citing two clerks": they are a source of their own."""
    known, end = reading.knowledge.phrases, true_sentence(reading.doc, phrase.i)[1]
    behind = (reading.doc[i] for i in range(phrase.i + 1, end))
    citing = (t for t in behind if t.tag_ == "VBG" and any(e.rule.cites for e in known.get(t.lower_, ())))
    return {i for t in citing for i in subtree(t)}


def _is_asked_for(source: Token, rule: CueRule) -> bool:
    """Whether the rule takes this source: any, one of some nouns, or a name."""
    named = source.pos_ == "PROPN" and _NAME in rule.with_
    return not rule.with_ or named or source.lemma_.lower() in rule.with_


def possessed_candidates(reading: Reading) -> Iterator[Candidate]:
    """ "In the minister's view, the pact is dead": the phrase holds its source in its midst."""
    views = reading.words["views"]
    for token in reading.doc:
        if token.dep_ != "pobj" or token.lemma_.lower() not in views:
            continue
        prep, owner = token.head, next((c for c in token.children if c.dep_ == "poss"), None)
        if (
            owner is None
            or owner.lower_ in ("its", "it")
            or prep.lower_ not in reading.words["view-prepositions"]
        ):
            continue
        source = source_tokens(owner, {prep.i, token.i})
        cue = {prep.i, token.i} | {c.i for c in token.children if c.dep_ in ("amod", "case")}
        content = without_connective(_host(prep, subtree(prep) | source, reading), reading)
        for entry in reading.knowledge.phrases.get("according", ()):
            yield Candidate(
                anchor=prep.i,
                rule=entry.rule,
                cue=frozenset(cue - source),
                source=frozenset(source),
                content=frozenset(content),
            )


def _host(token: Token, phrase: set[int], reading: Reading) -> set[int]:
    """The whole sentence when the phrase opens it or closes it after a comma; else the clause that it
    stands in.
    """
    doc = reading.doc
    start, end = true_sentence(doc, token.i)
    after = max(phrase) + 1
    opens = token.i == start and after < end and doc[after].text == ","
    closes = doc[token.i - 1].text == "," and all(not is_word(doc[i]) for i in range(after, end))
    if opens or closes:
        return (
            set(range(start, end)) - phrase - (_set_against(token, start, end, reading) if opens else set())
        )
    return host_tokens(token.head if token.head.i != token.i else token, phrase)


def _set_against(token: Token, start: int, end: int, reading: Reading) -> set[int]:
    """ "According to two clerks it burned, while a third said that it did not": what others say besides."""
    others: set[int] = set()
    for i in range(token.i + 1, end):
        clause = reading.doc[i]
        if clause.dep_ == "advcl" and clause.pos_ == "VERB" and is_cue(clause, reading):
            marks = {c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod")}
            counted = any(g.pos_ == "NUM" for c in clause.children if c.dep_ == "nsubj" for g in c.subtree)
            if (
                not counted
                and marks & reading.words["concessives"]
                and clause.left_edge.i > start + len(marks)
            ):
                others |= subtree(clause)
    return others


def _following_noun(token: Token, start: int) -> Token | None:
    """The head of the noun phrase that begins here."""
    while token.head.i >= start and token.head.i != token.i and token.head.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ") else None


def adverb_candidates(reading: Reading) -> Iterator[Candidate]:
    """A hedging adverb ("reportedly") has no source; its clause, or the phrase that it belongs to, is the
    content.
    """
    known = reading.knowledge.adverbs
    for token in [reading.doc[i] for i, word in enumerate(reading.lowers) if word in known]:
        for entry in known[token.lower_]:
            head = token.head
            inner = head.pos_ in ("ADJ", "NOUN", "PROPN", "NUM") and head.dep_ in (
                "amod",
                "compound",
                "nummod",
            )
            if token.pos_ != "ADV" and not _describes(token):
                break
            if _describes(token) and _has_a_source(head, reading):
                break
            content = (
                subtree(head) - {token.i}
                if inner or _describes(token)
                else without_connective(host_tokens(token, {token.i}), reading)
            )
            if content:
                yield Candidate(
                    anchor=token.i,
                    rule=entry.rule,
                    cue=frozenset({token.i}),
                    source=frozenset(),
                    content=frozenset(content),
                )
            break


def _has_a_source(noun: Token, reading: Reading) -> bool:
    """ "Unconfirmed claims by the army that": the army claims it."""
    claims = noun.lemma_.lower() in reading.knowledge.nouns
    told = any(t.dep_ in ("acl", "relcl", "ccomp") for t in noun.subtree)
    return claims and told and any(c.lower_ == "by" for c in noun.rights)


def _describes(token: Token) -> bool:
    """ "The alleged theft", "an unconfirmed report": said of a noun, where "reported" is no verb."""
    return token.dep_ == "amod" and token.head.pos_ in ("NOUN", "PROPN")


def colon_candidates(reading: Reading) -> Iterator[Candidate]:
    """A short name, a colon, and what the named one says, in a title or at the head of a sentence."""
    for entry in reading.knowledge.phrases.get(":", ()):
        for i, word in enumerate(reading.lowers):
            if word == ":" and reading.quoted[i] is None:
                yield from _colon(reading.doc[i], entry.rule, reading)


def _colon(token: Token, rule: CueRule, reading: Reading) -> Iterator[Candidate]:
    label = _label(token)
    rest = _rest_of_line(token, reading)
    if (
        not _is_name(label, reading)
        or label[-1].lower_ in reading.words["section-labels"]
        or len(rest) < _SHORTEST_SPEECH
        or is_dateline_at(label[0].idx, reading.doc.text)  # where it was written
        or stands_before_entry(label[-1])  # where it takes place
    ):
        return
    opens_quote = reading.quoted[rest[0]] is not None
    if _is_told_of(rest, reading):
        return
    if opens_quote or (_opens_paragraph(label[0]) and _is_sentence(rest, reading) and label[0].pos_ != "DET"):
        yield Candidate(
            anchor=token.i,
            rule=rule,
            cue=frozenset({token.i}),
            source=frozenset(t.i for t in label),
            content=frozenset(rest),
            quotation=opens_quote,
        )


def _is_name(label: list[Token], reading: Reading) -> bool:
    """The last word outside brackets is capitalised or can say something ("Sylvanian minister"), and none is a verb."""
    depth, words = 0, []
    for token in label:
        depth += (token.text in "([") - (token.text in ")]")
        if depth == 0 and is_word(token):
            words.append(token)
    return (
        bool(words)
        and len(words[-1]) > 1
        and (words[-1].text[0].isupper() or can_say(words[-1], reading))
        and all(t.pos_ != "VERB" for t in words)
    )


def _opens_paragraph(token: Token) -> bool:
    return token.i == 0 or (token.doc[token.i - 1].is_space and "\n" in token.doc[token.i - 1].text)


def _is_sentence(tokens: list[int], reading: Reading) -> bool:
    told = [reading.doc[i] for i in tokens]
    return any(
        t.dep_ in SUBJECTS or (t.tag_ == "TO" and t.head.tag_ == "VB") for t in told
    )  # "Rassendyll: King to resign"


def _is_told_of(rest: list[int], reading: Reading) -> bool:
    """ "Ruritania: Border guards fire on strikers": what follows opens with a bare organ of the state as its subject."""
    words, organs = (reading.doc[i] for i in rest), reading.words["own-organs"]
    for word in words:
        if word.lemma_.lower() not in organs:
            return False
        if word.dep_ in SUBJECTS:
            return True
    return False


def _label(token: Token) -> list[Token]:
    """The words from the start of the sentence or line to the colon, when they are few."""
    words: list[Token] = []
    for i in range(token.i - 1, max(-1, token.i - _LONGEST_LABEL - 2), -1):
        before = token.doc[i]
        if before.is_space or (
            before.text in (".", "–", "—", "”", '"') or (before.text == "-" and token.doc[i - 1].whitespace_)
        ):
            return words[::-1]
        words.append(before)
        if i == 0 or before.is_sent_start:
            return words[::-1]
    return []


def _rest_of_line(token: Token, reading: Reading) -> list[int]:
    """What follows: the quotation that opens here, or the rest of the sentence."""
    start = token.i + 1
    if start < len(reading.doc) and (number := reading.quoted[start]) is not None:
        return list(reading.quotations[number])
    end = start
    while end < len(reading.doc) and "\n" not in reading.doc[end].text:
        end += 1
    return [i for i in range(start, end) if is_word(reading.doc[i])]
