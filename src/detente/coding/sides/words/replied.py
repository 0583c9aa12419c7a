"""Who replies to words, and whose words are denied or rejected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import classes_of
from detente.coding.reasons import only_because
from detente.coding.roles.belonging import is_mission
from detente.coding.roles.known import keys_of, word_of
from detente.coding.roles.roles import actors_at, distinct, sides
from detente.coding.sides.looking.anaphora import is_definite
from detente.coding.sides.looking.told_before import CLAUSES, clause_of, start_before
from detente.coding.sides.nearby.sentence_before import lacks_recipient, others_in_clause
from detente.coding.standing.status import Statuses
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token
from detente.records import Actor

SPOKEN = frozenset({"REQUEST", "ACCUSE", "THREATEN"})  # types
PROPOSED, CLAUSE, SPEAKER = "proposed", "clause", ("subject",)
ASKED_NOBODY = frozenset({"appeal", "impeachment", "trial", "charge", "investigation"})  # kinds
SUMMONS, ENVOY = "summons of envoy", "envoy"  # a kind, a class of nouns
REFUSED = "REJECT"  # a type
OFFERS = frozenset({"offer", "invitation"})  # kinds
REPLIES = "who replies to it in what is told next"
BLAME, DENIAL, CRITICISM = "ACCUSE", "denial", "criticism"
OF_WHAT, ACCORDING = ("object", "of"), "according"
SUBJECT, JOINED = "nsubj", ("conj", "parataxis")
BEFORE_RELATIVE = ("relcl", "appos")
AT_ODDS = frozenset({"REB", "UAF", "PRM", "OPP"})  # sectors at odds with those of their own state
SAID_BEFORE = "said so before"
ACCUSED_BEFORE = "was accused of it before"


def with_who_replies(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A demand, threat, protest or offer that names nobody in, whoever is told next to reply to it as its other side out.

    "Sylvania demanded an apology. Ruritania refused", "protested over the search. The Ruritanian ministry said that nobody
    had set foot in the house": whoever says no, or that it was not so, was asked, threatened or blamed.
    The draft with that side as its recipient, if neither clause names anybody else.
    """
    own = keys_of(draft.actors)
    if len(own) != 1 or None in own or not _is_spoken(draft, statuses):
        return draft
    if any(_is_meant(r, draft) for r in draft.recipients) or others_in_clause(draft, own, statuses):
        return draft
    for verb in _next(draft, statuses):
        speakers = actors_at(SPEAKER, statuses.graph.predicates[verb.i], statuses.graph, statuses.mentions)
        states = keys_of(speakers)
        if len(states) == 1 and all(a.country for a in speakers) and not states & own:
            told = draft.kind == SUMMONS and _is_envoy(speakers, statuses)
            answer = told or _replies(verb, statuses) or _is_answer(verb, states, drafts, statuses)
            if not answer:
                return draft
            return replace(draft, recipients=only_because(speakers, REPLIES))
        return draft
    return draft


def _is_meant(side: Actor, draft: Draft) -> bool:
    """Somebody told for himself; no "its consulate", or an ambassador who is only thought to be of one's own state."""
    if side.inferred is not None and sides((side,), draft.actors):
        return draft.kind != SUMMONS and not is_mission(side)
    return True


def _is_spoken(draft: Draft, statuses: Statuses) -> bool:
    """Whether it is said to somebody who may say yes or no."""
    if draft.kind in ASKED_NOBODY:
        return False
    offered = draft.status == PROPOSED or draft.kind in OFFERS
    return offered or (
        type_of(draft, statuses) in SPOKEN and lacks_recipient(replace(draft, recipients=()), statuses)
    )


def _next(draft: Draft, statuses: Statuses) -> Iterator[Token]:
    """The verb of the next clause that stands for itself: in the sentence, or in the next one."""
    doc = statuses.graph.doc
    _, end = clause_of(draft.head, statuses)
    if end >= len(doc):
        return
    found = doc[end].sent.root
    if doc[draft.head].sent.start == doc[end].sent.start:
        found = next(
            (t for t in doc[end : doc[end].sent.end] if t.dep_ in CLAUSES and _has_subject(t)), found
        )
    if found.i >= end and found.i in statuses.graph.predicates:
        yield found


def _has_subject(verb: Token) -> bool:
    return verb.pos_ in ("VERB", "AUX") and any(c.dep_ in SUBJECTS for c in verb.lefts)


def _is_answer(verb: Token, states: set[str | None], drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """Whether what they say is known as a refusal or a denial."""
    kinds, start, end = statuses.lexicon.kinds, *clause_of(verb.i, statuses)
    told = [d for d in drafts if start <= d.head < end and keys_of(d.actors) == states]
    return any(kinds[d.kind].type == REFUSED for d in told)


def _is_envoy(speakers: Iterable[Actor], statuses: Statuses) -> bool:
    """ "Summoned the ambassador. The Sylvanian envoy said ..."."""
    doc = statuses.graph.doc
    names = (word_of(a, doc) for a in speakers)
    return any(ENVOY in classes_of(doc, name.i, statuses.lexicon) for name in names if name is not None)


def _replies(verb: Token, statuses: Statuses) -> bool:
    """Whether it says yes or no, "has yet to reply", or says that something is not so."""
    graph, words = statuses.graph, statuses.graph.words["verbs of replying"]
    predicate = graph.predicates[verb.i]
    below = [t for t in verb.children if t.dep_ == "xcomp"]
    silent = graph.words["verbs of saying nothing"]
    if any(t.lemma_ in silent for t in below) or (predicate.negated and predicate.lemma in silent):
        return False
    if predicate.negated or any(t.lemma_ in words for t in below) or predicate.lemma in words:
        return True
    said = [graph.predicates[h] for h in predicate.heads(CLAUSE) if h in graph.predicates]
    return predicate.lemma in graph.words["verbs of claiming"] and any(p.negated for p in said)


def with_who_said_so(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A denial or rejection of what was said before in, whoever said so as the side that it answers out.

    "Graustark says that Ruritania shelled a camp. Ruritania denies it": it answers Graustark, and not the camp. So does
    "Amnesty said that its police beat prisoners, but Ruritania rejected the findings".
    The draft with the one who said of its actor what is denied as its recipient.
    """
    if any(r.inferred is None for r in draft.recipients):
        return draft
    if type_of(draft, statuses) != REFUSED and draft.kind != CRITICISM:
        return draft
    claims = [h for h in _heads(draft, statuses) if _is_claim(statuses.graph.doc[h], statuses)]
    bare = [h for h in claims if _names_nobody(h, statuses)]
    if claims and not bare:
        return _at(_who_accused(draft, drafts, statuses), draft)
    if not bare and (
        draft.kind != DENIAL or not all(_names_nobody(h, statuses) for h in _heads(draft, statuses))
    ):
        return draft
    for speakers in _who_said(draft, statuses):
        if found := tuple(a for a in speakers if (a.country or a.id) and a.based is None):
            return draft if _are_one_side(found, draft.actors) else _at(found, draft)
    first = 0 if draft.kind == DENIAL else None  # "rejected the charge": of the sentence before
    return _at(_who_accused(draft, drafts, statuses, first), draft)


def with_accused_answering(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A denial whose author only a pronoun names in, the same by the one who was accused, and at who accused, out.

    "Graustark accused Sylvania of spying. Its envoy denied the charge": who was accused
    does, whoever else "its" may stand for.
    The draft; so it stays where the charge is not the one of the sentence before.
    """
    own = keys_of(draft.actors)
    if type_of(draft, statuses) != REFUSED or not _is_by_pronoun(draft, statuses):
        return draft
    claims = [h for h in _heads(draft, statuses) if _is_claim(statuses.graph.doc[h], statuses)]
    if not any(_names_nobody(h, statuses) for h in claims):
        return draft
    doc = statuses.graph.doc
    first, sentence = start_before(draft.head, doc), doc[draft.head].sent.start
    charges = [d for d in drafts if first <= d.head < sentence and type_of(d, statuses) == BLAME]
    if len(charges) != 1 or keys_of(charges[0].actors) != own or len(keys_of(charges[0].recipients)) != 1:
        return draft
    accused = only_because(charges[0].recipients, ACCUSED_BEFORE)
    return replace(_at(charges[0].actors, draft), actors=distinct(accused))


def _is_by_pronoun(draft: Draft, statuses: Statuses) -> bool:
    """ "It denied", "their minister denied"; not where a name stands beside it."""
    subjects = statuses.graph.predicates[draft.head].heads(*SPEAKER)
    told = {t.pos_ for h in subjects for t in statuses.graph.doc[h].subtree}
    return "PRON" in told and "PROPN" not in told


def _at(found: Sequence[Actor], draft: Draft) -> Draft:
    return replace(draft, recipients=distinct(only_because(found, SAID_BEFORE))) if found else draft


def _are_one_side(speakers: Sequence[Actor], own: Sequence[Actor]) -> bool:
    """Of one state; but its rebels and its army are two sides ("rebels accused the army of it. The army denied it")."""
    fighting = [any(AT_ODDS & set(a.sectors) for a in those) for those in (speakers, own)]
    return bool(sides(speakers, own)) and fighting[0] == fighting[1]


def _heads(draft: Draft, statuses: Statuses) -> tuple[int, ...]:
    """What is denied: the object, or the subject of what is said ("says that the charge is baseless")."""
    predicates = statuses.graph.predicates
    heads = predicates[draft.head].heads(*OF_WHAT)
    clauses = () if heads else predicates[draft.head].heads(CLAUSE)
    told = (s for h in clauses if h in predicates for s in predicates[h].heads(*SPEAKER))
    return heads or tuple(h for h in told if _is_claim(statuses.graph.doc[h], statuses))


def _who_accused(
    draft: Draft, drafts: Sequence[Draft], statuses: Statuses, first: int | None = None
) -> tuple[Actor, ...]:
    """ "Graustark summons the Sylvanian envoy; Sylvania rejects the claim that it armed Ruritania": of whom it is told
    in the same sentence or the one before that it reproaches the one who answers; first: since where else."""
    if first is None:
        first = start_before(draft.head, statuses.graph.doc)
    for earlier in reversed([d for d in drafts if first <= d.head < draft.head]):
        if type_of(earlier, statuses) == BLAME and sides(earlier.recipients, draft.actors):
            return () if _are_one_side(earlier.actors, draft.actors) else earlier.actors
    return ()


def _is_claim(noun: Token, statuses: Statuses) -> bool:
    if noun.lower_ in statuses.graph.words["pronouns for what was told"]:
        return True
    named = noun.lemma_.lower() in statuses.graph.words["nouns of claims"]
    return named and (is_definite(noun.i, noun.doc) or noun.dep_ in BEFORE_RELATIVE or not noun.children)


def _names_nobody(head: int, statuses: Statuses) -> bool:
    noun, mentions = statuses.graph.doc[head], statuses.mentions
    return not any(t.i in mentions.actors or t.i in mentions.modifiers for t in noun.subtree)


def _who_said(draft: Draft, statuses: Statuses) -> Iterator[tuple[Actor, ...]]:
    """Who is told to have said anything of the one who answers, the last first."""
    graph, doc = statuses.graph, statuses.graph.doc
    claiming = graph.words["verbs of claiming"]
    start, _ = clause_of(draft.head, statuses)
    sentence = doc[draft.head].sent
    first = doc[start - 1].sent.start if start == sentence.start and start else sentence.start
    for token in reversed(doc[first : draft.head]):
        if not claiming & {token.lemma_.lower(), token.lower_} or _is_inside(doc[draft.head], token):
            continue
        if not _speaks_of(token, draft, statuses):
            continue
        verb = graph.predicates.get(token.i)
        if token.lower_ == ACCORDING:
            yield tuple(
                m.actor for t in token.subtree if (m := statuses.mentions.actors.get(t.i)) is not None
            )
        elif verb is not None and verb.pos == "verb":
            yield actors_at(SPEAKER, verb, graph, statuses.mentions)


def _is_inside(told: Token, verb: Token) -> bool:
    """Whether the denial is what is said, and not what is joined to it ("said so, but the ministry denied it")."""
    path = [told, *told.ancestors]
    below = next((t for t, above in pairwise(path) if above is verb), None)
    return below is not None and below.dep_ not in JOINED


def _speaks_of(token: Token, draft: Draft, statuses: Statuses) -> bool:
    """Whether what is said names who answers."""
    actors, modifiers = statuses.mentions.actors, statuses.mentions.modifiers
    own = keys_of(draft.actors)
    over = token.head if token.lower_ == ACCORDING else token
    said = (t.i for child in over.children if child.dep_ != SUBJECT for t in child.subtree)
    if over is not token:
        said = (t.i for t in over.subtree)
    named = (m.actor for i in said if (m := actors.get(i) or modifiers.get(i)) is not None)
    return any((a.country or a.id) in own for a in named)
