"""A phrase in, whose it is out: the states and organisations that its own words name."""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.actors.names.listed import belongs, closes_list, describes_more, describes_person
from detente.coding.actors.names.parts_of_names import ends_longer_name, is_of_person
from detente.coding.actors.page import STATE_KINDS, Hit, Page
from detente.coding.actors.pointing.opposite import is_led_by_people, is_opposed, only_sponsors, stays
from detente.coding.actors.side import Owner, Owners, Side, side_of, side_of_place
from detente.coding.actors.titles.within_phrases import hit_called, is_branch_in, links, within_place
from detente.coding.reasons import THERE
from detente.ids import is_group
from detente.knowledge.actor_rows import Organisation, Role

_PREMODIFIERS = ("ADJ", "NOUN", "PROPN", "NUM", "ADV", "X")
_REACH = 7  # tokens between a demonym and the noun that it belongs to
_HOLDER, _GROUPS = frozenset({"person", "surname"}), frozenset({"group", "organisation"})  # kinds of names
_LOCAL, _ARMED = frozenset({"COP", "JUD"}), frozenset({"REB", "UAF", "PRM"})  # sectors
_LISTED = STATE_KINDS | {"group", "organisation"}
_OWNS, _THERE = ("of", "for", "from", "at", "with"), ("in", "inside", "across")
_BASED = "based"  # a list of words
_BEHIND = frozenset((*_OWNS, *_THERE, "to"))  # what can lead from a phrase to whose it is
_HYPHENS = ("-", "–")
DESCRIBING = ("amod", "nmod", "compound")  # labels


def sides_of(page: Page, start: int, end: int, head: int, owners: Owners) -> tuple[Side, ...]:
    """Whose the phrase with that head is: by the words before it, else by what follows it.

    owners: for whom the person named at a token acts ("Rassendyll's defence minister" is of Rassendyll's state).
    """
    behind = end < len(page.doc) and (page.doc[end].lower_ in _BEHIND or page.is_word(end, _BASED))
    found = (
        (_group_after(page, end, head, owners) or _owner_of_branch(page, start, end, owners))
        if behind
        else ()
    )
    found = found or _sides_before(page, start, end, owners) or _sides_shared(page, start, head, owners)
    if behind and not found:
        owns = (*_OWNS, "to") if page.is_word(head, "serves") else _OWNS
        found = _sides_after(page, end, owners, owns) or _sides_there(page, end, head, owners)
    return tuple([each for side in found for each in _members(page, side)]) if found else ()


def _members(page: Page, side: Side) -> tuple[Side, ...]:
    """ "Soldiers of the two Koreas": those of each; any other side is itself."""
    known = page.tables.organisation_by_id.get(side.organisation or "")
    if not isinstance(known, Organisation) or known.id not in page.words["only_states"]:
        return (side,)
    states = (page.tables.state_by_id[member] for member in known.members)
    return tuple(replace(side, name=s.name, country=s.id, organisation=None) for s in states)


def _sides_there(page: Page, end: int, head: int, owners: Owners) -> tuple[Side, ...]:
    """By where they are: officials "in Brussels" are of the union that sits there, its police and judges of the land."""
    found = _sides_after(page, end, owners, _THERE, weak=True)
    title = page.title_at.get(head)
    if not found or found[0].country or title is None or not _keeps_order(title.roles):
        return found
    land = side_of_place(page.hit_at[found[0].start], page)
    return found if land is None else (replace(land, weak=True, inferred=THERE.of(land.name)),)


def _keeps_order(roles: tuple[Role, ...]) -> bool:
    return all(_LOCAL & set(role.sectors) for role in roles)


def _group_after(page: Page, end: int, head: int, owners: Owners) -> tuple[Side, ...]:
    """ "Ruritanian guerrillas of the Red Dawn", "from the Red Dawn": armed men are of their group, wherever they come from."""
    title = page.title_at.get(head)
    fights = title is not None and any(_ARMED & set(role.sectors) for role in title.roles)
    after = _sides_after(page, end, owners, ("of", "from", "with") if fights else ("of",))
    if not after:
        return ()
    armed = all(s.country is None and is_group(s.organisation) for s in after)
    return after if armed else ()


def _owner_of_branch(page: Page, start: int, end: int, owners: Owners) -> tuple[Side, ...]:
    """ "The Strelsau bureau of a Sylvanian paper": where it is stands before it, and whose it is behind."""
    there = page.hit_at.get(start - 1)
    if there is None or not is_branch_in(page, there):
        return ()
    return _sides_after(page, end, owners, ("of",))


def _sides_shared(page: Page, start: int, head: int, owners: Owners) -> tuple[Side, ...]:
    """ "Ruritanian planes and tanks": a bare second noun is whose the first is."""
    token = page.doc[head]
    if token.dep_ != "conj" or start != head or page.doc[start - 1].lower_ not in ("and", ",", "or"):
        return ()
    first = token.head
    return (
        _sides_before(page, first.i, first.i + 1, owners) if first.i < start and first.pos_ == "NOUN" else ()
    )


def _sides_before(page: Page, start: int, end: int, owners: Owners) -> tuple[Side, ...]:
    doc = page.doc
    first = doc[start].sent.start
    region: tuple[Side, ...] = ()
    i = start - 1
    while i >= max(first, start - _REACH):
        hit = page.hit_at.get(i)
        if hit is not None:
            side = side_of(hit, page) or _owned(owners.get(hit.end - 1), hit.start, hit.end)
            if side is None:
                if hit.kinds & {"place", "phrase"}:
                    place = _place_before(page, hit, start, end)
                    if place is None or place.country:
                        return (place,) if place else region
                    region = (place,)  # "the Sylvanian Balkan envoy": he is for it, and not of it
                i = hit.start - 1
                continue
            # "Social Democrats leader" is of no party that is called so alone; "Sylvania's pro-Ruritanian premier"
            if ends_longer_name(page, hit) or is_led_by_people(page, hit) or is_opposed(page, hit):
                i = hit.start - 1
                continue
            if not belongs(page, hit, start, end) or only_sponsors(page, hit):
                return ()
            side = _land_for_its_keepers(page, hit, side, end)
            sender = _sender(page, hit, start, end)
            return (sender,) if sender is not None else _coordinated(page, hit, side)
        token = doc[i]
        named = hit_called(page, i)
        if named is not None and (called := side_of(named, page)) is not None:
            return (replace(called, start=i, end=i + 1),)
        owned = _owned(owners.get(i), i, i + 1) if doc[i + 1].tag_ == "POS" else None
        if owned is not None:
            return (owned,)
        if token.text == ")" and doc[i - 2].text == "(":  # "Zenda Free Army (ZFA) fighters"
            i -= 3
            continue
        title = page.title_at.get(i)
        if title is not None and any(role.group == "body" for role in title.roles):
            return sides_of(page, title.start, title.end, title.head, owners) if title.end <= start else ()
        if not (
            token.pos_ in _PREMODIFIERS
            or token.tag_ in ("POS", "HYPH", "VBN", "VBG", "JJ")
            or token.text in '-–/"“”'
        ):
            break
        i -= 1
    return region


def _land_for_its_keepers(page: Page, hit: Hit, side: Side, end: int) -> Side:
    """ "Brussels police", "a Brussels magistrate": of the land, though officials there are of the union that sits there."""
    title = page.title_at.get(end - 1)
    if side.country or "capital" not in hit.kinds or title is None or not _keeps_order(title.roles):
        return side
    return side_of_place(hit, page) or side


def _place_before(page: Page, hit: Hit, start: int, end: int) -> Side | None:
    """A town, region or land where those in the phrase after it are, or that they are for."""
    place = None if page.is_word(end - 1, "of_an_event") else side_of_place(hit, page)
    return place if place and belongs(page, hit, start, end) else None


def _sender(page: Page, hit: Hit, start: int, end: int) -> Side | None:
    """The state in "Sylvania's UN ambassador", "UN Sylvania envoy": who sends him, and not who or what he is for."""
    doc = page.doc
    topic = "state" in hit.kinds and doc[hit.end].tag_ != "POS"  # "US" is a state's name and an adjective
    body = "organisation" in hit.kinds and not hit.kinds & STATE_KINDS
    if page.title_at.get(end - 1) is None or not (topic or body):
        return None
    if not {doc[i].lemma_.lower() for i in range(start, end)} & page.words["accredited"]:
        return None
    owner = page.hit_at.get(hit.start - 1 - (doc[hit.start - 1].tag_ == "POS"))
    sends = STATE_KINDS | {"organisation"} if topic else STATE_KINDS
    return side_of(owner, page) if owner is not None and owner.kinds & sends else None


def _coordinated(page: Page, hit: Hit, side: Side) -> tuple[Side, ...]:
    """ "Ruritanian and Sylvanian officials", "Ruritania-Sylvania talks"."""
    sides = [side]
    i = hit.start - 1
    while i > 0 and (
        page.doc[i].lower_ in ("and", ",", "-", "–", "/", "&", "or") or page.doc[i].tag_ == "POS"
    ):
        before = page.hit_at.get(i - 1)
        if before is None:
            i -= 1
            continue
        mixed = {"demonym"} & before.kinds and hit.kinds & (STATE_KINDS | {"group"})  # "Turkish and Kurdish"
        alike = before.kinds & hit.kinds or mixed or ("demonym" in hit.kinds and "group" in before.kinds)
        if not before.kinds & (STATE_KINDS | {"organisation", "group"}) or not alike:
            break
        other = side_of(before, page)
        if other is None or (len(sides) == 1 and _is_apart(page, before, hit)):
            break
        sides.insert(0, other)
        i = before.start - 1
    return tuple({s.key: s for s in sides}.values())


def _is_apart(page: Page, before: Hit, hit: Hit) -> bool:
    """ "After talks with Sylvania, Ruritanian officials ...": a comma alone lists only what describes, as in headlines."""
    between = [page.doc[i].lower_ for i in range(before.end, hit.start)]
    last = page.doc[before.end - 1]
    return between == [","] and last.pos_ != "ADJ" and last.dep_ not in DESCRIBING


def _owned(owner: Owner | None, start: int, end: int) -> Side | None:
    if owner is None:
        return None
    return Side(
        name=owner.name, country=owner.country, organisation=owner.organisation, start=start, end=end,
        inferred=f"whose {owner.name} is",
    )  # fmt: skip


def _is_done_to(page: Page, end: int) -> bool:
    """ "The release by the junta of nine Sylvanians": whom the deed is done to, and not whose the doers are."""
    mark = page.doc[end]
    doers = (c.subtree for c in mark.head.rights if c.lower_ == "by" and c.i < end)
    return mark.lower_ == "of" and any(t.i == end - 1 for below in doers for t in below)


def _sides_after(
    page: Page, end: int, owners: Owners, words: tuple[str, ...], *, weak: bool = False
) -> tuple[Side, ...]:
    doc = page.doc
    if weak and end + 1 < len(doc) and page.is_word(end, _BASED):
        end += 1
    if (
        end >= len(doc)
        or doc[end].lower_ not in words
        or (doc[end].lower_ == "from" and not stays(page, end))
        or _is_done_to(page, end)
    ):
        return ()
    i = end + 1
    limit = min(len(doc), end + _REACH)
    while i < limit and not doc[i].is_sent_start:
        if within_place(page, end, i):
            return _sides_after(page, i, owners, (doc[i].lower_,), weak=True)
        hit = page.hit_at.get(i)
        hit = _group_called(page, hit) or hit
        if hit is not None and not is_of_person(page, hit):
            side = side_of(hit, page) or _owned(owners.get(hit.end - 1), hit.start, hit.end)
            side = side or (None if page.is_word(hit.end, "of_an_event") else side_of_place(hit, page))
            fight = weak and page.is_word(hit.end, "fight_of")  # "factions in the Sylvanian conflict"
            if side is None or (describes_more(page, hit) and not fight) or only_sponsors(page, hit):
                return ()  # "crowds of pro-Ruritanian students"
            if weak and (describes_person(page, hit) or hit.kinds <= _HOLDER):
                return ()  # "suspects in the killing of a Sylvanian officer", "a mosque in May"
            if weak:
                side = Side(
                    name=side.name, country=side.country, organisation=side.organisation, start=hit.start,
                    end=hit.end, weak=True, inferred=THERE.of(side.name),
                )  # fmt: skip
            return _listed(page, hit, side)
        title = page.title_at.get(i)
        if title is not None and any(role.group == "body" for role in title.roles):
            return sides_of(page, title.start, title.end, title.head, owners)
        if (
            doc[i].pos_ not in ("DET", *_PREMODIFIERS)
            and doc[i].tag_ not in ("POS", "HYPH")
            and (doc[end].lower_ == "with" or not links(page, i, end + 1))
            and (doc[i].dep_, doc[i].tag_) != ("amod", "VBN")
        ):
            break
        i += 1
    return ()


def _group_called(page: Page, hit: Hit | None) -> Hit | None:
    """ "The leader of Sylvanian group Red Dawn", "of the Sylvania-based Red Dawn": of the group, and not of the land."""
    if hit is not None and hit.end < len(page.doc) and page.doc[hit.end].text in _HYPHENS:
        after = page.hit_at.get(hit.end + 2)
        return after if after and after.start == hit.end + 2 and after.kinds & _GROUPS else None
    if hit is None or "demonym" not in hit.kinds or not page.is_word(hit.end, "group_term"):
        return None
    after = page.hit_at.get(hit.end + 1) or page.hit_at.get(hit.end + 2)
    named = after is not None and after.kinds & _GROUPS
    return after if named and after is not None and after.start <= hit.end + 2 else None


def _listed(page: Page, hit: Hit, side: Side) -> tuple[Side, ...]:
    """ "the ministers of Ruritania, Sylvania and Graustark", "envoys of Sylvania and the Black Eagles"."""
    sides = [side]
    i = hit.end
    while i < len(page.doc) - 1 and page.doc[i].lower_ in ("and", ",", "&"):
        following = i + 1
        while page.doc[following].lower_ in ("and", "the") and following + 1 < len(page.doc):
            following += 1
        after = page.hit_at.get(following)
        if after is None or not after.kinds & _LISTED or not closes_list(page, i):
            break
        other = side_of(after, page)
        if other is None or not (other.country or other.organisation):
            break
        sides.append(other)
        i = after.end
    return tuple({s.key: s for s in sides}.values())
