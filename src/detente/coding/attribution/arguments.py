"""A predicate in, its arguments out: subject and complements."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from detente.coding.attribution.subjects import SUBJECTS, is_passive, lost_subject, own_subject, subject_of
from detente.reading.tokens import Token

_PARTS = ("dobj", "oprd", "attr", "acomp", "ccomp", "xcomp", "advcl")  # labels of what can be a part
_RELATIVE = ("WDT", "WP")
CLAUSAL = ("ccomp", "xcomp")


class Arguments(msgspec.Struct, frozen=True, kw_only=True):
    """Complements by the names that the frames of cue rules use; `prepositions` maps a word to its `prep`
    tokens.
    """

    predicate: Token
    subject: Token | None
    passive: bool
    full_passive: bool  # with an auxiliary of its own
    agent: Token | None
    parts: dict[str, Token] = msgspec.field(default_factory=dict)
    prepositions: dict[str, Token] = msgspec.field(default_factory=dict)
    governor: Token | None = (
        None  # for "X, he said, ...": the head of the clause that the predicate comments on
    )


def arguments_of(predicate: Token) -> Arguments:
    """The arguments of a verb or predicative adjective; in a passive the subject stands as `object`."""
    passive = is_passive(predicate)
    inverted = _after_its_verb(predicate)
    subject = inverted or subject_of(predicate) or lost_subject(predicate)
    agent = next((c for by in predicate.children if by.dep_ == "agent" for c in by.children), None)
    parts: dict[str, Token] = {}
    lefts, rights = predicate.lefts, predicate.rights
    for child in [c for c in (*rights, *lefts) if c.dep_ in _PARTS]:
        name = _part(child) if not _modifies_subject(child, predicate) else None
        if name and name not in parts and child is not inverted:
            parts[name] = child
    parts = parts or _shared_parts(predicate) or _told_before_it(predicate)
    if passive:
        parts = _without_main_clause(parts, predicate)
    told = agent is not None and "clause" in parts and subject is not None and subject.lower_ == "it"
    if passive and subject is not None and not told:  # "it was admitted by him that": the clause was
        parts.setdefault("object", subject)
    return Arguments(
        predicate=predicate,
        subject=subject,
        passive=passive,
        full_passive="auxpass" in [c.dep_ for c in predicate.children],
        agent=agent,
        parts=parts,
        prepositions={
            c.lower_: c
            for c in (*lefts, *rights[::-1])  # the first behind it counts
            if c.dep_ in ("prep", "agent", "dative") and c.rights
        },
        governor=governor_of(predicate),
    )


def with_judges(args: Arguments, circumstances: Collection[str]) -> Arguments:
    """ "Was seen as a triumph by some": the parser hangs those who see it on what they see, or on the verb as a time."""
    if not args.passive or args.agent is not None:
        return args
    verb = args.predicate
    seen_as = [c for c in verb.rights if c.dep_ == "oprd" or c.lower_ == "as"]
    above = [verb, *seen_as, *(low for c in seen_as for low in c.rights)] if seen_as else []
    behind = (c for t in above for c in t.rights if c.lower_ == "by" and c.i > seen_as[0].i)
    judges = (o for by in behind for o in by.rights if o.dep_ == "pobj" and o.pos_ != "NUM")
    agent = next((j for j in judges if j.lemma_.lower() not in circumstances), None)
    return args if agent is None else msgspec.structs.replace(args, agent=agent)


def _after_its_verb(verb: Token) -> Token | None:
    """ "The envoy had left, alleged the army": what the parser takes for the object is the one who speaks."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or own_subject(verb) is not None:
        return None
    told = any(c.dep_ == "ccomp" for c in verb.lefts) and verb.i > 0 and verb.doc[verb.i - 1].text == ","
    return next((c for c in verb.rights if c.dep_ == "dobj"), None) if told else None


def _part(child: Token) -> str | None:
    if child.dep_ == "dobj":
        return "object"
    if child.dep_ in ("ccomp", "advcl") and _is_headline(child):
        return "clause"
    if child.dep_ in ("oprd", "attr") or (child.dep_ == "ccomp" and not _is_verbal(child)):
        return "predicate"
    if child.dep_ == "acomp":
        return "quality"
    if child.dep_ in CLAUSAL:
        return _clause_kind(child)
    first = child.left_edge
    if (
        child.dep_ == "advcl"
        and first.lower_ == "if"
        and child.head.i < first.i
        and first.nbor(-1).text != ","
    ):
        return "if"
    return "clause" if child.dep_ == "advcl" and _is_asked_or_told(child) else None


def _is_asked_or_told(clause: Token) -> bool:
    """By its mark; "unable to verify when and where it was filmed": two such words can only ask."""
    if any(c.dep_ == "mark" and c.lower_ in ("whether", "that") for c in clause.children):
        return True
    asking = [c for c in clause.lefts if c.tag_ == "WRB"]
    return len(asking) > 1 and asking[0].i == clause.head.i + 1


def _without_main_clause(parts: dict[str, Token], predicate: Token) -> dict[str, Token]:
    """ "Asked if he would go, he laughed": the parser takes "laughed" for what was asked."""
    clause = parts.get("clause")
    for low in clause.lefts if clause is not None else ():
        opens = low.left_edge.i == predicate.i + 1 and low.left_edge.lower_ in ("if", "whether")
        if low.dep_ == "advcl" and opens and low.doc[low.right_edge.i + 1].text == ",":
            return {**{name: part for name, part in parts.items() if name != "clause"}, "if": low}
    return parts


def _shared_parts(predicate: Token) -> dict[str, Token]:
    """ "neither confirm nor deny the report": a bare verb shares the complement of the one joined to it."""
    for other in predicate.rights:
        if (
            other.dep_ == "conj"
            and other.pos_ == "VERB"
            and own_subject(other) is None
            and other.i - predicate.i <= 3
        ):
            return {name: c for c in other.children if (name := _part(c)) in ("object", "clause") and name}
    return {}


def _told_before_it(predicate: Token) -> dict[str, Token]:
    """ "A claim the palace denied": what a clause without its pronoun tells of stands before it."""
    subject, noun = own_subject(predicate), predicate.head
    if predicate.dep_ != "relcl" or subject is None or subject.tag_ in _RELATIVE or is_passive(predicate):
        return {}
    bare = predicate.left_edge.i == subject.left_edge.i
    behind = any(c.dep_ != "punct" for c in predicate.rights)
    return {"object": noun} if bare and not behind and noun.i < predicate.i else {}


def _modifies_subject(child: Token, predicate: Token) -> bool:
    """A participle before the verb with no comma between is part of the subject ("voters going home say")."""
    if child.i > predicate.i or child.tag_ not in ("VBG", "VBN") or child.dep_ not in CLAUSAL:
        return False
    return all(not t.is_punct for t in predicate.doc[child.i : predicate.i])


def _is_headline(told: Token) -> bool:
    """ "Fuel stocks down to nine days, minister warns": a clause without its verb."""
    verb, after = told.head, told.right_edge.i + 1
    opens = told.left_edge.i == told.sent.start and after < verb.i and told.doc[after].text == ","
    return opens and not _is_verbal(told) and not any(c.pos_ != "PUNCT" for c in verb.rights)


def _is_verbal(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or any(c.dep_ in ("cop", "aux", *SUBJECTS) for c in token.children)


def _clause_kind(clause: Token) -> str:
    aux = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
    if any(c.tag_ == "TO" for c in aux):
        return "infinitive"
    if (
        clause.tag_ == "VBG"
        and not own_subject(clause)
        and not any(c.tag_ in ("VBD", "VBP", "VBZ", "MD") for c in aux)
    ):
        return "gerund"
    if clause.dep_ == "xcomp" and clause.pos_ not in ("VERB", "AUX"):
        return "predicate"
    return "clause"


def governor_of(verb: Token) -> Token | None:
    """For an inserted comment clause ("the talks, he said, ..."; "as he put it") the clause that it is set
    in.
    """
    if verb.dep_ == "parataxis" or (verb.dep_ == "ccomp" and _comments(verb)):
        return verb.head
    as_told = any(c.dep_ in ("mark", "advmod") and c.lower_ == "as" for c in verb.lefts)
    if (
        verb.dep_ == "advcl"
        and as_told
        and not any(c.dep_ == "dobj" and c.lower_ != "it" for c in verb.rights)
    ):
        return verb.head  # but "as he denounced the tests, many clapped"
    return None


def _comments(verb: Token) -> bool:
    """A `ccomp` without a complement of its own that stands after its head between commas."""
    return verb.i > verb.head.i and not any(c.dep_ in CLAUSAL for c in verb.children) and _set_off(verb)


def _set_off(verb: Token) -> bool:
    left = verb.left_edge.i
    mark = verb.doc[left - 1]
    closes = mark.text == '"' and bool(mark.whitespace_)
    return left > 0 and (closes or mark.text in (",", "—", "–", "-", "--", "”"))
