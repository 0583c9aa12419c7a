"""A parsed text with its names in; its names and titles by token out, each token in one of them at most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from operator import attrgetter
from typing import Any

import msgspec

from detente.coding.actors.home import Home
from detente.knowledge.actor_rows import Entry, EntryKind, Role, State
from detente.knowledge.actors import ActorTables
from detente.knowledge.word_lists import WordLists
from detente.reading.shapes import NAMES
from detente.reading.tokens import Doc, Span, Token
from detente.records import Actor

STATE_KINDS: frozenset[str] = frozenset(("state", "demonym", "prefix", "capital", "metonym"))
POLITICAL = frozenset(
    ("GOV", "MIL", "LEG", "JUD", "COP", "SPY", "REB", "OPP", "PTY", "PRM", "UAF", "ELI", "IGO")
)
_OF_A_STATE = STATE_KINDS - {"prefix"} | {"body"}
_WHERE = ("pobj", "appos", "npadvmod", "poss", "conj")
NEAR = 2  # sentences that are looked back over for what a noun takes up
_LEMMA = attrgetter("lemma_")
_SENT_TO = frozenset({"to", "at"})
_ARMED = frozenset(("REB", "PRM", "CRM"))
_AT_HOME = _ARMED | {"PTY"}  # armed groups that are nothing else, or only a party besides
PEOPLE: frozenset[str] = frozenset(("person", "surname"))


class Hit(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A name on tokens `[start, end)` and what it can stand for."""

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]

    @cached_property
    def kinds(self) -> frozenset[str]:
        return frozenset([entry.kind for entry in self.entries])

    def rows(self, *kinds: EntryKind) -> list[Any]:
        if self.kinds.isdisjoint(kinds):  # nearly always
            return []
        return [entry.row for entry in self.entries if entry.kind in kinds]


class Title(msgspec.Struct, frozen=True, kw_only=True):
    """A noun for what somebody does, on tokens `[start, end)`: "vice foreign minister", "officials"."""

    start: int
    end: int
    head: int
    lemma: str  # of all its words, in small letters
    roles: tuple[Role, ...]
    plural: bool
    deputy: bool = False
    former: bool = False
    coming: bool = False
    capital: bool = False


class Page(msgspec.Struct, kw_only=True, dict=True, eq=False):
    """One text as the resolution of actors sees it. `day` is the day of publication."""

    doc: Doc
    tables: ActorTables
    words: WordLists  # of the tables
    day: str | None
    hits: tuple[Hit, ...]
    titles: tuple[Title, ...] = ()
    hit_at: dict[int, Hit] = {}
    title_at: dict[int, Title] = {}
    personal: set[int] = set()  # tokens inside a personal name; filled before people are resolved
    aims: list[tuple[Hit, bool, frozenset[int]]] = []  # filled when first asked for
    home: Home | None = None  # for whom the text speaks, where its outlet tells
    paper: Actor | None = None  # the state whose paper it stands in
    _forms: dict[int, tuple[str, str, str]] = {}
    _said: dict[int, frozenset[str]] = {}  # before each sentence, by its first token

    def forms(self, i: int) -> tuple[str, str, str]:
        """A word in small letters without its dot, its lemma, and its singular as far as the tag tells."""
        known = self._forms.get(i)
        if known is None:
            token = self.doc[i]
            lower = token.lower_
            singular = lower.removesuffix("s") if token.tag_ in ("NNS", "NNPS") else lower
            known = self._forms[i] = (lower.rstrip("."), token.lemma_.lower(), singular)
        return known

    def said_before(self, sentence: Span) -> frozenset[str]:
        """The lemmas of the sentences just before one, in small letters."""
        known = self._said.get(sentence.start)
        if known is None:
            start = sentence.start
            for _ in range(NEAR):
                start = self.doc[start - 1].sent.start if start else 0
            lemmas = map(_LEMMA, self.doc[start : sentence.start])
            known = self._said[sentence.start] = frozenset(map(str.lower, lemmas))
        return known

    @cached_property
    def drawing_answers(self) -> frozenset[int]:
        """The participles that say that something was answered, and the nouns that they describe."""
        words = self.words["drawing_answers"]
        gerunds = (t for t in self.doc.having(tag_={"VBG"}) if t.tag_ == "VBG")
        found = [t for t in gerunds if t.lemma_.lower() in words]
        return frozenset([i for t in found for i in (t.i, max(t.head.i, t.i))])

    @cached_property
    def seats(self) -> list[tuple[int, int]]:
        """ "The ambassador to the League": what an envoy is sent to, with the envoy."""
        told = (t for t in self.doc.having(dep_={"pobj"}) if t.head.lower_ in _SENT_TO)
        envoys = self.words["accredited"]
        return [(t.i, t.head.head.i) for t in told if t.head.head.lemma_.lower() in envoys]

    @cached_property
    def hits_by_sentence(self) -> dict[int, list[Hit]]:
        """The names of each sentence, by its first token."""
        found: dict[int, list[Hit]] = {}
        for hit in self.hits:
            found.setdefault(self.doc[hit.start].sent.start, []).append(hit)
        return found

    @cached_property
    def hits_of_lands(self) -> dict[str, list[Hit]]:
        """The names that stand for each state, in the order of the text."""
        found: dict[str, list[Hit]] = {}
        for hit in self.hits:
            for land in dict.fromkeys(row.id for row in hit.rows("state", "demonym", "capital", "metonym")):
                found.setdefault(land, []).append(hit)
        return found

    @cached_property
    def lands_behind_commas(self) -> frozenset[str]:
        """ "Zenda, Ruritania"."""
        behind = (h for h in self.hits if h.start and self.doc[h.start - 1].text == ",")
        return frozenset([row.id for hit in behind for row in hit.rows("state")])

    def is_word(self, i: int, kind: str) -> bool:
        if not 0 <= i < len(self.doc):
            return False
        words, token = self.words[kind], self.doc[i]
        return token.lower_ in words or token.text in words

    def text(self, start: int, end: int) -> str:
        first, last = self.doc[start], self.doc[end - 1]
        return " ".join(self.doc.text[first.idx : last.idx + len(last.text)].split())

    def root(self, start: int, end: int) -> Token:
        """Of the tokens `[start, end)` the one through which they hang in their sentence."""
        alone = end - start == 1  # as most names do
        return self.doc[start] if alone else self.doc.span(start, end).root

    @cached_property
    def served(self) -> frozenset[str]:
        """The states whose office-holders on the day the text names by names that nobody else has."""
        found: set[str] = set()
        for hit in self.hits:
            if hit.kinds <= PEOPLE and self.day and not self._is_part_of_name(hit):
                offices = hit.rows("person", "surname")
                held = {office.country for office in offices if office.state and office.held_on(self.day)}
                if len(held) == 1 and len({office.person for office in offices}) == 1:
                    found |= held
        return frozenset(found)

    @cached_property
    def peopled(self) -> frozenset[str]:
        """The states of the politicians that the text names in full, on whatever day."""
        full = ([office.country for office in hit.rows("person") if office.state] for hit in self.hits)
        return frozenset([lands[0] for lands in full if lands and len(set(lands)) == 1])

    @cached_property
    def fought(self) -> frozenset[str]:
        """The states that the armed groups in the text fight at home."""
        return frozenset(land for hit in self.hits for land in _lands_fought(hit))

    def _is_part_of_name(self, hit: Hit) -> bool:
        """ "Pierre" in "Pierre Rassendyll": a surname of one person that is part of the name of another."""
        before, after = hit.start - 1, hit.end
        return hit.kinds == {"surname"} and (
            (after < len(self.doc) and self.doc[after].tag_ in NAMES)
            or (before >= 0 and self.doc[before].tag_ in NAMES and before not in self.title_at)
        )

    def _says_for_or_against(self, hit: Hit) -> bool:
        """ "Pro-Sylvanian" students are somewhere, and need not be in Sylvania."""
        before = hit.start - 2
        return before >= 0 and self.doc[before + 1].text == "-" and self.is_word(before, "for_or_against")

    def named_otherwise(self, country: str, name: str) -> bool:
        """Whether the text names a state for sure, by another name than the one in question."""
        return country in self._sure and (not name or self._sure[country] - {name} != set())

    @cached_property
    def _sure(self) -> dict[str, set[str]]:
        """The names that can be of one state only, by state; its towns and office-holders count."""
        found: dict[str, set[str]] = {}
        for hit in self.hits:
            if "phrase" in hit.kinds:
                continue
            rows = hit.rows("state", "demonym", "capital", "metonym")
            ids = {row.id for row in there_on(rows, self.day)}
            ids = ids or {row.country for row in hit.rows("body", "person", "place")} or _lands_fought(hit)
            if len(ids) == 1:
                found.setdefault(ids.pop(), set()).add(hit.text)
        return found

    @cached_property
    def lands(self) -> frozenset[str]:
        """All states that the text names, by themselves or by a town or region that something is in."""
        found = set(self.countries)
        for hit in self.hits:
            rows = hit.rows("place") or [r for r in hit.rows("phrase") if r.means == "place" and r.country]
            state = hit.kinds & {"state", "demonym"}
            if not rows or state or hit.start in self.personal or any(row.country in found for row in rows):
                continue
            if self.root(hit.start, hit.end).dep_ in _WHERE:
                found.add(max(rows, key=lambda row: int(getattr(row, "population", "") or 0)).country)
        return frozenset(found)

    @cached_property
    def countries(self) -> Counter[str]:
        """How often each state is named; a name of several states counts for one that is named for sure."""
        found: Counter[str] = Counter()
        unclear: list[list[str]] = []
        for hit in self.hits:
            kinds = hit.kinds
            if kinds.isdisjoint(_OF_A_STATE) or "phrase" in kinds or hit.start in self.personal:
                continue
            if self._says_for_or_against(hit):
                continue
            ids = [row.id for row in hit.rows("state", "demonym", "capital", "metonym")]
            ids = list(dict.fromkeys((*ids, *(row.country for row in hit.rows("body")))))
            if len(ids) == 1:
                found[ids[0]] += 1
            else:
                unclear.append(ids)
        for ids in unclear:
            known = [i for i in ids if i in found] or ids
            found[max(known, key=lambda i: self.tables.prominence[i])] += 1
        return found


def there_on(rows: Iterable[State], day: str | None) -> list[State]:
    """The states that there were on that day, or are today; all where there was none."""
    if day is None:
        found = [row for row in rows if not row.end]
    else:
        found = [r for r in rows if (not r.start or r.start <= day) and (not r.end or day <= r.end)]
    return found or list(rows)


def _lands_fought(hit: Hit) -> set[str]:
    """The state that an armed group fights at home, and that it names too: "Congo and the M23"."""
    rows = [row for row in hit.rows("group") if not row.also]
    return {row.country for row in rows if row.country and _fights_at_home(frozenset(row.sectors))}


def _fights_at_home(sectors: frozenset[str]) -> bool:
    return sectors <= _AT_HOME and bool(sectors & _ARMED)
