"""The other side of an act, as what is told before it tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import KIN, only_because
from detente.coding.roles.belonging import only_lends
from detente.coding.roles.known import key_of, keys_of
from detente.coding.roles.listed_states import state_of
from detente.coding.roles.roles import distinct
from detente.coding.sides.looking.matter import Matter
from detente.coding.sides.looking.opponents import FORCE, at_home_in_arms, opponents, strikers, who_react
from detente.coding.sides.looking.parties import courts_of
from detente.coding.sides.looking.told_before import clause_of, told_before, told_in_sentences_before
from detente.coding.sides.looking.ways_and_borders import is_at_border
from detente.coding.sides.nearby.joined import joined
from detente.coding.sides.nearby.other_side import AIMED, DIRECTED_TYPES
from detente.coding.sides.nearby.within import opens_answer
from detente.coding.sides.whose.domestic import AT_HOME
from detente.coding.sides.words.complaints import BODY, LODGED
from detente.coding.sides.words.who_tells import tellers_in
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.records import Actor

ABROAD = frozenset({"SANCTION"})  # types that only other states are met with
FRIENDLY = frozenset({"AGREE", "AID", "CONSULT", "COOPERATE", "SUPPORT"})
SUMMONS = "summons of envoy"  # a kind
RECIPIENT = "recipient"  # a need
SUPPORT = "SUPPORT"
DOER = "who did what is told before"
ANSWERS = frozenset({"ACCUSE", "REJECT", "THREATEN"})  # types
HOSTILE = frozenset({"ACCUSE", "ASSAULT", "REJECT", "SANCTION", "THREATEN"})
SAID_OF_OTHERS = {"ACCUSE": ("ACCUSE", "PROTEST"), "THREATEN": ("ACCUSE", "PROTEST", "REQUEST")}
PLANNED = frozenset({"planned", "scheduled"})  # what one condemns as much as what is done
ACCUSED, REJECTED, PARTY = "ACCUSE", "REJECT", "PTY"  # types, a sector
WHY = "the other side in what is told before"
REQUEST, THREAT = "REQUEST", "THREATEN"  # types


def with_side_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses, matter: Matter) -> Draft:
    """Drafts without recipients whose clauses name nobody else, the other side of what was told before as theirs out.

    "Sylvanian officers raid Graustark's embassy. Graustark breaks off relations": with Sylvania. "Ruritania bombs Zenda,
    and Sylvania answers with rockets": at Ruritania.
    The draft with whom the one who acts had to do just before. matter: of the two that the
    whole text is about neither has to do with anybody who is only named before.
    """
    return _with_other(draft, drafts, statuses, matter)


def with_answered_side(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Graustark shells a camp in Sylvania. Sylvania recalls its envoy and later hits the league": from Graustark.

    Asked before whoever else the sentence names: what stands in the next part of it is of another act.
    """
    own = keys_of(draft.actors)
    if len(own) != 1 or None in own or not lacks_recipient(draft, statuses):
        return draft
    token = statuses.graph.doc[draft.head]
    later = [t.left_edge.i for t in token.rights if t.dep_ == "conj" and t.pos_ == "VERB"]
    start = token.sent.start
    if not later or not start or named_in(start, min(later), statuses).keys() - own:
        return draft
    earlier = told_in_sentences_before(draft, drafts, statuses)
    if _only_abroad(draft, statuses):
        earlier = [d for d in earlier if not _is_friendly(d, statuses)]
    others = opponents(earlier, own)
    if len(keys_of(others)) != 1:
        return draft
    return replace(draft, recipients=distinct(only_because(others, WHY)))


def with_needed_side_before(
    draft: Draft, drafts: Sequence[Draft], statuses: Statuses, *, matter: Matter
) -> Draft:
    """The same for a draft that is no event without its recipient."""
    needed = RECIPIENT in draft.needs or (draft.inner and type_of(draft, statuses) == REQUEST)
    lacks = needed and draft.status in HAPPENED
    return with_side_before(draft, drafts, statuses, matter) if lacks else draft


def _with_other(draft: Draft, drafts: Sequence[Draft], statuses: Statuses, matter: Matter) -> Draft:
    own = keys_of(draft.actors)
    if struck := for_its_land(draft, drafts, statuses):
        return replace(draft, recipients=struck)
    if asks_for_his_own(draft, own, statuses):
        return draft
    if len(own) != 1 or None in own or not lacks_recipient(draft, statuses):
        return draft
    start, end = clause_of(draft.head, statuses)
    if not start or joined(draft, statuses):
        return draft
    # the sentence before, or that in which the clause follows another
    sentence = statuses.graph.doc[start - 1].sent
    earlier = [d for d in drafts if sentence.start <= d.head < start]
    reproaches = RECIPIENT in draft.needs and _reproaches(draft, statuses)
    met: set[str | None] = set()
    if reproaches or _only_abroad(draft, statuses):  # nobody is punished or blamed for a visit
        met = {key_of(a) for d in earlier if _is_friendly(d, statuses) for a in (*d.actors, *d.recipients)}
        earlier = [d for d in earlier if not _is_friendly(d, statuses)]
    here = (
        named_in(start, end, statuses).keys()
        - own
        - tellers_in(draft.head, statuses)
        - _courts(draft, statuses)
    )
    if draft.kind in LODGED:
        here = {key for key in here if not key.startswith(BODY)}
    if here:
        return _at_doer(draft, earlier, own, here, statuses)
    others = opponents(earlier, own) or at_home_in_arms(earlier, draft.actors, draft.kind, statuses.lexicon)
    if not others and _is_hostile(draft, statuses):
        others = strikers(earlier, own, named_in(sentence.start, start, statuses), statuses.lexicon)
    abroad = _only_abroad(draft, statuses) or is_at_border(draft.head, statuses.graph)
    if not others and abroad and not own <= matter.pair:
        named = named_in(sentence.start, start, statuses)
        met |= who_react(earlier, own, statuses)
        others = [a for key, a in named.items() if key not in own | met and a.country]
    if not others:
        return draft if own <= matter.pair else _at_doer(draft, earlier, own, frozenset(), statuses)
    if len(keys_of(others)) != 1:
        return draft
    return replace(draft, recipients=distinct(only_because(others, WHY)))


def _at_doer(
    draft: Draft, earlier: Sequence[Draft], own: set[str | None], named: Set[str], statuses: Statuses
) -> Draft:
    """ "Ruritania cleared tanks for its allies. The Graustarkian envoy was furious": at the one who did it all."""
    if (blamed := _blamed_alike(draft, earlier, own, named, statuses)) is not None:
        return replace(draft, recipients=(blamed,))
    kinds = statuses.lexicon.kinds
    # "Graustark protested. Ruritania was worried too": not over Graustark
    only_said = SAID_OF_OTHERS.get(kinds[draft.kind].type or "", ())
    told = [d for d in earlier if any(map(key_of, d.actors))]
    told = [d for d in told if type_of(d, statuses) not in only_said]
    done = [d for d in told if d.status in HAPPENED] or [d for d in told if d.status in PLANNED]
    doers = {key: a for d in done for a in d.actors if (key := key_of(a))}
    others = [key for key in doers if key not in own]  # in the order in which they are told
    answers = statuses.lexicon.kinds[draft.kind].type in ANSWERS
    one = len(others) == 1 or (
        len(done) == 1 and others
    )  # "Ruritania and Sylvania sign a pact": it is both's deed
    if not answers or not one or not named <= set(others) or own & doers.keys():
        return draft
    return replace(draft, recipients=tuple(replace(doers[key], inferred=DOER) for key in others))


def _blamed_alike(
    draft: Draft, earlier: Sequence[Draft], own: set[str | None], named: Set[str], statuses: Statuses
) -> Actor | None:
    """ "Graustark criticised Sylvania. Ruritania voiced concern": over Sylvania too, and not over its critic."""
    kinds = statuses.lexicon.kinds
    words = [d for d in earlier if type_of(d, statuses) == ACCUSED and d.status in HAPPENED]
    blamed = {key: r for d in words for r in d.recipients if (key := key_of(r))}
    critics = {key_of(a) for d in words for a in d.actors}
    if kinds[draft.kind].type != ACCUSED or named or len(blamed) != 1 or own & (blamed.keys() | critics):
        return None
    return replace(*blamed.values(), inferred=WHY)


def is_told_after(actor: Actor, draft: Draft, statuses: Statuses) -> bool:
    """ "Joined the alliance; Ruritania vowed revenge": whether somebody is named only in a clause that follows."""
    doc, (_, end) = statuses.graph.doc, clause_of(draft.head, statuses)
    return actor.span is not None and end < len(doc) and actor.span.start >= doc[end].idx


def others_in_clause(draft: Draft, own: set[str | None], statuses: Statuses) -> list[Actor]:
    """Whoever else the clause of a draft names."""
    named = named_in(*clause_of(draft.head, statuses), statuses)
    apart = own | tellers_in(draft.head, statuses)
    return [actor for key, actor in named.items() if key not in apart]


def rivals_in_clause(draft: Draft, statuses: Statuses) -> bool:
    """Whether the clause of a draft names a party of its actor's own state beside that actor."""
    own, ids = {a.country for a in draft.actors if a.country}, {a.id for a in draft.actors}
    named = _mentioned(*clause_of(draft.head, statuses), statuses)
    return any(a.country in own and a.id not in ids and PARTY in a.sectors for a in named)


def lacks_recipient(draft: Draft, statuses: Statuses) -> bool:
    """Whether it lacks the recipient that its kind has, and is not done at home."""
    lexicon = statuses.lexicon
    kind = lexicon.kinds[draft.kind]
    if draft.recipients or draft.reciprocal:
        return False
    own = draft.inner or draft.kind
    if own in lexicon.own_affairs and any(a.country or a.based for a in draft.actors):
        return _asks_for_words(
            draft, statuses
        )  # "Amnesty demands that those held be freed": nothing of its own
    if kind.type == SUPPORT and _says_what(draft, statuses):
        return False
    return kind.type in DIRECTED_TYPES or (
        draft.kind in lexicon.groups[AIMED]
        and (_answers(draft, statuses) or is_at_border(draft.head, statuses.graph))
    )


def _asks_for_words(draft: Draft, statuses: Statuses) -> bool:
    """ "Ruritania demanded an apology for the raid": a government wants to hear it from another."""
    said = draft.inner is not None and statuses.lexicon.kinds[draft.inner].speech
    return said and type_of(draft, statuses) == REQUEST and all("GOV" in a.sectors for a in draft.actors)


def _answers(draft: Draft, statuses: Statuses) -> bool:
    """ "In response, Ruritania mobilised its army": what is else done for itself is aimed at who is answered."""
    over = statuses.graph.doc[statuses.graph.verb_of(draft.head)]
    return any(opens_answer(child, statuses) for child in over.children)


def _says_what(draft: Draft, statuses: Statuses) -> bool:
    """ "Defended his remarks", "supports a tax on sugar": a thing is supported that is nobody's."""
    doc = statuses.graph.doc
    objects = statuses.graph.predicates[draft.head].heads("object")
    return any(doc[head].pos_ == "NOUN" for head in objects)


def _only_abroad(draft: Draft, statuses: Statuses) -> bool:
    return type_of(draft, statuses) in ABROAD or draft.kind == SUMMONS


def _is_hostile(draft: Draft, statuses: Statuses) -> bool:
    return statuses.lexicon.kinds[draft.kind].type in HOSTILE


def _reproaches(draft: Draft, statuses: Statuses) -> bool:
    """What a friendly act is no reason for; an offer may well be turned down."""
    return _is_hostile(draft, statuses) and statuses.lexicon.kinds[draft.kind].type != REJECTED


def _is_friendly(draft: Draft, statuses: Statuses) -> bool:
    return type_of(draft, statuses) in FRIENDLY


def _courts(draft: Draft, statuses: Statuses) -> set[str | None]:
    return keys_of(courts_of(draft, statuses))


def named_in(start: int, end: int, statuses: Statuses) -> dict[str, Actor]:
    """The states, organisations and groups that a stretch of the text names, by country or else by id."""
    return {key: actor for actor in _mentioned(start, end, statuses) if (key := key_of(actor))}


def _mentioned(start: int, end: int, statuses: Statuses) -> Iterator[Actor]:
    """Of a stretch of one sentence."""
    if start >= end:
        return
    graph, sentence = statuses.graph, statuses.graph.doc[start].sent.start
    mentions, places = statuses.named.mentions(sentence), statuses.named.places.get(sentence, ())
    named = [
        *[(i, m.actor) for i, m in mentions if start <= i < end and m.kind != "outlet"],
        *[(i, state_of(p)) for i, p in places if start <= i < end and p.country],
    ]
    yield from (a for i, a in named if not only_lends(graph.doc[i], graph.words))


def for_its_land(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> tuple[Actor, ...]:
    """ "Ruritania bombs Klausenburg. The league vows to retaliate": not against its own land, but who struck that."""
    if type_of(draft, statuses) != THREAT or not draft.recipients:
        return ()
    if any(a.country for a in draft.actors) or any(r.inferred != AT_HOME for r in draft.recipients):
        return ()
    land = {r.country for r in draft.recipients}
    force = statuses.lexicon.groups[FORCE]
    blows = (d for d in told_before(draft, drafts, statuses) if d.kind in force)
    found = [
        a
        for d in blows
        if land & {r.country for r in d.recipients}
        for a in d.actors
        if a.country not in land
    ]
    one = len(keys_of(found)) == 1 and all(a.country for a in found)
    return distinct(only_because(found, WHY)) if one else ()


def asks_for_his_own(draft: Draft, own: set[str | None], statuses: Statuses) -> bool:
    """ "Ruritania demanded his release": of a Ruritanian, and not from him."""
    asked = type_of(draft, statuses) == REQUEST and draft.status in HAPPENED and bool(draft.recipients)
    if any(KIN.is_why(r.inferred) for r in draft.recipients):
        return False  # "families of Sylvanians held abroad urged the government to act"
    return asked and len(own) == 1 and {r.country for r in draft.recipients} == own and None not in own
