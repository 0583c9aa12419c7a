"""A word for what is only spoken of in, whether somebody has put it forward and waits for an answer out."""

from __future__ import annotations

from detente.coding.exact.plan import verbs_of
from detente.coding.exact.put_forward import is_put_forward
from detente.coding.standing.composing import HAPPENED, Applied
from detente.coding.standing.moods import is_supposed
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.tokens import Token
from detente.records import Status

OPEN = ("hypothetical", "planned", "occurred", "under_way", "denied")
BESIDE = ("acl", "relcl", "amod", "appos", "advcl")


def exactly_open(word: Predicate, found: Status, statuses: Statuses) -> Status | None:
    """Proposed what is asked for or put forward; hypothetical what is only supposed."""
    if _is_supposed(word, found, statuses):
        return "hypothetical"
    return "proposed" if _is_proposed(word, found, statuses) else None


def _is_supposed(word: Predicate, found: Status, statuses: Statuses) -> bool:
    """ "If they had come", "any attack would", "may join, officials suggest", "attack would trigger clause"."""
    if found == "denied":
        return is_supposed(word, statuses.graph) and not word.negated
    if found == "planned":
        return _is_any(word, statuses) or _is_what_would_be(word, statuses)
    if found == "proposed":
        return word.modal in statuses.graph.words["possible modals"]
    return found in HAPPENED and _is_supposed_bare(word, statuses)


def _is_proposed(word: Predicate, found: Status, statuses: Statuses) -> bool:
    if found in OPEN and is_put_forward(word, found, statuses):
        return True
    if found in HAPPENED:
        return _is_of_a_request(word, statuses)
    if found == "planned" and _is_of_a_draft(word, statuses):
        return True
    able = word.modal in statuses.graph.words["possible modals"]
    if found not in ("hypothetical", "planned") or able or is_supposed(word, statuses.graph) or word.negated:
        return False
    applied = statuses.readings(word.head)[0].applied
    asked = found == "hypothetical" and (_is_asked_for(applied, statuses) or _is_put_forward(applied))
    return asked or _is_in_a_draft(word, statuses)


def _is_of_a_draft(word: Predicate, statuses: Statuses) -> bool:
    """ "A draft deal on the release": the deal is not made yet."""
    applied, graph = statuses.readings(word.head)[0].applied, statuses.graph
    by = graph.predicates.get(applied[0].head) if applied else None
    drafts = graph.words["words for drafts"]
    return by is not None and by.pos == "noun" and any(c.lower_ in drafts for c in graph.doc[by.head].lefts)


def _is_what_would_be(word: Predicate, statuses: Statuses) -> bool:
    """ "To invade now would be madness"."""
    token, words = statuses.graph.doc[word.head], statuses.graph.words
    over = statuses.graph.predicates.get(token.head.i) if token.dep_ == "csubj" else None
    return over is not None and over.modal in words["supposing modals"] | words["possible modals"]


def _is_supposed_bare(word: Predicate, statuses: Statuses) -> bool:
    """ "Attack would trigger defence clause": an indefinite noun in a headline, as far off as its verb."""
    graph = statuses.graph
    token = graph.doc[word.head]
    if (
        word.pos != "noun"
        or token.tag_ != "NN"
        or any(c.dep_ in ("det", "poss", "nummod") for c in token.lefts)
    ):
        return False
    over = graph.over(word.head, "subject")
    supposing = graph.words["supposing modals"]
    return any(v.modal in supposing and not v.perfect for v in over)


def _is_of_a_request(word: Predicate, statuses: Statuses) -> bool:
    """ "Sylvania's suggestion of a referendum was received coolly", "pitched a deal", "sounded them out on a truce"."""
    graph = statuses.graph
    words = graph.words
    for name, by in graph.governing(word.head):
        agreed = name == "object" and by.lemma in words["verbs of saying yes"]
        if by is not None and agreed and _is_asked_for(statuses.readings(by.head)[0].applied, statuses):
            return not by.negated
        if by.negated or statuses.readings(by.head)[0].status not in HAPPENED:
            continue
        if by.pos == "noun" and name in ("of", "for") and by.lemma in words["nouns of proposing"]:
            return word.pos == "noun"
        applied = name in ("clause", "for", "to") and by.lemma in words["verbs of applying"]
        floated = name == "object" and not words["verbs of floating"].isdisjoint(verbs_of(by, graph))
        floated = floated or applied
        if floated or (name in ("on", "about") and by.lemma in words["verbs of sounding out"]):
            return True
    return False


def _is_asked_for(applied: tuple[Applied, ...], statuses: Statuses) -> bool:
    """ "Urged it to withdraw", "called for a truce", "a plea for talks"; what is demanded is owed by the other side."""
    if not applied:
        return False
    asking = statuses.graph.predicates.get(applied[0].head)
    if asking is not None and asking.lemma in statuses.graph.words["verbs of saying yes"]:
        return _is_asked_for(applied[1:], statuses)  # "urged both kings to consider a truce"
    if applied[0].status not in HAPPENED and not (asking and asking.pos == "noun" and asking.has("poss")):
        return False  # "the mayor's call for a boycott found few takers"
    return (
        asking is not None
        and not asking.negated
        and asking.lemma in statuses.graph.words["words of asking for"]
    )


def _is_put_forward(applied: tuple[Applied, ...]) -> bool:
    """ "Put forward the idea of a conference": the idea is of what may be, and it has been put forward."""
    return any(a.operator.status == "proposed" and a.status in HAPPENED for a in applied)


def _is_in_a_draft(word: Predicate, statuses: Statuses) -> bool:
    """ "The draft, tabled on Monday, would impose duties", "under a plan put to both sides, troops would leave"."""
    graph = statuses.graph
    drafts = graph.words["what is put forward"]
    supposing = _would_have(word, statuses)
    if supposing is not None:
        if any(supposing.has(name) for name in graph.words["iffy conjunctions"]):
            return False
        above = [graph.doc[h] for h in supposing.heads("subject", "under")]
        above += [c for t in _under(supposing, statuses) for c in t.children if c.dep_ == "pobj"]
    else:
        over = graph.over(word.head, "object", "for")
        says = graph.words["verbs of what a text holds"]
        above = [graph.doc[h] for v in over if v.lemma in says for h in v.heads("subject")]
    for noun in above:
        put = [c.lemma_.lower() for c in (*noun.children, noun.head.head) if c.dep_ in BESIDE]
        called = {noun.lemma_.lower(), *(c.lower_ for c in noun.lefts)}
        if called & (drafts | graph.words["words for drafts"]) or not graph.words[
            "verbs of putting forward"
        ].isdisjoint(put):
            return True
    return False


def _would_have(word: Predicate, statuses: Statuses) -> Predicate | None:
    """The verb with "would": the word, or "have" above it ("a draft would have the Assembly suspend him", "would see a
    merger")."""
    supposing = statuses.graph.words["supposing modals"]
    if word.modal in supposing:
        return word
    over = (statuses.graph.predicates.get(h) for h in statuses.readings(word.head)[0].path[1:2])
    held = [v for v in over if v is not None and v.lemma in ("have", "see") and v.modal in supposing]
    return held[0] if held and (word.pos == "verb" or held[0].lemma == "see") else None


def _under(word: Predicate, statuses: Statuses) -> list[Token]:
    """ "Under the plan, put to both sides, troops would leave", where the parser hangs "under" on the participle."""
    beside = [c for c in statuses.graph.doc[word.head].lefts if c.dep_ == "advcl"]
    return [c for b in beside for c in b.lefts if c.lower_ == "under"]


def _is_any(word: Predicate, statuses: Statuses) -> bool:
    """ "Any attack would be met with force"."""
    graph = statuses.graph
    any_ = any(c.lower_ in graph.words["unspecific determiners"] for c in graph.doc[word.head].lefts)
    return word.pos == "noun" and any_
