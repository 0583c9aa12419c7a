"""A parsed text in, participles put where they belong.

"Soldiers fired while trying to clear the square, killing nine": what came of it hangs on the firing, and not on the
trying. "Announces impending duties": the parser reads a clause of what only describes a noun.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import ANY_SUBJECTS, NOUNS, SUBJECTS, TENSED
from detente.reading.tokens import Doc, Token

CLAUSES = ("ccomp", "xcomp")
LOOSE = ("advcl", "acl", "xcomp")
BOTH = "both"
SEVERAL = ("both", "them", "all", "each", "this", "that")
BETWEEN = ("dobj", "pobj", "appos", "prep", "conj", "nsubjpass")
HAVING, WHILE = "having", "while"
FINITE, INNER = ("VBD", "VBP", "VBZ", "MD"), ("acl", "xcomp", "relcl")
BESIDE, MISREAD = "advcl", ("advcl", "ccomp")


def repair_participles(
    doc: Doc,
    describing: Collection[str],
    resulting: Collection[str],
    hurting: Collection[str],
    leading: Collection[str],
    judging: Collection[str],
    acts: Collection[str],
) -> Doc:
    """The same document. describing: participles that are only adjectives ("impending"); resulting: lemmas of verbs
    that say what came of it ("prompting protests"); hurting: those that say who was hurt; leading: other verbs of
    of what a deed leads to ("forcing thousands to flee"); judging: those by which who
    tells of something says what he thinks of it ("scolding both"); acts: those of acts of speech."""
    for token in doc.having(tag_=("VBG",)):
        if token.tag_ != "VBG":
            continue
        if token.dep_ in CLAUSES and token.lower_ in describing:
            _read_adjective(token)
        elif token.dep_ in LOOSE and _read_both(token):
            if token.lemma_.lower() in (*resulting, *hurting, *leading):
                _hang_on_content(token)
            _free(token, hurts=token.lemma_ in hurting)
            if token.lemma_.lower() in resulting:
                _raise_result(token)
            if token.lemma_ in judging:
                _raise_judgement(token, acts)
            if token.lemma_ in hurting and not _give_past_victims(token):
                _give_to_cause(token)
    return doc


def _read_adjective(token: Token) -> None:
    """ "Announces impending duties on steel": the noun is announced."""
    noun = next((c for c in token.rights if c.dep_ in ("dobj", "nsubj")), None)
    if noun is None or any(c.dep_ in ANY_SUBJECTS for c in token.lefts):
        return
    verb = token.head
    noun.hang(verb, "dobj")
    for child in list(token.children):
        child.hang(noun if child.i > noun.i else verb, child.dep_)
    token.pos_ = "ADJ"
    token.tag_ = "JJ"
    token.hang(noun, "amod")


def _read_both(token: Token) -> bool:
    """ "Scolding both for the delay": whom, and no word that goes with "and"."""
    both = token.nbor() if token.i + 1 < len(token.doc) else token
    if both.lower_ == BOTH and both.dep_ in ("preconj", "det", "advmod") and both.head.dep_ == "prep":
        both.hang(token, "dobj")
        both.pos_ = "PRON"
    return _is_set_off(token)


def _is_set_off(token: Token) -> bool:
    """Whether a comma stands before a participle that has an object and no subject of its own."""
    before = token.left_edge.i - 1
    return (
        before > token.sent.start
        and token.doc[before].text == ","
        and any(c.dep_ == "dobj" for c in token.rights)
        and not any(c.dep_ in (*ANY_SUBJECTS, "mark") for c in token.lefts)
    )


def _free(token: Token, *, hurts: bool) -> None:
    """Hang it on the verb of the clause around the purpose or noun that it was hung on."""
    above = token.head
    if token.dep_ == "acl":
        above = _verb_over(above)
        named = any(c.dep_ == "dobj" and c.pos_ == "PRON" for c in token.rights)
        if not named and not hurts:  # "accusing him": not his own doing; "raided a house, killing two"
            return
    elif not hurts and _is_asked(above):
        above = _verb_over(above.head) if above.dep_ == "acl" else above.head
    elif not _is_aside(above):
        return
    else:
        while _is_aside(above):
            above = above.head
    if above.pos_ == "VERB" and above.i < token.i and above.sent.start == token.sent.start:
        token.hang(above, "advcl")


def _hang_on_content(token: Token) -> None:
    """ "Rebels shelled the port, the mayor said, killing nine": the shelling did, and not the mayor."""
    said = token.head
    if said.dep_ == "parataxis" and said.head.i < said.i:
        content = said.head
    else:
        before = [c for c in said.lefts if c.dep_ == "ccomp"]
        content = before[-1] if before else said
    if content.i != said.i and said.i < token.i and content.pos_ == "VERB":
        token.hang(content, "advcl")


def _is_asked(verb: Token) -> bool:
    """ "Asked Sylvania to leave, accusing it of lies", "signed a law to ban it, calling it a threat": who asks does."""
    if not any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.lefts):
        return False
    asked = verb.dep_ == "xcomp" and any(c.dep_ in ("dobj", "dative") for c in verb.head.rights)
    return verb.dep_ == "acl" or (asked and verb.head.tag_ in TENSED)


def _raise_result(token: Token) -> None:
    """ "Passed a law that allows it to sell land, prompting protests": the passing did, and no sale to come."""
    above = token.head
    while _is_infinitive(above) and above.head.i != above.i:
        above = above.head if above.head.pos_ == "VERB" else _verb_over(above.head)
    if above.i != token.head.i and above.pos_ == "VERB" and above.i < token.i:
        token.hang(above, "advcl")


def _raise_judgement(token: Token, acts: Collection[str]) -> None:
    """ "Announces that both have signed the truce, scolding them for the delay": who announces it does.

    Who is told to have spoken himself may be meant ("said that Sylvania had replied, praising the plan"), and so may
    who did something to one for whom a pronoun stands ("said that it had expelled the envoy, calling him a spy").
    """
    told = token.head
    teller = told.head
    if told.dep_ != "ccomp" or teller.pos_ != "VERB" or teller.i > told.i or told.lemma_ in acts:
        return
    plain = any(c.dep_ == "mark" and c.lower_ == "that" for c in told.lefts)
    whom = next((c for c in token.rights if c.dep_ == "dobj"), None)
    one = whom is not None and whom.pos_ == "PRON" and whom.lower_ not in SEVERAL
    if plain and not one and any(c.dep_ in ANY_SUBJECTS for c in teller.lefts):
        token.hang(teller, "advcl")


def _give_past_victims(token: Token) -> bool:
    """ "Ambush soldiers guarding a post, killing nine": who was on guard was killed."""
    clause = token.head
    if clause.dep_ != "acl" or clause.tag_ != "VBG" or clause.head.dep_ != "dobj":
        return False
    above = clause.head.head
    if above.pos_ != "VERB" or above.i > clause.i:
        return False
    token.hang(above, "advcl")
    return True


def _give_to_cause(token: Token) -> None:
    """ "The embassy was evacuated after a parcel exploded, injuring a guard": the parcel did."""
    above = token.head
    if not any(c.dep_ == "auxpass" for c in above.lefts) or any(c.dep_ == "agent" for c in above.rights):
        return
    clauses = [c for c in above.rights if c.dep_ == "advcl" and c.i < token.i and c.tag_ in TENSED]
    if not clauses:
        return
    clause = clauses[-1]
    passive = any(c.dep_ == "auxpass" for c in clause.lefts)
    doer = next((c for c in clause.lefts if c.dep_ == "nsubj"), None)
    marked = any(c.dep_ in ("mark", "advmod") for c in clause.lefts)
    if marked and not passive and doer is not None and doer.tag_ in NOUNS:
        token.hang(clause, "advcl")


def _is_infinitive(verb: Token) -> bool:
    """ "To sell", or bare as in "lets it sell"."""
    return verb.tag_ == "VB" and not any(c.tag_ in TENSED for c in verb.lefts)


def _verb_over(noun: Token) -> Token:
    while noun.dep_ in BETWEEN and noun.head.i != noun.i:
        noun = noun.head
    return noun


def _is_aside(verb: Token) -> bool:
    """ "(in order) to clear it", "while trying to": a clause of purpose or circumstance."""
    purpose = verb.dep_ == "advcl" and any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.lefts)
    meanwhile = verb.dep_ == "advcl" and verb.tag_ == "VBG" and any(c.dep_ == "mark" for c in verb.lefts)
    inner = verb.dep_ == "xcomp" and verb.head.dep_ == "advcl" and _is_aside(verb.head)
    return purpose or meanwhile or inner


def repair_perfect_participles(doc: Doc, commenting: Collection[str]) -> Doc:
    """The same document; `commenting`: verbs that say what one thinks of others ("accuse")."""
    for token in doc.having(lower_=(HAVING, WHILE)):
        verb = token.head
        if token.lower_ == HAVING and token.dep_ == "aux" and verb.tag_ == "VBN":
            _hang_on_main(verb, token)
        elif token.lower_ == WHILE and verb.tag_ == "VBG" and verb.lemma_.lower() in commenting:
            _free_from_plan(verb)
    return doc


def _hang_on_main(done: Token, having: Token) -> None:
    above = done.head
    if done.dep_ == "acl" and above.dep_ in SUBJECTS and above.i < having.i:
        done.hang(above.head, BESIDE)
    elif done.dep_ in MISREAD and above.tag_ in FINITE and above.i > done.i:
        subject = next((c for c in done.lefts if c.dep_ in SUBJECTS and c.i < having.i), None)
        if subject is not None and not any(c.dep_ in SUBJECTS for c in above.lefts):
            done.hang(above, BESIDE)
            subject.hang(above, "nsubj")


def _free_from_plan(accusing: Token) -> None:
    """The verb of the clause around an infinitive that it was hung on."""
    inner = accusing.head
    if accusing.dep_ != BESIDE or inner.dep_ not in INNER or not any(c.tag_ == "TO" for c in inner.lefts):
        return
    verb = next((t for t in inner.ancestors if t.pos_ == "VERB" and t.tag_ in FINITE), None)
    if verb is not None:
        accusing.hang(verb, BESIDE)
