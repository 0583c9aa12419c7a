"""The mentions of a text in, the same with what the event tables and the actor tables add to them out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec.structs import replace

from detente.coding.matching.lexicon import UNPOLITICAL, Lexicon, classes_of
from detente.coding.reasons import ONLY_STATE, SAID_TO_BE
from detente.coding.roles.counting import counted_on
from detente.coding.roles.mentions import Mention, Mentions
from detente.ids import is_group, is_person
from detente.knowledge.actors import ActorTables
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc

OUTLAWS = frozenset({"UAF", "CRM"})
TITLE = ("appos", "compound")
OWNERS = ("PRON", "NOUN")
BRANCH, NOMINAL = "branch-of-group", ("NOUN", "PROPN")
OWNING = ("poss", "compound", "nmod", "amod")
PART_OF_NAME = ("compound", "nmod", "amod")
BUSINESS = "BUS"  # "the Ruritanian oil company Rusoil": its state is told with the noun


def complete_mentions(mentions: Mentions, doc: Doc, lexicon: Lexicon, tables: ActorTables) -> Mentions:
    """The mentions with the nouns for which no state answers, and with the base of each non-state group."""
    ends = lexicon.unpolitical_ends
    nouns = [
        t for t in doc if t.pos_ == "NOUN" or (t.pos_ == "PROPN" and t.i and doc[t.i - 1].pos_ == "PROPN")
    ]
    nouns = [t for t in nouns if t.lower_ in ends or (t.lemma_ != t.lower_ and t.lemma_.lower() in ends)]
    found = frozenset([t.i for t in nouns if UNPOLITICAL in classes_of(doc, t.i, lexicon)])
    actors = mentions.actors.items()
    kept = {i: m for i, m in actors if doc[i].lower_ != "it" or not _is_loose_it(i, mentions, doc)}
    apposed = [m for m in kept.values() if doc[m.head].dep_ == "appos"]
    kept |= {i: m for m in apposed if (i := _noun_that_it_names(m, doc)) is not None}
    kept |= dict(_branches(mentions, doc, lexicon)) | dict(_named_firms(mentions.modifiers, kept, doc))
    arms = tables.words["bearing_arms"]
    kept = {i: _armed(_of_its_own(i, m, kept, doc), doc, arms) for i, m in kept.items()}
    kept = {i: _of_nation(i, m, kept, doc) for i, m in kept.items()}
    kept |= dict(counted_on(kept, doc, tables.words["hurting"]))
    tables_of = (kept, mentions.modifiers)
    here = {m.actor.id: m.actor.based for found_in in tables_of for m in found_in.values() if m.actor.based}
    return replace(
        mentions,
        actors={i: _with_base(m, tables, here) for i, m in kept.items()},
        modifiers={i: _with_base(m, tables, here) for i, m in mentions.modifiers.items()},
        unpolitical=found,
    )


def _branches(mentions: Mentions, doc: Doc, lexicon: Lexicon) -> Iterator[tuple[int, Mention]]:
    """ "The league's Sylvanian branch", "an affiliate of the league": the league itself, and not Sylvania."""
    for i, mention in (*mentions.modifiers.items(), *mentions.actors.items()):
        if not is_group(mention.actor.id) or BUSINESS in mention.actor.sectors:
            continue
        token = doc[i]
        of = token.dep_ == "pobj" and token.head.lower_ == "of"
        noun = token.head.head if of else token.head
        owned = (of or token.dep_ in OWNING) and noun.pos_ in NOMINAL and noun.i not in mentions.actors
        if owned and BRANCH in classes_of(doc, noun.i, lexicon):
            yield noun.i, mention


def _named_firms(
    modifiers: Mapping[int, Mention], actors: Mapping[int, Mention], doc: Doc
) -> Iterator[tuple[int, Mention]]:
    """ "The Ruritanian planemaker Orbita": a firm of Ruritania, whatever its name looks like."""
    for i, mention in modifiers.items():
        name = doc[i].head
        named = doc[i].dep_ in PART_OF_NAME and name.pos_ == "PROPN" and name.i > i
        if not named or mention.actor.sectors != (BUSINESS,) or mention.actor.id or not mention.actor.country:
            continue
        taken = actors.get(name.i)
        if taken is None or (taken.kind == "person" and taken.actor.country is None):
            called = " ".join(t.text for t in doc[i + 1 : name.i + 1])
            yield (
                name.i,
                replace(mention, head=name.i, actor=replace(mention.actor, name=called)),
            )


def _armed(mention: Mention, doc: Doc, arms: Collection[str]) -> Mention:
    """ "Men armed with machetes" are no mere people of the place."""
    actor = mention.actor
    if actor.id or actor.sectors != ("CVL",):
        return mention
    bears = any(c.lower_ in arms and c.dep_ == "acl" for c in doc[mention.head].rights)
    if not bears:
        return mention
    return replace(mention, actor=replace(actor, sectors=("UAF",)))


def _of_nation(head: int, mention: Mention, actors: Mapping[int, Mention], doc: Doc) -> Mention:
    """ "The assailant, a Sylvanian", "the gunmen, who are Sylvanian citizens": of that state."""
    actor = mention.actor
    if actor.id or actor.country or not OUTLAWS.intersection(actor.sectors):
        return mention
    said = [c.i for c in doc[head].rights if c.dep_ == "appos"]
    clauses = (c for c in doc[head].rights if c.dep_ == "relcl" and c.lemma_ == "be")
    said += [a.i for clause in clauses for a in clause.rights if a.dep_ == "attr"]
    told = (actors[i].actor for i in said if i in actors)
    nation = next((a for a in told if a.country and a.inferred is None and a.sectors == ("CVL",)), None)
    if nation is None:
        return mention
    why = SAID_TO_BE.of(nation.name)
    return replace(mention, actor=replace(actor, country=nation.country, inferred=why))


def _of_its_own(head: int, mention: Mention, actors: Mapping[int, Mention], doc: Doc) -> Mention:
    """ "Jets hit an office of the league, killing its spokesman Ali Karim", "Ali Karim, the group's spokesman"."""
    actor = mention.actor
    if mention.kind != "person" or not is_person(actor.id):
        return mention
    if actor.country and not ONLY_STATE.is_why(actor.inferred):
        return mention
    name = doc[head]
    titles = [
        name,
        *([name.head] if name.dep_ in TITLE else []),
        *(c for c in name.children if c.dep_ in TITLE),
    ]
    whose = (c.i for t in titles for c in t.children if c.dep_ == "poss" and c.pos_ in OWNERS)
    owner = next((actors[i].actor for i in whose if i in actors), None)
    if owner is None or not (owner.country or is_group(owner.id)):
        return mention
    of_group = is_group(owner.id)
    owned = replace(
        actor,
        id=owner.id if of_group else actor.id,
        country=owner.country,
        sectors=owner.sectors if of_group else actor.sectors,
        inferred=actor.inferred or owner.inferred,
    )
    return replace(mention, actor=owned)


def _noun_that_it_names(mention: Mention, doc: Doc) -> int | None:
    """ "The rebel group M23": the noun right before the name of a group stands for that group, and for no state."""
    name = doc[mention.head]
    noun = name.head
    if noun.pos_ != "NOUN" or name.left_edge.i != noun.i + 1:
        return None
    group = mention.kind in ("group", "organisation") and mention.actor.id is not None
    return noun.i if group and BUSINESS not in mention.actor.sectors else None


def _is_loose_it(head: int, mentions: Mentions, doc: Doc) -> bool:
    """Whether "it" is no subject and stands for a state of another sentence: as often as not it is a thing."""
    token = doc[head]
    if token.dep_ in SUBJECTS and (not head or doc[head - 1].pos_ != "VERB"):
        return False
    state = mentions.actors[head].actor.id
    near = {
        m.actor.id for i, m in mentions.actors.items() if i != head and doc[i].sent.start == token.sent.start
    }
    return state not in near


def _with_base(mention: Mention, tables: ActorTables, here: Mapping[str | None, str | None]) -> Mention:
    """The mention with where its group is based; "the leader's men" are of the sort that the group is.

    here: of a group of several lands the one that the text names ("Sylvania's Zendan rebels").
    """
    actor = mention.actor
    group = tables.organisation_by_id.get(actor.id or "")
    if group is not None and not actor.sectors and is_group(actor.id):
        actor = replace(actor, sectors=group.sectors)
    based = here.get(actor.id) or getattr(group, "country", None)
    if based and not actor.based:
        actor = replace(actor, based=based)
    return mention if actor is mention.actor else replace(mention, actor=actor)
