"""A pronoun and a mention in, whether the word can stand for it out: by number, and by what the mention is of."""

from __future__ import annotations

from detente.coding.actors.pointing.clauses_around import PERSON
from detente.coding.roles.mentions import Mention
from detente.reading.tokens import Token

THING = frozenset(("it", "its", "itself"))
MANY = frozenset(("they", "them", "their", "theirs", "themselves"))
COUNT, INDEFINITE = "CD", ("a", "an")


def fits(low: str, mention: Mention, token: Token) -> bool:
    """Whether a mention, by the token that heads it, is one, many or a person as the pronoun says."""
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
    return mention.kind == "person" and str(mention.actor.id).startswith("person:")


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
