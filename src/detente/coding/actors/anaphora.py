"""Pronouns and group terms in ("she", "both nations", "the bloc"), the mentions that they stand for out.

Only what is clear is resolved: a pronoun looks back in its sentence, subject first, then to the one before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set

from spacy.tokens import Token

from detente.coding.actors.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.persons import Naming, span_of
from detente.coding.mentions import Mention
from detente.records import Actor, Span

_PERSON = frozenset(("he", "she", "him", "his", "her", "hers", "himself", "herself"))
_FEMALE = frozenset(("she", "her", "hers", "herself"))
_THING = frozenset(("it", "its", "itself"))
_MANY = frozenset(("they", "them", "their", "theirs", "themselves"))
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_COUNTS = {"both": 2, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}
_REACH = 3  # sentences that a group term looks back over


def add_anaphora(page: Page, naming: Naming, draft: Draft) -> None:
    """Resolve pronouns and group terms in text order, each adding to what the next can mean."""
    strangers = {run.end - 1 for run in naming.strangers}
    for token in page.doc:
        known = draft.actors.get(token.i)
        if known is not None and (known.actor.country or known.actor.id):
            continue
        mention = None
        low = token.lower_
        if token.pos_ in ("PRON", "DET") and low in _PERSON | _THING | _MANY:
            mention = resolve_pronoun(page, draft, token, strangers)
        elif token.i in page.title_at or token.pos_ in ("NOUN", "PROPN") or low == "both":
            mention = _term(page, draft, token)
        if mention is not None:
            draft.actors[token.i] = mention


def resolve_pronoun(page: Page, draft: Draft, token: Token, strangers: Set[int]) -> Mention | None:
    """Whom a pronoun stands for; None unless it is clear. strangers: last tokens of names without a state."""
    low = token.lower_
    if low in _THING and not _stands_for_a_state(token):
        return None
    for choices in _lookback(page, token):
        near = _clause_subjects(token)
        ranked = sorted(choices, key=lambda t: (near.get(t.i, len(near)), not _is_subject(t), -t.i))
        for other in ranked:
            if low in _PERSON and other.i in strangers and other.i not in draft.actors:
                return None
            mention = draft.actors.get(other.i)
            if mention is not None and _fits(low, mention, other) and _of_gender(low, mention, draft):
                return _again(page, token, mention, _first_of(other, draft), draft)
    return None


def _of_gender(low: str, mention: Mention, draft: Draft) -> bool:
    """Whether a person was not called by the other pronoun before; notes the pronoun."""
    if low not in _PERSON or mention.actor.id is None:
        return True
    gender = "f" if low in _FEMALE else "m"
    return draft.genders.setdefault(mention.actor.id, gender) == gender


def _lookback(page: Page, token: Token) -> Iterator[list[Token]]:
    sentence = token.sent
    yield [t for t in sentence if t.i < token.i]
    if sentence.start:
        yield list(page.doc[sentence.start - 1].sent)


def _clause_subjects(token: Token) -> dict[int, int]:
    """Subjects of the clauses that the token is in, inmost first; of a relative clause, its noun."""
    found: dict[int, int] = {}
    for verb in token.ancestors:
        subjects = [c.i for c in verb.children if _is_subject(c) and c.i < token.i]
        if verb.dep_ in ("relcl", "acl"):
            subjects.append(verb.head.i)
        for i in subjects:
            found.setdefault(i, len(found))
    return found


def _is_subject(token: Token) -> bool:
    return token.dep_ in _SUBJECTS


def _fits(low: str, mention: Mention, token: Token) -> bool:
    if low in _PERSON:
        plural = token.tag_ in ("NNS", "NNPS") or bool(mention.several)
        return mention.kind == "person" and not plural and token.lower_ not in _MANY
    if low in _THING:
        return (
            mention.kind in ("state", "body", "organisation", "group")
            and not mention.several
            and token.tag_ not in ("NNS", "NNPS")
        ) or mention.kind == "organisation"
    return (
        bool(mention.several)
        or token.tag_ in ("NNS", "NNPS")
        or mention.kind in ("organisation", "group")
        or _conjoined(token)
    )


def _conjoined(token: Token) -> bool:
    return any(child.dep_ == "conj" for child in token.children)


def _first_of(token: Token, draft: Draft) -> Token:
    """The first of coordinated mentions."""
    while token.dep_ == "conj" and token.head.i in draft.actors:
        token = token.head
    return token


def _again(page: Page, token: Token, mention: Mention, other: Token, draft: Draft) -> Mention:
    span = span_of(page, token.i, token.i + 1)
    why = f"'{token.text}' stands for {mention.actor.name}"
    several = mention.several
    if token.lower_ in _MANY and not several and _conjoined(other):
        linked = [other, *other.conjuncts]
        each = (draft.actors[t.i].actor for t in linked if t.i in draft.actors)
        several = tuple({actor.id or actor.name: actor for actor in each}.values())
        several = several if len(several) > 1 else ()
    actor = _respan(several[0] if several else mention.actor, span, why)
    return Mention(
        head=token.i, actor=actor, kind=mention.kind, anonymous=mention.anonymous,
        several=tuple(_respan(a, span, why) for a in several),
    )  # fmt: skip


def _copy(actor: Actor, page: Page, token: Token, why: str) -> Actor:
    return _respan(actor, span_of(page, token.i, token.i + 1), why)


def _respan(actor: Actor, span: Span, why: str) -> Actor:
    return Actor(
        name=actor.name,
        id=actor.id,
        country=actor.country,
        sectors=actor.sectors,
        span=span,
        inferred=why,
    )


def _stands_for_a_state(token: Token) -> bool:
    """ "its", or an "it" that acts: not "it was a balloon", "shot it down", "it is clear that"."""
    if token.dep_ == "poss" or token.lower_ == "itself":
        return True
    described = any(child.dep_ in ("attr", "acomp") for child in token.head.children)
    return _is_subject(token) and not _expletive(token) and not (described and token.head.lemma_ == "be")


def _expletive(token: Token) -> bool:
    """ "it is clear that", "it was not known whether"."""
    if token.dep_ == "expl":
        return True
    head = token.head
    return (
        token.dep_ in _SUBJECTS
        and any(
            c.dep_ in ("ccomp", "csubj", "advcl", "csubjpass", "xcomp")
            and (head.lemma_ == "be" or c.dep_ != "xcomp")
            for c in head.children
        )
        and (head.lemma_ in ("be", "seem", "appear", "remain", "emerge") or token.dep_ == "nsubjpass")
    )


def _term(page: Page, draft: Draft, token: Token) -> Mention | None:
    title = page.title_at.get(token.i)
    if title is not None and title.head != token.i:
        return None
    if token.lower_ == "both":
        return _several(page, draft, token, 2, "state") or None if token.dep_ in _SUBJECTS else None
    count = next((_COUNTS[c.lower_] for c in token.children if c.lower_ in _COUNTS and c.i < token.i), 0)
    definite = any(
        c.lower_ in ("the", "both", "these", "those", "their", "that", "this") for c in token.children
    )
    roles = {role.role for role in title.roles} if title is not None else set()
    groups = {role.group for role in title.roles} if title is not None else set()
    plural = token.tag_ in ("NNS", "NNPS")
    if plural and ((count and definite) or any(c.lower_ == "both" for c in token.children)):
        if roles & {"state", "government"} or token.lemma_.lower() in page.words("party_term"):
            return _several(page, draft, token, count or 2, "state")
        if "person" in groups or token.lemma_.lower() in page.words("person_term"):
            return _several(page, draft, token, count or 2, "person")
        return None
    bare = not any(c.lower_ == "of" or c.dep_ in ("compound", "amod") for c in token.children)
    if plural and definite and bare and token.lower_ == "sides":
        return _several(page, draft, token, 2, "state")
    for kind in ("organisation", "group"):
        if not plural and definite and bare and token.lemma_.lower() in page.words(f"{kind}_term"):
            return _last_of_kind(page, draft, token, kind)
    return None


def _several(page: Page, draft: Draft, token: Token, count: int, kind: str) -> Mention | None:
    """The states or persons, as many as counted, that the last sentences name most."""
    found = _before(page, draft, token, count, kind, towns=False)
    if len(found) < count:
        found = _before(page, draft, token, count, kind, towns=True)
    if len(found) < count:
        return None
    chosen = _most_named(draft, found, count, kind, token.i)
    why = f"'{page.text(token.i, token.i + 1)}' stands for {' and '.join(a.name for a in chosen)}"
    span = span_of(page, token.i, token.i + 1)
    several = tuple(_respan(actor, span, why) for actor in chosen)
    return Mention(
        head=token.i, actor=several[0], kind="state" if kind == "state" else "person", several=several
    )


def _before(
    page: Page, draft: Draft, token: Token, count: int, kind: str, *, towns: bool
) -> dict[str, Actor]:
    """States or persons named before, latest first; a town that only says where counts with `towns`."""
    start = token.sent.start
    found: dict[str, Actor] = {}
    for _ in range(_REACH):
        for i in range(token.i - 1, start - 1, -1):
            for actor in _actors_at(page, draft, i, kind, towns=towns):
                key = actor.country if kind == "state" else actor.id
                if key:
                    found.setdefault(key, actor)
        if len(found) >= count or not start:
            break
        start = page.doc[start - 1].sent.start
    return found


def _actors_at(page: Page, draft: Draft, i: int, kind: str, *, towns: bool) -> Iterator[Actor]:
    mention = draft.actors.get(i) or draft.modifiers.get(i)
    if mention is None or mention.kind == "outlet":
        return
    for actor in mention.several or (mention.actor,):
        if kind == "person":
            if mention.kind == "person" and actor.id:
                yield actor
        elif actor.country and (towns or not _only_where(page, i, draft)):
            yield _state_of(page, actor)


def _only_where(page: Page, i: int, draft: Draft) -> bool:
    token = page.doc[i]
    return i in draft.places and token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "near", "from")


def _state_of(page: Page, actor: Actor) -> Actor:
    state = page.tables.state_by_id.get(actor.country or "")
    name = state.name if state else str(actor.country)
    return Actor(name=name, id=actor.country, country=actor.country, sectors=("GOV",), span=actor.span)


def _most_named(draft: Draft, found: dict[str, Actor], count: int, kind: str, before: int) -> list[Actor]:
    uses: Counter[str] = Counter()
    for table in (draft.actors, draft.modifiers):
        for i, mention in table.items():
            key = mention.actor.country if kind == "state" else mention.actor.id
            if i < before and key:
                uses[key] += 1
    if len(found) > count:
        keep = sorted(found, key=lambda key: -uses[key])[:count]
        found = {key: actor for key, actor in found.items() if key in keep}
    return list(reversed(found.values()))


def body_before(page: Page, draft: Draft, title: Title) -> Mention | None:
    """ "the ministry" after "the Sylvanian foreign ministry"."""
    if not title.start or page.doc[title.start - 1].lower_ != "the" or title.plural:
        return None
    word = page.doc[title.head].lemma_.lower()
    for i in range(title.start - 1, -1, -1):
        mention = draft.actors.get(i)
        if (
            mention is not None
            and mention.kind == "body"
            and str(mention.actor.id).endswith((f":{word}", f"-{word}"))
        ):
            token = page.doc[title.head]
            why = f"'the {token.text}' stands for {mention.actor.name}"
            return Mention(head=token.i, actor=_copy(mention.actor, page, token, why), kind="body")
    return None


def _last_of_kind(page: Page, draft: Draft, token: Token, kind: str) -> Mention | None:
    for i in range(token.i - 1, -1, -1):
        mention = draft.actors.get(i)
        if mention is not None and mention.kind == kind and mention.actor.id:
            why = f"'the {token.text}' stands for {mention.actor.name}"
            return Mention(head=token.i, actor=_copy(mention.actor, page, token, why), kind=mention.kind)
    return None
