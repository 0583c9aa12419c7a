"""A noun in, whose it is where the words beside it say so: a group's fighters, a state's base abroad.

"Militants belonging to the league" are the league's, "the Ruritanian base Zenda in Sylvania" is Ruritania's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from detente.coding.matching.who_is import FIGHTING
from detente.coding.roles.known import phrase_of, word_of
from detente.coding.roles.mentions import Mention, Mentions
from detente.ids import is_group
from detente.reading.graph import Graph
from detente.reading.tokens import Token
from detente.records import Actor

BESIDE, EMBASSY = ("near", "around", "opposite", "beside", "behind"), ":embassy"
BLAME = "ACCUSE"  # a type
REPROACHES = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})  # types
AGAINST = frozenset({"on", "against", "at", "in", "into"})
TARGETING, ENMITY = frozenset({"against", "towards", "toward"}), "prefixes of enmity"
OWNING = ("poss", "amod", "compound", "nmod")
LENDING = ("poss", "amod")  # "under Sylvanian mediation"
OF, BY_LEAVE = ("of", "from"), ("with", "at", "on", "under", "in")
OPPOSITION = "OPP"
PART_OF_NAME = ("conj", "appos", "compound", "amod", "poss", "nmod")
FIGHTERS = frozenset({"REB", "UAF", "PRM"})
ACTING = ("subject", "by")
TOLD_OF = ("acl", "relcl")
VERB, RELATIVE, WHICH = "VERB", "relcl", ("WDT", "WP")


def is_mission(actor: Actor) -> bool:
    """Whether it is an embassy."""
    return (actor.id or "").endswith(EMBASSY)


def whose_fighters(
    head: int, name: str, mention: Mention | None, graph: Graph, mentions: Mentions
) -> tuple[Actor, ...]:
    """ "Militants belonging to the league", "gunmen loyal to the king": theirs, where of the gunmen no more is known."""
    if mention is None:
        whose = _who_wield if name in ACTING else _who_hold
        return tuple(whose(graph.doc[head], graph, mentions))
    if mention.actor.id or not set(mention.actor.sectors) <= FIGHTERS:
        return ()
    for clause in graph.doc[head].rights:
        verb = graph.predicates.get(clause.i)
        led = verb is not None and verb.passive and verb.lemma in graph.words["leading verbs"]
        if clause.dep_ != "acl" or verb is None or not (led or verb.lemma in graph.words["belonging"]):
            continue
        groups = (mentions.actors.get(h) for h in verb.heads(*(("subject", "by") if led else ("to", "with"))))
        return tuple(m.actor for m in groups if m is not None and is_group(m.actor.id))
    told = mention.actor.country is not None and mention.actor.inferred is None
    return () if told else tuple(_followed(graph.doc[head], graph, mentions))


def _who_wield(weapon: Token, graph: Graph, mentions: Mentions) -> Iterator[Actor]:
    """ "Hit by a Ruritanian rocket fired by rebels", "believed to have been fired by": they strike, and not who made it."""
    told = [c for c in weapon.rights if c.dep_ == "acl"]
    for clause in (*told, *(below for c in told for below in c.rights if below.dep_ == "xcomp")):
        verb = graph.predicates.get(clause.i)
        if verb is not None and verb.passive and verb.lemma in graph.words["wielding verbs"]:
            yield from (mentions.actors[h].actor for h in verb.heads("subject") if h in mentions.actors)


def _who_hold(thing: Token, graph: Graph, mentions: Mentions) -> Iterator[Actor]:
    """ "Destroyed a depot in Klausenburg that belonged to the league", "hit a post manned by Sylvanian soldiers": theirs,
    whoever's land it stands on."""
    for clause in thing.rights:
        verb = graph.predicates.get(clause.i)
        if clause.dep_ not in TOLD_OF or verb is None or verb.negated:
            continue
        held = verb.passive and verb.lemma in graph.words["verbs of staying in"]
        names = (*ACTING,) if held else ("to",) if verb.lemma in graph.words["owning verbs"] else ()
        for mention in (mentions.actors.get(h) for h in verb.heads(*names)):
            if mention is not None and mention.kind != "outlet":
                yield mention.actor


def _followed(noun: Token, graph: Graph, mentions: Mentions) -> Iterator[Actor]:
    """Whom an adjective after the noun says that they follow."""
    for word in noun.rights:
        if word.lower_ not in graph.words["belonging adjectives"]:
            continue
        for token in (t for prep in word.rights if prep.dep_ == "prep" for t in prep.children):
            mention = mentions.actors.get(token.i)
            if mention is not None and mention.kind != "outlet":
                yield mention.actor


def whose_base(head: int, graph: Graph, mentions: Mentions) -> tuple[Actor, ...]:
    """ "the Ruritanian base Zenda in Sylvania", "the rebel stronghold of Zenda": whose it is, and not where."""
    noun = graph.predicates.get(head)
    before = noun.heads("mod", "poss") if noun is not None and noun.pos == "noun" else ()
    named = (m for h in before if (m := mentions.modifiers.get(h)) is not None)
    owners = (m for m in named if m.kind == "state" or not FIGHTING.isdisjoint(m.actor.sectors))
    return tuple(m.actor for m in owners if m.actor.country != mentions.places[head].country)


def is_embassy(head: int, mentions: Mentions) -> bool:
    """Whether a token stands for a mission, which lies in another state than its own."""
    mention = mentions.actors.get(head)
    return mention is not None and is_mission(mention.actor)


def is_only_where(head: int, name: str, pos: str, graph: Graph, mentions: Mentions) -> bool:
    """ "Hits a garage near the Sylvanian embassy", "killed two in a raid on the border": where those are who are hit;
    but "digs a ditch on the border"."""
    border = pos == "noun" and name == "on" and graph.doc[head].lemma_.lower() in graph.words["border nouns"]
    return border or (name in BESIDE and is_embassy(head, mentions))


def stands_beside(token: Token, mentions: Mentions) -> bool:
    """ "A house near the Sylvanian embassy": where something is, and nobody of that state."""
    return any(
        t.dep_ == "pobj" and t.head.lower_ in BESIDE and is_embassy(t.i, mentions)
        for t in (token, token.head)
    )


def is_by_whom(actor: Actor, graph: Graph) -> bool:
    """ "Took in migrants expelled by Sylvania": who did it to those whom others help."""
    by = _preposition_over(actor, graph)
    if by is None or by.dep_ != "agent" or by.head.dep_ != "acl":
        return False
    return by.head.lemma_ in graph.words["done to people"]


def is_only_hit(actor: Actor, graph: Graph, *, blamed: bool = False) -> bool:
    """ "Condemned the attack on Sylvania", "an end to strikes against it": who is hit is not who is blamed or asked.

    Nor is a group that somebody is said to back: "denied arming the Black Eagles". blamed: what is said is a reproach,
    and no call for measures against somebody.
    """
    if is_group(actor.id) and _is_backed(actor, graph):
        return True
    by = _preposition_over(actor, graph)
    deeds = graph.words["attack nouns"] | (graph.words["measure nouns"] if blamed else frozenset())
    hit = by is not None and by.lower_ in AGAINST and by.head.lemma_.lower() in deeds
    return hit or (blamed and _is_wronged(actor, graph)) or is_spared_or_hurt(actor, graph)


def _is_wronged(actor: Actor, graph: Graph) -> bool:
    """ "Threats against Sylvania"; voters of whom only the land is known stand for who rules it, too."""
    told = actor.id is not None or actor.inferred is None
    return (told and is_target_of(actor, graph.words["wrongs"], graph)) or _is_hit_by_it(actor, graph)


def _is_hit_by_it(actor: Actor, graph: Graph) -> bool:
    """ "Condemned the bombing that killed nine Sylvanians": whom it hit; not who "carried it out in Zenda"."""
    word = word_of(actor, graph.doc)
    verb = next((t for t in word.ancestors if t.pos_ == VERB), None) if word is not None else None
    if word is None or verb is None or verb.dep_ != RELATIVE or word.i < verb.i:
        return False
    hits = graph.words["harming verbs"] | graph.words["striking verbs"]
    return verb.lemma_ in hits and any(c.dep_ == "nsubj" and c.tag_ in WHICH for c in verb.lefts)


def is_target_of(actor: Actor, nouns: Collection[str], graph: Graph) -> bool:
    """ "Threats against Sylvania", "an anti-Sylvanian march": whether one of these nouns says what it is against."""
    named = phrase_of(actor, graph.doc)
    if named is None:
        return False
    by = preposition_of(named.root)
    if by is not None and by.lower_ in TARGETING:
        beside = graph.doc[by.i - 1]  # whatever the parser hangs it on
        return by.head.lemma_.lower() in nouns or beside.lemma_.lower() in nouns
    first, joined = named[0].i - 2, named[0].i - 1
    opposed = first >= 0 and graph.doc[joined].text in "-–" and graph.doc[first].lower_ in graph.words[ENMITY]
    return opposed and named.root.head.lemma_.lower() in nouns


def is_spared_or_hurt(actor: Actor, graph: Graph) -> bool:
    """ "The arrest of its citizens", "the soldiers' release"."""
    owned = _owned_by(actor, graph)
    if owned is not None:
        return owned in graph.words["owned sufferings"] and actor.id != actor.country
    by = _preposition_over(actor, graph)
    return by is not None and by.lower_ in OF and by.head.lemma_.lower() in graph.words["suffered nouns"]


def is_hit_by_others(actor: Actor, graph: Graph, *, blamed: bool = False) -> bool:
    """ "Condemned the bombing of Sylvania": by somebody else; its own opposition it may have hit itself."""
    by = None if OPPOSITION in actor.sectors else _preposition_over(actor, graph)
    if by is None:
        return blamed and _is_wronged(actor, graph)
    deeds = graph.words["attack nouns"] | (graph.words["measure nouns"] if blamed else frozenset())
    blows = graph.words["blows"] if by.lower_ in OF else deeds
    hit = by.lower_ in (*OF, *AGAINST) and by.head.lemma_.lower() in blows
    return hit or (blamed and _is_wronged(actor, graph))


def _owned_by(actor: Actor, graph: Graph) -> str | None:
    """What is somebody's: "the soldiers' release"."""
    word = word_of(actor, graph.doc)
    return word.head.lemma_.lower() if word is not None and word.dep_ == "poss" else None


def _is_backed(actor: Actor, graph: Graph) -> bool:
    word = word_of(actor, graph.doc)
    if word is None:
        return False
    top = _top_of_name(word)
    return top.dep_ == "dobj" and top.head.lemma_.lower() in graph.words["backing verbs"]


def _preposition_over(actor: Actor, graph: Graph) -> Token | None:
    word = word_of(actor, graph.doc)
    return preposition_of(word) if word is not None else None


def preposition_of(token: Token) -> Token | None:
    """That behind which a token or the name that it is a part of stands."""
    top = _top_of_name(token)
    return top.head if top.dep_ == "pobj" else None


def _top_of_name(token: Token) -> Token:
    while token.dep_ in PART_OF_NAME and token.head is not token:
        token = token.head
    return token


def only_lends(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether it is who helps or asks for an act, or stands behind those who do it ("backed by Sylvanian jets")."""
    return _stands_behind(token, words["backing verbs"]) or is_lender(token, words)


def is_lender(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "With Sylvania's help", "at the request of Sylvania": who helps with it or asks for it is not its aim."""
    if token.dep_ in OWNING and token.head.dep_ == "pobj" and token.head.head.lower_ in OF:
        token = token.head  # "with the help of Sylvania's army"
    of = token.dep_ == "pobj" and token.head.lower_ in OF
    noun = token.head.head if of else token.head
    if not of and token.dep_ not in LENDING:
        return False
    return noun.dep_ == "pobj" and noun.head.lower_ in BY_LEAVE and noun.lemma_.lower() in words["lent nouns"]


def _stands_behind(token: Token, backing: Collection[str]) -> bool:
    by = preposition_of(token)
    if by is None or by.dep_ != "agent":
        return False
    verb = by.head
    return verb.dep_ in ("acl", "advcl") and verb.lemma_.lower() in backing


def is_told_of_people(land: Actor, graph: Graph) -> bool:
    """ "Charges five journalists who had reported on Sylvania": a clause about them says nothing of whose they are."""
    word = word_of(land, graph.doc)
    return word is not None and any(t.dep_ == "relcl" for t in (word, *word.ancestors))
