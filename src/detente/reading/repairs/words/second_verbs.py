"""A parsed text in, the same with second verbs of headlines and of the present tense read as verbs.

"Ruritania condemns the raid and arrests a journalist", "..., freezes Sylvanian assets": the parser takes the second
verb for a noun, for a clause of its own or for the verb of the whole line. "Urges Sylvania to leave and charges its
consul": it joins a finite verb to an infinitive.
"""

from __future__ import annotations

from collections.abc import Mapping

from detente.reading.shapes import ANY_SUBJECTS, FINITE, NOUNS
from detente.reading.tokens import Doc, Span, Token

Words = Mapping[str, frozenset[str]]

OBJECTS = frozenset({"dobj", "appos", "conj", "npadvmod", "attr", "dep", "nsubj"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
SINGULAR, PLURAL = "VBZ", "VBP"
BUT, TO = "but", "to"
COUNTING = ("quantmod", "advmod")  # "damages more than forty bombers", "at least ten"


def repair_second_verbs(doc: Doc, event_verbs: frozenset[str], words: Words) -> Doc:
    """The same document; `event_verbs` are the verb entries of all rules, `words` the lists of words."""
    spans, alone = words["spans before after"], words["verbs without object"]
    no_nouns = words["verbs that are no nouns"]
    looked_at = doc.by_sentence(lower_=spans, dep_=("conj", "advcl", "dep"))
    likely = doc.by_sentence(tag_=("NNS", SINGULAR))
    for sentence in list(doc.sents):
        _raise_from_noun(sentence, alone)
        for token in looked_at.within(sentence):
            if token.lower_ in spans and token.tag_ in NOUNS:
                _read_span_of_time(token)
            elif token.dep_ == "conj" and token.tag_ in FINITE:
                _free_from_infinitive(token)
            elif token.dep_ in ("advcl", "dep") and token.tag_ in (*FINITE, "VB"):
                _join_without_word(token)
        if sentence.root.tag_ in (SINGULAR, "VBD"):
            _put_first(sentence.root)
        tag = sentence.root.tag_
        if tag == SINGULAR:
            _read_first_verb(sentence, event_verbs)
        elif tag == PLURAL and sentence[-1].text != ".":
            _read_bare_verb(sentence, event_verbs)
        for token in likely.within(sentence):
            if token.i > sentence.start and token.tag_ in ("NNS", SINGULAR):
                _read_second_verb(token, event_verbs, no_nouns)
    return doc


def _read_bare_verb(headline: Span, event_verbs: frozenset[str]) -> None:
    """ "Troops storm the party's office, arrest leader": behind a comma stands what they do next."""
    first = headline.root
    if not any(c.dep_ == "nsubj" and c.tag_ in ("NNS", "NNPS") for c in first.lefts):
        return
    for token in headline:
        noun = token.head
        opens = token.i > first.i + 1 and token.nbor(-1).text == "," and token.lower_ in event_verbs
        if not opens or token.tag_ != "NN" or token.dep_ != "compound" or noun.i != token.i + 1:
            continue
        if noun.dep_ in ("appos", "conj") and noun.head.i > first.i:
            token.hang(first, "conj")
            token.pos_, token.tag_ = "VERB", PLURAL
            noun.hang(token, "dobj")


def _raise_from_noun(sentence: Span, alone: frozenset[str]) -> None:
    """ "A general defected to Ruritania": a past tense is no participle of the noun, nor is a verb without object."""
    noun = sentence.root
    if noun.tag_ not in NOUNS:
        return
    verb = next((c for c in noun.rights if c.dep_ == "acl" and c.tag_ in ("VBD", "VBN")), None)
    if verb is None or verb.i + 1 >= sentence.end:
        return
    if verb.tag_ == "VBN" and verb.lemma_.lower() not in alone:
        return
    if any(t.tag_ in (*FINITE, "MD") for t in sentence if t.i != verb.i) or any(
        c.dep_ in (*ANY_SUBJECTS, "aux", "auxpass") for c in verb.lefts
    ):
        return
    verb.hang(verb, "ROOT")
    verb.pos_, verb.tag_ = "VERB", "VBD"
    for child in [c for c in noun.rights if c.i > verb.i or c.dep_ == "punct"]:
        child.hang(verb, child.dep_)
    noun.hang(verb, "nsubj")


def _free_from_infinitive(verb: Token) -> None:
    """ "urges Sylvania to leave and charges its consul": a finite verb is joined to a finite one."""
    if verb.head.tag_ != "VB" or not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.head.lefts):
        return
    if any(c.dep_ in ANY_SUBJECTS for c in verb.lefts) or verb.lower_ == verb.lemma_:
        return  # "to close two sites and cut jobs": the past and the infinitive look the same
    first = next((a for a in verb.head.ancestors if a.tag_ == verb.tag_), None)
    if first is not None:
        verb.hang(first, "conj")


def _join_without_word(verb: Token) -> None:
    """ "condemns the raid, freezes its assets": a finite verb that nothing introduces is no adverbial clause.

    Nor is one after "then" alone.
    """
    first, opens = verb.head, _opening(verb)
    if opens is None or first.i > verb.i or opens.i == 0 or opens.nbor(-1).text != ",":
        return
    if (
        verb.tag_ == "VB" and verb.dep_ == "dep" and opens is not verb and first.tag_ == "VBD"
    ):  # "then cut off aid"
        verb.tag_ = first.tag_
    if (
        verb.tag_ == "VB" and first.tag_ == PLURAL and opens is verb
    ):  # "march on parliament, clash with police"
        verb.tag_ = PLURAL
    if first.tag_ == verb.tag_:
        verb.dep_ = "conj"


def _opening(verb: Token) -> Token | None:
    """The verb itself, or an adverb right before it that may hang on the first verb; None if anything else opens it."""
    before = verb.nbor(-1) if verb.i else verb
    if before.dep_ == "advmod" and before.head in (verb, verb.head) and not before.children:
        return before if verb.left_edge in (verb, before) else None
    return verb if verb.left_edge is verb else None


def _read_span_of_time(span: Token) -> None:
    """ "fires at a Sylvanian port day after ...": the noun before the span of time is no part of it."""
    last = span.sent.end - 1
    if span.i >= last or span.nbor(1).lower_ not in ("after", "before") or span.i == span.sent.start:
        return
    noun = span.nbor(-1)
    if noun.head.i != span.i or noun.dep_ not in MODIFIERS or noun.tag_ not in NOUNS:
        return
    clause = span.nbor(1).head
    above, label = span.head, span.dep_
    noun.hang(*((noun, "ROOT") if above.i == span.i else (above, label)))
    for child in list(span.children):
        child.hang(noun, child.dep_)
    span.hang(clause if clause.i > span.i else noun, "npadvmod")


def _put_first(root: Token) -> None:
    """ "The president steps down, accuses the police": what has no subject of its own reports no words.

    Of a past only where another is joined to it: "closed its embassy, recalled its envoy and cut aid".
    """
    first = next((c for c in root.lefts if c.dep_ == "ccomp" and c.tag_ == root.tag_), None)
    before = root.nbor(-1) if root.i else root
    before = before.nbor(-1) if before.i and before.dep_ == "advmod" and before.head is root else before
    if first is None or before.text != ",":
        return
    if root.tag_ != SINGULAR and not any(c.dep_ == "conj" and c.tag_ == root.tag_ for c in root.rights):
        return
    if any(c.dep_ in ANY_SUBJECTS for c in root.children) or not any(c.dep_ == "nsubj" for c in first.lefts):
        return
    first.hang(first, "ROOT")
    root.hang(first, "conj")


def _read_first_verb(sentence: Span, event_verbs: frozenset[str]) -> None:
    """ "Ruritania summons an envoy, vows to act": a lone comma before the verb shows that its subject is a clause."""
    root = sentence.root
    subject = next((c for c in root.lefts if c.dep_ in ("nsubj", "csubj")), None)
    if root.tag_ != SINGULAR or subject is None or root.i < sentence.start + 4 or root.nbor(-1).text != ",":
        return
    if any(t.text in (",", "-", "–", "—", "(") for t in sentence.doc[sentence.start : root.i - 1]):
        return
    first = next(
        (t for t in sentence.doc[sentence.start + 1 : root.i - 2] if _opens_object(t, event_verbs)), None
    )
    if first is None:
        return
    _make_first(first, root)


def _make_first(first: Token, root: Token) -> None:
    """The verb takes what is before it as its subject and what follows as its object; the old root is joined to it."""
    before, start = first.nbor(-1), root.sent.start
    words = root.doc[start : root.i]
    after = [t for t in words if t.i > first.i and not first.i <= t.head.i < root.i]
    after += [t for t in words if t.i > first.i and t.head.i == first.i]
    subjects = [t for t in words if t.i < before.i and not start <= t.head.i < before.i]
    first.hang(first, "ROOT")
    first.pos_, first.tag_ = "VERB", SINGULAR
    before.hang(first, "nsubj")
    for token in subjects:
        token.hang(before, token.dep_ if token.dep_ in MODIFIERS or token.dep_ == "det" else "compound")
    _take(after, first)
    root.hang(first, "conj")


def _take(tokens: list[Token], verb: Token) -> None:
    """What stands right after the verb is its object, with what else belongs to it."""
    for token in tokens:
        objective = token.tag_ in NOUNS and token.left_edge.i == verb.i + 1
        token.hang(verb, "dobj" if objective else token.dep_ if token.dep_ not in ANY_SUBJECTS else "dep")


def _read_second_verb(token: Token, event_verbs: frozenset[str], no_nouns: frozenset[str]) -> None:
    """ "... and arrests a journalist", "..., fires missiles": it follows a finite verb with its object."""
    linked = token.nbor(-1).dep_ == "cc" and token.dep_ == "conj"
    listed = token.nbor(-1).text == "," and token.tag_ == "NNS" and token.dep_ in (*OBJECTS, *MODIFIERS)
    if not (linked or listed) or any(c.dep_ in (*ANY_SUBJECTS, "det") for c in token.children):
        return
    first = next((a for a in token.ancestors if a.tag_ == SINGULAR and a.pos_ == "VERB"), None)
    if first is None or first.i > token.i:
        return
    if token.lemma_.lower() not in no_nouns and not _opens_object(token, event_verbs):
        return
    if token.tag_ == SINGULAR and token.head.i == first.i and not _has_two(first, token):
        return
    noun = token.head if token.dep_ in MODIFIERS and token.head.i > token.i else None
    after = [noun] if noun is not None else []
    # "faults the verdict but appeals for calm", "vows to shut the gap to migrants and signs a deal"
    above = [a for a in token.ancestors if first.i <= a.i < token.i]
    token.hang(first, "conj")
    token.pos_, token.tag_ = "VERB", SINGULAR
    behind = {c.i: c for word in (first, token, *above) for c in word.rights}
    after += [c for i, c in sorted(behind.items()) if i > token.i and c.dep_ not in ("punct", "conj", "cc")]
    _take(after, token)


def _is_name_after(preposition: Token) -> bool:
    return any(c.dep_ == "pobj" and c.tag_ == "NNP" for c in preposition.rights)


def _has_two(first: Token, second: Token) -> bool:
    """ "demands an apology and sinks a trawler": both objects hang on the first verb."""
    objects = [c for c in first.rights if c.dep_ == "dobj"]
    return any(c.i < second.i for c in objects) and any(c.left_edge.i == second.i + 1 for c in objects)


def _opens_object(token: Token, event_verbs: frozenset[str]) -> bool:
    """A form in -s of a verb that some rule has, before a noun phrase that no plural could stand before."""
    if token.tag_ not in ("NNS", SINGULAR) or not token.is_lower or token.i + 1 >= token.sent.end:
        return False
    after, lemma = token.nbor(1), token.lemma_.lower()
    if f"{lemma} {after.lower_}" in event_verbs and after.tag_ in ("IN", "RP"):
        if token.nbor(-1).lower_ == BUT or (after.lower_ == TO and _is_name_after(after)):
            return True  # "faults the verdict but appeals for calm", "and appeals to the League for troops"
        return token.tag_ == SINGULAR or after.lower_ not in ("in", "on", "for", "at", "to", "of", "with")
    if lemma not in event_verbs:
        return False
    if after.tag_ in ("DT", "PRP$", "CD", "JJ", "JJR", "NNP") or after.dep_ in COUNTING:
        return not any(c.dep_ == "npadvmod" and c.left_edge.i == after.i for c in after.head.children)
    return after.tag_ in ("NN", "NNS") and after.dep_ != "npadvmod" and token.nbor(-1).text == ","
