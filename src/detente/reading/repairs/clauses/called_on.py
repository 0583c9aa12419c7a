"""A parsed text in, what somebody is called on to do on the call and not on his name out; and who calls as its subject.

"Calling on the prosecutor to investigate war crimes": he is no prosecutor of that sort, and nobody calls on him. "It comes
after a party called this week on the army to leave": the party calls, and is not so called.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

UPON, FOR = ("on", "upon"), "for"
CLAUSES, BASE, TO, CONTENT = ("acl", "relcl"), "VB", "to", "xcomp"
WHEN, NAMING = ("after", "as", "before", "since", "until"), ("oprd", "dobj", "agent", "attr")
WHENEVER, PAST = ("npadvmod", "advmod"), ("VBN", "VBD")


def repair_called_on(doc: Doc, calling: Collection[str]) -> Doc:
    """The same document. calling: the verbs of "called on", "called for"."""
    for call in doc.having(dep_=("acl",)):
        if call.dep_ == "acl" and call.lemma_.lower() in calling and _calls_itself(call):
            _give_subject(call)
    for deed in doc.having(dep_=CLAUSES):
        joint = deed.head.head
        if (
            deed.dep_ not in CLAUSES
            or deed.tag_ != BASE
            or joint.lower_ not in UPON
            or joint.head.lemma_.lower() not in calling
        ):
            continue
        if _is_infinitive(deed) and deed.head.dep_ == "pobj":
            deed.hang(joint.head, CONTENT)
    return doc


def repair_called_on_day(doc: Doc, days: Collection[str], calling: Collection[str]) -> Doc:
    """The same document, "called Tuesday on the king to go" no longer taken for what he was called."""
    for day in doc.having(dep_=NAMING):
        after = day.nbor() if day.i + 1 < len(doc) else day
        if (
            day.dep_ in NAMING
            and day.lower_ in days
            and day.head.lemma_.lower() in calling
            and after.lower_ in (*UPON, FOR)
        ):
            day.dep_ = "npadvmod"
    return doc


def _calls_itself(call: Token) -> bool:
    """ "A party called this week on the army", and not "a party called Dawn on the left"."""
    if call.tag_ not in PAST or any(c.dep_ in NAMING for c in call.children):
        return False
    asks = any(c.dep_ == "prep" and c.lower_ in (*UPON, FOR) for c in call.rights)
    return asks and any(c.dep_ in WHENEVER for c in call.rights)


def _give_subject(call: Token) -> None:
    """In the place of the noun that it hung on, or of the infinitive that was given its noun."""
    noun, when = call.head, call.head.head
    asked = [c for c in noun.rights if c.dep_ in CLAUSES and c.i > call.i and _is_infinitive(c)]
    if noun.dep_ == "pobj" and when.lower_ in WHEN:
        call.hang(when.head, "advcl")
        when.hang(call, "mark")
    elif noun.dep_ == "nsubj" and _is_infinitive(when) and when.i > call.i:
        asked = [when]
        call.hang(when.head, when.dep_)
        for mark in [c for c in when.lefts if c.dep_ == "mark" and c.i < call.i]:
            mark.hang(call, "mark")
    elif noun.dep_ == "ROOT":
        call.hang(call, "ROOT")
    else:
        return
    call.tag_, call.pos_ = "VBD", "VERB"
    noun.hang(call, "nsubj")
    for deed in asked:
        deed.hang(call, CONTENT)


def _is_infinitive(deed: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == TO for c in deed.lefts)
