"""A parsed text in, the same with the commonest misreadings of headlines and of the present tense undone.

"Turkish police arrest reporters", "Trump signs an order", "the minister on Monday hosted his counterpart": the parser
takes the verb for a noun or for a modifier, and its subject for part of a compound. Only tags and the verbs of rules
are looked at; a sentence that has a finite verb with a subject is left alone.
"""

from __future__ import annotations

from types import MappingProxyType

from detente.reading.repairs.names.two_named import join_two_named
from detente.reading.repairs.words.headless import mend_headless
from detente.reading.repairs.words.raising import hang_all, make_verb, raise_noun
from detente.reading.repairs.words.second_verbs import Words
from detente.reading.shapes import (
    FINITE,
    NOUNS,
    ends_at_semicolon,
    has_object,
    has_tense,
    is_bare,
    is_below,
    is_of_one,
    with_prefix,
)
from detente.reading.tokens import Doc, Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
MODIFIERS = frozenset({"amod", "compound", "det", "nummod", "poss", "nmod"})
OF_VERBS = FINITE | {"VBN"}
MISREAD_SUBJECTS = frozenset({"compound", "npadvmod", "nmod", "amod", "dep"})
OPENS_OBJECT = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON"})


def repair_parse(doc: Doc, event_verbs: frozenset[str], words: Words = MappingProxyType({})) -> Doc:
    """The same document; `event_verbs` are the verb entries of all rules ("arrest", "hand over").

    words: lists of words, of which "plural in sense" ("police"), "nouns like adjectives" ("junta"), "crowd verbs" and
    "people counted" are asked for.
    """
    nouns = words.get("nouns like adjectives", frozenset())
    before_to = words.get("verbs with an infinitive", frozenset())
    verbs = doc.by_sentence(tag_=FINITE | {"VB"}, lower_=nouns)
    modifying = doc.by_sentence(tag_=OF_VERBS | {"JJ"}, dep_=("ccomp",))
    for sentence in list(doc.sents):
        for token in verbs.within(sentence):
            if token.pos_ == "VERB" and (token.tag_ in FINITE or is_bare(token)):
                _find_subject(token)
            elif token.tag_ == "JJ" and token.lower_ in nouns and _is_before_verb(token, sentence.root):
                token.tag_, token.pos_ = "NN", "NOUN"
        for token in modifying.within(sentence):
            modifies = token.tag_ in OF_VERBS and token.dep_ in MODIFIERS
            if token.tag_ == "JJ" and _is_adjective(token, event_verbs):
                token.pos_, token.tag_ = "VERB", "VBP"
                _raise_past_tense(token, sentence)
            past = modifies and (_is_past_modifier(token) or _is_joined(token, event_verbs))
            if past or (modifies and _is_present_modifier(token)):
                _raise_past_tense(token, sentence)
            if token.dep_ == "ccomp" and ends_at_semicolon(token):
                token.dep_ = "parataxis"
        mend_headless(sentence, before_to)
        join_two_named(sentence)
        _read_noun_as_verb(sentence, event_verbs, words)
    return doc


def _is_before_verb(noun: Token, root: Token) -> bool:
    """ "The junta bars parties" read as bars of a kind."""
    return (
        noun.dep_ in MODIFIERS and noun.i + 1 == root.i and noun.head is root and root.tag_ in ("NNS", "VBZ")
    )


def _is_past_modifier(token: Token) -> bool:
    if token.tag_ not in ("VBD", "VBN") or token.dep_ != "amod" or token.head.i < token.i:
        return False
    return token.tag_ == "VBD" or any(c.dep_ == "nsubj" for c in token.children)


def _is_joined(token: Token, event_verbs: frozenset[str]) -> bool:
    """ "Police tear-gassed marchers": no marchers that are tear-gassed, if some rule has the two words as a verb."""
    joined = token.tag_ == "VBN" and token.dep_ == "amod" and token.head.dep_ == "ROOT"
    return joined and with_prefix(token)[1] in event_verbs and "-" in with_prefix(token)[1]


def _is_adjective(token: Token, event_verbs: frozenset[str]) -> bool:
    """ "Police open fire at a crowd": no adjective has a subject of its own."""
    before_noun = token.dep_ == "amod" and token.head.i > token.i
    return before_noun and token.lemma_ in event_verbs and any(c.dep_ == "nsubj" for c in token.lefts)


def _is_present_modifier(token: Token) -> bool:
    """ "Police fire live rounds", "the army retakes a town" read as one noun phrase: its verb is no modifier."""
    if token.tag_ not in ("VBP", "VBZ") or token.dep_ not in MODIFIERS or token.head.i < token.i:
        return False
    own = "nsubj" if token.tag_ == "VBP" else ("nsubj", "compound")
    return token.head.tag_ in NOUNS and any(c.dep_ in own for c in token.children)


def _find_subject(verb: Token) -> None:
    """ "Turkish police arrest ...": the noun right before a finite verb without subject is its subject."""
    if verb.dep_ not in ("ROOT", "ccomp") or any(c.dep_ in SUBJECTS for c in verb.children):
        return _join_listed(verb)
    before = [c for c in verb.lefts if c.dep_ not in ("advmod", "aux", "neg", "punct")]
    subject = before[-1] if before else None
    if subject is None or subject.tag_ not in NOUNS or subject.dep_ not in MISREAD_SUBJECTS:
        return _free_apposition(verb)
    for other in before[:-1]:
        if other.dep_ in MODIFIERS:
            other.hang(subject, other.dep_)
    subject.hang(verb, "nsubj")
    return None


def _free_apposition(verb: Token) -> None:
    """ "After talks with the king, the premier says": who stands right before the verb is its subject, and no king."""
    name = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if name.dep_ != "appos" or name.head.dep_ != "pobj" or verb.tag_ not in FINITE:
        return
    comma = name.left_edge.i - 1
    opening = next((t for t in name.ancestors if t.head is verb), None)
    if name.doc[comma].text == "," and opening is not None and opening.left_edge.is_sent_start:
        name.hang(verb, "nsubj")


def _join_listed(verb: Token) -> None:
    """ "Greece, Turkey clash over islands": the first of two subjects with only a comma between them."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    first = next((c for c in verb.lefts if c.dep_ == "npadvmod" and c.tag_ in ("NNP", "NNPS")), None)
    if subject is None or first is None or verb.tag_ == "VBZ":
        return
    between = verb.doc[first.i + 1 : subject.left_edge.i]
    if first.left_edge.is_sent_start and [t.text for t in between] == [","]:
        subject.hang(first, "conj")
        first.hang(verb, "nsubj")


def _raise_past_tense(verb: Token, sentence: Span) -> None:
    """ "coastguards tortured migrants" read as one noun phrase: a past tense is no modifier."""
    noun, root = verb.head, sentence.root
    while noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    own_subject = any(c.dep_ == "nsubj" for c in verb.children)
    if not own_subject and any(t.tag_ in FINITE and t.i != verb.i and t.head.i == t.i for t in sentence):
        return
    if root.tag_ in NOUNS and root.i < verb.i:
        _raise_over_root(verb, noun, root)
        return
    lefts = [*noun.lefts, *verb.lefts]
    subject = next(
        (c for c in reversed(lefts) if c.tag_ in NOUNS and c.i < verb.i and c.nbor().text != "-"), None
    )
    if subject is None:
        return
    verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
    was_root = noun.head.i == noun.i
    verb.hang(verb if was_root else noun.head, "ROOT" if was_root else noun.dep_)
    for other in list(noun.lefts):
        if other.i < subject.i:
            other.hang(subject, other.dep_)
    subject.hang(verb, "nsubj")
    noun.hang(verb, "dobj")


def _raise_over_root(verb: Token, noun: Token, root: Token) -> None:
    """ "The president on Saturday hosted the premier in Sochi": the verb becomes the root, the rest hangs on it."""
    verb.hang(verb, "ROOT")
    root.hang(verb, "nsubj")
    for other in list(root.rights):
        if other.i > verb.i or other.dep_ == "punct":
            other.hang(verb, other.dep_)
    noun.hang(verb, "dobj")


def _read_noun_as_verb(sentence: Span, event_verbs: frozenset[str], words: Words) -> None:
    """ "Rebels seize town", "Trump signs an order" without any verb: the noun that agrees with what stands before."""
    subjects = [t for t in sentence if t.dep_ == "nsubj" and t.head.tag_ in NOUNS]
    nominal = next((t for t in sentence if t.tag_ in NOUNS and _has_subject(t)), None) if subjects else None
    if nominal is not None:
        make_verb(nominal)
        return _raise_past_tense(nominal, sentence) if _is_present_modifier(nominal) else None
    root = sentence.root
    if has_object(root, event_verbs):
        return raise_noun(root, root, event_verbs)
    if root.tag_ not in NOUNS or any(has_tense(t) and not is_below(t) for t in sentence):
        return None
    listed = next((t for t in sentence if _ends_list(t, event_verbs)), None)
    if listed is not None:
        return _raise_listed(listed)
    verb = next((t for t in sentence if _could_be_verb(t, sentence, event_verbs, words)), None)
    verb = verb or (root if _claims_to_have(root, event_verbs) else None)
    if verb is not None:
        raise_noun(verb, root, event_verbs)
    return None


def _claims_to_have(root: Token, event_verbs: frozenset[str]) -> bool:
    """ "The Reds claim to have downed a drone": no noun is followed by that."""
    before = root.nbor(-1) if root.i > root.sent.start else root
    done = (c for c in root.rights if c.dep_ in ("xcomp", "acl", "relcl") and c.tag_ == "VBN")
    perfect = any({"TO", "VB"} <= {a.tag_ for a in c.children if a.dep_ == "aux"} for c in done)
    return perfect and root.lemma_.lower() in event_verbs and before.tag_ in NOUNS


def _ends_list(token: Token, event_verbs: frozenset[str]) -> bool:
    """ "Premier A and President B meet in Strelsau": the base form is no third member of the list."""
    names = [c for c in token.lefts if c.tag_ in ("NNP", "NNPS") and c.dep_ in MODIFIERS]
    base = token.tag_ in ("NN", "NNP") and token.lower_ in event_verbs and token.is_lower
    return (
        base and token.dep_ == "conj" and token.head.tag_ in NOUNS and token.head.i < token.i and bool(names)
    )


def _raise_listed(verb: Token) -> None:
    first, root = verb.head, verb.sent.root
    names = [c for c in verb.lefts if c.dep_ in MODIFIERS]
    make_verb(verb)
    verb.hang(verb, "ROOT")
    names[-1].hang(first, "conj")
    for other in names[:-1]:
        other.hang(names[-1], other.dep_)
    root.hang(verb, "nsubj")
    hang_all([c for c in root.rights if c.i > verb.i or c.dep_ == "punct"], verb)


def _has_subject(token: Token) -> bool:
    return any(c.dep_ == "nsubj" for c in token.children) and not any(
        c.dep_ in ("cop", "aux", "punct") and c.i < token.i for c in token.children
    )


def _could_be_verb(token: Token, sentence: Span, event_verbs: frozenset[str], words: Words) -> bool:
    """A noun after a noun with which it would agree as a verb, before something that can be its object."""
    if token.i == sentence.start or token.i + 1 >= sentence.end or token.tag_ not in ("NN", "NNS"):
        return False
    start, lemma = with_prefix(token)
    before, after = token.doc[max(start - 1, 0)], token.nbor(1)
    particle = f"{lemma} {after.lower_}" in event_verbs
    if start == sentence.start or not (particle or lemma in event_verbs):
        return False
    if token.tag_ == "NNS" and before.tag_ == "NN" and is_of_one(token) and after.tag_ == "IN":
        return True
    if before.tag_ == "JJ" and token.tag_ == "NNS":  # "the French military hands over ..."
        return particle or after.pos_ == "DET"
    many = before.tag_ in ("NNS", "NNPS") or before.lower_ in words.get("plural in sense", ())
    if before.tag_ not in NOUNS or (token.tag_ == "NNS") == many:
        return False
    crowds = lemma in words.get("crowd verbs", ()) and before.lemma_.lower() in words.get(
        "people counted", ()
    )
    counted = after.dep_ in ("advmod", "quantmod")  # "at least two"
    return particle or crowds or counted or after.pos_ in OPENS_OBJECT
