"""A draft in, whether it only says what an agreement holds out: "signed a pact to swap workers"."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.kept import AGREED, Kept
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

CLAUSES = ("acl", "advcl", "relcl")
ON_WHAT = frozenset({"on", "for", "about", "regarding", "concerning"})  # "a memorandum on combating crime"
TOWARDS = frozenset({"toward", "towards"})
TRUCE, ASKING = "ceasefire", "REQUEST"  # a kind, a type
UNFINISHED = ("VB", "VBG", "VBP", "VBZ")
AHEAD = ("planned", "hypothetical", "proposed")
BY = "by"


def is_term(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "signed a pact to swap workers", "agreed to a deal in which duties fall": what it says is in the agreement."""
    if _is_what_deal_calls_for(draft, kept, statuses):
        return True
    token, clause = statuses.graph.doc[draft.head], None
    while token.head.i != token.i:
        if (token.dep_ in CLAUSES and token.pos_ in ("VERB", "AUX")) or _is_topic(token):
            clause = token
        if token.dep_ in ("conj", "ccomp", "parataxis") and token.head.i in kept.agreed:
            return False
        if _stands_for_itself(token, statuses) or _is_said_in(token, statuses):
            return False
        token = token.head
        if token.i in kept.agreed:
            if clause is not None and (
                clause.i in kept.quarrels
                or (clause.i in kept.curbs and token.i in kept.backing)
                or _is_resolved_by_another(clause, statuses)
            ):
                return False  # "adopted a resolution that condemns it": who adopts it condemns it
            return clause is not None and (
                draft.status in AHEAD
                or (clause.i == draft.head and _is_topic(clause))
                or _is_in_it(clause, token)
                or _is_let(clause, statuses)
            )
    return False


def _stands_for_itself(clause: Token, statuses: Statuses) -> bool:
    """ "..., while Sylvania announces that it will sign too", "after Graustark approved a sale of jets"."""
    words = statuses.graph.words
    if any(c.dep_ == "mark" and c.lower_ in words["contrasts"] for c in clause.lefts):
        return True
    told = clause.dep_ == "advcl" and clause.tag_ == "VBD" and any(c.dep_ == "nsubj" for c in clause.lefts)
    return told and any(c.lower_ in words["opening a phrase or clause"] for c in clause.lefts)


def _is_said_in(clause: Token, statuses: Statuses) -> bool:
    """ "Issued a joint statement saying that they would bar it": a statement tells what they do, and holds out no terms."""
    words, text = statuses.graph.words, clause.head
    tells = clause.lemma_ in words["announcing verbs"] or clause.lemma_ in words["verbs that only say"]
    return clause.dep_ in CLAUSES and tells and text.lemma_.lower() in words["letters and speeches"]


def _is_topic(token: Token) -> bool:
    """ "A memorandum on combating crime", "a deal for ending the row": a gerund behind what was agreed; "agreed to keep
    working towards ending the row"."""
    if token.dep_ != "pcomp" or token.tag_ != "VBG":
        return False
    noun = token.head.lower_ in ON_WHAT and token.head.head.pos_ == "NOUN"
    return noun or token.head.lower_ in TOWARDS


def _is_resolved_by_another(clause: Token, statuses: Statuses) -> bool:
    """ "welcomed Sylvania's decision to lift the ban", "... a promise by it": Sylvania does so, agreement or not."""
    noun = clause.head
    owned = any(
        (c.dep_ == "poss" and c.pos_ != "PRON")
        or (c.dep_ == "amod" and c.text[0].isupper())
        or (c.dep_ == "prep" and c.lower_ == BY)
        for c in noun.children
    )
    return owned and noun.lemma_.lower() in statuses.graph.words["nouns of resolve"]


def _is_let(clause: Token, statuses: Statuses) -> bool:
    """ "signed a pact allowing troops to use its ports"."""
    return clause.tag_ == "VBG" and clause.lemma_.lower() in statuses.graph.words["permitting verbs"]


def _is_in_it(clause: Token, agreement: Token) -> bool:
    """ "a deal under which ...", "an accord whereby ...", "a pact that sets quotas", "reached a deal that ..."."""
    noun = clause.head
    reached = noun.dep_ == "dobj" and noun.head.i == agreement.i
    says = clause.tag_ == "VBZ" and (reached or noun.i == agreement.i)
    return clause.dep_ == "relcl" and any(
        c.tag_ == "WRB"
        or (c.dep_ == "prep" and any(w.tag_ == "WDT" for w in c.children))
        or (says and c.dep_ == "nsubj" and c.tag_ == "WDT")
        for c in clause.lefts
    )


def _is_what_deal_calls_for(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "The truce calls for Sylvania to free them": a paper that both have agreed on asks nobody."""
    if type_of(draft, statuses) != ASKING:
        return False
    graph, agreed = statuses.graph, statuses.graph.words["papers agreed on"]
    asking = [
        graph.predicates[h] for h in (draft.head, *(a.head for a in draft.applied)) if h in graph.predicates
    ]
    papers = [graph.doc[h] for verb in asking if verb.pos == "verb" for h in verb.heads("subject")]
    return any(t.lemma_.lower() in agreed or t.i in kept.agreed for t in papers)


def is_outcome_of_deal(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Signed a treaty, ending a dispute over the dam": what the treaty brings about is in it."""
    token = statuses.graph.doc[draft.head]
    if token.tag_ != "VBG" or token.dep_ != "advcl" or token.head.i >= token.i:
        return False
    if draft.kind == TRUCE:  # "declared a ceasefire, halting its offensive"
        return token.head.i in (kept.eased | kept.agreed) - {draft.head}
    return type_of(draft, statuses) in AGREED and token.head.i in kept.agreed


def is_in_the_making(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Is mediating a truce between the two", "failed to broker a deal": there is none as yet.

    But "brokered a truce" and "will host talks" are told with what comes of it.
    """
    noun = statuses.graph.doc[draft.head]
    verb = noun.head
    agreed = draft.kind == TRUCE or type_of(draft, statuses) in AGREED
    worked_at = noun.dep_ == "dobj" and verb.tag_ in UNFINISHED and verb.i in kept.all
    return agreed and worked_at and verb.lemma_.lower() in statuses.graph.words["verbs of mediating"]
