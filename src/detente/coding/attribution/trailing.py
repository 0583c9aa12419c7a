"""What the parser hung on a cue though it goes with what is told, as tokens out."""

from __future__ import annotations

from detente.coding.attribution.candidates import Reading, subtree
from detente.coding.attribution.edges import finite_tag, is_cue, opens_with_that, true_sentence
from detente.coding.attribution.frames import entries_held
from detente.knowledge.cues import PREPOSITIONS
from detente.reading.shapes import NOUNS, TENSED
from detente.reading.tokens import Token

_PAST_OR_THIRD = ("VBD", "VBZ")
_MAIN = ("ROOT", "ccomp", "parataxis")
_BARE = ("VB", "VBP")
_OWN = ("nsubj", "nsubjpass", "expl")
_POINTING = ("that", "this", "it")  # what was said, of which the writer says something
_DASHES = ("-", "--", "—", "–")


def trailing(predicate: Token, heads: list[Token], frame: str, reading: Reading) -> set[int]:
    """What the parser hung on the cue though it goes with the content that stands before it."""
    end = max(h.i for h in heads)
    if frame == "host" or end < predicate.i:
        return set()
    tokens: set[int] = set()
    nominal = heads[-1].pos_ in ("NOUN", "PROPN", "PRON") and (
        frame.endswith("object") or heads[-1].dep_ == "pobj"
    )
    edge = heads[-1].right_edge.i
    for child in predicate.rights:
        if nominal and child.dep_ == "prep" and child.i == edge + 1 and _complements(child, reading):
            tokens |= subtree(child)
            edge = child.right_edge.i
        if child.left_edge.i > end and child.dep_ == "advcl" and _belongs(child, frame, reading):
            tokens |= subtree(child)
        if child.left_edge.i > end and _goes_on(child, predicate, frame, reading):
            tokens |= set(range(end + 1, child.right_edge.i + 1))
    return tokens


def spelled_out(content: set[int], predicate: Token, reading: Reading) -> set[int]:
    """ "Focused on all the ills of the land: dear bread and bad roads": what follows the colon, if it is a list or a
    question, and nobody is quoted."""
    doc, colon = reading.doc, max(content, default=-1) + 1
    if not predicate.i < colon < len(doc) - 1 or doc[colon].text != ":" or doc[colon + 1].is_space:
        return set()
    rest = range(colon + 1, true_sentence(doc, colon)[1])
    told = any(doc[i].tag_ in TENSED and doc[i].dep_ in _MAIN for i in rest)
    quoted = any(reading.quoted[i] is not None for i in rest)
    return set() if quoted or (told and doc[rest[-1]].text != "?") else set(rest)


def _goes_on(child: Token, predicate: Token, frame: str, reading: Reading) -> bool:
    """ "Said that it was, and that ..."; "talked about the dam and how it burst"; "alluded to hers, and to his own"."""
    if child.dep_ == "prep":
        before = child.nbor(-1)
        return child.lower_ == frame and before.lower_ in ("and", "or") and frame in PREPOSITIONS
    if child.dep_ != "conj":
        return False
    if child.left_edge.lower_ in reading.words["question-words"]:
        return child.left_edge.nbor(-1).lower_ in ("and", "or")
    if "infinitive" in frame:  # "promised to lower the levy, mend the bridge and feed the poor"
        own = any(c.dep_ in (*_OWN, "aux") for c in child.lefts)
        return child.tag_ in _BARE and not own and finite_tag(predicate) in _PAST_OR_THIRD
    if frame in PREPOSITIONS:  # "called for a vote, and then a show of hands"
        return child.tag_ in NOUNS and not any(c.dep_ in _OWN for c in child.lefts)
    return "clause" in frame and (opens_with_that(child) or _is_objection(child, predicate, reading))


def _is_objection(clause: Token, predicate: Token, reading: Reading) -> bool:
    """ "Said that most letters were secret, but some were merely dull": told as well, if it tells of no telling."""
    but = clause.doc[clause.left_edge.i - 1]
    told = but.lower_ == "but" and but.nbor(-1).text not in _DASHES
    own = any(c.dep_ in _OWN and c.lower_ not in _POINTING for c in clause.lefts)
    return told and own and _quotes(predicate, reading) and not is_cue(clause, reading)


def _quotes(verb: Token, reading: Reading) -> bool:
    """Whether it is a word of speech, that can bring in a quotation."""
    entries = reading.knowledge.verbs.get(verb.lemma_.lower(), ())
    return any("quote" in entry.rule.frames for entry, _ in entries_held(verb, entries))


def _complements(prep: Token, reading: Reading) -> bool:
    """A phrase right after a noun that tells what the noun is about, and not when or by what means it was
    said.
    """
    target = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if prep.lower_ not in reading.words["noun-prepositions"]:
        return False
    return target is None or (target.lemma_.lower() not in reading.words["circumstances"])


def _belongs(clause: Token, frame: str, reading: Reading) -> bool:
    """A participle without a cue, a reason or condition after a clause, or the purpose of a thing asked
    for.
    """
    if reading.quoted[clause.i] is not None or is_cue(clause, reading):
        return False
    if any(c.tag_ == "TO" and c.dep_ == "aux" for c in clause.children):
        return "infinitive" not in frame
    if "clause" not in frame:
        return False
    marks = {c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod")}
    return clause.tag_ == "VBG" or bool(marks & reading.words["reasons"])
