"""What a pronoun can stand for, by what it is, by who says it and by what is named."""

from __future__ import annotations

from collections.abc import Container

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.binding import is_expletive, is_of_nobody_punished, is_of_vehicle
from detente.coding.actors.pointing.clauses_around import PERSON, SUBJECTS, clause_subjects, is_subject
from detente.coding.actors.pointing.lands import is_land
from detente.coding.roles.mentions import Mention
from detente.ids import is_person
from detente.reading.elided import elided_in
from detente.reading.quotations import quotations_of
from detente.reading.shapes import PLURALS
from detente.reading.tokens import Span, Token

POSSESSIVE = "poss"
GOVERNMENT, ACTING, TOLD = "GOV", "nsubj", "ccomp"
THING = frozenset(("it", "its", "itself"))
MANY = frozenset(("they", "them", "their", "theirs", "themselves"))
COUNT, INDEFINITE = "CD", ("a", "an")
WHERE = ("in", "near", "at", "outside", "around")
FRAGMENT = 5  # words of a sentence that only ends a quotation, or is cut off


def stands_for_a_state(page: Page, draft: Draft, token: Token) -> bool:
    """A pronoun in, whether it can stand for a state, a body or a person out, and not for a thing, for nothing or another.

    "its", an "it" that acts, "is ready to" or is blamed: not "it was a balloon", "shot it down", "it is clear that".
    """
    if token.dep_ == "poss" or token.lower_ == "itself":
        return not is_of_vehicle(token, page.words["aboard"], page.words["vehicle"])
    if token.dep_ == "dobj" and token.head.lemma_ in page.words["addressing_again"]:
        return True
    if is_of_nobody_punished(token, draft.actors, page.words["punishing"], page.words["aim"]):
        return False
    if token.dep_ == "pobj" and token.head.lower_ in page.words["hostile_aim"]:
        return is_who_tells(page, token)
    if token.dep_ == "pobj" and token.head.lower_ in page.words["facing"]:
        return is_who_tells(page, token)
    described = [child for child in token.head.children if child.dep_ in ("attr", "acomp")]
    if is_subject(token) and any(child.lower_ in page.words["minded"] for child in described):
        return True
    if not is_subject(token) or is_expletive(token, page.words["appearing"]):
        return False
    return not (described and token.head.lemma_ == "be")


def is_of_unknown_land(page: Page, draft: Draft, token: Token) -> bool:
    """ "The country put its army on alert", where nobody knows which country."""
    if token.dep_ != POSSESSIVE or token.lower_ not in THING:
        return False
    subjects = (c for c in token.head.head.lefts if c.dep_ in SUBJECTS)
    return any(is_land(page, c) and c.i not in draft.actors for c in subjects)


def stands_for_one_of(token: Token, kept_away: frozenset[int], draft: Draft) -> bool:
    """ "The queen received her guest and decorated her": the first "her" is the queen too."""
    if token.lower_ not in PERSON or token.i not in draft.actors:
        return False
    kept = {draft.actors[i].actor.id for i in kept_away if i in draft.actors} - {None}
    return draft.actors[token.i].actor.id in kept


def who_says_so(draft: Draft, token: Token) -> Token | None:
    """A pronoun that nothing named can be in, who speaks for the state or the people that it stands for out.

    "Sylvania says that they will not pay": where nobody else can be meant, who says it.
    """
    clause = token.head
    if token.dep_ not in SUBJECTS or clause.dep_ != TOLD:
        return None
    speaker = next((c for c in clause.head.lefts if c.dep_ == ACTING), None)
    mention = draft.actors.get(speaker.i) if speaker is not None else None
    if mention is None or (mention.kind != "state" and not (_speaks_for_a_state(mention) and _alone(token))):
        return None
    return speaker


def state_spoken_for(draft: Draft, token: Token, kept_away: Container[int]) -> Token | None:
    """ "The premier voiced outrage after Sylvania executed two of its citizens": who speaks for the state meant."""
    owns = token.dep_ == "poss" or (token.dep_ in SUBJECTS and token.head.dep_ == TOLD)
    for i in clause_subjects(token) if owns else ():
        mention = draft.actors.get(i)
        if mention is not None and i not in kept_away and _speaks_for_a_state(mention):
            return token.doc[i]
    return None


def _speaks_for_a_state(mention: Mention) -> bool:
    """ "The minister says that they are working on it": he and those in office with him."""
    return bool(mention.actor.country) and GOVERNMENT in mention.actor.sectors


def _alone(token: Token) -> bool:
    """Whether they act, and the text names no other things or people that could be meant."""
    start = token.doc[token.sent.start - 1].sent.start if token.sent.start else 0
    before = token.doc[start : token.i]
    return token.dep_ == ACTING and not any(t.tag_ in PLURALS for t in before)


def is_who_tells(page: Page, token: Token) -> bool:
    """A pronoun in what somebody says in, whether it may mean who says it out.

    "Sylvania said rockets were fired at it": who tells of what was done, and no thing that is told of.
    """
    return any(
        clause.dep_ == "ccomp"
        and clause.head.lemma_ in page.words["speech"]
        and any(is_subject(t) for t in clause.head.children)
        for clause in token.ancestors
    )


def only_goes_on(page: Page, sentence: Span, token: Token) -> bool:
    """Whether a sentence only goes on with what somebody was quoted with: who "he" is behind it was told before."""
    first, last = page.doc[sentence.start].idx, page.doc[sentence.end - 1].idx
    around = next(
        (q.span for q in quotations_of(page.doc) if q.span.start <= first and last < q.span.end), None
    )
    return around is not None and not around.start <= token.idx < around.end


def tells_by_itself(sentence: Span, own_words: frozenset[int], *, of_person: bool) -> bool:
    """Whether who is meant behind it is told by then; not by what whoever writes tells of himself between "Met the
    premier." and "Thanked her.": "Discussed trade. We agreed on much."
    """
    subjects = [t for t in sentence if is_subject(t)]
    tells_of_himself = own_words.issuperset(t.i for t in subjects) if subjects else elided_in(sentence)
    if of_person and own_words and tells_of_himself:
        return False
    return len(sentence) > FRAGMENT or bool(subjects)


def fits(low: str, mention: Mention, token: Token) -> bool:
    """A pronoun and a mention in, whether the word can stand for it out: by number, and by what the mention is of.

    Whether a mention, by the token that heads it, is one, many or a person as the pronoun says.
    """
    letters = token.text.isupper() and mention.kind != "person"  # "the FLN": tagged as a plural, it is one
    plural = token.tag_ in ("NNS", "NNPS") and not letters and not _is_named_person(mention)
    if low in PERSON:
        return mention.kind == "person" and not plural and not mention.several and token.lower_ not in MANY
    if low in THING:
        return (
            not _is_listed(token)
            and not _is_somebody(token)
            and (
                (
                    mention.kind in ("state", "body", "organisation", "group")
                    and not plural
                    and token.tag_ != COUNT  # "the three" are no "it"
                )
                or mention.kind == "organisation"
                or _is_named_one(mention, token)
            )
        )
    means = (
        token.dep_ == "pobj" and token.head.lower_ == "with" and token.is_lower
    )  # "shelled it with artillery"
    speaks = mention.kind == "body" and token.dep_ == "nsubj"  # "the ministry says that they struck a depot"
    one = speaks or (mention.kind in ("organisation", "group") and not means)
    counted = token.tag_ == COUNT or token.lower_ in MANY  # "the three", or another "they"
    return bool(mention.several) or plural or counted or one or conjoined(token)


def _is_named_person(mention: Mention) -> bool:
    """A surname in -s is tagged as a plural."""
    return mention.kind == "person" and is_person(mention.actor.id)


def _is_named_one(mention: Mention, token: Token) -> bool:
    """The "Sylvanian Defence Forces" and "the Zenda Islands" are one thing, whatever their names end in; of groups only
    those of several words are ("the Zenda Liberation Forces", but "the Zendites")."""
    one = mention.kind in ("body", "state") or (
        mention.kind == "group" and any(c.is_title for c in token.lefts)
    )
    return one and not mention.several and mention.actor.id is not None and not token.is_lower


def conjoined(token: Token) -> bool:
    """Whether others are named together with it."""
    return any(child.dep_ == "conj" for child in token.children)


def _is_somebody(token: Token) -> bool:
    """ "Expelled a Sylvanian": a state has no such article."""
    return token.tag_ == "NNP" and any(c.dep_ == "det" and c.lower_ in INDEFINITE for c in token.children)


def _is_listed(token: Token) -> bool:
    """ "Ruritania and Sylvania": "it" is neither of them."""
    return conjoined(token) or (token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN"))


def only_says_where(token: Token, mention: Mention) -> bool:
    """ "a seat of the league in Strelsau": a capital that only says where stands for no government."""
    return mention.actor.inferred is not None and token.dep_ == "pobj" and token.head.lower_ in WHERE
