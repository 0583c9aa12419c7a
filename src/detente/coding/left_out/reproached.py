"""A draft in, whether it is no more than what somebody is blamed, arrested or punished for, or who was hit, out.

"Arrested for plotting to incite unrest", "accuses it of crimes, including killing prisoners", "killed three soldiers
patrolling a road": the arrest, the accusation and the killing are told, and not the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from detente.coding.actors.pointing.binding import answered
from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.kept import ATTACK, PROTEST, Kept, Sides, sides_of
from detente.coding.standing.status import Statuses
from detente.reading.shapes import SUBJECTS, is_pointed_at
from detente.reading.tokens import Token

OFFENCES = ("for", "of", "over", "on", "including")
OF = "of"  # what somebody is accused of
THAT = "WDT"
OBJECTS = ("dobj", "nsubjpass")
AHEAD = ("planned", "hypothetical", "proposed")
ANYBODY = frozenset({"CVL", "BUS", "MED", "EDU"})
BREACH, CRIME = "violation of agreement", "massacre"  # kinds
QUARRELS, BACKING = ("ACCUSE", "REJECT"), ("AID", "SUPPORT")
IN, PART = "in", "nouns of taking part"
RELATIVE, PARTICIPLE, WHO = "relcl", "acl", ("WP", "WDT")
SPOKEN = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT"})  # what one says; a blow took place
AGAINST = ("against", "over", "at", "about")
WAYS = ("after", "by", "participle", "adverbial", "before")
BLAMED, FAILED = ("object", "for", *AGAINST), "cancelled"
RIOTING = frozenset({"PROTEST", "ASSAULT"})
CROSSINGS = frozenset({"incursion", "invasion"})  # kinds


def is_part_of_charge(draft: Draft, accused: Mapping[int, Sides], statuses: Statuses) -> bool:
    """ "Accused it of killing forty in a raid on Zenda", "of an operation that killed forty": so it is alleged, by those who
    are accused or by nobody."""
    token = statuses.graph.doc[draft.head]
    if not draft.actors and is_pointed_at(token, statuses.graph.words):
        return False  # "of being behind the coup against it": there was one
    while token.dep_ not in ("ROOT", "advcl", "conj") and not _has_doer(token):
        above = token.head
        charge = above.i in accused and above.i != draft.head and above.pos_ == "VERB"
        alleged = OF in (token.lower_, above.head.lower_ if above.dep_ == "pcomp" else "")
        if charge and alleged:
            return sides_of(draft) <= accused[above.i] | {None}
        token = above
    return False


def _has_doer(clause: Token) -> bool:
    """ "After it shelled Zenda", "rebels who shelled it" is told for itself, and "that killed forty" is not."""
    return any(c.dep_ in SUBJECTS and c.tag_ != THAT for c in clause.lefts)


def is_alleged_plan(draft: Draft, punishing: Collection[int], statuses: Statuses) -> bool:
    """ "Arrested for plotting to incite unrest": it has not come, and is no more than the reason."""
    return draft.status in AHEAD and offended(draft, punishing, statuses) is not None


def is_of_accuser(draft: Draft, accusers: Mapping[int, Sides], statuses: Statuses) -> bool:
    """ "Accuses it of crimes, including killing prisoners": who accuses has not done it."""
    head = offended(draft, accusers, statuses)
    return head is not None and bool(draft.actors) and sides_of(draft) <= accusers[head]


def is_of_victims(draft: Draft, attacks: Collection[int], statuses: Statuses) -> bool:
    """ "Killed three soldiers patrolling a road": only who was hit."""
    token = statuses.graph.doc[draft.head]
    busy = token.dep_ == "relcl" and token.tag_ == "VBG"  # "a raid on men who were manning a post"
    described = token.dep_ == "acl" or busy
    who = token.head
    while who.dep_ == "conj":
        who = who.head
    struck = who.head if who.dep_ in OBJECTS else who.head.head
    return described and who.dep_ in (*OBJECTS, "pobj") and struck.i in attacks


def was_up_to(draft: Draft, attacks: Collection[int], statuses: Statuses) -> bool:
    """ "Killed nine rebels trying to cross the river to raid villages": they were kept from it."""
    clauses = (t for t in statuses.graph.doc[draft.head].ancestors if t.dep_ == "acl" and t.tag_ == "VBG")
    return any(t.head.dep_ in OBJECTS and t.head.head.i in attacks for t in clauses)


def is_wrong_told(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Said that it had insulted the queen", "told the court that it commits genocide": the reproach is told, in other
    words; a broken treaty and a raid are told for themselves."""
    telling = (a.head for a in draft.applied if a.operator.bare and a.operator.says)
    reproach = any(head in kept.accusing and head != draft.head for head in telling)
    if not reproach or draft.kind == BREACH:
        return False
    kind = statuses.lexicon.kinds[draft.kind]
    judged = draft.kind == CRIME and statuses.graph.doc[draft.head].pos_ == "NOUN"
    quarrel = kind.speech and kind.type in QUARRELS
    return judged or quarrel or kind.type in BACKING


def offended(draft: Draft, heads: Collection[int], statuses: Statuses) -> int | None:
    """The act for which somebody is arrested or blamed, if it stands in its reasons, however deep."""
    above = statuses.graph.doc[draft.head].ancestors
    answers = statuses.graph.words["answers"]
    prepositions = ((t, answered(t, answers)) for t in above if t.dep_ == "prep")
    reasons = ((outer or t).head for t, outer in prepositions if outer is not None or t.lower_ in OFFENCES)
    found = (i for t in reasons for i in _who_reproaches(t))
    return next((head for head in found if head in heads), None)


def _who_reproaches(token: Token) -> Iterator[int]:
    """ "Arrested", "an arrest of a man accused of it": the word itself, or the one that its noun hangs on."""
    yield token.i
    noun = token.head
    if token.dep_ in OBJECTS:
        yield noun.i
    elif token.dep_ == "acl":
        yield (noun.head.head if noun.dep_ == "pobj" else noun.head).i


def is_own_crime(draft: Draft, punishers: Mapping[int, Sides], statuses: Statuses) -> bool:
    """ "Arrests four of its citizens for an attack on a shop": told by the arrest, unless it was aimed at others."""
    head = offended(draft, punishers, statuses)
    if head is None or not draft.actors or not sides_of(draft) <= punishers[head]:
        return False
    verb = statuses.graph.doc[draft.head]
    if verb.dep_ == "relcl" and _has_doer(verb):
        return False  # "for passing maps to the Red Dawn, who bombed a barracks"
    victims = (r for r in draft.recipients if (r.country or r.based or r.id) in punishers[head])
    return all(r.id is None and set(r.sectors) <= ANYBODY for r in victims) and all(
        (r.country or r.based or r.id) in punishers[head] for r in draft.recipients
    )


def is_part_taken(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """Only where the text names nobody who was hit: "its role in the raid on Zenda" tells of that raid."""
    token = statuses.graph.doc[draft.head]
    if type_of(draft, statuses) not in (ATTACK, PROTEST) or token.dep_ != "pobj" or token.head.lower_ != IN:
        return False
    if token.head.head.lemma_.lower() not in statuses.graph.words[PART]:
        return False
    if any(a.inferred is None for a in (*draft.actors, *draft.recipients)):
        return False
    reproaches = kept.curbs | kept.accusing | kept.blaming | kept.punishing
    return any(above.i in reproaches for above in token.ancestors)


def is_why_punished(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """Where who said so is the object of an arrest, a penalty or an attack that is told."""
    token = statuses.graph.doc[draft.head]
    if type_of(draft, statuses) not in SPOKEN:
        return False
    if token.tag_ == "VBG" and token.dep_ in ("pcomp", "conj"):  # "jailed for insulting the king"
        head = offended(draft, kept.punishers, statuses)
        return head is not None and sides_of(draft) <= kept.punishers[head]
    token = token.head if token.dep_ == "dobj" else token  # "who made threats"
    doing = token.dep_ == PARTICIPLE and token.tag_ == "VBG"  # "shot two men asking for water"
    telling = token.dep_ == RELATIVE and any(c.dep_ == "nsubj" and c.tag_ in WHO for c in token.lefts)
    if not doing and not telling:
        return False
    harming = kept.curbs | kept.attacks
    if token.head.dep_ not in OBJECTS or _is_set_off(token):
        return False
    beside = {token.head.head.i, *(t.i for t in token.head.head.conjuncts)}
    return not harming.isdisjoint(beside)


def _is_set_off(clause: Token) -> bool:
    """ "Expelled the envoy, who called it absurd": what he said to it."""
    first = clause.left_edge.i
    return first > 0 and clause.doc[first - 1].text == ","


def is_way_over(draft: Draft, protests: Collection[int], statuses: Statuses) -> bool:
    """ "A sergeant defects after crossing the border": no force goes in."""
    over = statuses.graph.governors.get(draft.head, ())
    return draft.kind in CROSSINGS and any(g.name in WAYS and g.head in protests for g in over)


def is_failure_blamed(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Rallied over the army's failure to free them": what was not done is told by the protest or the reproach."""
    if draft.status != FAILED:
        return False
    graph = statuses.graph
    failures = (a.head for a in draft.applied if graph.doc[a.head].pos_ == "NOUN")
    blaming = kept.protests | kept.accusing
    return any(
        g.name in BLAMED and g.head in blaming for head in failures for g in graph.governors.get(head, ())
    )


def is_how_they_riot(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Clashed with police, throwing stones and burning cars": what the crowd does is its riot."""
    token = statuses.graph.doc[draft.head]
    at_home = {r.country for r in draft.recipients} <= {a.country for a in draft.actors}
    if token.tag_ != "VBG" or type_of(draft, statuses) not in RIOTING or not at_home:
        return False
    while token.dep_ == "conj" and token.tag_ == "VBG":
        token = token.head
    over = token.head if token.dep_ == "advcl" and token.tag_ == "VBG" else None
    if over is None or not kept.protests - {draft.head} & {over.i, *(t.i for t in over.conjuncts)}:
        return False
    verb = statuses.graph.predicates.get(over.i)
    return verb is not None and set(verb.heads("subject")) == set(
        statuses.graph.predicates[draft.head].heads("subject")
    )


def doings(heads: frozenset[int], statuses: Statuses) -> Iterator[int]:
    """The events with what carries them and what is done along with them ("began a fast", "burned tyres and blocked")."""
    graph = statuses.graph
    for head in heads:
        top = graph.verb_of(head)
        yield from (h for h in {head, top, *(t.i for t in graph.doc[top].conjuncts)} if h in graph.predicates)
