"""A word of what somebody was asked for or offered in, whether the answer was no, out.

The answer may stand in the clause around ("invited to come, he refused"), beside ("they asked me and I said no"), or in
the next sentence ("He has sent the letter back").
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.composing import HAPPENED
from detente.coding.exact.plan import verbs_of
from detente.coding.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.tokens import Token
from detente.records import Status

SUBJECTS = ("nsubj", "nsubjpass")
ASKED = ("to", "for", "of", "about", "on", "in", "by")


def is_answered_no(word: Predicate, found: Status, statuses: Statuses) -> bool:
    """ "Asked to hand it over, Sylvania refused", "they offered me a seat and I said no", "urged them, in vain"."""
    token = statuses.graph.doc[word.head]
    if token.tag_ in ("VBD", "VBZ") or word.perfect:  # "a suggestion that it spied" is a report
        return False
    asking = _asking(token, statuses)
    if asking is None or _is_only_supposed(asking, statuses):
        return False
    if found in HAPPENED and not _is_itself_asked_for(token, asking):
        return False
    after = list(_answers_after(asking, word, statuses))
    quoted = asking.dep_ == "advcl" and (word.modal is not None or word.mood == "infinitive")
    if _is_in_question(asking) and opens_with_no(asking.sent.end, statuses):
        return True
    if quoted and opens_with_no(asking.sent.start, statuses):  # "“Never,” he said when asked to go"
        return True
    if is_in_vain(asking, word, statuses):
        return True
    refusing = next((t for t in after if _refuses(t, asking, word, statuses)), None)
    return refusing is not None and not any(_gives_in(t, statuses) for t in after if t.i > refusing.i)


def is_in_vain(asking: Token, word: Predicate, statuses: Statuses) -> bool:
    """ "Pleaded with them to turn round, to no avail", "in vain asked for a loan"."""
    if asking.pos_ not in ("VERB", "NOUN") or asking.tag_ == "VB":
        return False
    text = " ".join(t.lower_ for t in asking.sent) + " "
    return any(f" {phrase} " in text for phrase in statuses.graph.words["phrases of no avail"])


def _is_itself_asked_for(token: Token, asking: Token) -> bool:
    """ "A request for an arrest"; not "an invitation to watch the parade", "a request for an interview about the fire"."""
    if asking in (token.head, token):
        return True
    prep = token.head
    return prep.dep_ in ("prep", "dative") and prep.head.i in (asking.i, asking.head.i)


def opens_with_no(start: int, statuses: Statuses) -> bool:
    """Whether the sentence that begins here is a no: "No, says her office", "“Thank you, but no,” he replied"."""
    doc, words = statuses.graph.doc, statuses.graph.words
    opening = list(doc[start : start + 8])
    text = " ".join(t.lower_ for t in opening if not t.is_quote) + " "
    if any(text.startswith((f"{no} ,", f"{no} .", f"{no} !")) for no in words["phrases of a no"]):
        return True
    if not opening or not opening[0].is_quote:
        return False
    closing = next((n for n, t in enumerate(opening) if n and t.is_quote), 0)
    said = [t.lower_ for t in opening[:closing] if not (t.is_punct or t.is_quote)]
    return bool(said) and said[-1] in words["words for no"]


def _asking(token: Token, statuses: Statuses) -> Token | None:
    """The nearest word above by which it is asked for, offered or demanded; of a question, its verb."""
    if _is_in_question(token):
        return token
    if token.dep_ in ("xcomp", "advcl") and (noun := _asking_before(token, statuses)):
        return noun  # "resisted every entreaty to tear it down", where the parser hangs the deed on the verb
    for above in token.ancestors:
        if _asks(above, statuses):
            return above
        if above.dep_ == "prep" and above.lower_ in ASKED and (noun := _asking_before(above, statuses)):
            return noun
        if above.dep_ in ("advcl", "relcl") or above.head.i == above.i:
            break
    return None


def _asks(token: Token, statuses: Statuses) -> bool:
    words, lemma = statuses.graph.words, token.lemma_.lower()
    return lemma in words["words of asking for"] or lemma in words["words of demanding or offering"]


def _asking_before(below: Token, statuses: Statuses) -> Token | None:
    """ "Turned down a request from them for a loan", where the parser hangs the loan on the verb."""
    objects = [c for c in below.head.children if c.dep_ in ("dobj", "nsubjpass") and c.i < below.i]
    return next(
        (c for c in objects if c.lemma_.lower() in statuses.graph.words["names of what is asked"]), None
    )


def _is_in_question(token: Token) -> bool:
    modal = any(c.dep_ == "aux" and c.lower_ in ("will", "would") for c in token.lefts)
    return modal and token.dep_ == "ROOT" and token.sent.end <= len(token.doc) and _last(token) == "?"


def _last(token: Token) -> str:
    return next((t.text for t in reversed(list(token.sent)) if not t.is_quote), "")


def _is_only_supposed(token: Token, statuses: Statuses) -> bool:
    """ "If they asked me to, I would refuse", "may be asked": nobody has been asked; nor was who was not asked."""
    verb = statuses.graph.predicates.get(token.i)
    marks = (c.lower_ for c in token.children if c.dep_ == "mark")
    iffy = statuses.graph.words["iffy conjunctions"]
    if any(mark in iffy for mark in marks):
        return True
    question = _is_in_question(token)
    return verb is not None and not question and (verb.negated or verb.modal is not None)


def _answers_after(asking: Token, word: Predicate, statuses: Statuses) -> Iterator[Token]:
    """What may be the answer: the clause around it, what stands after it, the next sentence."""
    doc = asking.doc
    clause = next((t for t in (asking, *asking.ancestors) if t.dep_ in ("advcl", "acl")), None)
    if clause is not None:
        yield from (t for t in (clause.head, *_said_by(clause.head, 3)) if t.i != asking.i)
    elif asking.pos_ in ("NOUN", "PROPN"):
        yield from (t for t in asking.ancestors if t.i < asking.i)
    start, end = max(asking.i, word.head) + 1, asking.sent.end
    yield from doc[start:end]
    if end < len(doc):
        yield from doc[end : doc[end].sent.end]


def _said_by(token: Token, deep: int) -> list[Token]:
    below = [c for c in token.children if c.dep_ in ("ccomp", "xcomp", "conj")]
    return [*below, *(t for c in below for t in _said_by(c, deep - 1))] if deep else []


def _gives_in(token: Token, statuses: Statuses) -> bool:
    verb = statuses.graph.predicates.get(token.i)
    giving = statuses.graph.words["verbs of giving in"]
    return verb is not None and not verb.negated and not giving.isdisjoint(verbs_of(verb, statuses.graph))


def _refuses(token: Token, asking: Token, word: Predicate, statuses: Statuses) -> bool:
    verb = statuses.graph.predicates.get(token.i)
    if verb is None or verb.pos != "verb" or not _is_told(verb, statuses):
        return _is_bare_no(token, asking, statuses)
    if not _is_of_the_asked(verb, asking, statuses):
        return False
    if _says_no(verb, statuses) or _is_idiom(verb, word, statuses):
        return True
    words = statuses.graph.words
    verbs = verbs_of(verb, statuses.graph)
    if not verb.negated:
        no = words["verbs of answering no"] | words["verbs of refusing"]
        return not verbs.isdisjoint(no) and _is_of_it(verb, word, statuses)
    ahead = verb.tense == "future" or verb.modal in words["supposing modals"] | words["able modals"]
    comply = not verbs.isdisjoint(words["verbs of complying"]) or verb.lemma == word.lemma
    return (
        (ahead or (verb.tense == "past" and not verb.perfect)) and comply and _is_of_it(verb, word, statuses)
    )


def _is_told(verb: Predicate, statuses: Statuses) -> bool:
    """ "Refused", "would not", "only to be refused"; not "may refuse", "if he refuses", "asked whether he refused"."""
    token, words = statuses.graph.doc[verb.head], statuses.graph.words
    unsure = words["iffy conjunctions"] | words["words of whether"]
    around = [token, *(t for t in token.ancestors if t.sent.start == token.sent.start)]
    for above in around:
        if any(c.lower_ in unsure for c in above.children if c.dep_ in ("mark", "advmod")):
            return False
    said = token.dep_ == "ccomp" and verb.modal in ("will", *words["supposing modals"])
    if verb.modal is not None and not verb.negated and not said:  # "said that he would stay away"
        return False
    return verb.mood != "infinitive" or any(c.lower_ == "only" for c in token.lefts)


def _is_of_the_asked(verb: Predicate, asking: Token, statuses: Statuses) -> bool:
    """Whether who answers is not who asked: "asked for a loan and would not wait" refuses nothing."""
    asker = statuses.graph.predicates.get(asking.i)
    if asker is None or asker.pos != "verb" or asker.passive or verb.passive or _is_in_question(asking):
        return True
    who = [c for c in asking.children if c.dep_ in SUBJECTS]
    subject = _subject(statuses.graph.doc[verb.head])
    if not who or subject is None:
        return True
    return subject.i != who[0].i and (subject.lower_ != who[0].lower_ or subject.tag_ == "PRP")


def _subject(token: Token) -> Token | None:
    for above in (token, *token.ancestors):
        own = next((c for c in above.children if c.dep_ in SUBJECTS), None)
        if own is not None:
            return own
        if above.dep_ not in ("conj", "xcomp", "advcl"):
            return None
    return None


def _is_of_it(verb: Predicate, word: Predicate, statuses: Statuses) -> bool:
    """ "Refused", "turned it down", "declined the offer", "refused to do so", but not "refused to say", "lost the match"."""
    graph, token = statuses.graph, statuses.graph.doc[verb.head]
    for child in token.children:
        if child.dep_ in ("xcomp", "ccomp") and child.i > token.i:
            lemma = child.lemma_.lower()
            if lemma not in graph.words["verbs of complying"] and lemma != word.lemma:
                return False
        if child.dep_ == "dobj" or (verb.passive and child.dep_ == "nsubjpass"):
            return _names_what_is_asked(child, word, statuses)
    return True


def _names_what_is_asked(token: Token, word: Predicate, statuses: Statuses) -> bool:
    words, lemma = statuses.graph.words, token.lemma_.lower()
    if token.tag_ in ("PRP", "DT", "WDT") or lemma == word.lemma:
        return True
    return lemma in words["names of what is asked"] or lemma in words["names of ideas"]


def _says_no(verb: Predicate, statuses: Statuses) -> bool:
    """ "Said no", "answered with a flat refusal", "our answer is no", "sent it back with a letter of refusal"."""
    graph, token = statuses.graph, statuses.graph.doc[verb.head]
    no = graph.words["names of refusal"]
    if verb.lemma in graph.words["verbs of saying no"] and any(
        c.lower_ in graph.words["words for no"] and c.dep_ not in ("det", "neg") for c in token.children
    ):
        return True
    answered = any(
        c.dep_ in SUBJECTS and c.lemma_.lower() in graph.words["names of an answer"] for c in token.children
    )
    if answered and any(c.lower_ in no or c.lower_ in graph.words["words for no"] for c in token.children):
        return True
    givers = graph.words["verbs of giving an answer"]
    below = [c for c in token.children if c.dep_ == "dobj"]
    below += [g for c in token.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
    return verb.lemma in givers and not verb.negated and any(t.lemma_.lower() in no for t in below)


def _is_bare_no(token: Token, asking: Token, statuses: Statuses) -> bool:
    """ "His answer: no", "The reply was “never”": without a verb that the graph knows."""
    if token.lemma_.lower() not in statuses.graph.words["names of an answer"] or token.i < asking.i:
        return False
    no = statuses.graph.words["words for no"] | statuses.graph.words["names of refusal"]
    rest = (t for t in token.doc[token.i + 1 : token.sent.end] if not t.is_punct)
    said = next((t for t in rest if t.lower_ in no or t.pos_ not in ("DET", "ADJ", "AUX")), None)
    return said is not None and said.lower_ in no and said.dep_ != "det"


def _is_idiom(verb: Predicate, word: Predicate, statuses: Statuses) -> bool:
    """ "Fell on deaf ears", "was shown the door", "would have none of it"; "chose to fight on", but "chose to comply"."""
    token, words = statuses.graph.doc[verb.head], statuses.graph.words
    if any(c.dep_ == "neg" for c in token.children):
        return False
    done = {c.lemma_.lower() for c in token.children if c.dep_ == "xcomp"}
    if word.lemma in done or done & words["verbs of giving in"]:
        return False
    span = token.doc[token.i : min(token.i + 8, token.sent.end)]
    text = " ".join("one's" if t.tag_ == "PRP$" else t.lemma_.lower() for t in span) + " "
    return any(text.startswith(f"{phrase} ") for phrase in words["phrases of refusing"])
