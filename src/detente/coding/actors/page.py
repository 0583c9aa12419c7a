"""A parsed text with its names in; its names and titles by token out, each token in one of them at most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from spacy.tokens import Doc, Span, Token

from detente.knowledge.actors import ActorTables, Entry, EntryKind, Role
from detente.reading.names import Name

STATE_KINDS: frozenset[str] = frozenset(("state", "demonym", "prefix", "capital", "metonym"))
POLITICAL = frozenset(
    ("GOV", "MIL", "LEG", "JUD", "COP", "SPY", "REB", "OPP", "PTY", "PRM", "UAF", "ELI", "IGO")
)
_WHERE = ("pobj", "appos", "npadvmod", "poss", "conj")
_MANY_PLACES = 2  # in one state, that make a homonym one of its parts
PEOPLE: frozenset[str] = frozenset(("person", "surname"))


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A name on tokens `[start, end)` and what it can stand for."""

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]

    @cached_property
    def kinds(self) -> frozenset[str]:
        return frozenset(entry.kind for entry in self.entries)

    def rows(self, *kinds: EntryKind) -> list[Any]:
        return [entry.row for entry in self.entries if entry.kind in kinds]


@dataclass(frozen=True, kw_only=True)
class Title:
    """A noun for what somebody does, on tokens `[start, end)`: "vice foreign minister", "officials"."""

    start: int
    end: int
    head: int
    roles: tuple[Role, ...]
    plural: bool
    deputy: bool = False
    former: bool = False
    coming: bool = False
    capital: bool = False


@dataclass(frozen=True, kw_only=True)
class Page:
    """One text as the resolution of actors sees it. `day` is the day of publication."""

    doc: Doc
    tables: ActorTables
    day: str | None
    hits: tuple[Hit, ...]
    titles: tuple[Title, ...] = ()
    hit_at: dict[int, Hit] = field(default_factory=dict)
    title_at: dict[int, Title] = field(default_factory=dict)
    personal: set[int] = field(
        default_factory=set
    )  # tokens inside a personal name; filled before people are resolved

    def words(self, kind: str) -> frozenset[str]:
        return self.tables.words.get(kind, frozenset())

    def is_word(self, i: int, kind: str) -> bool:
        return 0 <= i < len(self.doc) and (
            self.doc[i].lower_ in self.words(kind) or self.doc[i].text in self.words(kind)
        )

    def text(self, start: int, end: int) -> str:
        return " ".join(self.doc[start:end].text.split())

    @cached_property
    def lands(self) -> frozenset[str]:
        """All states that the text names, by themselves or by a town or region that something is in."""
        found = set(self.countries)
        for hit in self.hits:
            rows = hit.rows("place") or [r for r in hit.rows("phrase") if r.means == "place" and r.country]
            if not rows or hit.start in self.personal or any(row.country in found for row in rows):
                continue
            if self.doc[hit.start : hit.end].root.dep_ in _WHERE:
                found.add(max(rows, key=lambda row: int(getattr(row, "population", "") or 0)).country)
        return frozenset(found)

    @cached_property
    def countries(self) -> Counter[str]:
        """How often each state is named; a name of several states counts for one that is named for sure."""
        found: Counter[str] = Counter()
        unclear: list[list[str]] = []
        for hit in self.hits:
            ids = [row.id for row in hit.rows("state", "demonym", "capital", "metonym")]
            ids = list(dict.fromkeys((*ids, *(row.country for row in hit.rows("body")))))
            if not ids or "phrase" in hit.kinds or hit.start in self.personal:
                continue
            if len(ids) == 1:
                found.update(ids)
            else:
                unclear.append(ids)
        for ids in unclear:
            known = [i for i in ids if i in found] or ids
            found[max(known, key=lambda i: self.tables.prominence[i])] += 1
        return found


def open_page(doc: Doc, names: Iterable[Name], published: str | None, tables: ActorTables) -> Page:
    """Choose among overlapping names the longest, and find the titles beside them."""
    hits = tuple(_settle_homonyms(list(_longest(doc, names)), doc, tables))
    hit_at = {i: hit for hit in hits for i in range(hit.start, hit.end)}
    page = Page(doc=doc, tables=tables, day=published[:10] if published else None, hits=hits, hit_at=hit_at)
    titles = tuple(_titles(page))
    title_at = {i: title for title in titles for i in range(title.start, title.end)}
    return Page(
        doc=doc, tables=tables, day=page.day, hits=hits, titles=titles, hit_at=hit_at, title_at=title_at
    )


def _longest(doc: Doc, names: Iterable[Name]) -> Iterator[Hit]:
    taken: set[int] = set()
    chosen: list[Hit] = []
    for name in sorted(names, key=lambda name: (name.span.start - name.span.end, name.span.start)):
        span = doc.char_span(*name.span)
        if span is None or not taken.isdisjoint(range(span.start, span.end)) or _goes_on(doc, span, name):
            continue
        taken.update(range(span.start, span.end))
        chosen.append(Hit(start=span.start, end=span.end, text=span.text, entries=name.entries))
    return iter(sorted(chosen, key=lambda hit: hit.start))


def _goes_on(doc: Doc, span: Span, name: Name) -> bool:
    """ "the North" before a name is part of that name, and "The Sylvanian" before a noun is no newspaper."""
    if span[0].lower_ != "the" or span.end >= len(doc):
        return False
    following = doc[span.end].pos_
    outlet = all(entry.kind == "outlet" for entry in name.entries)
    return (following == "PROPN" and span[0].text.islower()) or (
        outlet and following in ("PROPN", "NOUN", "ADJ")
    )


def _settle_homonyms(hits: list[Hit], doc: Doc, tables: ActorTables) -> Iterator[Hit]:
    """A name of a state and of a part of another is one of the two: by what stands near and what is named."""
    for n, hit in enumerate(hits):
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
    words = {token.lower_ for token in doc[max(hit.start - 2, 0) : hit.end + 2]}
    if words & tables.words.get("local", frozenset()):
        return True
    places = [{r.country for r in o.rows("place", "phrase")} for o in others if not o.kinds & STATE_KINDS]
    return sum(countries == whole for countries in places) >= _MANY_PLACES


def _titles(page: Page) -> Iterator[Title]:
    i = 0
    while i < len(page.doc):
        found = None if i in page.hit_at else _title(page, i)
        if found is None:
            i += 1
        else:
            yield found
            i = found.end


def _title(page: Page, start: int) -> Title | None:
    token = page.doc[start]
    if token.pos_ in ("VERB", "AUX", "ADP", "DET", "PRON", "PUNCT"):
        return None
    low, lemma = token.lower_, token.lemma_.lower()
    known = page.tables.titles
    choices = [*known.get(low, ()), *(known.get(lemma, ()) if lemma != low else ())]
    if not choices or _first_name(page, start):
        return None
    best: tuple[int, int] | None = None
    roles: list[Role] = []
    for words, role in choices:
        last = _spell_out(page, start, words)
        if last is None or (best is not None and last <= best[0] and role not in roles and last < best[0]):
            continue
        if best is None or last > best[0]:
            best, roles = (last, len(words)), [role]
        elif role not in roles:
            roles.append(role)
    if best is None:
        return None
    return _with_status(page, start, best[0], tuple(roles))


def _first_name(page: Page, i: int) -> bool:
    """A first name that is also a title, before a surname."""
    doc = page.doc
    if doc[i].text not in page.tables.given_names or i + 1 >= len(doc) or doc[i].pos_ != "PROPN":
        return False
    following = page.hit_at.get(i + 1)
    unknown = following is None and doc[i + 1].pos_ == "PROPN" and doc[i + 1].lower_ not in page.tables.titles
    return unknown and doc[i + 1].text[:1].isupper()


def _spell_out(page: Page, start: int, words: tuple[str, ...]) -> int | None:
    """The end of the words, hyphens skipped; None where they are not there or hold another name."""
    i = start
    for n, word in enumerate(words):
        while n and i < len(page.doc) and page.doc[i].text in ("-", "–"):
            i += 1
        if i >= len(page.doc) or i in page.hit_at:
            return None
        token = page.doc[i]
        if word not in (token.lower_, token.lemma_.lower(), _singular(token)):
            return None
        i += 1
    return i


def _singular(token: Token) -> str:
    return token.lower_.removesuffix("s") if token.tag_ in ("NNS", "NNPS") else token.lower_


def _with_status(page: Page, start: int, end: int, roles: tuple[Role, ...]) -> Title | None:
    doc = page.doc
    head = _head_of(doc[start:end])
    if doc[head].pos_ in ("VERB", "AUX", "ADP") or (doc[head].dep_ == "amod" and doc[head].pos_ == "ADJ"):
        return None
    before = _words_before(page, start)
    after = {doc[i].lower_ for i in range(end, min(end + 2, len(doc))) if doc[end].text in "-–"}
    coming = bool(after & page.words("coming") or before & page.words("coming"))
    if after & page.words("coming"):
        end += 2
    return Title(
        start=start,
        end=end,
        head=head,
        roles=roles,
        plural=doc[head].tag_ in ("NNS", "NNPS") or "Plur" in doc[head].morph.get("Number", []),
        deputy=bool(before & page.words("deputy")),
        former=bool(before & page.words("former")),
        coming=coming,
        capital=doc[end - 1].text[:1].isupper(),
    )


def _head_of(span: Span) -> int:
    """The noun before an "of", else the last word."""
    for token in span[1:]:
        if token.lower_ in ("of", "for", "in", "general"):
            before = token.i - 1
            return before - 1 if span.doc[before].text in "-–" and before > span.start else before
    return int(span.end - 1)


def _words_before(page: Page, start: int) -> set[str]:
    """The words of the same phrase before the title, back to what cannot belong to it."""
    found: set[str] = set()
    for i in range(start - 1, max(start - 7, -1), -1):
        token = page.doc[i]
        if (
            i in page.hit_at
            or token.pos_ in ("ADJ", "NOUN", "PROPN", "ADV", "X")
            or token.text in ("-", "'s", "’s")
        ):
            found.add(token.lower_)
            if token.is_sent_start:
                break
            continue
        if token.lower_ in page.words("former") | page.words("coming"):
            found.add(token.lower_)
        break
    return found
