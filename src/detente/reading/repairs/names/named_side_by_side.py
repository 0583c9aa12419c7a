"""A parsed text in, the same with the verb out that a headline has after two names with a comma between them.

"U.S., South Korea scrap autumn drills": the parser takes the verb for a noun, and the object for the verb or for one
long name. Only verbs of a list are looked at, and only where nothing else can be the verb.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import TENSED
from detente.reading.tokens import Doc, Span, Token

NAMES, READ_AS = ("NNP", "NNPS"), ("NN", "NNP", "VB", "VBP", "JJ")
IN_NAME = (*NAMES, "NN", "NNS", "JJ")
IN_OBJECT = ("NN", "NNS", "JJ", "NNP", "NNPS", "VBN", "VBG", "CD", "PRP$", "DT")


def repair_named_side_by_side(doc: Doc, verbs: Collection[str]) -> Doc:
    """The same document; `verbs` are those of headlines that are seldom nouns ("scrap", "delay")."""
    for sentence in list(doc.sents):
        verb = _verb_after_names(sentence, verbs)
        last = _object_after(verb, sentence) if verb is not None else None
        if verb is not None and last is not None:
            _read(sentence, verb, last)
    return doc


def _verb_after_names(sentence: Span, verbs: Collection[str]) -> Token | None:
    tokens = list(sentence)
    commas = 0
    for place, token in enumerate(tokens):
        if token.text == ",":
            commas += 1
        elif token.lower_ in verbs and token.is_lower and token.tag_ in READ_AS:
            two = commas == 1 and place > 2 and tokens[place - 1].text != ","
            read = token.tag_ == "VBP" and any(c.dep_ == "nsubj" for c in token.children)
            return token if two and not read and tokens[-1].text not in (".", "?") else None
        elif token.tag_ not in IN_NAME or not (token.tag_ in NAMES or place == 0 or token.is_title):
            return None
    return None


def _object_after(verb: Token, sentence: Span) -> Token | None:
    """The last word of the object, which may have been read as a verb; none if there is another verb."""
    rest = [t for t in sentence if t.i > verb.i]
    run = []
    for token in rest:
        if token.tag_ not in (*IN_OBJECT, "VBZ"):
            break
        run.append(token)
        if token.tag_ == "VBZ":
            break
    after = rest[len(run) :]
    if not run or run[-1].tag_ not in ("NN", "NNS", "NNP", "VBZ") or any(t.tag_ in TENSED for t in after):
        return None
    return run[-1] if run[-1].tag_ != "VBZ" or len(run) > 1 else None


def _read(sentence: Span, verb: Token, last: Token) -> None:
    comma = next(t for t in sentence if t.text == ",")
    first, second = verb.doc[comma.i - 1], verb.doc[verb.i - 1]
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBP", verb.lower_
    verb.hang(verb, "ROOT")
    if last.tag_ == "VBZ":
        last.pos_, last.tag_ = "NOUN", "NNS"
        last.lemma_ = last.lower_.removesuffix("s")
    last.hang(verb, "dobj")
    first.hang(verb, "nsubj")
    second.hang(first, "conj")
    comma.hang(first, "punct")
    for token in sentence:
        if token.i in (verb.i, last.i, first.i, second.i, comma.i):
            continue
        if token.i < verb.i:
            token.hang(first if token.i < comma.i else second, "compound")
        elif token.i < last.i:
            token.hang(last, "amod" if token.tag_ in ("JJ", "VBN", "VBG") else "compound")
        elif token.head.i <= last.i:
            token.hang(verb, token.dep_)
