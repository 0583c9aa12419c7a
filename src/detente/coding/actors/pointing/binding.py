"""A pronoun in, whom the clause that it stands in keeps it from meaning, or makes it mean, out.

"Ruritania called it an aggressor" is about another than Ruritania; in "condemned Sylvania for its attack" the attack
is Sylvania's, since a reason given for an act lies with whom the act is aimed at.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

TOLD_IN = ("ccomp", "advcl", "pcomp")  # clauses
OBJECTS = ("dobj", "dative", "obj", "iobj")
OBJECT_FORMS = ("him", "her", "them")
FINITE = ("MD", "VBZ", "VBP", "VBD")  # "it does not accept it" has its own subject
AT_WHOM = ("on", "at", "against", "upon")
WITH_WHOM = (*AT_WHOM, "with", "to")
BY_WHAT = (*AT_WHOM, "under", "beneath", "near", "beside", "outside", "into")
ONE, OWN, THEIR = "it", "own", "their"
PART = "of"  # "several of them"
WITHIN = (
    "xcomp",
    "advcl",
    "conj",
    "acl",
    "pcomp",
)  # fmt: skip; a clause without a subject shares that of the one around
TO_WHAT, OPENS_ANSWER = ("to", "for"), ("in", "as")
AFTER = ("after", "because", "since")
BY_WHOM = ("by", "of", "from")
REFLEXIVE = "sel"  # himself, itself, themselves


def barred(token: Token) -> frozenset[int]:
    """The subjects of its own clause, for what is the object there."""
    if token.dep_ == "poss" or REFLEXIVE in token.lower_:
        return frozenset()
    verb = _verb_over(token)
    return frozenset(_subjects(verb)) if verb is not None else frozenset(_spoken_of(token))


def fellow_arguments(token: Token) -> Iterator[int]:
    """Who else is told of by the verb of a pronoun: in "they were attacked by the guards" these are not the guards."""
    argues = token.dep_ in (*SUBJECTS, *OBJECTS) and token.head.pos_ == "VERB"
    if not argues or REFLEXIVE in token.lower_:
        return
    for child in token.head.children:
        if child.i == token.i:
            continue
        if child.dep_ in (*SUBJECTS, *OBJECTS):
            yield child.i
        elif child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ in AT_WHOM):
            yield from (c.i for c in child.children if c.dep_ == "pobj")


def kept_from(token: Token, words: Mapping[str, frozenset[str]]) -> frozenset[int]:
    """Whom a pronoun cannot mean where it stands."""
    if token.dep_ != "poss":
        return barred(token)
    storming = assailants(token, words["assailing"], words["assailed"])
    held = seizers(token, words["seizing"], words["seized"])
    return captors(token, words["freeing"]) | storming | held | atoned_to(token, words)


def atoned_to(token: Token, words: Mapping[str, frozenset[str]]) -> frozenset[int]:
    """ "The minister apologised to Sylvania for its raid": not Sylvania's."""
    reason = token.head.head
    if token.dep_ != "poss" or token.head.dep_ != "pobj" or reason.lower_ not in words["reason"]:
        return frozenset()
    verb = next((t for t in reason.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or words["atoning"].isdisjoint(_said_by(verb)):
        return frozenset()
    return frozenset(t.i for t in aimed_at(verb, words["aim"]) if verb.i < t.i < reason.i)


def captors(token: Token, freeing: Collection[str]) -> frozenset[int]:
    """ "Pirates seized a crew. Ruritania pleads for their release": those who act are not those to be let go."""
    if token.dep_ != "poss" or token.head.lemma_.lower() not in freeing:
        return frozenset()
    start = token.sent.start
    before = token.doc[start - 1].sent.start if start else start
    acting = (t for t in token.doc[before : token.i] if t.dep_ == "nsubj" and t.head.pos_ == "VERB")
    return frozenset(t.i for t in acting if any(c.dep_ in OBJECTS for c in t.head.children))


def assailants(token: Token, assailing: Collection[str], assailed: Collection[str]) -> frozenset[int]:
    """ "Were killed when rebels overran their base": those who storm a post do not storm their own."""
    if token.dep_ != "poss" or token.head.lemma_.lower() not in assailed:
        return frozenset()
    noun = token.head
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in BY_WHAT else noun.head
    struck = noun.dep_ in OBJECTS or verb is not noun.head
    if not struck or verb.lemma_.lower() not in assailing:
        return frozenset()
    return frozenset(_subjects(verb))


def seizers(token: Token, seizing: Collection[str], seized: Collection[str]) -> frozenset[int]:
    """ "Graustark says that Ruritania detained its sailors", "expels an envoy after Ruritania threw out its own",
    "protests against Ruritania's arrest of its sailors": those of who tells of it or answers, and not of who did it."""
    noun, some = token.head, _some_of(token.head)
    verb = some.head
    if token.dep_ != "poss" or noun.lemma_.lower() not in seized:
        return frozenset()
    if some.dep_ == "pobj" and verb.lower_ == PART and verb.head.lemma_.lower() in seizing:
        return frozenset(c.i for c in verb.head.lefts if c.dep_ == "poss")
    if some.dep_ not in OBJECTS:
        return frozenset()
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    told = verb.dep_ in TOLD_IN and any(c.dep_ == "nsubj" for c in above.lefts)
    return frozenset(_subjects(verb)) if told and verb.lemma_.lower() in seizing else frozenset()


def takers(token: Token, words: Mapping[str, frozenset[str]]) -> Iterator[int]:
    """ "The fishermen had no papers, and the navy seized two of their trawlers": nobody takes what is his already."""
    noun, some = token.head, _some_of(token.head)
    own = any(c.lower_ == OWN for c in noun.lefts)
    took = some.dep_ in OBJECTS and some.head.lemma_.lower() in words["taking_off"]
    if token.lower_ == THEIR and took and not own and noun.lemma_.lower() in words["seized"]:
        yield from _subjects(some.head)


def _some_of(noun: Token) -> Token:
    """ "Four of its sailors", "its sailors"."""
    return noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun


def is_of_vehicle(token: Token, aboard: Collection[str], vehicles: Collection[str]) -> bool:
    """ "Derailed a train and held its passengers": those of the train."""
    if token.dep_ != "poss" or token.head.lemma_.lower() not in aboard:
        return False
    return any(t.lemma_.lower() in vehicles for t in token.doc[token.sent.start : token.i])


def _spoken_of(token: Token) -> Iterator[int]:
    """ "Two soldiers whom they had held": whom a relative clause is about, for who acts in it."""
    verb = token.head
    objects = [c for c in verb.children if c.dep_ in OBJECTS]
    whom = any(c.tag_ in ("WP", "WDT") for c in objects) or not objects
    elsewhere = any(
        t.tag_ in ("WRB", "WDT", "WP") for t in verb.subtree if t.i < token.i and t not in objects
    )
    if token.dep_ == "nsubj" and verb.dep_ == "relcl" and whom and not elsewhere:
        yield verb.head.i


def _verb_over(token: Token) -> Token | None:
    """The verb whose object a pronoun is ("shot several of them" too), or whose small clause it is the subject of."""
    if token.dep_ in OBJECTS:
        return token.head
    if token.dep_ == "pobj" and token.head.lower_ == PART and token.head.head.dep_ in OBJECTS:
        return token.head.head.head
    if token.dep_ == "pobj" and token.head.lower_ in AT_WHOM and token.head.head.pos_ == "VERB":
        return token.head.head  # "opened up on them"
    if token.dep_ == "pobj" and token.head.lower_ in WITH_WHOM and token.head.head.dep_ in OBJECTS:
        return token.head.head.head  # "held talks with it", "imposed sanctions on them"
    if token.dep_ == "pobj" and token.lower_ == ONE and token.head.lower_ in WITH_WHOM:
        return token.head.head  # "signed a pact with it"; but who flees takes his own "with them"
    object_form = token.lower_ in OBJECT_FORMS or _is_bare(token.head)  # "to help it patrol the strait"
    small = token.head.pos_ not in ("VERB", "AUX") or (object_form and token.head.dep_ == "ccomp")
    if token.dep_ in SUBJECTS and small and token.head.dep_ != "ROOT":
        return token.head.head  # "called him a liar", "declared him persona non grata"
    return None


def _is_bare(verb: Token) -> bool:
    return verb.tag_ == "VB" and not any(c.dep_ == "aux" and c.tag_ in FINITE for c in verb.lefts)


def _subjects(verb: Token) -> Iterator[int]:
    """Who does what the verb says, in its own clause or the one that shares its subject with it."""
    seen = verb
    while True:
        own = [c for c in seen.children if c.dep_ in SUBJECTS]
        for subject in own:
            yield subject.i
            yield from (t.i for t in subject.conjuncts)
        if seen.dep_ == "relcl" and any(c.tag_ in ("WP", "WDT") for c in own):
            yield seen.head.i  # "the premier, who called him a liar": "him" is not the premier
        if own or seen.dep_ not in WITHIN or seen.head.i == seen.i:
            return
        seen = seen.head


def answered(preposition: Token, answers: Collection[str]) -> Token | None:
    """ "In response to its raid", "as a penalty for it": the preposition that hangs on the act which answers."""
    noun = preposition.head
    if preposition.lower_ not in TO_WHAT or noun.lemma_.lower() not in answers or noun.dep_ != "pobj":
        return None
    return noun.head if noun.head.lower_ in OPENS_ANSWER else None


def blamed(token: Token, actors: Container[int], words: Mapping[str, frozenset[str]]) -> int | None:
    """Of a possessor within the reason of an act ("for its raid"), the actor whom the act is aimed at.

    Who apologises for its raid made it himself; who demands something from another for its raid means the other's.
    """
    preposition = token.head.head
    if token.dep_ != "poss" or token.head.dep_ != "pobj":
        return None
    outer = answered(preposition, words["answer"])
    if outer is None and preposition.lower_ not in words["reason"]:
        return None
    preposition = outer or preposition
    verb = next((t for t in preposition.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return None
    asked = verb.lemma_.lower() in words["demanding"]
    if not asked and not words["atoning"].isdisjoint(_said_by(verb)):
        return None
    aims = words["aim"] | words["source"] if asked else words["aim"]
    aimed = [t.i for t in aimed_at(verb, aims) if verb.i < t.i < preposition.i and t.i in actors]
    return aimed[-1] if aimed else None


def _said_by(verb: Token) -> set[str]:
    """The verb and its objects: "offered an apology"."""
    return {verb.lemma_.lower(), *(c.lemma_.lower() for c in verb.children if c.dep_ in OBJECTS)}


def aimed_at(verb: Token, aims: Collection[str]) -> Iterator[Token]:
    """Objects, and what stands after a preposition of aim, of the verb or of its objects."""
    objects = [c for c in verb.children if c.dep_ in OBJECTS]
    yield from objects
    called = (c for c in verb.children if c.dep_ == "ccomp" and c.pos_ == "NOUN")  # "declares it a threat"
    yield from (c for noun in called for c in noun.lefts if c.dep_ == "nsubj")
    for over in (verb, *objects):
        for preposition in (c for c in over.children if c.dep_ in ("prep", "dative") and c.lower_ in aims):
            yield from (c for c in preposition.children if c.dep_ == "pobj")


def punished(
    token: Token, actors: Container[int], punishing: Collection[str], aims: Collection[str]
) -> int | None:
    """Of "it" in "bans the group after it attacked a town", the actor whom the act was aimed at."""
    aimed = [t.i for t in _punished(token, punishing, aims) if t.i in actors]
    return aimed[-1] if aimed else None


def is_of_nobody_punished(
    token: Token, actors: Container[int], punishing: Collection[str], aims: Collection[str]
) -> bool:
    """Whether whom the act was aimed at is nobody known: "bans the app after it refused to tell"."""
    aimed = _punished(token, punishing, aims)
    return bool(aimed) and all(t.i not in actors for t in aimed)


def _punished(token: Token, punishing: Collection[str], aims: Collection[str]) -> list[Token]:
    clause = token.head
    verb = clause.head
    active = token.dep_ == "nsubj" and clause.dep_ == "advcl" and clause.pos_ == "VERB"
    after = active and any(c.dep_ == "mark" and c.lower_ in AFTER for c in clause.lefts)
    if not after or verb.lemma_.lower() not in punishing:
        return []
    return [t for t in aimed_at(verb, aims) if verb.i < t.i < clause.left_edge.i]


def joined(token: Token, actors: Container[int]) -> int | None:
    """Of "his" in "the premier and his aides", "Rassendyll's claims and his threats", the one named just before."""
    if token.dep_ != "poss":
        return None
    noun = token.head
    while noun.dep_ == "poss":
        noun = noun.head
    first = noun.head
    if noun.dep_ != "conj" or first.i > token.i:
        return None
    owners = (c.i for c in first.children if c.dep_ == "poss" and c.i in actors)
    return first.i if first.i in actors else next(owners, None)


def is_expletive(token: Token, appearing: Collection[str]) -> bool:
    """ "it is clear that", "it was not known whether"; but "it is to buy drones". appearing: verbs that say no more than
    how it looks."""
    head = token.head
    if _is_to_do_something(head):
        return False
    return (
        token.dep_ in SUBJECTS
        and any(
            c.dep_ in ("ccomp", "csubj", "advcl", "csubjpass", "xcomp")
            and (head.lemma_ == "be" or c.dep_ != "xcomp")
            for c in head.children
        )
        and (head.lemma_ in appearing or token.dep_ == "nsubjpass")
    )


def _is_to_do_something(verb: Token) -> bool:
    """ "It was to hold drills": a plan of somebody; not "it is right to", nor "it is to be hoped that"."""
    following = [c for c in verb.rights if c.dep_ in ("acomp", "attr", "oprd", "xcomp", "prep", "advmod")]
    goal = following[0] if verb.lemma_ == "be" and following else verb
    marks = [c.dep_ for c in goal.lefts]
    return goal.dep_ == "xcomp" and "aux" in marks and "auxpass" not in marks
