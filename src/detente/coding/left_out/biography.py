"""An act in, whether it only says who somebody is or was, or is what he is honoured for, or happens in a work of art, out.

"The general who led the invasion dies", "mourners at the funeral of a soldier killed in the war".
"""

from __future__ import annotations

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.kept import PROTEST
from detente.coding.sides.looking.anaphora import is_definite
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

RELATIVE, REDUCED, PAST, PASSIVE = "relcl", "acl", "VBD", "VBN"
WHO, TOLD_OF = "WP", ("nsubj", "nsubjpass", "dobj")
BESIDE = ("appos", "conj")
MAIN = ("ROOT", "ccomp", "conj", "advcl", "parataxis")
HAD, IMPOSING = "had", "verbs of imposing"
RISING, HEIGHTS = "verbs of rising", "what somebody rises to"
HEADING, OF_THE_DEAD, OF_WHOM = "heading verbs", "nouns of the dead", ("of", "for", "to", "with")
DYING, FASTING = "words of dying", "hunger strike"  # a list of words, a kind
HONOURED, BEHIND = ("object", "to"), ("acl", "relcl")


def only_says_who(draft: Draft, statuses: Statuses) -> bool:
    """What somebody once led, how a dead man died, or which measure is meant."""
    return (
        _once_led(draft, statuses)
        or _is_of_the_dead(draft, statuses)
        or _was_imposed_before(draft, statuses)
        or _is_how_he_rose(draft, statuses)
        or _is_of_an_obituary(draft, statuses)
    )


def _once_led(draft: Draft, statuses: Statuses) -> bool:
    """ "Horn, who led the invasion of Graustark, dies": a noun under the verb, and the man is what is told of."""
    token = statuses.graph.doc[draft.head]
    clause = next((a for a in token.ancestors if a.dep_ == RELATIVE), None)
    if token.pos_ != "NOUN" or clause is None or clause.tag_ != PAST:
        return False
    if clause.lemma_.lower() not in statuses.graph.words[HEADING]:
        return False
    led = token.head if token.dep_ == "pobj" else token  # "took part in the raid"
    direct = led.head.i == clause.i and any(c.tag_ == WHO and c.dep_ == "nsubj" for c in clause.lefts)
    gathered = type_of(draft, statuses) == PROTEST and clause.head.dep_ == "dobj"
    return direct and _is_told_of(clause.head) and not gathered  # "held monks who led marches": news too


def _is_of_an_obituary(draft: Draft, statuses: Statuses) -> bool:
    """ "Horn, the general who signed the peace, dies at 90": of a named man; "Weber, who was fasting, died" is news."""
    graph = statuses.graph
    token = graph.doc[draft.head]
    if draft.kind == FASTING:
        return False
    told = next((t for t in (token, *token.ancestors) if t.dep_ in (RELATIVE, BESIDE[0])), None)
    if told is None or (told.dep_ == RELATIVE and not _is_what_he_did(told)):
        return False
    who = told.head
    while who.dep_ == BESIDE[0]:
        who = who.head
    verb = graph.predicates.get(who.head.i)
    dead = verb is not None and (
        verb.lemma in graph.words[DYING]
        or any(c.lemma_.lower() in graph.words[DYING] for c in who.head.children if c.dep_ == "acomp")
    )
    return dead and who.pos_ == "PROPN" and who.dep_ == "nsubj"


def _is_what_he_did(clause: Token) -> bool:
    """ "Who led it", "who had led it"; "who was shot" is what was done to him."""
    past = clause.tag_ == PAST or any(c.lower_ == HAD for c in clause.lefts)
    return past and any(c.tag_ == WHO and c.dep_ == "nsubj" for c in clause.lefts)


def _is_told_of(who: Token) -> bool:
    """Whether he is whom the sentence is about, whom something is done to, or named beside that one."""
    while who.head.i < who.i and (who.dep_ in BESIDE or (who.dep_ == "pobj" and who.head.lower_ == "of")):
        who = who.head if who.dep_ in BESIDE else who.head.head  # "a commander of the league who led"
    return who.dep_ in TOLD_OF and who.head.dep_ in MAIN


def _is_of_the_dead(draft: Draft, statuses: Statuses) -> bool:
    """Only where nobody is named who did it."""
    token = statuses.graph.doc[draft.head]
    if draft.actors or token.tag_ != PASSIVE or token.dep_ not in (REDUCED, RELATIVE):
        return False
    who = token.head
    over = who.head if who.dep_ == "pobj" and who.head.lower_ in OF_WHOM else None
    return over is not None and over.head.lemma_.lower() in statuses.graph.words[OF_THE_DEAD]


def _is_how_he_rose(draft: Draft, statuses: Statuses) -> bool:
    """ "Won office by promising to leave Sylvania", "made his name by opposing the war": how somebody once rose."""
    words, token = statuses.graph.words, statuses.graph.doc[draft.head]
    clause = next((t for t in (token, *token.ancestors) if t.dep_ == "pcomp" and t.head.lower_ == "by"), None)
    if clause is None or clause.head.head.lemma_.lower() not in words[RISING]:
        return False
    reached = (t for t in clause.head.head.rights if t.i < clause.i)
    return any(w.lemma_.lower() in words[HEIGHTS] for t in reached for w in (t, *t.children))


def _was_imposed_before(draft: Draft, statuses: Statuses) -> bool:
    """ "Lifted the restrictions it had imposed on ships": which restrictions they are."""
    token, graph = statuses.graph.doc[draft.head], statuses.graph
    if token.dep_ != RELATIVE or token.lemma_.lower() not in graph.words[IMPOSING]:
        return False
    before = graph.predicates[draft.head].perfect and any(c.lower_ == HAD for c in token.lefts)
    before |= token.tag_ == PAST and any(c.lower_ == "the" for c in token.head.lefts)
    return (
        before and token.head.dep_ in ("dobj", "nsubjpass") and token.head.i not in statuses.mentions.actors
    )


def is_of_honoured(head: int, statuses: Statuses) -> bool:
    """ "Honours the villagers who were driven out by the Sylvanian army": what they are honoured for is past."""
    token, predicates = statuses.graph.doc[head], statuses.graph.predicates
    if token.dep_ not in ("relcl", "acl"):
        return False
    governors = statuses.graph.governors.get(token.head.i, ())
    above = (predicates[g.head] for g in governors if g.name in HONOURED and g.head != head)
    return any(verb.lemma in statuses.graph.words["honouring verbs"] for verb in above)


def is_in_work(head: int, statuses: Statuses) -> bool:
    """ "In the film, soldiers burn a village"; "in a film shown on Monday the rebels threatened" may be news. "The opera,
    set during the siege of Zenda": when it plays."""
    doc, words = statuses.graph.doc, statuses.graph.words
    works, setting = words["works of fiction"], words["verbs of setting a play"]
    said = (t for t in doc[head].ancestors if t.tag_ == "VBN" and t.dep_ in BEHIND)
    if any(t.lemma_ in setting and t.head.lemma_.lower() in works for t in said):
        return True
    return any(
        doc[h].lemma_.lower() in works and is_definite(h, doc)
        for h in statuses.graph.predicates[head].heads("in")
    )
