"""A verb after what was asked for or offered in, whether it refuses that out.

"Refused", "would not hear of it", "turned down the offer", "said no", "was shown the door".
"""

from __future__ import annotations

from detente.coding.exact.plan import verbs_of
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token


def refuses(token: Token, asking: Token, word: Predicate, statuses: Statuses) -> bool:
    if _is_bare_modal(token):  # "asked to lead it, she would not"
        who = next((c for c in asking.children if c.dep_ == "nsubj"), None)
        own = _subject(token)
        return own is not None and (who is None or own.lower_ != who.lower_)
    verb = statuses.graph.predicates.get(token.i)
    if verb is None or verb.pos != "verb" or not is_told(verb, statuses):
        return _is_bare_no(token, asking, statuses)
    if not is_of_the_asked(verb, asking, statuses):
        return False
    if says_no(verb, statuses) or _is_idiom(verb, asking, word, statuses):
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


def _is_bare_modal(token: Token) -> bool:
    """ "Would not", "will not", with nothing after it and under no "if"."""
    if token.tag_ != "MD" or token.dep_ not in ("ROOT", "conj", "ccomp"):
        return False
    marked = any(c.dep_ == "mark" and c.lower_ != "that" for c in token.children)
    willing = token.lower_ in ("will", "would", "wo", "shall")
    return willing and not marked and any(c.dep_ == "neg" for c in token.children)


def is_told(verb: Predicate, statuses: Statuses) -> bool:
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
    misjoined = token.dep_ == "conj" and token.tag_ in ("VBD", "VBN", "VBZ")  # "told to go but disobeyed"
    return verb.mood != "infinitive" or misjoined or any(c.lower_ == "only" for c in token.lefts)


def is_of_the_asked(verb: Predicate, asking: Token, statuses: Statuses) -> bool:
    """Whether who answers is not who asked: "asked for a loan and would not wait" refuses nothing."""
    asker = statuses.graph.predicates.get(asking.i)
    if asker is None or asker.pos != "verb" or asker.passive or verb.passive or is_in_question(asking):
        return True
    if asking.i and asking.nbor(-1).text == ",":  # "the envoy, invited to speak, demurred"
        return True
    who = [c for c in asking.children if c.dep_ in SUBJECTS]
    subject = _subject(statuses.graph.doc[verb.head])
    if not who or subject is None:
        return True
    if subject.tag_ == "PRP" and _is_said_by(verb, who[0], statuses):
        return False  # "invited it to come and said that it would accept nothing less"
    return subject.i != who[0].i and (subject.lower_ != who[0].lower_ or subject.tag_ == "PRP")


def _is_said_by(verb: Predicate, who: Token, statuses: Statuses) -> bool:
    saying = statuses.graph.doc[verb.head].head
    teller = _subject(saying) if statuses.graph.doc[verb.head].dep_ == "ccomp" else None
    return teller is not None and (teller.i == who.i or teller.lower_ == who.lower_)


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
    if token.tag_ in ("PRP", "DT") or token.lower_ == "which" or lemma == word.lemma:
        return True
    names = words["names of what is asked"] | words["names of ideas"] | words["names of claims"]
    return lemma in names


def says_no(verb: Predicate, statuses: Statuses) -> bool:
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


def _is_idiom(verb: Predicate, asking: Token, word: Predicate, statuses: Statuses) -> bool:
    """ "Fell on deaf ears", "was shown the door", "would have none of it"; "chose to fight on", but "chose to comply"."""
    token, words = statuses.graph.doc[verb.head], statuses.graph.words
    if any(c.dep_ == "neg" for c in token.children):
        return False
    subject = _subject(token)
    if token.i >= asking.sent.end and (subject is None or subject.tag_ != "PRP") and not verb.passive:
        return False  # in the next sentence only of those of whom the one before told
    done = {c.lemma_.lower() for c in token.children if c.dep_ == "xcomp"}
    if word.lemma in done or done & words["verbs of giving in"]:
        return False
    span = token.doc[token.i : min(token.i + 8, token.sent.end)]
    text = " ".join("one's" if t.tag_ == "PRP$" else t.lemma_.lower() for t in span) + " "
    openings = [text[:n] for n, letter in enumerate(text) if letter == " "]
    return not words["phrases of refusing"].isdisjoint(openings)


def is_in_question(token: Token) -> bool:
    modal = any(c.dep_ == "aux" and c.lower_ in ("will", "would") for c in token.lefts)
    return modal and token.dep_ == "ROOT" and token.sent.end <= len(token.doc) and _last(token) == "?"


def _last(token: Token) -> str:
    return next((t.text for t in reversed(list(token.sent)) if not t.is_quote), "")
