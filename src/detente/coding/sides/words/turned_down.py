"""Whose words are turned down, granted or accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of, without
from detente.coding.reasons import because, only_because
from detente.coding.roles.roles import actors_at, actors_of, distinct, sides, without_states
from detente.coding.sides.looking.told_before import told_before
from detente.coding.sides.step import aimed_at_first
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

REFUSING, DECLINED = "REJECT", "declined"  # a type, a status
ASKED, GRANTED = ("object", "at", "off"), ("object", "to", "with")
ANSWERED = frozenset({"AGREE", "REJECT", "CONCEDE"})  # types
ASKERS = ("from", "by")
ANSWERS = frozenset({"REJECT", "acceptance"})  # a type and a kind: what answers an offer
DENIED = "denial"  # a kind
OFFERED, PRONOUN = frozenset({"AGREE", "AID", "CONSULT", "COOPERATE"}), "PRP"  # types, a tag
ASKING = "nouns of asking and offering"
NOUN = "noun"
REJECTED = ("object", "to", "at", "off", "aside")
TURNS_DOWN = "turns it down"


def with_whose_offer(draft: Draft, statuses: Statuses) -> Draft:
    """A refusal of what another asked or offered in, that other as its recipient out.

    "Ruritania turned down a Sylvanian offer to station boats in its waters", "an invitation from Sylvania to a summit":
    Sylvania is refused, whoever the offer speaks of besides. "Sylvania granted Ruritania's request for a pardon": so is the
    request made to Sylvania.
    The draft with who made the offer, plea or plan that is turned down.
    """
    if draft.status != DECLINED and (type_of(draft, statuses) != REFUSING):
        return draft
    for verb in (draft.head, *(a.head for a in draft.applied)):
        found = without(tuple(_askers(verb, statuses)), draft.actors)
        if found and without_states(found, draft.recipients):
            why = f"is turned down in '{statuses.graph.doc[verb].text}'"
            return replace(draft, recipients=distinct(because(found, why)))
    return draft


def _askers(head: int, statuses: Statuses) -> Iterator[Actor]:
    """Whose the thing is that a verb turns down; "from Sylvania" may hang on the verb."""
    graph, verb = statuses.graph, statuses.graph.predicates.get(head)
    if verb is None or verb.pos != "verb":
        return
    words = graph.words[ASKING]
    asked = [h for h in verb.heads(*ASKED) if graph.doc[h].lemma_.lower() in words]
    for noun in asked:
        yield from actors_of(noun, "object", graph, statuses.mentions)
    if asked and not verb.passive:
        yield from actors_at(ASKERS, verb, graph, statuses.mentions)


def with_who_offered(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "The League pledged money to Ruritania. It accepted the offer", "turned it down": the League is answered."""
    if not all(r.inferred for r in draft.recipients) or not _is_of_an_offer(draft, statuses):
        return draft
    if draft.kind == DENIED:  # "attacked a village. The army denied it": what is denied is no offer
        return draft
    before = reversed(told_before(draft, drafts, statuses))
    offers = (d for d in before if type_of(d, statuses) in OFFERED and sides(d.recipients, draft.actors))
    made = next((d for d in offers if d.actors and not sides(d.actors, draft.actors)), None)
    if made is None:
        return draft
    why = f"answers what is offered in '{statuses.graph.doc[made.head].text}'"
    return replace(draft, recipients=only_because(made.actors, why))


def _is_of_an_offer(draft: Draft, statuses: Statuses) -> bool:
    """Whether it is "the offer", "it" or "them" that is accepted or turned down."""
    doc = statuses.graph.doc
    things = [doc[h] for h in statuses.graph.predicates[draft.head].heads("object")]
    asking = statuses.graph.words[ASKING]
    return any(t.tag_ == PRONOUN or (t.lemma_.lower() in asking and _is_bare(t)) for t in things)


def _is_bare(noun: Token) -> bool:
    return all(c.dep_ == "det" for c in noun.children)


def with_who_grants_it(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A request at nobody who is named, with whoever is told to grant or to ignore it as its recipient."""
    kinds, predicates = statuses.lexicon.kinds, statuses.graph.predicates
    asking = {draft.head, *(a.head for a in draft.applied)}
    for other in drafts:
        answer = kinds[other.kind]
        if other.head in asking or answer.type not in ANSWERED:
            continue
        found = without_states(other.actors, draft.actors)
        if found and not asking.isdisjoint(predicates[other.head].heads(*GRANTED)):
            why = f"answers it in '{statuses.graph.doc[other.head].text}'"
            return replace(draft, recipients=because(found, why))
    return draft


def with_who_rejects(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A threat, charge or demand that names nobody in, whoever turns it down as whom it was aimed at out.

    "Ruritania brushed aside Sylvania's threats to seize the dam": it is Ruritania that is threatened.
    """
    graph = statuses.graph
    bearing = {draft.head, *(a.head for a in draft.applied)}
    said = bearing & graph.predicates.keys()  # an adjective is none of them
    words = {head for head in said if graph.predicates[head].pos == NOUN}
    above = {g.head for word in words for g in graph.governors.get(word, ()) if g.name in REJECTED}
    refusing = (d for d in drafts if d.head in above and type_of(d, statuses) == REFUSING)
    return aimed_at_first(draft, (d.actors for d in refusing), TURNS_DOWN)
