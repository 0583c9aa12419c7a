"""A draft in, whether it only stands beside another event that is told, out: its aim, its thanks, what it undoes.

"Flew to Strelsau to mediate", "thanked the king for sheltering them", "freed pilots whom it had seized", "demanded a
halt to the raids", "recalled its envoy in fury": the flight, the thanks, the release, the demand and the recall.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.kept import ATTACK, PROTEST, Kept, is_quarrel, stands_in
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

SIGNING, MEETING = "signing", "meeting"  # a kind, a family of kinds
AHEAD = ("planned", "hypothetical", "proposed")
AIM, REASON, WHAT_FOR = ("purpose",), "for", ("pcomp", "pobj")
RELATIVE, WHO, OBJECTS, HAD = "relcl", ("WP",), ("dobj", "nsubjpass"), "had"
NEWS = frozenset({ATTACK, "CONSULT"})
MARCHED_AGAINST = frozenset({"CONSULT", "PROTEST"})
AGAINST = ("against", "over", "at", "about")
END, TO_WHICH = "nouns of ending", ("to", "of", "in")
IMPOSING, FEELINGS = "verbs of imposing", "words of anger"
GUILT, WRITS, BEHIND, CHARGED_WITH = "words of guilt", "writs", "behind", ("over", "for")
RESTRICTION, WHICH = "COERCE", ("WP", "WDT")
HARM = frozenset({ATTACK, PROTEST, RESTRICTION})
WITHDRAWAL, THEN = "withdrawal", ("before", "and", "then")
GOVERNMENT, HELP = "GOV", "AID"
IN, COMPLAINT, BREACH = "in", "condemnation", "violation of agreement"  # the last two are kinds


def is_planned_aim(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Flew to Strelsau to mediate", "spurned an offer to lift the ban": no more than what the first is for.

    "Fired gas to keep marchers away" is another matter.
    """
    force = type_of(draft, statuses) in (ATTACK, RESTRICTION)
    if draft.status not in AHEAD or is_quarrel(draft, statuses) or force:
        return False
    if draft.kind == SIGNING or _is_with_others(draft, statuses):
        return (
            False  # "flew there to sign a treaty", "to meet Graustark's king": that is more than the flight
        )
    return stands_in(AIM, draft, kept.all - {draft.head}, statuses)


def _is_with_others(draft: Draft, statuses: Statuses) -> bool:
    """A meeting with those of another state; with the hosts of a visit it is told by the visit already."""
    if statuses.lexicon.kinds[draft.kind].family != MEETING:
        return False
    coming, met = ({a.country for a in side} for side in (draft.actors, draft.recipients))
    return bool(met) and bool(coming) and None not in coming | met and coming.isdisjoint(met)


def is_thanked_for(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Thanked Sylvania for sheltering its pilots", "praised nurses who treated the wounded"."""
    token = _first(statuses.graph.doc[draft.head])
    if type_of(draft, statuses) in NEWS:
        return False  # "hailed the troops who took the port", "thanked Sylvania for its mediation"
    thanks = kept.thanks - {draft.head}
    if token.dep_ in WHAT_FOR and token.head.lower_ == REASON:
        return token.head.head.i in thanks or (
            token.head.head.dep_ in OBJECTS and token.head.head.head.i in thanks
        )
    who = any(c.dep_ == "nsubj" and c.tag_ in WHO for c in token.lefts)
    return token.dep_ == RELATIVE and who and token.head.head.i in thanks


def was_done_before(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Freed two pilots whom it had seized in May": what had been done to them before; fights and protests went on."""
    token = statuses.graph.doc[draft.head]
    if (
        token.dep_ != RELATIVE
        or type_of(draft, statuses) in (ATTACK, PROTEST)
        or draft.status not in HAPPENED
    ):
        return False
    had = any(c.dep_ == "aux" and c.lower_ == HAD for c in token.lefts)
    doer = any(
        c.dep_ == "nsubj" and c.tag_ in WHICH for c in token.lefts
    )  # "the deputy who had called on them"
    return (
        had
        and not doer
        and statuses.graph.predicates[draft.head].perfect
        and any(above.i in kept.all for above in token.ancestors)
    )


def is_what_was_eased(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Lifted a curfew that was imposed after riots", "eased its ban on marches": what is ended, and what was banned."""
    token = statuses.graph.doc[draft.head]
    if token.dep_ == RELATIVE and token.lemma_.lower() in statuses.graph.words[IMPOSING]:
        measure = token.head
        while measure.dep_ == "pobj" and measure.head.dep_ == "prep":
            measure = measure.head.head
        return measure.dep_ in OBJECTS and measure.head.i in kept.eased
    return False


def is_yet_to_stop(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Demanded a halt to the raids", "rejects a call for an end to the siege": asked for or refused, and nothing new."""
    token = statuses.graph.doc[draft.head]
    if token.dep_ != "pobj" or token.head.lower_ not in TO_WHICH:
        return False
    end = token.head.head
    if end.pos_ != "NOUN" or end.lemma_.lower() not in statuses.graph.words[END]:
        return False
    return any(above.i in kept.quarrels for above in end.ancestors)


def is_feeling(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Recalled its envoy in fury", "armed them in breach of an embargo": in which way the other thing is done."""
    token = statuses.graph.doc[draft.head]
    felt = token.lemma_.lower() in statuses.graph.words[FEELINGS]
    if felt and token.tag_ == "VBN" and token.dep_ in ("acl", "advcl"):
        return any(
            a.i in kept.under for a in token.ancestors
        )  # "the king, angered by the film, shut the port"
    official = all(a.inferred or GOVERNMENT in a.sectors for a in draft.actors)
    how = draft.kind in (BREACH, COMPLAINT) or (type_of(draft, statuses) == PROTEST and official)
    if not how or token.dep_ != "pobj" or token.head.lower_ != IN or token.tag_ != "NN":
        return False
    bare = not any(c.dep_ in ("det", "poss", "amod", "compound") for c in token.lefts)
    verb = token.head.head
    around = (verb.i, verb.head.i) if verb.dep_ in ("xcomp", "ccomp") else (verb.i,)
    return (
        bare
        and (felt or draft.kind == BREACH)
        and any(i in kept.under - kept.protests - {draft.head} for i in around)
    )


def is_backing(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Backed by Ruritanian jets, the army took the pass": with whose help the blow is struck."""
    token = statuses.graph.doc[draft.head]
    if token.tag_ != "VBN" or token.dep_ not in ("acl", "advcl") or type_of(draft, statuses) != HELP:
        return False
    return any(above.i in kept.attacks for above in token.ancestors)


def is_marched_against(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Marched against the king's visit", "rallied over plans to deport them": told by the protest."""
    if draft.status in AHEAD and not is_quarrel(draft, statuses):
        token = statuses.graph.doc[draft.head]
        over = (token.head, *token.head.ancestors) if token.dep_ == "acl" else ()
        return any(_is_against(noun, kept.protests) for noun in over[:1])
    return type_of(draft, statuses) in MARCHED_AGAINST and stands_in(AGAINST, draft, kept.protests, statuses)


def is_only_linked(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Blamed who was behind the raid", "a man wanted over it": the deed was before, and the reproach is news."""
    token = statuses.graph.doc[draft.head]
    if token.dep_ != "pobj" or type_of(draft, statuses) not in HARM:
        return False
    named, link = token.head.lower_, token.head.head
    if named == BEHIND:
        return any(above.i in kept.accusing for above in token.ancestors)
    return named in CHARGED_WITH and _is_sought(link, statuses)


def _is_sought(word: Token, statuses: Statuses) -> bool:
    """ "Held over the raid", "a warrant over the deportations": the crime of which somebody is told to be accused."""
    if word.lemma_.lower() in statuses.graph.words[WRITS]:
        return True
    while word.dep_ == "pobj":  # "on trial over the coup"
        word = word.head.head if word.lemma_.lower() not in statuses.graph.words[GUILT] else word.head
        if word.dep_ == "prep":
            return True
    passive = word.tag_ == "VBN" and word.dep_ in ("acl", "ccomp", "oprd")
    return passive and word.lemma_.lower() in statuses.graph.words[GUILT]


def _is_against(noun: Token, protests: Collection[int]) -> bool:
    """Whether a noun is what a protest is against, through the prepositions and their nouns above it."""
    token = noun
    while token.dep_ == "pobj" and token.head.dep_ == "prep":
        if token.head.lower_ in AGAINST and (
            token.head.head.i in protests or token.head.head.head.i in protests
        ):
            return True
        token = token.head.head
    return False


def _first(token: Token) -> Token:
    """Of coordinated verbs the first: where it stands the others stand."""
    while token.dep_ == "conj" and token.head.tag_ == token.tag_:
        token = token.head
    return token


def is_getaway(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Shot a guard before fleeing into the hills": how the attackers got away, and no army that gives ground."""
    graph = statuses.graph
    if (
        draft.kind != WITHDRAWAL
        or graph.predicates[draft.head].lemma not in graph.words["verbs of getting away"]
    ):
        return False
    deeds = graph.above(draft.head, *THEN)
    blamed = (g.head for h in deeds for g in graph.governors.get(h, ()))  # "accused them of killing him"
    return not kept.all.isdisjoint((*deeds, *blamed))


TESTS = (
    is_getaway,
    is_planned_aim,
    is_thanked_for,
    was_done_before,
    is_what_was_eased,
    is_yet_to_stop,
    is_feeling,
    is_backing,
    is_marched_against,
    is_only_linked,
)


def is_set_beside(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """Whether one of the tests above holds."""
    return any(test(draft, kept, statuses) for test in TESTS)
