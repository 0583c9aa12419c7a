"""Tokens in, whom something is given to out, where the parser hung them on what is given.

"Handed Klausenburg ten tanks" has one object, "handed over a suspect in the raid on the port to Sylvania" was
handed over to Sylvania, and "shared its files on the rebels with Sylvania" is no rebels with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.tokens import Doc, Token

NAMES = ("NNP", "NNPS")
NOUNS = ("NN", "NNS", *NAMES)
TWO, GIVEN = 2, ("dobj", "dative")
TO, WITH, OF, OF_A_PLACE = "to", "with", "of", frozenset({"in", "of"})
ARTICLES = ("a", "an")


def repair_recipients(
    doc: Doc,
    giving: frozenset[str],
    two_objects: frozenset[str],
    telling_of: frozenset[str],
    units: frozenset[str],
    sharing: frozenset[str],
    event_nouns: frozenset[str],
) -> Doc:
    """The same document. giving: verbs, with their particle, that say to whom; two_objects: those that name first to
    whom and then what; telling_of: those that say of what somebody is told; units: of time; sharing: verbs that say
    with whom, unless that stands with an event noun ("exchanged views on talks with Sylvania")."""
    for term in doc.having(dep_=("npadvmod",)):
        if term.lemma_ in units and term.i > term.head.i and term.head.lemma_.lower() in two_objects:
            _take_term(term)
    for token in doc.having(tag_=("VBZ",)):
        if token.tag_ == "VBZ" and token.dep_ == "pobj":
            token.pos_, token.tag_ = "NOUN", "NNS"  # "the names of suspects to Klausenburg"
    for place in sorted({given.head.i for given in doc.having(dep_=GIVEN)}):
        token = doc[place]
        if token.pos_ != "VERB":
            continue
        lemma = token.lemma_.lower()
        if lemma in two_objects:
            _part_within(token)
            _part_objects(token)
            _part_from_sum(token)
        if lemma in telling_of:
            _free_matter(token)
        objects = [c for c in token.rights if c.dep_ == "dobj"]
        if len(objects) == TWO and _is_recipient(*objects):
            objects[0].dep_ = "dative"
        elif len(objects) == 1 and _entry(token) in giving and not _says_to_whom(token):
            _free_recipient(token, objects[0])
        elif len(objects) == 1 and lemma in sharing:
            _free_partner(token, objects[0], event_nouns)
    return doc


def _is_recipient(first: Token, second: Token) -> bool:
    """A name right before what is given."""
    joined = any(c.dep_ in ("conj", "cc", "appos") for c in first.children)
    return first.tag_ in NAMES and not joined and second.left_edge.i == first.right_edge.i + 1


def _part_objects(verb: Token) -> None:
    """ "Handed the envoy a note", "gave the envoys two days to leave": the first is to whom, the second what."""
    first = next((c for c in verb.rights if c.dep_ in ("dobj", "dative") and c.pos_ != "ADP"), None)
    if first is not None:
        _keep_place(first, verb)
    second = next((c for c in verb.rights if first is not None and c.i > first.i), None)
    if first is None or second is None or second.tag_ not in NOUNS or first.pos_ not in ("NOUN", "PROPN"):
        return
    if second.dep_ not in ("dobj", "npadvmod") or second.left_edge.i != first.right_edge.i + 1:
        return
    aims = [c for c in (*second.rights, *verb.rights) if c.i > second.i and _is_infinitive(c)]
    if second.dep_ == "npadvmod" and not (aims and _is_counted(second)):
        return
    first.dep_, second.dep_ = "dative", "dobj"
    for aim in aims[:1]:
        aim.hang(verb, "xcomp")


def _part_within(verb: Token) -> None:
    """ "Lent the government in Klausenburg 200 million crowns", "gave the premier, Karel Brod, a list", "gave the president
    of Sylvania six boats": what is given was read into the phrase that says to whom."""
    objects = [c for c in verb.rights if c.dep_ in GIVEN and c.pos_ != "ADP"]
    if len(objects) != 1 or objects[0].pos_ not in ("NOUN", "PROPN"):
        return
    whom = objects[0]
    given = next((t for t in _behind(whom, verb) if _is_given(t, whom)), None)
    if given is None:
        return
    mark = given.head
    if given.dep_ == "pobj":
        owner = next(c for c in given.lefts if c.i == mark.i + 1)
        owner.hang(mark, "pobj")
    elif mark.dep_ == "pobj" and mark.head.head is verb:
        mark.head.hang(whom, "prep")
    given.hang(verb, "dobj")
    whom.dep_ = "dative"


def _behind(whom: Token, verb: Token) -> Iterator[Token]:
    """What stands in the phrase of whom something is given to, or in what follows that phrase."""
    yield from (t for t in whom.subtree if t.i > whom.i)
    for mark in (c for c in verb.rights if c.i > whom.i and c.lower_ in OF_A_PLACE):
        yield from mark.subtree


def _is_given(noun: Token, whom: Token) -> bool:
    """What is counted, or has an article, behind a name to which it cannot belong."""
    if noun.tag_ not in ("NN", "NNS") or not _is_counted_or_one(noun):
        return False
    if noun.dep_ == "appos":
        named = noun.head.tag_ in NAMES and noun.head is not whom
        comma = noun.left_edge.i - noun.head.i - 1  # after one comma a name is described
        return named and (
            comma == 0 if noun.head.dep_ == "pobj" else comma == 1 and noun.head.dep_ == "appos"
        )
    first = noun.left_edge
    name = first.tag_ in NAMES and first.dep_ in ("nmod", "compound") and first.head is noun
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ == OF
        and noun.head.head is whom
        and name
        and _has_number(noun)
    )


def _is_counted_or_one(noun: Token) -> bool:
    return _has_number(noun) or any(c.lower_ in ARTICLES for c in noun.lefts)


def _part_from_sum(verb: Token) -> None:
    """ "Gave Sylvania's navy six boats", "handed Sylvania maps", "granted the region ten million crowns"."""
    given = [c for c in verb.rights if c.dep_ in GIVEN and c.pos_ != "ADP"]
    if len(given) != 1 or any(c.lower_ == TO for c in verb.rights):
        return
    first = given[0]
    added = next((c for c in first.rights if c.dep_ == "appos" and _has_number(c)), None)
    if first.dep_ == "dative" and added is not None and added.left_edge.i == first.i + 1:
        added.hang(verb, "dobj")
    elif first.dep_ == "dobj" and first.tag_ == "NNS":
        _free_owner(verb, first)


def _free_owner(verb: Token, given: Token) -> None:
    """What stands before the number, or a name alone, is to whom."""
    number = next((c for c in given.lefts if c.dep_ == "nummod"), None)
    last = number.left_edge.i - 1 if number is not None else given.i - 1
    whom = next((c for c in given.lefts if c.i == last and c.dep_ in ("compound", "nmod")), None)
    if whom is None or (number is None and (whom.tag_ not in NAMES or whom.i != verb.i + 1)):
        return
    before = [c for c in given.lefts if c.i < whom.i]
    named = whom.tag_ in NAMES and whom.i == verb.i + 1  # "fined Orbita nine million crowns"
    if number is not None and not named and not any(c.dep_ in ("poss", "det") for c in before):
        return
    whom.hang(verb, "dative")
    for child in before:
        child.hang(whom, child.dep_)


def _has_number(noun: Token) -> bool:
    return any(c.dep_ == "nummod" for c in noun.lefts)


def _keep_place(noun: Token, verb: Token) -> None:
    """ "Offered the authorities in Strelsau the use of a port": where they are, and not where it was offered."""
    mark = next((c for c in verb.rights if c.i == noun.right_edge.i + 1), None)
    objects = [c for c in verb.rights if c.dep_ == "dobj"]
    if mark is not None and mark.lower_ in OF_A_PLACE and len(objects) == TWO:
        mark.hang(noun, "prep")


def _free_matter(verb: Token) -> None:
    """ "Notifies the senate of a sale": the sale is what is told, and not the senate's."""
    told = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    for child in list(told.rights) if told is not None else ():
        if child.lower_ == OF and child.dep_ == "prep":
            child.hang(verb, "prep")


def _is_counted(time: Token) -> bool:
    """ "A week", "two days", but not "this week"."""
    return any(c.dep_ == "nummod" or c.lower_ in ARTICLES for c in time.lefts)


def _is_infinitive(token: Token) -> bool:
    return token.tag_ == "VB" and any(c.dep_ == "aux" and c.tag_ == "TO" for c in token.lefts)


def _entry(verb: Token) -> str:
    particle = next((f" {c.lower_}" for c in verb.children if c.dep_ == "prt"), "")
    return verb.lemma_.lower() + particle


def _take_term(term: Token) -> None:
    """ "Was given one week by Sylvania to leave": the week is what is given, and not when."""
    if any(c.tag_ == "VB" and c.i > term.i for c in term.head.rights):
        term.dep_ = "dobj"


def _says_to_whom(verb: Token) -> bool:
    return any(c.dep_ == "dative" or c.lower_ == TO for c in verb.rights)


def _free_recipient(verb: Token, given: Token) -> None:
    """The last "to" with a name, if it hangs on a noun deeper than what is given."""
    mark = _last_named(verb, given, TO)
    if mark is not None:
        mark.hang(verb, "prep")


def _free_partner(verb: Token, shared: Token, event_nouns: frozenset[str]) -> None:
    """Likewise the last "with", which is there once."""
    mark = None if any(c.lower_ == WITH for c in verb.rights) else _last_named(verb, shared, WITH)
    if mark is not None and mark.head.lemma_.lower() not in event_nouns:
        mark.hang(verb, "prep")


def _last_named(verb: Token, given: Token, preposition: str) -> Token | None:
    """The last such preposition with a name, deeper than what is given."""
    below = [t for child in verb.rights for t in child.subtree if t.i > given.i]
    for token in reversed(below):
        named = any(c.dep_ == "pobj" and c.tag_ in NAMES for c in token.children)
        if token.lower_ == preposition and token.dep_ == "prep" and named and _deep(token, verb, given):
            return token
    return None


def _deep(mark: Token, verb: Token, given: Token) -> bool:
    """Whether only nouns and prepositions are between it and the verb."""
    above = [t for t in mark.ancestors if t.i > verb.i]
    return mark.head.i not in (verb.i, given.i) and all(t.pos_ in ("NOUN", "PROPN", "ADP") for t in above)
