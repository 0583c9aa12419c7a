"""Whose the forces are that act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import classes_of
from detente.coding.reasons import only_because
from detente.coding.roles.known import any_known, only_land
from detente.coding.roles.roles import sides
from detente.coding.sides.looking.lands_named import only_state
from detente.coding.sides.looking.told_before import told_before
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.sides.words.reported_side import with_reported_side
from detente.coding.standing.status import Statuses
from detente.coding.where import place_of
from detente.reading.graph.nouns import is_opposed
from detente.reading.tokens import Token
from detente.records import Actor, Span

POLICE, ARMY = "COP", "MIL"
HIT, KILLING = "ASSAULT", "killing"  # a type, a kind
BY_MEANS = ("subject", "by", "with", "from")
WEAPONS = frozenset(
    {"warplane", "aircraft", "missile", "artillery", "bomb", "armour", "warship"}
)  # classes of nouns
FIGHTERS = frozenset({"REB", "UAF", "CRM"})  # sectors
ITS_OWN = "the sentence names no other state"
FORCES = frozenset({"warplane", "warship", "aircraft", "missile", "artillery", "armour"})  # classes of nouns
SHOWN, STRIKES = frozenset({"MOBILIZE"}), frozenset({"ASSAULT", "MOBILIZE"})  # types
PEOPLE, PROTEST = "CVL", "PROTEST"
WHO = ("subject",)
SAME, THERE = "whose forces act in what is told before", "the land whose crowds are told of before"
HELD, BY = "lands and who holds them", " by "
ONLY_ARMY, BY_FORCE = ("MIL",), ("ASSAULT", "COERCE", "MOBILIZE")  # sectors, types
HOLDS_IT = "its army holds that land"


def with_home_forces(draft: Draft, statuses: Statuses) -> Draft:
    """A draft whose noun says only what sort of force acts in, the force of the one state that is named as its actor out.

    "Nine were killed in a police raid in Strelsau": the police are those of the land where the raid was; so are whoever
    makes a "counter-terrorism operation" or an "anti-rebel raid" there, or an operation in which rebels are killed. So too
    those whose weapons strike: "government jets bombed a market in Strelsau".
    The draft; nothing where the sentence names several states, since the force may be of any.
    """
    doc, police = statuses.graph.doc, statuses.graph.words["police forces"]
    deed = doc[draft.head].lemma_.lower() in statuses.graph.words["deeds of forces"]
    hits = type_of(draft, statuses) == HIT
    means = [doc[draft.head]] if deed else list(_weapons(draft, statuses)) if hits else []
    words = statuses.graph.words["forces by sort"]
    if hits and deed:
        words |= statuses.graph.words["sorts of operations"]
    force = next((c for noun in means for c in noun.lefts if _is_force(c, words, statuses)), None)
    if force is None and deed and _kills_fighters(draft, statuses):
        force = doc[draft.head]
    sort = force is not None and not _is_fought(
        force, statuses
    )  # "denounces anti-migrant violence in Sylvania"
    there = place_of(draft, statuses)[0] if sort else None
    country = there.country if there is not None else None
    country = country or (only_state(draft.head, statuses) if force is not None else None)
    if force is None or country is None:
        return draft
    actor = Actor(
        name=force.text, country=country, sectors=(POLICE if force.lower_ in police else ARMY,),
        span=Span(force.idx, force.idx + len(force)), inferred=ITS_OWN,
    )  # fmt: skip
    return replace(draft, actors=(actor,))


def _is_force(word: Token, words: frozenset[str], statuses: Statuses) -> bool:
    """ "Army", "pro-government", "anti-rebel"; but not "anti-government"."""
    opposed = is_opposed(word, statuses.graph.words)
    return (word.lower_ in words and not opposed and _is_bare(word, statuses)) or _is_fought(word, statuses)


def _weapons(draft: Draft, statuses: Statuses) -> Iterator[Token]:
    """ "Government jets bombed a market", "killed by army shells": with what it is done."""
    graph = statuses.graph
    for head in graph.predicates[draft.head].heads(*BY_MEANS):
        if WEAPONS & classes_of(graph.doc, head, statuses.lexicon):
            yield graph.doc[head]


def _kills_fighters(draft: Draft, statuses: Statuses) -> bool:
    """ "Six militants are killed in an operation in Klausenburg": by those who keep order there."""
    bare = not any(_names_somebody(c, statuses) for c in statuses.graph.doc[draft.head].lefts)
    return bare and draft.kind == KILLING and all(set(r.sectors) & FIGHTERS for r in draft.recipients)


def _names_somebody(word: Token, statuses: Statuses) -> bool:
    return word.i in statuses.mentions.actors or word.i in statuses.mentions.modifiers


def _is_fought(word: Token, statuses: Statuses) -> bool:
    """ "An anti-rebel raid"; one on the mafia is the daily work of police."""
    return (
        is_opposed(word, statuses.graph.words)
        and word.lower_ not in statuses.graph.words["crimes without politics"]
    )


def _is_bare(word: Token, statuses: Statuses) -> bool:
    """Whether it describes the noun, and nothing is known of it."""
    return word.dep_ in ("compound", "amod", "nmod") and not _names_somebody(word, statuses)


def with_whose_forces(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """Deeds of forces of which only the sort is told in, the land whose forces or crowds were told of just before as theirs
    out.

    "Sylvanian warships circled the isle, and jets crossed the median line": Sylvania's too. "Crowds burned flags in
    Strelsau, and riot police fired tear gas": Ruritania's, as the crowds are.
    The draft by the one state whose forces were told of last, and against the same if nobody is named for it.
    """
    if any(a.country or a.id or a.based for a in draft.actors) or not _is_of_bare_force(draft, statuses):
        return draft
    for other in reversed(told_before(draft, drafts, statuses)):
        of_one = only_land(other.actors) is not None and not other.reciprocal
        if type_of(other, statuses) not in STRIKES or not of_one:
            continue
        if sides(other.actors, draft.recipients):
            return draft
        actors = only_because(other.actors, SAME)
        hit = draft.recipients or only_because(other.recipients, SAME)
        return with_reported_side(replace(draft, actors=actors, recipients=hit), statuses)
    return draft


def with_police_of_protest(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft of police of no known land, who are of that whose people protest in what is told before."""
    unknown = all(POLICE in a.sectors and (not (a.country or a.id)) for a in draft.actors)
    if not unknown or any_known(draft.recipients):
        return draft
    for other in reversed(told_before(draft, drafts, statuses)):
        land = only_land(other.actors)
        if type_of(other, statuses) == PROTEST and land is not None:
            police = tuple(replace(a, country=land, inferred=THERE) for a in draft.actors)
            return replace(draft, actors=police, recipients=(side_at_home(land, PEOPLE, THERE),))
    return draft


def _is_of_bare_force(draft: Draft, statuses: Statuses) -> bool:
    graph, mentions = statuses.graph, statuses.mentions
    for head in graph.predicates[draft.head].heads(*WHO):
        noun = graph.doc[head]
        named = any(i in mentions.modifiers for i in (head, *(c.i for c in noun.children)))
        if not named and FORCES & classes_of(graph.doc, head, statuses.lexicon):
            return True
    return False


def with_who_garrisons(draft: Draft, statuses: Statuses) -> Draft:
    """A deed of bare soldiers in a land that another state's army holds in, that state as who acts out.

    "Soldiers arrested nine villagers near Nablus": no army of the villagers', whose land has none of its own.
    The draft; soldiers of whom the text says whose they are stay theirs.
    """
    by_force = type_of(draft, statuses) in BY_FORCE and not draft.reciprocal
    if not by_force or not any(map(_bare, draft.actors)):
        return draft
    held = dict(pair.split(BY) for pair in statuses.graph.words[HELD])
    hit = only_land(draft.recipients)
    actors = tuple(_of_holder(actor, actor.country or hit, held) for actor in draft.actors)
    return replace(draft, actors=actors) if actors != draft.actors else draft


def _of_holder(actor: Actor, land: str | None, held: dict[str, str]) -> Actor:
    """land: whose the soldiers would be, or else whose those are to whom they do it."""
    if land not in held or not _bare(actor):
        return actor
    return replace(actor, country=held[land], inferred=HOLDS_IT)


def _bare(actor: Actor) -> bool:
    """Soldiers of whom only the place says whose they are."""
    inferred = actor.inferred is not None and actor.span is not None
    return inferred and not actor.id and tuple(actor.sectors) == ONLY_ARMY
