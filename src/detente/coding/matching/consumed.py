"""The matches of a text in, the nouns that a verb's frame names as a condition out: they are no events of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from detente.coding.matching.frames import Match
from detente.coding.matching.lexicon import Lexicon, conditions_of, is_named_in
from detente.coding.matching.noun_forms import noun_forms
from detente.coding.roles.known import keys_of
from detente.coding.roles.mentions import Mentions
from detente.coding.roles.roles import sides
from detente.ids import is_group
from detente.reading.graph import Graph, Predicate
from detente.records import Actor

BEFORE, WHILE, OF, REASONS = "after", "while", " of ", ("for", "over")
PENALTIES = frozenset({"arrest", "conviction", "removal from office"})  # kinds
MEASURES = ("COERCE", "SANCTION")  # types
REACTIONS = frozenset({"ACCUSE", "SUPPORT"})  # types
DEEDS = frozenset(
    {
        "ASSAULT",
        "COERCE",
        "SANCTION",
        "MOBILIZE",
        "RETREAT",
        "AID",
        "COOPERATE",
        "CONCEDE",
        "recognition",
    }
)  # types and a kind
QUELLING, PROTEST, ARREST = "against crowds", "PROTEST", "arrest"  # a group of kinds, a type, a family
MEETING, SIGNING, VISIT, TALKS = "meeting", "signing", "visit", "talks"  # a family, kinds
WITHIN, DEPTH = frozenset({"object", "clause", "purpose"}), 2
EMBEDDING = frozenset({"clause", "for", "of", "to"})


def consumed_arguments(
    matches: Mapping[int, Match], graph: Graph, mentions: Mentions, lexicon: Lexicon
) -> dict[int, int]:
    """Nouns that a verb's frame names as a condition ("reach" + an accord), by head, with the verb that consumes them."""
    found: dict[int, int] = {}
    for match in matches.values():
        predicate = graph.predicates[match.head]
        if predicate.pos == "noun":
            found |= dict.fromkeys(_same_thing(match, matches, predicate, lexicon), match.head)
        if predicate.pos != "verb" or ("actor" in match.frame.needs and not match.actors):
            continue
        for names, tests in conditions_of(match.frame, lexicon).when:
            if BEFORE in names:  # "scrapped the tax after protests": the protests took place too
                continue
            for head in predicate.heads(*names):
                if not is_named_in(tests, head, graph.doc, mentions, lexicon):
                    continue
                if _holds_event(head, matches, graph, lexicon) or _is_only_shared(head, match, graph):
                    continue
                if head in matches and _is_met_there(matches[head], match, lexicon):
                    continue
                if head in found and _is_told_of_it(match, head, graph):
                    continue
                if _is_deed_spoken_of(head, match, matches, graph, lexicon):
                    continue
                for_it = head in predicate.heads(*REASONS) and not _describes(match.head, graph)
                at = WHILE in names
                if not _is_quelled(head, match, matches, lexicon, at=at, for_it=for_it):
                    found[head] = match.head
    return found


def _is_met_there(talks: Match, stay: Match, lexicon: Lexicon) -> bool:
    """ "Is in Edelweiss for talks with Sylvania", "is due there to sign a pact": a visit, and talks or a signing besides."""
    if talks.frame.kind == SIGNING and _family(stay, lexicon) == MEETING:
        return True
    met = _family(talks, lexicon) == _family(stay, lexicon) == MEETING
    return met and brings_another(talks, stay)


def brings_another(match: Match, carrier: Match) -> bool:
    """ "flew to Edelweiss for talks with Sylvania", "with the rebels": with somebody whom the journey does not name."""
    if carrier.frame.reciprocal:
        return False
    known = keys_of((*carrier.actors, *carrier.recipients))
    named = [a for a in (*match.actors, *match.recipients) if a.country or _is_talked_to(a, match, carrier)]
    return any((a.country or a.id) not in known for a in named)


def _is_talked_to(actor: Actor, match: Match, carrier: Match) -> bool:
    return is_group(actor.id) and (carrier.frame.kind, match.frame.kind) == (VISIT, TALKS)


def _is_deed_spoken_of(
    head: int, match: Match, matches: Mapping[int, Match], graph: Graph, lexicon: Lexicon
) -> bool:
    """ "Welcomed Sylvania's release of two Ruritanians": the release is told with all its sides, and took place too."""
    inner = matches.get(head)
    if inner is None or lexicon.kinds[match.frame.kind].type not in REACTIONS:
        return False
    carried = graph.predicates[head].carrier == match.head  # "laid the raid at its door"
    if carried or not {inner.frame.kind, lexicon.kinds[inner.frame.kind].type} & DEEDS:
        return False
    return bool(inner.actors) and bool(inner.recipients) and not sides(inner.actors, match.actors)


def _same_thing(
    match: Match, matches: Mapping[int, Match], noun: Predicate, lexicon: Lexicon
) -> Iterator[int]:
    """ "The restoration of ties", "the signing of an accord": both are of one family, and the accord is what is signed."""
    family = _family(match, lexicon)
    for head in noun.heads("of") if "of" in match.frame.when else ():
        if head in matches and _family(matches[head], lexicon) == family:
            yield head


def _family(match: Match, lexicon: Lexicon) -> str:
    return lexicon.kinds[match.frame.kind].family


def _is_told_of_it(match: Match, head: int, graph: Graph) -> bool:
    """ "Agreed to a truce proposed by Sylvania": the truce belongs to the verb above it before what is told of it."""
    return any(t.i == head for t in graph.doc[match.head].ancestors)


def _is_only_shared(head: int, match: Match, graph: Graph) -> bool:
    """ "Raids are flown by the army, resulting in deaths": the first clause says whose they are, and the second nothing."""
    below = any(t.i == match.head for t in graph.doc[head].ancestors)
    return not below and not match.actors and not match.recipients and graph.doc[match.head].tag_ == "VBG"


def _is_quelled(
    head: int, match: Match, matches: Mapping[int, Match], lexicon: Lexicon, *, at: bool, for_it: bool
) -> bool:
    """ "Sent troops to quell protests": the protests took place too; so if somebody is held at one or fined for it."""
    inner = matches.get(head)
    if inner is None or lexicon.kinds[inner.frame.kind].type != PROTEST:
        return False
    if match.frame.kind in lexicon.groups[QUELLING]:
        return True
    return (for_it and match.frame.kind in PENALTIES) or (at and _family(match, lexicon) == ARREST)


def _describes(verb: int, graph: Graph) -> bool:
    """ "Pardons editors jailed for protesting": who is pardoned."""
    return graph.doc[verb].dep_ in ("acl", "relcl")


def _holds_event(head: int, matches: Mapping[int, Match], graph: Graph, lexicon: Lexicon) -> bool:
    """Whether a noun such as an offer or a plan says of which event it is one; no set phrase ("vote of confidence")."""
    noun = graph.predicates.get(head)
    inner = {a.head for a in noun.arguments if a.name in EMBEDDING} if noun is not None else set()
    if noun is not None and _is_measure(head, matches, lexicon):
        inner -= set(noun.heads("for"))  # "sanctions for the raid", "curbs on the use of arms for raids"
    if noun is not None and any(
        OF in entry and entry in noun_forms(graph.doc, head)
        for entry, _ in lexicon.noun_frames.get(noun.lemma, ())
    ):
        inner -= set(noun.heads("of"))
    if noun is not None and noun.lemma in graph.words["what is denied"] and head not in matches:
        inner |= _further_within(inner, graph)
    carried = {m for m in matches if graph.predicates[m].carrier in inner}
    return bool(carried | (inner & set(matches)))


def _further_within(heads: set[int], graph: Graph) -> set[int]:
    """ "Reports that it was planning a raid", "claims that it had plans to strike": the raid, the strike."""
    found: set[int] = set()
    for _ in range(DEPTH):
        verbs = (graph.predicates.get(h) for h in heads)
        heads = {a.head for v in verbs if v is not None for a in v.arguments if a.name in WITHIN} - found
        found |= heads
    return found


def _is_measure(head: int, matches: Mapping[int, Match], lexicon: Lexicon) -> bool:
    return head in matches and lexicon.kinds[matches[head].frame.kind].type in MEASURES
