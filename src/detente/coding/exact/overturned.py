"""A word for what was to come in, whether its text says further on that it was put off or called off, out.

"They had planned a march; it has been called off", "was to vote on Monday, but the speaker deferred the matter".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.coding.exact.plan import verbs_of
from detente.coding.exact.planner import arranging, thought_better
from detente.coding.standing.composing import COMING, HAPPENED, composed_status
from detente.coding.standing.named_again import named_before
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.tokens import Token
from detente.records import Status

STILL_OPEN = (*COMING, "denied", "declined", "postponed")
PUT_BY = ("postponed", "cancelled")
AHEAD_OF = ("before", "ahead of", "prior to")


def overturned(word: Predicate, found: Status, statuses: Statuses) -> Status | None:
    """Postponed or cancelled where something said after the word, or around it, makes it so; else None."""
    if (whole := _of_the_whole(word, statuses)) is not None:
        return whole
    if found in (*COMING, "hypothetical") and _is_of_what_is_undone(word, statuses):
        return "cancelled"
    open_yet = found == "occurred" and (_is_only_neared(word, statuses) or _is_arranged(word, statuses))
    if found not in STILL_OPEN and not open_yet:
        return None
    if found == "declined" and _was_foreseen(word, statuses):
        return "cancelled"
    told: Status | None = None
    for verb in _verbs_near(word, found, statuses):
        said = _said_of_it(verb, word, statuses)
        told = said if said is not None else told
    meant = found not in ("occurred", "postponed") or _is_arranged(word, statuses)
    told = told or (thought_better(word, statuses) if meant else None)
    return None if told == found else told


def _of_the_whole(word: Predicate, statuses: Statuses) -> Status | None:
    """ "What was to have been the largest exercise has been called off"."""
    graph = statuses.graph
    be = graph.doc[word.head].head
    what = any(t.lower_ == "what" for above in (be, be.head) for t in above.lefts)
    if graph.doc[word.head].dep_ != "attr" or not what:
        return None
    after = (graph.predicates.get(head) for head in range(word.head + 1, be.sent.end))
    main = next((v for v in after if v is not None and v.pos == "verb"), None)
    if main is None:
        return None
    operator = statuses.operator_at(main.head, "object" if main.passive else "subject")
    status = statuses.readings(main.head)[0].status
    made = composed_status("planned", operator, status) if operator is not None else None
    return made if made in PUT_BY else None


def _is_of_what_is_undone(word: Predicate, statuses: Statuses) -> bool:
    """ "Its decision to expel the consul was reversed", "has withdrawn its call for a strike"."""
    graph, told = statuses.graph, statuses.graph.words["names of what is undone"]
    over = graph.over(word.head)
    nouns = [p for p in over if p.pos == "noun" and p.lemma in told]
    return any(undone(noun, statuses) for noun in nouns)


def _is_only_neared(word: Predicate, statuses: Statuses) -> bool:
    """ "Ten minutes before the raid": whether it came is said elsewhere."""
    return statuses.graph.is_under(word.head, *AHEAD_OF)


def _is_arranged(word: Predicate, statuses: Statuses) -> bool:
    """ "Had organised the mission": that it was prepared does not say that it came."""
    return bool(arranging(word, statuses))


def _verbs_near(word: Predicate, found: Status, statuses: Statuses) -> Iterator[Predicate]:
    """The verbs after the word, in its sentence and the next; those before too, if somebody will not do it."""
    doc = statuses.graph.doc
    sentence = doc[word.head].sent
    end = doc[sentence.end].sent.end if sentence.end < len(doc) else sentence.end
    start = sentence.start if found == "declined" else word.head + 1
    own = {word.head, *statuses.readings(word.head)[0].path}
    for head in range(start, end):
        verb = statuses.graph.predicates.get(head)
        if verb is None or verb.pos != "verb" or head in own:
            continue
        aim = verb.mood == "infinitive" and doc[head].dep_ == "advcl"
        choice = doc[head].dep_ == "conj" and any(c.lower_ == "or" for c in doc[head].head.children)
        if (
            not aim and not choice and doc[head].dep_ not in ("acl", "pcomp")
        ):  # "despite calls to postpone it"
            yield verb


def _said_of_it(verb: Predicate, word: Predicate, statuses: Statuses) -> Status | None:
    """What this verb makes of that which the word names, when it speaks of it."""
    graph = statuses.graph
    spoken = [a for a in verb.arguments if _points_to(graph.doc[a.head], word, statuses)]
    if not spoken:
        return None
    takes_place = not graph.words["verbs of going ahead"].isdisjoint(verbs_of(verb, graph))
    done_to = "object" if verb.passive else "subject"
    if takes_place and any(a.name == done_to for a in spoken):
        ahead = verb.tense == "future" or verb.modal in graph.words["supposing modals"]
        if verb.negated:
            return "cancelled" if ahead else None
        return "occurred" if verb.tense == "past" and not verb.perfect and verb.modal is None else None
    if _undoes(verb, statuses) and any(a.name == "object" for a in spoken):
        return "cancelled"
    if _is_off(verb, statuses) and any(a.name == "subject" for a in spoken):
        return "cancelled"
    for argument in spoken:
        operator = statuses.operator_at(verb.head, argument.name)
        if operator is None or operator.status not in PUT_BY or operator.negated is not None:
            continue
        made = composed_status("planned", operator, statuses.readings(verb.head)[0].status)
        if made in PUT_BY:
            return made
    return None


def undone(noun: Predicate, statuses: Statuses) -> bool:
    """ "Tore up the contract", "has revoked its order": what was to be done by it will not be."""
    over = statuses.graph.governors.get(noun.head, ())
    verbs = [statuses.graph.predicates.get(g.head) for g in over if g.name == "object"]
    return any(v is not None and _undoes(v, statuses) for v in verbs)


def _undoes(verb: Predicate, statuses: Statuses) -> bool:
    called = verbs_of(verb, statuses.graph)
    if called.isdisjoint(statuses.graph.words["verbs of undoing"]) or verb.negated:
        return False
    return statuses.readings(verb.head)[0].status in HAPPENED


def is_given_up(word: Predicate, found: Status, statuses: Statuses) -> bool:
    """ "The planned pipeline will not be built", "the sale is dead"."""
    graph, words = statuses.graph, statuses.graph.words
    if word.pos != "noun":
        return False
    planned = any(c.lower_ in words["words for what is planned"] for c in graph.doc[word.head].lefts)
    for governor in graph.governors.get(word.head, ()):
        verb = graph.predicates.get(governor.head)
        if verb is None or verb.pos != "verb" or verb.modal in words["able modals"]:
            continue
        ahead = verb.tense == "future" or verb.modal in words["supposing modals"]
        brings = not verbs_of(verb, graph).isdisjoint(words["verbs of bringing about"])
        if (
            planned
            and found == "declined"
            and governor.name == "object"
            and verb.passive
            and ahead
            and brings
        ):
            return verb.negated and not any(verb.has(name) for name in ("before", "until", "if", "unless"))
        bargain = word.lemma in words["names of bargains"] | words["occasions"]
        present = verb.tense == "present" and governor.name == "subject"
        if bargain and found == "occurred" and present and _is_off(verb, statuses):
            return True
    return False


def _is_off(verb: Predicate, statuses: Statuses) -> bool:
    off = statuses.graph.words["words of being off"]
    said = (c for c in statuses.graph.doc[verb.head].children if c.dep_ in ("acomp", "advmod", "prt", "prep"))
    return verb.lemma == "be" and not verb.negated and any(c.lower_ in off for c in said)


def _points_to(token: Token, word: Predicate, statuses: Statuses) -> bool:
    """Whether this is a pronoun or a known noun by which the text may speak of it again."""
    graph, words = statuses.graph, statuses.graph.words
    if token.i == word.head:
        return False
    if token.pos_ == "PRON" or token.tag_ == "DT":
        many = word.pos == "verb" or graph.doc[word.head].tag_ == "NNS"
        return token.lower_ in words["pronouns for many" if many else "pronouns for what was told"]
    noun = graph.predicates.get(token.i)
    if noun is not None and named_before(graph, statuses.lexicon, noun) == word.head:
        return True
    known = [c for c in token.lefts if c.dep_ in ("det", "poss")]
    if any(c.lower_ in words["words for another one"] for c in token.lefts):
        return False  # "the last ballot was put off"
    both = words["definite words"] | words["words of both"]
    if not any(c.dep_ == "poss" or c.lower_ in both for c in known):
        return False
    lemma = token.lemma_.lower()
    if {lemma, token.lower_} & words["names of what was foreseen"]:
        return True
    if lemma in words["names of bargains"] and word.lemma in words["verbs of bargaining"]:
        return True
    return lemma in words["names of appearances"] and word.lemma in words["verbs of appearing"]


def _was_foreseen(word: Predicate, statuses: Statuses) -> bool:
    """ "Will not attend after all", "will not travel as planned", "no longer plans to open it"."""
    graph = statuses.graph
    sentence = graph.doc[word.head].sent
    text = f" {' '.join(t.lower_ for t in sentence)} "
    if any(f" {phrase} " in text for phrase in graph.words["phrases of a plan that was known"]):
        return True
    if any(_is_as_it_was_meant(t, statuses) for t in sentence):
        return True
    path = statuses.readings(word.head)[0].path
    over = [p for h in path if (p := graph.predicates.get(h)) is not None]
    ended = [p for p in over if _no_longer(graph.doc[p.head], graph.words["no longer"])]
    return any(
        p.lemma in graph.words["verbs of planning"]
        or (p.head == word.head and p.lemma in graph.words["verbs of appearing"])
        for p in ended
    )


def _is_as_it_was_meant(token: Token, statuses: Statuses) -> bool:
    """ "As planned", "as it had first intended"; not "as he said"."""
    told = token.lemma_.lower() in statuses.graph.words["verbs of a plan that was known"]
    as_ = told and token.tag_ in ("VBN", "VBD") and any(c.lower_ == "as" for c in token.lefts)
    return as_ and (token.tag_ == "VBN" or any(c.dep_ == "aux" for c in token.lefts))


def _no_longer(verb: Token, longer: Collection[str]) -> bool:
    return any(c.lower_ in longer and any(g.lower_ == "no" for g in c.children) for c in verb.children)
