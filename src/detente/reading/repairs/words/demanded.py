"""A parsed text in, what is demanded in the bare form of a verb that was read as a noun made a clause out.

"Demanded that Sylvania return captured villagers", "insisted that the king hand power to a council": the parser reads
one long object, or takes the one verb for a noun ("insists that Sylvania apologise").
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import NOUNS
from detente.reading.tokens import Doc, Token

FOR = "for"
OBJECTS = ("dobj", "ccomp", "pobj")


def repair_demanded(
    doc: Doc, event_verbs: Collection[str], demanding: Collection[str], telling: Collection[str]
) -> Doc:
    """The same document; demanding: lemmas of the verbs after which it is changed; telling: after which a fact may stand
    as well ("told them that Sylvania cut its duties")."""
    only_asking = frozenset(demanding) - frozenset(telling)
    for token in doc.having(lower_=("that", FOR)):
        if token.dep_ in ("dobj", "advmod") and token.lower_ == "that" and token.head.dep_ == "relcl":
            _ask_for_clause(token, demanding)
        if token.dep_ == "mark" and token.lower_ == "that" and token.head.tag_ in NOUNS:
            demand = token.head.head
            if token.head.dep_ in OBJECTS and demand.lemma_ in demanding and demand.i < token.i:
                _make_clause(token, demand, event_verbs)
        elif token.dep_ == "mark" and token.lower_ == "that" and token.head.tag_ in ("VBD", "JJ"):
            _make_bare(token.head, event_verbs, only_asking)
        elif token.dep_ == "mark" and token.lower_ == FOR and token.i:
            _ask_for_both(token, demanding)
    return doc


def _ask_for_clause(that: Token, demanding: Collection[str]) -> None:
    """ "Demanded for a week that the premier resign": nobody resigns a week."""
    verb, prep = that.head, that.head.head.head
    bare = verb.tag_ in ("VB", "VBP") and any(
        c.dep_ == "nsubj" and c.tag_ in ("NN", "NNP") for c in verb.lefts
    )
    said = prep.dep_ == "prep" and prep.head.lemma_ in demanding and prep.head.i < prep.i
    if bare and said and all(c.dep_ != "aux" for c in verb.lefts):
        that.hang(verb, "mark")
        verb.hang(prep.head, "ccomp")


def _make_bare(verb: Token, event_verbs: Collection[str], demanding: Collection[str]) -> None:
    """ "Demanded that Sylvania cut its duties", "that it present a plan": no past, though it looks like one."""
    demand = verb.head
    asked = verb.dep_ == "ccomp" and demand.lemma_ in demanding and demand.i < verb.i
    deps = {c.dep_ for c in verb.children}
    bare = (
        "nsubj" in deps and not deps & {"aux", "auxpass", "cop"} and verb.lower_ == _base(verb, event_verbs)
    )
    if asked and bare:
        verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VB", verb.lower_


def _base(verb: Token, event_verbs: Collection[str]) -> str:
    """The base form; of what the tagger took for an adjective, the word itself if it is a verb of rules with an object."""
    if verb.tag_ == "VBD":
        return verb.lemma_.lower()
    takes = any(c.dep_ == "dobj" for c in verb.rights)
    return verb.lower_ if takes and verb.lower_ in event_verbs else ""


def _ask_for_both(mark: Token, demanding: Collection[str]) -> None:
    """ "Calling for elections and for the government to resign": nobody calls and resigns."""
    verb, link = mark.head, mark.nbor(-1)
    if verb.dep_ != "conj" or verb.tag_ != "VB" or link.dep_ != "cc":
        return
    asked = any(c.lower_ == FOR and c.dep_ == "prep" and c.i < mark.i for c in verb.head.rights)
    if asked:
        verb.dep_ = "advcl"
    elif verb.head.tag_ in NOUNS:  # "for elections, the release of the king and for the government to resign"
        before = mark.doc[mark.sent.start : verb.head.i]
        asking = [t for t in before if t.pos_ == "VERB" and t.lemma_ in demanding]
        if asking:
            verb.hang(asking[-1], "advcl")


def _make_verb(mark: Token, demand: Token, event_verbs: Collection[str]) -> None:
    """ "Insists that Sylvania apologise": after "that" stands a clause, so the last noun of it is its verb."""
    verb, subject = mark.head, mark.head.nbor(-1)
    if verb.tag_ != "NN" or verb.lower_ not in event_verbs or subject.tag_ not in NOUNS:
        return
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VB", verb.lower_
    verb.hang(demand, "ccomp")
    for child in [c for c in verb.lefts if c.i not in (mark.i, subject.i)]:
        child.hang(subject, child.dep_)
    subject.hang(verb, "nsubj")


def _make_clause(mark: Token, demand: Token, event_verbs: Collection[str]) -> None:
    noun = mark.head
    inner = mark.doc[mark.i + 2 : noun.i]
    verb = next((t for t in inner if t.tag_ == "NN" and t.is_lower and t.lower_ in event_verbs), None)
    if verb is None:
        _make_verb(mark, demand, event_verbs)
        return
    if verb.nbor(-1).tag_ not in NOUNS:
        return
    subject = verb.nbor(-1)
    before = [c for c in (*noun.lefts, *verb.lefts) if c.i < verb.i and c.i not in (mark.i, subject.i)]
    to = [c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "to"]
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VB", verb.lower_
    verb.hang(demand, "ccomp")
    subject.hang(verb, "nsubj")
    for child in before:
        child.hang(subject, child.dep_)
    mark.hang(verb, "mark")
    noun.hang(verb, "dobj")
    for child in to:
        child.hang(verb, "prep")
