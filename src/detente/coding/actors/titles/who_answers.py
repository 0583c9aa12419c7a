"""A word for a land, or a bare title, that denies, refuses, strikes back or gives thanks in, whoever was spoken to out.

"Ruritania accused Sylvania of arming rebels. The country denied the charge", "sent doctors to Sylvania. The government
thanked them": Sylvania, for nobody answers himself.
"""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import is_land, mention_of_all, state_actor
from detente.coding.actors.side import Side
from detente.coding.actors.titles.told_before import DEFINITE
from detente.coding.actors.titles.topic import FOR_A_STATE, REACH, about, named_in, other_land
from detente.coding.actors.titles.wronged_before import is_done, land_reached, land_wronged_before, verbs_of
from detente.coding.roles.mentions import Mention
from detente.knowledge.actor_rows import Role
from detente.reading.spans import words_before
from detente.reading.tokens import Span, Token

# what was done or said to a land, and what it does then: lists of verbs
ANSWERED = (
    (("addressing", "urging", "judging", "asking of", "penalising"), ("replying", "charge called so")),
    (("helping", "giving"), ("thanking", "gift called so")),
)
CONTENT, PASSIVE = "ccomp", "nsubjpass"
PLURALS, MORE = ("NNS", "NNPS"), ("also", "too")


def side_that_answers(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """The side of a title; nothing for "an army", or where the sentence before tells of the same."""
    noun = page.doc[title.head]
    if FOR_A_STATE.isdisjoint(role.sectors) or not _points_back(noun, role):
        return None
    if (land := _answers(page, draft, noun)) is None:
        return None
    name = state_actor(page, land).name
    return Side(name=name, country=land, start=0, end=0, inferred=f"it answers what was said to {name}")


def _points_back(noun: Token, role: Role) -> bool:
    """ "The army", "officials", "Parliament"."""
    articles = [c for c in noun.lefts if c.dep_ == "det"]
    return all(c.lower_ in DEFINITE for c in articles) and (
        bool(articles) or role.group == "body" or noun.tag_ in PLURALS
    )


def land_that_answers(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "The country denied the charge", "the republic lodged a protest" after its village was bombed."""
    if not is_land(page, token) or token.dep_ not in SUBJECTS:
        return None
    land = _answers(page, draft, token) or land_wronged_before(page, draft, token)
    return mention_of_all(page, token, [state_actor(page, land)], "state") if land is not None else None


def _answers(page: Page, draft: Draft, noun: Token) -> str | None:
    if noun.dep_ not in SUBJECTS or not noun.sent.start or any(c.lower_ in MORE for c in noun.head.lefts):
        return None
    before = page.doc[noun.sent.start - 1].sent
    if any(t.lemma_.lower() == noun.lemma_.lower() for t in before):
        return None  # "the Sylvanian army accused Ruritania. The army refused to say more"
    for deeds, replies in ANSWERED:
        if any(is_done(page, verb, *replies) for verb in verbs_of(noun)):
            land, other = _spoken_to(page, draft, before, deeds)
            if land is not None and named_in(page, noun.sent).keys() <= {other}:
                return land
    return None


def _spoken_to(
    page: Page, draft: Draft, sentence: Span, deeds: tuple[str, ...]
) -> tuple[str | None, str | None]:
    """The land that something is said or done to, and the one that does so."""
    named, verb = named_in(page, sentence), sentence.root
    told, doer = next((c for c in verb.children if c.dep_ == CONTENT), None), about(draft, verb)
    speaker = doer.country if doer is not None else None
    if told is not None and (blamed := about(draft, told)) is not None and blamed.country != speaker:
        return (blamed.country, speaker) if blamed.country in named else (None, None)
    if not any(verb.lemma_.lower() in page.words[kind] for kind in deeds):
        return None, None
    others = [land for land in named if land != speaker]
    if any(c.dep_ == PASSIVE for c in verb.lefts):
        return (speaker, next(iter(others), None)) if speaker in named and len(others) <= 1 else (None, None)
    reached = land_reached(draft, verb)
    if reached is not None and reached != speaker and reached in named:
        return reached, speaker
    # "the mayor of Zenda banned a march. Sylvania criticised the ban": it speaks to Ruritania
    other = other_land(page, words_before(sentence, sentence.end, REACH), speaker)
    return (other, speaker) if other is not None else (None, None)
