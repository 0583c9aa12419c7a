"""A parsed text in, what is told of behind the "by" of a passive, and the second of two passives, given to the verb out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.reading.tokens import Doc, Token

AGENT, CLAUSES, MARK, IT, OF, NAME = "agent", ("relcl", "acl"), "mark", "it", "of", "appos"
VERBAL = ("VBG", "VBN")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
PAST, PARTICIPLE, NUMBER = "VBD", "VBN", "CD"


def repair_behind_agents(doc: Doc, telling: Collection[str] = ()) -> Doc:
    """The same document; `telling` are verbs of telling somebody something."""
    for by in doc.having(dep_=(AGENT,)):
        verb = by.head
        for agent in list(by.rights):
            _name(agent)
            for part, dep in list(_behind(agent, verb, telling)):
                part.hang(verb, dep)
    return doc


def repair_behind_accused(doc: Doc, charging: Collection[str], event_nouns: Collection[str] = ()) -> Doc:
    """ "Accuses three of its neighbours of sheltering rebels", "accuses the premier of a cyberattack": what they are
    accused of goes with the verb. event_nouns: those of one deed, with an article or none."""
    for mark in doc.having(lower_=(OF,)):
        low = next(iter(mark.rights), None)
        if low is None or not (_is_done(low) or _is_deed(low, event_nouns)):
            continue
        if mark.head.tag_ not in ("NNS", "NN", "NNP", "NNPS"):
            continue
        verb = next((t for t in mark.ancestors if t.pos_ == "VERB"), None)
        if verb is None or verb.lemma_.lower() not in charging or any(c.lower_ == OF for c in verb.rights):
            continue
        if any(c.dep_ == "dobj" and c in (mark.head, *mark.head.ancestors) for c in verb.rights):
            mark.hang(verb, "prep")
    return doc


def _is_done(low: Token) -> bool:
    return low.tag_ in VERBAL and low.dep_ == "pcomp"


def _is_deed(low: Token, event_nouns: Collection[str]) -> bool:
    definite = any(c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an") for c in low.lefts)
    return low.dep_ == "pobj" and low.tag_ == "NN" and not definite and low.lemma_.lower() in event_nouns


def _name(agent: Token) -> None:
    """ "By the envoy, Ana Ruiz, that": the name is the envoy's."""
    after = agent.right_edge.i + 1
    if after + 1 >= len(agent.doc) or agent.doc[after].text != ",":
        return
    name = agent.doc[after + 1]
    while name.dep_ == "compound" and name.head.i > name.i:
        name = name.head
    if name.dep_ == NAME and name.tag_ == "NNP" and name.head.i < agent.i:
        name.hang(agent, NAME)
        agent.doc[after].hang(agent, "punct")


def _behind(agent: Token, verb: Token, telling: Collection[str]) -> Iterator[tuple[Token, str]]:
    empty = any(c.dep_ == "nsubjpass" and c.lower_ == IT for c in verb.lefts)
    empty = empty or verb.lemma_.lower() in telling
    for part in agent.rights:
        if part.dep_ == NAME:
            yield from ((low, "ccomp") for low in part.rights if _is_told(low))
        if _is_told(part) and (empty or part.dep_ == "relcl"):  # "that" is nothing in what is told
            yield part, "ccomp"
        if part.lower_ == OF and any(c.dep_ == "pcomp" and c.tag_ in VERBAL for c in part.rights):
            yield part, "prep"


def _is_told(clause: Token) -> bool:
    return clause.dep_ in CLAUSES and any(c.dep_ == MARK and c.lower_ == "that" for c in clause.lefts)


def repair_paired_passives(doc: Doc, suffered: Collection[str], fining: Collection[str]) -> Doc:
    """The same document; only where the second says by whom it was done, and to nobody else, or is one of the verbs
    of what is done to people. fining: those that say how much ("jailed for a year and fined 900 crowns")."""
    for token in doc.having(dep_=("agent",), tag_=(PAST,)):
        if token.dep_ == "agent" and token.head.dep_ == "oprd" and token.head.head.tag_ == PARTICIPLE:
            token.hang(token.head.head, "agent")  # "is shot dead by troops"
        if token.tag_ == PAST and token.dep_ == "conj" and _is_done_too(token, suffered, fining):
            token.tag_ = PARTICIPLE
    return doc


def _is_done_too(verb: Token, suffered: Collection[str], fining: Collection[str]) -> bool:
    first = verb.head
    described = (
        first.dep_ == "acl" and first.tag_ == PARTICIPLE
    )  # "a step welcomed by Ruritania and assailed by"
    passive = described or any(c.dep_ == "auxpass" for c in first.children)
    amount = verb.lemma_.lower() in fining
    deps = {c.dep_ for c in verb.children if not (amount and _is_amount(c))}
    by = any(c.dep_ in ("agent", "prep") and c.lower_ == "by" for c in verb.rights)
    return (
        passive
        and (by or amount or verb.lemma_.lower() in suffered)
        and not deps & {*SUBJECTS, "dobj", "aux", "auxpass"}
    )


def _is_amount(noun: Token) -> bool:
    return noun.dep_ == "dobj" and NUMBER in {noun.tag_, *(c.tag_ for c in noun.lefts)}
