"""A page in, the nouns for what somebody does out: "vice foreign minister", "officials"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from operator import itemgetter

from detente.coding.actors.page import Hit, Page, Title
from detente.knowledge.actor_rows import NumberedTitle, Role
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Span, Token

_FIGHTERS = frozenset({"REB", "UAF"})  # sectors
_LONGEST_ABBREVIATION = 4
JOINED_BY = ("-", "–", ".")
COUNTS = "nummod"
TO = "to"
NO_TITLE = frozenset({"VERB", "AUX", "ADP", "DET", "PRON", "PUNCT"})


def find_titles(page: Page) -> Iterator[Title]:
    end, known, hit_at = 0, page.tables.titles_by_two, page.hit_at
    for i, token in enumerate(page.doc):
        if i < end or token.pos_ in NO_TITLE or i in hit_at:
            continue
        low, lemma = token.lower_, token.lemma_.lower()
        if low not in known and lemma not in known:
            continue
        found = _title(page, i, dict.fromkeys((low.rstrip("."), lemma.rstrip("."))))
        if found is not None:
            yield found
            end = found.end


def _title(page: Page, start: int, firsts: Iterable[str]) -> Title | None:
    """The longest title that begins there with one of these words."""
    if _first_name(page, start) or _is_compounded(page, start) or _is_money(page, start):
        return None
    best: tuple[int, int] | None = None
    roles: list[Role] = []
    ends: dict[tuple[str, ...], int | None] = {}
    for _, words, role in _choices(page, start, firsts):
        if words not in ends:
            ends[words] = _spell_out(page, start, words)
        last = ends[words]
        if last is None or (best is not None and last <= best[0] and role not in roles and last < best[0]):
            continue
        if best is None or last > best[0]:
            best, roles = (last, len(words)), [role]
        elif role not in roles:
            roles.append(role)
    if best is None:
        return None
    return _with_status(page, start, best[0], tuple(roles))


def _is_compounded(page: Page, i: int) -> bool:
    """ "A guest house": no chamber of deputies."""
    token = page.doc[i]
    before = page.doc[i - 1] if i else token
    if before.dep_ != "compound" or before.pos_ != "NOUN" or before.i in page.hit_at:
        return False
    return page.is_word(i, "other_compounded")


def _is_money(page: Page, i: int) -> bool:
    """ "Ten million crowns": no royal house."""
    return page.is_word(i, "coin_or_house") and any(c.dep_ == COUNTS for c in page.doc[i].lefts)


def _choices(page: Page, start: int, firsts: Iterable[str]) -> Iterator[NumberedTitle]:
    """The titles that begin with one of these words and go on with what follows here, or end."""
    following: Iterable[str] | None = None
    for first in firsts:
        choices = page.tables.titles_by_two.get(first, {})
        alone = choices.get("", ())
        if len(choices) > bool(alone):
            following = _words_after(page, start) if following is None else following
            longer = [title for word in following if word in choices for title in choices[word]]
            yield from sorted([*alone, *longer], key=itemgetter(0)) if longer else alone
        else:
            yield from alone


def _words_after(page: Page, start: int) -> Iterable[str]:
    """The forms of the next word, hyphens skipped."""
    doc, second = page.doc, start + 1
    while second < len(doc) and _joins(doc, second):
        second += 1
    return dict.fromkeys(page.forms(second)) if second < len(doc) else ()


def _joins(doc: Doc, i: int) -> bool:
    """A hyphen or the stop of an abbreviation, but not one between sentences: "shut its border. Police"."""
    ends = i + 1 < len(doc) and doc[i + 1].is_sent_start
    return doc[i].text in JOINED_BY and not ends


def _first_name(page: Page, i: int) -> bool:
    """A first name that is also a title, before a surname."""
    doc = page.doc
    if doc[i].text not in page.tables.given_names or i + 1 >= len(doc) or doc[i].pos_ != "PROPN":
        return False
    following = page.hit_at.get(i + 1)
    if doc[i + 1].text in page.tables.given_names:
        return False  # "King Hussein"
    unknown = following is None and doc[i + 1].pos_ == "PROPN" and doc[i + 1].lower_ not in page.tables.titles
    return unknown and doc[i + 1].text[:1].isupper()


def _spell_out(page: Page, start: int, words: tuple[str, ...]) -> int | None:
    """The end of the words, hyphens skipped; None where they are not there or hold another name."""
    i = start
    for n, word in enumerate(words):
        while n and i < len(page.doc) and _joins(page.doc, i):
            i += 1
        if i >= len(page.doc) or i in page.hit_at:
            return None
        if word not in page.forms(i):
            return None
        i += 1
    return i + _is_dot(page.doc, i)


def _is_dot(doc: Doc, i: int) -> bool:
    """Whether the token is the dot of an abbreviation: the tokeniser splits it off where it does not know one."""
    glued = 0 < i < len(doc) - 1 and doc[i].text == "." and not doc[i - 1].whitespace_
    return glued and not doc[i + 1].is_sent_start and len(doc[i - 1]) <= _LONGEST_ABBREVIATION


def _with_status(page: Page, start: int, end: int, roles: tuple[Role, ...]) -> Title | None:
    doc = page.doc
    head = _head_of(doc.span(start, end)) if end > start + 1 else start
    noun = doc[head]
    rebels = page.is_word(end, "of_fighters") and any(_FIGHTERS & set(role.sectors) for role in roles)
    describes = noun.dep_ == "amod" and noun.pos_ == "ADJ" and not rebels  # "Sylvanian military bases"
    if describes or noun.pos_ in ("VERB", "AUX", "ADP"):
        return None
    if noun.tag_ == "NNS" and end == start + 1 and noun.lemma_ in page.words["building"]:
        return None
    if start and head == start and f"{doc[start - 1].lower_} {noun.lemma_}" in page.words["no_title"]:
        return None
    if page.is_word(head, "stance_to") and _is_stance(noun):
        return None
    start = _first_portfolio(page, start, end)
    before = _words_before(page, start)
    dashed = end < len(doc) and doc[end].text in "-–"
    coming = dashed and any(t.lower_ in page.words["coming"] for t in doc[end : end + 2])
    if coming:
        end += 2
    return Title(
        start=start,
        end=end,
        head=head,
        lemma=(doc[start] if end == start + 1 else doc.span(start, end)).lemma_.lower(),
        roles=roles,
        plural=noun.tag_ in ("NNS", "NNPS") or noun.is_plural,
        deputy=not before.isdisjoint(page.words["deputy"]),
        former=not before.isdisjoint(page.words["former"]),
        coming=coming or not before.isdisjoint(page.words["coming"]),
        capital=doc[end - 1].text[:1].isupper(),
    )


def _is_stance(noun: Token) -> bool:
    """ "Voiced opposition to the deal": no party, where "the opposition to the regime marched" is one."""
    to = noun.i + 1 < len(noun.doc) and noun.doc[noun.i + 1].lower_ == TO
    return to and noun.dep_ not in SUBJECTS


def _first_portfolio(page: Page, start: int, end: int) -> int:
    """ "the Danubian League's foreign and finance ministers": where the first of them is named."""
    doc, words = page.doc, page.words["portfolio"]
    while start > 1 and doc[start].lower_ in words and end > start + 1:
        if doc[start - 1].lower_ not in ("and", ",") or doc[start - 2].lower_ not in words:
            break
        start -= 2
    return start


def _head_of(span: Span) -> int:
    """The noun before an "of", else the last word."""
    for token in span.doc[span.start + 1 : span.end]:
        if token.lower_ in ("of", "for", "in", "on", "general"):
            before = token.i - 1
            return before - 1 if span.doc[before].text in "-–" and before > span.start else before
    return span.end - 1


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
        if token.lower_ in page.words["former"] or token.lower_ in page.words["coming"]:
            found.add(token.lower_)
        break
    return found


def title_role(title: Title, countries: Collection[str | None], page: Page) -> Role:
    """The role that the title is, given whose it is; else that of nobody in particular, or of a state named here."""
    if len(title.roles) == 1:
        return title.roles[0]
    own = (role for role in title.roles if any(country in role.countries for country in countries))
    free = (role for role in title.roles if any(countries) and not role.countries)
    near = (role for role in title.roles if not page.countries.keys().isdisjoint(role.countries))
    return next(chain(own, free, near), title.roles[0])


def holder_of(page: Page, hit: Hit) -> Token:
    """The state itself, or its "President of Sylvania Rudolf Hentzau"."""
    token = page.root(hit.start, hit.end)
    if token.dep_ != "pobj" or token.head.lower_ != "of" or page.title_at.get(token.head.i - 1) is None:
        return token
    title = token.head.head
    return title.head if title.dep_ in ("compound", "nmod") else title
