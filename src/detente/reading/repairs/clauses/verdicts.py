"""A parsed text in, the same with what somebody or something is said to be given to the verb that says so out.

"Finds Karim Horn, a former minister, guilty of treason", "found the envoy Anna Kovar guilty of spying": the parser hangs
what they are found to be on their name, or on who they are said to be. "Calls reports that it shelled a school false": it
did not shell it false. "Dismissed as absurd claims that it had armed them": not as claims, but the claims. "Rebels hold
three nurses captive": nobody captives.
"""

from __future__ import annotations

from collections.abc import Set

from detente.reading.tokens import Doc, Token

OBJECT, CALLED, COMMA = "dobj", "oprd", ","
HUNG = ("amod", "acl", "appos", "advcl")
DESCRIBING = ("appos", "pobj", "prep", "conj", "relcl", "poss")
AS, BEHIND, ADJECTIVE, ADVERB = "as", "pobj", "ADJ", "RB"
QUOTED, QUOTES, OWNER = "nmod", ('"', "”", "''"), "poss"
SUBJECT, CLAUSES = "nsubj", ("ccomp", "xcomp")
SORTS, SORTED, NOUN, NAME, PRESENT = ("nmod", "compound"), "amod", "NOUN", "NNP", "VBZ"
PARTICLE, ADVERBIAL = "prt", "advmod"
THAT, SAID, TOLD = "that", (CALLED, "acomp"), ("acl", "relcl", "ccomp")


def repair_verdicts(doc: Doc, verdicts: Set[str], finding: Set[str]) -> Doc:
    """The same document. verdicts: what one is found to be ("guilty"); finding: the verbs ("find", "call")."""
    for word in doc.having(lower_=verdicts):
        if word.dep_ in HUNG and word.i > word.head.i:
            verb = _verb_over(word)
        elif word.dep_ in SAID:
            verb = _verb_over_clause(word.head)
        elif word.dep_ == "amod" and any(c.dep_ in TOLD for c in word.head.rights):
            verb = word.nbor(-1) if word.i and word.nbor(-1) is word.head.head else None
        else:
            continue
        if verb is not None and verb.lemma_ in finding:
            word.hang(verb, CALLED)
    return doc


def repair_judged(doc: Doc, judging: Set[str]) -> Doc:
    """The same document. judging: verbs with which something is called so ("dismiss as false")."""
    for word in doc.having(lower_=(AS,)):
        above = _verb_over_clause(word.head)
        if above is not None and above.lemma_ in judging and _is_one_word(word):
            word.hang(above, word.dep_)
            continue
        _lift(word, judging)
        if word.i and word.head.lemma_ in judging and _is_right_behind(word, word.head):
            _part_judged(word, word.head)
    return doc


def repair_held(doc: Doc, captives: Set[str], keeping: Set[str]) -> Doc:
    """The same document. captives: what one is held as ("hostage"); keeping: the verbs ("hold")."""
    for word in doc.having(lower_=captives):
        verb = _verb_over(word) if word.dep_ in HUNG else word.head
        if verb is None or verb.lemma_ not in keeping:
            continue
        if word.dep_ in CLAUSES:
            _hold(word, verb)
        elif word.dep_ in HUNG:
            word.hang(verb, CALLED)
    return doc


def _verb_over(word: Token) -> Token | None:
    """The verb whose object it stands behind, alone or after a comma."""
    noun, closed = word.head, word.nbor(-1).text == COMMA
    while closed and noun.dep_ in DESCRIBING and noun.head.i < noun.i:
        noun = noun.head
    return noun.head if noun.dep_ == OBJECT and noun.head.i < noun.i else None


def _verb_over_clause(told: Token) -> Token | None:
    """The verb whose object is a noun ("reports") with a clause that tells what it says."""
    noun = told.head if told.dep_ in TOLD else told
    return noun.head if noun is not told and noun.dep_ == OBJECT and noun.i < told.i else None


def _is_one_word(word: Token) -> bool:
    """ "As false": an adjective alone, behind which the clause ends."""
    behind = list(word.rights)
    return len(behind) == 1 and behind[0].pos_ == ADJECTIVE and not behind[0].children


def _is_right_behind(word: Token, verb: Token) -> bool:
    """ "Dismissed as", "brushed off as"."""
    before = word.nbor(-1)
    return before is verb or (before.dep_ == PARTICLE and before.head is verb and before.nbor(-1) is verb)


def _lift(word: Token, judging: Set[str]) -> None:
    """ "Dismissed as false a report": taken for an adverb of the dismissing."""
    said = word.head
    if (
        said.dep_ == ADVERBIAL
        and said.pos_ == ADJECTIVE
        and said.i == word.i + 1
        and said.head.lemma_ in judging
    ):
        word.hang(said.head, "prep")
        said.hang(word, BEHIND)


def _part_judged(word: Token, verb: Token) -> None:
    """ "As absurd claims": the adjective right behind "as" is what the noun is called, where nothing else is called so."""
    behind = [c for c in word.rights if c.dep_ == BEHIND]
    if not behind or any(c.dep_ in (OBJECT, "auxpass", "nsubjpass") for c in verb.children):
        return
    noun = behind[-1]
    if noun.pos_ == ADJECTIVE and noun.i == word.i + 1 and not noun.children:
        return  # "was dismissed as absurd"
    called = behind[0] if len(behind) > 1 else _called(noun, word)  # "as baseless a report that"
    if called is None:
        _part_said(noun, verb)
        return
    called.hang(word, BEHIND)
    noun.hang(verb, OBJECT)
    for clause in [c for c in verb.rights if c.dep_ in CLAUSES]:
        if clause.left_edge.i == noun.right_edge.i + 1 and clause.left_edge.lower_ == THAT:
            clause.hang(noun, TOLD[0])


def _called(noun: Token, word: Token) -> Token | None:
    """What the noun is called: "as absurd claims", "as absurd Sylvania's claims", 'as "pure invention" claims', "as
    fantasy Sylvanian claims": no adjective follows a noun that only says of what sort another is."""
    for child in noun.lefts:
        quoted = child.dep_ == QUOTED and child.nbor(1).text in QUOTES
        sorted_out = child.dep_ in SORTS and child.pos_ == NOUN and child.nbor(1).dep_ == SORTED
        if (quoted or (sorted_out and child.nbor(1).head is noun)) and child.left_edge.i <= word.i + 2:
            return child
    behind = word.nbor(1)  # "as nonsense claims that it did": who calls a thing nonsense names the thing
    if behind.dep_ in SORTS and behind.head in (noun, noun.nbor(-1)) and _is_followed(noun):
        return behind
    first = next((t for t in noun.doc[word.i + 1 : noun.i] if t.tag_ != ADVERB), noun)
    above = first.head.head if first.head.dep_ == OWNER else first.head
    return first if first.pos_ == ADJECTIVE and above in (noun, word) else None


def _is_followed(noun: Token) -> bool:
    """Whether "that" opens what it says right behind it."""
    end = noun.i + 1
    return end < len(noun.doc) and noun.doc[end].lower_ == THAT and noun.doc[end].dep_ == "mark"


def _part_said(called: Token, verb: Token) -> None:
    """ "As blackmail US claims that it armed them": the parser reads that the US claims it."""
    said = next((c for c in verb.rights if c.dep_ in (CLAUSES[0], "conj") and c.i > called.i), None)
    if said is not None and any(c.dep_ == "cc" and c.i < said.i for c in verb.rights):
        return
    if said is None or said.tag_ != PRESENT or any(c.dep_ in (OBJECT, "aux", "mark") for c in said.children):
        return
    who = next((c for c in said.lefts if c.dep_ == SUBJECT), None)
    told = next((c for c in said.rights if c.dep_ == CLAUSES[0] and c.left_edge.lower_ == THAT), None)
    if who is None or told is None or who.i + 1 != said.i or who.tag_ != NAME:
        return
    said.tag_, said.pos_ = "NNS", NOUN
    said.hang(verb, OBJECT)
    who.hang(said, SORTS[1])
    told.hang(said, TOLD[0])


def _hold(word: Token, verb: Token) -> None:
    """Who is held is the object of the verb, and the word what he is held as."""
    held = next((c for c in word.lefts if c.dep_ == SUBJECT), None)
    if held is None or held.right_edge.i + 1 != word.i:
        return
    held.hang(verb, OBJECT)
    for child in [c for c in word.rights if c is not held]:
        child.hang(verb, child.dep_)
    word.tag_, word.pos_ = "NN", "NOUN"
    word.hang(verb, CALLED)
