"""A predicate of the graph in, what its form alone tells of how it is meant out."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.matching.clause_content import PREDICATIVE
from detente.coding.matching.lexicon import Lexicon
from detente.coding.roles.mentions import Mentions
from detente.coding.standing.composing import COMING, OFF
from detente.reading.graph import Graph, Predicate
from detente.reading.tokens import Token
from detente.records import Status

NOMINAL = ("NOUN", "PROPN")
PASSIVE = "passive"  # among moods
TOLD = "told"  # likewise
PREPOSITION, OBJECT, NUMBER, WHEN, AS = "prep", "pobj", "CD", "npadvmod", "as"


def is_aside(graph: Graph, verb: Predicate, lexicon: Lexicon) -> bool:
    """ "refuses to sign it, accusing Sylvania": what is said besides goes with the main verb; but "agrees to leave,
    ending the siege"."""
    if not is_set_apart(graph, verb):
        return False
    kinds = [lexicon.kinds[frame.kind] for _, frame in lexicon.verb_frames.get(verb.lemma.split()[0], ())]
    return bool(kinds) and all(kind.speech for kind in kinds)


def heads_headline(noun: Predicate, graph: Graph, mentions: Mentions) -> bool:
    """ "Sylvanian premier to visit Strelsau for talks": who it is that will."""
    token = graph.doc[noun.head]
    return token.dep_ == "ROOT" and token.pos_ in NOMINAL and token.i in mentions.actors


def is_set_apart(graph: Graph, verb: Predicate) -> bool:
    """Whether a comma stands before the clause of the verb."""
    first = graph.doc[verb.head].left_edge.i
    return first > 0 and graph.doc[first - 1].text in graph.words["setting apart"]


def opens_sentence(graph: Graph, verb: Predicate) -> bool:
    """Whether its clause comes first, with a comma behind it."""
    token = graph.doc[verb.head]
    behind = token.right_edge.i + 1
    first = token.left_edge.i == token.sent.start and behind < token.sent.end
    return first and graph.doc[behind].text in graph.words["setting apart"]


def stays_away(verb: Predicate, graph: Graph) -> bool:
    """ "Is not coming", "are not attending the summit": who is not, will not."""
    now = verb.progressive and verb.tense == "present" and verb.lemma in graph.words["verbs of coming along"]
    return now and any(c.dep_ == "neg" for c in graph.doc[verb.head].lefts)


def put_off_or(otherwise: Status, verb: Predicate, graph: Graph) -> Status:
    """ "(Will not) open until further notice", "before June", "before the end of May", "on Friday as planned" put it off;
    "before the summit" does not."""
    token, words = graph.doc[verb.head], graph.words
    dated = False
    for word in _hung_on(token, PREPOSITION):
        ends = [e for noun in _hung_on(word, OBJECT) for e in (noun, *_parts(noun))]
        day = any(e.lower_ in words["names of days and times"] or e.tag_ == NUMBER for e in ends)
        dated = dated or day
        if word.lower_ in words["turning points"] or (word.lower_ in words["not earlier than"] and day):
            return "postponed"
    dated = dated or any(c.lower_ in words["names of days and times"] for c in _hung_on(token, WHEN))
    planned = any(
        t.lower_ in words["as it was planned"] and t.i and t.nbor(-1).lower_ == AS for t in token.subtree
    )
    return "postponed" if dated and planned else otherwise


def _parts(noun: Token) -> Iterator[Token]:
    """ "The end of May": of which day or month it is a part."""
    for word in _hung_on(noun, PREPOSITION):
        if word.lower_ == "of":
            yield from _hung_on(word, OBJECT)


def _hung_on(word: Token, relation: str) -> list[Token]:
    """What hangs on a word by this relation."""
    return [c for c in word.children if c.dep_ == relation]


def is_bare_copula(graph: Graph, outer: Predicate) -> bool:
    """ "is to have won", with nothing that the subject is."""
    token = graph.doc[outer.head]
    return token.lemma_ == "be" and not any(c.dep_ in PREDICATIVE for c in token.children)


def is_beside(graph: Graph, verb: Predicate, outer: Predicate, lexicon: Lexicon) -> bool:
    """ "did not go, leaving a gap"; "will not sign it, accusing them"; "a bill that would end it, ruling that"."""
    reports = verb.lemma in graph.words["reporting participles"] and outer.modal is not None
    if not is_set_apart(graph, verb):
        return reports and opens_sentence(graph, verb)  # "Citing its costs, the firm will close it"
    if outer.negated and outer.mood == "indicative" and outer.modal is None:
        return True
    unsure = outer.mood == "infinitive" or outer.tense == "future"
    return (unsure and is_aside(graph, verb, lexicon)) or reports


def called_so(graph: Graph, verb: Predicate, path: tuple[int, ...]) -> Predicate | None:
    """The verb of "if the strait is closed", where the parser reads an adjective."""
    token = graph.doc[verb.head]
    above = graph.predicates.get(token.head.i) if token.dep_ in PREDICATIVE else None
    return above if above is not None and above.head not in path else None


def as_main(graph: Graph, verb: Predicate, outer: Predicate) -> Predicate | None:
    """The main verb, if what is said beside it is as far off: "will go, urging them to yield", but "will close it,
    citing its costs" and "did not go, leaving a gap"."""
    told = outer.negated or verb.lemma in graph.words["reporting participles"]
    return None if told else outer


def is_unspecific(graph: Graph, noun: Predicate) -> bool:
    """ "Before any talks", "could be undone, whether by a raid or a strike"."""
    token, words = graph.doc[noun.head], graph.words
    left_open = token.dep_ == "pobj" and token.head.lower_ in words["open conjunctions"]
    return left_open or any(c.lower_ in words["unspecific determiners"] for c in token.lefts)


def has_been(graph: Graph, verb: Predicate, status: Status) -> bool:
    """Whether a participle stands for what has been, however that stands under which it is: "will go, having paid"."""
    if verb.mood == "participle" and (verb.perfect or is_said_beside(graph, verb)):
        return True
    if status in COMING and not is_done_before(graph, verb):
        return False
    return status in (*OFF, *COMING) and comes_first(graph, verb)


def is_done_before(graph: Graph, verb: Predicate) -> bool:
    """ "Will send troops after accusing Sylvania of fraud", but "will visit Sylvania after meeting its envoy"."""
    words = graph.words
    return not verb.passive and (
        verb.lemma in words["commenting participles"] or verb.lemma in words["deeds that come first"]
    )


def is_said_beside(graph: Graph, verb: Predicate) -> bool:
    """ "Will close its border, accusing Sylvania of fraud": what is said of it is said now."""
    return (
        not verb.passive and verb.lemma in graph.words["commenting participles"] and is_set_apart(graph, verb)
    )


def comes_first(graph: Graph, verb: Predicate) -> bool:
    """ "Will not pay a dividend after losing millions": what went before has been, whatever does not come of it."""
    token = graph.doc[verb.head]
    return token.dep_ == "pcomp" and token.head.lower_ in graph.words["after"] and not verb.negated


def comes_of_what_is_not(graph: Graph, verb: Predicate, outer: Predicate, status: Status) -> bool:
    """ "Will not deliver the jets, leaving a gap": the gap is to come."""
    off = outer.negated and status in ("declined", "denied")
    beside = is_set_apart(graph, verb) or opens_sentence(graph, verb)
    return off and verb.mood == "participle" and beside


def is_to_be_done(graph: Graph, verb: Predicate, coming: frozenset[int]) -> bool:
    """ "the truce, to be signed on Monday": what is to be done with the thing, and not one that is to be done."""
    return verb.passive and (is_set_apart(graph, verb) or verb.head in coming)


def is_enacted(graph: Graph, verb: Predicate) -> bool:
    """ "Passed a bill that would ban its ships": what a text says that has been passed is to come."""
    text = graph.doc[verb.head].head
    passing = graph.predicates.get(text.head.i)
    if graph.doc[verb.head].dep_ != "relcl" or text.dep_ not in ("dobj", "nsubjpass") or passing is None:
        return False
    done = passing.tense in ("past", "present") and not passing.negated and passing.modal is None
    known = (
        passing.lemma in graph.words["enacting verbs"] and text.lemma_.lower() in graph.words["enacted texts"]
    )
    return done and known


def begins_later(graph: Graph, noun: Predicate, coming: frozenset[int]) -> bool:
    """ "A strike starting next week"."""
    below = graph.doc[noun.head].children
    starts = (c for c in below if c.dep_ == "acl" and c.tag_ == "VBG" and c.i in coming)
    return any(c.lemma_.lower() in graph.words["beginning verbs"] for c in starts)


def is_amount(graph: Graph, noun: Predicate) -> bool:
    """ "set aside two billion to rebuild it": what is to be rebuilt hangs on the verb."""
    return graph.doc[noun.head].pos_ == "NUM" or noun.lemma in graph.words["amounts"]


def verb_over(graph: Graph, token: Token, path: tuple[int, ...]) -> Predicate | None:
    """The verb of the clause around a word, if it has not been asked for yet."""
    above = (graph.predicates.get(a.i) for a in token.ancestors if a.i not in path)
    return next((p for p in above if p is not None and p.pos == "verb"), None)


def described(graph: Graph, above: Token, verb: Predicate) -> Token | None:
    """The noun to which the infinitive belongs, be it hung on the verb of "becoming the first king to go"."""
    if above.pos_ not in ("VERB", "AUX"):
        return above
    outer = graph.predicates.get(above.i)
    nouns = [h for h in outer.heads("attr") if h < verb.head] if outer is not None else []
    return graph.doc[nouns[-1]] if nouns else None


def unsure_of_aim(graph: Graph, verb: Predicate) -> str:
    """How sure an infinitive is: "gave it a month to pay", "a recall to mend it" is what is owed or meant (Uu); "has
    the right to buy more", "has a month to appeal" is left open (PS)."""
    token, words = graph.doc[verb.head], graph.words
    noun = token.head
    if (
        token.dep_ not in ("acl", "relcl")
        or noun.pos_ != "NOUN"
        or any(c.dep_ == "neg" for c in noun.children)
    ):
        return "PS"
    free = noun.lemma_.lower() in words["names of what may be done"] | words["hopes and talks"]
    return "PS" if free or noun.head.lemma_.lower() in words["verbs of having"] else "Uu"


def counted(graph: Graph, head: int) -> int:
    """ "a round of talks" stands as the talks do: the graph has put them in its place."""
    predicate = graph.predicates.get(head)
    if predicate is None or predicate.lemma not in graph.words["transparent nouns"]:
        return head
    inner = [h for h in predicate.heads("of") if h in graph.predicates]
    return inner[0] if inner and not graph.governors.get(head) else head


def modifiers_of(graph: Graph, predicate: Predicate) -> tuple[int, ...]:
    """The adjectives and nouns before a noun; the adverbs of a verb, and of a noun without those."""
    own = predicate.heads("mod") if predicate.pos == "noun" else ()
    below = graph.doc[predicate.head].children
    return own or tuple(c.i for c in below if c.dep_ == "advmod" and not _opens_phrase(c))


def _opens_phrase(adverb: Token) -> bool:
    """ "Next to the minister" says where, and not when."""
    return any(c.dep_ == "prep" and c.i == adverb.i + 1 for c in adverb.children)


def has_mood(verb: Predicate, moods: tuple[str, ...]) -> bool:
    """Its mood, or that it is a passive that names nobody who does it ("said that ships would be sunk"), or that it is
    told as a fact ("insisted that it had not", but not "that it would not")."""
    if TOLD in moods and verb.mood == "indicative" and verb.modal is None and verb.tense != "future":
        return True
    return verb.mood in moods or (PASSIVE in moods and verb.passive and not verb.has("subject"))


def singling(graph: Graph, verb: Predicate, path: tuple[int, ...]) -> Predicate | None:
    """ "the first to swim it": the verb of the clause in which somebody is singled out by what he did."""
    if verb.mood != "infinitive":
        return None
    noun = described(graph, graph.doc[verb.head].head, verb)
    if noun is None:
        return None
    words = graph.words["singling words"]
    named = noun.lower_ in words or any(c.lower_ in words for c in noun.children)
    return verb_over(graph, noun, path) if named else None
