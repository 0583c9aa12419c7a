"""A parsed text in, the same with a verb as the root of sentences that the parser read as one long noun phrase out.

"Graustark, a close ally, charged that Sylvania spied": taken for Graustark, an ally that was charged. "The board of the
agency called on Sylvania to stop": taken for an agency that was called. "The envoy calls on the king to go": taken for
calls that go. "The army expresses regret": to regret is no verb where it is what is expressed. "The king conferred by
telephone with the envoy": taken for a king on whom a telephone conferred. "Troops charged across the border": for
troops that were charged.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.repairs.names.broken_names import repair_bidding_names
from detente.reading.shapes import NOUNS
from detente.reading.tokens import Doc, Span, Token

PRESENT = frozenset({"VBZ", "VBP"})
TENSED = PRESENT | {"VBD", "MD"}
BARE = frozenset({"VB"})
BARE_PAST = {"VBN", "amod", "npadvmod"}  # tag and labels that it takes
OWN = frozenset({"dobj", "xcomp", "ccomp"})
HELPERS = frozenset({"aux", "auxpass", "mark"})
SUBJECT, CLAUSE, THAT, COMMA = "nsubj", "ccomp", "that", ","
BY, PARTNERS = "by", ("with", "to")
WHERE_TO = frozenset({"across", "into", "through", "toward", "towards"})
SET_OFF = ("appos", "relcl")
DATING = ("on", "at")


def repair_false_roots(
    doc: Doc,
    means: Collection[str] = (),
    ways: Collection[str] = (),
    alone: Collection[str] = (),
    crowds: Collection[str] = (),
) -> Doc:
    """The same document; `means` are nouns of that by which one talks, `ways` verbs of going somewhere, `alone` those
    that have no object, `crowds` nouns of people in the streets."""
    for token in doc.having(tag_=BARE):
        if token.tag_ == "VB" and token.dep_ == "dobj" and not any(c.i < token.i for c in token.children):
            token.tag_, token.pos_ = "NN", "NOUN"
    repair_bidding_names(doc, crowds)
    for sentence in doc.sents:
        last = _last(sentence)
        if last.tag_ in TENSED:
            _raise_teller(sentence, last)
        if doc.labels.said >= BARE_PAST:
            _raise_bare_past(sentence.root)
        if sentence.root.tag_ in NOUNS:
            _raise_after_day(sentence)
            _raise_past(sentence, means, ways, alone)
        elif sentence.root.tag_ == "VBN":
            _give_subject(sentence.root)
        elif sentence.root.tag_ != "VB":
            _raise_told(sentence.root, ways)
            _raise_content(sentence.root, alone)
    return doc


def _last(sentence: Span) -> Token:
    """The last word before the full stop."""
    tokens = sentence.doc[sentence.start : sentence.end]
    return next((t for t in reversed(tokens) if t.text != "."), sentence.root)


def _raise_teller(sentence: Span, verb: Token) -> None:
    """ "Convoys have reached Strelsau, envoy says": a verb that ends the sentence is no punctuation."""
    if verb.dep_ != "punct":
        return
    root, teller = sentence.root, verb.nbor(-1) if verb.i > sentence.start else verb
    if teller.tag_ not in NOUNS or teller.head is verb:
        return
    verb.pos_ = "VERB"
    verb.hang(verb, "ROOT")
    teller.hang(verb, SUBJECT)
    root.hang(verb, CLAUSE)


def _raise_after_day(sentence: Span) -> None:
    """ "Soldiers on Saturday shot and killed a rebel": a past is never what stands after a preposition."""
    root = sentence.root
    for mark in [c for c in root.rights if c.dep_ == "prep"]:
        verb = next((c for c in mark.rights if c.dep_ == "pobj" and c.tag_ == "VBD"), None)
        parts = list(verb.lefts) if verb is not None else []
        if verb is None or not parts or parts[-1].dep_ != "compound" or parts[-1].tag_ not in NOUNS:
            continue
        parts[-1].hang(mark, "pobj")
        verb.pos_ = "VERB"
        verb.hang(verb, "ROOT")
        for child in [c for c in root.rights if c.i > verb.i]:
            child.hang(verb, child.dep_)
        mark.hang(verb, "prep")
        root.hang(verb, SUBJECT)
        return


def _raise_bare_past(root: Token) -> None:
    """ "Sylvania summoned envoys of nine states to protest": taken for envoys that are summoned by way of Sylvania."""
    noun = root if root.tag_ in NOUNS else next((c for c in root.lefts if c.dep_ == SUBJECT), root)
    past = next((c for c in noun.lefts if c.tag_ == "VBN" and c.dep_ == "amod"), noun)
    name = next(
        (c for c in past.lefts if c.dep_ == "npadvmod" and c.i == past.i - 1), None
    )  # not "self-declared"
    aim = next((t for t in (root, *root.rights) if any(c.tag_ == "TO" for c in t.lefts)), None)
    if name is None or aim is None or past is noun:
        return
    around = [c for c in (*noun.lefts, *root.children) if c is not noun and c is not past]
    past.tag_, past.pos_ = "VBD", "VERB"
    past.hang(past, "ROOT")
    name.hang(past, SUBJECT)
    noun.hang(past, "dobj")
    aim.hang(past, "advcl")
    for child in around:
        if child.i < past.i or child.dep_ == "punct" or child.lower_ in DATING:
            child.hang(past, child.dep_)


def _raise_told(root: Token, ways: Collection[str]) -> None:
    """ "A column of tanks headed for the border, witnesses said": what is told has a verb, and one subject."""
    subjects = [c for c in root.lefts if c.dep_ == SUBJECT]
    if len(subjects) != 2:
        return
    told = subjects[0]
    phrase = told.doc[told.i : told.right_edge.i + 1]
    verb = next((t for t in phrase if _is_past(t, told) and _goes(t, ways)), None)
    if verb is not None:
        verb.tag_, verb.pos_ = "VBD", "VERB"
        verb.hang(root, CLAUSE)
        told.hang(verb, SUBJECT)


def _raise_past(
    sentence: Span, means: Collection[str], ways: Collection[str], alone: Collection[str]
) -> None:
    """The past form that ends the phrase, with an object or a clause of its own: no participle has these, nor does a
    telephone confer with somebody, nor is maize docked."""
    root = sentence.root
    if any(t.tag_ in TENSED and t.head is root and t.dep_ not in ("relcl", "acl") for t in sentence):
        return
    pasts = [t for t in sentence if _is_past(t, root)]
    verb = next((t for t in pasts if _is_second(t, root)), pasts[0] if pasts else None)
    that = _clause_after(verb) if verb is not None else None
    if verb is None or not (
        that
        or verb.lemma_.lower() in alone
        or any(c.dep_ in OWN for c in verb.rights)
        or _names(verb)
        or _talks_by(verb, means)
        or _goes(verb, ways)
        or _is_second(verb, root)
    ):
        return
    after = [c for c in root.rights if c.i > verb.i]
    verb.tag_, verb.pos_ = "VBD", "VERB"
    verb.hang(verb, "ROOT")
    root.hang(verb, SUBJECT)
    for child in after:
        child.hang(verb, child.dep_)
    if that is not None:
        that.hang(verb, CLAUSE)


def _talks_by(verb: Token, means: Collection[str]) -> bool:
    """ "Conferred by telephone with the envoy": what one talks by is no agent."""
    by = next((c for c in verb.rights if c.lower_ == BY), None)
    found = by is not None and any(c.lemma_.lower() in means and not any(c.lefts) for c in by.rights)
    if by is None or not found or not any(c.lower_ in PARTNERS for c in verb.rights):
        return False
    by.dep_ = "prep"
    return True


def _goes(verb: Token, ways: Collection[str]) -> bool:
    """ "Charged across the border", "headed towards Strelsau": nobody is gone somewhere."""
    return verb.lemma_.lower() in ways and any(c.lower_ in WHERE_TO for c in verb.rights)


def _raise_content(root: Token, alone: Collection[str]) -> None:
    """ "A ship strayed into Zenda's waters, Strelsau said": what is said is a clause, and no ship."""
    if root.tag_ not in TENSED or not any(c.dep_ == SUBJECT for c in root.lefts):
        return
    for noun in root.lefts:
        verb = next(
            (c for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_.lower() in alone),
            None,
        )
        if noun.tag_ in NOUNS and noun.dep_ == "dep" and verb is not None:
            verb.tag_, verb.pos_ = "VBD", "VERB"
            verb.hang(root, CLAUSE)
            noun.hang(verb, SUBJECT)
            return


def _is_second(verb: Token, root: Token) -> bool:
    """ "Troops backed by tanks dug in", "envoys held in Zenda walked free": only the first describes them."""
    first = (c for c in root.rights if c.dep_ == "acl" and c.tag_ == "VBN" and c.i < verb.i)
    return verb.tag_ == "VBD" and any(first)


def _names(verb: Token) -> bool:
    """ "Named Kenya an ally": somebody, and what he is called."""
    return sum(c.dep_ == "oprd" for c in verb.rights) > 1


def _is_past(token: Token, root: Token) -> bool:
    """A past form below the noun or one in its phrase, after it or after what two commas set off."""
    if (
        token.dep_ != "acl"
        or token.tag_ not in ("VBN", "VBD")
        or not (token.lower_.endswith("ed") or token.tag_ == "VBD")
        or token.i <= root.i
    ):
        return False
    if any(c.dep_ in HELPERS for c in token.lefts) or not any(above is root for above in token.ancestors):
        return False
    commas = [t for t in root.doc[root.i : token.i] if t.text == COMMA]
    if not commas:
        return True
    between = root.doc[
        commas[-1].i + 1 : token.i
    ]  # "a baker, flatly denied it", "the leader, who fled, called on"
    return (
        len(commas) == 2
        and all(t.tag_ == "RB" for t in between)
        and any(c.dep_ in SET_OFF for c in root.rights)
    )


def _clause_after(verb: Token) -> Token | None:
    """ "Charged on Tuesday that Sylvania was spying": what is said, wherever it hangs."""
    return next(
        (
            t.head
            for t in verb.doc[verb.i : verb.sent.end]
            if t.dep_ == "mark" and t.lower_ == THAT and t.head.i > t.i
        ),
        None,
    )


def _give_subject(root: Token) -> None:
    """ "In a post on X, Ana Varga, the treasurer, denied it": the name is not what the post is on."""
    comma = root.i > root.sent.start and root.nbor(-1).text == COMMA
    if not comma or any(c.dep_ in (*HELPERS, SUBJECT) for c in root.lefts):
        return
    if not any(c.dep_ in OWN for c in root.rights):
        return
    for name in root.doc[root.sent.start : root.i]:
        before = name.left_edge.i - 1
        if (
            name.dep_ == "appos"
            and name.tag_ == "NNP"
            and name.head.dep_ == "pobj"
            and root.doc[before].text == COMMA
        ):
            root.tag_ = "VBD"
            name.hang(root, SUBJECT)
            return
