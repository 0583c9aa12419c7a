"""A draft and the others of its text in, why it is no event of its own out: its sentence tells of the protest already.

"Thousands of protesters rally in Strelsau and march on the palace": one protest, however many verbs tell of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.in_other_words import (
    EXCHANGE,
    is_threatened,
    is_told_by_exchange,
    is_within,
    names_both,
    says_the_same,
)
from detente.coding.matching.lexicon import family_of
from detente.coding.roles.roles import sides
from detente.coding.sides.looking.anaphora import is_definite, points_back
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

PROTESTS = ("protest", "labour strike")  # families
ONE_PROTEST = "the sentence tells of the same by another word"
FOR_THE_SAME = "is what the act beside it is for, and of the same sort"
HOW_OFTEN = "says how often what was told has happened"
ONE_MEETING = "says what was spoken of at the meeting that is told"
TALKS, MEETINGS = "talks", ("meeting", "call")  # a kind; families
OCCASIONS = ("at", "during", "over")  # prepositions
ONE_RULING = ("conviction",)  # kinds that courts tell in two words
FALL = "resignation"  # a kind
COUP = "coup"  # a kind
AHEAD = ("planned", "scheduled", "proposed", "hypothetical")
FORCE, SETTLEMENT = "ASSAULT", "settlement"
THREATENED = "the threat is what is told to come"
REFUSES = "REJECT"
WITHOUT_FORM = "vague protest"  # a group of kinds


def told_twice(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> str | None:
    """The reason, if another draft of the sentence has the same actors and stands first or says more."""
    ruled = draft.kind in ONE_RULING and any(_is_of_one_ruling(draft, d, statuses) for d in drafts)
    if ruled or says_the_same(draft, drafts, statuses):
        return ONE_PROTEST
    if _is_counted(draft, drafts, statuses):
        return HOW_OFTEN
    named = _names_another(draft, drafts, statuses)
    if named:
        return named
    if draft.status in AHEAD and _is_aim_of_one(draft, drafts, statuses):
        return FOR_THE_SAME
    formless = statuses.lexicon.groups[WITHOUT_FORM]
    if draft.kind not in formless:
        return None
    doc = statuses.graph.doc
    sentence = doc[draft.head].sent
    again = sentence.start > 0 and doc[draft.head].pos_ == "NOUN" and is_definite(draft.head, doc)
    start = doc[sentence.start - 1].sent.start if again else sentence.start  # "were held after the protest"
    for other in drafts:
        if other is draft or not start <= other.head < sentence.end:
            continue
        if family_of(other.kind, statuses.lexicon) not in PROTESTS or not _as_real(other, draft):
            continue
        first = other.head < draft.head or other.kind not in formless
        alike = not draft.actors or sides(other.actors, draft.actors)
        if first and alike and _aimed_alike(draft, other):
            return ONE_PROTEST
    return None


def _names_another(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> str | None:
    if is_threatened(draft, drafts, statuses):
        return THREATENED
    named = draft.kind in (COUP, EXCHANGE) and any(_names_it(draft, d, statuses) for d in drafts)
    if named or is_told_by_exchange(draft, drafts, statuses):
        return ONE_PROTEST
    if draft.kind == FALL and any(_overthrows(d, draft, statuses) for d in drafts):
        return ONE_PROTEST
    talks = drafts if draft.kind == TALKS else ()
    if any(_is_what_is_held(draft, d, statuses) or _tells_of_meeting(draft, d, statuses) for d in talks):
        return ONE_MEETING
    calls = statuses.graph.doc[draft.head].lemma_ in statuses.graph.words["calling verbs"]
    if calls and any(_gives_it_a_name(draft, d, statuses) for d in drafts):
        return ONE_PROTEST
    return None


def _is_what_is_held(talks: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "Hold their third round of talks": the verb tells of the round."""
    if other.kind != TALKS or other.head == talks.head:
        return False
    predicates = statuses.graph.predicates
    return not {talks.head, *predicates[talks.head].heads("of")}.isdisjoint(
        predicates[other.head].heads("object")
    )


def _gives_it_a_name(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "Condemned the raid, which it called a crime": the condemnation is told, and in which words."""
    token = statuses.graph.doc[draft.head]
    added = token.dep_ == "relcl" or (
        token.dep_ == "advcl" and token.tag_ == "VBG" and token.head.i == other.head
    )
    refused = type_of(other, statuses) == REFUSES and sides(other.actors, draft.actors)
    return (
        added
        and (refused or _is_same_act(draft, other, statuses))
        and (_aimed_alike(draft, other) or _is_of_it(token, statuses))
        and other.head in {t.i for t in token.ancestors}
    )


def _is_of_it(participle: Token, statuses: Statuses) -> bool:
    """ "Attacked the levies, calling them robbery": a pronoun behind the participle is what the clause before spoke of."""
    named = statuses.graph.predicates[participle.i].heads("object", "to")
    pronouns = bool(named) and all(statuses.graph.doc[h].tag_ == "PRP" for h in named)
    return participle.tag_ == "VBG" and pronouns


def _names_it(noun: Draft, verb: Draft, statuses: Statuses) -> bool:
    """ "Topples the king in a second putsch"; the noun that says who releases whom stays."""
    return is_within(noun, verb, statuses) and not names_both(noun, verb, statuses)


def _overthrows(coup: Draft, flight: Draft, statuses: Statuses) -> bool:
    """ "Topples the king, who flees to Sylvania": one fall."""
    told = statuses.graph.doc[flight.head]
    resigned = coup.kind == FALL and told.sent.start <= coup.head < flight.head
    if resigned and sides(coup.actors, flight.actors):
        return True  # "resigns and flees to Sylvania"
    return coup.kind == COUP and told.dep_ == "relcl" and coup.head in {t.i for t in told.ancestors}


def _tells_of_meeting(talks: Draft, meeting: Draft, statuses: Statuses) -> bool:
    """ "A and B meet in Zenda. They also discuss the dam", "The leaders will discuss it", "raised it with B at a dinner":
    said at the meeting."""
    alike = meeting.status == talks.status or (meeting.status in AHEAD and talks.status in AHEAD)
    if not alike or family_of(meeting.kind, statuses.lexicon) not in MEETINGS:
        return False
    doc = statuses.graph.doc
    subjects = statuses.graph.predicates[talks.head].heads("subject")
    again = bool(subjects) and all(
        (doc[h].pos_ == "PRON" and "Plur" in doc[h].morph.get("Number", [])) or points_back(h, doc)
        for h in subjects
    )
    last = doc[max(doc[talks.head].sent.start - 1, 0)].sent
    near = last.start <= meeting.head < talks.head
    there = (*meeting.actors, *meeting.recipients)
    above = statuses.graph.governors.get(meeting.head, ())
    at_it = any(g.head == talks.head and g.name in OCCASIONS for g in above)
    told = (again and near) or at_it
    return told and all(sides((a,), there) for a in (*talks.actors, *talks.recipients))


def _as_real(one: Draft, other: Draft) -> bool:
    return one.status == other.status or (one.status in HAPPENED and other.status in HAPPENED)


def _is_of_one_ruling(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "Convicts him of treason, giving him ten years": the sentence belongs to the conviction."""
    doc = statuses.graph.doc
    near = doc[draft.head].sent.start <= other.head < draft.head
    same = sides(other.actors, draft.actors) or doc[draft.head].tag_ == "VBG"  # "..., giving him ten years"
    return near and other.kind == draft.kind and same and _aimed_alike(draft, other)


def _is_aim_of_one(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """ "Approves an offensive to take the port", "raided the camp in a bid to kill him": it is planned with the first."""
    graph = statuses.graph
    if graph.predicates[draft.head].mood != "infinitive":
        return False
    noun = graph.doc[draft.head].head
    bid = noun.pos_ == "NOUN" and noun.dep_ == "pobj" and noun.head.head.pos_ == "VERB"
    above = noun.head.head.i if bid else noun.i
    verb = graph.predicates.get(above)
    holders = {above, *(verb.heads("object") if verb is not None else ())}
    held_by = [d for d in drafts if d.head in holders]
    if draft.kind == SETTLEMENT:  # "proposed a truce to end the war"
        return bool(held_by)
    forceful = [d for d in held_by if _is_force(d, statuses)] if _is_force(draft, statuses) else ()
    return any(bid or (d.status in AHEAD and _aimed_alike(draft, d)) for d in forceful)


def _is_force(draft: Draft, statuses: Statuses) -> bool:
    return type_of(draft, statuses) == FORCE


def _tells_how_often(draft: Draft, statuses: Statuses) -> bool:
    """ "It is the first time that Ruritania has struck the league": says of what was told that it is new."""
    graph, words = statuses.graph, statuses.graph.words
    token = graph.doc[graph.verb_of(draft.head)]
    if token.dep_ not in ("relcl", "acl", "ccomp"):
        return False
    times = (token.head, *(c for c in token.head.children if c.dep_ == "attr"))
    return any(
        time.lemma_ in words["times told"] and any(c.lower_ in words["ranking words"] for c in time.children)
        for time in times
    )


def _is_counted(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """Whether it only says how often, or as which of a row, what was told has happened."""
    return (
        _ranks_what_was_told(draft, drafts, statuses)
        or (_tells_how_often(draft, statuses) and any(_is_same_act(draft, d, statuses) for d in drafts))
        or (_is_of_one_in_a_row(draft, statuses) and any(_is_of_same_row(draft, d) for d in drafts))
    )


def _is_of_one_in_a_row(draft: Draft, statuses: Statuses) -> bool:
    """ "Sylvania is the second state to be suspended from it": says which of those it is, and not that it was again."""
    token, words = statuses.graph.doc[draft.head], statuses.graph.words["ranking words"]
    if token.pos_ != "VERB" or token.dep_ not in ("relcl", "acl", "advcl", "xcomp"):
        return False
    which = (token.head, *(c for c in token.head.rights if c.dep_ == "attr" and c.i < token.i))
    nouns = (t for t in which if t.pos_ in ("NOUN", "PROPN"))
    return any(c.lower_ in words or c.tag_ in ("JJS", "RBS") or _has_most(c) for t in nouns for c in t.lefts)


def _has_most(word: Token) -> bool:
    """ "The most senior official to visit it"."""
    return any(c.tag_ in ("JJS", "RBS") for c in word.lefts)


def _is_of_same_row(draft: Draft, other: Draft) -> bool:
    """One act before of the same kind, done by or to the same."""
    if other.kind != draft.kind or other.head >= draft.head:
        return False
    return sides(other.actors, draft.actors) or sides(other.recipients, draft.recipients)


def _ranks_what_was_told(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """ "Killed in raids in the heaviest fighting since May": says how heavy the raids were."""
    token = statuses.graph.doc[draft.head]
    words = statuses.graph.words["ranking words"]
    set_off = token.dep_ in ("appos", "npadvmod", "attr") and token.left_edge.i > token.sent.start
    after_comma = set_off and statuses.graph.doc[token.left_edge.i - 1].text == ","
    most = any(c.tag_ in ("JJS", "RBS") for c in token.lefts)
    # "visits it, in the first visit since"
    rare = token.dep_ == "pobj" and any(c.lower_ in words for c in token.lefts)
    if rare and any(d.head == token.head.head.i and _is_same_act(draft, d, statuses) for d in drafts):
        return True
    ranked = token.pos_ == "NOUN" and (most or (after_comma and any(c.lower_ in words for c in token.lefts)))
    before = [d for d in drafts if token.sent.start <= d.head < token.i]
    if not most and any(
        d.kind == draft.kind for d in before
    ):  # they are one happening, and this may tell its day
        return False
    return ranked and any(type_of(d, statuses) == type_of(draft, statuses) for d in before)


def _is_same_act(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    alike = type_of(draft, statuses) == type_of(other, statuses)
    return alike and other.head < draft.head and sides(other.actors, draft.actors)


def _aimed_alike(one: Draft, other: Draft) -> bool:
    return not one.recipients or not other.recipients or sides(one.recipients, other.recipients)
