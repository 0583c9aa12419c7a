"""Help, condolences and reproaches for those of whom the text tells before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import only_because
from detente.coding.roles.known import key_of, keys_of
from detente.coding.roles.roles import actors_of, distinct
from detente.coding.sides.looking.told_before import told_before, told_in
from detente.coding.sides.nearby.sentence_before import lacks_recipient, named_in, others_in_clause
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Span, Token
from detente.records import Actor

COMFORT, PROMISES = "comfort", "aid in words"  # groups of kinds
HARM = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "REJECT", "SANCTION", "THREATEN"})  # types
REDRESS, PEACE = "what is owed for harm", "what those who fight are asked for"  # lists of words
FIGHT, TWO, SUBORDINATE = "ASSAULT", 2, "advcl"
HELP, BLAME, REQUEST = "AID", "ACCUSE", "REQUEST"
WHERE = ("in", "at", "on", "across", "near", "off", "through")
OBJECTS = ("dobj", "nsubj", "nsubjpass")
PLEA, OFFER, SENT = "request for aid", "offer", frozenset({"police deployment", "troop deployment"})  # kinds
HELPED = "whom the help told before is for"
SENTENCE_BEFORE = "of whom the sentence before tells"
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION"})
ONLY_DOER = "the only one of whom a hostile act is told before"


def with_stricken(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """Help, condolences or solidarity that name nobody in, the land that the sentence before tells of out.

    "An earthquake devastates southern Sylvania. Graustark offers to send rescuers": to Sylvania.
    The draft; nothing where its own clause names anybody else.
    """
    start = statuses.graph.doc[draft.head].sent.start
    if not start:
        return draft
    helps = _helps(draft, drafts, start, statuses)
    if not helps:
        return draft
    own = keys_of(draft.actors)
    if others_in_clause(draft, own, statuses):
        return draft
    helping = keys_of(
        a
        for d in told_in(statuses.graph.doc[start - 1].sent, drafts)
        if _is_help(d, statuses)
        for a in d.actors
    )
    found = distinct(a for a in _struck(start, statuses) if key_of(a) not in own | helping)
    return replace(draft, recipients=found) if found else draft


def with_those_helped_too(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Ruritania sends doctors to Sylvania. Graustark donates two million crowns": to Sylvania too.

    Help that names nobody in, whoever the last help told in its sentence or the one before is for, or asked for it, out;
    police and soldiers go to whoever asked for help.
    """
    own = keys_of(draft.actors)
    helps = _is_help(draft, statuses)
    if not (helps or draft.kind in SENT) or others_in_clause(draft, own, statuses):
        return draft
    before = told_before(draft, drafts, statuses)
    helped = [d.recipients for d in before if helps and d.recipients and _is_help(d, statuses)]
    helped += [d.actors for d in before if d.kind == PLEA]
    found = [a for a in helped[-1] if key_of(a) not in own] if helped else []
    return replace(draft, recipients=distinct(only_because(found, HELPED))) if found else draft


def _is_help(draft: Draft, statuses: Statuses) -> bool:
    """What is given, or promised as help."""
    kinds, groups = statuses.lexicon.kinds, statuses.lexicon.groups
    given = kinds[draft.inner or draft.kind].type == HELP or kinds[draft.kind].type == HELP
    return given or draft.kind in groups[PROMISES] or draft.kind == OFFER


def with_who_is_told_of(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Ruritania jails nine editors. Sylvania voices concern": at what whoever does harm in the sentence before did."""
    kind = statuses.lexicon.kinds[draft.kind]
    own = keys_of(draft.actors)
    if kind.type == REQUEST and _asks(PEACE, draft, statuses):
        return _at_those_who_fight(draft, own, drafts, statuses)
    start = statuses.graph.doc[draft.head].sent.start
    redress = kind.type == REQUEST and _asks(REDRESS, draft, statuses)
    if not start or (kind.type != BLAME and not redress):
        return draft
    if others_in_clause(draft, own, statuses):
        return draft
    root = statuses.graph.doc[start - 1].sent.root
    subjects = [c for c in root.children if c.dep_ == "nsubj"]
    harm = _harmful(drafts, statuses.graph.doc[start - 1].sent, statuses)
    states = {a.country for a in harm}
    found = distinct(a for a in _found(subjects, statuses) if key_of(a) not in own and a.country in states)
    if not found and redress:
        known = (a for a in harm if (a.country or a.id) and key_of(a) not in own)
        found = distinct(_state(a, a.country) if a.country else a for a in known)
    return replace(draft, recipients=found) if len(found) == 1 else draft


def _asks(words: str, draft: Draft, statuses: Statuses) -> bool:
    """ "Demands answers", of whoever did what was told; "calls for a ceasefire", of those who fight."""
    asked = statuses.graph.predicates[draft.head].heads("object", "for")
    return any(statuses.graph.doc[h].lemma_.lower() in statuses.graph.words[words] for h in asked)


def _at_those_who_fight(
    draft: Draft, own: set[str | None], drafts: Sequence[Draft], statuses: Statuses
) -> Draft:
    """ "Ruritania and Sylvania trade fire, while Graustark calls for calm": of the two states that fight."""
    token = statuses.graph.doc[draft.head]
    within = named_in(token.left_edge.i, token.right_edge.i + 1, statuses)
    if within.keys() - own if token.dep_ == SUBORDINATE else others_in_clause(draft, own, statuses):
        return draft
    told = [d for d in told_before(draft, drafts, statuses) if type_of(d, statuses) == FIGHT]
    both = {key: a for d in told for a in (*d.actors, *d.recipients) if (key := a.country or key_of(a))}
    if len(both) != TWO or own & both.keys():
        return draft
    return replace(draft, recipients=only_because(both.values(), SENTENCE_BEFORE))


def _harmful(drafts: Sequence[Draft], sentence: Span, statuses: Statuses) -> list[Actor]:
    """Whoever does harm in a sentence."""
    told = [d for d in told_in(sentence, drafts) if d.status in HAPPENED]
    return [a for d in told if type_of(d, statuses) in HARM for a in d.actors]


def _helps(draft: Draft, drafts: Sequence[Draft], start: int, statuses: Statuses) -> bool:
    """Help or comfort; what is promised after a sentence that tells of no act is help too."""
    kind = statuses.lexicon.kinds[draft.kind]
    if not start:
        return False
    groups = statuses.lexicon.groups
    if kind.kind not in groups[PROMISES]:
        return kind.type == HELP or kind.kind in groups[COMFORT]
    before = statuses.graph.doc[start - 1].sent
    quiet = not told_in(before, drafts)
    return quiet or kind.type == HELP or kind.kind in groups[COMFORT]


def _struck(start: int, statuses: Statuses) -> tuple[Actor, ...]:
    """Whoever the main clause of the sentence before is about, else where it happened."""
    root = statuses.graph.doc[start - 1].sent.root
    told = [c for c in root.children if c.dep_ in OBJECTS]
    about = tuple(_found(told, statuses))
    # "kills thousands in Ruritania and Sylvania"
    where = [p for t in (root, *told) for p in t.children if p.dep_ == "prep" and p.lower_ in WHERE]
    return about or tuple(_found([c for p in where for c in p.children], statuses))


def _found(tokens: list[Token], statuses: Statuses) -> Iterator[Actor]:
    for token in tokens:
        for part in (token, *token.conjuncts):
            for a in actors_of(part.i, "object", statuses.graph, statuses.mentions):
                if a.country:
                    yield _state(a, a.country)


def _state(actor: Actor, country: str) -> Actor:
    return replace(actor, name=country, id=country, inferred=SENTENCE_BEFORE)


def with_only_doer(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """Reproaches aimed at nobody who is named in, the only one of whom the text has told a hostile act as their aim out.

    "Ruritania halts the entry of grain into Sylvania; Graustark denounces the use of hunger as a weapon": at Ruritania.
    The draft; nothing where more than one has acted, or where the clause names somebody.
    """
    kinds = statuses.lexicon.kinds
    own = keys_of(draft.actors)
    if None in own or not own or (not lacks_recipient(draft, statuses)):
        return draft
    before = [d for d in drafts if d.head < draft.head and d.status in HAPPENED]
    hostile = [d for d in before if kinds[d.kind].type in HOSTILE]
    doers = {key: a for d in hostile for a in d.actors if (key := key_of(a)) is not None}
    if len(doers) != 1 or own & doers.keys() or others_in_clause(draft, own, statuses):
        return draft
    return replace(draft, recipients=only_because(doers.values(), ONLY_DOER))
