"""Headlines in, the same with bare objects, bidden verbs and who is "first to" do a thing read as what they are out.

"Bury hatchet": a noun without an article is taken for an adverb. "Demands Sylvania let aid in": what is demanded is no
past, though it looks like one. "Ruritania becomes first to recognise it", "Sylvania latest to quit pact": who is the
first or latest to do a thing does it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.reading.shapes import FINITE, NAMES, NOUNS, SUBJECTS
from detente.reading.tokens import Doc, Token

BARE, ADVERBS = ("NN", "NNS"), ("advmod", "npadvmod")
TO, INFINITIVE, PAST, THIRD = "TO", "VB", "VBD", "VBZ"
IN_WHICH = ("advcl", "xcomp", "relcl", "acl")
LINKING = frozenset({"be", "become"})
DESCRIBES, CLAUSE, TOP = "amod", "acl", "ROOT"
FOLLOWING = ("prep", "npadvmod")

SAID, NOMINAL = ("ccomp", "advcl", "dep", "nsubj"), ("NOUN", "PROPN")


def repair_bare_objects(doc: Doc, event_verbs: Collection[str], units: Collection[str]) -> None:
    """units: words of time, which stand so as well ("bury him Friday"); event_verbs: of all rules."""
    for noun in doc.having(dep_=ADVERBS):
        verb = noun.head
        if noun.i != verb.i + 1 or noun.tag_ not in BARE or verb.tag_ not in FINITE or noun.children:
            continue
        alone = not any(c.dep_ in ("dobj", "prt", "ccomp", "xcomp") for c in verb.rights)
        if alone and verb.lemma_.lower() in event_verbs and noun.lemma_.lower() not in units:
            noun.hang(verb, "dobj")
            noun.pos_ = "NOUN"


def repair_bidden_pasts(doc: Doc, demanding: Collection[str]) -> None:
    """demanding: lemmas of verbs that ask for a thing to be done."""
    for verb in doc.having(dep_=("ccomp",)):
        same = verb.tag_ == PAST and verb.lemma_.lower() == verb.lower_
        above = verb.head
        if same and above.i < verb.i and above.tag_ in FINITE and above.lemma_.lower() in demanding:
            verb.tag_ = INFINITIVE


def repair_first_to(doc: Doc, ranks: Collection[str]) -> None:
    """ranks: "first", "latest"."""
    for rank in doc.having(lower_=ranks):
        for deed in _deeds(rank):
            _tell(rank, deed)
            break


def _deeds(rank: Token) -> Iterator[Token]:
    """The infinitive behind the word or its noun, in a clause that says of its subject what it is."""
    noun = rank.head if rank.dep_ == "amod" and rank.head.tag_ in NOUNS else rank
    link = noun if noun.dep_ == "ROOT" else noun.head
    linked = link is rank or (link.lemma_ in LINKING and noun.i > link.i)
    if not _names_doer(rank, link) and (not linked or not any(c.dep_ in SUBJECTS for c in link.lefts)):
        return
    for deed in (*noun.rights, *link.rights):
        opened = any(c.tag_ == TO for c in deed.lefts)
        if deed.tag_ == INFINITIVE and deed.dep_ in IN_WHICH and opened and deed.i > rank.i:
            yield deed


def _names_doer(rank: Token, link: Token) -> bool:
    """ "Sylvania first to recognise it": the name itself is the root."""
    return link.dep_ == "ROOT" and link.tag_ in NAMES and rank.i == link.i + 1


def _tell(rank: Token, deed: Token) -> None:
    """The subject does what the infinitive says, in the tense of the linking verb."""
    noun = rank.head if rank.dep_ == "amod" and rank.head.tag_ in NOUNS else rank
    link = noun if noun.dep_ == "ROOT" else noun.head
    verb = link.tag_ in (*FINITE, "VBN", INFINITIVE)
    above, label = link.head, link.dep_
    deed.hang(*((deed, label) if above is link else (above, label)))
    joined = (c for c in deed.conjuncts if c.i > deed.i and c.tag_ == INFINITIVE)
    for told in (deed, *joined):
        told.tag_ = link.tag_ if verb else THIRD
        for to in [c for c in told.lefts if c.tag_ == TO]:
            to.dep_ = "dep"
    for child in [c for c in link.children if c is not noun]:
        child.hang(deed, child.dep_)
    if link is not noun:
        link.hang(deed, "nsubj" if _names_doer(rank, link) else "dep")
    noun.hang(deed, "advmod" if noun is rank else "npadvmod")


def repair_due_there(doc: Doc, due: Collection[str]) -> Doc:
    """The same document. due: adjectives that say of somebody that he will come."""
    for token in doc.having(lower_=due):
        if token.lower_ in due and token.dep_ == DESCRIBES and _is_said_of_head(token):
            token.pos_, token.tag_, token.dep_, token.lemma_ = "VERB", "VBN", CLAUSE, token.lower_
            for later in [c for c in token.head.rights if c.i > token.i and c.dep_ in FOLLOWING]:
                later.hang(token, later.dep_)
    return doc


def _is_said_of_head(token: Token) -> bool:
    """Behind the noun that heads the line, with something of its own: "due in Klausenburg", "due to meet"."""
    noun = token.head
    return noun.dep_ == TOP and noun.i < token.i and any(c.i > token.i for c in token.children)


def repair_said_to_come(doc: Doc, claiming: Collection[str], contents: Collection[str]) -> Doc:
    """ "Premier to visit Sylvania, king says": it is said that he will, and the parser has a noun that is said.

    claiming: verbs of saying; contents: nouns whose infinitive says what they are about ("plan to visit").
    """
    for verb in doc.having(lemma_=claiming):
        if verb.dep_ != TOP:
            continue
        noun = next((c for c in verb.lefts if c.dep_ in SAID and c.pos_ in NOMINAL), None)
        if noun is not None and noun.lemma_.lower() not in contents and noun.left_edge.i == verb.sent.start:
            _say_deed(noun, verb)
    return doc


def _say_deed(noun: Token, verb: Token) -> None:
    """Whoever is to do it becomes the subject of what is said."""
    deed = next((c for c in noun.rights if c.tag_ == "VB" and any(w.tag_ == "TO" for w in c.lefts)), None)
    speaks = any(c.dep_ == "nsubj" and c.i > noun.i for c in verb.lefts)
    if deed is not None and speaks:
        deed.hang(verb, "ccomp")
        noun.hang(deed, "nsubj")
