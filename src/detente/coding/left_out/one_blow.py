"""An attack and a draft after it in, whether the second verb only tells more of the same blow out."""

from __future__ import annotations

from detente.coding.draft import Draft
from detente.coding.left_out.alike import by, known
from detente.coding.status import Statuses

FORM = ("in", "with", "by", "through")  # prepositions


def does_both(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "A bomb at a market kills nine and wounds twenty in Zenda": one bomb, whatever it does."""
    predicates, verb = statuses.graph.predicates, statuses.graph.doc[draft.head]
    if attack.kind != draft.kind or known(draft.actors) or attack.head not in {t.i for t in verb.conjuncts}:
        return False
    subjects = predicates[draft.head].heads("subject")
    return bool(subjects) and subjects == predicates[attack.head].heads("subject")


def is_its_form(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "Militias battle each other in firefights": the noun says how they fight, whoever it is told of."""
    above = statuses.graph.governors.get(draft.head, ())
    noun = statuses.graph.predicates[draft.head].pos == "noun"
    return noun and attack.kind == draft.kind and any(g.head == attack.head and g.name in FORM for g in above)


def says_at_whom(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "a raid by rebels targeting a mine", "killed by a rocket fired at Zenda": the participle says no more than whom it
    was aimed at."""
    token, graph = statuses.graph.doc[draft.head], statuses.graph
    aiming = graph.words["aiming verbs"] | graph.words["shooting verbs"]
    aims = token.dep_ == "acl" and token.lemma_.lower() in aiming
    with_it = graph.predicates[attack.head].heads("by", "of", "subject")
    return aims and token.head.i in (attack.head, *with_it)


def is_how(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "Is grazed by a bullet when a sniper opens fire": one shooting, told with and without whoever shot."""
    governors = statuses.graph.governors.get(draft.head, ())
    when = any(g.head == attack.head and g.name in ("when", "as") for g in governors)
    return when and draft.kind == attack.kind and by(draft.actors, attack.actors)
