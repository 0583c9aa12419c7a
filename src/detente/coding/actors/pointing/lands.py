"""A word for a land in ("the country", "the kingdom"), the state named before that it stands for out."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft, renamed
from detente.coding.actors.names.persons import span_of
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.clauses_around import SUBJECTS, acting_in, clause_subjects, named_between
from detente.coding.reasons import STANDS_FOR
from detente.coding.roles.mentions import Mention
from detente.reading.tokens import Token
from detente.records import Actor

_DEFINITE = "the"
_OF = "of"
_OBJECTS = ("dobj", "dative")
BETWEEN = 2  # sentences that name no state, and are passed over
INTO = ("into", "inside", "onto")
WITHIN, VERBS, NAME = ("dobj", "pobj", "prep", "dative", "acl"), ("VERB", "AUX"), "PROPN"
GOALS = ("to", "into", "for")


def is_land(page: Page, token: Token) -> bool:
    """Whether a noun points at a land named before: "the kingdom", but not "the kingdom of Ruritania"."""
    if token.tag_ != "NN" or token.lemma_.lower() not in page.words["land"]:
        return False
    below = list(token.children)
    described = any(c.dep_ in ("compound", "amod", "nummod") or c.lower_ == _OF for c in below)
    return not described and any(c.lower_ == _DEFINITE for c in below)


def resolve_land(page: Page, draft: Draft, token: Token) -> Mention | None:
    """The state that is meant, by where the word stands; None where two are as likely."""
    if not is_land(page, token):
        return None
    if token.dep_ == "poss":
        return _of_the_other(page, draft, token) or _land(page, draft, token)
    placed = token.dep_ == "pobj" and token.head.lower_ in page.words["where"]
    if placed and (other := _of_the_other(page, draft, token)):
        return other
    if token.dep_ == "pobj" and token.head.lower_ in page.words["movement"]:
        return _visited(page, draft, token) or _land_of_place(page, draft, token)
    facing = page.words["facing"] | {_OF} if _names_a_form(page, token) else page.words["facing"]
    partner = token.dep_ == "pobj" and token.head.lower_ in facing
    if token.dep_ in SUBJECTS:
        if there := _gone_to(page, draft, token):
            return there
        after = named_after(draft, token) | _of_antecedent(draft, token)
        return _told_before(page, draft, token, after)
    moved = token.head.lemma_.lower() in page.words["moving"]  # "for entering the country"
    if (token.dep_ in _OBJECTS and not moved) or partner:
        return _of_who_accuses(page, draft, token) or _told_before(
            page, draft, token, acting_at(draft, token)
        )
    return None


def _of_the_other(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "Sylvania held an election. Ruritania condemned the violence in the country": what is its own would be "its"."""
    verb = token.head
    while verb.dep_ in WITHIN and verb.pos_ not in VERBS:
        verb = verb.head
    doer = next((draft.actors.get(c.i) for c in verb.lefts if c.dep_ in SUBJECTS and c.pos_ == NAME), None)
    if verb.pos_ not in VERBS or doer is None or doer.kind != "state" or doer.several or not token.sent.start:
        return None
    before = page.doc[token.sent.start - 1].sent
    told = named_between(draft, before.start, before.end)
    told |= {p.country for i in range(before.start, before.end) if (p := draft.places.get(i)) and p.country}
    here = named_between(draft, token.sent.start, token.i)
    if len(told) != 1 or not told.isdisjoint(here) or here != {doer.actor.country}:
        return None
    return mention_of_all(page, token, [state_actor(page, told.pop())], "state")


def _gone_to(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "Fled to Sylvania after the country granted him asylum": the land that the clause before leads to."""
    clause = token.head
    if clause.dep_ != "advcl" or clause.head.i > token.i:
        return None
    ways = [c for c in clause.head.rights if c.dep_ == "prep" and c.lower_ in GOALS and c.i < token.i]
    named = {draft.places[t.i].country for way in ways for t in way.subtree if t.i in draft.places}
    countries = {country for country in named if country and _is_such(page, country, token.lemma_.lower())}
    if len(countries) != 1:
        return None
    return mention_of_all(page, token, [state_actor(page, countries.pop())], "state")


def _of_who_accuses(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "Accused traitors of trying to destroy the country": his own, unless those accused are of another."""
    reason = next((a for a in token.ancestors if a.dep_ == "prep" and a.lower_ == _OF), None)
    if reason is None or reason.head.lemma_.lower() not in page.words["alleging"]:
        return None
    accused = [t.i for c in reason.head.children if c.dep_ in _OBJECTS for t in (c, *c.lefts)]
    known = [m.actor.country for i in accused if (m := draft.actors.get(i) or draft.modifiers.get(i))]
    accuser = next((draft.actors[i] for i in clause_subjects(reason) if i in draft.actors), None)
    own = accuser.actor.country if accuser is not None and not accuser.several else None
    if own is None or not set(known) <= {own, None}:
        return None
    return mention_of_all(page, token, [state_actor(page, own)], "state")


def acting_at(draft: Draft, token: Token) -> set[str | None]:
    return {draft.actors[i].actor.country for i in clause_subjects(token) if i in draft.actors}


def named_after(draft: Draft, token: Token) -> set[str | None]:
    """ "The kingdom expels the Ruritanian envoy": it is not Ruritania."""
    after = range(token.i + 1, token.sent.end)
    return {
        m.actor.country for i in after if (m := draft.actors.get(i) or draft.modifiers.get(i)) is not None
    }


def _of_antecedent(draft: Draft, token: Token) -> set[str | None]:
    """ "Expels two Ruritanian envoys, whom the country accuses of spying": those it speaks of are not its own."""
    clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
    if clause is None:
        return set()
    found = (draft.actors.get(t.i) or draft.modifiers.get(t.i) for t in clause.head.subtree if t.i < token.i)
    return {mention.actor.country for mention in found if mention is not None}


def _told_before(page: Page, draft: Draft, token: Token, others: set[str | None]) -> Mention | None:
    """The only other state in this sentence and the one before that is such a land; of a kingdom, in the text before."""
    sentence, form = token.sent, token.lemma_.lower()
    first = page.doc[sentence.start - 1].sent.start if sentence.start else 0
    first = 0 if _names_a_form(page, token) else first
    named = named_between(draft, first, token.i)
    for _ in range(BETWEEN):
        told = named - others if token.dep_ in SUBJECTS else named  # "told the nation" speaks to one's own
        if told or not first:
            break
        first = page.doc[first - 1].sent.start
        named = named_between(draft, first, token.i)
    found = {c for c in named if c not in others and _is_such(page, c, form)}
    if len(found) > 1 and _names_a_form(page, token):
        found &= acting_in(page, draft, first, token.sent.start)
    if len(found) != 1:
        return None
    return mention_of_all(page, token, [state_actor(page, found.pop())], "state")


def _names_a_form(page: Page, token: Token) -> bool:
    """ "The kingdom", "the emirate": few states of a text are such, and a later sentence still means the same."""
    return token.lemma_.lower() in page.words["form_of_state"]


def _is_such(page: Page, country: str, form: str) -> bool:
    """A word that states have in their names fits only those: "the kingdom" is no republic."""
    if form not in page.words["form_of_state"]:
        return True
    state = page.tables.state_by_id.get(country)
    return state is not None and any(form in name.lower().split() for name in (state.name, *state.names))


def _land(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "the country's minority": of the state named last in the clause, else of the one that the clause is about."""
    comers, served = False, _served(page, draft, token)
    if served is not None:
        return served
    for i in clause_subjects(token):
        mention = draft.actors.get(i)
        if _goes_there(page, token, i):
            comers = True
            continue
        if mention is not None and mention.actor.country and not mention.several:
            named = None if comers else _named_last(page, draft, i, token.i)
            country = named or mention.actor.country
            if not _is_such(page, country, token.lemma_.lower()):
                break
            return mention_of_all(page, token, [state_actor(page, country)], "state")
    return _told_before(page, draft, token, set()) if _names_a_form(page, token) else None


def _served(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "After Graustark agreed to train the country's army": the only other state, since one helps another."""
    verb, subject = _done_to(token), next(iter(clause_subjects(token)), None)
    if verb is None or subject is None:
        return None
    lemma = verb.lemma_.lower()
    judged = verb.dep_ == "advcl" and lemma in page.words["mocking"]  # "after Graustark mocked the country's"
    if not judged and lemma not in page.words["helping"]:
        return None
    doer = draft.actors.get(subject)
    if doer is None or not doer.actor.country:
        return None
    near, own = verb, page.doc[subject].head  # which it is not in "thanked Graustark for training the army"
    while near is not own and near.dep_ in ("xcomp", "advcl"):
        near = near.head
    named = None if near is own else _named_last(page, draft, subject, token.i)
    return _told_before(page, draft, token, {named or doer.actor.country})


def _goes_there(page: Page, token: Token, subject: int) -> bool:
    """ "Says that a Sylvanian jet entered the country's airspace": who comes in is not at home there."""
    verb = _done_to(token)
    return (
        verb is not None
        and verb.lemma_.lower() in page.words["trespassing"]
        and verb is page.doc[subject].head
    )


def _done_to(token: Token) -> Token | None:
    """The verb that something of the land's is the object or the aim of."""
    place = token.head
    return place.head if place.dep_ in _OBJECTS else place.head.head if place.dep_ == "pobj" else None


def _visited(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "Said on a visit to the country": to another's than that of who is on it."""
    if token.head.head.lemma_.lower() not in page.words["journey"]:
        return None
    return _told_before(page, draft, token, acting_at(draft, token))


def _land_of_place(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "withdrew from the country": the state named last that is not who does it, in the sentence or the one before."""
    acting = {draft.actors[i].actor.country for i in clause_subjects(token) if i in draft.actors}
    sentence = token.sent
    first = page.doc[sentence.start - 1].sent.start if sentence.start else 0
    for i in range(token.i - 1, first - 1, -1):
        place = draft.places.get(i)
        owns = page.doc[i].dep_ in (
            "compound",
            "amod",
            "poss",
        )  # "the withdrawal of U.S. troops from the country"
        fits = place is not None and place.country and _is_such(page, place.country, token.lemma_.lower())
        if place is not None and place.country and fits and place.country not in acting and not owns:
            return mention_of_all(page, token, [state_actor(page, place.country)], "state")
    return _of_invaded(page, draft, token) if token.head.lower_ in INTO else None


def _of_invaded(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "Says that Sylvania has sent troops into the country": who tells it is not where they came from."""
    comer = next((draft.actors[i] for i in clause_subjects(token) if i in draft.actors), None)
    clause = next((a for a in token.ancestors if a.dep_ == "ccomp"), None)
    if comer is None or clause is None:
        return None
    teller = next(
        (draft.actors[c.i] for c in clause.head.lefts if c.dep_ == "nsubj" and c.i in draft.actors), None
    )
    told = teller.actor.country if teller is not None and not teller.several else None
    if told is None or told == comer.actor.country or not _is_such(page, told, token.lemma_.lower()):
        return None
    return mention_of_all(page, token, [state_actor(page, told)], "state")


def _named_last(page: Page, draft: Draft, subject: int, before: int) -> str | None:
    """The state named last between a subject and a token: "France left its base in Sylvania to the country's army"."""
    for i in range(before - 1, page.doc[subject].right_edge.i, -1):
        mention = draft.actors.get(i)
        if (
            mention is not None
            and mention.kind == "state"
            and page.doc[i].pos_ == "PROPN"
            and not mention.several
        ):
            return mention.actor.country
    return None


def mention_of_all(page: Page, token: Token, chosen: list[Actor], kind: str) -> Mention:
    """The mention of one or more actors that a word stands for."""
    why = STANDS_FOR.of(f"'{page.text(token.i, token.i + 1)}'", " and ".join(a.name for a in chosen))
    span = span_of(page, token.i, token.i + 1)
    several = tuple(renamed(actor, span, why) for actor in chosen)
    return Mention(
        head=token.i, actor=several[0], kind="state" if kind == "state" else "person",
        several=several if len(several) > 1 else (),
    )  # fmt: skip


def state_actor(page: Page, country: str, actor: Actor | None = None) -> Actor:
    """A state as an actor."""
    state = page.tables.state_by_id.get(country)
    name = state.name if state else country
    return Actor(name=name, id=country, country=country, sectors=("GOV",), span=actor.span if actor else None)
