"""A parsed text in, the phrases out that only say when, where it was said or who told of it.

"Sylvania's police broke up a march, a week before elections in Graustark", "In a speech in Zenda, ...", "..., a
Graustarkian minister said": who is named there is no party to the act, and is no reason to think that others are.
"""

from __future__ import annotations

from collections.abc import Mapping

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Token

ASIDES = "asides"
TIME, SETTING, TELLER, PAPER = "time", "setting", "teller", "paper"  # sorts of asides
BESIDE, CALM, SPEECHES, REPORTING = (
    "prepositions of asides",
    "calm events",
    "occasions of speech",
    "verbs of reporting",
)
GATHERING, PAPERS = "verbs of coming together", "papers on others"
COMING, BEFORE = "coming events", "before"
AFTER, OF, WHERE = frozenset({"after", "following"}), "of", frozenset({"in", "on", "at", "during"})
VERBS, LABELS = ("VERB", "AUX"), ("prep", "advmod")
DESCRIBING = ("acl", "relcl", "advcl")  # labels of clauses that say more of somebody
STRETCH = "npadvmod"
NOTHING = frozenset[int]()

Words = Mapping[str, frozenset[str]]


def note_asides(doc: Doc, words: Words) -> None:
    """Keep with the text where its asides are, for `outside`."""
    found: list[tuple[range, str]] = []
    for token in doc.having(dep_=LABELS, lemma_=words[REPORTING]):
        if token.dep_ in LABELS:
            if _opens(token, words):
                found.append((_reach(token), SETTING if token.lower_ in WHERE else TIME))
        elif token.pos_ == "VERB" and token.lemma_ in words[REPORTING] and _tells(token):
            found += [(_reach(c), _sort_of_teller(c, words)) for c in token.children if c.dep_ in SUBJECTS]
    by_sentence = doc.user_data[ASIDES]
    for reach, sort in found:
        by_sentence.setdefault(doc[reach.start].sent.start, []).append((reach, sort))


def outside(head: int, doc: Doc, *, but: str | None = None, only: str | None = None) -> frozenset[int]:
    """The tokens of asides in the token's sentence; none of one in which the token itself stands.

    but: a sort that is left in: a `SETTING` may say where it took place ("during a patrol in Zenda"), and a `TELLER`
    whose those are of whom he tells ("the Sylvanian army said that troops ..."), but a `PAPER` does not ("the police
    tortured suspects, the Sylvanian report said"). only: the one sort that is asked for.
    """
    asides: list[tuple[range, str]] | None = doc.user_data[ASIDES].get(doc[head].sent.start)
    if asides is None:
        return NOTHING
    return frozenset(
        [i for reach, sort in asides if _is_asked(sort, but, only) and head not in reach for i in reach]
    )


def _is_asked(sort: str, but: str | None, only: str | None) -> bool:
    return sort != but and only in (None, sort)


def _sort_of_teller(noun: Token, words: Words) -> str:
    return PAPER if noun.lemma_.lower() in words[PAPERS] else TELLER


def _reach(token: Token) -> range:
    return range(token.left_edge.i, token.right_edge.i + 1)


def _opens(token: Token, words: Words) -> bool:
    """A preposition that says when or beside whom, or where somebody spoke; it hangs on a verb or a stretch of time."""
    low, over = token.lower_, token.head
    if low not in AFTER and low not in WHERE and low not in words[BESIDE]:
        return False
    if low in WHERE and _says_where_they_met(over, words):
        return True
    if (over.pos_ not in VERBS and over.dep_ != STRETCH) or any(c.dep_ == "pcomp" for c in token.rights):
        return False  # "hijacked it before being shot in Zenda": the story goes on
    nouns = {c.lemma_.lower() for c in token.rights if c.dep_ == "pobj"}
    if low == BEFORE and not (_is_measured(token) or nouns & (words[CALM] | words[COMING])):
        return False  # "put it before the council"
    if low in words[BESIDE]:
        return token.dep_ == "prep" or any(c.lower_ == OF for c in token.rights)
    if low not in AFTER and (low not in WHERE or token.i > over.i):
        return False
    wanted = words[CALM] if low in AFTER else words[SPEECHES]
    return not nouns.isdisjoint(wanted)


def _says_where_they_met(verb: Token, words: Words) -> bool:
    """ "Ministers, meeting in Zenda, said", "envoys who gathered in Zenda"."""
    if verb.dep_ in DESCRIBING:
        return verb.lemma_ in words[GATHERING]
    return verb.dep_ == "appos" and verb.tag_ == "VBG" and verb.lower_ in words[GATHERING]


def _is_measured(token: Token) -> bool:
    """ "A week before": how long."""
    return token.head.dep_ == STRETCH or any(c.dep_ == STRETCH for c in token.lefts)


def _tells(verb: Token) -> bool:
    """ "A minister of Graustark said that ...", "..., Graustarkian radio reported"."""
    return verb.dep_ == "parataxis" or any(c.dep_ == "ccomp" for c in verb.children)
