"""A parsed text in, participles that only say what has become of an object no longer verbs of their own out.

"Ruritania places exiled poet Otto Horn on a list": it exiles nobody. "Ruritania charges detained leader Otto Horn": no
charges have detained him. "Ruritania shells retreating troops": it makes nobody retreat. "Were shot by responding
officers": they did not shoot by a response.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

PAST, FINITE, NAMES = ("VBD", "VBN"), ("VBD", "VBP", "VBZ"), ("NNP", "NNPS")
GERUND = "VBG"
SAID_OF = (*PAST, GERUND)
BELOW, OBJECT, SUBJECT = ("xcomp", "ccomp"), "dobj", "nsubj"
ASIDE, BASE = ("advcl", "dep"), "VB"
PLURAL, OWNERS = "NNS", ("compound", "amod", "nmod")
OPENING = ("DT", "PRP$")  # "monitors accused the rebels": what describes a noun stands behind its article
BY, PASSIVE, AGENT, AFTER, IN_PHRASE = "by", "auxpass", "agent", "pcomp", "pobj"


def repair_described_objects(
    doc: Doc,
    fates: Collection[str],
    event_verbs: Collection[str],
    people: Collection[str],
    doings: Collection[str] = (),
) -> Doc:
    """The same document.

    fates: verbs of what becomes of public men ("exile"); people: nouns of people that look like verbs ("guard");
    doings: verbs of what people are at, alone or with the noun of those who can be ("retreat", "strike worker").
    """
    for fate in doc.having(tag_=SAID_OF):
        if not fate.i or (fate.lemma_ not in fates if fate.tag_ != GERUND else not doings):
            continue
        whom = next((c for c in fate.rights if c.dep_ == OBJECT and c.left_edge.i == fate.i + 1), None)
        verb = fate.nbor(-1)
        if whom is None or whom.left_edge.tag_ in OPENING:
            continue
        if fate.tag_ == GERUND and not _is_at_it(fate, whom, doings):
            continue
        if fate.dep_ == AFTER:
            _set_after_by(fate, whom, verb)
            continue
        below = (fate.dep_ in BELOW and fate.head is verb) or fate.dep_ in ASIDE
        if below and _could_govern(verb) and not fate.lefts:
            _lower(fate, whom, verb)
        elif verb in fate.lefts and verb.lemma_ in event_verbs and verb.lemma_ not in people:
            _raise(verb, fate, whom)
    return doc


def _could_govern(verb: Token) -> bool:
    """ "Recognises", "will recognise", "refuses to recognise"."""
    return (
        verb.tag_ in (*FINITE, BASE)
        and verb.pos_ == "VERB"
        and not any(c.dep_ == OBJECT for c in verb.rights)
    )


def _is_at_it(doing: Token, whom: Token, doings: Collection[str]) -> bool:
    """ "Shells retreating troops", "meets striking workers": many, of whom nothing else than that is told."""
    named = whom.lemma_.lower()
    return whom.tag_ == PLURAL and (doing.lemma_ in doings or f"{doing.lemma_} {named}" in doings)


def _set_after_by(doing: Token, whom: Token, mark: Token) -> None:
    """ "Were shot by responding officers": who stands behind the participle did it."""
    if mark.lower_ == BY and doing.head is mark and any(c.dep_ == PASSIVE for c in mark.head.children):
        mark.dep_ = AGENT
        _lower(doing, whom, mark)
        whom.dep_ = IN_PHRASE


def _raise(verb: Token, fate: Token, whom: Token) -> None:
    """The verb that was taken for the plural of a noun, if the name of who does it stands right before it."""
    owner = verb.nbor(-1) if verb.lefts else verb
    named = owner.tag_ in NAMES or any(c.dep_ == "poss" for c in verb.lefts)
    if verb.tag_ != PLURAL or verb.dep_ != SUBJECT or owner.dep_ not in OWNERS or not named:
        return
    above, dep = (verb, "ROOT") if fate.head is fate else (fate.head, fate.dep_)
    before = [c for c in (*verb.lefts, *fate.lefts) if c not in (owner, verb)]
    verb.tag_, verb.pos_ = "VBZ", "VERB"
    verb.hang(above, dep)
    owner.tag_, owner.pos_ = (owner.tag_, owner.pos_) if owner.tag_ in NAMES else ("NN", "NOUN")
    owner.hang(verb, SUBJECT)
    for child in before:
        child.hang(owner if child.i < owner.i and child.head is verb else verb, child.dep_)
    _lower(fate, whom, verb)


def _lower(fate: Token, whom: Token, verb: Token) -> None:
    whom.hang(verb, OBJECT)
    for child in [c for c in fate.rights if c is not whom]:
        child.hang(verb, child.dep_)
    fate.tag_ = fate.tag_ if fate.tag_ == GERUND else "VBN"
    fate.hang(whom, "amod")
