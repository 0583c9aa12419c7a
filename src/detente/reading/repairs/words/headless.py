"""A sentence whose only verb the parser took for a noun in, the same with that noun phrase as its root out.

"Sylvanian police fire tear gas at students, injuring two": read as gas that injures; so the phrase before the comma is
put above the participle, and the verb within it can be found. "Thousands march in Strelsau": read as thousands in March.
"""

from __future__ import annotations

from detente.reading.repairs.words.raising import hang_all
from detente.reading.shapes import NOUNS, SUBJECTS, TENSED
from detente.reading.tokens import Span, Token

COMMA = ","
THIRD, BASE = "VBZ", "VBP"
SINGULAR, INFINITIVES = ("NN", "NNP"), ("relcl", "acl", "advcl", "xcomp")
PRESENT = ("VBP", "VBZ")
INFINITIVE = "VB"
MENDED = frozenset({*NOUNS, "VBG", "VB", "VBP"})  # tags of the root


def mend_headless(sentence: Span, before_to: frozenset[str] = frozenset()) -> None:
    """Put the noun phrase over a participle that stands as root, and a verb over the noun phrase before it.

    before_to: lemmas of verbs that go with an infinitive."""
    if sentence.root.tag_ not in MENDED:
        return
    _lower_participle(sentence)
    _describe_by_infinitive(sentence)
    _raise_before_infinitive(sentence, before_to)
    _raise_modifier(sentence)
    _raise_past(sentence)
    _raise_past_before_infinitive(sentence, before_to)
    _raise_of_list(sentence)


def _raise_of_list(sentence: Span) -> None:
    """ "Nine soldiers and four rebels killed in Zenda": a headline tells it of all of them, not of the last."""
    root = sentence.root
    last = root.conjuncts[-1] if root.tag_ in NOUNS and root.conjuncts else root
    verb = next((c for c in last.rights if c.dep_ == "acl" and c.tag_ == "VBN"), None)
    if last is root or verb is None or verb.i != last.i + 1 or any(t.tag_ in TENSED for t in sentence):
        return
    verb.hang(verb, "ROOT")
    root.hang(verb, "nsubjpass")
    for child in [c for c in root.rights if c.i > verb.i]:
        child.hang(verb, child.dep_)


def _raise_modifier(sentence: Span) -> None:
    """ "Junta storms palace", "Royal Novair delays launch": all are taken for parts of the last one's name."""
    root = sentence.root
    if not (root.tag_ in NOUNS or (root.tag_ == BASE and not any(c.dep_ in SUBJECTS for c in root.children))):
        return  # a base form may be a noun ("delays launch")
    verb = next((t for t in sentence if t.tag_ == THIRD and _only_modifies(t, root)), None)
    if verb is None or verb.i == sentence.start:
        return
    before = list(sentence)[: verb.i - sentence.start]
    first = before[-1]
    if not all(t.head in (root, first) and t.pos_ in ("ADJ", "NOUN", "PROPN") for t in before):
        return
    verb.pos_ = "VERB"
    verb.hang(verb, "ROOT")
    first.hang(verb, "nsubj")
    for part in before[:-1]:
        part.hang(first, "compound")
    root.hang(verb, "dobj")
    if root.tag_ == BASE:
        root.tag_, root.pos_ = "NN", "NOUN"


def _describe_by_infinitive(sentence: Span) -> None:
    """ "Sylvania to raise tariffs on plums": a headline whose verb tells what is to come of who opens it."""
    root = sentence.root
    deed = next((c for c in root.rights if c.tag_ == INFINITIVE and c.dep_ in ("xcomp", "advcl")), None)
    name = root
    if root.tag_ == INFINITIVE:
        deed = root
        name = next((c for c in root.lefts if c.dep_ == "npadvmod"), root)
    if deed is None or name is deed or name.tag_ not in NOUNS or not _opens(deed, name):
        return
    name.hang(name, "ROOT")
    hang_all([c for c in deed.rights if c.dep_ == "punct"], name)
    deed.hang(name, "relcl")


def _opens(deed: Token, name: Token) -> bool:
    """Whether "to" stands right behind the name, and the verb has no other subject."""
    to = next((c for c in deed.lefts if c.tag_ == "TO"), None)
    return to is not None and to.i == name.i + 1 and all(c.dep_ not in SUBJECTS for c in deed.lefts)


def _raise_before_infinitive(sentence: Span, before_to: frozenset[str]) -> None:
    """ "Sylvania's parliament votes to impeach the king": read as votes of its parliament."""
    root = sentence.root
    if root.tag_ != "NNS" or root.lemma_ not in before_to or root.i == sentence.start:
        return
    deed = next((c for c in root.rights if c.tag_ == "VB" and c.dep_ in INFINITIVES), None)
    subject = root.doc[root.i - 1]
    if (
        deed is None
        or root.doc[root.i + 1].tag_ != "TO"
        or any(t.tag_ in (*PRESENT, "VBD") for t in sentence)
    ):
        return
    if subject.head is not root or subject.tag_ not in SINGULAR or subject.dep_ not in ("compound", "nmod"):
        return
    root.tag_, root.pos_ = THIRD, "VERB"
    subject.dep_ = "nsubj"
    for part in [c for c in root.lefts if c is not subject]:
        part.hang(subject, part.dep_)
    deed.hang(root, "xcomp")


def _only_modifies(verb: Token, root: Token) -> bool:
    """Whether it is taken for a part of the name that the root is."""
    return verb.head is root and verb.dep_ in ("compound", "amod", "nmod") and not verb.children


def _lower_participle(sentence: Span) -> None:
    """Hang a participle that stands as root after a comma on the noun phrase before it."""
    root = sentence.root
    if root.tag_ != "VBG" or any(c.dep_ in ("aux", "auxpass", "mark") for c in root.children):
        return
    subject = next((c for c in root.lefts if c.dep_ in SUBJECTS), None)
    if subject is None or subject.tag_ not in NOUNS or not _is_set_off(subject, root):
        return
    subject.hang(subject, "ROOT")
    for child in list(root.children):
        if child.i < subject.left_edge.i or (child.dep_ == "punct" and child.i > root.i):
            child.hang(subject, child.dep_)
    root.hang(subject, "advcl")


def _is_set_off(subject: Token, root: Token) -> bool:
    """Whether there is a comma right before the participle."""
    return root.i > subject.i + 1 and root.doc[root.i - 1].text == COMMA


def _raise_past(sentence: Span) -> None:
    """ "Men on motorcycles shot at the car but missed": the past form that goes on in another is the verb."""
    root = sentence.root
    second = next((c for c in root.rights if c.dep_ == "conj" and c.tag_ == "VBD"), None)
    if root.tag_ not in NOUNS or second is None or any(c.dep_ in SUBJECTS for c in second.children):
        return
    between = [t for t in sentence if root.i < t.i < second.i and t.dep_ == "acl" and t.tag_ == "VBN"]
    if len(between) != 1 or any(c.dep_ in ("agent", "auxpass") for c in between[0].children):
        return
    verb = between[0]
    verb.tag_ = "VBD"
    verb.hang(verb, "ROOT")
    root.hang(verb, "nsubj")
    for child in [c for c in root.rights if c.i > verb.i]:
        child.hang(verb, child.dep_)


def _raise_past_before_infinitive(sentence: Span, before_to: frozenset[str]) -> None:
    """ "Tin miners threatened on Tuesday to blow up the bridge": read as miners who are threatened; those who are
    threatened are not "threatened to" do anything."""
    root = sentence.root
    verb = next((c for c in root.rights if c.dep_ == "acl" and c.tag_ == "VBN"), None)
    if root.tag_ not in NOUNS or verb is None or verb.lemma_ not in before_to:
        return
    deeds = (c for c in verb.rights if c.tag_ == INFINITIVE and c.dep_ in INFINITIVES)
    deed = next((d for d in deeds if any(c.tag_ == "TO" for c in d.lefts)), None)
    if deed is None or any(c.dep_ in ("agent", "auxpass") for c in verb.children):
        return
    verb.tag_ = "VBD"
    verb.hang(verb, "ROOT")
    root.hang(verb, "nsubj")
    deed.dep_ = "xcomp"
    for child in [c for c in root.rights if c.i > verb.i]:
        child.hang(verb, child.dep_)
