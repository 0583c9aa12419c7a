"""Tokens in, the infinitives that were read as adjectives or pasts out.

"Asked it to free prisoners"; "a law allowing it to arrest reporters or shut newspapers", "will lend a ship, gift two
planes": the past and the present look the same.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

INFINITIVE = "VB"
OF_TIME = (
    "on",
    "in",
    "at",
    "during",
    "after",
)  # "threatened on Tuesday to", where "agreed with them to" is another
PAST = ("VBD", "VBN", "VBP")
NOMINAL = ("NOUN", "PROPN", "NUM")
JOINED = ("conj", "dep", "advcl")
INFLECTED = ("VBZ", "VBD", "VBN", "VBG")
GERUND = "ing"  # "planning", "seeking", "preparing"
SUBJECTS = ("nsubj", "nsubjpass", "expl")
LEADS = {"due": "be", "on": "go"}  # "is due to", "went on to"
BEHIND_VERB = ("DT", "PRP$", "NNP", "NNPS", "NNS", "JJ", "CD", "NN", "IN")
INSIDE = ("det", "poss", "amod", "compound", "nmod", "nummod", "case")


def repair_leads(doc: Doc, event_verbs: frozenset[str]) -> Doc:
    """ "Is due to fire", "went on to jail": what follows is a verb. event_verbs: the entries of all rules."""
    for lead in doc.having(lower_=LEADS):
        _read_after_lead(lead, event_verbs)
    return doc


def repair_infinitives(
    doc: Doc,
    freed: frozenset[str],
    bound: frozenset[str],
    aiming: frozenset[str],
    ordering: frozenset[str] = frozenset(),
    announcing: frozenset[str] = frozenset(),
    papers: frozenset[str] = frozenset(),
    asking: frozenset[str] = frozenset(),
) -> Doc:
    """The same document. freed: lemmas of those who are set free, after whom "to free" is no way "to free trade".

    bound: verbs whose infinitive says what they are about, and not what they are done for.
    aiming: verbs after which "to" opens nothing but an infinitive ("fails to calm markets").
    ordering: verbs that say what somebody else is to do ("orders its army to seize a ship").
    announcing: verbs whose object, and nobody, is to do it ("announced a truce to begin on Friday").
    papers: in what something is said or asked for ("threatened in a letter to shut it"); asking: by these verbs.
    """
    for token in doc.having(tag_=(INFINITIVE, "JJ"), dep_=(*JOINED, "xcomp", "acl")):
        led = token.tag_ == "NN" and token.dep_ in ("xcomp", "acl")
        if led and any(c.tag_ == "TO" for c in token.lefts):
            token.pos_, token.tag_ = "VERB", INFINITIVE  # "is due to apologise", "its offer to host talks"
        if token.tag_ == INFINITIVE:
            if token.dep_ == "acl" and token.head.lemma_.lower() in papers:
                _raise_over_paper(token, bound | ordering | asking)
            _place(token, bound, ordering)
            if token.dep_ == "xcomp" and token.head.lemma_.lower() in announcing:
                _give_to_announced(token)
        if token.dep_ in JOINED and token.tag_ in PAST and token.lower_ == token.lemma_:
            _read_as_first(token)
        if token.dep_ == "conj" and token.tag_ == INFINITIVE and token.head.tag_ in INFLECTED:
            _lower_bare(token)
        elif token.dep_ == "conj" and token.tag_ == INFINITIVE and token.head.pos_ in NOMINAL:
            _join_to_verb(token)
        if token.tag_ != "JJ" or token.i == 0 or token.nbor(-1).lower_ != "to":
            continue
        if token.dep_ == "xcomp" and any(child.dep_ == "dobj" for child in token.children):
            _make_infinitive(token)
        elif token.dep_ == "amod" and (_frees(token, freed) or token.nbor(-1).head.lemma_.lower() in aiming):
            _raise_over_noun(token)
    return doc


def repair_used(doc: Doc, using: frozenset[str]) -> Doc:
    """The same document. "Used his call with the king to ask for calm": whoever used it asks; using: such verbs."""
    for token in doc.having(dep_=("acl", "relcl"), tag_=(INFINITIVE,)):
        if token.dep_ not in ("acl", "relcl") or not any(c.tag_ == "TO" for c in token.lefts):
            continue
        used = token.head
        while used.dep_ == "pobj" and used.head.dep_ == "prep":
            used = used.head.head
        if used.dep_ == "dobj" and used.head.lemma_.lower() in using:
            token.hang(used.head, "xcomp")
    return doc


def _read_after_lead(lead: Token, event_verbs: frozenset[str]) -> None:
    """ "Are due to block motorways", "went on to fire at them": a verb with its object, taken for a noun."""
    doc, at = lead.doc, lead.i + 2
    if lead.head.lemma_ != LEADS.get(lead.lower_) or at + 1 >= len(doc) or doc[at - 1].lower_ != "to":
        return
    verb, after = doc[at], doc[at + 1]
    if verb.tag_ not in ("NN", "JJ") or verb.lower_ not in event_verbs or after.tag_ not in BEHIND_VERB:
        return
    noun = verb.head if verb.dep_ in INSIDE and verb.head.i > at else None
    governor = lead.head if lead.dep_ == "prt" else lead
    verb.hang(governor, "xcomp")
    if noun is not None:
        noun.hang(verb, "dobj")
    for child in [c for c in governor.rights if c.i > at and c.dep_ in ("dobj", "prep")]:
        child.hang(verb, child.dep_)
    _make_infinitive(verb)


def _place(token: Token, bound: frozenset[str], ordering: frozenset[str]) -> None:
    """An infinitive put below what it says more of."""
    above = token.head.lemma_.lower()
    if token.dep_ == "advcl" and above in bound:
        _make_complement(token)
    elif token.dep_ == "advcl" and above in ordering:
        _give_to_ordered(token)
    if token.dep_ in ("advcl", "xcomp"):
        _give_to_gerund(token, bound)
    if token.dep_ == "xcomp":
        _take_negation(token)
    if token.dep_ == "pobj" and token.i:
        _read_after_to(token)


def _take_negation(token: Token) -> None:
    """ "Promised never again to sell it": what stands between the verbs denies the second."""
    verb, first = token.head, token.doc[token.head.i + 1]
    if first.dep_ == "neg" and first.i < token.i and verb in (first.head, first.head.head):
        first.hang(token, "neg")


def _read_after_to(token: Token) -> None:
    """ "Is due to apologise": before a base form "to" is no preposition."""
    to = token.nbor(-1)
    if (
        to.lower_ == "to"
        and to.head is not token
        and not token.is_ancestor(to.head)
        and to.head.pos_ in ("ADJ", "VERB", "AUX")
    ):
        token.hang(to.head, "advcl" if to.head.pos_ == "VERB" else "xcomp")
        _make_infinitive(token)


def _frees(token: Token, freed: frozenset[str]) -> bool:
    return token.lower_ == "free" and token.head.lemma_.lower() in freed


def _make_complement(token: Token) -> None:
    """ "Threatened on Tuesday to cut off water": what is threatened, unless something else is."""
    verb = token.head
    taken = any(c.dep_ in ("dobj", "xcomp", "ccomp", "attr", "acomp", "nsubjpass") for c in verb.children)
    taken |= any(
        c.dep_ == "prep" and c.lower_ not in OF_TIME and not _is_set_off(c)
        for c in verb.rights
        if c.i < token.i
    )
    if token.i > verb.i and not taken and any(c.tag_ == "TO" for c in token.children):
        token.dep_ = "xcomp"


def _is_set_off(phrase: Token) -> bool:
    """ "Threatened, for the second time this week, to": between commas stands nobody to whom it is said."""
    last = phrase.right_edge
    after = last.nbor() if last.i + 1 < len(phrase.doc) else last
    return phrase.i > 0 and phrase.nbor(-1).text == "," and after.text == ","


def _raise_over_paper(token: Token, bound: frozenset[str]) -> None:
    """ "Threatened in a letter to shut it", "asked them in a speech to go": what is said in it, and not a letter to shut."""
    phrase = token.head.head
    verb = phrase.head
    within = phrase.dep_ == "prep" and phrase.lower_ in OF_TIME and any(c.tag_ == "TO" for c in token.lefts)
    if within and verb.lemma_.lower() in bound and not any(c.dep_ == "xcomp" for c in verb.rights):
        token.hang(verb, "xcomp")


def _give_to_ordered(token: Token) -> None:
    """ "Orders its army to seize a ship": what stands right behind those who are ordered is what they are to do."""
    verb, to = token.head, token.left_edge
    ordered = to.nbor(-1) if to.i else to
    of_verb = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if to.tag_ == "TO" and of_verb is not None and of_verb.right_edge.i == ordered.i:
        token.dep_ = "xcomp"


def _give_to_announced(token: Token) -> None:
    """ "Announced a truce to begin on Friday": what is announced begins then; "to end the war": that is what it is for."""
    verb, to = token.head, token.left_edge
    announced = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if to.tag_ != "TO" or announced is None or announced.right_edge.i != to.i - 1:
        return
    if any(c.dep_ == "dobj" for c in token.rights):
        token.dep_ = "advcl"
    else:
        token.hang(announced, "acl")


def _give_to_gerund(token: Token, bound: frozenset[str]) -> None:
    """ "Accused him of planning to visit the camp": it was planned, and is not what he was accused for."""
    to = token.left_edge
    plan = to.nbor(-1) if to.i else to
    above = plan.head
    if to.tag_ != "TO" or plan.i == token.head.i or not plan.lower_.endswith(GERUND):
        return
    stem = plan.lower_.removesuffix(GERUND)
    verb = next((form for form in (stem, f"{stem}e", stem[:-1]) if form in bound), None)
    if verb is None or plan.dep_ not in ("pobj", "pcomp") or above.dep_ != "prep" or token.is_ancestor(plan):
        return
    plan.pos_, plan.tag_, plan.dep_ = "VERB", "VBG", "pcomp"
    plan.lemma_ = verb
    token.hang(plan, "xcomp")


def _read_as_first(token: Token) -> None:
    """A form that may be either goes on with the infinitive that it is joined to."""
    led = token.head.tag_ == INFINITIVE and any(c.tag_ in ("TO", "MD") for c in token.head.lefts)
    if not led or any(c.dep_ in (*SUBJECTS, "aux", "auxpass") for c in token.lefts):
        return
    if token.dep_ == "conj":
        token.tag_ = INFINITIVE


def _join_to_verb(token: Token) -> None:
    """ "Failed to raise money or cut costs": a verb is joined to a verb, and to no noun."""
    verb = next((a for a in token.head.ancestors if a.tag_ == INFINITIVE), None)
    own = any(c.dep_ in (*SUBJECTS, "aux", "auxpass") for c in token.lefts)
    if verb is not None and not own and any(c.dep_ in ("dobj", "prep") for c in token.rights):
        token.hang(verb, "conj")


def _lower_bare(token: Token) -> None:
    """ "plans to cut jobs, close two sites and sell a unit": a bare form goes on with the infinitive before it."""
    verb = token.head
    own = any(c.dep_ in (*SUBJECTS, "aux", "auxpass") for c in token.lefts)
    if own or any(c.tag_ == "MD" for c in verb.lefts):
        return
    between = token.doc[verb.i + 1 : token.i]
    first = [t for t in between if t.tag_ == INFINITIVE and any(c.tag_ == "TO" for c in t.lefts)]
    if first and verb.is_ancestor(first[-1]):
        token.hang(first[-1], "conj")


def _raise_over_noun(token: Token) -> None:
    """What was described is the object, and what "to" hung on governs the verb."""
    noun, to = token.head, token.nbor(-1)
    if noun.dep_ != "pobj" or noun.head is not to or to.head.pos_ not in ("VERB", "NOUN"):
        return
    token.hang(to.head, "xcomp")
    noun.hang(token, "dobj")
    _make_infinitive(token)


def _make_infinitive(token: Token) -> None:
    to = token.nbor(-1)
    token.pos_, token.tag_ = "VERB", INFINITIVE
    to.hang(token, "aux")
    to.pos_, to.tag_ = "PART", "TO"
