"""A parsed text in, the same with two misreadings of the present tense undone that leave other clauses as they are.

"..., a weekly reports": the last verb is taken for an object. "As Ruritania voices regret, ...": the verb is taken for
a noun that owns the next word, or that the name before it describes.
"""

from __future__ import annotations

from detente.reading.repairs.words.after_names import read_after_phrase
from detente.reading.tokens import Doc, Span, Token

LOOKED_AT = ("nsubj", "ROOT", "advmod", "ccomp", "oprd")  # labels
BASE = ("NN", "JJ")  # what a base form is taken for
BESIDE = "alongside"
NAMES, GERUNDS = ("NNP", "NNPS"), ("pcomp", "nsubj", "nsubjpass")

OBJECTS = ("dobj", "appos", "conj", "npadvmod", "attr", "dep")


def repair_present_tense(
    doc: Doc,
    *,
    event_verbs: frozenset[str],
    event_nouns: frozenset[str],
    closing: frozenset[str],
    supposing: frozenset[str] = frozenset(),
    people: frozenset[str] = frozenset(),
) -> Doc:
    """The same document. closing: lemmas of the verbs that close a report ("..., a weekly reports").

    supposing: what is thought of somebody ("men believed to be rebels"); people: who could be read as a verb ("rebels").
    """
    looked_at = doc.by_sentence(tag_=("NNS", "VBG"), dep_=LOOKED_AT, lower_=event_verbs)
    closes = not doc.labels.said.isdisjoint(closing)
    for sentence in list(doc.sents):
        if closes:
            _close_report(sentence, closing)
        for token in looked_at.within(sentence):
            lemma, start = token.lemma_.lower(), sentence.start
            if token.tag_ == "NNS" and token.i > start and lemma in event_verbs and lemma not in people:
                _read_as_verb(token, event_nouns)
            elif token.tag_ == "VBG" and token.lower_ in event_nouns:
                if token.dep_ in GERUNDS:
                    _read_as_noun(token)
                elif token.dep_ != "ROOT" and token.i > sentence.start + 1:
                    _read_after_due_to(token)
            elif token.tag_ == "VBD" and token.dep_ == "ROOT":
                _read_as_relative(token, supposing)
            elif token.tag_ == "IN" and token.dep_ == "advmod":
                _read_as_particle(token, event_verbs)
            if token.tag_ in BASE and token.lower_ in event_verbs and token.is_lower:
                _read_after_of(token, sentence)
                read_after_phrase(token, sentence, people)
                _read_adjective(token, event_nouns)
            if token.dep_ == "oprd" and token.tag_ == "JJ":
                _give_back_object(token)
    return doc


def _read_as_noun(token: Token) -> None:
    """ "were killed by shelling in Strelsau": what has neither subject nor object is the noun."""
    if any(
        c.dep_ in ("dobj", "nsubj", "aux", "neg", "prt", "advmod", "xcomp", "ccomp") for c in token.children
    ) or _is_with_somebody(token):
        return
    token.pos_, token.tag_, token.lemma_ = "NOUN", "NN", token.lower_
    token.dep_ = "pobj" if token.dep_ == "pcomp" else token.dep_


def _is_with_somebody(token: Token) -> bool:
    """ "By training alongside Sylvanian forces": who does it with others does it himself."""
    return token.dep_ == "pcomp" and any(c.dep_ == "prep" and c.lower_ == BESIDE for c in token.rights)


def _read_after_due_to(token: Token) -> None:
    """ "Closed due to shelling by rebels": it is the noun, and nobody who is told of shells."""
    to = token.nbor(-1)
    due = to.nbor(-1)
    if to.lower_ == "to" and due.lower_ in ("due", "owing"):
        due.dep_ = "prep"
        to.pos_, to.tag_ = "ADP", "IN"
        to.hang(due, "pcomp")
        token.hang(to, "pobj")
        _read_as_noun(token)


def _read_as_relative(token: Token, supposing: frozenset[str]) -> None:
    """ "A rocket fired from the hills hits a school": the past form only describes the subject of the present one."""
    subject = next((c for c in token.lefts if c.dep_ == "nsubj"), None)
    hurt = any(c.dep_ == "agent" for c in token.rights) and not any(
        c.dep_ in ("aux", "auxpass") for c in token.children
    )  # "a man shot by police dies"
    joined = ("dep", "conj") if hurt else ("dep",)
    verb = next((c for c in token.rights if c.tag_ in ("VBZ", "VBP") and c.dep_ in joined), None)
    verb = verb or next((c for c in token.rights if _is_told_of_it(c, token)), None)
    if token.lemma_.lower() in supposing and any(c.dep_ == "xcomp" for c in token.children):
        verb = verb or _unjoined(token)
    if subject is None or verb is None or any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in verb.lefts):
        return
    if any(c.dep_ == "auxpass" for c in verb.lefts):
        subject.dep_ = "nsubjpass"
    verb.hang(verb, "ROOT")
    for child in list(token.children):
        if child.i == subject.i or child.i > verb.i:
            child.hang(verb, child.dep_)
    token.hang(subject, "acl")
    token.tag_ = "VBN"


def _is_told_of_it(verb: Token, past: Token) -> bool:
    """ "Men detained in Strelsau are deported": no "and" joins the passive to what only describes the men."""
    passive = verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.lefts)
    joined = any(c.dep_ in ("cc", "dobj") or c.text in (",", ";") for c in past.rights if c.i < verb.i)
    loose = verb.dep_ in ("conj", "dep", "advcl") and not any(
        c.dep_ in ("mark", "advmod") for c in verb.lefts
    )
    return passive and loose and not joined


def _unjoined(token: Token) -> Token | None:
    """ "Hackers believed to work for Sylvania paralysed a bank": a second past form that nothing joins to the first."""
    verb = next((c for c in token.rights if c.dep_ == "conj" and c.tag_ == "VBD"), None)
    return None if any(c.dep_ in ("cc", "punct") for c in token.rights if verb and c.i < verb.i) else verb


def _read_as_particle(token: Token, event_verbs: frozenset[str]) -> None:
    """ "shoots down 34 of 40 drones": no object of a preposition that stands like an adverb."""
    verb = token.head
    if token.i != verb.i + 1 or f"{verb.lemma_.lower()} {token.lower_}" not in event_verbs:
        return
    for child in list(token.children):
        if child.dep_ == "pobj":
            child.hang(verb, "dobj")
    token.dep_, token.tag_ = "prt", "RP"


def _close_report(sentence: Span, closing: frozenset[str]) -> None:
    last = next((t for t in reversed(list(sentence)) if not t.is_punct and not t.is_space), None)
    if last is None or last.tag_ != "NNS" or last.lemma_.lower() not in closing or last.dep_ not in OBJECTS:
        return
    subject, first = last.nbor(-1), last.left_edge
    if subject.i < first.i or first.i <= sentence.start or first.nbor(-1).text != "," or subject.is_punct:
        return
    old = sentence.root
    for child in list(last.lefts):
        if child.i != subject.i:
            child.hang(subject, child.dep_)
    last.hang(last, "ROOT")
    last.pos_, last.tag_ = "VERB", "VBZ"
    subject.pos_ = "NOUN" if subject.pos_ not in ("NOUN", "PROPN") else subject.pos_
    subject.hang(last, "nsubj")
    old.hang(last, "ccomp")


def _read_as_verb(token: Token, event_nouns: frozenset[str]) -> None:
    """A plural noun right after a name, if it has an object or makes the next word a verb that is rather its object."""
    subject = token.nbor(-1)
    if subject.tag_ not in NAMES or subject.head.i != token.i or subject.dep_ not in ("compound", "nmod"):
        return
    after = token.head
    if token.dep_ != "nsubj" or after.i != token.i + 1 or after.tag_ not in ("VBP", "VB"):
        return
    noun = _described(after, event_nouns)
    own = after.lemma_.lower() not in event_nouns or (token.lemma_.lower() in event_nouns and noun is None)
    if own or any(c.dep_ in ("dobj", "ccomp", "xcomp", "aux") for c in after.children if c != noun):
        return
    was_root = after.head.i == after.i
    token.hang(token if was_root else after.head, after.dep_)
    for child in list(after.children):
        if child.i != token.i:
            child.hang(token, child.dep_)
    after.hang(noun or token, "compound" if noun else "dobj")
    after.pos_, after.tag_ = "NOUN", "NN"
    _make_verb(token, subject)


def _described(word: Token, event_nouns: frozenset[str]) -> Token | None:
    """ "Issues arrest warrants": the bare event noun right after a word that is rather part of its compound."""
    return next(
        (
            c
            for c in word.rights
            if c.dep_ == "dobj" and c.i == word.i + 1 and c.lemma_.lower() in event_nouns
        ),
        None,
    )


def _read_after_of(token: Token, sentence: Span) -> None:
    """ "The ministers of ASEAN convene in Strelsau": the base form agrees with the plural, and is no part of the name."""
    if token.tag_ != "NN" or token.dep_ != "pobj":
        return
    preposition, name = token.head, token.nbor(-1) if token.i else token
    subject = preposition.head
    named = name.tag_ in NAMES and name.dep_ == "compound" and name.head.i == token.i
    plural = subject.dep_ == "ROOT" and subject.tag_ in ("NNS", "NNPS")
    if not (named and plural) or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in sentence):
        return
    name.hang(preposition, "pobj")
    for child in [c for c in token.lefts if c.i < name.i]:
        child.hang(name, child.dep_)
    token.hang(token, "ROOT")
    token.pos_, token.tag_ = "VERB", "VBP"
    for child in [c for c in subject.rights if c.i > token.i or c.dep_ == "punct"]:
        child.hang(token, "advcl" if _is_aim(child) else child.dep_)
    subject.hang(token, "nsubj")


def _give_back_object(adjective: Token) -> None:
    """ "Sets free two captives": whom it sets free is the object of the verb."""
    for child in [c for c in adjective.rights if c.dep_ == "dobj"]:
        child.hang(adjective.head, "dobj")


def _is_aim(token: Token) -> bool:
    return token.pos_ == "VERB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)


def _read_adjective(token: Token, event_nouns: frozenset[str]) -> None:
    """ "The two premiers initial a pact": an adjective has no object. "Talks open in Zenda": nor do talks have one."""
    if token.tag_ != "JJ" or token.dep_ != "ROOT":
        return
    deps = {c.dep_ for c in token.children}
    acts = any(c.dep_ == "nsubj" and c.tag_ == "NNS" and c.lemma_.lower() in event_nouns for c in token.lefts)
    if ({"nsubj", "dobj"} <= deps or acts) and "cop" not in deps:
        token.pos_, token.tag_ = "VERB", "VBP"


def _make_verb(token: Token, subject: Token) -> None:
    token.pos_, token.tag_ = "VERB", "VBZ"
    for child in list(token.lefts):
        if child.i < subject.i and child.dep_ in ("compound", "amod", "nmod", "det", "poss"):
            child.hang(subject, child.dep_)
    subject.hang(token, "nsubj")
