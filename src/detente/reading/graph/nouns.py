"""A noun of the parse in, a predicate with its own arguments out: possessor, modifiers, prepositions, clauses."""

from __future__ import annotations

from detente.reading.graph.negation import DETERMINES, Words, is_negated
from detente.reading.graph.phrases import named, near_by, prepositional
from detente.reading.graph.types import Argument, Predicate
from detente.reading.shapes import is_pointed_at
from detente.reading.tokens import Token

MODIFYING, JOINED = ("compound", "amod", "nmod", "nounmod"), ("conj", "nmod")
NAMING = ("compound", "nmod")
COMPLEMENTS = ("acl", "relcl", "xcomp", "ccomp", "advcl")  # "plans to go", "some hope for prices to fall"
OF_NOUNS, SUBJECTS = ("acl", "relcl"), ("nsubj", "nsubjpass", "expl")
COMPLETING = frozenset({"dobj", "nsubjpass", "ccomp", "xcomp", "attr", "acomp"})
RELATIVE = ("WDT", "WP", "WP$", "WRB")
BY, OF, IN, ONE = "by", "of", "in", ("NNP", "NN")
CLAUSAL = ("cop", "nsubj", "relcl", "acl", "aux", "appos")
DASHES, AGAINST, ON = "-–", "against", "on"
NEAR = 2  # words from one noun to the other: with nothing but "and" between
LONGEST_SHORT = 4  # letters and marks of a short name that is its own adjective


def noun_predicate(noun: Token, words: Words, *, denial: bool = True) -> Predicate:
    """The noun as a predicate; its lemma takes in compounds only when rules are looked up.

    denial: whether there is one in the sentence.
    """
    if noun.children:
        found = _arguments(noun, words)
    else:
        found = _shared_arguments(noun, words) if noun.dep_ == "conj" else _headline_subjects(noun, words)
    return Predicate(
        head=noun.i,
        lemma=noun.lemma_.lower(),
        pos="noun",
        arguments=tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found),
        negated=denial and bool(noun.children) and _is_denied(noun, words),
    )


def _is_denied(noun: Token, words: Words) -> bool:
    negative = words["negative words"]
    return any(c.lower_ in negative and c.dep_ in DETERMINES for c in noun.children) or is_negated(
        noun, words
    )


def _arguments(noun: Token, words: Words) -> list[Argument]:
    found: list[Argument] = []
    joined = noun.dep_ in JOINED
    for child in noun.children:
        dep = child.dep_
        if dep in MODIFYING:
            found += _modifier(child, words)
        elif dep in ("prep", "agent"):
            found += prepositional(child, words)
        elif dep == "poss":
            found += named("poss", child)
        elif dep == "advmod":
            found += near_by(child, words)
        elif dep in COMPLEMENTS and _is_complement(child, words):
            found += named("clause", child)
        elif dep == "appos":
            found.append(Argument("appos", child.i))
        elif dep == "conj":
            joined = True
    if joined:
        found += _shared_arguments(noun, words)
    found += _headline_subjects(noun, words)
    return found


def _headline_subjects(noun: Token, words: Words) -> list[Argument]:
    """ "Ruritania, Sylvania in talks": a line without a verb, of those who are at it; but "teacher in bomb attack"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != IN:
        return []
    top = noun.head.head
    if top.dep_ != "ROOT" or top.tag_ not in ONE or top.left_edge.i != top.sent.start:
        return []
    if any(c.dep_ == "det" for c in (*top.lefts, *noun.lefts)) or any(
        c.dep_ in CLAUSAL for c in top.children
    ):
        return []
    both = (top, *(c for c in top.rights if c.dep_ == "conj"))
    aimed = any(c.dep_ == "prep" for c in noun.rights) or len(both) > 1
    if noun.lemma_.lower() not in words["attack nouns"] or (top.tag_ == "NNP" and aimed):
        return [Argument("subject", t.i) for t in both]
    return []


def _is_of_named_thing(adjective: Token, name: Token) -> bool:
    """ "A Sylvanian Longbow attack": of Sylvania, whatever a Longbow is."""
    named = name.dep_ in NAMING and name.tag_ == "NNP" and adjective.tag_ == "JJ"
    return named and adjective.nbor().text not in ("-", "–")


def is_opposed(modifier: Token, words: Words) -> bool:
    """ "An anti-Sylvanian rally", "an anti-European Union rally": against Sylvania, or the union."""
    doc, first, prefixes = modifier.doc, modifier.i, words["prefixes of enmity"]
    if doc.labels.said.isdisjoint(prefixes):  # nearly always
        return False
    while first > modifier.left_edge.i and doc[first - 1].text not in DASHES:
        first -= 1
    before = first - 2
    joined = before >= 0 and doc[before + 1].text in DASHES and not doc[before + 1].whitespace_
    return joined and doc[before].lower_ in prefixes


def _is_struck(child: Token, words: Words) -> bool:
    """Whether it is the house in "the embassy attack"."""
    over = child.head
    return (
        over.i > child.i
        and child.lemma_.lower() in words["premises"]
        and over.lemma_.lower() in words["attack nouns"]
    )


def _is_made_elsewhere(child: Token, words: Words) -> bool:
    """ "A Sylvanian-made rocket hit the port": not by Sylvania's hand; but Sylvanian-made cameras are banned as its."""
    return (
        child.lower_ in words["making participles"] and child.head.lemma_.lower() in words["arms that strike"]
    )


def _modifier(child: Token, words: Words) -> list[Argument]:
    kind = "adj" if child.dep_ == "amod" or _is_whose(child) else "compound"
    if is_opposed(child, words):
        return [Argument(AGAINST, child.i)]
    if _is_struck(child, words):
        return [Argument(ON, child.i)]
    found = [Argument("mod", child.i), Argument(kind, child.i)]
    if not child.children and child.dep_ != "conj":  # nearly always
        return found
    for modifier in (c for c in child.conjuncts if c.i > child.i):
        found += (Argument("mod", modifier.i), Argument(kind, modifier.i))
    if child.lower_ in words["brokering participles"] or _is_made_elsewhere(child, words):
        return found
    for inner in child.children:  # "Ruritania-led"
        named = inner.pos_ in ("PROPN", "ADJ") or inner.text.isupper()  # "an IDF drone attack"
        if inner.dep_ in ("compound", "npadvmod", "amod", "nmod") and named:
            found += [Argument("mod", inner.i), *_joined_before(inner)]
            if _is_of_named_thing(inner, child) or _is_where_born(child, words):
                found.append(Argument("adj", inner.i))
    return found


def _joined_before(name: Token) -> list[Argument]:
    """ "Sylvanian-Ruritanian ceasefire talks": the first of the two hangs on the second."""
    joined = (c for c in name.lefts if c.dep_ in (*NAMING, "amod") and c.nbor().text in DASHES)
    return [Argument("mod", c.i) for c in joined]


def _is_whose(child: Token) -> bool:
    """ "The U.S. killing of a general", "the EU expulsion of envoys": short names are their own adjectives."""
    short = child.tag_ == "NNP" and child.text.isupper() and len(child.text) <= LONGEST_SHORT
    return short and any(c.lower_ == OF for c in child.head.rights)


def _is_where_born(child: Token, words: Words) -> bool:
    """ "A Sylvanian-born publisher": of Sylvania before wherever he is; but "Ruritania's Sylvanian-born envoy"."""
    return child.lower_ in words["born"] and not any(c.dep_ == "poss" for c in child.head.children)


def _shared_with_first(noun: Token, words: Words) -> list[Argument]:
    """ "Sylvania's visit and talks", "Sylvanian raids and shootings": whose the first are, the second are.

    "The ouster and arrest of the king": what follows both is said of both.
    """
    if noun.dep_ != "conj" or noun.head.pos_ not in ("NOUN", "PROPN"):
        return []
    found: list[Argument] = []
    for child in noun.head.children:
        if child.dep_ == "poss" and not any(c.dep_ in ("poss", "det") for c in noun.children):
            found += named("poss", child)
    if _is_near(noun) and not any(c.dep_ in ("det", "amod") for c in noun.children):
        found += [Argument("mod", c.i) for c in noun.head.children if c.dep_ == "amod" and c.is_title]
    if not any(c.dep_ == "prep" for c in noun.rights):
        after = (c for c in noun.head.rights if c.i > noun.i and c.dep_ == "prep" and c.lower_ == OF)
        found += [a for of in after for a in prepositional(of, words)]
    return found


def _shared_arguments(noun: Token, words: Words) -> list[Argument]:
    return [*_shared_with_first(noun, words), *_shared_doers(noun, words)]


def _shared_doers(noun: Token, words: Words) -> list[Argument]:
    """ "A raid and gunfight by soldiers": whoever did the second did the first, of whom nothing else is said."""
    joined = any(c.dep_ == "cc" for c in noun.rights)
    above = noun.dep_ == "conj" or (noun.dep_ == "nmod" and joined)  # "an airstrike and ground assault by"
    beside = [c for c in noun.rights if c.dep_ == "conj"] + ([noun.head] if above else [])
    if not beside or any(c.lower_ == BY or _says_whose(c) for c in noun.children):
        return []
    found: list[Argument] = []
    for other in beside:
        for by in (c for c in other.rights if c.lower_ == BY and c.i > max(noun.i, other.i)):
            if other.pos_ == "NOUN":
                found += prepositional(by, words)
    return found


def _says_whose(child: Token) -> bool:
    return child.dep_ == "poss" or (child.dep_ in ("amod", "compound", "nmod") and child.is_title)


def _is_near(noun: Token) -> bool:
    """ "Sylvanian raids and drone strikes": what stands between says only of what sort the second are."""
    sorts = [c for c in noun.lefts if c.dep_ == "compound"]
    between = noun.i - noun.head.i - len(sorts)
    return between <= NEAR and all(c.tag_ == "NN" and not c.is_title for c in sorts)


def _is_complement(clause: Token, words: Words) -> bool:
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    return infinitive or that or (clause.dep_ in OF_NOUNS and _is_content(clause, words))


def _is_content(clause: Token, words: Words) -> bool:
    """ "Claims Sylvania had sent troops": nothing is lacking in the clause, and "that" may be left out."""
    told = clause.head.lemma_.lower() in words["nouns of content"]
    before = [c for c in clause.lefts if c.dep_ in SUBJECTS] if told else []
    return (
        bool(before)
        and not any(t.tag_ in RELATIVE for t in clause.doc[clause.head.i + 1 : clause.i])
        and (
            clause.lemma_ in words["verbs without object"]
            or any(c.dep_ in COMPLETING for c in clause.children)
        )
    )


def is_anothers(noun: Token, verb: str, words: Words) -> bool:
    """ "Turned down an offer to", "regretted the decision to", "was angry at the plan to": somebody else made it.

    Who is asked would do it himself: "turned down an invitation to come"."""
    if verb in words["verbs of turning down"]:
        return noun.lemma_ not in words["nouns of asking"]
    if not is_pointed_at(noun, words):
        return False
    if noun.dep_ == "pobj":
        return noun.head.lower_ in words["prepositions of reactions"]
    return verb in words["verbs of judging papers"]
