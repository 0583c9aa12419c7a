"""Headlines in, the same with pasts that headlines leave without "was" read as passives out.

Headlines tell in the present, so a past form in one is mostly a passive: "Envoy's plane denied Sylvanian airspace",
"Consul told to leave", "Aid to Sylvania frozen over raid". What ends with a full stop is looked at by other repairs.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from detente.reading.shapes import NOUNS, TENSED
from detente.reading.tokens import Doc, Span, Token

ENDS = frozenset(".?!")
PAST, PARTICIPLE = ("VBD", "VBN"), "VBN"
ACTIVE, PASSIVE, AGENT, OBJECT = "nsubj", "nsubjpass", "agent", "dobj"
AUXILIARIES = frozenset({"aux", "auxpass", "mark", "expl", "nsubjpass"})
TAKER = "dative"
WHOLE, SAID = "ROOT", "ccomp"
WITHIN = frozenset({"dobj", "dative", "oprd", "attr", "ccomp", "prt"})
SINGULAR = ("NN", "NNP")
BASES, PART = ("VB", "VBP"), "compound"
BY, TO, HOLD, HELD = "by", "TO", "hold", "held"


def repair_headline_passives(doc: Doc, words: Mapping[str, Collection[str]]) -> Doc:
    """The same document. words: the lists of the grammar."""
    raised = {*words["granted or denied in headlines"], *words["told in headlines"], HOLD}
    for sentence in list(doc.sents):
        if _ends(sentence):
            continue
        _read_root_as_noun(sentence)
        _raise_participle(sentence.root, raised)
        verb = _past(sentence)
        subject = next((c for c in verb.lefts if c.dep_ == ACTIVE), None) if verb is not None else None
        if verb is None or subject is None or subject.tag_ not in (*NOUNS, "CD"):
            continue
        if _is_given(verb, words):
            _suffer(verb, subject, TAKER)
        elif (
            _is_bidden(verb, words)
            or _is_ended(verb, subject, words)
            or _is_parted(verb, words)
            or _is_held(verb)
        ):
            _suffer(verb, subject, PASSIVE)
    return doc


def _ends(sentence: Span) -> bool:
    words = (t for t in reversed(list(sentence)) if not (t.is_space or t.is_quote))
    last = next(words, None)
    return last is None or last.text in ENDS


def _past(sentence: Span) -> Token | None:
    """The verb of the line, or of what somebody is said to say at its end."""
    root = sentence.root
    verb = root if root.tag_ in PAST else next((c for c in root.lefts if c.dep_ == SAID), None)
    if verb is None or verb.tag_ not in PAST or any(c.dep_ in AUXILIARIES for c in verb.lefts):
        return None
    return verb


def _has(verb: Token, deps: Collection[str]) -> bool:
    return any(c.dep_ in deps for c in verb.rights)


def _is_given(verb: Token, words: Mapping[str, Collection[str]]) -> bool:
    """ "Denied visa": one object, which is such a thing, and nobody to whom."""
    if verb.lemma_.lower() not in words["granted or denied in headlines"]:
        return False
    granted = words["what is granted or denied"]
    objects = [c for c in verb.rights if c.dep_ == OBJECT]
    to = any(c.dep_ == "dative" or (c.dep_ == "prep" and c.lower_ == "to") for c in verb.rights)
    return len(objects) == 1 and objects[0].lemma_.lower() in granted and not to


def _is_ended(verb: Token, subject: Token, words: Mapping[str, Collection[str]]) -> bool:
    """ "Aid to Sylvania frozen": what can do nothing itself."""
    ended = verb.lemma_.lower() in words["ended in headlines"] and not _has(verb, WITHIN)
    return ended and subject.lemma_.lower() in words["measures of headlines"]


def _is_bidden(verb: Token, words: Mapping[str, Collection[str]]) -> bool:
    """ "Told to leave", "given a week to go": nobody is named to whom."""
    if verb.lemma_.lower() not in words["told in headlines"]:
        return False
    units = words["units of time"]
    deed = next((c for c in verb.rights if c.dep_ in ("xcomp", "advcl", "relcl") and c.tag_ == "VB"), None)
    if deed is None:
        deed = next((c for o in verb.rights if o.dep_ == OBJECT for c in o.rights if c.tag_ == "VB"), None)
    if deed is None or not any(c.tag_ == TO for c in deed.lefts):
        return False
    objects = [c for c in verb.rights if c.dep_ in (OBJECT, "dative")]
    return len(objects) < 2 and all(
        o.lemma_.lower() in units or any(c.dep_ in ("nummod", "det") for c in o.lefts) for o in objects
    )


def _is_parted(verb: Token, words: Mapping[str, Collection[str]]) -> bool:
    """ "Envoy called in over raid": the particle is all that the verb has."""
    parted = words["done with a particle in headlines"]
    particle = next((c for c in verb.rights if c.dep_ in ("prt", "advmod") and c.i == verb.i + 1), None)
    if particle is None or f"{verb.lemma_.lower()} {particle.lower_}" not in parted:
        return False
    return not _has(verb, WITHIN - {"prt"})


def _is_held(verb: Token) -> bool:
    """ "Ex-premier held in Zenda": nobody holds without an object."""
    behind = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    return verb.lower_ == HELD and behind.dep_ == "prep" and not _has(verb, WITHIN)


def _suffer(verb: Token, subject: Token, role: str) -> None:
    verb.tag_ = PARTICIPLE
    subject.hang(verb, role)
    for thing in [c for c in verb.rights if c.dep_ == OBJECT]:
        for by in [c for c in thing.rights if c.dep_ == "prep" and c.lower_ == BY]:
            by.hang(verb, AGENT)
    for by in [c for c in verb.rights if c.dep_ == "prep" and c.lower_ == BY]:
        by.dep_ = AGENT


def _raise_participle(noun: Token, done: Collection[str]) -> None:
    """ "Consul given week to go": a noun with nothing but a participle is the whole of the line."""
    if noun.tag_ not in NOUNS or any(c.dep_ == "punct" for c in noun.lefts):
        return
    verb = next((c for c in noun.rights if c.dep_ == "acl" and c.tag_ in PAST), None)
    if (
        verb is None
        or verb.lemma_.lower() not in done
        or any(t.tag_ in TENSED for t in noun.sent if t is not verb)
    ):
        return
    verb.hang(verb, WHOLE)
    for child in [c for c in noun.rights if c.i > verb.i]:
        child.hang(verb, child.dep_)
    noun.hang(verb, ACTIVE)


def _read_root_as_noun(sentence: Span) -> None:
    """ "League draft on Sylvania vetoed by Ruritania": a base form beside a participle is a noun."""
    root = sentence.root
    subject = next((c for c in root.lefts if c.dep_ == ACTIVE), None)
    if root.tag_ not in BASES or subject is None or _has(root, WITHIN | {"xcomp"}):
        return
    below = (t for t in sentence if t.tag_ == PARTICIPLE and t.dep_ in ("acl", "advcl"))
    verb = next((t for t in below if not _has(t, WITHIN)), None)
    if verb is None:
        return
    if verb.i > root.i and subject.i == root.i - 1 and _is_one(subject):
        _describe(root, subject, verb)


def _is_one(subject: Token) -> bool:
    """A singular that no base form agrees with; a short form may be read as a plural ("UNSC draft")."""
    return (subject.tag_ in SINGULAR or subject.text.isupper()) and not subject.conjuncts


def _describe(root: Token, subject: Token, verb: Token) -> None:
    """The subject is a part of the noun, and the participle what is done to that."""
    verb.hang(verb, WHOLE)
    root.hang(verb, PASSIVE)
    root.tag_, root.pos_ = "NN", "NOUN"
    subject.hang(root, PART)
