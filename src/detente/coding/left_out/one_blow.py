"""An attack and a draft after it in, whether the second verb only tells more of the same blow out."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.left_out.alike import agree, by, shared, told_apart
from detente.coding.roles.known import any_known
from detente.coding.sides.looking.anaphora import is_definite
from detente.coding.standing.status import Statuses
from detente.reading.graph.sharing import LISTING
from detente.reading.tokens import Token

FORM = ("in", "with", "by", "through")  # prepositions
TAKEN_AWAY, VAGUE = "held", "vague attack"  # groups of kinds
AFTER, TAKEN = "after", "done to somebody"  # a conjunction, a group of kinds
OFFENSIVE = "offensive"  # a kind
KILLING, CLASH, COUNT = "killing", "clash", "CD"  # kinds; a tag
TAKEN_LAND, MURDER = "capture of territory", "assassination"  # kinds
ELSEWHERE = "words for another deed"  # a list of words
DISARMAMENT, UNDONE = "disarmament", "destroying verbs"
SAID, OWN_WORD = "ccomp", "PRON"
NOT_CLAIMED = "others say so: whoever did it has claimed nothing"
ENDS = ("before", "until")
CLAIM, COPULA = "claim of responsibility", "be"


def does_both(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "A bomb at a market kills nine and wounds twenty in Zenda": one bomb, whatever it does."""
    predicates, verb = statuses.graph.predicates, statuses.graph.doc[draft.head]
    if (
        attack.kind != draft.kind
        or any_known(draft.actors)
        or attack.head not in {t.i for t in verb.conjuncts}
    ):
        return False
    subjects = predicates[draft.head].heads("subject")
    return bool(subjects) and subjects == predicates[attack.head].heads("subject")


def is_earlier(one: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "Troops killed two rebels in a raid, a day after four soldiers were killed": one was before the other."""
    doc = statuses.graph.doc
    if any(_is_days_before(doc[d.head]) for d in (one, other)):
        return doc[one.head].sent.start == doc[other.head].sent.start
    for draft, main in ((one, other), (other, one)):
        verb = doc[draft.head]
        done_to = draft.kind in statuses.lexicon.groups[TAKEN] and verb.pos_ == "VERB"
        if done_to and main.head < verb.i and _is_behind_after(verb) and not verb.is_ancestor(doc[main.head]):
            return doc[main.head].sent.start == verb.sent.start
    return False


def _is_days_before(noun: Token) -> bool:
    """ "Gunmen fought in Zenda, a day after an attack on its mayor"."""
    after = noun.head
    behind = noun.dep_ == "pobj" and after.lower_ == AFTER
    return behind and any(t.dep_ == "npadvmod" for t in (after.head, *after.lefts))


def _is_behind_after(verb: Token) -> bool:
    """Whether the clause of a verb tells after what something else was done."""
    marked = any(c.dep_ == "mark" and c.lower_ == AFTER for c in verb.lefts)
    return marked or (verb.dep_ == "pcomp" and verb.head.lower_ == AFTER)


def carries_off_others(one: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "Fires on a train and kidnaps nine", "burnt a plane and took its pilot hostage": whom they carry off they do not
    hit. Not "raids a school and abducts girls", nor "drags them off a bus and shoots them"."""
    away = statuses.lexicon.groups[TAKEN_AWAY]
    first, then = sorted((one, other), key=lambda draft: draft.head)
    if then.kind == MURDER:
        return _hits_another(first, then, statuses)
    vague = first.kind in statuses.lexicon.groups[VAGUE] or first.kind == TAKEN_LAND
    return then.kind in away and first.kind not in away and not vague


def _hits_another(first: Draft, then: Draft, statuses: Statuses) -> bool:
    """ "Bombs the plant and assassinates the general"."""
    one, two = (statuses.graph.predicates[d.head].heads("object") for d in (first, then))
    beside = first.head in {t.i for t in statuses.graph.doc[then.head].conjuncts}
    return beside and bool(one) and bool(two) and set(one).isdisjoint(two)


def is_its_form(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "Militias battle each other in firefights": the noun says how they fight, whoever it is told of; so does "fights
    rebels in an offensive" of the same army."""
    above = statuses.graph.governors.get(draft.head, ())
    noun = statuses.graph.predicates[draft.head].pos == "noun"
    alike = attack.kind == draft.kind or (draft.kind == OFFENSIVE and shared(attack.actors, draft.actors))
    return noun and alike and any(g.head == attack.head and g.name in FORM for g in above)


def is_with_what(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "Attacks a mosque at a camp with a drone strike": wherever the parse hangs it, when nobody else is named."""
    token = statuses.graph.doc[draft.head]
    means = token.dep_ == "pobj" and token.head.lower_ == "with" and not any_known(draft.actors)
    return means and statuses.graph.doc[attack.head] in token.ancestors


def says_at_whom(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "a raid by rebels targeting a mine", "killed by a rocket fired at Zenda": the participle says no more than whom it
    was aimed at."""
    token, graph = statuses.graph.doc[draft.head], statuses.graph
    aiming = graph.words["aiming verbs"] | graph.words["shooting verbs"]
    aims = token.dep_ == "acl" and token.lemma_.lower() in aiming
    with_it = graph.predicates[attack.head].heads("by", "of", "subject")
    return aims and token.head.i in (attack.head, *with_it)


def adds_to(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """Whether it tells with what, or what more, the blow was."""
    lets_go = agree(draft, attack) and _lets_it_go(attack, draft, statuses)
    if _tells_how_they_died(attack, draft, statuses) or _counts_its_dead(attack, draft, statuses):
        return True
    if draft.kind in (CLASH, KILLING) and _sets_off_fight(attack, draft, statuses):
        return True
    return lets_go or _destroys_arms(attack, draft, statuses)


def _sets_off_fight(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "Stormed the depot, triggering a shootout in which two guards died": one fight, on the spot."""
    noun = statuses.graph.doc[draft.head]
    outcome = statuses.graph.predicates[attack.head].heads("participle")
    brought = any(a.head in outcome for a in draft.applied)
    return brought and noun.tag_ == "NN" and any(c.lower_ in ("a", "an") for c in noun.lefts)


def _tells_how_they_died(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "Two guards were killed in an ambush. They were shot, and their car was set on fire"."""
    doc, verb = statuses.graph.doc, statuses.graph.predicates[draft.head]
    start = doc[draft.head].sent.start
    if (
        not start
        or not verb.passive
        or any_known(draft.actors)
        or draft.kind in statuses.lexicon.groups[TAKEN_AWAY]
    ):
        return False
    told = doc[start - 1].sent.start <= attack.head < start
    whom = [doc[h] for h in verb.heads("object")]
    theirs = all(
        t.pos_ == "PRON" or any(c.dep_ == "poss" and c.pos_ == "PRON" for c in t.lefts) for t in whom
    )
    return told and bool(whom) and theirs and shared(attack.recipients, draft.recipients)


def _counts_its_dead(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "Rebels attack a base. Nine soldiers are killed": how many it hit, where nothing says that this was elsewhere."""
    doc, verb = statuses.graph.doc, statuses.graph.predicates[draft.head]
    start = doc[draft.head].sent.start
    guessed_by = all(a.inferred for a in draft.actors) and by(draft.actors, attack.actors)
    if (
        not start
        or not verb.passive
        or draft.kind != KILLING
        or not (guessed_by or not any_known(draft.actors))
    ):
        return False
    whom = [doc[h] for h in verb.heads("object")]
    elsewhere = statuses.graph.words[ELSEWHERE]
    counted = all(any(c.tag_ == COUNT for c in t.subtree if c.i <= t.i) for t in whom)
    alone = all(a.name == "object" for a in verb.arguments) and not any(
        c.lower_ in elsewhere for c in doc[draft.head].children
    )
    told = doc[start - 1].sent.start <= attack.head < start and attack.status == draft.status
    if not (told and whom and counted and alone):
        return False
    hit = attack.recipients or (attack.actors if attack.reciprocal or len(attack.actors) > 1 else ())
    return shared(hit, draft.recipients)


def _lets_it_go(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "A rocket fired by rebels hits a ferry": whose the rocket is that hits it."""
    verb, words = statuses.graph.predicates[draft.head], statuses.graph.words["verbs of letting go"]
    weapon = set(verb.heads("object")) if verb.pos == "verb" and verb.passive else set[int]()
    return verb.lemma in words and not weapon.isdisjoint(
        statuses.graph.predicates[attack.head].heads("subject")
    )


def is_how(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "Is grazed by a bullet when a sniper opens fire": one shooting, told with and without whoever shot."""
    governors = statuses.graph.governors.get(draft.head, ())
    when = any(g.head == attack.head and g.name in ("when", "as") for g in governors)
    return when and draft.kind == attack.kind and by(draft.actors, attack.actors)


def _destroys_arms(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "Launched airstrikes on the isle, destroying a missile system": whose arms are struck is not who disarms."""
    graph = statuses.graph
    token, sentence = graph.doc[draft.head], graph.doc[draft.head].sent
    arms = (graph.doc[h] for h in graph.predicates[draft.head].heads("object"))
    own = any(c.dep_ == "poss" for noun in arms for c in noun.lefts)
    undone = draft.kind == DISARMAMENT and token.lemma_.lower() in graph.words[UNDONE] and not own
    undone = undone and not told_apart(draft, statuses)
    return undone and sentence.start <= attack.head < sentence.end and shared(draft.actors, attack.actors)


def owns_up_to(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "A convoy was bombed. The league said that it had planted the device": in its own words the same blow."""
    doc, verb = statuses.graph.doc, statuses.graph.predicates[draft.head]
    if (
        doc[draft.head].dep_ != SAID
        or not verb.perfect
        or any_known(attack.actors)
        or not any_known(draft.actors)
    ):
        return False
    own = [doc[h] for h in verb.heads("subject")]
    whom = verb.heads("object")
    pointed_at = bool(whom) and all(is_definite(h, doc) or doc[h].pos_ == OWN_WORD for h in whom)
    return attack.head < draft.head and pointed_at and bool(own) and all(t.pos_ == OWN_WORD for t in own)


def is_counted_in(attack: Draft, draft: Draft, statuses: Statuses) -> bool:
    """ "Strikes that kill nine people, including two in an airstrike on a jail"."""
    doc = statuses.graph.doc
    listed = any(t.lower_ in LISTING for t in doc[draft.head].ancestors)
    return listed and doc[attack.head].sent.start == doc[draft.head].sent.start


def not_claimed(draft: Draft, statuses: Statuses) -> str | None:
    """The reason why it is no event, or None: "it is behind the raid" is the league's own word."""
    doc = statuses.graph.doc
    if draft.kind != CLAIM or doc[draft.head].lemma_ != COPULA:
        return None
    named = any(doc[h].pos_ != OWN_WORD for h in statuses.graph.predicates[draft.head].heads("subject"))
    return NOT_CLAIMED if named else None


def ends_it(draft: Draft, statuses: Statuses) -> bool:
    """ "Opened fire, killing three, before being shot dead by guards": who fired is now hit by others."""
    verb = statuses.graph.predicates[draft.head]
    ended = statuses.graph.is_under(draft.head, *ENDS)
    return ended and verb.passive and any(a.span for a in draft.actors)
