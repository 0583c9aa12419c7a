"""A word of what is only told in, whether somebody says that it is not so out: beside the report, after it, of a plan."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.exact.answered import is_answered_not_so, opens_with_no
from detente.coding.exact.untrue import UNTRUE, holds, is_governed_so
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.shapes import SUBJECTS, is_pointed_at
from detente.reading.tokens import Token

PREDICATES = ("acomp", "attr", "oprd", "prep", "xcomp", "ccomp")
TOLD = (*SUBJECTS, "dobj", "attr")  # "there were rumours"; not "rose amid talk of a takeover"


def is_told_untrue(word: Predicate, statuses: Statuses) -> bool:
    """ "It is nonsense that he fled", "“Rubbish,” he said of reports that he had fled", "Did he flee? No"."""
    if _is_asked_and_not_so(word, statuses) or _is_it_untrue_that(word, statuses):
        return True
    if _is_idea_called_untrue(word, statuses):
        return True
    if _is_before_its_name(statuses.graph.doc[word.head], statuses):
        return True
    if _is_cleared_of(word, statuses) or is_answered_not_so(word, statuses):
        return True
    report = _report_over(word, statuses)
    if report is None:
        return False
    if _is_contrary(report) or _is_named_before(report, statuses) or _opens_untrue(report, statuses):
        return True
    return report.dep_ in TOLD and _is_denied_after(report, word, statuses)


def is_no_plan(word: Predicate, statuses: Statuses) -> bool:
    """ "Has no plans to close the border": nobody asked for it; who has none to resign or pay lets others ask."""
    graph = statuses.graph
    reading = statuses.readings(word.head)[0]
    planning = graph.words["words of planning"]
    about = graph.doc[word.head].head.lower_ == "about"
    if not about and not any(graph.doc[a.head].lemma_.lower() in planning for a in reading.applied):
        return False
    if any(t.lemma_.lower() in graph.words["names of rumours"] for t in graph.doc[word.head].sent):
        return True
    return word.lemma not in graph.words["deeds that are asked for"]


def is_not_on(word: Predicate, statuses: Statuses) -> bool:
    """ "Is not in talks", "no divorce is in the offing", "argues that it never took place": nobody has refused it."""
    graph = statuses.graph
    token = graph.doc[word.head]
    never = any(c.dep_ == "neg" for c in token.children) and token.dep_ == "ccomp"
    if word.pos == "verb" and word.tense == "past" and word.modal is None and never:
        return bool(statuses.readings(word.head)[0].applied) and not word.perfect
    for name, verb in graph.governing(word.head):
        if verb.lemma != "be" or verb.tense == "future" or verb.modal is not None:
            continue
        if (name == "in" and verb.negated) or (name == "subject" and word.negated):
            return True
    return False


def is_neither_so(word: Predicate, statuses: Statuses) -> bool:
    """ "Nor is a mobilisation coming", "nor is any deal near"; not "nor is a deal certain"."""
    graph = statuses.graph
    for name, be in graph.governing(word.head):
        if be.lemma != "be" or name != "subject" or be.head > word.head:
            continue
        if (
            be.negated
            and be.tense == "present"
            and not any(c.dep_ == "acomp" for c in graph.doc[be.head].children)
        ):
            return True
    return False


def _is_asked_and_not_so(word: Predicate, statuses: Statuses) -> bool:
    """ "Is it about to halt supplies? “Absolutely not,” says the minister": nobody asks it to."""
    sentence = statuses.graph.doc[word.head].sent
    last = next((t.text for t in reversed(list(sentence)) if not t.is_quote), "")
    if last != "?" or sentence.end >= len(sentence.doc):
        return False
    return opens_with_no(sentence.end, statuses) or _does_no_such_thing(sentence.end, statuses)


def _does_no_such_thing(start: int, statuses: Statuses) -> bool:
    """ "We are doing nothing of the kind"."""
    doc = statuses.graph.doc
    text = f" {' '.join(t.lower_ for t in doc[start : doc[start].sent.end])} "
    return any(f" {phrase} " in text for phrase in statuses.graph.words["phrases of no such thing"])


def _is_it_untrue_that(word: Predicate, statuses: Statuses) -> bool:
    """ "It is a lie that they fled", "called it nonsense that they had", "it was untrue, he said, that they had"."""
    token = statuses.graph.doc[word.head]
    clause = next((t for t in _within(token) if any(c.dep_ == "mark" for c in t.lefts)), None)
    if clause is None or not any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.lefts):
        return False
    above = clause.head
    if above.dep_ in ("parataxis", "attr"):  # "it was untrue, he said, that", "it is a lie that"
        above = above.head
    beside = (c for c in above.children if c.dep_ in ("ccomp", "parataxis") and c.i < clause.i)
    for verb in (above, *beside):
        scorned = holds(
            verb, PREDICATES, "words of scorn", statuses
        )  # "it is absurd that they waited": they did
        if verb.i != clause.i and not scorned and _calls_it_untrue(verb, statuses):
            return True
    tag = above.tag_ == "VB" or above.dep_ == "csubj"  # "whoever says that we fled is a liar"
    saying = tag and above.dep_ in ("xcomp", "ccomp", "advcl", "csubj")
    over = above.head.head if above.head.dep_ in ("acomp", "attr", "oprd") else above.head
    return saying and _calls_it_untrue(over, statuses)  # "it would be absurd to suggest that"


def _calls_it_untrue(token: Token, statuses: Statuses) -> bool:
    """Whether "it", or to say it, is called so there."""
    verb = statuses.graph.predicates.get(token.i)
    it = any((c.lower_ == "it" and c.i != token.i) or c.dep_ == "csubj" for c in token.children)
    return verb is not None and not verb.negated and it and holds(token, PREDICATES, UNTRUE, statuses)


def _is_idea_called_untrue(word: Predicate, statuses: Statuses) -> bool:
    """ "Laughed off the idea that he would run"."""
    token = statuses.graph.doc[word.head]
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in token.lefts)
    idea = token.head.lemma_.lower() in statuses.graph.words["names of ideas"]
    return that and idea and is_governed_so(token.head.i, "verbs of calling untrue", statuses)


def _is_before_its_name(token: Token, statuses: Statuses) -> bool:
    """ "Called talk of a devaluation pure invention", where the parser makes one name of the last words."""
    name, words = token.head, statuses.graph.words
    if name.lower_ not in words[UNTRUE] or name.dep_ != "pobj" or name.i < token.i:
        return False
    report = name.head.head
    told = report.lemma_.lower() in words["names of reports"]
    return told and report.head.lemma_.lower() in words["calling verbs"]


def _is_cleared_of(word: Predicate, statuses: Statuses) -> bool:
    """ "Cleared the guards of any wrongdoing", "pleaded not guilty to taking bribes"."""
    token, words = statuses.graph.doc[word.head], statuses.graph.words
    prep = token.head
    if prep.dep_ != "prep" or token.dep_ not in ("pobj", "pcomp") or token.pos_ == "PROPN":
        return False
    told = word.lemma in words["names of reports"]  # "cleared of allegations", which were made
    known = told or is_pointed_at(token, words)
    over = prep.head
    if prep.lower_ == "to" and over.lower_ in words["words of guilt"]:
        denied = any(c.dep_ == "neg" for t in (over, over.head) for c in t.children if abs(c.i - over.i) == 1)
        return denied and not known
    verb = over.head.lemma_.lower()
    return (
        prep.lower_ == "of"
        and over.dep_ in ("dobj", "nsubjpass")
        and verb in words["verbs of clearing"]
        and not known
    )


def _report_over(word: Predicate, statuses: Statuses) -> Token | None:
    """The report, rumour or story in which the word stands."""
    names = statuses.graph.words["names of reports"]
    token = statuses.graph.doc[word.head]
    for above in _within(token):
        if above.i != token.i and above.pos_ == "NOUN" and above.lemma_.lower() in names:
            return above
    return None


def _within(token: Token) -> Iterator[Token]:
    """The word and what is above it, as far as that is no other clause, time or place: "fled when the shelling began"."""
    for above in (token, *token.ancestors):
        yield above
        aside = above.dep_ == "advcl" or (above.dep_ == "relcl" and above.i != token.i)
        if aside or (above.dep_ == "prep" and above.lower_ not in ("of", "about", "that", "as", "on")):
            return


def _is_contrary(report: Token) -> bool:
    """ "Contrary to reports of a mutiny"."""
    return report.dep_ == "pobj" and report.head.head.lower_ == "contrary"


def _is_named_before(report: Token, statuses: Statuses) -> bool:
    """ "Branded as slander the claim", where the parser hangs the claim on the slander."""
    name, words = report.head, statuses.graph.words
    calls = words["calling verbs"] | words["verbs of calling untrue"]
    if name.lower_ == "as" and report.dep_ == "pobj":  # or both on "as"
        before = report.left_edge.nbor(-1)
        untrue = any(t.lower_ in words[UNTRUE] for t in (before, *report.lefts))
        return untrue and name.head.lemma_.lower() in calls
    named = name.lower_ in words[UNTRUE] or name.lemma_.lower() in words["names of reports"]
    by_as = any(c.lower_ == "as" for c in name.lefts)
    return report.dep_ == "dobj" and named and by_as and name.head.lemma_.lower() in calls


def _opens_untrue(report: Token, statuses: Statuses) -> bool:
    """ "“Utter rubbish,” was her response to stories of a rift"."""
    if opens_with_no(report.sent.start, statuses):  # "Not so, says Strelsau of charges that"
        return True
    opening = list(report.sent)[:8]
    if not opening or not opening[0].is_quote:
        return False
    closing = next((n for n, t in enumerate(opening) if n and t.is_quote), None)
    words = [t.lower_ for t in opening[1:closing] if not t.is_punct] if closing else []
    return bool(words) and words[-1] in statuses.graph.words[UNTRUE] and words[0] != "not"


def _is_denied_after(report: Token, word: Predicate, statuses: Statuses) -> bool:
    """ "Rumours spread that he had fled. The palace called them nonsense"."""
    doc = report.doc
    start, end = max(report.i, word.head) + 1, report.sent.end
    later = [*doc[start:end], *(doc[end : doc[end].sent.end] if end < len(doc) else ())]
    return any(_denies(t, statuses) for t in later)


def _denies(token: Token, statuses: Statuses) -> bool:
    graph = statuses.graph
    verb = graph.predicates.get(token.i)
    if verb is None or verb.pos != "verb" or verb.negated or verb.modal is not None:
        return False
    named = any(c.dep_ in SUBJECTS and _names_report(c, statuses) for c in token.children)
    return named and holds(token, ("acomp", "attr", "oprd", "prep"), UNTRUE, statuses)


def _names_report(token: Token, statuses: Statuses) -> bool:
    """A pronoun, or "the claim"; not "denied claims that he had lied", which are others."""
    if token.lower_ in statuses.graph.words["pronouns of reports"]:
        return True
    report = token.lemma_.lower() in statuses.graph.words["names of reports"]
    return report and not any(c.dep_ in ("prep", "acl", "relcl") for c in token.children)
