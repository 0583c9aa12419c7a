"""A noun like "the visit" or "the accord" in, whether it only names again what the text has told of out.

"Flew to Strelsau for talks. ... Graustark said that the trip changed nothing": one trip. What is said of it (that it is
off, that it took place on Monday, that somebody confirms it) is news of it and stays.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.coming import Attached
from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.lacking import are_firms
from detente.coding.matching.lexicon import family_of
from detente.coding.roles.roles import sides
from detente.coding.sides.dealings.brokered import is_matter_at_home
from detente.coding.sides.looking.anaphora import LOOKING_BACK, points_back
from detente.coding.sides.looking.known_talks import are_two
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.reading.shapes import SUBJECTS, is_pointed_at
from detente.reading.tokens import Token
from detente.records import Attribution

VIOLENT = ("ASSAULT", "PROTEST")
TIMING = "verbs of mere timing"
NAMED_AGAIN = "names again what the text has told of"
MEETINGS, OF_IT = "meeting", ("of", "on", "about", "at", "during", "in")  # a family, prepositions
SPOKEN = ("meeting", "call", "agreement")  # families
WHOSE = (
    "of", "by", "between", "with", "to", "from", "poss", "mod", "in", "at", "on", "for", "subject", "object",
)  # fmt: skip
OWN = ("relcl", "acl", "nummod")
TOLD_OF, PASSIVE, AGREED = ("nsubj", "pobj", "dobj", "nsubjpass"), "nsubjpass", "agreement"
LONG, SUBJECT, ANOTHER = "DURATION", "subject", "words of another one"
DOSSIER, PRONOUN = "dossier", "PRON"  # what a frame needs, a part of speech
POSSESSIVE, VERB, COMMON = "poss", "verb", ("NN", "NNS")
OPEN, OVER = "hypothetical", "occurred"  # statuses
TALKS, AID = "CONSULT", "AID"  # types


def named_again(
    draft: Draft,
    source: Draft | None,
    drafts: Sequence[Draft],
    statuses: Statuses,
    attached: Attached,
    attributions: Sequence[Attribution],
) -> str | None:
    """The reason why it is left out, or None. source: the draft from which it took its sides."""
    token = statuses.graph.doc[draft.head]
    of_it = (
        a for a in draft.applied if not a.operator.factive
    )  # "the closure was ended on Monday" dates its end
    dated = draft.head in attached or any(_is_dated(a.head, attached) for a in of_it)
    if dated or token.dep_ not in TOLD_OF or _is_confirmed(token, attributions):
        return None
    if not _says_nothing_of_it(draft, token, statuses):
        return None
    start = token.sent.start
    if type_of(draft, statuses) in VIOLENT:  # told again by `retold` and `twice`
        timed = _is_only_timed(draft, statuses) and any(
            _is_same_word(d, draft, start, statuses) for d in drafts
        )
        return NAMED_AGAIN if timed else None
    if _is_told(source, draft, start, statuses) or _is_told_before(draft, start, drafts, statuses):
        return NAMED_AGAIN
    return NAMED_AGAIN if _is_told_beside(draft, token, drafts, statuses) else None


def _is_told_beside(draft: Draft, token: Token, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """ "The king met the premier, an aide with knowledge of the talks said"; not "met after the talks", which are others."""
    met = (*draft.actors, *draft.recipients)
    if family_of(draft.kind, statuses.lexicon) != MEETINGS or draft.status not in HAPPENED:
        return False
    above = statuses.graph.doc[token.head.i]
    if above.dep_ == "advcl" or (above.dep_ == "prep" and above.lower_ not in OF_IT):
        return False  # nor "met before the talks began"
    return any(
        token.sent.start <= d.head < draft.head
        and d.status in HAPPENED
        and all(sides((a,), (*d.actors, *d.recipients)) for a in met)
        and _is_told(d, draft, draft.head, statuses)
        for d in drafts
    )


def _is_dated(head: int, attached: Attached) -> bool:
    """Whether a day is told; "will last three days" tells none."""
    return any(item.time.type != LONG for item in attached.get(head, ()))


def _is_told(told: Draft | None, draft: Draft, start: int, statuses: Statuses) -> bool:
    """Whether that is of its family and stands as it does; of "the visit comes as" that it comes is no news."""
    if told is None or told.head >= start:
        return False
    if family_of(told.kind, statuses.lexicon) != family_of(draft.kind, statuses.lexicon):
        return False
    timing, predicates = statuses.graph.words[TIMING], statuses.graph.predicates
    news = [a for a in draft.applied if a.head in predicates and predicates[a.head].lemma not in timing]
    return not news or told.status == draft.status


def _is_only_timed(draft: Draft, statuses: Statuses) -> bool:
    timing, graph = statuses.graph.words[TIMING], statuses.graph
    return any(
        g.name == SUBJECT and graph.predicates[g.head].lemma in timing
        for g in graph.governors.get(draft.head, ())
    )


def _is_same_word(told: Draft, draft: Draft, start: int, statuses: Statuses) -> bool:
    """ "Riots shook the town. The riots followed a rumour about Sylvanian bakers"."""
    doc = statuses.graph.doc
    return told.head < start and told.kind == draft.kind and doc[told.head].lemma_ == doc[draft.head].lemma_


def _is_told_before(draft: Draft, start: int, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """Whether any before may be the same: what two have together is named by many words ("talks", "the visit")."""
    together = family_of(draft.kind, statuses.lexicon) in SPOKEN
    return together and any(_is_told(d, draft, start, statuses) for d in drafts)


def _says_nothing_of_it(draft: Draft, token: Token, statuses: Statuses) -> bool:
    """Whether it is a bare "the visit" that no verb carries, and of which nothing is said that would be news."""
    noun, mentions = statuses.graph.predicates[draft.head], statuses.mentions.actors
    agreed = (
        family_of(draft.kind, statuses.lexicon) == AGREED and token.dep_ == PASSIVE
    )  # "the pact was struck"
    timing, carrier = statuses.graph.words[TIMING], statuses.graph.predicates.get(noun.carrier or 0)
    timed = carrier is not None and carrier.lemma in timing
    if noun.pos != "noun" or draft.made or not (noun.carrier is None or agreed or timed):
        return False
    if any(a.operator.status not in (None, *HAPPENED) for a in draft.applied):
        return False
    if not (is_pointed_at(token, statuses.graph.words) or any(c.tag_ == "PRP$" for c in token.lefts)):
        return False
    another = statuses.graph.words[ANOTHER]
    if any(c.dep_ in OWN or c.lower_ in another for c in token.children):
        return False
    said = (head for head in noun.heads(*WHOSE) if statuses.graph.doc[head].tag_ != "PRP$")
    return not any(head in mentions for head in said)


def _is_confirmed(token: Token, attributions: Sequence[Attribution]) -> bool:
    """ "Declined to comment on the trip", "has not confirmed the meeting"."""
    backwards = (a for a in attributions if a.stance in LOOKING_BACK)
    return any(span.start <= token.idx < span.end for a in backwards for span in a.content)


def points_at_known(draft: Draft, statuses: Statuses) -> bool:
    """Whether a reader of the last report would know which is meant; what is said is said anew each time."""
    firms = any(map(are_firms, (*draft.actors, *draft.recipients)))
    kind = statuses.lexicon.kinds[draft.kind]
    if kind.speech and not draft.reciprocal:  # but an agreement is kept to, or ended
        return False
    if draft.status == OPEN or firms or is_matter_at_home(draft.head, statuses):
        return False
    word, event = statuses.graph.doc[draft.head], statuses.graph.predicates[draft.head]
    if event.pos == VERB:
        if DOSSIER in draft.needs:  # "he will not go", "the rice has arrived"
            who = (word.doc[i] for i in event.heads("subject"))
            open_still = kind.type != TALKS or draft.status != OVER
            return open_still and any(t.pos_ == PRONOUN or _is_pointed_at(t, statuses) for t in who)
        if draft.reciprocal and not event.passive:
            return any(are_two(word.doc[i]) for i in event.heads("subject"))
        told = (
            event.passive and kind.type != TALKS
        )  # "the details were discussed": in which talks is not known
        about = (word.doc[i] for i in event.heads("object"))
        return told and any(t.tag_ in COMMON and _is_pointed_at(t, statuses) for t in about)
    told = event.carrier is not None or any(a.operator.status is not None for a in draft.applied)
    if word.dep_ in SUBJECTS:
        told = told or bool(draft.applied) or draft.status != OVER
    return told and _is_pointed_at(word, statuses)


def not_told_besides(pointing: Sequence[Draft], told: Sequence[Draft]) -> tuple[Draft, ...]:
    """Those of whose kind the text tells nothing else: of two drills one may be the other."""
    kinds = {draft.kind for draft in told}
    kept = {d.head: d for d in pointing if d.kind not in kinds}
    return tuple(kept[head] for head in sorted(kept))


def _is_pointed_at(noun: Token, statuses: Statuses) -> bool:
    """ "The drill", "both ministers", "their talks", "Sunday's reopening"; not "Sylvania's drill"."""
    owners = [c.i for c in noun.lefts if c.dep_ == POSSESSIVE]
    known = points_back(noun.i, noun.doc) or bool(owners)
    return known and not any(i in statuses.mentions.actors for i in owners)
