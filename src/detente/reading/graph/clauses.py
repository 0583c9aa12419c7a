"""A verb of the parse in, its own arguments and its tense out (nothing shared with other clauses yet)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.reading.graph.called import called_as, called_by_adjective
from detente.reading.graph.marks import adverbial_name, agent_name, is_how_long, ordered
from detente.reading.graph.negation import Words, is_negated
from detente.reading.graph.phrases import named, near_by, objects_of, prepositional, referent
from detente.reading.graph.tenses import is_perfect, is_progressive, modal_of, mood_of, tense_of
from detente.reading.graph.types import Argument, Predicate
from detente.reading.tokens import Token

BEHIND = frozenset({"acl", "amod"})  # of an adjective after its noun
SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OF_PASSIVES = PASSIVE_SUBJECTS | {"auxpass"}
AUXILIARIES = ("aux", "auxpass")
DIRECT = {
    "dobj": "object",
    "dative": "indirect",
    "attr": "attr",
    "oprd": "attr",
    "ccomp": "clause",
    "xcomp": "clause",
}
OF_NO_ARGUMENT = frozenset({"aux", "auxpass", "punct", "mark", "neg", "cc", "conj", "prt"})
OBJECT = "object"
BE = "be"  # "talks, due on Friday, are off": what the noun is called is not what it is
BACK, AS, OF = frozenset({"back", "away"}), "as", "of"


def verb_predicate(verb: Token, words: Words, *, denial: bool = True) -> Predicate:
    """The predicate of a verb (or of an auxiliary that stands alone) with the arguments of its own clause.

    denial: whether there is one in the sentence.
    """
    passive = is_passive(verb)
    auxiliaries = [c for c in verb.children if c.dep_ in AUXILIARIES]
    inverted = _is_inverted(verb, auxiliaries, words)
    modal = None if inverted else modal_of(auxiliaries)
    marks = [c.lower_ for c in verb.children if c.dep_ == "mark"]
    return Predicate(
        head=verb.i,
        lemma=lemma_with_particle(verb),
        pos="verb",
        arguments=tuple(dict.fromkeys(_arguments(verb, words, passive=passive))),
        tense=tense_of(verb, auxiliaries, modal, words),
        mood=mood_of(verb, auxiliaries),
        progressive=is_progressive(verb, auxiliaries),
        perfect=is_perfect(auxiliaries),
        passive=passive,
        modal=modal,
        negated=denial and is_negated(verb, words),
        conditional=inverted or not words["iffy conjunctions"].isdisjoint(marks),
    )


def _is_inverted(verb: Token, auxiliaries: list[Token], words: Words) -> bool:
    """ "should a truce not hold", "had they come": a condition without a conjunction."""
    if verb.dep_ == "ROOT" or not auxiliaries or auxiliaries[0].lower_ not in words["inverting auxiliaries"]:
        return False
    subjects = [c for c in verb.children if c.dep_ in (*SUBJECTS, *PASSIVE_SUBJECTS)]
    asks = any(t.dep_ in ("advmod", "mark") and t.i < auxiliaries[0].i for t in verb.children)
    return bool(subjects) and not asks and auxiliaries[0].i < subjects[0].left_edge.i


def is_passive(verb: Token) -> bool:
    """True for "was postponed" and for a bare past participle that modifies a noun or opens a clause."""
    labels = {c.dep_ for c in verb.children}
    if not labels.isdisjoint(OF_PASSIVES):
        return True
    if verb.tag_ != "VBN" or not labels.isdisjoint(SUBJECTS):
        return False
    if "aux" in labels and is_perfect(verb.children):
        return False
    if verb.dep_ == "conj":
        return is_passive(verb.head) if verb.head.pos_ == "VERB" else True
    return True


def lemma_with_particle(verb: Token) -> str:
    """ "call off" for called ... off, "test-fire" for test-fired."""
    particles = [
        c.lower_ for c in verb.children if c.dep_ == "prt" and c.nbor(-1).text != "-"
    ]  # no "passers-by"
    lemma = verb.lemma_.lower()
    if verb.i >= 2 and verb.nbor(-1).text == "-" and not verb.nbor(-2).whitespace_:
        lemma = f"{verb.nbor(-2).lower_}-{lemma}"
    return " ".join([lemma, *particles])


def _arguments(verb: Token, words: Words, *, passive: bool) -> list[Argument]:
    found: list[Argument] = []
    for child in verb.children:
        dep = child.dep_
        if dep in OF_NO_ARGUMENT:  # most of them
            continue
        if dep == "dobj" and is_how_long(child, words):
            continue
        if dep in SUBJECTS:
            found += _meant("subject", child)
            found += _of_burden(child) if verb.lemma_ != BE else ()
        elif dep in PASSIVE_SUBJECTS:
            found += _meant(_left_behind(verb, words) or "object", child)
        elif dep == "prep" or (dep == "dative" and child.pos_ == "ADP"):
            if passive and child.lower_ == "by":
                found += _agents(child, words)
            else:
                found += prepositional(child, words)
                found += called_as(child, words)
        elif dep == "agent":
            found += _agents(child, words)
        else:
            found += _of_clause(child, verb, words)
    found += _from_antecedent(verb, passive=passive)
    return found


def _meant(name: str, child: Token) -> list[Argument]:
    """ "Ruritania, which arms them, and Graustark met": who is named behind the clause is not meant by "which"."""
    who = referent(child)
    return [a for a in named(name, who) if who is child or a.head < child.i]


def _of_clause(child: Token, verb: Token, words: Words) -> Iterable[Argument]:
    dep = child.dep_
    if dep == "ccomp" and child.pos_ == "ADJ" and _has_subject(child):
        return _of_small_clause(child, words)
    if dep in DIRECT:
        return _direct(child, verb, words)
    if dep == "acomp":
        return _of_adjective(child, words)
    if dep == "advcl":
        return _of_adverbial_clause(child, words)
    return _of_adverb(child, words) if dep == "advmod" else ()


def _agents(by: Token, words: Words) -> list[Argument]:
    return [a for p in objects_of(by) for a in named(agent_name(p, words), p)]


def _direct(child: Token, verb: Token, words: Words) -> list[Argument]:
    """The object or clause, who is ordered by it, what it is called after "as", and "found guilty of treason"."""
    name = DIRECT[child.dep_]
    if name == OBJECT and verb.lemma_ == BE and verb.lower_ in words["prepositions read as verbs"]:
        name = verb.lower_  # "king in Zenda", a headline
    found = named(name, _what_is_meant(child, verb, words))
    if name == "attr":
        found += called_by_adjective(child, "attr", words)
    if (who := ordered(child, verb, words)) is not None:
        found += named("object", who)
    found_to_be = child.dep_ == "oprd" and child.tag_ == "JJ"
    for phrase in child.rights:
        if phrase.dep_ == "prep" and (found_to_be or phrase.lower_ == AS):
            found += prepositional(phrase, words)
    return found


def _left_behind(verb: Token, words: Words) -> str | None:
    """ "The patrol was shot at": the preposition behind a passive that has nothing else to govern."""
    after = (
        c for c in verb.rights if c.dep_ == "prep" and not c.children and c.lower_ in words["aims of fire"]
    )
    return next((c.lower_ for c in after), None)


def _of_adjective(adjective: Token, words: Words) -> Iterator[Argument]:
    """ "is ready to talk", "is critical of the plan", "is willing and ready to go": its complements are the clause's."""
    for child in adjective.children:
        if child.dep_ in ("xcomp", "ccomp"):
            yield from named("clause", child)
        elif child.dep_ == "prep":
            yield from prepositional(child, words)
        elif child.dep_ == "conj" and child.pos_ == "ADJ":
            yield from _of_adjective(child, words)


def _of_burden(noun: Token) -> Iterator[Argument]:
    """ "Planes laden with tents landed": what they bring is part of what the verb tells."""
    for adjective in noun.rights:
        for child in adjective.children if adjective.tag_ == "JJ" and adjective.dep_ in BEHIND else ():
            if child.dep_ == "prep":
                yield from (
                    a for t in objects_of(child) for a in named(f"{adjective.lower_} {child.lower_}", t)
                )


def _what_is_meant(pronoun: Token, verb: Token, words: Words) -> Token:
    """ "It armed rebels, which Kigali denies": all that was told, where the noun before it cannot be denied."""
    if pronoun.tag_ != "WDT" or verb.dep_ != "relcl" or verb.lemma_ not in words["verbs of denial"]:
        return referent(pronoun)
    noun, accusing = verb.head, words["verbs of account"]
    told = noun.lemma_.lower() not in words["anaphoric nouns"] or any(
        a.lemma_ in accusing for a in noun.ancestors
    )  # "accused Kigali of a plot against its policy, which it denies"
    return pronoun if told else referent(pronoun)


def _has_subject(adjective: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in adjective.children)


def _of_small_clause(adjective: Token, words: Words) -> Iterator[Argument]:
    """ "held Sylvania responsible for the leak": who is called so is the object, and the rest belongs to the verb."""
    yield from named("attr", adjective)
    for child in adjective.children:
        if child.dep_ in SUBJECTS:
            yield from named("object", referent(child))
        elif child.dep_ == "prep":
            yield from prepositional(child, words)


def _of_adverbial_clause(clause: Token, words: Words) -> Iterator[Argument]:
    """ "stayed to advise and train": both are what it was for; "should they come" is called as "if they come"."""
    name = adverbial_name(clause)
    if name == "purpose":
        yield from named(name, clause)
        return
    auxiliaries = [c for c in clause.children if c.dep_ in AUXILIARIES]
    called = sorted(words["conjunctions left out"]) if _is_inverted(clause, auxiliaries, words) else [name]
    yield from (Argument(each, clause.i) for each in called)


def _of_adverb(adverb: Token, words: Words) -> Iterator[Argument]:
    """ "far from it", "instead of it": an adverb and the preposition after it are one preposition."""
    yield from near_by(adverb, words)
    for prep in adverb.children:
        if prep.dep_ == "prep" and prep.i == adverb.i + 1:
            names = [f"{adverb.lower_} {prep.lower_}"]
            manner = adverb.lower_.endswith("ly") and prep.lower_ != OF  # "pressed privately for a visit"
            back = adverb.lower_ in BACK  # "deported back to Sylvania", "walked away from it" too
            names += [prep.lower_] if manner or back else []
            yield from (a for t in objects_of(prep) for name in names for a in named(name, t))


def _from_antecedent(verb: Token, *, passive: bool) -> Iterator[Argument]:
    noun = verb.head
    if verb.dep_ == "acl" and any(c.dep_ in SUBJECTS | PASSIVE_SUBJECTS for c in verb.children):
        return  # "worries that growth is slowing"
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        yield Argument("object", noun.i)
    elif verb.dep_ == "acl" and verb.tag_ == "VBG":
        yield Argument("subject", noun.i)
    elif verb.dep_ == "relcl" and not any(referent(c).i == noun.i for c in verb.children):
        if any(c.tag_ == "WRB" for c in verb.children):
            yield Argument("in", noun.i)  # "Sylvania, where he met the king"
            return
        if any(g.tag_ == "WP$" for c in verb.lefts for g in c.lefts):
            return  # "Sylvania, whose army fired": the pronoun is whose that army is, and no object
        has_subject = any(c.dep_ in SUBJECTS | PASSIVE_SUBJECTS for c in verb.children)
        has_object = any(c.dep_ == "dobj" for c in verb.children)
        fronted = (p for c in verb.lefts if c.dep_ == "prep" for p in objects_of(c))  # "a truce under which"
        if has_subject and not has_object and not passive and all(referent(p) is not noun for p in fronted):
            yield Argument("object", noun.i)
