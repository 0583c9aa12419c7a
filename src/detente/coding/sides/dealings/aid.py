"""Who gives help and who gets it."""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.roles.roles import actors_at, sides
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.standing.status import Statuses

HELP, TAKING, OBJECT = "AID", "taking verbs", "dobj"  # a type, a list of words, a label
ARMS = "military aid"  # a kind: help that no state gives itself
PEOPLE = "CVL"
PARTICIPLE, GOAL = "acl", ("for", "from")  # "planes with food for Sylvania" need not be there
BY_MEANS_OF, RULERS, WHO_ACTS = "with", "GOV", "what is done with its help is done by or in this state"
WHY = "the land in which those who help are said to be"


def without_taker(draft: Draft, statuses: Statuses) -> Draft:
    """Aid that somebody receives in, the same without him as its giver out.

    "Sylvania receives its first shipment of vaccines": "its" says who gets them, and not who sends them. Nor are "the
    tanks" that are delivered to Sylvania known as its own because nobody else is named.
    The draft; who else gives it the steps after it may find.
    """
    graph = statuses.graph
    word = graph.doc[draft.head]
    around = (draft.head, word.head.i) if word.dep_ == OBJECT else (draft.head,)
    found = graph.at(around)
    verbs = [verb for verb in found if verb.lemma in graph.words[TAKING]]
    takers = tuple(a for verb in verbs for a in actors_at(("subject",), verb, graph, statuses.mentions))
    if draft.head in (verb.head for verb in verbs):  # but "Ruritania welcomed nine Sylvanians as refugees"
        takers = tuple(a for a in takers if sides((a,), draft.recipients))
    guessed = tuple(a for a in draft.actors if a.inferred) if draft.kind == ARMS else ()
    theirs = tuple(a for a in guessed if sides((a,), draft.recipients))
    givers = tuple(a for a in draft.actors if not sides((a,), (*takers, *theirs)))
    return draft if len(givers) == len(draft.actors) else replace(draft, actors=givers)


def with_those_helped_there(draft: Draft, statuses: Statuses) -> Draft:
    """Help by people who are said to be in another land in, those who live there as whom it is for, and who were hit, out.

    "Graustark's doctors in Klausenburg treat children wounded by Ruritanian shells": Sylvanians are treated and were hit,
    and neither Ruritanians nor Graustarkians.
    The draft; whom the clause itself names stays.
    """
    code = type_of(draft, statuses)
    if any(r.inferred is None for r in draft.recipients):
        return draft
    helpers = _helpers(draft, statuses) if code == HELP else _helpers_of_those_hit(draft, statuses)
    land = _land_of(helpers, draft, statuses)
    return draft if land is None else replace(draft, recipients=(side_at_home(land, PEOPLE, WHY),))


def with_who_was_helped(draft: Draft, statuses: Statuses) -> Draft:
    """ "Miners are freed in Sylvania with the help of Graustark": Sylvania is helped; whoever acts with it comes first."""
    doc = statuses.graph.doc
    noun = doc[draft.head]
    if noun.dep_ != "pobj" or noun.head.lower_ != BY_MEANS_OF:
        return draft
    verb = statuses.graph.predicates.get(noun.head.head.i)
    acting = actors_at(("subject",), verb, statuses.graph, statuses.mentions) if verb is not None else ()
    lands = [a.country for a in acting if a.country]
    lands += [place.country for _, place in statuses.named.places.get(noun.sent.start, ()) if place.country]
    lands += sorted(countries_named(draft.head, statuses)) if not lands else []
    others = [land for land in lands if land not in {a.country for a in draft.actors}]
    return replace(draft, recipients=(side_at_home(others[0], RULERS, WHO_ACTS),)) if others else draft


def _helpers(draft: Draft, statuses: Statuses) -> tuple[int, ...]:
    return statuses.graph.predicates[draft.head].heads("subject")


def _helpers_of_those_hit(draft: Draft, statuses: Statuses) -> tuple[int, ...]:
    """The subject above "children wounded by Ruritanian shells", if it is thought that they were hit."""
    token = statuses.graph.doc[draft.head]
    above = [token, *token.ancestors]
    within = next((n for n, t in enumerate(above) if t.dep_ == PARTICIPLE), None)
    verbs = (statuses.graph.predicates.get(t.i) for t in above[within + 1 :]) if within is not None else ()
    heads = next((found for verb in verbs if verb is not None and (found := verb.heads("subject"))), ())
    if any(token.i in {t.i for t in statuses.graph.doc[h].subtree} for h in heads):
        return ()  # "doctors wounded in an air strike": they were hit
    known = (statuses.mentions.actors.get(h) for h in heads)
    lands = {mention.actor.country for mention in known if mention is not None}
    return heads if not draft.recipients or lands & {r.country for r in draft.recipients} else ()


def _land_of(helpers: tuple[int, ...], draft: Draft, statuses: Statuses) -> str | None:
    """ "Doctors in Klausenburg", "workers sent to Klausenburg": the one land of a place in what they are called."""
    doc = statuses.graph.doc
    known = (statuses.mentions.actors.get(head) for head in helpers)
    own = {a.country for a in draft.actors} | {m.actor.country for m in known if m is not None}
    within = {t.i for head in helpers for t in doc[head].subtree if t.i != head and t.head.lower_ not in GOAL}
    places = statuses.named.places.get(doc[draft.head].sent.start, ()) if within else ()
    lands = {place.country for i, place in places if i in within and place.country} - own
    return lands.pop() if len(lands) == 1 else None
