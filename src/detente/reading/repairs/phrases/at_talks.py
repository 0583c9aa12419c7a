"""A parsed text in, the meeting or call in which something was said hung on the verb of saying out.

"Stressed the need for reforms at talks with Sylvania": the reforms are not at the talks. "Thanked the king for the grain
in a telephone call": it is not the grain that is in the call.
"Agreed to reopen the border at talks on Monday": it was agreed there.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

AT, SIDES, OBJECT = frozenset({"at"}), ("with", "between"), "pobj"
WITHIN, NOUN, VERB = ("prep", "pobj", "dobj"), "NOUN", "VERB"
AT_OR_DURING, TO_DO, DESCRIBED, PASTS = frozenset({"at", "during"}), "xcomp", "amod", ("VBD", "VBN")
DURING, KIND, GERUND = frozenset({"in", "during"}), "compound", "pcomp"


def repair_at_talks(doc: Doc, gatherings: Collection[str], event_nouns: Collection[str]) -> Doc:
    """The same document. gatherings: nouns of meeting; event_nouns: the noun entries of all rules."""
    for preposition in doc.having(lower_=AT):
        noun = preposition.head
        apart = noun.pos_ == NOUN and noun.lemma_.lower() not in event_nouns  # but "a clash at a meeting"
        if apart and preposition.dep_ == "prep":
            _raise(preposition, noun, gatherings)
    return doc


def _raise(preposition: Token, noun: Token, gatherings: Collection[str]) -> None:
    held = next((c for c in preposition.rights if c.dep_ == OBJECT), None)
    if (
        held is None
        or held.lemma_.lower() not in gatherings
        or not any(c.lower_ in SIDES for c in held.rights)
    ):
        return
    above = noun
    while above.dep_ in WITHIN and above.head.i < above.i:
        above = above.head
    if above.pos_ == VERB and above.i < noun.i:
        preposition.hang(above, "prep")


def repair_in_calls(doc: Doc, calls: Collection[str], means: Collection[str]) -> Doc:
    """The same document. calls: nouns of speaking; means: what one speaks by."""
    for preposition in doc.having(lower_=DURING):
        call = next((c for c in preposition.rights if c.dep_ == OBJECT), None)
        by_wire = call is not None and call.lemma_.lower() in calls and _is_by(call, means)
        if by_wire and preposition.dep_ == "prep":
            _raise_call(preposition)
    return doc


def _is_by(call: Token, means: Collection[str]) -> bool:
    return any(c.dep_ == KIND and c.lower_ in means for c in call.lefts)


def _raise_call(preposition: Token) -> None:
    """On the verb over the noun or the gerund; a day behind the call is that of the call."""
    under = preposition.head
    above = under
    while above.dep_ in (*WITHIN, GERUND) and above.head.i < above.i:
        above = above.head
    if above is not under and above.pos_ == VERB:
        for day in [c for c in under.rights if c.i > preposition.i and c.dep_ == "prep"]:
            day.hang(next(iter(preposition.rights)), "prep")
        preposition.hang(above, "prep")


def repair_agreed_at(
    doc: Doc, agreeing: Collection[str], gatherings: Collection[str], talking: Collection[str]
) -> Doc:
    """The same document. agreeing: "agree", "pledge"; talking: what is done at gatherings themselves, and to come: "discuss"."""
    for preposition in doc.having(lower_=AT_OR_DURING):
        held = next((c for c in preposition.rights if c.dep_ == OBJECT), None)
        deed = _deed_over(preposition)
        if held is None or deed is None or not _was_agreed(deed, agreeing):
            continue
        told = held.lemma_.lower() in gatherings and not any(c.dep_ == DESCRIBED for c in held.lefts)
        if told and deed.lemma_.lower() not in talking:
            for phrase in [c for c in deed.rights if c.i > preposition.i and c.dep_ == "prep"]:
                phrase.hang(held, "prep")
            preposition.hang(deed.head, "prep")
    return doc


def _deed_over(preposition: Token) -> Token | None:
    """The infinitive in which it stands, right below its verb or below a noun there."""
    above = preposition.head
    while above.dep_ in WITHIN and above.head.i < above.i:
        above = above.head
    return above if above.dep_ == TO_DO and above.tag_ == "VB" and above.i < preposition.i else None


def _was_agreed(deed: Token, agreeing: Collection[str]) -> bool:
    """By a verb right before, in the past: "will agree to reopen it at talks" is all to come."""
    verb = deed.head
    return verb.lemma_.lower() in agreeing and verb.tag_ in PASTS and verb.i < deed.i
