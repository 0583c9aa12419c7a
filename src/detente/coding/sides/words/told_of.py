"""A word of praise, blame or refusal for what was told before in, whoever did that as its other side out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import Lexicon
from detente.coding.reasons import only_because
from detente.coding.roles.known import known_among
from detente.coding.roles.roles import actors_at, sides
from detente.coding.sides.looking.anaphora import is_definite
from detente.coding.sides.looking.told_before import told_before
from detente.coding.sides.words.unknown_deed import is_attack_by_a_mob, is_of_unknown, kinds_of
from detente.coding.standing.status import Statuses
from detente.reading.graph import Graph
from detente.reading.tokens import Token
from detente.records import Actor

IN_WORDS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "THREATEN"})
AT_SOMEBODY = IN_WORDS | {"REQUEST"}
SAID = AT_SOMEBODY | {"PROTEST"}
OF_WHAT = ("object", "of", "for", "over", "about", "at", "with", "against", "on")
DEEDS = "no word on it"  # a group of kinds
CONDITIONS = ("if", "unless", "until", "over")
POINTERS = frozenset({"this", "that", "it", "which", "so", "these", "those"})
IT = "it"
ACCUSED, THEM = "ACCUSE", "them"
JUDGED = (ACCUSED, "REJECT", "SUPPORT")  # "backed the raids, while Sylvania condemned them"
HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN"})
FORCE, MOVED = ("ASSAULT", "COERCE"), "MOBILIZE"
ATTACK = "ASSAULT"
STOPPED = "clash"  # a kind: of somebody who beats back an attack that was told before
SUED = "lawsuit"  # a kind
AGREED = "AGREE"  # "the deal": also told by what both are to do
BACK = 5  # sentences that a word like "the decision" looks back over
MET, PRAISED = "CONSULT", "SUPPORT"  # types
AGAINST = frozenset({"ACCUSE", "REJECT", "THREATEN"})
HARMFUL = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "REJECT", "THREATEN"})
COMING = ("planned", "scheduled", "proposed")
PLANS = "nouns of plans"  # a list of words
VERB_BACK = 3  # sentences before its own
VERB = "verb"


def with_doer_of_it(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """A word of praise, blame or refusal for what was told before in, whoever did that as its other side out.

    "The two signed a treaty. Sylvania condemned the treaty": it is aimed at those who signed. "Officers were arrested.
    Graustark called the arrests a mistake": at whoever made them.
    The draft with those as recipients who did what its noun points back to.
    """
    if (
        not (type_of(draft, statuses) in AT_SOMEBODY or draft.kind == STOPPED)
        or draft.reciprocal
        or not draft.actors
    ):
        return draft
    if any(r.inferred is None for r in draft.recipients):
        return draft
    for head in _nouns_back(draft, statuses):
        doers = _doers(head, draft, drafts, statuses)
        if doers and not is_of_unknown(head, draft, drafts, statuses):
            why = f"whose {statuses.graph.doc[head].text} it was"
            return replace(draft, recipients=only_because(doers, why))
    return draft


def _nouns_back(draft: Draft, statuses: Statuses) -> Iterator[int]:
    """The definite nouns that the words are about and that name nobody themselves, and "that", "which"."""
    graph, mentions = statuses.graph, statuses.mentions
    about = (
        *graph.predicates[draft.head].heads(*OF_WHAT),
        *spoken_of(draft, statuses),
        *_answered(draft, statuses),
    )
    ended = (graph.predicates[h].heads("of", "to") for h in about if h in graph.predicates)
    for head in (*about, *(h for heads in ended for h in heads)):  # "an end to the raids": also the raids
        token = graph.doc[head]
        described = any(c.dep_ == "relcl" for c in token.rights)  # "led by those who put the people first"
        if token.lower_ in POINTERS and head not in mentions.actors and not described:
            yield head
        below = range(token.left_edge.i, token.right_edge.i + 1)
        points = is_definite(head, graph.doc) or token.dep_ == "appos"  # "..., charges that it denies"
        if points and not any(i in mentions.actors or i in mentions.modifiers for i in below):
            yield head


def spoken_of(draft: Draft, statuses: Statuses) -> tuple[int, ...]:
    """ "This is a mistake, he said", "is alarmed that the drills may spread": the subject of what is said."""
    predicates = statuses.graph.predicates
    speaks = draft.made and draft.inner is None
    worries = type_of(draft, statuses) == ACCUSED and not draft.recipients
    clauses = predicates[draft.head].heads("clause") if speaks or worries else ()
    return tuple(s for h in clauses if h in predicates for s in predicates[h].heads("subject"))


def _answered(draft: Draft, statuses: Statuses) -> Iterator[int]:
    """ "Warned that it would hit back if the duties came into force": on what condition."""
    predicates = statuses.graph.predicates
    clauses = (predicates.get(h) for h in predicates[draft.head].heads("clause"))
    for clause in clauses:
        for head in clause.heads(*CONDITIONS) if clause is not None else ():
            if (verb := predicates.get(head)) is not None:
                yield from verb.heads("subject", "object")


def _doers(head: int, draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> tuple[Actor, ...]:
    """Of the event that the noun itself is; else of the last one told before its sentence that can be meant."""
    graph, lexicon = statuses.graph, statuses.lexicon
    own = next((d for d in drafts if d.head == head), None)
    if own is not None and own.actors:
        return _others(own, draft)
    token = graph.doc[head]
    lemma = token.lemma_.lower()
    found = (
        _by_same_noun(lemma, draft, drafts, statuses)
        or _by_same_blame(token, draft, drafts, statuses)
        or by_same_verb(token, draft, statuses)
    )
    if found:
        return found
    points = token.lower_ in POINTERS
    if points and head in spoken_of(draft, statuses):
        hostile = (d for d in _told_before(draft, drafts, graph) if type_of(d, statuses) in HOSTILE)
        return next((found for d in hostile if (found := _others(d, draft))), ())
    meant = type_of(own, statuses) if own is not None else None
    if own is None and lemma not in graph.words["anaphoric nouns"] and not points:
        meant = _only_type(lemma, lexicon)
        if meant is None:
            return ()
    said = lemma in graph.words["nouns of speech"] or points
    told = list(_told_before(draft, drafts, graph))
    if meant is not None and not draft.recipients:
        start = min((d.head for d in told), default=draft.head)
        told += [d for d in reversed(drafts) if d.actors and d.head < start]
    if not told and meant is None:
        return _who_moved(draft, statuses)
    at_me = [d for d in told if type_of(d, statuses) == ACCUSED and sides(d.recipients, draft.actors)]
    forceful = lemma in graph.words["nouns of force"]
    if forceful:
        force = (
            (*FORCE, MOVED) if draft.kind == STOPPED else FORCE
        )  # "they entered Zenda. It beat back the attack"
        told = [d for d in told if _is_forceful(d, force, statuses) and not d.reciprocal]
    elif meant is None:
        told = by_likelihood(told, draft, drafts, lemma, statuses)
    for earlier in (*at_me, *told) if said else told:
        if _can_be_meant(earlier, meant, statuses, said=said):
            found = _others(earlier, draft)
            if found or (meant is None and draft.kind != SUED):
                return found  # "are backing the measure": the last one, and be it one's own, but none is sued over
    return ()


def _who_moved(draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """ "Sylvania hands out passports. Graustark calls the move an affront": whoever did what is no event of its own."""
    graph = statuses.graph
    sentence = graph.doc[draft.head].sent
    before = graph.doc[sentence.start - 1].sent.root.i if sentence.start else None
    told = graph.predicates.get(before) if before is not None else None
    if told is None or told.pos != "verb" or told.passive:
        return ()
    found = actors_at(("subject",), told, graph, statuses.mentions, acting=True)
    return tuple(a for a in found if (a.country or a.id) and not sides((a,), draft.actors))


def _by_same_noun(lemma: str, draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> tuple[Actor, ...]:
    """ "Sylvania proposed duties on steel. ... criticised the tariffs": who did something with what is named again."""
    named, doc, predicates = (
        kinds_of(lemma, statuses.lexicon),
        statuses.graph.doc,
        statuses.graph.predicates,
    )
    start = doc[draft.head].sent.start
    told = [d for d in drafts if d.head < start and d.actors and type_of(d, statuses) not in IN_WORDS]
    for earlier in reversed(told if named else ()):  # who criticised it before is not meant
        nouns = (doc[h].lemma_.lower() for h in predicates[earlier.head].heads("object"))
        if any(noun == lemma or named & kinds_of(noun, statuses.lexicon) for noun in nouns):
            return _others(earlier, draft)
    return ()


def _by_same_blame(
    token: Token, draft: Draft, drafts: Sequence[Draft], statuses: Statuses
) -> tuple[Actor, ...]:
    """ "Ruritania condemned the raid, and Sylvania called it a crime": whoever the first of them blames for it."""
    if token.lower_ not in (IT, THEM):
        return ()
    beside = [d for d in told_before(draft, drafts, statuses, 0) if type_of(d, statuses) in JUDGED]
    if not beside or _names(beside[-1], statuses):
        return ()
    blamed = with_doer_of_it(beside[-1], drafts, statuses).recipients
    return () if sides(blamed, draft.actors) else blamed


def _names(draft: Draft, statuses: Statuses) -> bool:
    """Whether what it is about is somebody, whom "it" may mean."""
    objects = statuses.graph.predicates[draft.head].heads("object")
    return not objects or any(h in statuses.mentions.actors for h in objects)


def _can_be_meant(earlier: Draft, meant: str | None, statuses: Statuses, *, said: bool) -> bool:
    """Whether an event is of the type of the noun, or, where the noun has none, is as much words or deeds as it."""
    kind = type_of(earlier, statuses)
    if meant is None:
        return (kind in SAID and earlier.kind not in statuses.lexicon.groups[DEEDS]) == said
    by_a_mob = meant == ATTACK and is_attack_by_a_mob(earlier)
    return kind == meant or by_a_mob or (meant == AGREED and earlier.reciprocal)


def _is_forceful(earlier: Draft, force: Collection[str], statuses: Statuses) -> bool:
    return type_of(earlier, statuses) in force or is_attack_by_a_mob(earlier)


def _only_type(noun: str, lexicon: Lexicon) -> str | None:
    """ "The shooting", "the expulsions": of what type all is that the noun can name."""
    named = kinds_of(noun, lexicon)
    found = {lexicon.kinds[name].type for name in named}
    return found.pop() if len(found) == 1 else None


def _others(earlier: Draft, draft: Draft) -> tuple[Actor, ...]:
    """Its actors, and of a thing done together all of them, if none of them is who speaks."""
    who = (*earlier.actors, *earlier.recipients) if earlier.reciprocal else earlier.actors
    known = known_among(who)
    return () if sides(known, draft.actors) else known


def _told_before(draft: Draft, drafts: Sequence[Draft], graph: Graph) -> Iterator[Draft]:
    """Events told before it in its sentence, then in those before, the nearest first and in it the one told first."""
    sentence = graph.doc[draft.head].sent
    yield from (d for d in drafts if sentence.start <= d.head < draft.head and d.actors)
    for _ in range(BACK):
        if not sentence.start:
            return
        sentence = graph.doc[sentence.start - 1].sent
        yield from (d for d in drafts if sentence.start <= d.head < sentence.end and d.actors)


def by_likelihood(
    told: Sequence[Draft], draft: Draft, drafts: Sequence[Draft], noun: str, statuses: Statuses
) -> list[Draft]:
    """Sooner what was done than a meeting beside it; a plan is sooner what is still to come. Who condemns or rejects "the
    move" means sooner what was done to him, and nobody praises a blow if he can mean something else.
    """
    if noun in statuses.graph.words[PLANS]:
        first = _first_plan(draft, drafts, statuses)
        return [*first, *(d for d in told if d not in first)]
    kinds = statuses.lexicon.kinds
    code = kinds[draft.kind].type

    def rank(earlier: Draft) -> tuple[bool, bool]:
        other = kinds[earlier.kind].type
        at_me = code in AGAINST and not earlier.reciprocal and bool(sides(earlier.recipients, draft.actors))
        return not at_me, other == MET or (code == PRAISED and other in HARMFUL)

    return sorted(told, key=rank)


def _first_plan(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> list[Draft]:
    """What title or lead tell is to come, however far back; a meeting is none."""
    kinds = statuses.lexicon.kinds
    coming = (d for d in drafts if d.head < draft.head and d.status in COMING and d.actors)
    return [d for d in coming if kinds[d.kind].type != MET][:1]


def by_same_verb(noun: Token, draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """A noun that points back in, whoever is told before to have done what its verb says out.

    "Sylvania's parliament voted to leave the league. Ruritania hailed the vote": Sylvania did.
    Of the nearest sentence before in which the verb stands with somebody who does it.
    """
    if noun.pos_ != "NOUN":
        return ()
    graph, lemma = statuses.graph, noun.lemma_.lower()
    for verb in _verbs_before(noun, statuses):
        if verb.lemma_.lower() != lemma:
            continue
        told = graph.predicates[verb.i]
        found = () if told.passive else actors_at(("subject",), told, graph, statuses.mentions, acting=True)
        known = known_among(found)
        if known:
            return () if sides(known, draft.actors) else known
    return ()


def _verbs_before(noun: Token, statuses: Statuses) -> Iterator[Token]:
    graph, end = statuses.graph, noun.sent.start
    for _ in range(VERB_BACK):
        if not end:
            return
        sentence = graph.doc[end - 1].sent
        yield from (t for t in sentence if t.i in graph.predicates and graph.predicates[t.i].pos == VERB)
        end = sentence.start
