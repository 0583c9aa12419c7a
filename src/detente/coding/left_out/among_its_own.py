"""Talks, a visit, a refusal or a reproach in, whether only people, bodies and forces of one side have a part in it out.

A government talks with its ministers, an organisation's members meet, an army says what its own gunners did wrong.
"""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.roles.counting import counted
from detente.coding.roles.known import phrase_of, word_of
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.standing.status import Statuses
from detente.ids import is_organisation
from detente.records import Actor

REFUSAL, FORCES = "refusal", frozenset({"MIL", "COP"})  # a kind, sectors
VISIT, GOES_TO = "visit", ("to", "of", "object")  # a mode
JOINT_WORK = "COOPERATE"  # a type
TALKS = "CONSULT"  # a type
MEETING = "meeting"  # a kind
DENIED, SUCH = "denied", "such"
WHAT_IS_TOLD, CALLED_OFF = ("object", "subject"), ("cancelled", "declined")
REPROACH, OWNER = "ACCUSE", "PRP$"  # a type, a tag
OWNING_UP, IT = "verbs of owning up", ("it", "them", "this")
RULERS = frozenset({"GOV", "MIL", "SPY", "COP"})
OWN_FAULT = "it only says what its own people or things did wrong"


def is_among_its_own(draft: Draft, statuses: Statuses) -> bool:
    """Business, aid and joint work within one state is none between states, nor are talks within its government."""
    kind = statuses.lexicon.kinds[draft.kind]
    lands = {a.country for a in (*draft.actors, *draft.recipients)}
    abroad = kind.type == JOINT_WORK or kind.mode == VISIT
    if abroad and draft.recipients and len(lands) == 1 and all(lands):
        return True
    at_home = _visits_at_home(draft, statuses) or _talks_with_its_own(draft, statuses)
    return at_home or _refuses_only_for_its_own(draft, statuses)


def _talks_with_its_own(draft: Draft, statuses: Statuses) -> bool:
    """ "The king has discussed it with his ministers", "we are reviewing it with the president"."""
    sides = (*draft.actors, *draft.recipients)
    kind = statuses.lexicon.kinds[draft.kind]  # talks to come are no talks yet by their code
    if kind.type != TALKS or len(sides) == 1 or len({a.country for a in sides}) != 1:
        return False
    governing = all(a.country and a.sectors and RULERS.issuperset(a.sectors) for a in sides)
    return governing and any(_is_bare_office(a, statuses) for a in sides)


def _visits_at_home(draft: Draft, statuses: Statuses) -> bool:
    """ "The interior minister said so during a visit to a school", where no other land is named: one of his own."""
    if statuses.lexicon.kinds[draft.kind].mode != VISIT or draft.recipients or not draft.actors:
        return False
    doc, words = statuses.graph.doc, statuses.graph.words["places visited at home"]
    heads = statuses.graph.predicates[draft.head].heads(*GOES_TO)
    shown = [h for h in heads if doc[h].lemma_.lower() in words and h not in statuses.mentions.actors]
    return bool(shown) and countries_named(draft.head, statuses) <= {a.country for a in draft.actors}


def _refuses_only_for_its_own(draft: Draft, statuses: Statuses) -> bool:
    """ "Ruritania will not add troops there", "will not raise its army's budget": nobody is refused anything."""
    lands = {a.country for a in draft.actors}
    if draft.kind != REFUSAL or not draft.recipients or len(lands) != 1 or None in lands:
        return False
    if not all(r.country in lands and FORCES.issuperset(r.sectors) for r in draft.recipients):
        return False
    doc = statuses.graph.doc
    objects = [doc[i] for i in statuses.graph.predicates[draft.head].heads("object")]
    within = [range(o.left_edge.idx, o.right_edge.idx + 1) for o in objects]
    return all(r.span is not None and any(r.span.start in w for w in within) for r in draft.recipients)


def _is_bare_office(side: Actor, statuses: Statuses) -> bool:
    """ "His ministers", "the president": with a name beside it, it may be one of several governments of a land."""
    tokens = phrase_of(side, statuses.graph.doc)
    if tokens is None:
        return False
    # "contra commanders"
    of_others = any(c.dep_ == "compound" and c.i < tokens.start for t in tokens for c in t.lefts)
    return not of_others and all(t.is_lower or t.tag_ == "PRP" for t in tokens)


def meets_with_unnamed(draft: Draft, statuses: Statuses) -> bool:
    """Whether whoever is named meets others who are not: "its defence ministers will gather", of an organisation, "the
    meeting of the three ministers", one of whom is named, "denied that any such meeting was held"."""
    graph, event = statuses.graph, statuses.graph.predicates[draft.head]
    noun = event.pos != "verb"  # "the two ministers met" may be of one land
    over = graph.governors.get(draft.head, ())
    told = not noun or event.carrier is not None or any(g.name in WHAT_IS_TOLD for g in over)
    of_body = all(a.country is None and is_organisation(a.id) for a in draft.actors)
    if draft.kind == MEETING and draft.status not in CALLED_OFF and told and of_body:
        return True
    if not draft.reciprocal or len({a.country for a in draft.actors}) != 1:
        return False
    denied = draft.status == DENIED and any(t.lower_ == SUCH for t in graph.doc[draft.head].lefts)
    return denied or (noun and bool(counted(draft.head, graph)))


def own_fault(draft: Draft, statuses: Statuses) -> str | None:
    """Why it is no event, if so it is."""
    kind = statuses.lexicon.kinds[draft.kind]
    if kind.type == REPROACH and _owns_up(draft, statuses):
        return OWN_FAULT
    sides = (*draft.actors, *draft.recipients)
    if kind.type != REPROACH or not draft.made or not draft.actors or not draft.recipients:
        return None
    one = len({a.country for a in sides}) == 1 and all(a.country for a in sides)
    governs = all(a.sectors and RULERS.issuperset(a.sectors) for a in draft.actors)
    return OWN_FAULT if one and governs and all(_is_own(r, statuses) for r in draft.recipients) else None


def _owns_up(draft: Draft, statuses: Statuses) -> bool:
    """ "Apologised for the strike and called it a mistake"."""
    graph = statuses.graph
    verb = graph.doc[draft.head]
    owned = (t for t in verb.conjuncts if t.i < verb.i)
    return any(t.lemma_.lower() in graph.words[OWNING_UP] for t in owned) and any(
        graph.doc[h].lower_ in IT for h in graph.predicates[draft.head].heads("object", "clause")
    )


def _is_own(side: Actor, statuses: Statuses) -> bool:
    """ "Its engineers", "one of its gunners", "their own radar"."""
    word = word_of(side, statuses.graph.doc)
    if word is None:
        return False
    above = word.head.head.i if word.dep_ == "pobj" else word.i
    if above != word.i and above in statuses.graph.predicates:
        return False  # "the abduction of its officer": he suffers it
    inside = (word, *word.lefts, *(t for t in word.subtree if t.i > word.i))
    return any(t.tag_ == OWNER for t in inside)
