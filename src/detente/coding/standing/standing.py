"""A word in, where that which it names stands by itself out: for words that are asked for one by one.

Events are coded by what is made of them; a word that is only asked for is also there when the next one fails.
"""

from __future__ import annotations

from detente.coding.standing.composing import COMING, HAPPENED, OFF, Reading
from detente.coding.standing.named_again import named_before, told_before
from detente.coding.standing.set_aside import is_gone_without, not_stopped
from detente.coding.standing.standings import COMES, FACT, OPEN, WITHHELD, Standing, is_known
from detente.coding.standing.status import Statuses
from detente.coding.standing.there import is_dated_back, is_to_be_ended, is_worked_upon
from detente.coding.standing.things import as_doer, of_a_noun
from detente.reading.graph import Predicate

BARE, AUXILIARY = ("VB", "VBP", "VBN"), ("aux", "auxpass", "mark")
WHERE = ("in", "during", "after")


def standing(statuses: Statuses, head: int) -> Standing:
    """Status and certainty of the event that this word names, or that an earlier one did."""
    alone, word = _alone(statuses, head), statuses.graph.predicates.get(head)
    if alone != FACT or word is None or _is_told_of(statuses, head) or is_dated_back(word, statuses):
        return alone
    if _is_of_what_is_open(word, statuses):
        return OPEN
    before = named_before(statuses.graph, statuses.lexicon, word)
    if before is None:
        before = told_before(statuses.graph, word)
    if before is None and word.pos == "noun":
        return as_doer(word, statuses) or alone
    earlier = standing(statuses, before) if before is not None else alone
    if earlier[0] in COMING:
        return COMES
    return OPEN if earlier == OPEN else alone


def _is_of_what_is_open(word: Predicate, statuses: Statuses) -> bool:
    """ "If convicted, he faces a fine", "it may explode in a crash"."""
    if word.pos != "noun" or is_known(word, statuses):
        return False
    if is_worked_upon(word, statuses) or is_to_be_ended(word, statuses):
        return False
    graph = statuses.graph
    one = any(c.lower_ in graph.words["indefinite articles"] for c in graph.doc[word.head].lefts)
    names = ("object", *WHERE) if one else ("object",)
    over = graph.over(word.head, *names)
    verbs = [v for v in over if v.pos == "verb"]
    return any(_alone(statuses, verb.head) == OPEN for verb in verbs)


def _is_told_of(statuses: Statuses, head: int) -> bool:
    """Whether something that has been says that it was: "the launch went ahead", but "the cuts follow a slump"."""
    if _is_taken_part_in(statuses, head):
        return True
    applied = [
        a for a in statuses.readings(head)[0].applied if not a.operator.factive
    ]  # "criticised the step"
    over = [statuses.graph.predicates.get(a.head) for a in applied]
    return any(verb is None or verb.tense == "past" or verb.perfect for verb in over)


def _is_taken_part_in(statuses: Statuses, head: int) -> bool:
    """ "Few have joined the walkout": it is the one under way, whatever was told of the next."""
    graph = statuses.graph
    over = graph.above(head, "object")
    attended = [h for h in over if graph.doc[h].lemma_.lower() in graph.words["verbs of attending"]]
    return any(statuses.readings(h)[0].status in HAPPENED for h in attended)


def _alone(statuses: Statuses, head: int) -> Standing:
    """As its own sentence has it."""
    reading, word = statuses.readings(head)[0], statuses.graph.predicates.get(head)
    own = (reading.status, reading.certainty)
    if word is None:
        return own
    if own == ("hypothetical", "Uu") and _is_turned(reading, word, statuses):
        return not_stopped(reading, word, statuses) or ("declined", "PR")
    if _is_left_open(reading, statuses):
        return OPEN
    if _is_overtaken(reading, word, statuses):
        return "denied", "PR"
    found = of_a_noun(reading, word, statuses) if word.pos == "noun" else _of_a_verb(reading, word, statuses)
    return found or own


def _is_overtaken(reading: Reading, word: Predicate, statuses: Statuses) -> bool:
    """ "Which was to go on sale in March, will now be shown in autumn", "was originally meant to open"."""
    graph = statuses.graph
    if reading.status in COMING and any(_is_first_plan(a.head, statuses) for a in reading.applied):
        return True
    over = [*reading.path, *graph.above(word.head, "clause")]
    plans = [
        verb for head in over if (verb := graph.predicates.get(head)) is not None and verb.tense == "past"
    ]
    if reading.status not in COMING or not plans:
        return False
    around = [graph.predicates.get(t.i) for t in graph.doc[plans[-1].head].ancestors]
    main = next((verb for verb in around if verb is not None and verb.pos == "verb"), None)
    changed = main is not None and any(c.lower_ in graph.words["now"] for c in graph.doc[main.head].children)
    return main is not None and changed and main.tense == "future"


def _is_first_plan(head: int, statuses: Statuses) -> bool:
    """ "Originally planned": by a verb in the past or a participle."""
    graph, plan = statuses.graph, statuses.graph.predicates.get(head)
    first = any(c.lower_ in graph.words["originally"] for c in graph.doc[head].children)
    told = graph.words["verbs of setting out"] | graph.words["verbs of making known"]
    return first and plan is not None and plan.tense in ("past", "none") and plan.lemma not in told


def _is_left_open(reading: Reading, statuses: Statuses) -> bool:
    """ "could resume on Monday", however sure the day; "has the right to buy more"."""
    graph, possible = statuses.graph, statuses.graph.words["possible modals"]
    by = graph.predicates.get(reading.applied[0].head) if reading.applied else None
    if by is not None and reading.status == "hypothetical" and by.pos == "noun":
        return by.lemma in graph.words["names of what may be done"]
    over = [graph.predicates[head] for head in reading.path if head in graph.predicates]
    return reading.status in COMING and any(verb.modal in possible for verb in over)


def _of_a_verb(reading: Reading, word: Predicate, statuses: Statuses) -> Standing | None:
    """ "Reported no damage": what was not seen was looked for and told of; "any bank that asks": one that may;
    "would neither confirm nor deny it": did not."""
    graph, token = statuses.graph, statuses.graph.doc[word.head]
    if apart := _apart_from_what_is_above(reading, word, statuses):
        return apart
    if aim := _aim_of_means(word, statuses):
        return _alone(statuses, aim)
    if token.dep_ == "conj" and word.negated and reading.status == "hypothetical":
        first = statuses.readings(token.head.i)[0]
        return (first.status, first.certainty) if first.status in WITHHELD else None
    if reading.status in HAPPENED and word.tense == "present" and not word.perfect:
        return OPEN if _hangs_on(word, statuses) or _is_of_anybody(word, statuses) else None
    if reading.status in (*COMING, "hypothetical") and _hangs_on_a_phrase(word, statuses):
        return OPEN
    if reading.status in COMING and not reading.applied:
        set_ = word.lemma in graph.words["verbs of setting a day"]
        return FACT if set_ and word.modal is None and word.mood == "indicative" else None
    if reading.status != "denied" or reading.applied or word.lemma not in graph.words["verbs of finding"]:
        return None
    own = any(c.dep_ == "neg" for c in token.children) or word.modal is not None or word.passive
    return None if own else FACT


def _is_only_spoken_of(reading: Reading, word: Predicate, statuses: Statuses) -> bool:
    """ "Vowed to fight any merger", "voted to raise the tax": the vow is an act, and what is vowed is to come."""
    if word.mood != "infinitive" or reading.status not in HAPPENED or reading.base not in COMING:
        return False
    nearest = reading.applied[0] if reading.applied else None
    if nearest is None:
        return False
    by = statuses.graph.predicates.get(nearest.head)
    if by is not None and by.lemma in statuses.graph.words["verbs of deciding"]:
        return True
    return nearest.operator.status is None and nearest.operator.bare is not None


def _apart_from_what_is_above(reading: Reading, word: Predicate, statuses: Statuses) -> Standing | None:
    """ "Vowed to fight it", "the planned cuts", "means that it can go on"."""
    if _is_a_penalty(word, statuses):
        return OPEN
    given_up = is_gone_without(word, statuses) or _is_of_a_failure(word, statuses)
    if given_up and reading.status in (*COMING, "hypothetical"):
        return "denied", "PR"
    if reading.status in OFF and _is_how_it_comes(word, statuses):
        return COMES
    if _is_only_spoken_of(reading, word, statuses):
        return reading.base, "PR"
    if _is_held_now(reading, word, statuses) or _is_planned_so(reading, word, statuses):
        return FACT
    token, seeing = statuses.graph.doc[word.head], statuses.graph.words["verbs of seeing"]
    bare = (
        token.tag_ in BARE and token.dep_ == "ccomp" and all(c.dep_ not in AUXILIARY for c in token.children)
    )
    if bare and token.head.lemma_.lower() in seeing:
        return _alone(statuses, token.head.i) if token.head.i in statuses.graph.predicates else None
    if reading.status == "denied" and _is_still_tried(reading, statuses):
        return OPEN
    able = word.modal in statuses.graph.words["possible modals"]
    return OPEN if able and reading.certainty == "Uu" and reading.applied else None


def _is_planned_so(reading: Reading, word: Predicate, statuses: Statuses) -> bool:
    """ "The talks, planned for next week", "cannot pay as planned"."""
    token, words = statuses.graph.doc[word.head], statuses.graph.words
    if word.mood != "participle" or word.negated or word.lemma not in words["participles of planning"]:
        return False
    so = any(
        c.lower_ in words["words for as"] for c in token.children if c.dep_ in ("mark", "prep", "advmod")
    )
    return so or (reading.status in COMING and not reading.applied and token.dep_ == "acl")


def _is_still_tried(reading: Reading, statuses: Statuses) -> bool:
    """ "Had been trying for months to find a buyer"."""
    by = statuses.graph.predicates.get(reading.applied[0].head) if reading.applied else None
    return by is not None and by.progressive and by.perfect and not by.negated


def _is_how_it_comes(word: Predicate, statuses: Statuses) -> bool:
    """ "Has yet to decide when to resume", "did not say when it would open"."""
    graph = statuses.graph
    asked = any(c.lower_ in graph.words["words of when and how"] for c in statuses.graph.doc[word.head].lefts)
    ahead = word.tense == "future" or word.modal in graph.words["supposing modals"]
    return asked and not word.negated and (ahead or word.mood == "infinitive")


def _is_of_a_failure(word: Predicate, statuses: Statuses) -> bool:
    """ "An unsuccessful bid to buy it"."""
    token, graph = statuses.graph.doc[word.head], statuses.graph
    of = word.mood == "infinitive" and token.dep_ in ("acl", "relcl")
    return of and any(c.lower_ in graph.words["words of failure"] for c in token.head.lefts)


def _is_a_penalty(word: Predicate, statuses: Statuses) -> bool:
    """ "Must pay or face a fine"."""
    token, graph = statuses.graph.doc[word.head], statuses.graph
    if token.dep_ != "conj" or word.lemma not in graph.words["verbs of penalty"] or word.tense == "past":
        return False
    return any(c.dep_ == "cc" and c.lower_ in graph.words["or"] for c in token.head.children)


def _is_held_now(reading: Reading, word: Predicate, statuses: Statuses) -> bool:
    """ "Will oppose the planned cuts", "will face rising costs": what describes a thing that is to come is so now."""
    token = statuses.graph.doc[word.head]
    if token.dep_ != "amod" or word.negated or reading.status == "occurred":
        return False
    held = word.lemma in statuses.graph.words["verbs of setting a day"]
    return held or (token.tag_ == "VBG" and reading.status in COMING)


def _aim_of_means(word: Predicate, statuses: Statuses) -> int | None:
    """ "By closing it the group hopes to save money": the means is as far off as that for which it is meant."""
    graph = statuses.graph
    token = graph.doc[word.head]
    if token.dep_ != "pcomp" or token.head.lower_ not in graph.words["prepositions of means"]:
        return None
    outer = graph.predicates.get(token.head.head.i)
    if outer is None or outer.tense != "present" or outer.perfect or outer.pos != "verb":
        return None
    aims = [h for h in outer.heads("clause") if graph.doc[h].dep_ == "xcomp"]
    return next((h for h in aims if h in graph.predicates and h != word.head), None)


def _is_of_anybody(word: Predicate, statuses: Statuses) -> bool:
    """ "Any bank that asks", "whoever buys it", "anyone whose car breaks down"."""
    graph = statuses.graph
    token = graph.doc[word.head]
    if any(c.lower_ in graph.words["free relatives"] for c in token.lefts):
        return True
    who = token.head
    if token.dep_ != "relcl":
        return False
    return any(t.lower_ in graph.words["anybody"] for t in (who, *who.lefts))


def _hangs_on(word: Predicate, statuses: Statuses) -> bool:
    """ "If convicted, he faces ten years"."""
    doc, iffy = statuses.graph.doc, statuses.graph.words["iffy conjunctions"]
    clauses = (c for c in doc[word.head].children if c.dep_ == "advcl")
    return any(c.left_edge.lower_ in iffy for c in clauses)


def _hangs_on_a_phrase(word: Predicate, statuses: Statuses) -> bool:
    """ "Without a loan it will go bankrupt", "otherwise", "in the event of a strike"."""
    doc, words = statuses.graph.doc, statuses.graph.words
    before = [c for c in doc[word.head].lefts if c.dep_ in ("prep", "advmod", "pcomp", "advcl")]
    phrases = " ".join(t.lower_ for t in doc[before[0].i : before[0].i + 5]) if before else ""
    return any(phrases.startswith(f"{phrase} ") for phrase in words["phrases of condition"])


def _is_turned(reading: Reading, word: Predicate, statuses: Statuses) -> bool:
    """ "should not sell", "does not want to sell", "should stop selling": asked for, wanted or owed is the contrary."""
    turns = [word.negated and word.mood != "participle"]
    over = [statuses.graph.predicates.get(a.head) for a in reading.applied]
    turns += [verb is not None and verb.negated for verb in over]
    turns += [a.operator.status in WITHHELD for a in reading.applied]
    return sum(turns) % 2 == 1
