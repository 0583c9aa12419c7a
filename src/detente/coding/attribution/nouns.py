"""Noun cues in a document in, candidates out: "Ruritania's claim that ...", "accusations of ...", "voiced
concern about".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from detente.coding.attribution.around import AROUND, found_around
from detente.coding.attribution.candidates import Candidate, Reading, is_word, subtree
from detente.coding.attribution.edges import complement_tokens, source_tokens, true_sentence
from detente.coding.attribution.frames import fixed_words
from detente.coding.attribution.stance import is_negated
from detente.coding.attribution.subjects import is_passive, own_subject, subject_of
from detente.knowledge.cues import PREPOSITIONS, CueRule, Entry
from detente.reading.tokens import Token

GIVERS = ("from", "by")
_BEFORE = ("amod", "det", "compound", "nummod", "neg")


@dataclass(frozen=True, kw_only=True)
class _Found:
    """A cue noun, the verb that carries it, if any, the heads of its content and the rest of its words."""

    noun: Token
    verb: Token | None
    rule: CueRule
    heads: list[Token]
    marks: set[int]


def noun_candidates(reading: Reading) -> Iterator[Candidate]:
    """One candidate for each noun whose rule finds content and, where it needs one, a source."""
    known = reading.knowledge.nouns
    for token in reading.doc:
        if token.pos_ in ("NOUN", "PROPN") and (entries := known.get(token.lemma_.lower())):
            found = (c for entry in entries for c in _candidates(token, entry, reading))
            yield from islice(found, 1)


def _candidates(noun: Token, entry: Entry, reading: Reading) -> Iterator[Candidate]:
    rest = fixed_words(noun, entry.rest)
    rule = entry.rule
    if rest is None:
        return
    verb = _support(noun, rule, reading)
    for frame in rule.frames:
        if frame == "host":
            yield from _of_the_sentence(noun, rule, reading)
            return
        if frame == "itself":
            yield from _of_itself(noun, rule, verb, reading)
            return
        heads, marks = (
            found_around(noun, frame, reading) if frame in AROUND else _content(noun, frame, verb, reading)
        )
        if not heads or (rule.with_ and not any(h.lemma_.lower() in rule.with_ for h in heads)):
            continue
        source_head = _source(noun, rule, verb, reading)
        if source_head is None and not rule.sourceless:
            return
        yield _built(
            _Found(noun=noun, verb=verb, rule=rule, heads=heads, marks=rest | marks), source_head, reading
        )
        return


def _of_the_sentence(noun: Token, rule: CueRule, reading: Reading) -> Iterator[Candidate]:
    """ "The swap was followed by confirmation from the ministry": what is confirmed is the rest of the sentence."""
    source_head = _source(noun, rule, None, reading)
    if source_head is None:
        return
    cue = {noun.i} | {c.i for c in noun.children if c.dep_ in _BEFORE}
    source = source_tokens(source_head, cue)
    start, end = true_sentence(reading.doc, noun.i)
    content = set(range(start, end)) - cue - subtree(source_head.head)
    if any(is_word(reading.doc[i]) for i in content):
        yield Candidate(
            anchor=noun.i,
            rule=rule,
            cue=frozenset(cue),
            source=frozenset(source),
            content=frozenset(content),
            negated=is_negated(noun, source, reading),
        )


def _of_itself(noun: Token, rule: CueRule, verb: Token | None, reading: Reading) -> Iterator[Candidate]:
    """ "Had no comment", "there was no comment from the palace", "issued a denial": no more is told than that."""
    source_head = _source(noun, rule, verb, reading)
    negated = is_negated(noun, set(), reading)
    if verb is None or source_head is None or not (negated or rule.stance == "denies"):
        return
    cue = {verb.i} | {c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "expl")}
    itself = set(range(noun.left_edge.i, noun.i + 1))
    silent = rule.stance != "denies"  # a denial is of something, silence is all there is
    cue |= itself if silent else set()
    yield Candidate(
        anchor=verb.i,
        rule=rule,
        cue=frozenset(cue),
        source=frozenset(source_tokens(source_head, cue)),
        content=frozenset(() if silent else itself),
        negated=negated,
    )


def _support(noun: Token, rule: CueRule, reading: Reading) -> Token | None:
    """The verb that makes a clause of the noun: "made the claim that", "the hope is that", "is a critic of"."""
    verb = noun.head
    if verb.lemma_ == "be" and (
        _is_equated(noun, verb) or (noun.dep_ == "attr" and "subject" in rule.source) or _is_there(noun)
    ):
        return verb
    lists = reading.words["support-verbs"] | reading.words["target-verbs"]
    return verb if noun.dep_ in ("dobj", "nsubjpass", "attr") and verb.lemma_.lower() in lists else None


def _is_there(noun: Token) -> bool:
    """ "There was no comment"."""
    return noun.dep_ == "attr" and any(c.dep_ == "expl" for c in noun.head.lefts)


def _is_equated(noun: Token, verb: Token) -> bool:
    """ "My impression is that he will not come": what the noun holds stands on the other side of "be"."""
    return noun.dep_ == "nsubj" and any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)


def _content(noun: Token, frame: str, verb: Token | None, reading: Reading) -> tuple[list[Token], set[int]]:
    """Content heads and the preposition that goes with the cue."""
    above = [noun] + ([verb] if verb is not None else []) + _givers_of(noun) + _arising(noun, reading)
    for governor in above:
        for child in governor.children:
            if child.i < noun.i:
                continue
            if frame in PREPOSITIONS and child.dep_ == "prep" and child.lower_ == frame:
                heads = [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
                if heads:
                    return heads, {child.i}
            if frame == "clause" and _is_that_clause(
                child, governor if governor is not verb else noun, reading
            ):
                return [child], set()
            if (
                frame == "infinitive"
                and child.dep_ in ("acl", "xcomp", "advcl")
                and _has_to(child)
                and governor == noun
            ):
                return [child], set()
    return [], set()


def _givers_of(noun: Token) -> list[Token]:
    """ "Confirmation from Strelsau of the swap", "claims by the army that it won": the parser hangs on them what is
    told."""
    marks = [
        *noun.rights,
        *(noun.head.rights if noun.dep_ == "dobj" else ()),
    ]  # "received confirmation from it that"
    behind = [o for p in marks if p.lower_ in GIVERS for o in p.children if o.dep_ == "pobj"]
    return [o for o in behind if o.pos_ == "PROPN" or any(c.dep_ in ("acl", "relcl") for c in o.rights)]


def _arising(noun: Token, reading: Reading) -> list[Token]:
    """ "Questions have arisen over his loans"."""
    verb = noun.head
    return [verb] if noun.dep_ == "nsubj" and verb.lemma_ in reading.words["arising-verbs"] else []


def _told_behind(found: _Found, source_head: Token | None) -> set[int]:
    """What is told of where the parser hangs it on the source: "confirmation from Strelsau of the swap"."""
    if source_head not in _givers_of(found.noun):
        return set()
    return {i for head in found.heads if source_head in head.ancestors for i in subtree(head) | found.marks}


def _is_that_clause(child: Token, noun: Token, reading: Reading) -> bool:
    if child.dep_ == "ccomp":
        return True
    if child.dep_ not in ("acl", "relcl") or child.head != noun:
        return False
    marked = any(c.dep_ == "mark" and c.lower_ in ("that", "whether", "if") for c in child.children)
    return marked or _is_whole_after_that(child, reading)


def _is_whole_after_that(clause: Token, reading: Reading) -> bool:
    """ "A denial that his men had fired on the convoy": the parser takes "that" for what they fired."""
    that = next((c for c in clause.lefts if c.lower_ == "that" and c.dep_ == "dobj"), None)
    if that is None:
        return False
    if that.tag_ == "IN" or any(c.dep_ == "dobj" for c in clause.rights):
        return True
    to = any(c.dep_ == "prep" for c in clause.rights)
    return to and clause.lemma_.lower() not in reading.words["support-verbs"]


def _has_to(clause: Token) -> bool:
    return any(c.tag_ == "TO" for c in clause.children)


def _source(noun: Token, rule: CueRule, verb: Token | None, reading: Reading) -> Token | None:
    """The first of the places where the rule looks for a source that holds one."""
    given = [place for place in GIVERS if place in rule.source and _own(noun, place) is not None]
    for place in (*given, *rule.source):  # "took seriously a claim by the junta"
        head: Token | None = None
        if (place == "support" and verb is not None and _speaks(verb, reading)) or (
            place == "subject" and verb is not None
        ):
            head = subject_of(verb)
            if head is not None and _only_raises(head, verb, reading):
                return None
        elif place == "adjunct" and noun.dep_ == "pobj" and noun.head.lower_ == "in":
            head = subject_of(noun.head.head)
        elif place == "poss":
            head = next((c for c in noun.children if c.dep_ == "poss"), None)
        elif place == "mod":
            head = next(
                (c for c in noun.children if c.dep_ in ("compound", "amod") and c.pos_ == "PROPN"), None
            )
        elif place == "before" and noun.dep_ == "ROOT":
            head = next((c for c in noun.lefts if c.dep_ in ("compound", "nsubj")), None)
        elif place in PREPOSITIONS:
            head = next(
                (o for p in _phrases(noun, place, reading) for o in p.children if o.dep_ == "pobj"), None
            )
        if head is not None and head.i != noun.i:
            return head
    return None


def _own(noun: Token, preposition: str) -> Token | None:
    return next((c for c in noun.rights if c.lower_ == preposition and c.dep_ in ("prep", "agent")), None)


def _phrases(noun: Token, preposition: str, reading: Reading) -> Iterator[Token]:
    """The noun's own; "from" also of the verb ("confirmation came from"), or lower down in "there was no comment on it
    from".
    """
    yield from (c for c in noun.children if c.lower_ == preposition)
    comes = noun.dep_ == "nsubj" and noun.head.lemma_ in reading.words["coming-from"]
    comes = comes or (noun.dep_ == "dobj" and noun.head.lemma_ in reading.words["target-verbs"])
    if preposition == "by" and noun.dep_ == "nsubjpass":  # "no comment was offered by the embassy"
        yield from (c for c in noun.head.rights if c.dep_ == "agent")
    if preposition == "from" and comes:
        yield from (c for c in noun.head.rights if c.lower_ == "from" and c.dep_ == "prep")
    elif preposition == "from" and _is_there(noun):
        yield from (t for t in noun.subtree if t.lower_ == "from" and t.dep_ == "prep")
        yield from (t for t in noun.head.rights if t.lower_ == "from" and t.dep_ == "prep")


def _speaks(verb: Token, reading: Reading) -> bool:
    return not is_passive(verb) and verb.lemma_.lower() not in reading.words["target-verbs"]


def _only_raises(subject: Token, verb: Token, reading: Reading) -> bool:
    """ "The raid raised fears of a war", "burned the port, raising fears of a war": others fear it."""
    if verb.lemma_ not in reading.words["raising-verbs"]:
        return False
    comes_of_it = verb.tag_ == "VBG" and verb.dep_ == "advcl" and own_subject(verb) is None
    return comes_of_it or subject.lemma_.lower() in reading.words["what-raises"]


def _built(found: _Found, source_head: Token | None, reading: Reading) -> Candidate:
    noun, verb = found.noun, found.verb
    cue = {noun.i} | found.marks | {c.i for c in noun.children if c.dep_ in _BEFORE and c != source_head}
    source = source_tokens(source_head, cue) if source_head is not None else set()
    told_behind = _told_behind(found, source_head)
    source -= told_behind
    source -= {
        i for i in source if reading.doc[i].dep_ == "case" and i == max(source)
    }  # "Kyiv's claim": Kyiv
    negated = any(is_negated(t, source, reading) for t in (noun, verb) if t is not None)
    if verb is not None:
        cue |= {verb.i} | {c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "prt")}
    content: set[int] = set()
    for head in found.heads:
        content |= complement_tokens(head, cue | source, noun, reading)
    if source_head is not None and source_head.dep_ == "pobj":
        content -= subtree(source_head.head) - told_behind
    return Candidate(
        anchor=noun.i,
        rule=found.rule,
        cue=frozenset(cue - source),
        source=frozenset(source),
        content=frozenset(content),
        negated=negated,
    )
