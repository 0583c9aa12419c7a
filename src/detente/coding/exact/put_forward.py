"""A word in, whether its sentence puts forward what it names by a question, a cry or a text that is only put forward, out.

"Why not meet in Oslo?", "let us hold an inquiry", "calls are mounting for him to resign", "a paper under which both
armies would withdraw".
"""

from __future__ import annotations

from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.tokens import Token
from detente.records import Status

FAR = 10  # words between "why not" and what is suggested
FURTHER = 45  # words from what is wanted to "has asked for one"
BARE, BY = ("VB", "VBP", "VBD", "VBN"), ("from", "by", "of")
OPENING = frozenset({'"', "“", "``", "'", "‘", ":", ",", "—", "–"})


def is_put_forward(word: Predicate, found: Status, statuses: Statuses) -> bool:
    """Whether this, or what it hangs on, is put forward."""
    graph = statuses.graph
    over = [graph.predicates[h] for h in statuses.readings(word.head)[0].path if h in graph.predicates]
    own = [graph.doc[one.head] for one in (word, *over)]
    if any(_is_let(one, statuses) for one in over) or any(_is_suggested(one, statuses) for one in own):
        return True
    held = _is_cried_for(word, statuses) or _is_in_a_relative(word, statuses)
    held = held or _is_of_a_noun(word, statuses) or _is_moved(word, statuses)
    return held or (found not in HAPPENED and _is_taken_up(word, statuses))


def _is_taken_up(word: Predicate, statuses: Statuses) -> bool:
    """ "Wants a recount and has asked the court for one", "ought to free them; she urged it to do so"."""
    graph, token = statuses.graph, statuses.graph.doc[word.head]
    one = word.pos == "noun" and any(c.lower_ in ("a", "an") for c in token.lefts)
    end = min(token.i + FURTHER, len(graph.doc))
    for again in graph.doc[token.right_edge.i + 1 : end]:
        if one and again.lower_ == "one" and again.dep_ in ("dobj", "pobj"):
            verb = again.head.head if again.dep_ == "pobj" else again.head
            beside = f" {again.head.lower_}" if again.dep_ == "pobj" else ""
        elif word.pos == "verb" and again.lower_ == "so" and again.head.lemma_ == "do":
            verb, beside = again.head.head, ""
        else:
            continue
        asking = graph.predicates.get(verb.i)
        if asking is None or asking.negated or statuses.readings(verb.i)[0].status not in HAPPENED:
            continue
        if not graph.words["words of asking for"].isdisjoint((asking.lemma, f"{asking.lemma}{beside}")):
            return True
    return False


def _is_suggested(token: Token, statuses: Statuses) -> bool:
    """ "Why not sign it?", "how about a joint patrol?": the question opens its sentence or its quotation."""
    doc, start = token.doc, token.sent.start
    phrases = statuses.graph.words["phrases of suggesting"]
    for i in range(token.i - 1, max(start, token.i - FAR) - 1, -1):
        opens = i == start or doc[i - 1].text in OPENING
        if opens:
            told = " ".join(t.lower_ for t in doc[i : token.i])
            return any(told == phrase or told.startswith(f"{phrase} ") for phrase in phrases)
    return False


def _is_cried_for(word: Predicate, statuses: Statuses) -> bool:
    """ "Appeals multiplied for both sides to observe the truce", "pressure is growing on the bank to cut rates"."""
    graph = statuses.graph
    if word.pos != "verb" or word.mood != "infinitive" or word.negated:
        return False
    for name, verb in graph.governing(word.head):
        done = not verb.negated and statuses.readings(verb.head)[0].status in HAPPENED
        if not done or name == "clause":  # "pressure forced him to resign"
            continue
        if any(graph.doc[h].lemma_.lower() in graph.words["cries for a deed"] for h in verb.heads("subject")):
            return True
    return False


def _is_in_a_relative(word: Predicate, statuses: Statuses) -> bool:
    """ "A paper under which both navies would leave the strait"."""
    graph, token = statuses.graph, statuses.graph.doc[word.head]
    if word.modal not in graph.words["supposing modals"] or token.dep_ != "relcl":
        return False
    under = any(c.lower_ == "under" and any(o.tag_ == "WDT" for o in c.rights) for c in token.lefts)
    return under and token.head.lemma_.lower() in graph.words["texts that are put forward"]


def _is_of_a_noun(word: Predicate, statuses: Statuses) -> bool:
    """ "The suggestion that they swap prisoners", "her recommendation that the council impose an embargo"."""
    graph, token = statuses.graph, statuses.graph.doc[word.head]
    if word.pos != "verb" or word.modal or word.negated or token.tag_ not in BARE:
        return False
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in token.lefts)
    bare = not any(c.dep_ in ("aux", "auxpass") and c.tag_ != "VB" for c in token.lefts)
    asking = graph.words["names of what is asked for"]
    over = graph.above(word.head, "clause")
    over += [t.head.head.i for h in over if (t := graph.doc[h]).dep_ == "pobj" and t.head.lower_ in BY]
    nouns = [p for h in over if (p := graph.predicates.get(h)) is not None and p.pos == "noun"]
    present = token.tag_ in ("VB", "VBP") or any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in token.lefts)
    return marked and bare and present and any(p.lemma in asking for p in nouns)


def _is_moved(word: Predicate, statuses: Statuses) -> bool:
    """ "Tabled a motion to impeach him", "put the idea of a truce to both sides"; what has passed is past that."""
    graph = statuses.graph
    for name, text in graph.governing(word.head):
        if text.pos != "noun" or text.negated:
            continue
        over = graph.over(text.head, "object")
        done = [verb for verb in over if not verb.negated]
        verbs = {verb.lemma for verb in done}
        motion = word.mood == "infinitive" and text.lemma in graph.words["what is put forward"]
        idea = name in ("of", "for") and text.lemma in graph.words["names of ideas"]
        if name == "for" and any(verb.has("to") for verb in done):  # "put a plan for a truce to them"
            idea = idea or text.lemma in graph.words["texts that are put forward"]
        if (motion or idea) and not verbs.isdisjoint(graph.words["verbs of putting forward"]):
            return True
    return False


def _is_let(word: Predicate, statuses: Statuses) -> bool:
    """ "Let us meet at the bridge", "let the border be opened"."""
    graph = statuses.graph
    token = graph.doc[word.head]
    let = token.head if token.dep_ in ("ccomp", "xcomp") else None
    return (
        let is not None
        and let.lower_ in graph.words["let"]
        and not any(t.lower_ in graph.words["words for me"] for t in graph.doc[let.i + 1 : token.i])
        and let.tag_ == "VB"
        and not any(c.dep_ == "nsubj" and c.i < let.i for c in let.children)
    )
