"""Every cue rule fires once on its examples, with the marked source, cue and content, and never on its
near misses.

Notation: <source>, [[cue]], {content}; a role may be marked in
several pieces, and is empty when it is not marked.
"""

import re
from collections import Counter
from pathlib import Path

import pytest
from spacy.language import Language

from detente.coding.attribution import find_attributions
from detente.coding.attribution.frames import entries_held, fixed_words
from detente.knowledge.cues import CueRule, load_cues
from detente.knowledge.files import BUILT_IN
from detente.reading.syntax import parse
from detente.records import Attribution, Span

WORD = re.compile(r"\w+(?:[’'.\-]\w+)*|:")
TABLES = load_cues([BUILT_IN])
MARKS = re.compile(r"\[\[|\]\]|[<>{}]")
OPENS = {"<": "source", "[[": "cue", "{": "content"}


def marked(example: str) -> tuple[str, dict[str, set[int]]]:
    """The plain sentence, and the words of each role by their place."""
    plain, roles, start = "", {"source": set[int](), "cue": set[int](), "content": set[int]()}, 0
    pieces: list[tuple[str, int, int]] = []
    last = 0
    for mark in MARKS.finditer(example):
        plain += example[last : mark.start()]
        last = mark.end()
        if mark.group() in OPENS:
            pieces.append((OPENS[mark.group()], len(plain), -1))
        else:
            role, start, _ = pieces.pop()
            roles[role] |= words(plain + " ", [Span(start, len(plain))])
    return plain + example[last:], roles


def words(text: str, spans: list[Span] | tuple[Span, ...]) -> set[int]:
    return {m.start() for m in WORD.finditer(text) for a, b in spans if a < m.end() and m.start() < b}


def fired(rule: CueRule, text: str, nlp: Language) -> list[Attribution]:
    return [a for a in find_attributions(parse(text, nlp), TABLES) if a.rule == rule.id]


EXAMPLES = [(rule, example) for rule in TABLES.rules for example in rule.examples]
NEAR_MISSES = [(rule, text) for rule in TABLES.rules for text in rule.not_]
EDGES = [
    line
    for line in (Path(__file__).parent / "edges.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
KNOWN_WRONG = [(rule, text) for rule in TABLES.rules for text in rule.known_wrong]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda v: v.id if isinstance(v, CueRule) else v)
def test_example(rule: CueRule, example: str, nlp: Language) -> None:
    text, roles = marked(example)
    found = fired(rule, text, nlp)
    assert len(found) == 1, [
        (a.rule, text[a.cue[0].start : a.cue[0].end]) for a in find_attributions(parse(text, nlp), TABLES)
    ]
    assert words(text, found[0].source) == roles["source"], [text[a:b] for a, b in found[0].source]
    assert words(text, found[0].content) == roles["content"], [text[a:b] for a, b in found[0].content]
    assert roles["cue"] <= words(text, found[0].cue)


@pytest.mark.parametrize(("rule", "text"), NEAR_MISSES, ids=lambda v: v.id if isinstance(v, CueRule) else v)
def test_near_miss(rule: CueRule, text: str, nlp: Language) -> None:
    assert not fired(rule, text, nlp)


@pytest.mark.parametrize(("rule", "text"), KNOWN_WRONG, ids=lambda v: v.id if isinstance(v, CueRule) else v)
def test_known_wrong_still_is(rule: CueRule, text: str, nlp: Language) -> None:
    assert fired(rule, text, nlp), "this near miss works now: move it to `not`"


@pytest.mark.parametrize("line", EDGES)
def test_sources_and_contents_end_where_a_reader_would_end_them(line: str, nlp: Language) -> None:
    text, roles = marked(line)
    found = [a for a in find_attributions(parse(text, nlp), TABLES) if words(text, a.cue) & roles["cue"]]
    assert roles in [
        {"source": words(text, a.source), "cue": roles["cue"], "content": words(text, a.content)}
        for a in found
    ]


def test_entries_held_are_those_whose_fixed_words_are_there(nlp: Language) -> None:
    """However many of a word's entries the look at the words below it passes over."""
    held = 0
    for _, example in EXAMPLES[::5]:
        for token in parse(marked(example)[0], nlp):
            entries = TABLES.verbs.get(token.lemma_, ())
            each = [(entry, fixed_words(token, entry.rest)) for entry in entries]
            found = list(entries_held(token, entries))
            assert found == [(entry, rest) for entry, rest in each if rest is not None]
            held += sum(bool(rest) for _, rest in found)
    assert held


def test_a_word_list_that_the_knowledge_lacks_is_empty() -> None:
    assert not TABLES.words["no-such-list"]
    assert "no-such-list" not in TABLES.words


def test_every_rule_explains_itself() -> None:
    for rule in TABLES.rules:
        assert rule.why and rule.examples and rule.not_, rule.id


def test_no_cue_is_listed_twice_in_a_rule() -> None:
    for rule in TABLES.rules:
        for cues in (rule.verbs, rule.nouns, rule.adjectives, rule.adverbs, rule.phrases):
            assert not [c for c, n in Counter(cues).items() if n > 1], rule.id


def test_breadth(nlp: Language) -> None:
    """Cue breadth carries recall: several hundred lemmas, each of them one that the tokenizer keeps whole."""
    cues = {c for t in (TABLES.verbs, TABLES.nouns, TABLES.adjectives) for c in t}
    assert len(cues) >= 300
    assert not [c for c in cues if len(nlp.make_doc(c)) > 1 and "-" not in c]
