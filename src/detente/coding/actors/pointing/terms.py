"""Group terms in ("both nations", "the two ministers", "each side", "the bloc"), whom they stand for out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set

from msgspec.structs import replace

from detente.coding.actors.names.named import Draft
from detente.coding.actors.names.persons import Naming
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.counterparts import (
    bordering,
    over_against,
    resolve_members,
    rival_of_person,
)
from detente.coding.actors.pointing.guests_and_hosts import go_betweens
from detente.coding.actors.pointing.lands import mention_of_all, resolve_land, state_actor
from detente.coding.actors.pointing.named_together import (
    are_groups,
    groups_between,
    last_listed,
    listed,
    main_states,
    names_a_bystander,
    only_hosts,
    paired,
    state_and_group,
    two_persons,
    uses,
)
from detente.coding.actors.pointing.pointing import (
    called_so,
    group_of_land,
    last_of_kind,
    only_where,
)
from detente.coding.actors.pointing.standing_alone import DEFINITE, counted, counted_alone
from detente.coding.actors.titles.persons_meant import in_role, two_in_office
from detente.coding.roles.mentions import Mention
from detente.ids import is_group
from detente.reading.tokens import Token
from detente.records import Actor

_THESE = {"these", "those"}
OF_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "LEG"})  # sectors that a state answers for
_PAIR, ITS, STATE = 2, "its", "state"
_REACH = 3  # sentences that a group term looks back over


def resolve_term(page: Page, naming: Naming, draft: Draft, token: Token) -> Mention | None:
    """The actors that a term stands for that counts them or points back to one."""
    title = page.title_at.get(token.i)
    if title is not None and title.head != token.i:
        return None
    if (alone := counted_alone(page, token)) is not None:
        persons = two_persons(page, draft, token, alone)
        return persons or _states(page, draft, token, alone) if alone else persons
    plural = token.tag_ in ("NNS", "NNPS")
    body = _members(page, draft, token) if plural else None
    if body is not None or not token.children:
        return body
    beside = {c.lower_ for c in token.children}
    points = not beside.isdisjoint(DEFINITE)
    counts = points if plural else not beside.isdisjoint(page.words["each"])
    if counts and (count := counted(page, token, plural=plural)):
        party = is_party(page, title, token)
        if party or are_groups(page, token):
            return _parties(page, draft, token, count) if party else _two_groups(page, draft, token, count)
        people = plural and (_are_of_state(title) or token.lemma_.lower() in page.words["person_term"])
        return _people(page, naming, draft, token, title, count) if people else None
    both = two_in_office(page, naming, draft, token, title) if plural and title is not None else None
    if both is not None:
        return both
    if plural and points and is_party(page, title, token) and (together := _these(page, draft, token)):
        return mention_of_all(page, token, together, "state")
    return _pointing(page, draft, token, beside, plural=plural)


def _members(page: Page, draft: Draft, token: Token) -> Mention | None:
    """The body whose members these are; of "both member states" the two that were told of."""
    body = resolve_members(page, draft, token)
    count = counted(page, token, plural=True) if body is not None else 0
    return (_states(page, draft, token, count) if count else None) or body


def _these(page: Page, draft: Draft, token: Token) -> list[Actor]:
    """ "Ruritania, Sylvania and Graustark ... these countries": those that were named together last."""
    words = {
        c.lower_ for c in token.children if c.dep_ in ("det", "amod", "compound", "acl", "relcl", "prep")
    }
    return last_listed(page, draft, token) if words and words <= _THESE else []


def _one_state(draft: Draft, token: Token) -> Mention | None:
    """ "Both Sylvanian sides": two parties of one state."""
    named = (draft.modifiers.get(c.i) or draft.actors.get(c.i) for c in token.lefts if c.dep_ == "amod")
    mention = next((m for m in named if m is not None and m.kind == "state"), None)
    return replace(mention, head=token.i) if mention is not None else None


def _pointing(page: Page, draft: Draft, token: Token, beside: Set[str], *, plural: bool) -> Mention | None:
    """ "the sides", "the bloc", "the group". beside: the words that hang on it."""
    if (not plural or _counted(page, token) > 1) and _is_related(page, draft, token):
        return rival_of_person(page, draft, token) or _related(page, draft, token)
    if beside.isdisjoint(DEFINITE) or "of" in beside:
        return None
    if plural and (_is_pair(page, token) or are_groups(page, token, rival=True)):
        return _states(page, draft, token, 2)
    described = [c for c in token.children if c.dep_ in ("compound", "amod", "nmod", "acl")]
    described = [c for c in described if not (_counts_members(c) or c.lower_ in page.words["of_a_bloc"])]
    if described:
        said = plural or described[-1].dep_ == "acl"  # "the movement calling for reform"
        return None if said else group_of_land(page, draft, token, described)
    if not plural and token.lower_ in page.words["name_heads"] and (so := called_so(page, draft, token)):
        return so
    if not plural and (land := resolve_land(page, draft, token)) is not None:
        return land
    for kind in ("organisation", "group"):
        if not plural and token.lemma_.lower() in page.words[f"{kind}_term"]:
            kinds = (kind, "group", "organisation")  # "the organisation" may be a group, if no other is named
            found = (last_of_kind(page, draft, token, k) for k in dict.fromkeys(kinds))
            return next((mention for mention in found if mention is not None), None)
    return None


def _counts_members(modifier: Token) -> bool:
    """ "The 15-member council", "the 54-strong bloc"."""
    return any(c.tag_ == "CD" for c in modifier.children)


def _is_related(page: Page, draft: Draft, token: Token) -> bool:
    """ "Its neighbour", "its ally", "Ruritania's friend"; his friend may be of his own party."""
    lemma = token.lemma_.lower()
    if lemma not in page.words["befriended"] or lemma in page.words["related"]:
        return lemma in page.words["related"]
    owners = [c for c in token.children if c.dep_ == "poss"]
    return any(c.lower_ == ITS or ((m := draft.actors.get(c.i)) and m.kind == STATE) for c in owners)


def _related(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "Its big neighbour", "their old rival": the only other state in this sentence and the one before.

    A neighbour has a border with it, and may be told of further before. "Its two neighbours" are as many as that.
    """
    owners = [draft.actors[c.i] for c in token.children if c.dep_ == "poss" and c.i in draft.actors]
    own = {a.country for m in owners for a in (m.several or (m.actor,))}
    if not own or None in own:
        return None
    start = page.doc[token.sent.start - 1].sent.start if token.sent.start else 0
    found: dict[str, Actor] = {}
    for i in range(start, token.sent.end):
        found.update({str(a.country): a for a in _states_at(page, draft, i, towns=False) if i != token.i})
    others = [actor for country, actor in found.items() if country not in own]
    count = _counted(page, token)
    if token.lemma_.lower() in page.words["bordering"] and not len(others) == count > 1:
        others = bordering(page, token, own, others)
    return mention_of_all(page, token, others, "state") if len(others) == count else None


def _counted(page: Page, token: Token) -> int:
    """Two for "its two neighbours", "both its allies"."""
    return 2 if any(c.lower_ in page.words["pair_counted"] for c in token.lefts) else 1


def _is_pair(page: Page, token: Token) -> bool:
    """ "The rivals", "the warring parties": two that stand over against each other."""
    described = [c.lower_ for c in token.children if c.dep_ in ("compound", "amod", "nummod")]
    opposed = page.words["opposed"]
    if not all(word in opposed for word in described):
        return False
    word = token.lemma_.lower()
    return word in page.words["pair_term"] or (bool(described) and word in page.words["party_term"])


def is_party(page: Page, title: Title | None, token: Token) -> bool:
    roles = {role.role for role in title.roles} if title is not None else set()
    return bool(roles & {"state", "government"}) or token.lemma_.lower() in page.words["party_term"]


def _people(
    page: Page, naming: Naming, draft: Draft, token: Token, title: Title | None, count: int
) -> Mention | None:
    """The persons who are named, else as many states as "the two foreign ministers" can be of."""
    found = _persons(page, naming, draft, token, count)
    in_office = title is not None and _answers_for(title)
    return found or (_states(page, draft, token, count) if in_office else None)


def _are_of_state(title: Title | None) -> bool:
    """ "The two ministers", "the two armies", "the two forces"."""
    if title is None:
        return False
    return bool({role.group for role in title.roles} & {"person", "body"}) or _answers_for(title)


def _answers_for(title: Title) -> bool:
    return any(set(role.sectors) & OF_STATE for role in title.roles)


def _parties(page: Page, draft: Draft, token: Token, count: int) -> Mention | None:
    return _one_state(draft, token) or _states(page, draft, token, count)


def _two_groups(page: Page, draft: Draft, token: Token, count: int) -> Mention | None:
    groups = groups_between(page, draft, token) if count == _PAIR else []
    return mention_of_all(page, token, groups, "group") if groups else None


def _states(page: Page, draft: Draft, token: Token, count: int) -> Mention | None:
    """The states, as many as counted, that the last sentences or else the text name most; two groups of one of them."""
    return _two_groups(page, draft, token, count) or _of_states(page, draft, token, count)


def _of_states(page: Page, draft: Draft, token: Token, count: int) -> Mention | None:
    if together := listed(page, draft, token, count) or state_and_group(page, draft, token, count):
        return mention_of_all(page, token, together, "state")
    apart = over_against(page, draft, token, pair=_is_pair(page, token))
    found = _found(page, draft, token, count, apart | go_betweens(page, draft, token))
    found = found or _found(page, draft, token, count, apart)  # who brings two together may be one of them
    return mention_of_all(page, token, list(reversed(found)), "state") if found else None


def _found(page: Page, draft: Draft, token: Token, count: int, apart: frozenset[str]) -> list[Actor]:
    near = _before(page, draft, token, count + len(apart))
    found = {country: actor for country, actor in near.items() if country not in apart}
    if len(found) < count or names_a_bystander(page, found, count):
        rest = apart | only_hosts(page, draft)
        found = main_states(page, apart, count) or main_states(page, rest, count) or found
    if len(found) < count and token.lemma_.lower() in page.words["pair_term"]:
        found = _with_groups(page, draft, token, found)
    if len(found) <= count:
        return list(found.values()) if len(found) == count else []
    two, used = paired(page, draft, token.i, apart), uses(page, token.i)
    ranked = sorted(found, key=lambda key: (key not in two, -used[key], -page.countries[key]))
    return [found[key] for key in found if key in ranked[:count]]


def _persons(page: Page, naming: Naming, draft: Draft, token: Token, count: int) -> Mention | None:
    """The persons that the last sentences name, of the role that the term names; else those of the text."""
    role = None if token.lemma_.lower() in page.words["any_person"] else f"={token.lemma_.lower()}"
    found: dict[str, Actor] = {}
    fits: dict[str, bool] = {}  # by name: a long text names the same few persons again and again
    start, end = token.sent.start, token.i
    while True:
        for i in range(end - 1, start - 1, -1):
            if i not in draft.actors or draft.actors[i].kind != "person":
                continue
            mention = draft.actors[i]
            for actor in mention.several or (mention.actor,):
                if actor.name not in fits:
                    fits[actor.name] = in_role(naming, actor, role)
                if actor.id and fits[actor.name]:
                    found.setdefault(actor.id, actor)
        if len(found) >= count or not start:
            break
        start, end = page.doc[start - 1].sent.start, start
    if len(found) < count:
        return None
    uses = Counter(m.actor.id for i, m in draft.actors.items() if i < token.i)
    keep = sorted(found, key=lambda key: -uses[key])[:count]
    return mention_of_all(page, token, list(reversed([found[key] for key in found if key in keep])), "person")


def _before(page: Page, draft: Draft, token: Token, count: int) -> dict[str, Actor]:
    """States named before, latest first; a town that only says where counts when there are not enough."""
    for towns in (False, True):
        start = token.sent.start
        found: dict[str, Actor] = {}
        for _ in range(_REACH):
            for i in range(token.i - 1, start - 1, -1):
                for actor in _states_at(page, draft, i, towns=towns):
                    found.setdefault(str(actor.country), actor)
            if len(found) >= count:
                return found
            if not start:
                break
            start = page.doc[start - 1].sent.start
    return found


def _states_at(page: Page, draft: Draft, i: int, *, towns: bool) -> Iterator[Actor]:
    mention = draft.actors.get(i) or draft.modifiers.get(i)
    if mention is None or mention.kind == "outlet":
        return
    for actor in mention.several or (mention.actor,):
        if actor.country and (towns or not only_where(page, i, draft)):
            yield state_actor(page, actor.country, actor)


def _with_groups(page: Page, draft: Draft, token: Token, states: Mapping[str, Actor]) -> dict[str, Actor]:
    """ "The Red Dawn fired rockets at Zenda. ... urged both sides": a state and the armed group named last before."""
    found, start = dict(states), token.sent.start
    first = page.doc[start - 1].sent.start if start else 0
    groups = (m for i in range(token.i - 1, first - 1, -1) if (m := draft.actors.get(i)) is not None)
    actor = next((m.actor for m in groups if m.kind == "group" and is_group(m.actor.id)), None)
    return found | {str(actor.id): actor} if actor is not None and actor.country not in found else found
