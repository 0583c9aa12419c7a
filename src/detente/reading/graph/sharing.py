"""Arguments that a clause does not say because another one has: control, coordination, participles."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from detente.reading.graph.clauses import SUBJECTS, is_passive
from detente.reading.graph.done_in import punished_for
from detente.reading.graph.invited import with_its_verb
from detente.reading.graph.later import with_later_goal, with_later_object
from detente.reading.graph.nouns import is_anothers
from detente.reading.graph.types import Argument, Predicate, Predicates
from detente.reading.tokens import Doc, Token

Words = Mapping[str, frozenset[str]]
ADVERBIAL = frozenset({"acomp", "advmod", "npadvmod"})  # "a day after spurning it, Sylvania fell silent"
LISTING = frozenset({"including", "like"})
OBJECT_CONTROL, TO = frozenset({"of", "from", "for", "into", "with"}), "to"
BY = "by"
PARTIES = frozenset({"subject", "object", "indirect", "clause", "participle", "attr"})
ADVERBIAL_WITHOUT_SUBJECT = frozenset({"advcl", "pcomp", "xcomp", "ccomp"})


def share_arguments(
    doc: Doc,
    predicates: Predicates,
    moved: Mapping[int, int],
    words: Words,
) -> Predicates:
    """Fill missing subjects and objects, outer clauses first so that they pass on down a chain.

    moved: infinitives that the parse hung on a verb and that belong to a noun ("declined an offer to meet").
    words: of its lists "subject control verbs" (whose subject, and not whose object, does what their infinitive says,
    as with "summoning verbs" before "verbs of complaint"),
    "doings" ("the process of leaving"), "hurting verbs", "giving verbs" ("donate jets and send shells to Sylvania"),
    "verbs without object" ("demonstrated and demanded a truce"), "fates" ("stand trial") and
    "comparing conjunctions" ("than expected") are asked for.
    """
    verbs = sorted(predicates.verbs(), key=lambda p: _depth(doc[p.head]))
    for verb in verbs:
        predicate = _with_coordination(doc[verb.head], predicates)
        predicates[verb.head] = predicate
        predicate = _with_fate(doc[verb.head], predicates, words["fates"])
        predicates[verb.head] = predicate
        predicates[verb.head] = _with_control(doc[verb.head], predicates, moved.get(verb.head), words)
        if verb.lemma in words["hurting verbs"]:
            _give_back_occasion(doc[verb.head], predicates, words["hurting verbs"])
    for verb in reversed(verbs):  # "seized, beat and freed a boy": from the last on
        if verb.lemma not in words["verbs without object"]:
            predicates[verb.head] = with_later_object(doc[verb.head], predicates)
        if verb.lemma in words["giving verbs"]:
            predicates[verb.head] = with_later_goal(doc[verb.head], predicates, words["giving verbs"])
    return predicates


def _depth(token: Token) -> int:
    steps = 0
    while token.head is not token:
        token, steps = token.head, steps + 1
    return steps


def _with_coordination(verb: Token, predicates: Predicates) -> Predicate:
    """A second verb shares subject, tense, modal and a negation that stands before the first."""
    own, first = predicates[verb.i], predicates.get(verb.head.i)
    if verb.dep_ != "conj" or first is None or first.pos != "verb":
        return own
    if own.mood in ("participle", "infinitive") and not _has_auxiliary(verb):
        own = replace(
            own, tense=first.tense, mood=first.mood, modal=first.modal, progressive=first.progressive,
            perfect=first.perfect, negated=own.negated or (first.negated and verb.tag_ == verb.head.tag_),
            passive=own.passive and (first.passive or any(c.dep_ == "auxpass" for c in verb.children)),
        )  # fmt: skip
    own = replace(own, conditional=own.conditional or first.conditional)
    if any(c.dep_ in SUBJECTS or c.dep_ in ("nsubjpass", "csubjpass") for c in verb.children):
        return own
    surface = "object" if first.passive else "subject"
    wanted = "object" if is_passive(verb) else "subject"
    if own.has(wanted):
        return own
    return own.adding(*(Argument(wanted, head) for head in first.heads(surface)))


def _give_back_occasion(verb: Token, predicates: Predicates, hurting: Collection[str]) -> None:
    """ "Two are killed and nine wounded when rebels attack", "in a crash": what is said after both is said of both."""
    first, own = predicates.get(verb.head.i), predicates[verb.i]
    if verb.dep_ != "conj" or first is None or not first.passive or first.lemma not in hurting:
        return
    if all(a.name in PARTIES for a in first.arguments):
        predicates[first.head] = first.adding(*(a for a in own.arguments if a.name not in PARTIES))


def _has_auxiliary(verb: Token) -> bool:
    """ "masts be built" has none of its own, and goes on with the modal before it."""
    return any(c.dep_ in ("aux", "auxpass") and c.tag_ != "VB" for c in verb.children)


def _with_control(verb: Token, predicates: Predicates, noun: int | None, words: Words) -> Predicate:
    """The unsaid subject of an infinitive or participle: the governor's object if it has one, else its subject."""
    own = predicates[verb.i]
    surface = "object" if own.passive else "subject"
    if bare := _of_bare_adjective(verb):
        return own if own.has(surface) else own.adding(*(Argument(surface, head) for head in bare))
    given = own.passive and own.mood == "infinitive" and all(h > verb.i for h in own.heads(surface))
    # but "is to be handed a sentence": he has it from somebody
    lacks = own.mood != "indicative" and (given or not own.has(surface))
    outer = predicates.get(_governing(verb).i if noun is None else noun) if lacks else None
    if outer is None or outer.head == verb.i:
        return own
    if _compares(verb, words["comparing conjunctions"]):
        return own
    if heads := punished_for(verb, outer, predicates, words):
        pass
    elif verb.dep_ == "pcomp" and verb.head.lower_ in LISTING:
        heads = _main_subject(verb, predicates)
    elif verb.dep_ == "pcomp" and verb.head.lower_ == "in" and outer.lemma in words["joining verbs"]:
        heads = outer.heads(
            "subject"
        )  # "joined Sylvania in condemning it": both; "refused to join": not Sylvania
        heads += outer.heads("object") if outer.mood == "indicative" else ()
    elif noun is not None or (_hangs_on_noun(verb, own) and outer.pos == "noun"):
        controllers = _controllers_of_noun(verb.doc[outer.head], outer, predicates, words)
        heads = _for_whom(verb, outer) or _asked(verb.doc, outer, predicates, words) or controllers
    elif verb.dep_ == "xcomp" and not outer.passive and _is_of_subject(own, outer, words):
        heads = outer.heads("subject")
    elif verb.dep_ == "xcomp":
        whom = tuple(h for h in outer.heads("object") if not any(map(str.isdigit, verb.doc[h].text)))
        heads = outer.heads("indirect") or whom or outer.heads("subject")  # "voted 90 to 3 to leave"
    elif verb.dep_ == "pcomp" and _is_of_object(verb, outer, words) and outer.heads("object"):
        heads = outer.heads("object")
    elif verb.dep_ in ADVERBIAL_WITHOUT_SUBJECT and outer.pos == "verb":
        heads = _of_main_clause(verb, own, predicates, words)
    else:
        return own
    found = tuple(Argument(surface, head) for head in heads)
    return own.adding(*found) if not given else replace(own, arguments=(*found, *own.arguments))


def _of_bare_adjective(verb: Token) -> tuple[int, ...]:
    """ "Ruritania ready to send aid": in a headline "is" is left out."""
    if verb.dep_ != "xcomp" or verb.head.pos_ != "ADJ":
        return ()
    return tuple(c.i for c in verb.head.lefts if c.dep_ in SUBJECTS)


def _of_main_clause(verb: Token, own: Predicate, predicates: Predicates, words: Words) -> tuple[int, ...]:
    """Whom the clause above is about.

    "A convoy was attacked by rebels, killing nine": the rebels killed them. "Police beat students protesting": the
    students do. "Says that Sylvania fired first, accusing Sylvania of lies": who says so.
    """
    doc, outer = verb.doc, predicates[_governing(verb).i]
    if not outer.passive:
        crowd = _crowd_before(verb, outer, words) if own.mood == "participle" else ()
        return crowd or _teller(own, outer, predicates, doc) or outer.heads("subject")
    by_agent = own.mood == "participle" and own.lemma in words["hurting verbs"] and outer.has("subject")
    aside = by_agent and any(
        a.dep_ == "relcl" for a in verb.ancestors
    )  # "hit a boat run by it, killing nine"
    return outer.heads("subject") if by_agent and not aside else outer.heads("object")


def _crowd_before(verb: Token, outer: Predicate, words: Words) -> tuple[int, ...]:
    """The people right before a participle that says what crowds do."""
    if verb.lemma_.lower() not in words["crowd verbs"]:
        return ()
    met = [h for h in outer.heads("object", "at", "on", "against") if outer.head < h < verb.i]
    return tuple(h for h in met if verb.doc[h].lemma_.lower() in words["people of a crowd"])[-1:]


def _teller(own: Predicate, outer: Predicate, predicates: Predicates, doc: Doc) -> tuple[int, ...]:
    """Who says it, where the one who would do it in the clause above does it to himself."""
    names = {doc[h].lower_ for h in outer.heads("subject")}
    clause, above = doc[outer.head], predicates.get(doc[outer.head].head.i)
    if clause.dep_ != "ccomp" or above is None or own.mood != "participle":
        return ()
    return above.heads("subject") if any(doc[h].lower_ in names for h in own.heads("object")) else ()


def _is_of_object(verb: Token, outer: Predicate, words: Words) -> bool:
    """ "Accused Sylvania of attacking", "kept them from leaving", "commits both to exchanging envoys"."""
    preposition = verb.head.lower_
    if preposition == BY:  # "accused Sylvania of a crime by shelling homes"
        return outer.lemma in words["accusing verbs"]
    return preposition in OBJECT_CONTROL or (
        preposition == TO and outer.lemma in words["verbs of binding to"]
    )


def _compares(verb: Token, conjunctions: Collection[str]) -> bool:
    """ "Grew faster than expected", "went ahead as planned": nobody says that what grew is still to come."""
    bare = verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return bare and any(c.dep_ in ("mark", "prep") and c.lower_ in conjunctions for c in verb.lefts)


def _is_of_subject(own: Predicate, outer: Predicate, words: Words) -> bool:
    """ "Used rockets to hit the port", "summoned the envoy to protest"."""
    summons = outer.lemma in words["summoning verbs"] and own.lemma in words["verbs of complaint"]
    return summons or outer.lemma in words["subject control verbs"]


def _with_fate(verb: Token, predicates: Predicates, fates: Collection[str]) -> Predicate:
    """ "Flew a suspect home to stand trial": who is taken stands trial, and not who takes him."""
    own, outer = predicates[verb.i], predicates.get(verb.head.i)
    aim = verb.dep_ in ("advcl", "xcomp") and own.mood == "infinitive" and not own.has("subject")
    if not aim or outer is None or outer.pos != "verb":
        return own
    if not any(f"{own.lemma} {verb.doc[h].lemma_.lower()}" in fates for h in own.heads("object")):
        return own
    return own.adding(*(Argument("subject", h) for h in outer.heads("object")))


def _hangs_on_noun(verb: Token, own: Predicate) -> bool:
    """Infinitives are read as relative clauses too: "the first state to recognise it"."""
    return verb.dep_ in ("acl", "pcomp") or (verb.dep_ == "relcl" and own.mood == "infinitive")


def _for_whom(verb: Token, noun: Predicate) -> tuple[int, ...]:
    """ "Plans for the king to visit Strelsau": he who stands right before the infinitive does it."""
    return tuple(h for h in noun.heads("for") if verb.doc[h].right_edge.i + 1 == verb.left_edge.i)


def _asked(doc: Doc, noun: Predicate, predicates: Predicates, words: Words) -> tuple[int, ...]:
    """ "An invitation to Sylvania to come", "an appeal to the rebels to leave": who is asked does it."""
    if noun.lemma not in words["nouns of asking"]:
        return ()
    return next((p.heads(TO) for p in with_its_verb(doc, noun, predicates) if p.heads(TO)), ())


def _controllers_of_noun(
    noun: Token, outer: Predicate, predicates: Predicates, words: Words
) -> tuple[int, ...]:
    """Whose offer, plan or decision it is: said in the noun phrase, else the subject of the verb that has it."""
    not_of = {"of": words["doings"], "from": words["leave that is given"]}  # "the process of leaving"
    if outer.lemma in words["names of the verge"]:  # "on the brink of leaving"
        not_of["of"] = words["names of the verge"]
    for name in ("poss", "from", "by", "of"):
        if outer.heads(name) and outer.lemma not in not_of.get(name, ()):
            return outer.heads(name)
    copula = predicates.get(noun.head.i)
    if noun.dep_ == "attr" and copula is not None and copula.has("subject"):
        pointed = all(noun.doc[h].tag_ == "PRP" for h in copula.heads("subject"))
        if pointed and any(c.dep_ == "relcl" and _is_passive(c) for c in noun.rights):
            return (noun.i,)  # "he is the third Sylvanian to be held": the noun says more of him
        return copula.heads("subject")  # "he became the first African leader to visit it"
    named = tuple(h for h in outer.heads("mod") if noun.doc[h].text[:1].isupper())
    if noun.dep_ == "ROOT" and not any(c.dep_ == "det" for c in noun.lefts):
        told = next((c.i for c in noun.rights if c.dep_ in ("relcl", "acl")), len(noun.doc))
        others = (c.i for c in noun.rights if c.dep_ == "conj" and c.i < told)
        return (noun.i, *others, *named)  # a headline's "Sylvanian envoy to visit Strelsau"
    if named:
        return named
    above = noun.head.head if noun.dep_ == "pobj" else noun.head  # "sent ships in order to attack"
    verb = predicates.get(above.i)
    if (
        verb is not None
        and verb.pos == "verb"
        and noun.dep_ in ("dobj", "attr", "pobj")
        and verb.has("subject")
        and not is_anothers(noun, verb.lemma, words)
    ):
        return verb.heads("subject")
    return ()


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.lefts)


def _main_subject(verb: Token, predicates: Predicates) -> tuple[int, ...]:
    """The subject of the nearest finite verb above: "announced measures including closing the border"."""
    for above in verb.ancestors:
        outer = predicates.get(above.i)
        if outer is not None and outer.pos == "verb" and outer.mood == "indicative":
            return outer.heads("subject")
    return ()


def _governing(verb: Token) -> Token:
    outer = verb.head
    while (outer.pos_ in ("ADP", "SCONJ") or outer.dep_ in ADVERBIAL) and outer.head.i != outer.i:
        outer = outer.head
    return outer
