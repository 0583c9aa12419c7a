"""A draft in, whether it is a war that all know of, an accident, a suicide or a match, and nobody's deed, out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import classes_of
from detente.coding.sides.looking.anaphora import is_definite
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

ACCIDENT = "nobody did it: somebody died in an accident"
BY_HAND, OUTCOMES = "by hand", "outcome"  # groups of kinds
BACKGROUND = "it is a war that all know of, and only says when"
WAR, RESCUE, INVASION = "fighting", "rescue", "invasion"
LEFT_OVER = "nobody struck now: it was left from a war of the past"
STANDING, ON_GUARD = "no deed of a day: so it is manned", "police deployment"  # the second is a kind
RATE = "no deed of a day: so many are hit by it every year"
SUICIDE = "who did it did it to himself"
SCORE = "it is a match, and its score stands beside it"
FROM_AIR, ATTACK = "airstrike", "attack"  # kinds
IN_WORDS, RULING = "they are attacks in words", frozenset({"GOV", "LEG", "JUD"})
_SCORE = re.compile(r"\d{1,3}[-\u2013]\d{1,3}")
TOLD_WITH = (
    "in",
    "when",
    "after",
    "by",
    "with",
    "during",
    "amid",
    "as",
    "while",
)  # whoever or whatever did it
ENDING = ("participle", "adverbial", "clause", "purpose")
WITH_WHAT = ("subject", "by", "of")
WHEN = ("when", "after", "as", "while", "adverbial", "clause")


def no_deed(draft: Draft, statuses: Statuses) -> str | None:
    """The reason why the event is left out, or None."""
    kind = draft.kind
    if kind == WAR and (_is_background(draft, statuses) or _is_topic(draft, statuses)):
        return BACKGROUND
    if kind == INVASION and _is_known_by_all(draft, statuses):
        return BACKGROUND
    if kind == RESCUE and _from_accident(draft, statuses):
        return ACCIDENT
    if kind in statuses.lexicon.groups[BY_HAND] and _is_suicide(draft, statuses):
        return SUICIDE
    if _has_score(draft, statuses):
        return SCORE
    if why := _of_no_day(draft, statuses):
        return why
    if draft.kind == ATTACK and _is_in_words(draft, statuses):
        return IN_WORDS
    died = _is_outcome(draft, statuses) and (
        _by_accident(draft, statuses) or _after_accident(draft, statuses)
    )
    return ACCIDENT if died else None


def _is_background(draft: Draft, statuses: Statuses) -> bool:
    """ "The toll throughout the war": no side is said of it."""
    noun, token = statuses.graph.predicates[draft.head], statuses.graph.doc[draft.head]
    words, named = statuses.graph.words["long wars"], noun.heads("mod")
    said = [*noun.heads("between", "with", "against", "poss", "by", "in")]
    said += named if len(named) == 1 else ()  # "both sides in the Sylvanian-Graustarkian war"
    said += [h for h in noun.heads("of") if statuses.graph.doc[h].lemma_.lower() not in words]
    placed = token.dep_ == "pobj" and token.head.lower_ in statuses.graph.words["background prepositions"]
    return placed and not said and is_definite(draft.head, statuses.graph.doc)


def _is_known_by_all(draft: Draft, statuses: Statuses) -> bool:
    """ "Banned over the invasion of Sylvania": by whom all know, and only a reason or a time."""
    token = statuses.graph.doc[draft.head]
    placed = token.dep_ == "pobj" and token.head.dep_ in ("prep", "pcomp")
    return not draft.actors and placed and is_definite(draft.head, statuses.graph.doc)


def _is_topic(draft: Draft, statuses: Statuses) -> bool:
    """ "Spoke about the war between them", "met during the Sylvanian-Graustarkian War": it is on, and that is no news."""
    token, wars = statuses.graph.doc[draft.head], statuses.graph.words["long wars"]
    named = token.is_title or is_definite(draft.head, statuses.graph.doc)
    if token.dep_ == "dobj" and any(a.operator.makes or a.operator.factive for a in draft.applied):
        return token.lemma_.lower() in wars  # "condemns its war on Graustark"
    return named and token.lemma_.lower() in wars and token.dep_ in ("pobj", "conj", "appos")


def _from_accident(draft: Draft, statuses: Statuses) -> bool:
    """ "The boat capsized. Nine people were rescued by the coast guard": its daily work, unless they are foreigners."""
    own = {a.country for a in draft.actors}
    if not all(r.country in own and r.inferred for r in draft.recipients):
        return False
    doc, verbs = statuses.graph.doc, statuses.graph.words["accident verbs"]
    sentence = doc[draft.head].sent
    before = doc[max(sentence.start - 1, 0)].sent
    around = (*before, *sentence)
    return any(
        (t.lemma_.lower() in verbs and not _is_done_to_somebody(t, statuses))
        or "disaster" in classes_of(doc, t.i, statuses.lexicon)
        for t in around
    )


def _is_done_to_somebody(verb: Token, statuses: Statuses) -> bool:
    """ "Officers toppled the premier": nothing fell over by itself."""
    predicate = statuses.graph.predicates.get(verb.i)
    done_to = predicate.heads("object") if predicate is not None else ()
    return any(h in statuses.mentions.actors for h in done_to)


def _is_suicide(draft: Draft, statuses: Statuses) -> bool:
    """ "The gunman killed himself"."""
    victims = statuses.graph.predicates[draft.head].heads("object")
    return bool(victims) and all("Yes" in statuses.graph.doc[h].morph.get("Reflex", ()) for h in victims)


def _is_in_words(draft: Draft, statuses: Statuses) -> bool:
    """ "The fiercest attacks on the premier came from the left": more than one, on a ruler, by nobody: they are words."""
    token, noun = statuses.graph.doc[draft.head], statuses.graph.predicates[draft.head]
    if token.tag_ != "NNS" or draft.actors or draft.status != "occurred":
        return False
    struck = noun.heads("on", "against")
    ruled = [r for r in draft.recipients if r.sectors and set(r.sectors) <= RULING]
    rulers = struck and all(statuses.graph.doc[h].tag_ == "NN" for h in struck)
    return bool(rulers) and bool(ruled) and len(ruled) == len(draft.recipients)


def _has_score(draft: Draft, statuses: Statuses) -> bool:
    """ "Hammered them 3-0": right behind an attack on somebody."""
    predicate = statuses.graph.predicates[draft.head]
    if type_of(draft, statuses) != "ASSAULT" or predicate.pos != "verb":
        return False
    doc = statuses.graph.doc
    behind = [doc[doc[h].right_edge.i + 1 : doc[h].right_edge.i + 4] for h in predicate.heads("object")]
    return any(_SCORE.fullmatch("".join(t.text for t in words)) for words in behind)


def _of_no_day(draft: Draft, statuses: Statuses) -> str | None:
    if _is_of_old_war(draft, statuses):
        return LEFT_OVER
    if draft.kind == ON_GUARD and _only_stand_there(statuses.graph.doc[draft.head], statuses):
        return STANDING
    return RATE if not draft.actors and _is_yearly(draft, statuses) else None


def _only_stand_there(verb: Token, statuses: Statuses) -> bool:
    """ "Attacked a checkpoint manned by soldiers": who is at it, and nothing done that day."""
    return verb.dep_ == "acl" and verb.lemma_.lower() in statuses.graph.words["verbs of staying in"]


def _is_of_old_war(draft: Draft, statuses: Statuses) -> bool:
    """ "A mine left from the last war kills two shepherds", "an unexploded shell went off"."""
    row, graph = statuses.lexicon.kinds[draft.kind], statuses.graph
    if row.type != "ASSAULT":
        return False
    clauses = [h for h in graph.predicates[draft.head].heads(*WHEN) if h in graph.predicates]
    struck_with = [h for own in (draft.head, *clauses) for h in graph.predicates[own].heads(*WITH_WHAT)]
    things = (h for h in (draft.head, *struck_with) if h not in statuses.mentions.actors)
    nouns = (graph.doc[h] for h in things if graph.doc[h].pos_ == "NOUN")
    return any(_is_left_over(t, graph.words) or _carries_goods(t, graph.words) for t in nouns)


def _is_yearly(draft: Draft, statuses: Statuses) -> bool:
    """ "Mines kill some 200 people a year", "are thought to kill 60 every month"."""
    row, graph = statuses.lexicon.kinds[draft.kind], statuses.graph
    verb = graph.predicates[draft.head]
    if row.type != "ASSAULT" or verb.pos != "verb" or verb.tense == "past":
        return False
    later = (t for t in graph.doc[draft.head].subtree if t.i > draft.head)
    return any(t.lower_ in graph.words["adverbs of rates"] or _is_rate(t, graph.words) for t in later)


def _is_rate(unit: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "A year", "per month", but not "a week after the vote", "a day before it"."""
    each, over = words["words of each"], unit.head
    if unit.lower_ not in words["units of rates"]:
        return False
    after = unit.doc[unit.i + 1] if unit.i + 1 < len(unit.doc) else None
    if after is not None and (after.dep_ == "mark" or after.lower_ in words["prepositions of asides"]):
        return False
    counted = over.pos_ in ("NOUN", "VERB", "NUM", "PROPN") and any(c.lower_ in each for c in unit.lefts)
    return counted or over.lower_ in each


def _is_left_over(weapon: Token, words: Mapping[str, frozenset[str]]) -> bool:
    if any(c.lower_ in words["words of old wars"] for c in weapon.lefts):
        return True
    left = (
        c for c in weapon.rights if c.dep_ in ("acl", "relcl") and c.lemma_.lower() in words["left behind"]
    )
    return any(t.lemma_.lower() in words["long wars gone"] for clause in left for t in clause.subtree)


def _carries_goods(craft: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "A drone carrying drugs crashes into a jail": it was sent to bring them there, and to strike nobody."""
    bringing = (c for c in craft.rights if c.dep_ in ("acl", "relcl"))
    laden = (c for c in bringing if c.lemma_.lower() in words["loading verbs"])
    return any(t.lemma_.lower() in words["goods flown in"] for verb in laden for t in verb.rights)


def _is_outcome(draft: Draft, statuses: Statuses) -> bool:
    """ "Kills", "destroys"; "the army jet crashed, killing nine" is no air strike."""
    return draft.kind in statuses.lexicon.groups[OUTCOMES] or (
        draft.kind == FROM_AIR and statuses.graph.predicates[draft.head].pos == "verb"
    )


def _by_accident(draft: Draft, statuses: Statuses) -> bool:
    """ "The jet crashed, killing its pilot", "are killed and one is hurt when jets collide"."""
    predicates, verbs = statuses.graph.predicates, statuses.graph.words["accident verbs"]
    above = statuses.graph.above(draft.head, *ENDING)
    verb = statuses.graph.doc[draft.head]
    both = (verb, *verb.conjuncts) if verb.pos_ == "VERB" else (verb,)
    beside = [h for t in both if t.i in predicates for h in predicates[t.i].heads(*WHEN)]
    said = (predicates[h].lemma for h in (*above, *beside) if h in predicates)
    return any(lemma in verbs or lemma.split()[0] in verbs for lemma in said)  # "crashes off the coast"


def _after_accident(draft: Draft, statuses: Statuses) -> bool:
    """ "A ferry sank off Zenda. Three soldiers were killed": told of by itself right after what befell a thing."""
    doc, graph = statuses.graph.doc, statuses.graph
    start = doc[draft.head].sent.start
    if draft.actors or not start or graph.predicates[draft.head].heads(*TOLD_WITH):
        return False
    befell = graph.predicates.get(doc[start - 1].sent.root.i)
    if (
        befell is None
        or befell.lemma not in graph.words["accident verbs"]
        or befell.heads(*WHEN, *TOLD_WITH[1:])
    ):
        return False
    things = befell.heads("subject")
    return any(doc[h].lemma_.lower() in graph.words["what has accidents"] for h in things)
