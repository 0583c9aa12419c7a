"""Names of states, bodies, organisations, groups, outlets and places in, mentions at their heads out."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.coding.actors.by_place import ByPlace
from detente.coding.actors.names.parts_of_names import ends_longer_name
from detente.coding.actors.names.peoples import base_here, land_of_kin, land_of_people
from detente.coding.actors.names.persons import Named, Naming, span_of
from detente.coding.actors.names.states import (
    land_it_rules,
    land_named_beside,
    land_of_group,
    state_of_body,
    state_of_hit,
    states_meant,
    unclear_states,
)
from detente.coding.actors.names.towns import place_of
from detente.coding.actors.page import POLITICAL, STATE_KINDS, Hit, Page
from detente.coding.actors.pointing.opposite import is_in_name, is_opposed
from detente.coding.actors.titles.forces import with_those_before
from detente.coding.reasons import STANDS_FOR
from detente.coding.roles.mentions import Mention, MentionKind
from detente.knowledge.actor_names import slug
from detente.knowledge.actor_rows import State
from detente.records import Actor, Place, Span

_MODIFIES = ("compound", "amod", "nmod")
_ACTING = STATE_KINDS | {"body", "organisation", "group", "outlet"}  # kinds of names of those who act


@dataclass
class Draft:
    """What `Mentions` will hold, while it is being filled."""

    actors: ByPlace[Mention] = field(default_factory=ByPlace)
    places: dict[int, Place] = field(default_factory=dict)
    modifiers: ByPlace[Mention] = field(default_factory=ByPlace)
    opposed: dict[int, Mention] = field(default_factory=dict)
    favoured: dict[int, Mention] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)  # of persons, by name
    setting: str | None = None  # the state that a longer text is set in
    voice: Mention | None = None  # whoever speaks in the text himself
    own_words: frozenset[int] = frozenset()  # that stand for him


def add_names(page: Page, naming: Naming, draft: Draft) -> None:
    """Every name that is not part of a person's name."""
    personal = {i for named in naming.found for i in range(named.start, named.end)}
    personal |= {i for run in naming.strangers for i in range(run.start, run.end)}
    ruled = {naming.registry.people[slug(named.person.name)].country for named in naming.found}
    lands = page.countries.keys() | (ruled - {None})
    for hit in page.hits:
        if hit.start in personal and hit.end - 1 in personal:
            continue
        north = hit.text.startswith("the ") and "state" in hit.kinds
        if (north and len(lands) < 2) or ends_longer_name(page, hit):
            continue
        _add_hit(page, hit, draft)


def _add_hit(page: Page, hit: Hit, draft: Draft) -> None:
    head = head_token(page, hit.start, hit.end)
    if _is_landmark(page, hit):
        return
    place = None if is_opposed(page, hit) else place_of(hit, page)
    if place is not None and not _is_end_of_border(page, hit):
        draft.places[head] = place
        if page.is_word(hit.end, "region") and page.doc[hit.end] in page.doc[head].ancestors:
            draft.places[hit.end] = place  # "shelled the Zenda region"
    mention = mention_of(page, hit, head)
    if mention is None or is_in_name(page, hit):
        return
    if is_opposed(page, hit):  # "an anti-Ruritanian rally", "a pro-Ruritanian one"
        prefix = page.doc[hit.start - 2].lower_
        asides = {"against": draft.opposed, "in_favour": draft.favoured}
        for word, aside in asides.items():
            if prefix in page.words[word]:
                aside[head] = mention
        return
    mention = with_those_before(page, hit, mention)
    if modifies(page, hit, head):
        draft.modifiers[head] = mention
    else:
        draft.actors[head] = mention
        last = hit.end - 1
        if any(c.dep_ == "relcl" for c in page.doc[last].rights):
            draft.actors[last] = mention  # "the Front for Freedom, which denies it": the front does


def _is_landmark(page: Page, hit: Hit) -> bool:
    """Whether a name of a land only begins that of a thing: "the Sylvania Bridge", "Ruritania Square"."""
    following = page.doc[hit.end] if hit.end < len(page.doc) else None
    if hit.kinds == {"demonym"} and (
        page.is_word(hit.end, "named_after") or page.is_word(hit.end, "ancestry")
    ):
        return True  # "the Sylvanian Hospital in Strelsau", "of Sylvanian descent"
    return (
        following is not None
        and "demonym" not in hit.kinds
        and following.text[:1].isupper()
        and page.is_word(hit.end, "landmark")
    )


def _is_end_of_border(page: Page, hit: Hit) -> bool:
    """ "the Ruritania–Sylvania border": the first of the two is no place where something is."""
    doc, after = page.doc, page.hit_at.get(hit.end + 1)
    dashed = hit.end < len(doc) and doc[hit.end].text in "-–" and not doc[hit.end - 1].whitespace_
    return dashed and after is not None and is_statelike(after) and is_statelike(hit)


def head_token(page: Page, start: int, end: int) -> int:
    """The token through which a phrase hangs in the sentence."""
    root = page.root(start, end)
    if root.pos_ == "ADP" and root.i > start:  # "the Alliance for the Peoples", parted by the parser
        return root.i - 1
    return int(root.i)


def modifies(page: Page, hit: Hit, head: int) -> bool:
    """Whether a name only says whose: "Ruritanian airspace", "Strelsau-based", "the Sylvania trip"."""
    doc = page.doc
    token = doc[head]
    if hit.end < len(doc) and doc[hit.end].text in "-–" and not doc[hit.end - 1].whitespace_:
        return True
    if token.dep_ in _MODIFIES and not hit.start <= token.head.i < hit.end:
        return True
    adjective = hit.kinds & {"demonym", "prefix"} and "state" not in hit.kinds
    return (
        bool(adjective)
        and token.pos_ == "ADJ"
        and hit.end < len(doc)
        and doc[hit.end].pos_ in ("NOUN", "PROPN", "ADJ")
    )


def mention_of(page: Page, hit: Hit, head: int) -> Mention | None:
    """The actor that a name stands for, if it is one."""
    if "phrase" in hit.kinds or hit.kinds.isdisjoint(_ACTING):
        return None
    span = span_of(page, hit.start, hit.end)
    states = states_meant(hit, page)
    if unclear := unclear_states(hit, page):
        why = f"{hit.text} can be {' or '.join(row.name for row in unclear)}"
        return Mention(
            head=head, actor=Actor(name=hit.text, sectors=("GOV",), span=span, inferred=why), kind="state"
        )
    if states and (state := state_of_hit(states, hit, page)) is not None:
        return _of_state(page, hit, state, span, head)
    for body in hit.rows("body"):
        whose = state_of_body(body, hit, page)
        own = whose == body.country
        actor = Actor(
            name=body.name if own else hit.text, id=body.id if own else f"{whose}:{slug(hit.text)}", country=whose,
            sectors=body.sectors, span=span,
        )  # fmt: skip
        return Mention(head=head, actor=actor, kind="body")
    kinds: tuple[MentionKind, ...] = ("organisation", "group", "outlet")
    if (together := _all_of(page, hit, span, head)) is not None:
        return together
    for kind in kinds:
        for row in hit.rows(kind):
            sectors = ("JRN",) if kind == "outlet" else row.sectors
            country = row.country if kind == "outlet" else None
            identity = row.acts_as if kind == "organisation" else row.id
            if kind == "group" and "CVL" in sectors and (land := land_of_people(page, hit)):
                identity, country = None, land
            elif kind == "group":
                country = land_of_group(row) or land_it_rules(row, page)
                if (land := land_named_beside(row, hit, page)) is not None:
                    identity, country = (row.id if land in (row.country, *row.also) else None), land
            actor = Actor(
                name=row.name if identity else hit.text, id=identity, country=country, sectors=sectors, span=span,
                based=base_here(page, row, head) if kind == "group" else None,
            )  # fmt: skip
            return Mention(head=head, actor=actor, kind=kind)
    return None


def _all_of(page: Page, hit: Hit, span: Span, head: int) -> Mention | None:
    """ "The two Koreas", "the Baltic states": each state that is called so."""
    rows = [row for row in hit.rows("organisation") if row.id in page.words["only_states"]]
    states = [page.tables.state_by_id[member] for row in rows for member in row.members]
    if len(states) < 2:
        return None
    why = f"one of the {hit.text}"
    actors = tuple(
        Actor(name=s.name, id=s.id, country=s.id, sectors=("GOV",), span=span, inferred=why) for s in states
    )
    return Mention(head=head, actor=actors[0], kind="state", several=actors)


def _land_of_minority(page: Page, head: int) -> str | None:
    """The state in "Sylvania's Ruritanians"."""
    owners = (page.hit_at.get(child.i) for child in page.doc[head].children if child.dep_ == "poss")
    states = {row.id for owner in owners if owner is not None for row in owner.rows("state", "prefix")}
    return states.pop() if len(states) == 1 else None


def _of_state(page: Page, hit: Hit, state: State, span: Span, head: int) -> Mention:
    token = page.doc[head]
    people = "demonym" in hit.kinds and not hit.kinds & {"state", "capital", "metonym"}
    if people and token.pos_ in ("NOUN", "PROPN") and not modifies(page, hit, head):
        the_people = token.tag_ in ("NNS", "NNPS") or hit.text.endswith("s")
        sectors = ("CVL",) if the_people or _counted(page, head) else ("GOV",)
        actor = Actor(
            name=hit.text,
            id=None if sectors == ("CVL",) else state.id,
            country=(the_people and _land_of_minority(page, head)) or land_of_kin(page, hit, state.id),
            sectors=sectors,
            span=span,
        )
        return Mention(head=head, actor=actor, kind="state", anonymous=sectors == ("CVL",))
    inferred = None
    if hit.kinds & {"capital", "metonym"} and "state" not in hit.kinds:
        inferred = STANDS_FOR.of(hit.text, f"the government of {state.name}")
    actor = Actor(
        name=state.name, id=state.id, country=state.id, sectors=("GOV",), span=span, inferred=inferred
    )
    return Mention(head=head, actor=actor, kind="state")


def _counted(page: Page, head: int) -> bool:
    return any(
        child.dep_ == "nummod" or child.lower_ in page.words["indefinite"]
        for child in page.doc[head].children
    )


def renamed(actor: Actor, span: Span, why: str) -> Actor:
    """The actor as another expression names it."""
    return Actor(
        name=actor.name, id=actor.id, country=actor.country, sectors=actor.sectors, span=span, inferred=why
    )


def is_statelike(hit: Hit) -> bool:
    return bool(hit.kinds & STATE_KINDS)


def add_persons(page: Page, naming: Naming, draft: Draft) -> None:
    """A mention of each named person at the head of its name, of its phrase, and of its titles."""
    for named in naming.found:
        person = naming.registry.people[slug(named.person.name)]
        if not person.political and not set(person.sectors) & POLITICAL:
            continue
        actor = person.actor(span_of(page, named.start, named.end))
        for head in _heads(page, named):
            draft.actors[head] = Mention(head=head, actor=actor, kind="person")


def _heads(page: Page, named: Named) -> set[int]:
    heads = {head_token(page, named.start, named.end)}
    start, end = named.phrase_start, named.end
    if start < named.start:
        heads |= {
            t.i
            for t in page.doc[start:end]
            if (t.head.i == t.i or not start <= t.head.i < end) and t.pos_ in ("PROPN", "NOUN")
        }
        heads = {h for h in heads if h >= named.start or h in page.title_at} or {named.end - 1}
    for title in named.titles:
        head = page.doc[title.head]
        if not named.phrase_start <= title.head < named.end or head.dep_ in ("appos", "conj"):
            heads.add(title.head)
    return heads
