"""The arguments of a predicate and a frame of a cue rule in, the heads of the content out (or nothing)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from detente.coding.attribution.arguments import Arguments
from detente.coding.attribution.subjects import SUBJECTS
from detente.knowledge.cues import PREPOSITIONS, Entry
from detente.reading.tokens import Token

Match = tuple[list[Token], set[int]]
ALONE = "alone"  # the frame of those who are silent
FOR, _TOPICS = "for", ("about", "over", "regarding", "concerning")
CLAUSES = {"infinitive": "xcomp", "clause": "ccomp"}  # parts that may hang elsewhere, and their labels


def match_frame(frame: str, args: Arguments, token: Token, rest: set[int]) -> Match | None:
    """Heads of the content and the prepositions that go with the cue, or None when the frame does not
    hold.
    """
    if frame == ALONE:
        return _alone(args, token, rest)
    if frame in _WHOLE:
        return _WHOLE[frame](args, token)
    if frame == "object+infinitive" and "object" not in args.parts:
        low = args.parts.get("infinitive")
        return ([low], set()) if low is not None and any(c.dep_ in SUBJECTS for c in low.children) else None
    if frame == "object+predicate" and "predicate" not in args.parts:
        named = args.parts.get("object")
        return (
            ([named], set()) if named is not None and (_holds_a_name(named) or _name_follows(named)) else None
        )
    return _in_parts(frame, args, token, rest)


def _in_parts(frame: str, args: Arguments, token: Token, rest: set[int]) -> Match | None:
    """Each part of the frame in turn."""
    heads: list[Token] = []
    marks: set[int] = set()
    for number, part in enumerate(frame.split("+") if "+" in frame else (frame,)):
        found = (
            _prepositional(part, number, args, token, rest)
            if part in PREPOSITIONS
            else _direct(part, args, token, rest)
        )
        if found is None:
            return None
        heads += found[0]
        marks |= found[1]
    return (heads, marks) if heads else None


def _prepositional(part: str, number: int, args: Arguments, token: Token, rest: set[int]) -> Match | None:
    """A preposition that opens the frame goes with the cue ("called for"); a later one is part of the
    content.
    """
    prep = args.prepositions.get(part) or _preposition(token, part)
    for i in rest:
        prep = prep or (_preposition(token.doc[i], part) if i != token.i else None)
    prep = prep or (_on_the_object(part, args) if number else _after_hearer(part, args))
    if prep is None and not number:
        return _for_somebody_to(token) if part == FOR else None
    if prep is None or (number and prep.i in rest):
        return None
    if number:
        return [prep], set()
    heads = [c for c in prep.children if c.dep_ in ("pobj", "pcomp", "prep", "conj")]
    return (heads, {prep.i}) if heads else None


def _after_hearer(part: str, args: Arguments) -> Token | None:
    """ "Talked to guests about the dam": the parser hangs "about" on the guests."""
    if part not in _TOPICS:
        return None
    hearers = (c for word in ("to", "with") if (p := args.prepositions.get(word)) for c in p.rights)
    return next((p for h in hearers if h.dep_ == "pobj" and (p := _preposition(h, part))), None)


def _on_the_object(part: str, args: Arguments) -> Token | None:
    """ "Dismisses rumours as gossip": the parser hangs "as" on the rumours."""
    noun = args.parts.get("object")
    return None if noun is None or part != "as" or args.passive else _preposition(noun, part)


def _for_somebody_to(token: Token) -> Match | None:
    """ "called for the minister to resign": the parser takes "for" for a conjunction."""
    for clause in token.rights:
        marks = [c for c in clause.children if c.dep_ == "mark" and c.lower_ == FOR]
        infinitive = any(c.tag_ == "TO" and c.dep_ == "aux" for c in clause.children)
        if marks and infinitive and clause.dep_ in ("advcl", "ccomp", "xcomp"):
            return [clause], {marks[0].i}
    return None


def _direct(part: str, args: Arguments, token: Token, rest: set[int]) -> Match | None:
    if part == "clause" and "clause" not in args.parts and args.governor is not None:
        return [args.governor], set()
    head = args.parts.get(part)
    head = head if head is None or head.i not in rest else None
    if head is None and part in CLAUSES:
        head = (
            _below_fixed_words(part, token, rest) or _own_clause(token, part) or _distant_clause(token, part)
        )
    return ([head], set()) if head is not None and head.i not in rest else None


def _below_fixed_words(part: str, token: Token, rest: set[int]) -> Token | None:
    """ "made the case that", "made it clear that", "had nothing to say": the clause hangs on the fixed words."""
    fixed = [token.doc[i] for i in rest if i > token.i]
    if part == "infinitive":
        below = (c for t in fixed for c in t.rights if c.dep_ in ("acl", "relcl"))
        return next((c for c in below if any(g.tag_ == "TO" for g in c.lefts)), None)
    told = (c for t in fixed for c in t.rights if _is_told(c))
    return next(told, None) if part == "clause" else None


def _is_told(clause: Token) -> bool:
    """ "Clear that he would go": the parser takes such a clause for an adverbial one at times."""
    if clause.dep_ == "advcl":
        return any(c.dep_ == "mark" and c.lower_ in ("that", "whether") for c in clause.children)
    return clause.dep_ in ("ccomp", "acl", "relcl")


def _holds_a_name(noun: Token) -> bool:
    """ "called the plan “a ruse”" read as one noun phrase: a mark in its midst, or a second noun or
    adjective after it.
    """
    inner = list(noun.subtree)[1:]
    if any(t.is_quote or t.text == "''" for t in inner[:-1]):
        return True
    return any(
        c.dep_ in ("dobj", "oprd", "attr") or (c.dep_ == "amod" and c.i > noun.i) for c in noun.children
    )


def _name_follows(noun: Token) -> bool:
    after = noun.doc[noun.right_edge.i + 1 : noun.right_edge.i + 8]
    return any(t.is_quote for t in after) and not any(
        t.pos_ == "VERB" or t.is_sent_start for t in after if t.i < _first_quote(after)
    )


def _first_quote(tokens: Iterable[Token]) -> int:
    return next((t.i for t in tokens if t.is_quote), 0)


def _preposition(token: Token, word: str) -> Token | None:
    return next(
        (c for c in token.children if c.dep_ in ("prep", "prt") and c.lower_ == word and c.rights), None
    )


def _own_clause(token: Token, part: str) -> Token | None:
    """The complement of a predicative adjective hangs on the adjective itself ("is willing to talk")."""
    quality = token.pos_ == "ADJ" or token.dep_ == "acomp"
    return next((c for c in token.children if c.dep_ == CLAUSES[part]), None) if quality else None


def _distant_clause(token: Token, part: str) -> Token | None:
    """A that-clause that the parser hung on a time or place between ("said for the first time that")."""
    if part != "clause" or any(c.dep_ in ("dobj", "ccomp") for c in token.children):
        return None
    for child in token.rights:
        if child.dep_ in ("prep", "npadvmod", "dative", "advmod", "agent"):
            for low in child.subtree:
                if low.dep_ in ("relcl", "acl", "ccomp") and low.left_edge.lower_ in ("that", "whether"):
                    return low
    return None


def _impersonal(args: Arguments, token: Token) -> Match | None:
    if args.subject is None or args.subject.lower_ not in ("it", "this", "that"):
        return None
    clause = args.parts.get("clause") or _own_clause(token, "clause") or args.parts.get("infinitive")
    if clause is None:
        clause = next(
            (c for c in args.predicate.children if c.dep_ in ("csubj", "advcl", "ccomp") and c.i > token.i),
            None,
        )
    clause = clause or _distant_clause(token, "clause")
    return ([clause], {args.subject.i}) if clause is not None else None


def entries_held(token: Token, entries: Iterable[Entry]) -> Iterator[tuple[Entry, set[int]]]:
    """Those of a word's entries whose fixed words stand below it, with the tokens of these words."""
    below = {word for child in token.children for word in (child.lower_, child.lemma_)}
    for entry in entries:
        if entry.rest and entry.rest[0] not in below and entry.rest[-1] not in below:  # nearly always
            continue
        rest = fixed_words(token, entry.rest)
        if rest is not None:
            yield entry, rest


def fixed_words(token: Token, rest: tuple[str, ...]) -> set[int] | None:
    """Tokens of the words that belong to the cue, each below the one before or below the cue; None when
    one lacks. In "made it clear" the parser takes "it" for the subject of "clear".
    """
    if not rest:
        return set()
    found = _in_turn(token, rest)
    return _in_turn(token, rest[::-1]) if found is None and len(rest) > 1 else found


def _in_turn(token: Token, rest: tuple[str, ...]) -> set[int] | None:
    found: set[int] = set()
    above = [token]
    for word in rest:
        here = _child_called(word, above, infinitive="to" in rest)
        if here is None:
            return None
        found.add(here.i)
        above.insert(0, here)
    return found


def _child_called(word: str, above: Iterable[Token], *, infinitive: bool) -> Token | None:
    """Not an infinitive that the words do not hold: "declined to comment" is no "decline comment"."""
    for token in above:
        for child in token.children:
            if word not in (child.lower_, child.lemma_):
                continue
            if infinitive or not any(c.tag_ == "TO" for c in child.lefts):
                return child
    return None


def named_by(head: Token) -> Token:
    """What a head of content is called: the noun after its preposition ("described it as nonsense"), else itself."""
    low = next((c for c in head.rights if c.dep_ in ("pobj", "pcomp", "amod")), None)
    return low if low is not None and head.dep_ == "prep" else head


def _nothing(args: Arguments, token: Token) -> Match | None:
    return None


def _raised(args: Arguments, token: Token) -> Match | None:
    low = args.parts.get("infinitive") or args.parts.get("predicate") or args.parts.get("quality")
    return ([args.subject, low], set()) if args.subject is not None and low is not None else None


def _likened(args: Arguments, token: Token) -> Match | None:
    """ "The pact looks like a trap", "it sounded as if he would go": what it looks like, and what looks so."""
    low = next((c for c in token.rights if _likens(c)), None)
    if args.subject is None or low is None:
        return None
    return ([low] if args.subject.lower_ == "it" else [args.subject, low]), set()


def _likens(child: Token) -> bool:
    if child.dep_ == "prep":
        return child.lower_ == "like"
    if child.dep_ != "advcl":
        return False
    opening = child.left_edge.lower_
    return opening == "like" or (opening == "as" and child.left_edge.nbor().lower_ in ("if", "though"))


def _subject(args: Arguments, token: Token) -> Match | None:
    return ([args.subject], set()) if args.subject is not None else None


def _host(args: Arguments, token: Token) -> Match | None:
    return ([args.governor], set()) if args.governor is not None else None


def _alone(args: Arguments, token: Token, rest: set[int]) -> Match | None:
    """ "Did not respond", "could not be reached": nothing is told of what they were asked."""
    own = {"object"} if args.passive else {"quality"} if token != args.predicate else set()
    told = {name for name, part in args.parts.items() if part.i not in rest} - own
    return None if told or args.governor is not None else ([], set())


_WHOLE: Mapping[str, Callable[[Arguments, Token], Match | None]] = {
    "quote": _nothing,
    "rest": _nothing,
    "raising": _raised,
    "likeness": _likened,
    "subject": _subject,
    "it": _impersonal,
    "host": _host,
}
