"""A parsed text in, past forms that only describe a noun no longer verbs of the clause.

"Four reporters linked to a rebel are convicted": the parser takes "linked" for what they did, and the rest for what they
said, or for what was done to their linking. "Executes soldiers captured near Zenda": it is no clause that is executed.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

PAST, NOUNS = ("VBD", "VBN"), frozenset({"NN", "NNS", "NNP", "NNPS"})
OPENING = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl", "mark", "dobj")
PRESENT_OR_PAST = ("VBD", "VBP", "VBZ")
TENSED = (*PRESENT_OR_PAST, "MD")
ACTIVE, PASSIVE, ASIDE = "nsubj", "nsubjpass", "advcl"
CLAUSES = ("ccomp", ASIDE)
SUBJECTS = ("csubj", "csubjpass", "nsubj", "nsubjpass")  # what has a subject itself is none
CLAUSAL = ("csubj", "csubjpass")
ASIDES = ("advmod", "npadvmod", "punct", "pobj")
UNJOINED, AGENT, WITH = ("conj", "dep"), "agent", "with"
BY = "by"
DAY = "npadvmod"  # "struck last week"


def repair_reduced(
    doc: Doc, done: frozenset[str], captives: frozenset[str], giving: frozenset[str] = frozenset()
) -> Doc:
    """The same document with the other verb over the noun, and the past form a participle below it. done: lemmas of
    what is done to people; captives: what those are who are "held hostage"; giving: verbs that say to whom."""
    for token in doc.having(tag_=PAST):
        if token.dep_ == "acl" and token.tag_ == "VBD" and _is_of_place_only(token):
            token.tag_ = "VBN"  # "following rockets fired from Zenda": what describes a noun is no past tense
        if (noun := _behind_bare_preposition(token)) is not None:
            noun.hang(noun.left_edge.nbor(-1), "pobj")
            token.hang(noun, "acl")
            token.tag_ = "VBN"
            continue
        subject = _own_subject(token, captives)
        if subject is None:
            if (later := _past_behind_clause(token)) is not None:
                _pass_mark(token, later)
                _lower(token, token.nbor(-1), later)
                continue
            if token.head.lemma_.lower() in giving:
                _give_long_object(token)
            continue
        if (later := _verb_beside(token)) is not None:
            _pass_mark(token, later)
        later = _behind_partner(token) if later is None else later
        if later is None and (later := _past_behind_clause(token)) is not None:
            _pass_mark(token, later)
        if later is not None:
            _lower(token, subject, later)
            continue
        if _is_done_to(subject, token, done):
            subject.hang(token.head, "dobj")
            token.hang(subject, "acl")
            token.tag_ = "VBN"
            continue
        if token.dep_ in SUBJECTS:
            _lower(token, subject, token.head)
        elif (verb := _finite_after(token)) is not None:
            _lower(token, subject, verb)
    return doc


def _is_of_place_only(token: Token) -> bool:
    """ "From Zenda", "three weeks ago"; who did it is found by itself, and a clause may be what he is sought for."""
    placed = [c for c in token.children if c.dep_ == "prep"]
    dated = any(c.dep_ in ("advmod", "npadvmod") for c in token.rights)
    others = (c for c in token.children if c.dep_ not in ("prep", *ASIDES))
    return (
        (bool(placed) or dated)
        and not any(others)
        and not any(g.dep_ == "pcomp" for c in placed for g in c.children)
    )


def _behind_bare_preposition(token: Token) -> Token | None:
    """ "Brought food to villagers cut off by the fighting": the noun that a preposition without one stands before."""
    noun = next((c for c in token.lefts if c.dep_ == ACTIVE and c.tag_ in NOUNS), None)
    if noun is None or token.dep_ not in (*CLAUSES, *UNJOINED) or not noun.left_edge.i:
        return None
    done_to = any(c.dep_ == AGENT or c.lower_ == BY or c.dep_ == "oprd" for c in token.rights)
    if not done_to or any(c.dep_ in ("aux", "auxpass", "cc", "dobj") for c in token.lefts):
        return None
    before = noun.left_edge.nbor(-1)
    bare = before.dep_ == "prep" and before.tag_ in ("IN", "TO") and not any(True for _ in before.children)
    return noun if bare and before.sent.start == token.sent.start else None


def _own_subject(token: Token, captives: frozenset[str]) -> Token | None:
    """The noun right before a past form that has neither object nor auxiliary; but "workers held hostage"."""
    subjects = [c for c in token.lefts if c.dep_ == ACTIVE and c.tag_ in NOUNS]
    if (
        not subjects
        or token.tag_ not in PAST
        or any(
            c.dep_ in ("aux", "auxpass", "prt")
            or (c.dep_ == "dobj" and c.lower_ not in captives)
            or (c.dep_ == "mark" and c.lower_ != "that")
            for c in token.children
        )
    ):
        return None
    # "the wife of a man held hostage", "the body of a man shot dead in Zenda was found"
    held = token.dep_ in CLAUSAL or any(c.dep_ == "dobj" for c in token.rights)
    for subject in subjects:
        last = subject.right_edge if held else subject
        if last.tag_ in NOUNS and last.i + 1 == token.i:
            return subject
    return None


def _give_long_object(past: Token) -> None:
    """ "Hands Zenda the remains of airmen shot down in May": a participle without a helper is no clause."""
    verb, subject = past.head, next((c for c in past.lefts if c.dep_ == ACTIVE), None)
    bare = past.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass", "mark", "dobj") for c in past.children)
    if subject is None or past.dep_ != "ccomp" or not bare or verb.i > subject.i:
        return
    last = subject.right_edge
    if last is subject or last.i + 1 != past.i or last.tag_ not in NOUNS:
        return
    subject.hang(verb, "dobj")
    past.hang(last, "acl")


def _verb_beside(token: Token) -> Token | None:
    return _passive_beside(token) or _past_beside(token) or _past_around(token)


def _past_around(token: Token) -> Token | None:
    """ "Nine workers held in Zenda arrived home": two pasts, and nobody else who did the second."""
    verb = token.head
    if token.dep_ != "ccomp" or verb.i < token.i or verb.tag_ != "VBD" or not _runs_on(token, verb):
        return None
    return None if any(c.dep_ in OPENING for c in verb.children) else verb


def _past_behind_clause(token: Token) -> Token | None:
    """ "Bombed Zenda after rockets fired from there hit a school": joined by nothing to the verb that stands first, so
    the second past is what the rockets did."""
    first, before = token.head, token.nbor(-1) if token.i else token
    marked = any(_opens(c) for c in token.lefts) and first.i < token.i
    if token.dep_ != ASIDE or not marked or before.dep_ != ACTIVE or before.tag_ not in NOUNS:
        return None
    if before.head.i != token.i or any(c.dep_ in ("aux", "auxpass", "dobj", "prt") for c in token.children):
        return None
    beside = (c for c in first.rights if c.i > token.i and c.dep_ in UNJOINED)
    verb = next(beside, None)
    if verb is None or verb.tag_ not in PRESENT_OR_PAST or any(True for _ in verb.lefts):
        return None
    return verb if _runs_on(token, verb) else None


def _behind_partner(past: Token) -> Token | None:
    """ "A deal reached with rebels calls for it": no clause with a tense stands behind "with", so whoever the parser makes
    its subject is whom it was reached with, and the verb is that of the deal."""
    for verb in past.rights:
        if verb.dep_ not in (*CLAUSES, *UNJOINED) or verb.tag_ not in PRESENT_OR_PAST:
            continue
        partner = next((c for c in verb.lefts if c.dep_ == ACTIVE), None)
        before = partner.left_edge.nbor(-1) if partner is not None else None
        if partner is None or before is None or before.lower_ != WITH or any(True for _ in before.children):
            continue
        joined = any(t.pos_ in ("CCONJ", "PUNCT") for t in past.doc[past.i + 1 : before.i])
        if before.head.i in (past.i, verb.i) and not joined:
            before.hang(past, "prep")
            partner.hang(before, "pobj")
            return verb
    return None


def _passive_beside(token: Token) -> Token | None:
    """ "Says that missiles fired at a ship are shot down": read as two clauses that are said, or one inside the other."""
    above = token.head
    after = [above] if above.i > token.i else [c for c in above.rights if c.i > token.i and c.dep_ == "ccomp"]
    verb = next(iter(after), None)
    if verb is None or token.dep_ not in CLAUSES or verb.tag_ != "VBN":
        return None
    if verb.dep_ != "ccomp" and (verb.dep_ != "ROOT" or token.dep_ != "ccomp" or _is_set_off(token, verb)):
        return None
    before = [c for c in verb.lefts if c.i > token.i]
    helpers = [c for c in before if c.dep_ in ("aux", "auxpass")]
    helped = bool(helpers) and helpers[0].tag_ in PRESENT_OR_PAST and helpers[-1].dep_ == "auxpass"
    own = any(c.dep_ in ("nsubj", "nsubjpass", "mark", "expl") for c in before)
    return verb if helped and not own and not any(c.dep_ == "cc" for c in before) else None


def _past_beside(token: Token) -> Token | None:
    """ "Says that rockets fired from Zenda hit a school": two clauses that are said, with nothing that joins them."""
    beside = (c for c in token.head.rights if c.i > token.i and c.dep_ == token.dep_ == "ccomp")
    verb = next(beside, None)
    if verb is None or verb.tag_ not in PRESENT_OR_PAST or any(True for _ in verb.lefts):
        return None
    return verb if _runs_on(token, verb) else None


def _is_set_off(past: Token, verb: Token) -> bool:
    """ "The rebels held Zenda, was announced": a clause with a comma behind it is one."""
    return any(t.pos_ in ("PUNCT", "CCONJ") for t in past.doc[past.i + 1 : verb.i])


def _pass_mark(past: Token, verb: Token) -> None:
    for mark in [c for c in past.lefts if _opens(c)]:
        mark.hang(verb, mark.dep_)


def _opens(word: Token) -> bool:
    """ "After rockets fired from there hit it", "when rounds fired from there landed"."""
    return word.dep_ == "mark" or word.tag_ == "WRB"


def _is_done_to(subject: Token, past: Token, done: frozenset[str]) -> bool:
    """Whether the noun, and not a clause about it, is the object of the verb before it."""
    verb = past.head
    return past.dep_ == "ccomp" and verb.lemma_ in done and subject.left_edge.i == verb.i + 1


def _finite_after(token: Token) -> Token | None:
    """The clause below it, if it has a tense and nothing opens it."""
    for child in token.rights:
        joined = child.dep_ in CLAUSES or _is_unjoined(token, child) or _is_helped(token, child)
        if child.pos_ not in ("VERB", "AUX") or not joined:
            continue
        if child.dep_ == ASIDE and not _is_plain(child):
            continue  # "sank before help could arrive"
        helpers = [c for c in child.lefts if c.dep_ in ("aux", "auxpass")]
        first = (helpers[0] if helpers else child).tag_
        if first in TENSED and not any(c.dep_ in OPENING for c in child.lefts):
            return child
    return None


def _is_plain(verb: Token) -> bool:
    """A past, or one with helpers ("are freed", "were carrying"), before which nothing but adverbs stands."""
    before = [c for c in verb.lefts if c.dep_ != "advmod"]
    helped = bool(before) and all(c.dep_ in ("aux", "auxpass") for c in before)
    return helped if verb.tag_ in ("VBN", "VBG") else verb.tag_ == "VBD" and not before


def _is_unjoined(past: Token, verb: Token) -> bool:
    """ "Rockets fired from Zenda hit a school": a second past with nothing between them that joins the two."""
    if verb.dep_ not in UNJOINED or "VBD" not in (verb.tag_, past.tag_) or any(True for _ in verb.lefts):
        return False
    return _runs_on(past, verb)


def _is_helped(past: Token, verb: Token) -> bool:
    """ "Nine women taken hostage by rebels have been freed": no two deeds, since nothing joins them."""
    helped = verb.tag_ == "VBN" and verb.dep_ in UNJOINED and _is_plain(verb)
    return helped and not any(t.pos_ in ("CCONJ", "PUNCT") for t in past.doc[past.i + 1 : verb.i])


def _runs_on(past: Token, verb: Token) -> bool:
    """Whether only a phrase stands between the two."""
    dated = [c.right_edge.i for c in past.rights if c.dep_ == DAY and c.left_edge.i == past.i + 1]
    between = past.doc[max([past.i, *dated]) + 1 : verb.i]
    return (
        bool(between) and between[0].pos_ == "ADP" and not any(t.pos_ in ("CCONJ", "PUNCT") for t in between)
    )


def _lower(past: Token, subject: Token, verb: Token) -> None:
    was_root, dep, above = past.head.i == past.i, past.dep_, past.head
    if above.i != verb.i:
        verb.hang(verb if was_root else above, "ROOT" if was_root else dep)
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    for child in list(past.children):
        if child.i > verb.i or (child.dep_ == "punct" and child.i > past.i):
            child.hang(verb, child.dep_)
    subject.hang(verb, PASSIVE if passive else ACTIVE)
    past.hang(past.nbor(-1), "acl")
    past.tag_ = "VBN"
