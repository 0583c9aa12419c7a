"""A parsed text in, the same with second passives that leave out their auxiliary read as clauses out.

"Two yards will be closed and 3,000 jobs cut": the parser may join the jobs to the yards, as some that have been cut, or
read a past ("and the workers moved to Zenda").
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

SUBJECT, PASSIVE_SUBJECT = "nsubj", "nsubjpass"
PAST, PARTICIPLE = "VBD", "VBN"
OF_DAYS = ("in", "on", "by")  # what the day of the first clause hangs on
AGENT = "agent"
OF_ACTIVES = ("dobj", "dative", "ccomp", "xcomp", "aux", "auxpass", "acomp", "attr", "expl")


def repair_gapped(doc: Doc, active: Collection[str], suffered: Collection[str] = frozenset()) -> Doc:
    """The same document; only where a noun and a participle, with no word of their own tense, follow a passive.

    active: pasts that are no participles ("rose") and verbs that are done to nobody; suffered: what is done to people.
    """
    for token in doc.having(tag_=(PAST, PARTICIPLE)):
        if token.dep_ == "acl" and token.tag_ == PARTICIPLE and token.head.dep_ == "conj":
            _free(token)
        elif token.dep_ == "conj" and token.tag_ in (PAST, PARTICIPLE):
            first = _to_come(token.head) or _suffering(token, suffered)
            if first is not None and _make_passive(token, active):
                token.hang(first, "conj")
    return doc


def _free(second: Token) -> None:
    """Hang the participle on the first passive, and on it the noun as its subject."""
    noun, first = second.head, _passive_over(second.head)
    if first is None or any(c.dep_ in OF_ACTIVES for c in second.children):
        return
    if noun.right_edge.i != second.right_edge.i:
        return
    second.hang(first, "conj")
    noun.hang(second, PASSIVE_SUBJECT)
    second.pos_ = "VERB"


def _passive_over(noun: Token) -> Token | None:
    """The passive with an auxiliary that the noun is joined to, or to its day; "by banks and funds" are two agents."""
    above = noun.head
    if above.pos_ in ("PROPN", "NUM") and above.dep_ == "pobj" and above.head.lower_ in OF_DAYS:
        above = above.head.head if above.head.dep_ != AGENT else above
    return above if _is_passive(above) and above.i < noun.i else None


def _is_passive(verb: Token) -> bool:
    return verb.tag_ == PARTICIPLE and any(c.dep_ == "auxpass" for c in verb.children)


def _to_come(first: Token) -> Token | None:
    """ "Will be closed", "are to be closed", of which the parser makes two."""
    inner = (c for c in first.rights if c.dep_ == "xcomp") if first.pos_ == "AUX" else ()
    return next((verb for verb in (first, *inner) if _is_ahead(verb)), None)


def _suffering(second: Token, suffered: Collection[str]) -> Token | None:
    """ "Six are killed and nine people wounded": the passive before it, where both are of what people suffer."""
    first = second.head
    both = second.lemma_.lower() in suffered and first.lemma_.lower() in suffered
    return first if both and _is_passive(first) else None


def _is_ahead(verb: Token) -> bool:
    auxiliaries = [c for c in verb.children if c.dep_ == "aux"]
    return _is_passive(verb) and any(c.tag_ in ("MD", "TO") for c in auxiliaries)


def _make_passive(second: Token, active: Collection[str]) -> bool:
    """A past after a passive to come goes on with its auxiliaries."""
    subjects = [c for c in second.lefts if c.dep_ == SUBJECT]
    if not subjects or any(c.dep_ in OF_ACTIVES for c in second.children):
        return False
    if second.lower_ in active or second.lemma_.lower() in active:
        return False
    second.tag_ = PARTICIPLE
    for subject in subjects:
        subject.dep_ = PASSIVE_SUBJECT
    return True
