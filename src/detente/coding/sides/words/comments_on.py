"""Comments and praise that name nobody: for whoever did what was told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, without
from detente.coding.matching.lexicon import any_meets
from detente.coding.reasons import because, only_because
from detente.coding.roles.known import keys_of, known_among
from detente.coding.roles.roles import actors_at, sides, without_states
from detente.coding.sides.looking.anaphora import is_definite
from detente.coding.sides.looking.matter import Matter
from detente.coding.sides.nearby.sentence_before import others_in_clause
from detente.coding.sides.words.told_of import DEEDS, POINTERS, spoken_of
from detente.coding.sides.words.unknown_deed import kinds_of
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.governing import COPULA
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.reading.shapes import is_pointed_at
from detente.reading.tokens import Token
from detente.records import Actor

COMMENTS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})  # types
BEHIND_NOUN = (
    "relcl",
    "acl",
)  # "a step that Sylvania welcomed", "a step welcomed by Sylvania and assailed by Graustark"
SUMMING, AGAIN = "summing nouns", "deeds commented on"
ON_WHAT = ("object", "against", "over", "at", "to", "about", "on")
COMMA, WHICH = ",", "which"
BESIDE = ("appos", "conj", "npadvmod", "dobj")
GOOD = frozenset({"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})  # types
NAMES, ACTS, PRAISE = ("good-name",), ("good-act",), ("praise-word",)  # classes
ONE, ANY = frozenset({"a", "an"}), frozenset({"any", "every", "each", "all", "such"})
WHAT, THEM, WHOSE = "what", "them", ("of", "by")
ABOUT = ("object", "for", "of", "to", "behind", "with")
BACK = 3  # sentences
WORDS, SUPPORT = frozenset({"ACCUSE", "PROTEST", "REJECT", "REQUEST", "THREATEN"}), "SUPPORT"  # types
RELATIVE = "relcl"
GREETINGS = "greetings"  # a group of kinds
PLANNED = ("planned", "scheduled")
WHY = "whose deed it is that was told before"


def with_whose_deed(draft: Draft, statuses: Statuses) -> Draft:
    """A comment that names nobody whom it is about in, whoever did what is commented on as its recipient out.

    "Ruritania freed ten prisoners, a step that Sylvania welcomed": it welcomed what Ruritania did. So too "Ruritania's
    parliament passes a law on fishing. Sylvania protests against the law".
    The draft with the subject of the clause that the commented noun sums up as its recipient.
    """
    graph = statuses.graph
    token = graph.doc[draft.head]
    clause = token.head if token.dep_ == "conj" and token.head.dep_ in BEHIND_NOUN else token
    at_itself = bool(draft.recipients) and sides(draft.recipients, draft.actors) and not draft.reciprocal
    if draft.recipients and (not at_itself):
        return draft
    if _sums_up(clause, statuses):
        told = list(clause.head.ancestors)
    elif draft.recipients:
        return draft
    elif _is_on_the_deed(draft, statuses):
        told = _told_before(token)
    else:
        return draft
    for above in told:
        verb = graph.predicates.get(above.i)
        if verb is None or verb.pos != "verb":
            continue
        found = actors_at(("subject",), verb, graph, statuses.mentions)
        if found and not sides(found, draft.actors):
            why = f"did what '{token.text}' is about"
            return replace(draft, recipients=because(found, why))
    return draft


def judges(said: Predicate, inner: Predicate, statuses: Statuses) -> bool:
    """ "A step that Sylvania says is a disgrace", where the inner clause is what is said."""
    plain = inner.lemma == COPULA and not inner.negated
    return plain and _sums_up(statuses.graph.doc[said.head], statuses)


def _sums_up(clause: Token, statuses: Statuses) -> bool:
    """Whether a clause is told of what was told: "a step that Sylvania welcomed", "freed them, which Sylvania welcomed"."""
    noun, words = clause.head, statuses.graph.words
    if clause.dep_ not in BEHIND_NOUN:
        return False
    start = noun.left_edge
    behind_it = (
        not start.is_sent_start and start.nbor(-1).pos_ == "PUNCT"
    )  # no "accord that Sylvania calls illegal"
    summing = words[SUMMING] | words[AGAIN] if behind_it else words[SUMMING]
    again = noun.dep_ in BESIDE and noun.lemma_.lower() in summing
    behind = noun.doc[noun.i + 1 : noun.i + 3]  # the whole, or it would be "two priests whom"
    return again or [t.lower_ for t in behind] == [COMMA, WHICH]


def _is_on_the_deed(draft: Draft, statuses: Statuses) -> bool:
    """ "Protests against the law", "condemns the move": of which nobody says whose it is."""
    graph = statuses.graph
    said = graph.predicates[draft.head].arguments
    nouns = [graph.doc[a.head] for a in said if a.name in ON_WHAT and graph.doc[a.head].pos_ == "NOUN"]
    return len(nouns) == 1 and all(
        n.lemma_.lower() in graph.words[SUMMING]
        and is_pointed_at(n, graph.words)
        and all(c.dep_ in ("det", "relcl", "punct") for c in n.children)
        for n in nouns
    )


def _told_before(token: Token) -> list[Token]:
    """What the sentence before tells, in what somebody says there: "the army says that Sylvania has passed a law"."""
    start = token.sent.start
    verb = token.doc[start - 1].sent.root if start else token
    while (said := next((c for c in verb.rights if c.dep_ == "ccomp"), None)) is not None:
        verb = said
    return [verb] if start else []


def with_whose_good_deed(draft: Draft, drafts: Sequence[Draft], statuses: Statuses, matter: Matter) -> Draft:
    """Praise or backing in words that name nobody in, those whose deed was told of before out.

    "Ruritania freed ten prisoners. Graustark saluted an act of mercy", "... praised what it called a bold step", "...
    called it a milestone", "... gave its blessing": to what Ruritania did. A thing that is nobody's deed stays so.
    The draft; nothing where its clause names somebody else, or who speaks did it himself.
    """
    greets = draft.kind in statuses.lexicon.groups[GREETINGS]  # to whomever the text is about
    if greets or "recipient" not in draft.needs or draft.status not in HAPPENED:
        return draft
    things = _praised(draft, statuses)
    if things is None or not all(_points_back(h, statuses) for h in things):
        return draft
    own = keys_of(draft.actors)
    named = keys_of(others_in_clause(draft, own, statuses))
    meant = {code for h in things for code in _types_named(h, statuses)}
    for deed in _deeds_before(draft, drafts, statuses):
        if meant and statuses.lexicon.kinds[deed.kind].type not in meant:
            continue
        found = _doers(deed, draft)
        if found or sides(deed.actors, draft.actors):
            return _aimed_at(draft, found, named)
    about = matter.pair or {home for home in (matter.home,) if home}
    if not things or own & about:
        return draft
    return _aimed_at(draft, [matter.actors[k] for k in sorted(about)], named)


def _aimed_at(draft: Draft, whom: Sequence[Actor], named: Set[str | None]) -> Draft:
    """The draft with them; whoever else is named beside it must be one of them."""
    if not whom or not named <= keys_of(whom):
        return draft
    return replace(draft, recipients=only_because(whom, WHY))


def _praised(draft: Draft, statuses: Statuses) -> Sequence[int] | None:
    """What is praised; empty where nothing is said of it, None where it is a clause of its own."""
    graph = statuses.graph
    praise = graph.predicates[draft.head]
    if draft.made:
        return spoken_of(draft, statuses)
    clauses = (graph.predicates.get(h) for h in praise.heads("clause"))
    inner = [h for c in clauses if c is not None for h in c.heads("object", "subject")]
    if any(graph.doc[h].lower_ == WHAT for h in inner):
        return ()
    for name in ABOUT:
        about = [h for h in praise.heads(name) if not _is(PRAISE, h, statuses)]
        if about:
            return about
    said = (
        praise.pos == "verb" or praise.carrier is not None
    )  # "with air support from Graustark" praises nobody
    return None if praise.has("clause") or not said else ()


def _points_back(head: int, statuses: Statuses) -> bool:
    """ "It", "an example to all", "any step", "the pullout"."""
    token, graph = statuses.graph.doc[head], statuses.graph
    if token.lower_ in POINTERS or token.lower_ in (WHAT, THEM):
        return head not in statuses.mentions.actors
    beside = {c.lower_ for c in token.lefts}
    if beside & (ANY | ONE):
        return _is(NAMES, head, statuses) or (bool(beside & ANY) and _is(ACTS, head, statuses))
    known = token.lemma_.lower() in graph.words["anaphoric nouns"] | statuses.lexicon.event_nouns
    owned = any(c.dep_ == "poss" or c.lower_ in WHOSE for c in token.children)
    return known and is_definite(head, graph.doc) and not owned


def _is(classes: tuple[str, ...], head: int, statuses: Statuses) -> bool:
    return any_meets(classes, (head,), statuses.graph.doc, statuses.mentions, statuses.lexicon)


def _types_named(head: int, statuses: Statuses) -> Iterator[str | None]:
    """Of what types that can be which the noun names."""
    named = kinds_of(statuses.graph.doc[head].lemma_.lower(), statuses.lexicon)
    yield from (statuses.lexicon.kinds[name].type for name in named)


def _deeds_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Iterator[Draft]:
    """What was told last, sentence by sentence, in each the good deeds first."""
    doc, kinds = statuses.graph.doc, statuses.lexicon.kinds
    start, end = doc[draft.head].sent.start, draft.head
    for _ in range(BACK):
        told = [d for d in drafts if start <= d.head < end and d.actors and _is_deed(d, statuses)]
        if end == draft.head:  # "Graustark, which has jailed many, hailed it": who speaks is only described
            told = [d for d in told if not (sides(d.actors, draft.actors) and _is_added(doc[d.head]))]
        yield from sorted(told, key=lambda d: kinds[d.kind].type not in GOOD)
        if not start:
            return
        start, end = doc[start - 1].sent.start, start


def _is_deed(draft: Draft, statuses: Statuses) -> bool:
    """Whether something is done, or is to be; words are only what somebody else says of it."""
    kind = statuses.lexicon.kinds[draft.kind]
    if kind.type in WORDS or draft.status not in (*HAPPENED, *PLANNED):
        return False
    return kind.type != SUPPORT or not kind.speech or draft.kind in statuses.lexicon.groups[DEEDS]


def _is_added(token: Token) -> bool:
    return any(t.dep_ == RELATIVE for t in (token, *token.ancestors))


def _doers(deed: Draft, draft: Draft) -> tuple[Actor, ...]:
    """Whoever did it, or with the one who speaks of it."""
    together = deed.reciprocal and not sides(deed.actors, draft.actors)
    who: Iterable[Actor] = (*deed.actors, *deed.recipients) if deed.reciprocal else deed.actors
    known = known_among(who)
    if together or not deed.reciprocal:
        return () if sides(known, draft.actors) else known
    return without_states(without(known, draft.actors), draft.actors)
