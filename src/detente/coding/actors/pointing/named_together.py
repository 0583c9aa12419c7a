"""Those whom a text names together or sets against each other, for the words that count them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Set

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.clauses_around import is_subject
from detente.coding.actors.pointing.lands import mention_of_all, state_actor
from detente.coding.actors.pointing.pointing import only_where
from detente.coding.roles.mentions import Mention
from detente.ids import is_group
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import PLACE, Token
from detente.records import Actor

PAIR = 2
JOINED = ("conj",)
FAR_MORE = 3  # times that a text names a state more often than one that only stands beside it
OUTLET, STATE = "outlet", "state"
BETWEEN, BESIDE = "between", ("compound", "nmod", "amod", "poss")
REACH = 3  # sentences that are looked back over


def listed(page: Page, draft: Draft, token: Token, count: int) -> list[Actor]:
    """States that a text names together ("Ruritania, Sylvania and Graustark"), for the words that count them ("the three").

    "Ruritania, Sylvania and Graustark ... The three": those that were named together last, if just as many. Two are asked
    for by so many words that only those are meant who deal with one another in the clause before.
    """
    if count == PAIR:
        return _dealing(page, draft, token)
    return next((states for states in _lists(page, draft, token) if len(states) == count), [])


def _dealing(page: Page, draft: Draft, token: Token) -> list[Actor]:
    """ "The two premiers agreed on a truce in Egypt, but both sides broke it": they, and not the land where they did."""
    verb = next((t for t in token.ancestors if t.pos_ == "VERB"), token)
    first = verb.head
    if verb.dep_ != "conj" or first.lemma_.lower() not in page.words["dealing"]:
        return []
    subjects = [c for c in first.lefts if c.dep_ == "nsubj"]
    named = {t.i: draft.actors.get(t.i) for s in subjects for t in (s, *s.conjuncts)}
    each = [a for m in named.values() if m is not None for a in m.several or (m.actor,)]
    states = {a.country: a for a in each if a.country}
    return [state_actor(page, c, a) for c, a in states.items()] if len(states) == PAIR else []


def two_persons(page: Page, draft: Draft, token: Token, count: int) -> Mention | None:
    """ "Otto Sapt and Ana Vaskova spoke in Sylvania. Both praised it": they, where the sentence before tells of two."""
    if count != PAIR or not is_subject(token) or not token.sent.start:
        return None
    before = page.doc[token.sent.start - 1].sent
    subjects = [t for t in before.root.lefts if is_subject(t)]
    beside = [t for s in subjects for c in s.children if c.dep_ == "appos" for t in (c, *c.conjuncts)]
    joined = beside or [t for s in subjects for t in (s, *s.conjuncts)]
    named = [m for t in joined if (m := draft.actors.get(t.i)) is not None and m.kind == "person"]
    two = {m.actor.id: m.actor for m in named if not m.several}
    together = len(joined) == len(two) == PAIR
    return mention_of_all(page, token, list(two.values()), "person") if together else None


def last_listed(page: Page, draft: Draft, token: Token) -> list[Actor]:
    """ "Ruritania and Sylvania ... these countries": those that were named together last, however many."""
    return next((states for states in _lists(page, draft, token) if len(states) > 1), [])


def _lists(page: Page, draft: Draft, token: Token) -> Iterator[list[Actor]]:
    """The states that are named together at each word before, the nearest first."""
    for i in range(token.i - 1, -1, -1):
        joined = page.doc[i].conjuncts
        if not joined and i not in draft.actors:
            continue
        together = sorted((page.doc[i], *joined), key=PLACE)
        named = [draft.actors.get(t.i) for t in together if t.i < token.i]
        states = {m.actor.country: m.actor for m in named if m is not None and m.kind == "state"}
        if None not in states:
            yield [state_actor(page, country, states[country]) for country in states if country]


def uses(page: Page, before: int) -> Counter[str]:
    """How often each state is named before a token."""
    return Counter(
        row.id
        for hit in page.hits
        if hit.start < before and "phrase" not in hit.kinds
        for row in hit.rows("state", "demonym", "capital", "metonym")[:1]
    )


def paired(page: Page, draft: Draft, before: int, apart: frozenset[str]) -> set[str]:
    """The states that were named most often as two, of these the last: "Ruritania and Sylvania"."""
    pairs: Counter[frozenset[str]] = Counter()
    joined = page.doc.labels.places({"dep_": JOINED})
    for i in reversed(joined[: bisect_left(joined, before)]):
        pairs.update(two for two in _two_at(page, draft, i) if not two & apart)
    return set(pairs.most_common(1)[0][0]) if pairs else set()


def _two_at(page: Page, draft: Draft, i: int) -> Iterator[frozenset[str]]:
    """Two states that are named together, the second at this word, by themselves or as what describes a noun."""
    token = page.doc[i]
    for table in (draft.actors, draft.modifiers):
        one, other = table.get(i), table.get(token.head.i)
        if one is None or other is None or not one.kind == other.kind == "state":
            continue
        two = frozenset(str(m.actor.country) for m in (one, other))
        if len(two) == len((one, other)):
            yield two


def names_a_bystander(page: Page, near: Mapping[str, Actor], count: int) -> bool:
    """ "Letters went by way of Kenya. ... the rivals": a state named once beside two that the whole text names.

    One of which only somebody of it is named is not counted, and may well be meant.
    """
    main = {country for country, _ in page.countries.most_common(count)}
    missed, beside = main - near.keys(), near.keys() - main
    if len(near) != count or len(missed) != 1 or len(beside) != 1:
        return False
    return 0 < page.countries[beside.pop()] * FAR_MORE <= page.countries[missed.pop()]


def main_states(page: Page, apart: Set[str | None], count: int) -> dict[str, Actor]:
    """The states that the text is about, where as many as counted stand out, apart from who speaks of them."""
    ranked = [both for both in page.countries.most_common(count + 2) if both[0] not in apart][: count + 1]
    if len(ranked) < count or (len(ranked) > count and ranked[count - 1][1] == ranked[count][1]):
        return {}
    return {country: state_actor(page, country) for country, _ in reversed(ranked[:count])}


def only_hosts(page: Page, draft: Draft) -> set[str | None]:
    """ "In Panama City": the states that are only named for where it is."""
    doing = {
        actor.country
        for named in (draft.actors, draft.modifiers)
        for i, mention in named.items()
        for actor in (mention.several or (mention.actor,))
        if not only_where(page, i, draft)
    }
    return {country for country in page.countries if country not in doing}


def are_groups(page: Page, token: Token, *, rival: bool = False) -> bool:
    """ "Both factions", "the two movements"; rival: only where it says that they stand over against each other."""
    if token.lemma_.lower() not in page.words["group_term"]:
        return False
    beside = {c.lower_ for c in token.lefts}
    return not rival or not beside.isdisjoint(page.words["opposed"])


def groups_between(page: Page, draft: Draft, token: Token) -> list[Actor]:
    """A word for two sides in ("both sides", "the rival factions"), the two that the text sets against each other out.

    One of them at least is a group. "Talks between the Red Dawn and the Black Eagles stalled. Mediators met both sides":
    where it only lists two groups, they may be on one side.
    The two that were named last as two who deal with each other: "between" them, or as subjects of such a deed.
    """
    for i in range(token.i - 1, _first(page, token) - 1, -1):
        found = {str(m.actor.id): m.actor for m in _together(page, draft, page.doc[i], token.i)}
        if len(found) == PAIR:
            return list(found.values())
    return []


def state_and_group(page: Page, draft: Draft, token: Token, count: int) -> list[Actor]:
    """ "The army fought the Red Dawn. Both sides", "Ruritania and the Red Dawn agreed on a truce. The two sides"."""
    sentence = token.sent
    if count != PAIR or token.lemma_.lower() not in page.words["pair_term"]:
        return []
    for _ in range(REACH - 1):
        if not sentence.start:
            return []
        sentence = page.doc[sentence.start - 1].sent
        states, groups = _parties(page, draft, range(sentence.start, sentence.end))
        if groups or len(states) > 1:
            return [*states, *groups] if len(groups) == len(states) == 1 else []
    return []


def _parties(page: Page, draft: Draft, within: range) -> tuple[list[Actor], list[Actor]]:
    """The states and the groups that are told of otherwise than as where something is."""
    states, groups = dict[str, Actor](), dict[str, Actor]()
    for i in within:
        mention = draft.actors.get(i) or draft.modifiers.get(i)
        if mention is None or mention.kind == OUTLET or only_where(page, i, draft):
            continue
        for actor in mention.several or (mention.actor,):
            if is_group(actor.id):
                groups.setdefault(str(actor.id), actor)
            elif actor.country:
                states.setdefault(actor.country, state_actor(page, actor.country, actor))
    return list(states.values()), list(groups.values())


def _first(page: Page, token: Token) -> int:
    start = token.sent.start
    for _ in range(REACH - 1):
        start = page.doc[start - 1].sent.start if start else 0
    return start


def _together(page: Page, draft: Draft, token: Token, before: int) -> Iterator[Mention]:
    """Those that stand in one list, or beside one noun ("the Dawn-Eagles talks")."""
    alike = [t for t in (token, *token.conjuncts) if t.i < before]
    first = min(alike, key=lambda t: t.i)
    if first.dep_ in BESIDE:
        alike = [t for t in first.head.subtree if t.i < first.head.i and t.dep_ in (*BESIDE, "conj")]
    elif not _deal_with_each_other(page, first):
        return
    mentions = [draft.actors.get(t.i) or draft.modifiers.get(t.i) for t in alike]
    named = [m for m in mentions if m is not None]
    groups = [m for m in named if is_group(m.actor.id)]
    if groups and len(named) == len(mentions) and all(m in groups or m.kind == STATE for m in named):
        yield from named  # two groups, or a state and the group that it fights


def _deal_with_each_other(page: Page, first: Token) -> bool:
    """ "Between the Dawn and the Eagles"; "the Dawn and the Eagles opened a dialogue"."""
    if first.dep_ == "pobj":
        return first.head.lower_ == BETWEEN
    if first.dep_ not in SUBJECTS:
        return False
    shared = page.words["meeting"] | page.words["dealings"]
    return any(t.lemma_.lower() in shared for t in first.head.subtree if t.i > first.head.i)
