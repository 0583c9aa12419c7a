"""A parsed text in, the same with second sides of "between", things halted and relative clauses put where they belong.

"Talks between the army of Sylvania and rebels from Graustark": the parser lists the rebels with Sylvania, or with the
talks. "A halt to trade with Sylvania": it takes what is halted for a verb. "A raid the day before that killed ten":
no day has killed them.
"""

from __future__ import annotations

from detente.knowledge.grammar import Grammar
from detente.reading.repairs.agents.between import raise_between
from detente.reading.repairs.clauses.agreeing import agree
from detente.reading.repairs.names.listed_persons import part_persons
from detente.reading.repairs.phrases.joined import join_after
from detente.reading.repairs.phrases.last_noun import free_from_noun, free_third_side
from detente.reading.shapes import FINITE, SUBJECTS
from detente.reading.tokens import Doc, Token

SINGULAR = ("NN", "NNP")
TOPICS = ("about", "on", "over", "regarding", "concerning")
JOINS, OF = "and", "of"
NAMES, TWO = ("NNP", "NNPS"), 2
STRUCK_BY = ("in", "by", "after", "during")
REASONS = ("response to", "reaction to", "despite", "due to", "because of")
CIRCUMSTANCES = ("after", "before", "because", "although", "though", "until", "unless")
LOOKED_AT = frozenset({"ccomp", "nmod", "appos", "conj", "amod", "relcl", "acl", "advcl", "xcomp"})
WHERE = ("in", "at", "into", "near", "inside", "outside", "off", "across")


def repair_joins(doc: Doc, grammar: Grammar, event_nouns: frozenset[str] = frozenset()) -> Doc:
    """The same document, where the words leave hardly another reading; `event_nouns`: the noun entries of all rules."""
    halts = grammar.words["halts"]
    for token in doc.having(dep_=LOOKED_AT, lower_=("between", "for", "over")):
        _join_listed(token, event_nouns)
        if token.lower_ == "between" and token.dep_ == "prep":
            _join_second_side(token)
            raise_between(token, grammar.words["had between two"], grammar.words["fought over by others"])
            free_third_side(token, grammar.words["people in crowds"])
        elif token.lower_ in ("for", "over") and token.dep_ == "prep":
            _free_reason(token)
        elif token.dep_ == "conj" and token.tag_ == "NNS" and token.head.tag_ in SINGULAR:
            _join_compounds(token)
        elif token.dep_ == "amod" and token.head.i < token.i:
            _read_verdict(token, grammar.words["judging verbs"])
        elif token.dep_ == "relcl" and token.head.dep_ == "npadvmod":
            _free_from_day(token)
        elif token.dep_ == "relcl" and not free_from_noun(token, grammar.words["units of time"]):
            _free_from_place(token, grammar.words["harming verbs"])
            agree(token, grammar.words["plural in sense"])
        elif token.dep_ == "acl" and token.tag_ == "VBN" and token.head.pos_ == "PROPN":
            _free_aim(token, grammar.words["aiming verbs"])
        elif token.dep_ in ("acl", "advcl") and token.tag_ == "VBG":
            _give_own_subject(token)
            _free_from_date(token, grammar.words["units of time"])
            _say_in_paper(token, grammar.words["papers of complaint"])
        elif token.dep_ == "conj" and token.tag_ == "VBG" and token.head.tag_ in FINITE:
            _join_to_topic(token)
        elif token.dep_ in ("conj", "appos"):
            part_persons(token)
        elif token.tag_ == "VB" and token.dep_ in ("acl", "advcl", "xcomp", "relcl"):
            _read_what_is_halted(token, halts)
    return doc


def _join_listed(token: Token, event_nouns: frozenset[str]) -> None:
    if token.dep_ == "ccomp":
        _read_circumstance(token)
    if token.dep_ == "appos":
        _join_names(token)
    if token.dep_ == "conj":
        join_after(token, event_nouns)


def _read_circumstance(clause: Token) -> None:
    """ "Sources said, days after Sylvania proposed a levy": when, and not what they said."""
    if any(c.dep_ == "mark" and c.lower_ in CIRCUMSTANCES for c in clause.children):
        clause.dep_ = "advcl"


def _read_verdict(adjective: Token, judging: frozenset[str]) -> None:
    """ "Held the army responsible for the raid": it is held to be so, and is no "responsible army".

    "Makes the support of rebels punishable by death": nor are the rebels punishable.
    """
    noun = adjective.head
    if not any(c.dep_ == "prep" for c in adjective.rights):
        return
    if noun.dep_ == "pobj" and noun.head.lower_ == OF and noun.right_edge is adjective.right_edge:
        noun = noun.head.head
    if noun.dep_ == "dobj" and noun.head.lemma_ in judging:
        adjective.hang(noun.head, "oprd")


def _join_names(first: Token) -> None:
    """ "Ruritania, Sylvania, Graustark and Zenda met": the second of a list is no other name of the first."""
    head = first.head
    if first.tag_ not in NAMES or head.tag_ not in NAMES or head.dep_ == "pobj":
        return
    bare = all(c.dep_ in ("compound", "det", "punct", "conj", "cc") for c in first.children)
    listed = len(list(first.conjuncts)) >= TWO or _second_subject(first)
    if bare and listed and first.doc[first.left_edge.i - 1].text == ",":
        first.hang(head, "conj")


def _second_subject(name: Token) -> bool:
    """ "Ruritania, Sylvania, and Graustark urge": the last is one more subject, or joined to the first."""
    first = name.head
    last = [*name.rights, *first.rights, *(c for c in first.head.lefts if c.dep_ == "nsubj")]
    return first.dep_ == "nsubj" and any(
        c.tag_ in NAMES
        and c.dep_ in ("conj", "nsubj")
        and c.i > name.i
        and c.left_edge.nbor(-1).head in (first, name)
        for c in last
    )


def _free_from_day(clause: Token) -> None:
    """ "a raid the day before that killed ten"."""
    day = clause.head
    if day.head.pos_ == "NOUN" and day.head.i < day.i:
        clause.hang(day.head, "relcl")


def _free_from_place(clause: Token, harming: frozenset[str]) -> None:
    """ "an explosion at a mill in Zenda, which killed two", "sent men into Zenda, who shot at cars": no town does that."""
    if clause.head.pos_ != "PROPN" or clause.head.dep_ != "pobj":
        return
    who = next((c.lower_ for c in clause.lefts if c.dep_ in SUBJECTS), None)
    if who != "who" and (who not in ("which", "that") or clause.lemma_.lower() not in harming):
        return
    above = clause.head
    while above.dep_ == "pobj" and above.head.lower_ in WHERE:
        above = above.head.head
    if above.pos_ == "VERB":
        above = next((c for c in above.rights if c.dep_ == "dobj"), above)
    if above.pos_ == "NOUN" and above is not clause.head:
        clause.hang(above, "relcl")


def _free_aim(clause: Token, aiming: frozenset[str]) -> None:
    """ "Talks open in Zenda, Ruritania, aimed at ending the war": the talks are, and not the town."""
    if clause.lemma_.lower() not in aiming or clause.nbor(-1).text != ",":
        return
    place = next((t for t in (clause.head, *clause.head.ancestors) if t.dep_ == "pobj"), None)
    if place is None or place.head.lower_ not in WHERE or place.head.head.pos_ != "VERB":
        return
    verb = place.head.head
    opened = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    opened = opened or next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if opened is not None and opened.pos_ == "NOUN":
        clause.hang(opened, "acl")


def _join_to_topic(deed: Token) -> None:
    """ "They spoke about the war, and removing curbs": no finite verb goes on with a bare participle."""
    verb = deed.head
    link = deed.left_edge.i - 1
    if deed.doc[link].dep_ != "cc" or any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in deed.children):
        return
    topic = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ in TOPICS and c.i < deed.i), None)
    first = next((c for c in topic.children if c.dep_ == "pobj"), None) if topic is not None else None
    if first is not None:
        deed.hang(first, "conj")


def _give_own_subject(deed: Token) -> None:
    """ "In response to two jets violating its airspace": the jets did, and not who responds."""
    before = deed.doc[max(deed.left_edge.i - 1, 0)]
    who = next((t for t in (before, *before.ancestors) if t.dep_ == "pobj"), None)
    if who is None or who.right_edge.i < before.i or who.head.i > before.i or deed.head is who:
        return
    why = f"{who.head.head.lower_} {who.head.lower_}" if who.head.lower_ in ("to", "of") else who.head.lower_
    if why in REASONS and not any(c.dep_ in ("nsubj", "mark", "aux") for c in deed.lefts):
        deed.hang(who, "acl")


def _say_in_paper(saying: Token, papers: frozenset[str]) -> None:
    """ "Dismisses a case against Sylvania alleging that it broke a treaty": who brought the case alleges that."""
    before = saying.doc[max(saying.left_edge.i - 1, 0)]
    paper = next((t for t in (before, *before.ancestors) if t.lemma_.lower() in papers), None)
    if saying.dep_ == "advcl" and paper is not None and paper.dep_ == "dobj" and paper.head is saying.head:
        apart = any(t.text == "," for t in saying.doc[paper.i : saying.i])
        if not apart and paper.right_edge.i >= before.i - 1:
            saying.hang(paper, "acl")


def _free_from_date(aiming: Token, units: frozenset[str]) -> None:
    """ "Launched shells for the second day targeting a port": no day aims at anything."""
    day = aiming.head
    if aiming.dep_ != "acl" or day.lemma_.lower() not in units or day.dep_ != "pobj":
        return
    verb = day.head.head
    thing = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < day.i), None)
    if thing is not None:
        aiming.hang(thing, "acl")


def _join_compounds(noun: Token) -> None:
    """ "Killed in Sylvanian missile and drone strikes": missile strikes are meant, and no missile."""
    first, start = noun.head, noun.left_edge
    bare = first.dep_ == "pobj" and not any(
        c.dep_ in ("det", "nummod", "poss", "prep") for c in first.children
    )
    named = first.tag_ == "NNP" and first.head.lower_ not in STRUCK_BY
    if not bare or named or noun.nbor(-1).dep_ != "compound" or start.i != first.i + 2:
        return
    link, hyphened = noun.doc[first.i + 1], noun.doc[start.i + 1].text == "-"  # "drone and anti-tank missile"
    if start.i != noun.i - 1 and not hyphened:
        return
    if link.dep_ != "cc" or (first.tag_ == "NNP") != (start.tag_ == "NNP"):
        return
    noun.hang(first.head, first.dep_)
    for child in list(first.children):
        if child.i < first.i:
            child.hang(noun, child.dep_)
    first.hang(noun, "compound")
    link.hang(first, "cc")
    start.hang(first, "conj")


def _free_reason(reason: Token) -> None:
    """ "barred him from entering its territory for helping rebels": why he is barred, and not why he enters."""
    inner = reason.head if reason.head.pos_ == "VERB" else reason.head.head
    barred = inner.dep_ == "pcomp" and inner.head.lower_ == "from"
    if barred and (reason.lower_ == "over" or any(c.dep_ == "pcomp" for c in reason.children)):
        reason.hang(inner.head.head, "prep")


def _join_second_side(between: Token) -> None:
    first = next((c for c in between.children if c.dep_ == "pobj"), None)
    if first is None or first.tag_ not in SINGULAR or any(c.dep_ == "conj" for c in first.children):
        return
    second = next((c for c in _listed_below(first)), None) or _listed_above(between, first)
    if second is not None and _joined(first, second):
        second.hang(first, "conj")


def _listed_below(first: Token) -> list[Token]:
    """ "between the army of Sylvania and rebels": what is listed with the last name of the first side."""
    last, found = first, []
    while (prep := next((c for c in last.rights if c.dep_ == "prep"), None)) is not None:
        inner = next((c for c in prep.children if c.dep_ == "pobj"), None)
        if inner is None:
            break
        found += [c for c in inner.children if c.dep_ == "conj"]
        last = inner
    return found


def _listed_above(between: Token, first: Token) -> Token | None:
    """ "talks between the army of Sylvania and rebels": what is listed with the talks themselves."""
    return next((c for c in between.head.rights if c.dep_ == "conj" and c.i > first.i), None)


def _joined(first: Token, second: Token) -> bool:
    words = [t.lower_ for t in first.doc[first.i + 1 : second.left_edge.i]]
    return bool(words) and words[-1] == JOINS and words.count(JOINS) == 1 and "," not in words


def _read_what_is_halted(verb: Token, halts: frozenset[str]) -> None:
    """ "a halt to trade", "an end to air strikes": what stands after "to" is a noun, or the first part of one."""
    to = verb.doc[verb.i - 1] if verb.i > verb.sent.start + 1 else None
    if to is None or to.tag_ != "TO" or to.head.i != verb.i:
        return
    halt = to.nbor(-1)
    if halt.pos_ != "NOUN" or halt.lemma_.lower() not in halts:
        return
    whole = next((c for c in verb.rights if c.dep_ == "dobj" and c.left_edge.i <= verb.i + 1), None)
    if whole is not None and whole.left_edge.pos_ in ("DET", "PRON", "PROPN"):
        return
    verb.pos_, verb.tag_, verb.lemma_ = "NOUN", "NN", verb.lower_
    to.pos_, to.tag_ = "ADP", "IN"
    to.hang(halt, "prep")
    if whole is None:
        verb.hang(to, "pobj")
        return
    whole.hang(to, "pobj")
    for child in list(verb.children):
        child.hang(whole, child.dep_)
    verb.hang(whole, "compound")
