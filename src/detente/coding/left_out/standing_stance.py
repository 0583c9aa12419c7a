"""A draft in, whether it only says how somebody stands to a thing, what a text would say, or who passed it, out.

"Asked the five members that do not recognise Graustark", "the states which do not accept refugees": who they are, and
nothing that they did. "Debated a motion that condemns Sylvania": it is not passed yet. "Opponents of an attack on Sylvania
marched": what they are against has not been done. "The isle is recognised as part of Sylvania": so it has long been.
"A resolution approved by the council condemns Sylvania": that condemns it, and nobody backs Sylvania.
"""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

DEBATED = "it is only what a text says that is debated"
HELD = "it only says whose a land is held to be"
RECOGNITION, BE = "recognition", ("is", "are", "'s", "being")
STANCE = "it only says how somebody stands, and of whom is told"
RELATIVE, BASE, HABIT = "relcl", "VB", ("do", "does")
OBJECTS = ("dobj", "nsubjpass")
PERSON = "person"  # a sort of mention
SIDED, DEFINITE = "people for or against something", ("det", "poss")
AGAINST_WHAT, NONE_SAID = ("of", "to"), ("a", "an", "any")
PASSED = "it only says by whom the paper was passed"
APPROVALS = frozenset({"ratification", "endorsement", "vote of support"})  # kinds
PAPERS = "papers that a body passes"  # a list of words
DESCRIBES, TELLS, PARTICIPLE = ("acl", "relcl"), "nsubj", "VBN"


def only_stands(draft: Draft, statuses: Statuses) -> str | None:
    """By a present tense that is denied: what has been refused is told otherwise."""
    token = statuses.graph.doc[draft.head]
    if _is_debated(token, draft, statuses):
        return DEBATED
    if _is_what_they_are_against(token, statuses):
        return STANCE
    if draft.kind == RECOGNITION and _is_held_to_be(token, statuses):
        return HELD
    if token.dep_ != RELATIVE or token.tag_ != BASE:
        return None
    helped = any(c.dep_ == "aux" and c.lower_ in HABIT for c in token.lefts)
    denied = any(c.dep_ == "neg" for c in token.children)
    return STANCE if helped and denied else None


def _is_held_to_be(verb: Token, statuses: Statuses) -> bool:
    """Not "the king is recognised by Sylvania", which may be news; "the isle ... as part of it" is none."""
    predicate = statuses.graph.predicates[verb.i]
    named = (statuses.mentions.actors.get(head) for head in predicate.heads("object"))
    if any(mention is not None and mention.kind == PERSON for mention in named):
        return False  # "is recognised as president by Sylvania"
    stands = any(c.dep_ == "auxpass" and c.lower_ in BE for c in verb.lefts)
    return stands and (predicate.has("as") or not predicate.has("subject"))


def _is_debated(clause: Token, draft: Draft, statuses: Statuses) -> bool:
    kind, words = statuses.lexicon.kinds[draft.kind], statuses.graph.words
    text = clause.head
    if not kind.speech or clause.dep_ not in (RELATIVE, "acl") or text.dep_ not in OBJECTS:
        return False
    over = text.head.head if text.head.dep_ == "xcomp" else text.head  # "fails to adopt a text that ..."
    debated = over.lemma_.lower() in words["debating verbs"]
    return debated and text.lemma_.lower() in words["texts debated"]


def _is_what_they_are_against(noun: Token, statuses: Statuses) -> bool:
    """ "Critics of talks with Sylvania"; "critics of the talks" know of some."""
    people = noun.head.head
    if noun.dep_ != "pobj" or noun.pos_ != "NOUN" or noun.head.lower_ not in AGAINST_WHAT:
        return False
    if people.lemma_.lower() not in statuses.graph.words[SIDED]:
        return False
    return not any(c.dep_ in DEFINITE and c.lower_ not in NONE_SAID for c in noun.lefts)


def only_tells_who_passed_it(draft: Draft, statuses: Statuses) -> str | None:
    """By a participle on the paper, which is the subject of what is told."""
    token = statuses.graph.doc[draft.head]
    if draft.kind not in APPROVALS or token.tag_ != PARTICIPLE or token.dep_ not in DESCRIBES:
        return None
    paper = token.head
    while paper.dep_ == "pobj":  # "a statement on Sylvania approved by the council"
        paper = paper.head.head
    passed = paper.dep_ == TELLS and paper.lemma_.lower() in statuses.graph.words[PAPERS]
    return PASSED if passed else None
