"""A name that several states have in, the one that is meant out, or the choice where the text does not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from detente.coding.actors.names.homonyms import TOWNS
from detente.coding.actors.page import Hit, Page, there_on
from detente.knowledge.actor_rows import Body, Group, State
from detente.reading.names import Name
from detente.reading.shapes import PLURALS

_PRIVATE = frozenset(("CVL", "REF", "AGR", "LAB", "EDU", "REL", "BUS"))
_OF_A_STATE = frozenset(("PTY", "OPP", "LAB", "EDU", "AGR", "MED", "CVL"))  # citizens of any sort
FIRM, _OWNED = "BUS", frozenset({"BUS", "GOV"})
JOINED = 2  # words between two that are joined: "and ethnic"
PARTY, _GOVERNING = "PTY", _OF_A_STATE | {"GOV", "REL"}  # a party that rules is at home in a state as well


def without_ended_pairs(names: Iterable[Name], day: str | None) -> list[Name]:
    """ "Serbia and Montenegro", once one state: after its end they are the two whose names it holds."""
    named = list(names)
    ended = {n for n, name in enumerate(named) if day and _all_ended(name, day)}
    if not ended:
        return named
    return [name for n, name in enumerate(named) if n not in ended or not _holds_two(name, named)]


def _all_ended(name: Name, day: str) -> bool:
    return all(isinstance(e.row, State) and e.row.end and e.row.end < day for e in name.entries)


def _holds_two(name: Name, named: Sequence[Name]) -> bool:
    """Whether it begins and ends with the name of another state."""
    inner = [n.span for n in named if n.span != name.span and any(e.kind == "state" for e in n.entries)]
    opens = any(s.start == name.span.start and s.end < name.span.end for s in inner)
    return opens and any(s.end == name.span.end and s.start > name.span.start for s in inner)


def pick_state(rows: Sequence[State], page: Page) -> State | None:
    """Of several states of one name, the one that existed on the day and that the text names elsewhere."""
    choices = _choices(rows, page)
    if len(choices) == 1:
        return choices[0]
    return max(choices, key=lambda row: page.tables.prominence[row.id], default=None)


def states_meant(hit: Hit, page: Page) -> list[State]:
    """The states that a name can be; none for a capital that stands for what sits there ("Brussels").

    Where the text names the state otherwise as well, the capital is its own.
    """
    rows = hit.rows("state", "demonym", "prefix", "capital", "metonym")
    if hit.kinds == TOWNS and all(page.day and row.end and row.end < page.day for row in rows):
        return []  # "Salisbury" was the capital of a state that is no more
    if hit.kinds & {"state", "demonym", "metonym"} or not hit.rows("organisation"):
        return rows
    return [row for row in rows if page.named_otherwise(row.id, hit.text)]


def unclear_states(hit: Hit, page: Page) -> tuple[State, ...]:
    """The states that a bare name ("Korea", "the Congo") can be when the text does not say which."""
    rows = hit.rows("state")
    if len(rows) < 2:
        return ()
    choices = _choices(rows, page)
    named = [row for row in choices if page.named_otherwise(row.id, hit.text)]
    clear = len(choices) < 2 or len(named) == 1 or _by_convention(choices, page) is not None
    return () if clear else tuple(choices)


def _by_convention(choices: Sequence[State], page: Page) -> State | None:
    """The one that bears the bare name until a day ("COG@1997-05-17"), or if no day is known; else far the likelier."""
    until = dict(word.split("@") for word in page.words["bare_name"])
    bearer = next((row for row in choices if row.id in until), None)
    if bearer is None:
        return None
    if page.day is None or page.day < until[bearer.id]:
        return bearer
    return max(choices, key=lambda row: page.tables.prominence[row.id])


def _choices(rows: Sequence[State], page: Page) -> list[State]:
    if len(rows) < 2:
        return list(rows)
    choices = list({row.id: row for row in there_on(rows, page.day)}.values())
    if len(choices) > 1:
        choices = [row for row in choices if page.named_otherwise(row.id, "")] or choices
    return choices


def state_of_hit(states: Sequence[State], hit: Hit, page: Page) -> State | None:
    """The state that a name stands for; "ethnic Sylvanians" are of the one other land that the text names."""
    bare = _choices(states, page) if "state" in hit.kinds else []
    state = (_by_convention(bare, page) if len(bare) > 1 else None) or pick_state(states, page)
    if state is None or "demonym" not in hit.kinds:
        return state
    described = hit.start and page.is_word(hit.start - 1, "minority")
    if not described and not _is_kin(state, hit, page):
        return state
    home = _home_of_minority(state, hit, page)
    if home is None or home in _beside(hit, page):
        return state
    return page.tables.state_by_id.get(home, state)


def _beside(hit: Hit, page: Page) -> Iterator[str | None]:
    """The states joined to it: "Ruritanian and ethnic Sylvanian forces" are not both Ruritania's."""
    for other in page.hits:
        first, last = sorted((other, hit), key=lambda h: h.start)
        between = page.doc[first.end : last.start]
        if any(t.dep_ == "cc" for t in between) and len(between) <= JOINED:
            yield _one_state(other)


def _is_kin(state: State, hit: Hit, page: Page) -> bool:
    """ "Serbs in Bosnia", "Albanian villagers": a people that also lives next door, where its state is not named."""
    if state.id not in page.words["kin_peoples"] or page.named_otherwise(state.id, hit.text):
        return False
    own = {state.id, *page.words[f"once_{state.id}"]}
    if any(row.id in own for h in page.hits for row in h.rows("state", "capital", "metonym")):
        return False
    title = page.title_at.get(hit.end)
    people = page.doc[hit.end - 1].tag_ in PLURALS if title is None or title.start != hit.end else False
    return people or (title is not None and all(set(r.sectors) <= _PRIVATE for r in title.roles))


def _home_of_minority(state: State, hit: Hit, page: Page) -> str | None:
    """Where those of a people live who are a minority: of the lands named, one where the table has them."""
    others = page.lands - {state.id}
    known = page.words[f"minority_{state.id}"]
    homes = others & known if known else others
    if len(homes) < 2:
        return next(iter(homes), None)
    if not known:
        return None
    later = ((h.start, _one_state(h)) for h in page.hits if h.start > hit.start)
    after = [(start, land) for start, land in later if land in homes]
    here = next((land for start, land in after if start < page.doc[hit.start].sent.end), None)
    told = [land for land in page.countries if land in homes]
    most = max(told, key=lambda land: page.countries[land], default=None)  # what the text is about
    return here or most or next((land for _, land in after), None)


def land_of_group(group: Group) -> str | None:
    """The state of a party, union, firm or people, which is at home in one; armed men are no state's."""
    sectors = set(group.sectors)
    governing = PARTY in sectors and sectors <= _GOVERNING
    firm = FIRM in sectors and sectors <= _OWNED
    political = bool(sectors) and (sectors <= _OF_A_STATE or governing or firm)
    return group.country if political and not group.also else None


def land_it_rules(group: Group, page: Page) -> str | None:
    """The state that a group has governed since some day ("NSA:Frogs@2013-01-01"), if the text is no older."""
    days = (
        day for known, _, day in (w.partition("@") for w in page.words["ruling_groups"]) if known == group.id
    )
    since = next(days, None)
    return group.country if since and (page.day is None or page.day >= since) else None


def land_named_beside(group: Group, hit: Hit, page: Page) -> str | None:
    """ "Sylvania's Muslim Brotherhood", "Ruritania's Steel": whose a party or firm is said to be."""
    if not set(group.sectors) & {"PTY", "OPP", "BUS"} or "REB" in group.sectors:
        return None
    return _land_beside(hit, page)


def _land_beside(hit: Hit, page: Page) -> str | None:
    """The state in "Sylvania's CNE", "the CNE of Sylvania" and "the Sylvanian CNE"."""
    doc = page.doc
    own = range(hit.start, hit.end)
    owner = doc[hit.start - 2] if hit.start > 1 and doc[hit.start - 1].tag_ == "POS" else None
    if owner is not None and owner.head.i in own:
        return _own_state(page, owner.i)
    if hit.end < len(doc) and doc[hit.end].lower_ == "of" and doc[hit.end].head.i in own:
        nearest = page.hit_at.get(hit.end + 1) or page.hit_at.get(hit.end + 2)
        return _one_state(nearest) if nearest is not None and "state" in nearest.kinds else None
    before = page.hit_at.get(hit.start - 1)
    described = before is not None and before.kinds == {"demonym"} and doc[hit.start - 1].head.i in own
    return _one_state(before) if described else None


def _own_state(page: Page, i: int) -> str | None:
    named = next((hit for hit in page.hits if hit.start <= i < hit.end), None)
    return _one_state(named) if named is not None and "state" in named.kinds else None


def state_of_body(body: Body, hit: Hit, page: Page) -> str:
    """Whose body is meant by a name that several states give to one: "Sylvania's Congress", "Congress in Sylvania"."""
    if whose := _land_beside(hit, page):
        return whose
    if not body.weak or hit.text != body.name:
        return body.country
    return _only_other(body, hit, page) or body.country


def _one_state(hit: Hit | None) -> str | None:
    rows = hit.rows("state", "demonym") if hit is not None else []
    return rows[0].id if len(rows) == 1 else None


def _only_other(body: Body, hit: Hit, page: Page) -> str | None:
    """The state that the text names, and names most, if it has a body that is called so as well."""
    own = {body.country} if not page.named_otherwise(body.country, hit.text) else set()
    named = set(page.countries) - own or {g.country for h in page.hits for g in h.rows("group") if g.country}
    if not named or (len(named) > 1 and body.country in named):
        return None
    alike = {
        b.country
        for b in page.tables.bodies
        if b.country in named and any(_is_called(name, hit.text) for name in (b.name, *b.names))
    }
    counts = sorted(((page.countries.get(country, 0), country) for country in alike), reverse=True)
    clear = len(counts) == 1 or (len(counts) > 1 and counts[0][0] > counts[1][0])
    return counts[0][1] if clear else None


def _is_called(name: str, short: str) -> bool:
    """ "Sylvanian Congress" for "Congress"; a "National People's Congress" is not called so."""
    whose, _, rest = name.partition(" ")
    return rest == short and bool(whose)
