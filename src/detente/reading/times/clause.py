"""A verb in, where its clause looks out: tense and aspect, planning words above it, adverbs beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from detente.knowledge.times import Cues
from detente.reading.tokens import Token

Looks = Literal["past", "future", "open"]
NOMINAL = ("NOUN", "PROPN")
VERBAL = ("VERB", "AUX")
MODIFIES = ("amod", "advmod", "compound", "acomp", "npadvmod")
COMPLEMENTS = ("xcomp", "ccomp", "pcomp", "dobj")
PRESENT = ("VBZ", "VBP")
BY_TAG: Mapping[str, Looks] = {"VBD": "past", "VBN": "past", "VBZ": "future", "VBP": "future", "MD": "future"}
FOR, TO_COME_TO = ("as", "for"), ("for", "to")  # "named 3 May for a vote", "called to a meeting"
AMID = ("in", "at", "during")
REASONS = ("for", "over", "of")
STEPS = 12  # no clause is nested deeper in news


class View(Struct, frozen=True):
    """looks: the direction; likely: the better guess when it is open; weak: only the present tense says so.

    adverbial: the expression dates a verb, and no noun stands between.
    """

    looks: Looks
    likely: Looks = "open"
    adverbial: bool = False
    weak: bool = False


class Path(Struct, frozen=True):
    """What was passed on the way from the expression up to its verb: nominal a noun, inner a noun under a noun.

    behind: the noun is of what the verb does ("the talks agreed") or what went before it ("put off after a call").
    reason: it stands in what may be the reason for what the verb does ("jailed for a raid in April").
    amid: what the verb does is done in the course of what the noun names ("discussed it in a call on Monday").
    """

    preposition: str | None = None
    nominal: bool = False
    inner: bool = False
    adverbial: bool = True
    behind: bool = False
    reason: bool = False
    amid: bool = False


def of_verb(verb: Token, cues: Cues, path: Path) -> View:
    """Where the clause of the verb looks, or those above it when it does not tell."""
    for _ in range(STEPS):
        view = _clause(verb, cues, path)
        above = _verb_above(verb) if view is None else None
        if above is None:
            view = view or View("open")
            return View(view.looks, view.likely, path.adverbial, view.weak)
        given = verb.dep_ == "pcomp" and verb.head.lower_ in REASONS
        after = verb.dep_ == "prep" and cues.of("behind", verb.lower_) is not None  # "following an election"
        path = replace(path, nominal=after, behind=path.behind or after, reason=path.reason or given)
        verb = above
    return View("open")


def modified(token: Token, cues: Cues) -> Looks | None:
    """What the modifiers of a noun ("planned visit") or verb ("initially scheduled") say."""
    for child in token.children:
        if child.dep_ in MODIFIES and (looks := cues.of("modifiers", child.lower_)):
            return looks
    return None


def _verb_above(verb: Token) -> Token | None:
    for token in verb.ancestors:
        if token.pos_ in VERBAL:
            return token
    return None


def _clause(verb: Token, cues: Cues, path: Path) -> View | None:
    """The clause's own answer; None when it has none and the clause above must tell."""
    said = modified(verb, cues)
    if not said and (_names_it(verb, cues, path) or _gathers_for_it(verb, cues, path)):
        said = "future"
    if said:
        return View(said)
    view = _tense(verb, cues)
    present = view is not None and view.weak
    if (path.reason or present) and cues.of("reacts", verb.lemma_.lower()):
        # "jails a man for a raid in May"; "police arrest nine men in May": no timetable has that
        return View("past") if path.reason else View("open", "past")
    leads = cues.participles.get(verb.lemma_.lower())
    if leads is not None and not path.nominal:
        if not leads and verb.tag_ == "VBD" and any(c.dep_ == "dobj" for c in verb.children):
            return View("open")  # "set a record in July", "scheduled a vote in July"
        if not leads or path.preposition in leads:
            return _planned(verb, view)
        if any(c.tag_ in PRESENT for c in verb.children if c.dep_ == "aux" and cues.of("perfects", c.lower_)):
            return View("open", "future")  # nobody "has been invited in May" who was invited in May
    if _bare_complement(verb) and cues.of("governors", verb.head.lemma_.lower()):
        return View("future")
    if view and any(c.dep_ == "acomp" and cues.of("governors", c.lower_) for c in verb.children):
        return View("open") if view.looks == "past" else View("future")  # "was due", "is likely"
    return _beside_a_noun(verb, view, cues, path) if view and path.nominal else view


def _names_it(verb: Token, cues: Cues, path: Path) -> bool:
    """ "Has fixed 3 May as the date": the day is what is fixed."""
    if path.preposition == "for" and not path.nominal and verb.lemma_.lower() in cues.announces:
        return any(
            c.dep_ == "aux" and c.tag_ in PRESENT for c in verb.children
        )  # "has been announced for Saturday"
    own = path.preposition is None and not path.nominal
    return own and bool(cues.of("names", verb.lemma_.lower())) and any(c.lower_ in FOR for c in verb.children)


def _gathers_for_it(verb: Token, cues: Cues, path: Path) -> bool:
    """ "Have been summoned for a meeting on Monday": in the perfect, the day is that of the meeting."""
    if not path.nominal or not cues.of("gathers", verb.lemma_.lower()):
        return False
    perfect = any(c.dep_ == "aux" and c.tag_ in PRESENT for c in verb.children)
    to = (n for c in verb.children if c.lower_ in TO_COME_TO for n in c.children)
    return perfect and any(all(d.dep_ != "poss" and d.lower_ != "the" for d in noun.lefts) for noun in to)


def _beside_a_noun(verb: Token, view: View, cues: Cues, path: Path) -> View:
    """What is announced or awaited lies ahead; "markets digest Friday's figures" does not say so."""
    if path.behind and (view.looks == "past" or view.weak):
        return View("past")  # "resigns after the election in July" too
    if path.amid and view.looks == "past":
        return view
    if _announced(verb, cues):
        return View("open", "future") if view.looks == "past" else view
    within = path.preposition is None and not cues.of("governors", verb.lemma_.lower())
    return View("open") if view.weak and within else view


def _announced(verb: Token, cues: Cues) -> bool:
    """ "Wednesday's test was announced", "has been put off"; but "Friday's figures put it at nine"."""
    lemma = verb.lemma_.lower()
    parts = (f"{lemma} {c.lower_}" for c in verb.children if c.dep_ == "prt")
    return lemma in cues.announces or any(part in cues.announces for part in parts)


def _bare_complement(verb: Token) -> bool:
    """ "Proposed holding talks", "wants the matter settled"."""
    bare = verb.tag_ in ("VBG", "VBN") and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return bare and verb.dep_ in COMPLEMENTS


def _planned(verb: Token, view: View | None) -> View:
    """ "Has been set for May" looks ahead; "was set" or "had been set for May" tells only that the plan is old."""
    if view is None or view.looks != "past" or not any(c.dep_ == "auxpass" for c in verb.children):
        return View("future")
    tags = {c.tag_ for c in verb.children if c.dep_ == "aux"}
    return View("future") if tags & {"VBZ", "VBP"} else View("open")


def _tense(verb: Token, cues: Cues) -> View | None:
    words = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return _by_auxiliaries(verb, words, cues) if words else _spoken(BY_TAG.get(verb.tag_))


def _by_auxiliaries(verb: Token, words: Sequence[str], cues: Cues) -> View | None:
    perfect = any(cues.of("perfects", word) for word in words)
    modal = next((looks for word in words if (looks := cues.of("modals", word))), None)
    if perfect:  # "until he has met" lies ahead where the clause above looks ahead
        return None if verb.dep_ == "advcl" and not _past(verb) and not modal else View("past")
    if modal:
        return View(modal)
    if any(cues.of("infinitives", word) for word in words):
        return _infinitive(verb, cues)
    spoken = next((looks for word in words if (looks := cues.of("auxiliaries", word))), None)
    return _spoken(spoken or BY_TAG.get(verb.tag_))


def _spoken(spoken: Looks | None) -> View | None:
    return View(spoken, weak=spoken == "future") if spoken else None


def _infinitive(verb: Token, cues: Cues) -> View | None:
    """An infinitive looks ahead under a word of planning, under a bare auxiliary, and alone in a headline."""
    above = verb.head
    until = any(c.dep_ == "mark" and cues.of("prepositions", c.lower_) == "future" for c in verb.children)
    if above.i == verb.i or until:  # "gave it until March to decide", parsed as one clause
        return View("future")
    if above.pos_ == "AUX" and verb.dep_ in ("xcomp", "acomp"):
        return View("future") if above.tag_ != "VBD" else View("open")
    if cues.of("commands", above.lemma_.lower()) and verb.dep_ in COMPLEMENTS and not _past(above):
        return View("future")
    if not cues.of("governors", above.lemma_.lower()):
        above = above.head  # "decided last week to meet" is parsed as "week to meet" at times
        if verb.head.pos_ not in NOMINAL or not cues.of("governors", above.lemma_.lower()):
            return None
    return View("open") if _old_plan(above) else View("future")


def _old_plan(governor: Token) -> bool:
    """ "Was due", "was supposed", "had hoped": what was then to come may be over by now."""
    if governor.pos_ == "ADJ" and governor.head.pos_ == "AUX":
        return governor.head.tag_ == "VBD" or _past(governor.head)
    passive = any(c.tag_ == "VBD" for c in governor.children if c.dep_ == "auxpass")
    reported = governor.dep_ == "ccomp"  # "said that they had agreed to meet": the plan is still a plan
    return passive or (governor.pos_ in VERBAL and _past(governor) and not reported)


def _past(verb: Token) -> bool:
    """Whether "had" or "did" stands before the verb."""
    return any(c.tag_ == "VBD" for c in verb.children if c.dep_ == "aux")
