"""A parsed text in, the same with prepositions, first verbs and plurals of abbreviations put where they belong.

"Sylvania's envoy to the League thanks ...": the parser takes the last noun before the verb for its subject. "Left for
Klausenburg to negotiate": it takes the town for who negotiates. "Ruritania and Sylvania trade accusations": it takes
the verb for the last of a list.
"""

from __future__ import annotations

from collections.abc import Mapping

from detente.knowledge.grammar import Grammar
from detente.reading.repairs.agents.between import raise_partner
from detente.reading.repairs.clauses.held_to_account import OF_CHARGES, raise_laid
from detente.reading.repairs.names.called_names import read_late_name, read_misplaced_name
from detente.reading.repairs.phrases.joined import JOINED_LATE, join_before
from detente.reading.repairs.phrases.places import join_accused, join_origin, join_scene, join_target
from detente.reading.repairs.subjects.along_with import OF_FELLOWS, join_fellows
from detente.reading.repairs.words.after_names import read_verb_after_pair
from detente.reading.repairs.words.lemmas import mend_plurals
from detente.reading.shapes import NOUNS, is_finite
from detente.reading.tokens import Doc, Token

Words = Mapping[str, frozenset[str]]

INFLECTED = ("VBZ", "VBD")
VERBAL = ("VB", "VBD", "VBP", "VBZ")
LOOSE = ("dep", "nmod", "npadvmod", "appos", "compound")
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
CLAUSES = ("advcl", "ccomp", "parataxis", "dep")
QUOTE, DESPITE = "``", "despite"  # a tag; a preposition
LOOKED_AT = ("dobj", "appos", "compound", "nsubj", "pobj", "oprd", "conj", "prep", "pcomp", "mark")


def repair_attachment(doc: Doc, event_verbs: frozenset[str], grammar: Grammar) -> Doc:
    """The same document; a sentence is only changed where the words leave no other reading."""
    mend_plurals(doc)
    words = grammar.words
    leaving, calling = words["leaving verbs"], words["calling verbs"]
    looked_at = doc.by_sentence(dep_=LOOKED_AT)
    for sentence in list(doc.sents):
        for token in looked_at.within(sentence):
            if token.dep_ in JOINED_LATE:
                join_before(token, event_verbs)
            if token.dep_ == "nsubj":
                _free_place(token)
            elif token.dep_ == "pobj":
                _give_back_preposition(token)
                _free_object(token)
            elif token.dep_ == "appos" or (token.dep_ == "oprd" and _follows_result(token)):
                _free_object(token)
                _read_named_group(token, words["named groups"])
            elif token.dep_ == "dobj":
                _mend_object(token, calling, words)
            elif token.dep_ == "conj":
                _mend_conjunct(token)
            elif token.dep_ == "prep":
                _mend_preposition(token, words)
            elif token.dep_ == "pcomp" and token.head.head.dep_ == "dobj":
                _read_charge(token, grammar.words["accusing verbs"])
            elif token.dep_ == "mark" and token.lower_ == "for":
                _read_destination(token, leaving)
        read_verb_after_pair(sentence, event_verbs, grammar)
    return doc


def _join_after_and(noun: Token) -> None:
    """ "Arrived for talks on a truce and the release of captives": what stands after "and" is joined before it."""
    at = noun.left_edge.i - 1
    link = noun.doc[at] if at > noun.sent.start else None
    if link is None or link.dep_ != "cc" or link.head.tag_ not in NOUNS or noun.tag_ not in NOUNS:
        return
    first = link.head
    if first.dep_ == "pobj" and first.i < at and not any(c.dep_ == "conj" and c.i > at for c in first.rights):
        noun.hang(first, "conj")


def _mend_preposition(mark: Token, words: Words) -> None:
    low = mark.lower_
    if low == DESPITE and mark.head.dep_ == "dobj" and mark.head.head.pos_ == "VERB":
        mark.hang(mark.head.head, "prep")  # "reopened the bridge despite protests": no bridge is so
    if low in OF_CHARGES and mark.head.dep_ in ("pobj", "dobj"):
        raise_laid(mark, words)
    if low == "with" and mark.head.dep_ == "pobj":
        raise_partner(mark, words["sidelines"])
    if low == "from":
        join_origin(mark, words["nouns of harm"])
    elif low == "in":
        join_scene(mark, words["denouncing verbs"])
    elif low in ("on", "against"):
        join_target(mark, words)
        join_accused(mark, words["complaints"])
    if low in OF_FELLOWS:
        join_fellows(mark)
    if low in words["opening a phrase or clause"]:
        _read_clause_after(mark)


def _mend_object(noun: Token, calling: frozenset[str], words: Words) -> None:
    _join_after_and(noun)
    if noun.head.lemma_.lower() in calling:
        _read_quoted_name(noun)
        read_misplaced_name(noun.head)
        read_late_name(noun, words["units of time"])
    _set_aside(noun, words["ranking words"])


def _read_quoted_name(noun: Token) -> None:
    """ "Calls the crowd 'criminals'", "calls the move 'null and void'": what is quoted is what it is called."""
    verb = noun.head
    for child in list(noun.lefts):
        if child.dep_ in LOOSE and child.tag_ in NOUNS and child.nbor().tag_ == QUOTE:
            child.hang(verb, "dobj")
            noun.dep_ = "oprd"
            return
    for child in list(noun.rights):
        if child.dep_ == "amod" and child.nbor(-1).tag_ == QUOTE:
            child.hang(verb, "oprd")
            return


def _mend_conjunct(token: Token) -> None:
    if token.tag_ in INFLECTED:
        _raise_conjunct(token)
    elif token.tag_ in NOUNS and token.head.tag_ in VERBAL:
        _join_to_noun(token)


def _join_to_noun(noun: Token) -> None:
    """As before, where it was joined to the verb: what has an article is joined to the noun before the "and"."""
    link = noun.doc[noun.left_edge.i - 1]
    first = noun.doc[link.i - 1]
    if link.dep_ != "cc" or first.dep_ != "pobj" or first.tag_ not in NOUNS or first.i < noun.head.i:
        return
    if any(c.dep_ == "det" for c in noun.lefts):
        link.hang(first, "cc")
        noun.hang(first, "conj")


def _read_charge(deed: Token, accusing: frozenset[str]) -> None:
    """ "Accused the militants of kidnapping soldiers": the deed goes with the verb, and not with the noun."""
    of, noun = deed.head, deed.head.head
    if of.lower_ == "of" and noun.head.lemma_.lower() in accusing:
        of.hang(noun.head, "prep")


def _raise_conjunct(verb: Token) -> None:
    """ "says that it cannot pay and urges others to help": no bare form goes on with an inflected one."""
    above = verb.head
    if above.tag_ not in ("VB", "VBG") or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    while above.tag_ != verb.tag_ and above.head.i != above.i:
        above = above.head
    if above.tag_ == verb.tag_ and above.i < verb.i and above.sent.start == verb.sent.start:
        verb.hang(above, "conj")


def _follows_result(noun: Token) -> bool:
    """ "Shot dead a student": what the verb makes of its object may stand before it."""
    if noun.tag_ not in NOUNS or noun.left_edge.i <= noun.head.i + 1:
        return False
    before = noun.left_edge.nbor(-1)
    return before.i == noun.head.i + 1 and before.head is noun.head and before.dep_ in ("advmod", "acomp")


def _free_place(name: Token) -> None:
    """ "A blast in Zenda, Ruritania kills six": the last of the names of a place does nothing."""
    verb, comma = name.head, name.left_edge.i - 1
    if name.tag_ != "NNP" or comma <= name.sent.start or name.doc[comma].text != ",":
        return
    loose = [c for c in verb.lefts if c.dep_ in LOOSE and c.tag_ in ("NN", "NNS") and c.i < comma]
    if len(loose) != 1 or name.left_edge.i != name.i:
        return
    town = name.doc[comma - 1]
    inside = town.dep_ in ("pobj", "appos", "conj") and loose[0].i in {t.i for t in town.ancestors}
    if inside and town.tag_ == "NNP":
        name.hang(town, "appos")
        loose[0].dep_ = "nsubj"


def _give_back_preposition(noun: Token) -> None:
    """ "is due to the recession": what hangs on an adjective is governed by the preposition right before it."""
    above = noun.head
    if above.pos_ != "ADJ":
        return
    before = noun.left_edge.i - 1
    if before <= above.i:
        return
    prep = noun.doc[before]
    if prep.dep_ == "prep" and prep.head.i == above.i and not any(prep.children):
        noun.hang(prep, "pobj")


def _free_object(noun: Token) -> None:
    """ "Soldiers release the premier", "condemns as cowardly the raid": a verb has no apposition, but an object."""
    verb = noun.head
    if noun.dep_ == "pobj":
        judged = verb.lower_ == "as" and any(
            c.dep_ == "amod" and c.i < noun.left_edge.i for c in verb.children
        )
        if not judged or noun.left_edge.pos_ != "DET":
            return
        verb = verb.head
    apart = (
        noun.left_edge.i and noun.left_edge.nbor(-1).text == ","
    )  # "meet in Zenda, the seat of the league"
    if apart and noun.dep_ == "appos":
        return
    if verb.pos_ == "VERB" and noun.i > verb.i and not any(c.dep_ == "dobj" for c in verb.children):
        noun.hang(verb, "dobj")


def _read_named_group(name: Token, groups: frozenset[str]) -> None:
    """ "The rebel group Black Eagles": the name is who it is, and the noun before it says what that is.

    "Wheat growers Ruritania and Sylvania sign": so are two names.
    """
    noun = name.head
    if name.dep_ != "appos" or name.pos_ != "PROPN" or name.left_edge.i != noun.i + 1:
        return
    two = noun.tag_ == "NNS" and name.left_edge is name and any(c.pos_ == "PROPN" for c in name.conjuncts)
    if not two and (noun.tag_ != "NN" or noun.lemma_.lower() not in groups):
        return
    name.hang(name if noun.head.i == noun.i else noun.head, noun.dep_)
    for child in list(noun.children):
        child.hang(name, child.dep_)
    noun.hang(name, "compound")


def _set_aside(noun: Token, series: frozenset[str]) -> None:
    """ "Met the king on Monday, their first talks since May": the second is said of the meeting, and nobody met it."""
    first, verb = noun.left_edge, noun.head
    if first.i <= verb.i + 1 or first.nbor(-1).text != ",":
        return
    earlier = any(c.dep_ == "dobj" and c.i < first.i for c in verb.children)
    if earlier and any(c.lower_ in series for c in noun.lefts):
        noun.dep_ = "dep"


def _read_clause_after(mark: Token) -> None:
    """ "Left after Ruritania, Sylvania and Graustark threatened sanctions": they threatened, and nobody else did."""
    subject = next((c for c in mark.rights if c.dep_ == "pobj"), None)
    end = subject.right_edge.i + 1 if subject is not None else len(mark.doc)
    if subject is None or end >= len(mark.doc):
        return
    verb = mark.doc[end] if mark.doc[end].pos_ == "VERB" else mark.doc[end].head
    headless = verb.left_edge.i == end and not any(c.dep_ in SUBJECTS for c in verb.children)
    if headless and verb.dep_ in CLAUSES and is_finite(verb) and verb.head in mark.ancestors:
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        subject.hang(verb, "nsubjpass" if passive else "nsubj")
        verb.hang(verb.head, "advcl")
        mark.hang(verb, "mark")


def _read_destination(mark: Token, leaving: frozenset[str]) -> None:
    """ "left for Klausenburg to negotiate": they negotiate there."""
    inner = mark.head
    verb, place = inner.head, next((c for c in inner.lefts if c.dep_ == "nsubj"), None)
    if verb.lemma_.lower() not in leaving or place is None or mark.nbor(-1).i != verb.i:
        return
    if place.tag_ not in ("NNP", "NNPS") or place.left_edge.i != mark.i + 1:
        return
    mark.hang(verb, "prep")
    mark.pos_, mark.tag_ = "ADP", "IN"
    place.hang(mark, "pobj")
