"""The graph in, the best-fitting frame of every predicate that has one out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from detente.coding.matching.entries import Narrow, all_of, entries_of_adjective, fitting_verb_entries
from detente.coding.matching.further_sides import beyond_topic, own_people, whose_deed
from detente.coding.matching.held import is_held, is_part_of_name
from detente.coding.matching.indexed import Entries
from detente.coding.matching.lexicon import Lexicon, bars, conditions_of, holds
from detente.coding.matching.narrowing import Narrowing
from detente.coding.matching.noun_forms import noun_forms
from detente.coding.matching.read_as import OBJECT, as_verbs, with_antecedents, with_sufferer
from detente.coding.matching.scoring import score_of
from detente.coding.reasons import ONLY_HERE
from detente.coding.roles.belonging import BLAME, REPROACHES, is_hit_by_others, is_only_hit, is_told_of_people
from detente.coding.roles.mentions import Mentions
from detente.coding.roles.roles import actors_at, distinct, is_only_there, sides, spoken_of
from detente.knowledge.frames import Frame
from detente.reading.graph import Graph, Predicate
from detente.records import Actor, TimeExpression

FROM = "from"
OWNER, AGENT, OF = "poss", "by", "of"
OWNERS = (OWNER, "adj")  # "the Sylvanian arrest of" as "Sylvania's"
CURBS, OUTLET = frozenset({"COERCE", "SANCTION"}), "outlet"  # types, a sort of mention
LEGAL, ATTACK = "legal", "ASSAULT"  # a context, a type
ANSWERS, DOSSIER = "answers", "dossier"  # a list of words, what a frame needs
WORRIES, DEED_BACKED = "worries about a land", "backs a deed"  # groups of kinds


@dataclass(frozen=True, kw_only=True)
class Match:
    """A frame on a predicate, with the actors that its own arguments name."""

    head: int
    frame: Frame
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    score: tuple[int, ...]


def match_frames(
    graph: Graph, mentions: Mentions, lexicon: Lexicon, times: Sequence[TimeExpression]
) -> dict[int, Match]:
    """The best match by head token: needed roles filled, most conditions met, longest entry; never inside a date."""
    dated = {i for t in times for i in range(*_tokens(t, graph))}
    nouns, nominals = lexicon.noun_frames, lexicon.nominals
    found = {
        head: max(matches, key=lambda m: m.score)
        for head, predicate in graph.predicates.items()
        # few nouns are known
        if (predicate.pos != "noun" or predicate.lemma in nouns or predicate.lemma in nominals)
        and head not in dated
        and head not in mentions.papers
        and (matches := _all_matches(predicate, graph, mentions, lexicon))
    }
    frames = {head: match.frame for head, match in found.items()}
    return {
        head: match
        for head, match in found.items()
        if not is_part_of_name(head, graph, mentions) or is_held(head, frames, graph, mentions, lexicon)
    }


def _tokens(time: TimeExpression, graph: Graph) -> tuple[int, int]:
    span = graph.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    return (span.start, span.end) if span is not None else (0, 0)


def candidates(
    predicate: Predicate, graph: Graph, lexicon: Lexicon, narrow: Narrow = all_of
) -> Iterator[tuple[str, Frame]]:
    """The frames whose words fit the predicate, whatever their conditions say.

    narrow: passes over those that cannot apply.
    """
    if predicate.pos == "verb":
        table, doc = lexicon.verb_frames, graph.doc
        yield from fitting_verb_entries(predicate, table, lexicon, doc, narrow=narrow)
        yield from entries_of_adjective(predicate, table, lexicon, doc, narrow=narrow)
        return
    entries = narrow(lexicon.noun_frames.get(predicate.lemma, Entries()))
    if entries and graph.doc[predicate.head].pos_ in ("NOUN", "PROPN", "VERB"):
        forms = noun_forms(graph.doc, predicate.head)
        yield from (entry for entry in entries if entry[0] in forms)


def _all_matches(
    predicate: Predicate, graph: Graph, mentions: Mentions, lexicon: Lexicon
) -> tuple[Match, ...]:
    """By the rules of its own word; a noun that has none by those of its verb that ask for its object."""
    if predicate.pos == "noun" and predicate.lemma not in lexicon.noun_frames:  # nearly always
        matches: tuple[Match, ...] = ()
    else:
        predicate = with_sufferer(predicate, graph, mentions)
        matches = tuple(_matches(predicate, graph, mentions, lexicon))
    own = tuple(m for m in matches if DOSSIER not in m.frame.needs)
    if predicate.pos == "verb" and not own:
        known = matches if predicate.negated else ()  # "he will not go"
        return _by_antecedent(predicate, graph, mentions, lexicon) or known
    if any(m.actors for m in own) or predicate.pos != "noun" or predicate.lemma not in lexicon.nominals:
        return own or matches
    sending = graph.words["nouns of sending"]
    if own and predicate.lemma not in sending:
        return own
    answering = graph.words[ANSWERS]
    answers = {a.head for a in predicate.arguments if graph.doc[a.head].lemma_.lower() in answering}
    verbs = as_verbs(predicate, lexicon.nominals[predicate.lemma], sending, answers, graph.predicates)
    found = (m for v in verbs for m in _matches(v, graph, mentions, lexicon) if _asks_for_object(m.frame))
    if not own:
        known = tuple(m for m in found if m.actors or m.recipients or not matches)
        return known or matches
    return (
        tuple(m for m in found if m.actors and m.recipients) or own
    )  # its own rules know nobody who does it


def _by_antecedent(verb: Predicate, graph: Graph, mentions: Mentions, lexicon: Lexicon) -> tuple[Match, ...]:
    """The matches with the nearest noun that the pronoun in the place of the object may mean."""
    for meant in with_antecedents(verb, graph, mentions):
        found = [m for m in _matches(meant, graph, mentions, lexicon) if _asks_for_object(m.frame)]
        if found:
            return tuple(found)
    return ()


def _asks_for_object(frame: Frame) -> bool:
    return any(OBJECT in name.split("|") for name in frame.when)


def _matches(predicate: Predicate, graph: Graph, mentions: Mentions, lexicon: Lexicon) -> Iterator[Match]:
    narrow = Narrowing(predicate, graph.doc, mentions, lexicon)
    for entry, frame in candidates(predicate, graph, lexicon, narrow):
        when, unless, _ = conditions_of(frame, lexicon)
        if when and not holds(when, predicate, graph, mentions, lexicon):
            continue
        if unless and bars(unless, predicate, graph, mentions, lexicon):
            continue
        places = _places_of_doer(frame, predicate)
        actors = actors_at(places, predicate, graph, mentions, every=frame.reciprocal, acting=True)
        if (frame.own or frame.foreign) and not _belongs(frame, actors, predicate, graph, mentions):
            continue
        recipients = _recipients(frame, actors, predicate, graph, mentions)
        if recipients and (said := _reproach(frame, lexicon)) is not None:
            blamed = said == BLAME and not _asks_for_object(frame)  # but "put pressure on Sylvania"
            unhurt = tuple(r for r in recipients if not is_hit_by_others(r, graph, blamed=blamed))
            there = tuple(filter(is_only_there, recipients)) if frame.kind in lexicon.groups[WORRIES] else ()
            recipients = unhurt or there
        if frame.kind in lexicon.groups[DEED_BACKED] and not (
            recipients := whose_deed(predicate, recipients, actors, graph, mentions, lexicon)
        ):
            continue  # his own
        if FROM in frame.actor and sides(actors, recipients) and all(a.id == a.country for a in actors):
            actors = _without_where_from(actors, predicate, graph, mentions)
        if not recipients and frame.reciprocal and actors:
            recipients = beyond_topic(frame.recipient, predicate, graph, mentions, apart_from=actors)
        if not recipients and "recipient" in frame.needs and not frame.reciprocal:
            actors, recipients = _of_one_house(frame, actors, predicate, graph, mentions)
        if not recipients:
            recipients = _of_speech(frame, actors, predicate, graph, mentions, lexicon)
        if not recipients and _is_curb(frame, lexicon):
            recipients = _outlets(predicate, mentions)
        if not actors and recipients and predicate.pos == "noun" and _may_be_owned(frame, lexicon):
            actors = actors_at(OWNERS, predicate, graph, mentions, apart_from=recipients, acting=True)
        yield Match(
            head=predicate.head,
            frame=frame,
            actors=actors,
            recipients=recipients,
            score=score_of(entry, frame, when, actors, recipients, added=frame.id in lexicon.added),
        )


def _places_of_doer(frame: Frame, predicate: Predicate) -> tuple[str, ...]:
    """ "Sylvania's deportation of migrants from Graustark": whose it is, before where they are from."""
    if FROM in frame.actor and OWNER in frame.actor and predicate.has(OWNER) and predicate.has(OF):
        return (OWNER, *frame.actor)
    return frame.actor


def _may_be_owned(frame: Frame, lexicon: Lexicon) -> bool:
    """Whether who does it may stand before the noun: no act is "Sylvania's exports", whoever may stand behind "by"."""
    kind = lexicon.kinds[frame.kind]
    force = kind.type == ATTACK and AGENT in frame.actor
    return (OWNER in frame.actor or force) and OWNER not in frame.recipient


def _is_curb(frame: Frame, lexicon: Lexicon) -> bool:
    kind = lexicon.kinds[frame.kind]
    return kind.type in CURBS and OBJECT in frame.recipient


def _outlets(predicate: Predicate, mentions: Mentions) -> tuple[Actor, ...]:
    """ "Suspends the BBC": those who else only tell what others do are hit themselves."""
    found = (mentions.actors.get(head) for head in predicate.heads(OBJECT))
    return distinct(m.actor for m in found if m is not None and m.kind == OUTLET)


def _reproach(frame: Frame, lexicon: Lexicon) -> str | None:
    kind = lexicon.kinds[frame.kind]
    return kind.type if kind.type in REPROACHES else None


def _of_speech(
    frame: Frame,
    actors: Sequence[Actor],
    predicate: Predicate,
    graph: Graph,
    mentions: Mentions,
    lexicon: Lexicon,
) -> tuple[Actor, ...]:
    """Of an act of speech whom its words are about; of a reproach not who is hit by what they are about."""
    kind = lexicon.kinds[frame.kind]
    if not kind.speech:
        return ()
    found = spoken_of(frame.recipient, predicate, graph, mentions, actors)
    if kind.kind in lexicon.own_affairs and LEGAL in kind.contexts:
        found = tuple(a for a in found if not is_told_of_people(a, graph))
    blamed = kind.type == BLAME
    return tuple(a for a in found if not (kind.type in REPROACHES and is_only_hit(a, graph, blamed=blamed)))


def _recipients(
    frame: Frame, actors: tuple[Actor, ...], predicate: Predicate, graph: Graph, mentions: Mentions
) -> tuple[Actor, ...]:
    """ "Freed two soldiers to the Sylvanian consul": of several arguments one that says of which state they are."""
    if home := own_people(frame, actors):
        return home
    found = actors_at(frame.recipient, predicate, graph, mentions, apart_from=actors)
    own = {a.country for a in actors}
    if not found or any(_tells(a, own) for a in found):
        return found
    for name in frame.recipient:
        others = actors_at((name,), predicate, graph, mentions, apart_from=actors)
        if any(_tells(a, own) for a in others):
            return others
    return found


def _tells(actor: Actor, own: Collection[str | None]) -> bool:
    """Whether it says whose somebody is, and is not only thought to be whose the actor is."""
    if actor.country and actor.inferred and actor.country in own and actor.id is None:
        return False
    return bool(actor.country or actor.id or actor.based)


def _without_where_from(
    actors: tuple[Actor, ...], predicate: Predicate, graph: Graph, mentions: Mentions
) -> tuple[Actor, ...]:
    """ "The removal of Sylvanians from Klausenburg": they leave their own town, and are not put out by it."""
    return () if actors == actors_at((FROM,), predicate, graph, mentions) else actors


def _of_one_house(
    frame: Frame, actors: tuple[Actor, ...], predicate: Predicate, graph: Graph, mentions: Mentions
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """ "The state sues the government", "she survived a vote in the parliament": both sides are called by one name.

    Where only who it is done to must be known, that side keeps the name; else both are of one state.
    """
    spans = {a.span for a in actors}
    found = actors_at(frame.recipient, predicate, graph, mentions)
    found = tuple(a for a in found if (a.inferred is None or a.id == a.country) and a.span)
    found = tuple(a for a in found if a.span and a.span not in spans and not _is_pronoun(a.span.start, graph))
    if "actor" not in frame.needs:
        return tuple(a for a in actors if not sides((a,), found) and a not in found), found
    return actors, tuple(replace(a, id=None) for a in found if a.country)


def _is_pronoun(start: int, graph: Graph) -> bool:
    """ "Itself", "its own government": whether such a word begins there."""
    word = graph.doc.char_span(start, start + 1, alignment_mode="expand")
    return word is not None and word[0].idx == start and word[0].pos_ in ("PRON", "DET")


def _belongs(
    frame: Frame, actors: tuple[Actor, ...], predicate: Predicate, graph: Graph, mentions: Mentions
) -> bool:
    """Whether what must be the actor's own may be, and what must be another's is."""
    own = [a for a in actors_at(frame.own, predicate, graph, mentions) if not a.inferred]
    found = actors_at(frame.foreign, predicate, graph, mentions)
    foreign = [a for a in found if not ONLY_HERE.is_why(a.inferred)]  # that is a guess
    if frame.foreign and (not foreign or sides(foreign, actors)):
        return False
    return not own or sides(own, actors)
