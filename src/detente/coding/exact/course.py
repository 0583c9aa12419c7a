"""A word for what has begun in, whether its sentence says that it goes on out."""

from __future__ import annotations

from detente.coding.exact.plan import verbs_of
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.moods import is_present_perfect
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.tokens import Token

CLAUSE = frozenset({"clause", "object", "in", "with", "on"})
ENDS = ("until", "till")
ADVERBIAL = ("JJ", "VBN", "RB", "RBR", ".", ",", "CC")
BE = "be"
FAR = 7  # words between a verb or noun and "its seventh week"


def goes_on(word: Predicate, statuses: Statuses) -> bool:
    """ "Continued to shell", "now in its seventh week", "in the midst of a strike", "with talks under way"."""
    return (
        _is_continued(word, statuses)
        or _is_said_to_be_on(word, statuses)
        or _is_numbered(word, statuses)
        or _is_amid(word, statuses)
        or _is_still_so(word, statuses)
        or _is_lasting(word, statuses)
    )


def _over(word: Predicate, statuses: Statuses) -> list[tuple[str, Predicate]]:
    return [(name, verb) for name, verb in statuses.graph.governing(word.head) if verb.pos == "verb"]


def _is_now(verb: Predicate) -> bool:
    """Whether it is told in the present, or as begun and not said to be over."""
    return verb.tense == "present" or (verb.mood == "participle" and not verb.passive)


def _is_continued(word: Predicate, statuses: Statuses) -> bool:
    """ "Continued to shell", "keeps bombing", "continues its talks", "has begun negotiating"; "the talks go on"."""
    words = statuses.graph.words
    for name, verb in _over(word, statuses):
        if verb.negated or statuses.readings(verb.head)[0].status not in HAPPENED or ends(verb, statuses):
            continue
        if name == "subject" and _lasted(verb, statuses):
            continue
        below, called = name in CLAUSE, verbs_of(verb, statuses.graph)
        doing = name == "on" and word.pos == "verb"  # "goes on jailing editors", but "goes on trial"
        if doing or (name == "subject" and _carries_on(verb, statuses)):
            called |= {f"{verb.lemma} on"}
        if not words["verbs of carrying on"].isdisjoint(called) and (below or name == "subject"):
            return True
        if (
            not words["verbs of being at it"].isdisjoint(called)
            and _is_now(verb)
            and (below or name == "subject")
        ):
            return True
        begun = word.pos == "verb" and name == "clause" and word.mood in ("participle", "infinitive")
        if begun and verb.lemma in words["beginning verbs"] and is_present_perfect(verb, statuses.graph):
            return True
    return False


def _carries_on(verb: Predicate, statuses: Statuses) -> bool:
    """ "Goes on unchecked", where the parser has "on" lead to something."""
    doc = statuses.graph.doc
    return (
        verb.head + 2 < len(doc)
        and doc[verb.head + 1].lower_ == "on"
        and doc[verb.head + 2].tag_ in ADVERBIAL
    )


def _is_lasting(word: Predicate, statuses: Statuses) -> bool:
    """ "Has lasted for a month", "has not stopped", "shows no sign of ending", "is in Strelsau for talks"."""
    graph = statuses.graph
    if word.pos != "noun":
        return False
    for name, verb in _over(word, statuses):
        ending = not graph.words["verbs of not ending"].isdisjoint(verbs_of(verb, graph))
        ending = ending or verb.lemma in graph.words["verbs of abating"]
        if name == "subject" and verb.negated and ending and is_present_perfect(verb, graph):
            return True
        told = name == "subject" and not verb.negated
        if told and verb.lemma in graph.words["verbs of lasting"] and is_present_perfect(verb, graph):
            return True
        shown = (c for c in graph.doc[verb.head].children if c.dep_ == "dobj")
        signs = [c for c in shown if c.lemma_.lower() in graph.words["names of signs"]]
        scarce = graph.words["scarce words"]
        if name == "subject" and any(c.lower_ == "no" or c.lower_ in scarce for t in signs for c in t.lefts):
            return verb.tense in ("present", "past") and not verb.perfect
        there = name == "for" and verb.lemma == "be" and verb.tense == "present" and not verb.negated
        if there and not verb.has("attr") and any(verb.has(place) for place in ("in", "at")):
            return True
    return False


def is_worked_at(word: Predicate, statuses: Statuses) -> bool:
    """ "Work to repair the bridge is going on", "efforts to free the miners continue"."""
    graph = statuses.graph
    over = graph.over(word.head)
    toil = [n for n in over if n.lemma in graph.words["names of toil"] and n.head < word.head]
    return word.mood == "infinitive" and any(goes_on(n, statuses) or _continues(n, statuses) for n in toil)


def _continues(noun: Predicate, statuses: Statuses) -> bool:
    on = statuses.graph.words["verbs of carrying on"]
    over = (v for name, v in _over(noun, statuses) if name == "subject" and not v.negated)
    return any(
        v.tense in ("present", "past") and not on.isdisjoint(verbs_of(v, statuses.graph)) for v in over
    )


def is_coped_with(word: Predicate, statuses: Statuses) -> bool:
    """ "Are battling a blaze": it burns, whatever comes of that."""
    coping = statuses.graph.words["verbs of coping with"]
    return word.pos == "noun" and any(
        name in ("object", "with")
        and v.lemma in coping
        and v.progressive
        and not v.negated
        and v.tense == "present"
        for name, v in _over(word, statuses)
    )


def _lasted(verb: Predicate, statuses: Statuses) -> bool:
    """ "Went on for nine weeks": told in the past with its length, it is over; not "continued for a third day"."""
    units = statuses.graph.words["units that are counted"]
    lengths = (n for p in statuses.graph.doc[verb.head].children if p.lower_ == "for" for n in p.children)
    past = verb.tense == "past" and not (verb.perfect or verb.progressive)
    return past and any(n.tag_ == "NNS" and n.lemma_.lower() in units for n in lengths)


def ends(verb: Predicate, statuses: Statuses) -> bool:
    """ "Continued until dawn"."""
    return any(verb.has(name) for name in ENDS) or any(
        c.lower_ in ENDS for c in statuses.graph.doc[verb.head].children
    )


def _is_said_to_be_on(word: Predicate, statuses: Statuses) -> bool:
    """ "With talks under way", "a search was in progress", "the pullout proceeding as agreed"."""
    doc, words = statuses.graph.doc, statuses.graph.words
    if word.pos != "noun":
        return False
    top = doc[word.head]
    if top.dep_ == "compound" and top.head.i == top.i + 1:
        return top.head.tag_ in ("NN", "VBG") and top.head.lower_ in words["participles of going on"]
    verbs = [doc[verb.head] for name, verb in _over(word, statuses) if name == "subject"]
    last = top.right_edge.i if top.right_edge.i < (verbs[0].i if verbs else top.sent.end) else top.i
    after = [t.lower_ for t in doc[last + 1 : min(last + 5, top.sent.end)]]
    if any(v.lemma_ in {BE, *words["verbs of staying so"]} and v.i == last + 1 for v in verbs):
        after = after[1:]
    told = " ".join(after)
    return any(told.startswith(phrase) for phrase in words["phrases of going on"])


def is_on_meanwhile(word: Predicate, statuses: Statuses) -> bool:
    """ "With talks still going on, neither side would speak": they go on, whatever does not come of it."""
    token = statuses.graph.doc[word.head]
    lead = token.head if token.dep_ == "pobj" else token.head.head
    return word.pos == "noun" and lead.lower_ == "with" and _is_said_to_be_on(word, statuses)


def _is_numbered(word: Predicate, statuses: Statuses) -> bool:
    """ "Now in its seventh week", "entered a second day"; "march for a third night", told in the present."""
    doc, words = statuses.graph.doc, statuses.graph.words
    verbs = {verb.head: verb for name, verb in _over(word, statuses) if name in ("subject", "object")}
    own = statuses.graph.predicates[word.head]
    heads = {word.head, *verbs}
    for unit in doc[word.head].sent:
        if unit.lemma_.lower() not in words["units that are counted"]:
            continue
        lead = _leads(unit, words["ordinals"], words["words between an ordinal and its unit"])
        if lead is None:
            continue
        above = (
            {lead.i, *(t.i for t in lead.ancestors)}
            if lead.lower_ != "for"
            else {t.i for t in unit.ancestors}
        )
        if lead.lower_ in ("in", "into") or lead.lemma_ in words["verbs of reaching a time"]:
            if heads & above or lead.i - doc[word.head].right_edge.i in range(1, FAR):
                return word.pos == "noun" or any(c.dep_ == "det" for c in doc[word.head].lefts)
        elif lead.lower_ == "for" and heads & above:
            telling = own if word.pos == "verb" else next((verbs[h] for h in verbs if h in above), own)
            if (telling.tense == "present" or telling.progressive) and not telling.negated:
                return True
    return False


def _leads(unit: Token, ordinals: frozenset[str], between: frozenset[str]) -> Token | None:
    """The word that leads to "its seventh week": in, into, for, or the verb "entered"."""
    doc, place = unit.doc, unit.i - 1
    while place > 0 and doc[place].lower_ in between:
        place -= 1
    if doc[place].lower_ not in ordinals and not doc[place].lower_[:-2].isdigit():
        return None
    place -= 1
    if place >= 0 and doc[place].dep_ in ("det", "poss"):
        place -= 1
    return doc[place] if place >= 0 else None


def _is_amid(word: Predicate, statuses: Statuses) -> bool:
    """ "In the midst of a strike", "in the process of closing it", "locked in talks", "is in talks"."""
    graph = statuses.graph
    token = graph.doc[word.head]
    above = token.head
    if above.lower_ == "of" and above.head.lower_ in graph.words["nouns of being amid"]:
        before = above.head.head
        return before.lower_ in ("in", "amid") and above.head.left_edge.i > before.i
    known = any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ not in ("a", "an")) for c in token.lefts)
    if above.lower_ != "in" or known:
        return False
    top = above.head.head if above.head.dep_ == "acomp" else above.head  # "are deep in talks"
    verb = graph.predicates.get(top.i)
    if (
        verb is not None
        and verb.pos == "noun"
        and top.dep_ == "ROOT"
        and word.lemma in graph.words["had between two"]
    ):
        return True  # "Ruritania in talks to buy jets"
    if verb is None or verb.negated or (not verb.passive and any(c.dep_ == "det" for c in token.lefts)):
        return False
    now = verb.lemma == "be" and verb.tense == "present" and not verb.perfect
    return now or verb.lemma in graph.words["verbs of being locked in"]


def _is_set_between_commas(on: Token, journey: Token) -> bool:
    """ "The president, on a visit to Zenda, said"."""
    doc, after = on.doc, journey.right_edge.i + 1
    around = on.i > on.sent.start + 1 and after < len(doc)
    return around and doc[on.i - 1].text == "," and doc[after].text == ","


def _is_still_so(word: Predicate, statuses: Statuses) -> bool:
    """ "Were still digging"; "currently on a tour", "on a visit to Sylvania this week"."""
    graph = statuses.graph
    token, now = graph.doc[word.head], graph.words["words of now"]
    if word.pos == "verb":
        going = word.progressive or (word.mood == "participle" and token.tag_ == "VBG")
        return going and not word.negated and any(c.lower_ in now for c in token.children)
    if any(c.lower_ in graph.words["words of being under way"] for c in token.lefts):
        return True
    on = token.head
    if on.lower_ not in ("on", "in") or on.dep_ != "prep":
        return False
    is_ = graph.predicates.get(on.head.i)
    stays = is_ is not None and is_.lemma in {BE, *graph.words["verbs of staying so"]}
    if is_ is not None and stays and is_.tense == "present" and not (is_.negated or is_.perfect):
        return word.lemma in graph.words["journeys"]
    if _is_set_between_commas(on, token) and word.lemma in graph.words["journeys"]:
        return True
    beside = graph.doc[max(token.sent.start, on.i - 1) : on.i]
    this = " ".join(t.lower_ for t in graph.doc[token.i : min(token.right_edge.i + 3, token.sent.end)])
    return any(t.lower_ in now for t in beside) or "this week" in this
