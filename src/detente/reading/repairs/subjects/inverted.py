"""A parsed text in, the same with clauses whose opening was misread put right out.

"Should Ruritania attack the dam, prices will rise": no content of what rises. "If wounded soldiers are flown home": it is
said of the soldiers, and no clause of its own. "Attending the summit were the two kings": they attended it.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

CLAUSES = ("ccomp", "advcl")
SUBJECTS = ("nsubj", "nsubjpass", "expl")
FRONTED, BE, NAMED = ("csubj", "nsubj", "acomp"), "be", ("attr", "nsubj")
ROOT, GERUND, ADJECTIVE = "ROOT", "VBG", "JJ"
WERE, TO, BARE = "were", "to", "VB"
IMPERATIVE, BEFORE, BIDDEN = "VB", ("advcl", "ccomp", "dep"), "xcomp"


def repair_inverted(doc: Doc, auxiliaries: Collection[str]) -> Doc:
    """The same document. auxiliaries: those that suppose before their subject ("should", "had", "were")."""
    for mark in doc.having(dep_=("aux",)):
        if mark.lower_ in auxiliaries and mark.head.dep_ == ROOT:
            _hang_late(mark, mark.head)
    for mark in doc.having(lower_=(WERE,)):
        if mark.dep_ in CLAUSES:
            _join_aim(mark)
    for verb in doc.having(dep_=CLAUSES):
        first = verb.left_edge
        if verb.head.i < verb.i or first.lower_ not in auxiliaries:
            continue
        subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.right_edge.i > first.i), None)
        if subject is None or first.head not in (verb, subject):
            continue
        if first.head is subject:  # "should charges be dropped", "should police detain him"
            first.hang(verb, "aux")
            if subject.pos_ == "VERB":
                subject.pos_, subject.tag_ = "NOUN", "NNS"
        verb.dep_ = "advcl"
    return doc


def _join_aim(mark: Token) -> None:
    """ "Were Sylvania to attack, it would strike back": were it to, with the attack as what is supposed."""
    deed = next((c for c in mark.rights if c.tag_ == BARE and any(t.lower_ == TO for t in c.lefts)), None)
    subjects = [c for c in (*mark.rights, *(deed.lefts if deed else ())) if c.dep_ in SUBJECTS]
    if deed is None or not subjects or mark.left_edge.i != mark.i or subjects[0].left_edge.i != mark.i + 1:
        return
    deed.hang(mark.head, "advcl")
    for part in list(mark.children):
        part.hang(deed, part.dep_)
    mark.hang(deed, "aux")
    if mark.i == mark.sent.start and deed.head.dep_ == "advcl" and deed.head.head.i > deed.head.i:
        deed.head.dep_ = "ccomp"  # a second clause before "they said" is what they said


def _hang_late(mark: Token, verb: Token) -> None:
    """ "It will shut the border should they attack": the parser takes the condition for the main clause."""
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    main = next((c for c in verb.lefts if c.dep_ == "ccomp" and c.i < mark.i), None)
    if subject is None or main is None or subject.left_edge.i != mark.i + 1:
        return
    if any(c.dep_ in SUBJECTS for c in main.lefts) and verb.doc[verb.sent.end - 1].text != "?":
        main.hang(main, ROOT)
        verb.hang(main, "advcl")


def join_after_colon(colon: Token) -> None:
    """ "Sylvania hits back: bans Ruritanian wine": in a headline the verb right behind the colon has the same subject."""
    verb = colon.nbor() if colon.i + 1 < colon.sent.end else colon
    first = next((c for c in verb.lefts if c.dep_ == "ccomp"), verb.head)
    above = (first, ROOT) if verb.head is verb else (verb.head, verb.dep_)
    told = first.i < colon.i and any(c.dep_ == "nsubj" for c in first.lefts)
    if (
        verb.tag_ == "VBZ"
        and told
        and verb.dep_ != "conj"
        and not any(c.dep_ in SUBJECTS for c in verb.lefts)
    ):
        if first.head is verb:
            first.hang(*above)
        verb.hang(first, "conj")


def repair_opening_participles(doc: Doc) -> Doc:
    """The same document, with participles behind a conjunction given to the subject that they describe."""
    for word in doc.having(tag_=("VBN",)):
        verb, marks = word.head, list(word.children)
        if word.dep_ != "advcl" or verb.i < word.i or len(marks) != 1 or marks[0].dep_ != "mark":
            continue
        subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.left_edge.i == word.i + 1), None)
        if subject is not None and marks[0].i == word.i - 1:
            marks[0].hang(verb, "mark")
            word.hang(subject, "amod")
    return doc


def repair_told_after_be(doc: Doc, people: Collection[str]) -> Doc:
    """ "Attending the summit were the two kings", "present at the talks was an envoy": they attend it, he is present.

    people: nouns of who acts for a state; "selling arms was a mistake" has nobody behind the verb.
    """
    for first in doc.having(dep_=FRONTED):
        verb = first.head
        if verb.lemma_.lower() != BE or first.i > verb.i:
            continue
        named = next((c for c in verb.rights if c.dep_ in NAMED), None)
        if named is None or any(c.dep_ in (*SUBJECTS, "det", "poss") for c in first.lefts):
            continue
        if first.tag_ == ADJECTIVE:
            first.dep_, named.dep_ = "acomp", SUBJECTS[0]
        elif first.tag_ == GERUND and (named.pos_ == "PROPN" or named.lemma_.lower() in people):
            _become_progressive(first, verb, named)
    return doc


def _become_progressive(first: Token, verb: Token, named: Token) -> None:
    first.hang(first if verb.head is verb else verb.head, verb.dep_)
    for part in list(verb.children):
        part.hang(first, SUBJECTS[0] if part is named else part.dep_)
    verb.hang(first, "aux")


def repair_bidden_before(doc: Doc, telling: Collection[str]) -> Doc:
    """ "Leave our waters, Sylvania tells Ruritania": what it tells it to do. telling: verbs of telling somebody."""
    for deed in doc.having(tag_=(IMPERATIVE,)):
        verb = deed.head
        if deed.dep_ not in BEFORE or deed.i > verb.i or verb.lemma_.lower() not in telling:
            continue
        bare = deed.left_edge is deed and deed.is_sent_start
        if (
            bare
            and any(c.dep_ == "dobj" for c in verb.rights)
            and any(c.dep_ in SUBJECTS for c in verb.lefts)
        ):
            deed.dep_ = BIDDEN
    return doc
