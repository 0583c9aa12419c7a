"""A draft in, whether it is something from before that the text only refers to out.

"Freed them under the terms of the truce", "attacked despite the ceasefire": what was agreed before is no news; nor is
what somebody is yet to end ("urged them to end the blockade").
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import family_of
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.reading.graph.negation import counts_nobody
from detente.reading.tokens import Token

REFERRED = "an agreement that is only referred to"
DEBATED = "it is only debated whether it should be done"
STILL_ON = "it goes on, and is only what somebody is yet to end"
UNREST = "PROTEST"
AGREED = ("agreement", "promise", "alliance")
UNEXPECTED = "nobody expects it"
KEPT_OFF = "it is only what somebody wants to keep from happening"
SINCE = "it only says since when"
AHEAD = ("hypothetical", "planned")
TRUCE, UNREAL, OFF = "ceasefire", "hypothetical", "cancelled"
OF_A_SORT, LIKE_IT, PLURAL = "it only says of what sort another is", "such", "NNS"
THE = "the"
WARS = frozenset({"invasion", "fighting"})  # kinds
SIDES = ("dobj", "nsubj", "nsubjpass")
YEAR, BEST = 4, "JJS"  # figures; "the worst fighting since"
SINCE_MARK, THEN, PAST, STATES = "since", "then", ("VBD", "VBN"), ("acomp", "attr")


def only_referred_to(draft: Draft, statuses: Statuses) -> str | None:
    """The reason why the event is left out, or None."""
    if _is_yet_to_end(draft):
        return STILL_ON
    if draft.status == OFF and _is_to_be_kept_off(draft, statuses):
        return KEPT_OFF
    named = statuses.graph.doc[draft.head]
    if named.tag_ == PLURAL and any(c.lower_ == LIKE_IT for c in named.lefts):
        return OF_A_SORT
    if _is_since_when(draft, statuses) or _dates_a_war(draft, statuses):
        return SINCE
    if (open_to_doubt := _only_thought_about(draft, statuses)) is not None:
        return open_to_doubt
    token = statuses.graph.doc[draft.head]
    if (type_of(draft, statuses) != UNREST) and _only_dates(token):  # unrest goes on
        return SINCE
    if token.pos_ != "NOUN" or (
        draft.kind != TRUCE and family_of(draft.kind, statuses.lexicon) not in AGREED
    ):
        return None
    words = statuses.graph.words["referring words"]
    known = any(c.dep_ == "poss" or "Def" in c.morph.get("Definite", []) for c in _first(token).children)
    known = (known or token.tag_ == PLURAL) and any(t.lower_ in words for t in _above(token))
    dated = draft.status in HAPPENED and _bears_a_year(token)
    return REFERRED if known or dated else None


def _only_thought_about(draft: Draft, statuses: Statuses) -> str | None:
    """Why what has not happened is no more than asked, a condition or a thought."""
    if draft.status in AHEAD and _is_debated(draft, statuses):
        return DEBATED
    unexpected = draft.status not in HAPPENED and _is_expected_by_nobody(draft.head, statuses)
    return UNEXPECTED if unexpected else None


def _bears_a_year(noun: Token) -> bool:
    """ "The 2019 accord allows inspectors in": which one it is, and so made before."""
    dated = any(c.text.isdigit() and len(c.text) == YEAR for c in noun.lefts)
    return dated and noun.dep_ in ("nsubj", "pobj") and any(c.lower_ == THE for c in noun.lefts)


def _is_yet_to_end(draft: Draft) -> bool:
    first = next(iter(draft.applied), None)
    if first is None or first.status in HAPPENED:
        return False
    return first.operator.factive and not first.operator.keeps


def _only_dates(token: Token) -> bool:
    """ "Ties have been strained since Sylvania shelled a ferry": when it began; what else goes on since then is news."""
    for clause in (token, *token.ancestors):
        if clause.pos_ in ("VERB", "AUX") and any(_opens_since(child, clause) for child in clause.children):
            return _is_state(clause.head) or clause.dep_ == "ROOT"
    return False


def _opens_since(word: Token, clause: Token) -> bool:
    """ "Since then troops have taken two towns" tells of what came after."""
    marks = word.dep_ == "mark" and word.lower_ == SINCE_MARK and word.i < clause.i
    return marks and not (word.i + 1 < len(word.doc) and word.doc[word.i + 1].lower_ == THEN)


def _is_state(verb: Token) -> bool:
    """ "The hotline has been silent": how a thing is, and nothing done."""
    return any(c.dep_ in STATES and c.i > verb.i for c in verb.children) or verb.pos_ == "ADJ"


def _is_to_be_kept_off(draft: Draft, statuses: Statuses) -> bool:
    """ "Began drills to deter attacks": nobody says that an attack was coming, or that it is off."""
    over = [a.head for a in draft.applied if a.operator.status == OFF and not a.operator.actor]
    verbs = (statuses.graph.predicates.get(head) for head in over)
    return any(verb is not None and verb.mood == "infinitive" for verb in verbs)


def _is_since_when(draft: Draft, statuses: Statuses) -> bool:
    """ "The first vote since the king fell", "the worst raid since its deployment": what happened then only says how
    long ago the last one was."""
    token = statuses.graph.doc[draft.head]
    since = _since_over(token)
    if since is None:
        return False
    ranking = statuses.graph.words["ranking words"]
    before = token.doc[token.sent.start : since.i]
    return any(t.lower_ in ranking or (t.tag_ == BEST and t.dep_ == "amod") for t in before)


def _since_over(token: Token) -> Token | None:
    """The "since" that opens the clause of a verb or stands before a noun."""
    if token.tag_ in PAST:
        return next((c for c in token.lefts if c.dep_ == "mark" and c.lower_ == SINCE_MARK), None)
    prep = token.head
    own = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in token.lefts)  # of what is told of, as all know
    since = token.dep_ == "pobj" and prep.dep_ == "prep" and prep.lower_ == SINCE_MARK
    return prep if own and since else None


def _dates_a_war(draft: Draft, statuses: Statuses) -> bool:
    """ "His first visit since the start of the Sylvanian invasion": all know of it."""
    if draft.kind not in WARS:
        return False
    above = _above(statuses.graph.doc[draft.head])
    return any(t.dep_ == "prep" and t.lower_ == SINCE_MARK for t in above)


def _is_debated(draft: Draft, statuses: Statuses) -> bool:
    """ "Kept coming back to whether the state should arm the rebels or move its embassy", "asked whether it would send
    troops": nobody does or asks it."""
    graph = statuses.graph
    token = graph.doc[draft.head]
    while token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX"):
        token = token.head
    marks = {c.lower_ for c in token.lefts if c.dep_ in ("mark", "advmod")}
    yields = (graph.doc[a.head] for a in draft.applied)  # "will raid them until Sylvania agrees to talks"
    terms = marks.union(c.lower_ for t in yields for c in t.lefts if c.dep_ == "mark" and t.dep_ == "advcl")
    if not terms.isdisjoint(graph.words["conjunctions of terms"]):
        return True  # "no money until Sylvania comes to terms with it"
    verb = graph.predicates.get(
        token.i
    )  # "weighs whether to go", "cannot say whether troops fired" tell more
    supposed = draft.status == UNREAL and verb is not None and verb.modal is not None
    return supposed and not marks.isdisjoint(graph.words["open conjunctions"])


def _is_expected_by_nobody(head: int, statuses: Statuses) -> bool:
    """ "Few expect Sylvania to withdraw": what is told is what people think, and nobody has refused anything."""
    words = statuses.graph.words
    thinking = (
        t for t in statuses.graph.doc[head].ancestors if t.lemma_.lower() in words["verbs of expecting"]
    )
    thinkers = (c for t in thinking for c in t.lefts if c.dep_ == "nsubj")
    return any(counts_nobody(who, words) for who in thinkers)


def _first(token: Token) -> Token:
    """The first of coordinated nouns, and of a compound the noun: which one it is is said there."""
    while token.dep_ in ("conj", "compound", "poss") and token.head.pos_ == "NOUN":
        token = token.head
    return token


def _above(token: Token) -> Iterator[Token]:
    """The prepositions and the nouns between them over a noun, and the verb of whose sides it is one."""
    token = _first(token)
    while token.dep_ in ("pobj", "prep", "pcomp") and token.head.i != token.i:
        token = token.head
        yield token
    if token.dep_ in SIDES:
        yield token.head
        if token.head.lemma_ == "come":  # "the deal came under criticism"
            yield from (c for c in token.head.rights if c.dep_ == "prep" and c.lower_ == "under")
