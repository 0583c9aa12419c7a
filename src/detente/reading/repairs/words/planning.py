"""A parsed text in, the same with plans that are verbs read as such out.

"Ruritanian police plan to arrest two men", "the two kings plan to meet", "Ruritania and Sylvania plan to sign a pact, the
ministry said": taken for somebody's plan to do it.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

NOUN, VERB, INFINITIVE = "NN", "VBP", ("xcomp", "acl", "relcl", "advcl")
MANY, BEFORE = ("NNS", "NNPS"), ("det", "nummod", "amod", "poss")
SUBJECT, JOINED, MAIN = "nsubj", "conj", ("ROOT", "ccomp")  # "the ministry said" may stand behind it


def repair_planning(doc: Doc, bound: Collection[str], many: Collection[str]) -> Doc:
    """The same document. bound: verbs whose infinitive says what they are about ("plan", "vow"); many: nouns that mean
    several without an ending ("police")."""
    for plan in doc.having(dep_=MAIN):
        if plan.lower_ not in bound or plan.tag_ not in (NOUN, VERB) or not plan.i:
            continue
        last, to = plan.nbor(-1), plan.nbor(1) if plan.i + 1 < len(doc) else plan
        who = last
        while who.dep_ == JOINED and who.head.i < who.i:
            who = who.head
        named = who.dep_ in ("compound", "nmod") and who.head is plan
        several = who is not last or who.tag_ in MANY or who.lower_ in many
        if named and to.tag_ == "TO" and several:
            _read(plan, who, to.head)
    return doc


def _read(plan: Token, who: Token, aim: Token) -> None:
    if aim.head is not plan or aim.dep_ not in INFINITIVE:
        return
    for child in [c for c in plan.lefts if c is not who and c.dep_ in (*BEFORE, "compound")]:
        child.hang(who, child.dep_)
    who.hang(plan, SUBJECT)
    aim.dep_ = "xcomp"
    plan.pos_, plan.tag_ = "VERB", VERB
