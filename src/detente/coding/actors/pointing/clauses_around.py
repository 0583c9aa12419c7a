"""The subjects of the clauses around a word, and the states that a stretch of the text tells of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page
from detente.coding.roles.mentions import Mention
from detente.reading.shapes import PLURALS
from detente.reading.tokens import Token

PERSON = frozenset(("he", "she", "him", "his", "her", "hers", "himself", "herself"))
OPENING = frozenset({"prep", "advcl", "npadvmod"})  # what stands before a clause and says when or why
ITS = "its"
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
ROOT = "ROOT"
ACTING, REASON, OWNING, STATE = "nsubj", "advcl", "amod", "state"
COUNT = "CD"


def clause_subjects(token: Token) -> dict[int, int]:
    """A pronoun in, the subjects of the clauses around it out, which it means most likely.

    Subjects of the clauses that the token is in, inmost first; of a relative clause, its noun.
    """
    found: dict[int, int] = {}
    for verb in token.ancestors:
        subjects = [c.i for c in verb.children if c.dep_ in SUBJECTS and c.i < token.i]
        subjects = subjects or [c.i for c in _told_to(verb) if c.i < token.i]
        if verb.dep_ in (
            "relcl",
            "acl",
        ):  # "Rassendyll's failure to scrap his arsenal"; "its" may be another's
            own = verb.tag_ == "VB" and token.lower_ in PERSON
            subjects += [c.i for c in verb.head.lefts if own and c.dep_ == "poss"]
            subjects.append(verb.head.i)
            subjects += _within_antecedent(verb)
        if token.lower_ == ITS:
            subjects += _of_what_is_told_first(verb, token)
        for i in subjects:
            found.setdefault(i, len(found))
    return found


def whose_doing(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "Sylvanian jets struck Graustark after rebels seized two of its men": whose jets they are, not who was struck.

    Only where many, for whom "its" cannot stand, are the subject of a clause that tells why; and of what is counted
    or accredited abroad, for "gangs attacked its airport" is of the land that was entered.
    """
    abroad = _is_counted(token.head) or token.head.lemma_.lower() in page.words["accredited"]
    clause = next((t for t in token.ancestors if t.pos_ == "VERB"), None)
    if token.dep_ != "poss" or token.lower_ != ITS or not abroad or clause is None or clause.dep_ != REASON:
        return None
    many = any(c.dep_ == ACTING and c.tag_ in PLURALS and c.i < token.i for c in clause.lefts)
    doers = [c for c in clause.head.lefts if c.dep_ == ACTING and c.i < clause.i] if many else []
    owners = (draft.modifiers.get(c.i) for doer in doers for c in doer.lefts if c.dep_ == OWNING)
    return next((owner for owner in owners if owner is not None and owner.kind == STATE), None)


def _is_counted(noun: Token) -> bool:
    """ "Two of its soldiers", "one of its planes"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.tag_ == COUNT


def subject_ahead(token: Token) -> list[Token]:
    """ "After recalling its envoy, Sylvania ...": who the sentence is about, where what opens it names no doer itself."""
    for below in (token, *token.ancestors):
        if any(c.dep_ in SUBJECTS and c.i != token.i for c in below.children):
            return []
        if below.dep_ not in OPENING:
            continue
        edge = below.right_edge.i
        ahead = [c for c in below.head.children if c.dep_ in SUBJECTS and c.i > edge and c is not below]
        if ahead:
            owners = [c for c in ahead[0].lefts if c.dep_ == "poss"]  # "Sylvania's foreign ministry"
            return [ahead[0], *owners, *(c for c in ahead[0].conjuncts if c.i > ahead[0].i)]
    return []


def moved_by_it(token: Token) -> list[Token]:
    """ "An attack on its embassy led Sylvania to recall him": who acts because of what the subject tells."""
    subject = next((t for t in (token, *token.ancestors) if t.dep_ == "nsubj"), None)
    if subject is None or subject.i == token.i or token.lower_ != ITS:
        return []
    acts = [c for c in subject.head.rights if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VB"]
    moved = [c for c in subject.head.rights if acts and c.dep_ == "dobj"]
    moved += [c for act in acts for c in act.lefts if is_subject(c)]
    return [t for c in moved[:1] for t in (c, *(o for o in c.lefts if o.dep_ == "poss"))]


def _of_what_is_told_first(verb: Token, token: Token) -> Iterator[int]:
    """ "Ruritania will make Sylvania pay, its minister vowed": whom the clause before is about, and not one within it."""
    for clause in verb.lefts:
        if clause.dep_ == "ccomp" and clause.i < token.i:
            yield from (c.i for c in clause.children if is_subject(c))


def _told_to(verb: Token) -> Iterator[Token]:
    """ "orders Sylvania to close its consulate": who is to do it is whom the order goes to."""
    if verb.dep_ == "xcomp" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        yield from (c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i)


def _within_antecedent(verb: Token) -> Iterator[int]:
    """ "remarks by A, where he blamed B": who made the thing in which it is told."""
    if not any(
        t.tag_ in ("WRB", "WDT") and t.dep_ in ("advmod", "pobj") for t in verb.subtree if t.i < verb.i
    ):
        return
    for token in reversed(verb.doc[_whole(verb.head).left_edge.i : verb.left_edge.i]):
        if token.pos_ == "PROPN" and token.dep_ in ("pobj", "poss"):
            yield token.i


def _whole(noun: Token) -> Token:
    """ "a speech given by A at a forum in which he": the noun of all that stands before the clause."""
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        noun = noun.head.head
        if noun.dep_ == "acl":
            noun = noun.head
    return noun


def is_subject(token: Token) -> bool:
    return token.dep_ in SUBJECTS


def only_asks(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "At the invitation of the king, the premier will come. He ...": at whose word it is is not told of further."""
    asking = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    return asking.dep_ == "pobj" and asking.lemma_.lower() in words["at_whose_word"]


def named_between(draft: Draft, first: int, end: int) -> set[str]:
    """The states of all who are named there."""
    mentions = (draft.actors.get(i) or draft.modifiers.get(i) for i in range(first, end))
    each = (a for m in mentions if m is not None for a in m.several or (m.actor,))
    return {actor.country for actor in each if actor.country}


def acting_in(page: Page, draft: Draft, first: int, end: int) -> set[str]:
    """ "The king invited Sylvanian troops": the states of those who act in the main clauses there."""
    subjects = [
        i for i in range(first, end) if page.doc[i].dep_ in SUBJECTS and page.doc[i].head.dep_ == ROOT
    ]
    acting = (draft.actors.get(i) for i in subjects)
    return {m.actor.country for m in acting if m is not None and m.actor.country}
