"""A parsed text in, those named behind "between" and "with" given to the treaty, the talks or the deed that they share out."""

from __future__ import annotations

from collections.abc import Collection, Set

from detente.reading.shapes import NOUNS
from detente.reading.tokens import Doc, Token

BETWEEN, PREP, SIGNED, AGENT = "between", "prep", "nsubjpass", "agent"
WITH, WITHIN, GERUND, ACTS, OBJECT, SAYS = "with", frozenset({"pcomp"}), "VBG", "nsubj", "pobj", "acl"
ABOUT = ("on", "over", "about", "for")
WHERE = ("in", "at", "near", "off", "along", "over", "on", "around", "across")
NAMES = ("NNP", "NNPS")
AGREED, TO, CONTENT = ("xcomp", "advcl", "ccomp"), "to", "xcomp"
INNER = ("acl", "xcomp", "advcl")


def repair_signed_between(doc: Doc, treaties: frozenset[str]) -> Doc:
    """The same document. treaties: lemmas of nouns for what is signed; only what is signed by nobody else."""
    for token in doc.having(lower_={BETWEEN}):
        if token.dep_ == PREP and token.head.lemma_.lower() not in treaties:
            treaty = _signed_above(token, treaties)
            if treaty is not None:
                token.hang(treaty, PREP)
    return doc


def _signed_above(between: Token, treaties: frozenset[str]) -> Token | None:
    for above in between.ancestors:
        if above.dep_ == SIGNED:
            by_others = any(c.dep_ == AGENT for c in above.head.rights)
            return (
                above if above.lemma_.lower() in treaties and above.i < between.i and not by_others else None
            )
    return None


def repair_signed_with(doc: Doc, event_nouns: Collection[str]) -> Doc:
    """The same document; `event_nouns` are the noun entries of all rules."""
    for clause in doc.having(dep_=WITHIN):
        mark = clause.head
        event = mark.nbor(-1) if mark.i else mark
        if clause.tag_ != GERUND or mark.lower_ != WITH or event.lemma_.lower() not in event_nouns:
            continue
        partner = next((c for c in clause.lefts if c.dep_ == ACTS and c.i > mark.i), None)
        if partner is not None and mark.head in (event, event.head):
            mark.hang(event, PREP)
            partner.hang(mark, OBJECT)
            clause.hang(event, SAYS)
    return doc


def raise_between(between: Token, matters: Collection[str], wars: Collection[str]) -> None:
    """Hang it on what two sides have between them; matters: lemmas of such nouns; wars: of what others speak of too."""
    topic = between.head
    about = topic.head
    if topic.dep_ != "pobj" or about.lower_ not in ABOUT or topic.lemma_.lower() in wars:
        return
    matter = about.head
    if matter.pos_ == "NOUN" and matter.lemma_.lower() in matters:
        between.hang(matter, "prep")


def raise_partner(mark: Token, margins: Collection[str]) -> None:
    """Hang it above the place at the end of which it stands; margins: lemmas of "on the sidelines of the meeting"."""
    partner = next((c for c in mark.rights if c.dep_ == OBJECT), None)
    if mark.lower_ != WITH or partner is None:
        return
    place = mark.head
    above = place.head.head
    if above.lemma_.lower() in margins and above.dep_ == OBJECT:
        place, above = above, above.head.head
    elif place.tag_ not in NAMES or partner.tag_ not in NAMES:
        return
    if place.head.lower_ in WHERE and place.right_edge.i >= mark.i:
        mark.hang(above, "prep")


def repair_agreed_with(doc: Doc, agreeing: Set[str]) -> Doc:
    """The same document; "Ruritania agreed with Sylvania to open the border": both agreed, and both are to do it."""
    for mark in doc.having(lower_={WITH}):
        verb = mark.head
        if mark.dep_ != PREP or verb.lemma_.lower() not in agreeing:
            continue
        partner = next((c for c in mark.rights if c.dep_ == OBJECT and c.tag_ in NAMES), None)
        first = next((c for c in verb.lefts if c.dep_ == ACTS), None)
        act = next((c for c in verb.rights if c.dep_ in AGREED and c.i > mark.i), None)
        if partner and first and act and any(c.lower_ == TO and c.dep_ == "aux" for c in act.lefts):
            partner.hang(first, "conj")
            act.dep_ = CONTENT
    return doc


def repair_two_with(doc: Doc, event_verbs: Set[str]) -> Doc:
    """The same document. event_verbs: entries that any rule asks for; "people wearing veils" are told of by
    none, but those of a land that is named, "Sylvanian troops launching raids", do what is told."""
    for first in doc.having(dep_=("pcomp", "ccomp")):
        if first.tag_ != GERUND or first.head.lower_ != WITH:
            continue
        if not any(c.dep_ == "nsubj" for c in first.lefts):
            continue
        doer = _counted_among(first)
        second = doer.nbor() if doer is not None and doer.i + 1 < doer.sent.end else None
        if doer is None or second is None or second.tag_ != GERUND or second.dep_ not in INNER:
            continue
        told = second.lemma_.lower() in event_verbs or any(c.is_title for c in doer.lefts)
        if told and any(c.dep_ == "dobj" for c in second.rights):
            joining = next(c for c in doer.head.children if c.dep_ == "cc")
            joining.hang(first, "cc")
            second.hang(first, "conj")
            doer.hang(second, "nsubj")
    return doc


def _counted_among(verb: Token) -> Token | None:
    """The last of those to whom it is done, where another stands before."""
    hit = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    last = next((c for c in hit.rights if c.dep_ == "conj" and c.tag_ in NOUNS), None) if hit else None
    return last if last is not None and any(c.dep_ == "cc" for c in last.head.children) else None
