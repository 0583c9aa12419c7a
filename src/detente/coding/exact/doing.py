"""A verb in, whether its sentence tells that it is being done now, though no helper verb says so, out."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.coming import Attached
from detente.coding.exact.course import ends
from detente.coding.exact.plan import verbs_of
from detente.coding.standing.moods import is_present_perfect
from detente.coding.standing.status import Statuses
from detente.reading.graph import Graph, Predicate
from detente.reading.times import AttachedTime
from detente.reading.tokens import Token

STOP = (".", "!", "?")
MAIN, WHEN = ("ROOT", "ccomp", "conj"), ("when", "as", "before", "until", "till", "while")
OPENING = 4  # words up to the colon of "Live updates:"


def is_at_it(word: Predicate, statuses: Statuses) -> bool:
    """ "Is in Strelsau, negotiating", "is busy building a wall", "is halfway through dismantling it"."""
    graph = statuses.graph
    token = graph.doc[word.head]
    if token.dep_ in ("pcomp", "pobj") and token.head.lower_ == "through" and token.head.i:
        return token.head.nbor(-1).lower_ in graph.words["words of being half through"]
    if _is_live(word, graph):
        return True
    helped = any(c.dep_ in ("aux", "auxpass", "mark") for c in token.children)
    if token.tag_ != "VBG" or word.negated or helped:
        return False
    if _heads_headline(token, graph):
        return True
    above = token.head
    if above.lower_ in graph.words["words of being busy"]:
        above = next((a for a in above.ancestors if a.pos_ in ("VERB", "AUX")), above)
        verb = graph.predicates.get(above.i)
        return verb is None or (verb.tense == "present" and not verb.negated)
    verb = graph.predicates.get(above.i)
    if verb is None or token.dep_ not in ("advcl", "acl", "xcomp") or above.i > token.i:
        return False
    before = [c for c in above.children if c.i < token.i]
    there = any(c.lower_ in graph.words["prepositions of places"] for c in before)
    split = verb.lemma == "be" and not any(c.dep_ in ("attr", "acomp", "neg") for c in before)
    now = not verb.negated and (verb.tense == "present" or is_present_perfect(verb, graph))
    where = graph.words["participles of being somewhere" if verb.passive else "verbs of being somewhere"]
    return now and ((there and verb.lemma in where) or split)


def _is_live(word: Predicate, graph: Graph) -> bool:
    """ "LIVE: Deputies debate budget"."""
    token = graph.doc[word.head]
    told = [t.lower_ for t in graph.doc[token.sent.start : token.sent.start + OPENING]]
    mark = " ".join(told[: told.index(":")]) if ":" in told else ""
    now = token.tag_ in ("VBP", "VBZ", "VBG", "NNS", "VB") and not (word.negated or word.modal)
    return now and word.pos == "verb" and mark in graph.words["marks of a live report"]


def _heads_headline(token: Token, graph: Graph) -> bool:
    """ "Army hunting rebels in the hills", "Officials counting votes by candlelight, says minister"."""
    if token.sent[-1].text in STOP:
        return False
    who = token.head if token.dep_ == "acl" else next((c for c in token.lefts if c.dep_ == "nsubj"), None)
    if who is None or any(c.dep_ == "det" for c in who.lefts) or who.right_edge.i < token.i:
        return False
    top = token if token.dep_ == "ROOT" else who
    return top.dep_ == "ROOT" or (top.dep_ == "nsubj" and _only_says(top.head, graph))


def _only_says(verb: Token, graph: Graph) -> bool:
    """ "..., says minister"."""
    says = verb.lemma_ in graph.words["verbs at the end of a headline"]
    return says and any(c.dep_ == "nsubj" and c.i > verb.i for c in verb.children)


def lasts_itself(word: Predicate, statuses: Statuses) -> bool:
    """ "The trial continues", "has lasted two winters", "engineers struggle to mend the grid"."""
    graph = statuses.graph
    if word.pos != "verb" or word.negated or word.modal is not None or word.mood == "infinitive":
        return False
    called, token = verbs_of(word, graph), graph.doc[word.head]
    perfect = is_present_perfect(word, graph)
    if perfect and not graph.words["verbs of lasting themselves"].isdisjoint(called):
        return True
    further = any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in token.rights)  # "goes on to say"
    on = not graph.words["verbs of carrying on"].isdisjoint(called) and not (further and word.lemma == "go")
    toils = bool(called & graph.words["verbs of toiling"])
    own = word.tense == "present" and not (word.perfect or word.passive)
    return own and (on or toils or bool(called & graph.words["verbs of lasting themselves"]))


def was_on_that_day(word: Predicate, statuses: Statuses, attached: Attached, published: str | None) -> bool:
    """ "Were searching for survivors on Monday", written on Monday; not what went on when something else came."""
    token = statuses.graph.doc[word.head]
    if published is None or word.pos != "verb" or word.negated:
        return False
    if token.dep_ == "acl" and token.tag_ == "VBG":
        return _is_doing_it_now(word, statuses, attached, published[:10])
    above = statuses.graph.predicates.get(token.head.i) if token.dep_ == "advcl" and not token.lefts else None
    if (
        token.tag_ == "VBG" and above is not None and above.progressive
    ):  # "were digging on Tuesday, searching"
        return was_on_that_day(above, statuses, attached, published)
    split = _is_split(token)
    if split is not None:
        return any(_is_today(attached.get(h, ()), published) for h in (word.head, split.i))
    past = (
        word.tense == "past" and token.dep_ in MAIN and (word.progressive or _lasts_by_nature(word, statuses))
    )
    if not past or any(word.has(c) for c in WHEN):
        return False
    said = token.sent.text.lower()
    if any(phrase in said for phrase in statuses.graph.words["phrases of the hour of writing"]):
        return True
    return _is_today(attached.get(word.head, ()), published)


def _lasts_by_nature(word: Predicate, statuses: Statuses) -> bool:
    """ "Fighting raged on Tuesday", "firefighters battled the blaze on Tuesday"."""
    words = statuses.graph.words
    lasting = words["verbs of lasting themselves"] | words["verbs of toiling"] | words["verbs of carrying on"]
    called = verbs_of(word, statuses.graph)
    return not (word.passive or word.perfect or lasting.isdisjoint(called) or ends(word, statuses))


def _is_today(items: Sequence[AttachedTime], published: str) -> bool:
    return any(i.time.earliest is not None and i.time.earliest[:10] == published[:10] for i in items)


def _is_split(token: Token) -> Token | None:
    """ "Were on Monday combing the slopes", where the parser takes "were" for the verb."""
    be = token.head
    if token.tag_ != "VBG" or token.dep_ not in ("advcl", "xcomp") or be.lemma_ != "be" or be.tag_ != "VBD":
        return None
    return None if any(c.dep_ in ("attr", "acomp", "neg") for c in be.children) else be


def _is_doing_it_now(word: Predicate, statuses: Statuses, attached: Attached, day: str) -> bool:
    """ "Ministers meeting in Zenda this week are divided"."""
    doc = statuses.graph.doc
    over = [statuses.graph.predicates.get(a.i) for a in doc[word.head].ancestors]
    verb = next((v for v in over if v is not None and v.pos == "verb"), None)
    times = (item.time for item in attached.get(word.head, ()) if item.preposition is None)
    now = any((t.earliest or "~") <= day <= (t.latest or "") for t in times)
    return now and verb is not None and verb.tense == "present" and verb.modal is None
