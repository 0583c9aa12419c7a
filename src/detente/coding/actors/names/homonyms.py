"""Overlapping names in, one reading of each stretch out: the longest; a town of that name, or the state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from msgspec.structs import replace

from detente.coding.actors.page import PEOPLE, STATE_KINDS, Hit
from detente.knowledge.actors import ActorTables
from detente.reading.names import Name
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Span, Token

WARSHIP = ":warship"  # the prefix of its navy's ships, in the table of bodies
NAMED_WITH = ("det", "nummod", "amod", "poss", "conj", "compound")
TOWNS = frozenset({"capital", "place"})
DEMONYM = frozenset({"demonym"})
OF_LANDS = frozenset(
    {"state", "capital", "metonym", "phrase"}
)  # kinds of names that can be of a state or in one
_WELL_KNOWN = 300_000  # inhabitants of a town that is meant before a politician of its name
GRAMMAR = frozenset({"CC", "DT", "IN", "MD", "PDT", "PRP", "PRP$", "TO", "WDT", "WP", "WRB"})  # tags
_MANY_PLACES = 2  # in one state, that make a homonym one of its parts


def is_title_here(hit: Hit, doc: Doc, tables: ActorTables) -> bool:
    """A surname that is also a title, before a name: "King Hussein", "General Pope"; a town so too: "Sens. Rose Hall"."""
    town = hit.kinds <= TOWNS
    if not (town or hit.kinds == {"surname"}) or hit.end >= len(doc) or hit.text.lower() not in tables.titles:
        return False
    if town:
        return doc[hit.end].text == "." and hit.end + 1 < len(doc) and doc[hit.end + 1].pos_ == "PROPN"
    before = doc[hit.start - 1] if hit.start else None
    first_name = before is not None and before.text in tables.given_names
    following = doc[hit.end]
    return not first_name and following.pos_ == "PROPN" and following.text[:1].isupper()


def is_plain_word(hit: Hit, doc: Doc) -> bool:
    """A surname that is a word of grammar here: "No rallies were held", "So far", "the No. 2 man".

    Or one that a headline had with a capital like all its words: "President Said to Plan Trip".
    """
    alone, token = hit.kinds == {"surname"} and hit.end - hit.start == 1, doc[hit.start]
    return alone and (token.tag_ in GRAMMAR or token.text.islower())


def is_surname(hit: Hit, doc: Doc) -> bool:
    """A bare singular that has a plural in -s is a name: "German has resigned", but "the German has", "Germans have"."""
    if hit.kinds != DEMONYM:
        return False
    token = doc.span(hit.start, hit.end).root
    return (
        token.dep_ in SUBJECTS
        and all(f"{hit.text}s" in state.demonyms for state in hit.rows("demonym"))
        and not any(child.dep_ in NAMED_WITH for child in token.children)
    )


def without_ships(hits: Iterable[Hit]) -> Iterator[Hit]:
    """The names without those of ships: "HMS Zenda" is no town."""
    ship = -1  # where the name of a ship would start
    for hit in hits:
        if hit.start != ship:
            yield hit
        named = "body" in hit.kinds and any(row.id.endswith(WARSHIP) for row in hit.rows("body"))
        ship = hit.end if named else -1


def longest_hits(doc: Doc, names: Iterable[Name]) -> Iterator[Hit]:
    """Of names that overlap the longest. names: in the order of their starts."""
    taken: set[int] = set()
    chosen: list[Hit] = []
    names = list(names)
    cut = _cutting_adjectives(names)
    for name in sorted(names, key=_by_length):
        span = _tokens_of(doc, name)
        if span is None or not taken.isdisjoint(range(span.start, span.end)):
            continue
        text = span.text
        if name.span in cut or _goes_on(doc, span, name) or (text.islower() and _is_made_small(span, name)):
            continue
        taken.update(range(span.start, span.end))
        chosen.append(Hit(start=span.start, end=span.end, text=text, entries=name.entries))
    chosen.sort(key=attrgetter("start"))
    return iter(chosen)


def _by_length(name: Name) -> tuple[int, int]:
    start, end = name.span
    return start - end, start


def _tokens_of(doc: Doc, name: Name) -> Span | None:
    """Its tokens; the full stop after "Hun Sen" is taken for that of an abbreviation, and belongs to the last one."""
    span = doc.char_span(*name.span)
    if span is None and doc.text[name.span.end : name.span.end + 1] == ".":
        return doc.char_span(name.span.start, name.span.end + 1)
    return span


def _goes_on(doc: Doc, span: Span, name: Name) -> bool:
    """ "the North" before a name is part of that name, and "The Sylvanian" before a noun is no newspaper."""
    if span[0].lower_ != "the" or span.end >= len(doc):
        return False
    following = "PROPN" if _is_title_adjective(doc[span.end]) else doc[span.end].pos_
    outlet = all(entry.kind == "outlet" for entry in name.entries)
    return (following == "PROPN" and span[0].text.islower()) or (
        outlet and following in ("PROPN", "NOUN", "ADJ")
    )


def _cutting_adjectives(names: Iterable[Name]) -> set[tuple[int, int]]:
    """Where names begin inside an adjective and go on after it: "African officials" in "South African officials"."""
    found: set[tuple[int, int]] = set()
    around: list[Name] = []  # that have not ended before the name
    for name in names:
        start, end = name.span
        if around:
            around = [other for other in around if other.span.end > start]
            cut = [other for other in around if other.span.start < start and other.span.end < end]
            if any(entry.kind == "demonym" for other in cut for entry in other.entries):
                found.add(name.span)
        around.append(name)
    return found


def _is_made_small(span: Span, name: Name) -> bool:
    """ "Ruritania Rules Out Sale": a word of a headline, and not the town of that name."""
    places = all(entry.kind == "place" and entry.row.name[0].isupper() for entry in name.entries)
    return places and span.end - span.start == 1


def _is_title_adjective(token: Token) -> bool:
    """ "the West African force": no force of the West."""
    return token.pos_ == "ADJ" and token.text.istitle()


def without_lesser_towns(hits: Iterable[Hit], doc: Doc, tables: ActorTables) -> Iterator[Hit]:
    """ "Bush lawyers": what is also a surname of politicians is a lesser town only where something is in it."""
    where = tables.words["where"]
    for hit in hits:
        if (
            "place" not in hit.kinds
            or not _is_surname_or_lesser_town(hit)
            or (hit.start and doc[hit.start - 1].lower_ in where)
        ):
            yield hit
        else:
            yield replace(hit, entries=tuple(e for e in hit.entries if e.kind != "place"))


def _is_surname_or_lesser_town(hit: Hit) -> bool:
    both = not hit.kinds.isdisjoint(PEOPLE) and hit.kinds <= PEOPLE | {"place"}
    return both and all(int(row.population or 0) < _WELL_KNOWN for row in hit.rows("place"))


def settle_homonyms(hits: list[Hit], doc: Doc, tables: ActorTables) -> Iterator[Hit]:
    """A name of a state and of a part of another is one of the two: by what stands near and what is named."""
    for n, found in enumerate(hits):
        if found.kinds.isdisjoint(OF_LANDS):
            yield found
            continue
        hit = _with_land_after(found, hits[n + 1 : n + 3], doc)
        if hit.kinds & {"state", "capital"} and _starts_address(hit, hits[n + 1 : n + 2], doc):
            continue
        if "phrase" not in hit.kinds or not hit.kinds & STATE_KINDS:
            yield hit
            continue
        others = [other for m, other in enumerate(hits) if m != n and other.text != hit.text]
        local = _is_local(hit, others, doc, tables)
        kept = tuple(e for e in hit.entries if (e.kind == "phrase") == local and e.kind not in PEOPLE)
        yield Hit(start=hit.start, end=hit.end, text=hit.text, entries=kept)


def _is_local(hit: Hit, others: list[Hit], doc: Doc, tables: ActorTables) -> bool:
    own = {row.id for row in hit.rows("state")}
    whole = {row.country for row in hit.rows("phrase")}
    named = [{row.id for row in other.rows("state", "demonym", "capital", "metonym")} for other in others]
    if any(ids & own for ids in named):
        return False
    near = [o for o in others if -3 <= o.start - hit.end <= 2 or -3 <= hit.start - o.end <= 2]
    if any(row.country in whole for other in near for row in other.rows("place", "phrase")):
        return True
    if _ends_address(hit, others, doc) and any(_is_of(other, whole) for other in others):
        return True
    words = {token.lower_ for token in doc[max(hit.start - 2, 0) : hit.end + 2]}
    if words & tables.words["local"]:
        return True
    places = [{r.country for r in o.rows("place", "phrase")} for o in others if not o.kinds & STATE_KINDS]
    return sum(countries == whole for countries in places) >= _MANY_PLACES


def _starts_address(hit: Hit, following: list[Hit], doc: Doc) -> bool:
    """ "Lebanon, Pennsylvania": a town in a part of a federal state."""
    if not following or doc[hit.end].text != "," or following[0].start != hit.end + 1:
        return False
    part = following[0]
    regions = {row.country for row in part.rows("place", "phrase")}
    own = {row.id for row in hit.rows("state", "capital")} | {row.country for row in hit.rows("place")}
    closed = part.end >= len(doc) or doc[part.end].text in ",.;" or doc[part.end].pos_ in ("VERB", "AUX")
    return bool(regions) and not regions & own and not part.kinds & STATE_KINDS and closed


def _with_land_after(hit: Hit, following: list[Hit], doc: Doc) -> Hit:
    """ "Police in Westphal, Graustark": the region of the land named after it, and not its namesake elsewhere."""
    if "phrase" not in hit.kinds or not following or following[0].start not in (hit.end + 1, hit.end + 2):
        return hit
    lands = {row.id for row in following[0].rows("state")}
    inside = tuple(e for e in hit.entries if e.kind in ("place", "phrase") and e.row.country in lands)
    if not inside or doc[hit.end].text != ",":
        return hit
    return replace(hit, entries=inside)


def _ends_address(hit: Hit, others: list[Hit], doc: Doc) -> bool:
    """ "Sea Island, Georgia": after a comma and a place that no table knows."""
    before = hit.start - 2
    known = any(other.start <= before < other.end for other in others)
    return before >= 0 and not known and doc[before + 1].text == "," and doc[before].tag_ == "NNP"


def _is_of(hit: Hit, countries: set[str]) -> bool:
    states = {row.id for row in hit.rows("state", "demonym", "capital", "metonym")}
    offices = {row.country for row in hit.rows("person", "surname", "body")}
    return bool(states & countries) or (bool(offices) and offices <= countries)
