"""Tokens in, finite verbs without a subject given the name or noun right before them that the parser hung elsewhere.

"Halves its tariff and Strelsau promises to buy plums", "visits Zenda; Ruritania, Sylvania and Graustark summon the
envoys", "borders Sylvania, whose premier, Rudolf Elphberg, asks Graustark to step in".
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.repairs.subjects.inverted import join_after_colon
from detente.reading.repairs.subjects.one_of_people import repair_one_of_people
from detente.reading.shapes import ANY_SUBJECTS
from detente.reading.tokens import Doc, Token

INSERTED = ("VBG", "VBN")  # tags
FINITE = ("VBD", "VBP", "VBZ")
BARE = "VB"  # what the parser makes of a plural's verb far from it
NAMES = ("NNP", "NNPS")
AGREEING = {
    "NN": ("VBZ", "VBD"),
    "NNS": ("VBP", "VBD"),
}  # a name may be a body of many: it goes with all three
LOOKED_AT = ANY_SUBJECTS | {"conj", "appos", "compound", "acl", "mark", "advcl", "npadvmod"}  # labels
AUXILIARIES, STOP, COLON = ("aux", "auxpass"), ";", ":"
STRAY = ("conj", "appos", "npadvmod")
JOINED = ("ccomp", "conj", "dep", "parataxis", "advcl")
BETWEEN = "between"  # "as fighting between the army and rebels raged"
BEHIND_AND = ("conj", "ccomp", "advcl")
CLAUSE = frozenset(
    {"after", "before", "as", "since", "until", "while", "because"}
)  # a clause, or a mere noun
OPENING = {"VBG": frozenset({"with"}), "VBZ": CLAUSE, "VBP": CLAUSE, "VBD": CLAUSE}


def repair_lost_subjects(doc: Doc, many: Collection[str] = ()) -> Doc:
    """The same document; only what the stops and the joining word leave no other reading of is changed.

    many: words in the singular that take a verb in the plural ("police").
    """
    stops = STOP in doc.labels.said
    repair_one_of_people(doc)
    for colon in [t for t in doc if t.text == COLON] if COLON in doc.labels.said else ():
        join_after_colon(colon)
    for token in doc.having(dep_=LOOKED_AT, tag_=("WP$",)):
        if stops and token.dep_ in STRAY and _give_after_stop(token):
            continue
        if token.dep_ == "conj" and (token.tag_ in NAMES or token.tag_ in AGREEING):
            _give_to_verb(token)
            if token.dep_ == "conj" and token.head.dep_ == "pobj":
                _give_after_opening(token)
        elif token.tag_ == "WP$" and token.head.dep_ == "appos":
            _relate(token.head)
        elif token.dep_ == "appos" and token.head.dep_ == "pobj":
            _give_after_opening(token)
        elif token.dep_ in ANY_SUBJECTS and token.head.dep_ in AUXILIARIES:
            _give_from_auxiliary(token.head)
        elif token.dep_ == "compound" and (
            token.head.tag_ in AGREEING.get(token.tag_, ()) or _is_body_of_many(token, many)
        ):
            _give_right_before(token)
        elif token.dep_ == "mark":
            _give_after_mark(token)
        elif token.dep_ == "npadvmod" and token.tag_ in NAMES:
            _give_opening_name(token)
        elif token.dep_ in ("conj", "advcl") and token.tag_ in OPENING:
            _open_clause(token)
            _take_over(token)
    return doc


def _give_after_stop(noun: Token) -> bool:
    """ "...; Sylvania, meanwhile, expelled the envoy": whether it opens a clause behind a semicolon that lacks who acts."""
    doc, first, at, end = noun.doc, noun.left_edge.i, noun.right_edge.i + 1, noun.sent.end
    if first <= noun.sent.start or doc[first - 1].text != STOP or at >= end or doc[at].text != ",":
        return False
    while at < end and (doc[at].text == "," or doc[at].pos_ == "ADV"):
        at += 1
    if at >= end:
        return False
    verb = doc[at].head if doc[at].dep_ in AUXILIARIES else doc[at]
    before = [c for c in verb.lefts if c.dep_ in ANY_SUBJECTS]
    if doc[at].tag_ not in FINITE or verb.pos_ != "VERB" or any(c.i > first for c in before):
        return False
    for subject in before:
        _part(verb, subject, doc[first - 1])
    noun.hang(verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.lefts) else "nsubj")
    return True


def _give_after_mark(mark: Token) -> None:
    """ "Captured as rebels advance": what hangs on the word that opens a clause is the subject of its verb."""
    verb, noun = mark.head, next((c for c in mark.rights if c.dep_ == "pobj"), None)
    bare = noun is not None and verb.tag_ in FINITE and not any(c.dep_ in ANY_SUBJECTS for c in verb.children)
    if noun is not None and bare and noun.i < verb.i:
        noun.hang(verb, "nsubj")


def _give_opening_name(name: Token) -> None:
    """ "Jordan, citing an attack, will bomb smugglers": a name that opens the sentence does not say when."""
    verb = name.head
    if name.left_edge.i != name.sent.start or not any(c.dep_ == "dobj" for c in verb.rights):
        return
    inserted = name.i + 2 < verb.i and name.nbor().text == "," and name.nbor(2).tag_ in INSERTED
    between = [c for c in verb.lefts if name.i < c.i]
    finite = verb.tag_ in FINITE or any(c.dep_ == "aux" and c.tag_ != "TO" for c in between)
    others = [c for c in verb.children if c.dep_ in ANY_SUBJECTS]
    if inserted and finite and all(c.dep_ == "csubj" and c.i == name.i + 2 for c in others):
        for other in others:
            other.dep_ = "advcl"
        name.hang(verb, "nsubj")


def _give_from_auxiliary(auxiliary: Token) -> None:
    """ "A group had on Monday threatened to": what hangs on "had" is the verb's."""
    for child in list(auxiliary.children):
        if child.dep_ in ANY_SUBJECTS or (
            child.dep_ in ("prep", "npadvmod", "advmod") and child.i > auxiliary.i
        ):
            passive = auxiliary.dep_ == "auxpass" and child.dep_ == "nsubj"
            child.hang(auxiliary.head, "nsubjpass" if passive else child.dep_)


def _is_body_of_many(noun: Token, many: Collection[str]) -> bool:
    """ "Police arrest nine men": one word with the verb of many, which has an object of its own."""
    verb = noun.head
    return noun.lower_ in many and verb.tag_ == "VBP" and any(c.dep_ == "dobj" for c in verb.rights)


def _open_clause(verb: Token) -> None:
    """ "Recalls its envoy after a court in Zenda, Sylvania, jails two men": a clause, and no second act of the first.

    The comma before the verb ends the name of the land, and no "and" joins the two verbs.
    """
    comma, first = verb.doc[verb.i - 1], verb.head
    if comma.text != "," or any(c.dep_ in ANY_SUBJECTS or c.dep_ == "cc" for c in verb.lefts):
        return
    between = [c for c in first.rights if c.i < verb.i]
    opening = next((c for c in between if c.lower_ in OPENING[verb.tag_] and c.dep_ == "prep"), None)
    noun = next((c for c in opening.rights if c.dep_ == "pobj"), None) if opening is not None else None
    if (
        opening is None
        or noun is None
        or any(c.dep_ == "cc" for c in between)
        or not _ends_in_land(noun, comma)
    ):
        return
    if verb.tag_ == "VBG" and verb.doc[opening.i - 1].text != ",":
        return  # "collided with a lorry in Zenda, Sylvania, killing two"
    if verb.tag_ == "VBG":
        verb.hang(opening, "pcomp")
    else:
        verb.hang(first, "advcl")
        opening.hang(verb, "mark")
    noun.hang(verb, "nsubj")


def _take_over(verb: Token) -> None:
    """ "The premier, wanted under a warrant, lands in Zenda": what stands between two commas is an aside of who lands."""
    aside = verb.head
    if aside.tag_ != "VBD" or verb.tag_ not in FINITE or verb.i < aside.i:
        return
    name = next((c for c in aside.lefts if c.dep_ == "nsubj"), None)
    commas = (verb.doc[aside.i - 1].text, verb.doc[verb.left_edge.i - 1].text)
    told = any(c.dep_ in ("dobj", "ccomp", "cc", "aux") for c in aside.children)
    lacks = not any(c.dep_ in ANY_SUBJECTS or c.dep_ in ("mark", "advmod") for c in verb.lefts)
    if name is None or name.i != aside.i - 2 or commas != (",", ",") or told or not lacks:
        return
    first = aside.dep_ == "ROOT"
    verb.hang(verb if first else aside.head, aside.dep_)
    for word in [c for c in aside.lefts if c.i < name.i]:
        word.hang(verb, word.dep_)
    name.hang(verb, "nsubj")
    aside.hang(name, "acl")
    aside.tag_ = "VBN"


def _ends_in_land(noun: Token, comma: Token) -> bool:
    """Whether the phrase goes up to the comma and has a name after another one there."""
    last = noun.right_edge
    up_to = last.i == comma.i - 1 and last.tag_ in NAMES
    return up_to and any(t.text == "," for t in noun.subtree)


def _give_right_before(noun: Token) -> None:
    """ "When a roadside bomb targets a van": a finite verb is no noun that another one describes."""
    verb = noun.head
    if verb.i != noun.i + 1 or any(c.dep_ in ANY_SUBJECTS for c in verb.children):
        return
    for child in list(verb.lefts):
        if child.i < noun.i and child.dep_ in ("det", "amod", "nmod", "compound", "nummod", "poss"):
            child.hang(noun, child.dep_)
    noun.hang(verb, "nsubj")


def _give_after_opening(title: Token) -> None:
    """ "At the invitation of the king, the premier of Sylvania, Otto Horn, flew in": he flew in, and is no king.

    "At talks in Zenda, Sylvania and Graustark agree": they do, and talk in no third place.
    """
    comma = title.left_edge.i - 1
    verbs = (t for t in title.ancestors if t.pos_ in ("VERB", "AUX") and t.dep_ in ("ROOT", "ccomp"))
    verb = next(verbs, None)
    if verb is None or verb.i < title.i or title.doc[comma].text != ",":
        return
    finite = verb.tag_ in (*FINITE, BARE) and not any(c.tag_ in ("TO", "MD") for c in verb.lefts)
    finite = finite or any(c.dep_ in ("aux", "auxpass") and c.tag_ != "TO" for c in verb.lefts)
    taken = [c for c in verb.children if c.dep_ in ANY_SUBJECTS]
    if not finite or (taken and not _opens(taken, title)):
        return
    if taken:
        mark = title.doc[taken[0].left_edge.i - 1]
        mark.hang(verb, "prep")
        taken[0].hang(mark, "pobj")
    names = [c for c in title.head.rights if c.dep_ == "appos" and c.i > title.i]
    title.hang(verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.lefts) else "nsubj")
    for name in names:
        name.hang(title, "appos")


def _opens(taken: list[Token], name: Token) -> bool:
    """ "After talks in Zenda, Otto Horn, the premier, flew home": the talks are when, and he is who did."""
    noun, doc = taken[0], name.doc
    mark = doc[noun.left_edge.i - 1] if noun.left_edge.i > noun.sent.start else noun
    beside = [c for c in name.rights if c.dep_ == "appos" and doc[c.right_edge.i + 1].text == ","]
    return (
        len(taken) == 1
        and any(NAMES[0] in (name.tag_, c.tag_) for c in beside)
        and noun in list(name.ancestors)
        and mark.lower_ in CLAUSE
        and mark.head is noun.head
    )


def _give_to_verb(name: Token) -> None:
    """A name behind "and" or a semicolon, right before a finite verb that lacks who acts."""
    first = name.left_edge.i
    end = name.right_edge.i + 1
    if first <= name.sent.start or end >= name.sent.end:
        return
    verb, link = name.doc[end], name.doc[first - 1]
    if verb.tag_ not in AGREEING.get(name.tag_, FINITE) or name.head.pos_ in ("VERB", "AUX"):
        return
    parted = link.text == STOP
    if not parted and (link.dep_ != "cc" or verb.dep_ not in BEHIND_AND or verb.head.i >= first):
        return
    two = name.head.tag_ in NAMES and name.tag_ in NAMES  # "leaders of Ruritania and Sylvania agree"
    past = verb.dep_ == "advcl" and verb.tag_ == "VBD"
    over = _verb_of(name.head) if two and verb.dep_ == "conj" else None
    if over is not None:  # "as rebels swept into Zenda and Rassendyll fled"
        verb.hang(over, "conj")
    elif not parted and verb.tag_ != "VBZ" and (two or past or name.head.head.lower_ == BETWEEN):
        return
    if parted and verb.left_edge.i >= first and any(c.dep_ in ANY_SUBJECTS for c in verb.lefts):
        return
    before = [c for c in verb.lefts if c.dep_ in ANY_SUBJECTS]
    if not parted and before:
        return
    if parted and before:
        _part(verb, before[0], link)
    name.hang(verb, "nsubj")
    if link.dep_ == "cc":
        link.hang(verb.head, "cc")
        verb.dep_ = "conj"


def _verb_of(noun: Token) -> Token | None:
    """The verb before a noun that is its object or says where: it has somebody who does it."""
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ != BETWEEN else noun.head
    if noun.dep_ not in ("pobj", "dobj") or over.pos_ != "VERB" or over.i > noun.i:
        return None
    return over if any(c.dep_ in ANY_SUBJECTS for c in over.lefts) else None


def _part(verb: Token, before: Token, stop: Token) -> None:
    """What the parser took for the subject is the clause before the stop."""
    if before.i < stop.i and before.pos_ == "VERB":
        before.dep_ = "ccomp"
    else:
        before.hang(verb, "dep")


def _relate(noun: Token) -> None:
    """ "Sylvania, whose premier asks them": the premier asks, and the clause is Sylvania's."""
    owner, verb = noun.head, noun.right_edge.i + 1
    doc = noun.doc
    while verb < noun.sent.end and doc[verb].text == ",":
        verb += 1
    if verb >= noun.sent.end:
        return
    clause = doc[verb]
    if clause.tag_ not in FINITE or clause.dep_ not in JOINED or clause.head.i > owner.i:
        return
    if any(c.dep_ in ANY_SUBJECTS for c in clause.lefts):
        return
    noun.hang(clause, "nsubj")
    clause.hang(owner, "relcl")
