"""A word of what somebody was asked for or offered in, whether the answer was no, out.

The answer may stand in the clause around ("invited to come, he refused"), beside ("they asked me and I said no"), or in
the next sentence ("He has sent the letter back").
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.exact.plan import verbs_of
from detente.coding.exact.refusing import is_in_question, is_told, refuses, says_no
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.tokens import Span, Token
from detente.records import Status

COMPLEMENTS = ("xcomp", "ccomp", "dobj", "pobj", "prep", "pcomp", "conj", "dative")
CLAUSES = ("acl", "relcl", "advcl", "nsubjpass")  # only of what asks itself
ASKED = ("to", "for", "of", "about", "on")


def is_answered_no(word: Predicate, found: Status, statuses: Statuses) -> bool:
    """ "Asked to hand it over, Sylvania refused", "they offered me a seat and I said no", "urged them, in vain"."""
    token = statuses.graph.doc[word.head]
    if token.tag_ in ("VBD", "VBZ") or word.perfect:  # "a suggestion that it spied" is a report
        return False
    if _is_replied_to(token, statuses):
        return True
    asking = _asking(token, statuses)
    if asking is None or _is_only_supposed(asking, statuses):
        return False
    told = found not in ("hypothetical", "proposed") and word.pos == "noun"
    if told and not _is_itself_asked_for(token, asking):
        return False
    after = list(answers_after(asking, word))
    quoted = asking.dep_ == "advcl" and (word.modal is not None or word.mood == "infinitive")
    quoted = quoted or _asked_first(token, statuses) is not None
    if is_in_question(asking) and opens_with_no(asking.sent.end, statuses):
        return True
    if quoted and quotes_no(asking.sent, statuses):  # "“Never,” he said when asked to go"
        return True
    if is_in_vain(asking, statuses):
        return True
    refusing = next((t for t in after if refuses(t, asking, word, statuses)), None)
    return refusing is not None and not any(_gives_in(t, statuses) for t in after if t.i > refusing.i)


def _is_replied_to(token: Token, statuses: Statuses) -> bool:
    """ "“Never,” came the junta's reply to the armistice", "their answer to the truce was no"."""
    to = token.head
    if (
        token.dep_ != "pobj"
        or to.lower_ != "to"
        or to.head.lemma_.lower() not in statuses.graph.words["names of an answer"]
    ):
        return False
    verb = statuses.graph.predicates.get(to.head.head.i)
    return quotes_no(token.sent, statuses) or (verb is not None and says_no(verb, statuses))


def is_in_vain(asking: Token, statuses: Statuses) -> bool:
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
    if any(text.startswith(f"{no} ") for no in words["openings of a no"]):  # "Not while I am minister"
        return True
    if not opening or not opening[0].is_quote:
        return False
    closing = next((n for n, t in enumerate(opening) if n and t.is_quote), 0)
    said = [t.lower_ for t in opening[:closing] if not (t.is_punct or t.is_quote)]
    return bool(said) and said[-1] in words["words for no"]


def quotes_no(sentence: Span, statuses: Statuses) -> bool:
    """Whether what is quoted in this sentence, or stands behind its colon, begins with a no."""
    starts = [t.i for t in sentence if t.is_quote or t.i == sentence.start]
    return any(opens_with_no(start, statuses) for start in starts)


def _asked_first(token: Token, statuses: Statuses) -> Token | None:
    """ "Asked if it might lease the base", where the parser hangs the question on the answer."""
    first = token.doc[token.sent.start]
    question = any(c.lower_ in ("if", "whether") and c.i == first.i + 1 for c in token.lefts)
    return first if question and _asks_whether(first, statuses) else None


def _asks_whether(verb: Token, statuses: Statuses) -> bool:
    return verb.lemma_.lower() in statuses.graph.words["verbs of asking whether"]


def _asking(token: Token, statuses: Statuses) -> Token | None:
    """The nearest word above by which it is asked for, offered or demanded; of a question, its verb."""
    if is_in_question(token):
        return token
    if (first := _asked_first(token, statuses)) is not None:
        return first
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.lefts)
    if to and token.dep_ in ("xcomp", "advcl") and (noun := _asking_before(token, statuses)):
        return noun  # "resisted every entreaty to tear it down", where the parser hangs the deed on the verb
    by = token.head.head
    if token.dep_ in CLAUSES and token.head.dep_ == "pobj" and by.lower_ in ("by", "from"):
        return _asking_before(by, statuses)  # "a suggestion by his rivals that he should go"
    below = token
    for above in token.ancestors:
        if _asks(above, statuses):
            return above if below.dep_ in (*COMPLEMENTS, *CLAUSES) else None
        if above.dep_ == "prep" and above.lower_ in ASKED and (noun := _asking_before(above, statuses)):
            return noun
        if below.dep_ not in COMPLEMENTS or above.head.i == above.i:
            break
        below = above
    return None


def _asks(token: Token, statuses: Statuses) -> bool:
    """A verb or noun that asks, offers, demands."""
    words, lemma = statuses.graph.words, token.lemma_.lower()
    if token.pos_ in ("NOUN", "PROPN"):
        return lemma in words["nouns of asking or offering"]
    return lemma in words["words of asking for"] or lemma in words["words of demanding or offering"]


def _asking_before(below: Token, statuses: Statuses) -> Token | None:
    """ "Turned down a request from them for a loan", where the parser hangs the loan on the verb."""
    objects = [c for c in below.head.children if c.dep_ in ("dobj", "nsubjpass") and c.i < below.i]
    return next(
        (c for c in objects if c.lemma_.lower() in statuses.graph.words["names of what is asked"]), None
    )


def _is_only_supposed(token: Token, statuses: Statuses) -> bool:
    """ "If they asked me to, I would refuse", "may be asked": nobody has been asked; nor was who was not asked."""
    verb = statuses.graph.predicates.get(token.i)
    marks = (c.lower_ for c in token.children if c.dep_ == "mark")
    iffy = statuses.graph.words["iffy conjunctions"]
    if any(mark in iffy for mark in marks):
        return True
    question = is_in_question(token)
    return verb is not None and not question and (verb.negated or verb.modal is not None)


def answers_after(asking: Token, word: Predicate) -> Iterator[Token]:
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


def is_answered_not_so(word: Predicate, statuses: Statuses) -> bool:
    """ "Asked whether his men had shot, he answered with a curt no": it had not been so."""
    token = statuses.graph.doc[word.head]
    question = any(c.dep_ == "mark" and c.lower_ in ("if", "whether") for c in token.lefts)
    asking = _asked_first(token, statuses) or (token.head if _asks_whether(token.head, statuses) else None)
    if not question or asking is None or _is_only_supposed(asking, statuses):
        return False
    if quotes_no(asking.sent, statuses):
        return True
    after = (statuses.graph.predicates.get(t.i) for t in answers_after(asking, word))
    return any(
        v is not None and v.pos == "verb" and is_told(v, statuses) and says_no(v, statuses) for v in after
    )


def _gives_in(token: Token, statuses: Statuses) -> bool:
    verb = statuses.graph.predicates.get(token.i)
    giving = statuses.graph.words["verbs of giving in"]
    return verb is not None and not verb.negated and not giving.isdisjoint(verbs_of(verb, statuses.graph))
