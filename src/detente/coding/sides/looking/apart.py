"""A party that a sentence names in, whether it stands apart from the act out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from detente.coding.drafting.draft import Draft
from detente.coding.roles.known import keys_of, word_of
from detente.coding.roles.mentions import Mention
from detente.coding.roles.roles import actors_at
from detente.coding.standing.status import Statuses
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token
from detente.records import Actor

SPOKEN_TO = ("object", "indirect")
ASKED, VERB = ("purpose", "clause", "for"), "verb"
PERSON, STATE, HIM = "person", "state", "PRP"
ASKING = "REQUEST"
FRIENDLY = frozenset({"AGREE", ASKING, "SUPPORT"})
UNREAL = "hypothetical"
ATTACKS, BACKS = "ASSAULT", "SUPPORT"
MEANWHILE, REASONS = "amid", ("over", "for", "following", "citing", "because of", "due to")
ACTIVE, SEMICOLON = "nsubj", ";"
BACKGROUND, WHERE = "relcl", "where"


def speaks_to_its_own(draft: Draft, statuses: Statuses) -> bool:
    """ "The senator invited the governor on a trip to Sylvania": whom the words are for is of the same state, or only "him"; so
    is who should act in "pressed for the state to bomb Sylvania".
    """
    kind = statuses.lexicon.kinds[draft.kind]
    if kind.type not in FRIENDLY:
        return False
    own = {a.country for a in draft.actors if a.country}
    known = statuses.mentions.actors
    heads = statuses.graph.predicates[draft.head].heads(*SPOKEN_TO)
    if any(h not in known and statuses.graph.doc[h].tag_ == HIM for h in heads):
        return True
    named = [known[h] for h in heads if h in known and known[h].kind == PERSON]
    if kind.type == ASKING and draft.made:
        named += [m for m in _asked_to_act(draft, statuses) if m.kind == STATE and not m.actor.inferred]
    return any(m.actor.country in own for m in named)


def _asked_to_act(draft: Draft, statuses: Statuses) -> Iterator[Mention]:
    """Who does what is asked for, if it is another than who asks."""
    predicates, known = statuses.graph.predicates, statuses.mentions.actors
    asks = predicates[draft.head]
    for head in asks.heads(*ASKED):
        clause = predicates.get(head)
        if clause is not None and clause.pos == VERB and not clause.passive:
            doers = set(clause.heads("subject")) - set(asks.heads("subject"))
            yield from (known[h] for h in doers if h in known)


def is_about_another_thing(draft: Draft, other: Actor, statuses: Statuses) -> bool:
    """ "defended the tax, calling it a gift to Sylvania": who is not named with what is backed is not backed.

    Nor is it known whom an attack would hit that is only thought of, "accused Zendasoft over a Sylvanian film" accuses a
    firm, and whoever "backed Sylvania's call for an inquiry" was not called on.
    """
    kind = statuses.lexicon.kinds[draft.kind]
    if other.span is None:
        return False
    if kind.type == ATTACKS:
        return draft.status == UNREAL
    if kind.type == ASKING:
        return _is_seconded_by(draft, other, statuses)
    if kind.type != BACKS:
        return False
    doc = statuses.graph.doc
    heads = [h for h in statuses.graph.predicates[draft.head].heads("object") if doc[h].pos_ == "NOUN"]
    edges = [(doc[h].left_edge, doc[h].right_edge) for h in heads]
    return bool(edges) and not any(a.idx <= other.span.start <= z.idx + len(z.text) for a, z in edges)


def _is_seconded_by(draft: Draft, other: Actor, statuses: Statuses) -> bool:
    """Whether the other one only backs, repeats or praises what is asked for."""
    graph = statuses.graph
    over = graph.over(draft.head, SPOKEN_TO[0])
    seconding = [verb for verb in over if verb.lemma in graph.words["verbs of seconding"]]
    backers = (a for v in seconding for a in actors_at(("subject",), v, graph, statuses.mentions))
    return (other.country or other.id) in keys_of(backers)


def judges(draft: Draft, statuses: Statuses) -> frozenset[str]:
    """ "Graustark criticised Sylvania's refusal to apologise for a fisherman's death": who only judges it."""
    return frozenset(_who_judge(draft, statuses))


def _who_judge(draft: Draft, statuses: Statuses) -> Iterator[str]:
    graph, known = statuses.graph, statuses.mentions.actors
    for head in draft.path:
        below = graph.predicates.get(head)
        for governor, operator in statuses.operators.over(below) if below is not None else ():
            verb = graph.predicates[governor.head]
            if operator.factive and operator.keeps and verb.pos == VERB and not operator.moods:
                actors = (
                    known[h].actor for h in verb.heads("by" if verb.passive else "subject") if h in known
                )
                yield from (key for a in actors if (key := a.country or a.id))


def is_around(actor: Actor, draft: Draft, statuses: Statuses) -> bool:
    """ "Unions demanded a vote amid a dispute with Sylvania": what unions, parties and courts do is aimed at home."""
    name = word_of(actor, statuses.graph.doc)
    above = takewhile(lambda t: t.i != draft.head, name.ancestors if name is not None else ())
    return any(t.dep_ == "prep" and t.lower_ in statuses.graph.words["occasions and causes"] for t in above)


def is_amid_it(actor: Actor, draft: Draft, statuses: Statuses) -> bool:
    """ "Ruritania closes its embassy in Klausenburg amid an offensive of the rebels": it is not Ruritania that is hit."""
    graph = statuses.graph
    outer = graph.over(draft.head, MEANWHILE)
    acting = (a for verb in outer for a in actors_at(("subject",), verb, graph, statuses.mentions))
    return any(a.country == actor.country for a in acting)


def answers_it(actor: Actor, draft: Draft, statuses: Statuses) -> bool:
    """ "Ruritania sanctions settlers over violence in Zenda": who takes steps over it was not hit by it."""
    graph = statuses.graph
    outer = graph.over(draft.head, *REASONS)
    acting = (a for verb in outer for a in actors_at(("subject",), verb, graph, statuses.mentions))
    return bool(draft.actors) and any(a.country == actor.country for a in acting)


def is_past_semicolon(actor: Actor, draft: Draft, statuses: Statuses) -> bool:
    """ "Ruritania bans a club; Sylvania deplores it": who only comments on what is done at home."""
    doc = statuses.graph.doc
    name = word_of(actor, doc)
    if name is None or name.i < draft.head:
        return False
    tops = takewhile(lambda t: t.dep_ != "ROOT" or t is name, (name, *name.ancestors))
    acts = any(t.dep_ in SUBJECTS for t in tops)
    return acts and any(t.text == SEMICOLON for t in doc[draft.head : name.i])


def is_told_of_others(actor: Actor, draft: Draft, statuses: Statuses) -> bool:
    """ "Ruritania bombs the port; Graustark urges Sylvania to step in": what others do there is not done to them."""
    doc = statuses.graph.doc
    name = word_of(actor, doc)
    if name is None or name.i < draft.head:
        return name is not None and (
            _speaks_of_fight(name, draft, statuses) or _is_outside_where(name, draft, statuses)
        )
    stop = next((t.i for t in doc[draft.head : name.i] if t.text == SEMICOLON), None)
    above = (t for t in (name, *name.ancestors) if stop is not None and t.i > stop)
    return any(c.dep_ == ACTIVE and c.i > (stop or 0) for t in above for c in t.lefts)


def _is_outside_where(name: Token, draft: Draft, statuses: Statuses) -> bool:
    """ "Ruritania flew aid to Sylvania, where the army besieges a town": who is told of before is not hit there."""
    deed = statuses.graph.doc[draft.head]
    clauses = (t for t in (deed, *deed.ancestors) if t.dep_ == BACKGROUND)
    placed = (v for v in clauses if any(c.lower_ == WHERE for c in v.lefts))
    return any(name is not verb.head and not verb.is_ancestor(name) for verb in placed)


def _speaks_of_fight(name: Token, draft: Draft, statuses: Statuses) -> bool:
    """ "The premier discussed the clashes between militias in Sylvania that killed nine": of that land, as those are who
    fight there, and not of his."""
    token, words = statuses.graph.doc[draft.head], statuses.graph.words
    if token.dep_ != BACKGROUND or any(a.id or (a.country and not a.inferred) for a in draft.actors):
        return False
    fights = words["attack nouns"] | words["fought over by others"]
    fight = next((t for t in token.ancestors if t.lemma_.lower() in fights or t.lower_ in fights), None)
    return fight is not None and name.i < fight.left_edge.i and fight.dep_ not in SUBJECTS


def is_behind_deed(other: Actor, draft: Draft, statuses: Statuses) -> bool:
    """ "A raid on a market in Zenda killed nine, which drew criticism from Graustark": who is named behind what it did."""
    graph = statuses.graph
    deeds = (graph.predicates.get(h) for h in graph.predicates[draft.head].heads("subject"))
    by_deed = any(deed is not None and deed.pos == "noun" for deed in deeds)
    return by_deed and other.span is not None and other.span.start > graph.doc[draft.head].idx
