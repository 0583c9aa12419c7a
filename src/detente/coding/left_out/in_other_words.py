"""A draft and the others of its text in, whether one of them tells the same act in other words out.

"Pleading for maize, the premier turned to Sylvania", "dismissing the plan, he said that there was no room for it": one
request, one refusal. "Two pilots are released in a prisoner swap between Ruritania and Sylvania": the swap says who
releases whom, the release does not. "Said that it would punish Sylvania": what is threatened with is told. "The king
shakes hands with the premier before their talks": one meeting.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import family_of
from detente.coding.roles.known import keys_of
from detente.coding.roles.roles import distinct, sides
from detente.coding.standing.composing import COMING
from detente.coding.standing.standings import WITHHELD
from detente.coding.standing.status import Statuses

BREACH, REPROACH, PARTICIPLE = "violation of agreement", "ACCUSE", "VBG"  # a kind, a type, a tag
BACKING, RALLY = "statement of support", "rally of support"  # kinds
MEETING, AGREED = "CONSULT", "AGREE"  # types
DENIED = "denied"
REFUSALS = ("refusal", "rejection")  # kinds
SPEECH = ("REQUEST", "REJECT", "SUPPORT")  # types of acts that are made in words
CONTENT, AHEAD = ("ccomp", "xcomp"), ("planned", "scheduled")
YIELDING, GIVES_WAY = ("CONCEDE", "RETREAT"), "concession"  # types, a kind
EXCHANGE, ULTIMATUM, OTHERWISE = "prisoner exchange", "ultimatum", "or"  # kinds, a word
PARTS: Mapping[str, tuple[str, ...]] = {EXCHANGE: ("release",)}  # and what it is made of
WITHIN = ("in", "during", "by", "through", "under", "as part of")  # prepositions
THREAT, PENALTIES = "THREATEN", ("ASSAULT", "COERCE", "SANCTION")
MEETINGS = ("meeting", "talks", "visit")  # families
ONLY_GREETED = "the greeting beside it tells of the same meeting"


def says_the_same(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """Whether the clause around the participle, or what says that it will go on, is such an act of the same side
    towards the same ("vowed to press ahead in spite of the protest": one refusal)."""
    token = statuses.graph.doc[draft.head]
    if draft.kind in REFUSALS and draft.made and any(_is_what_is_refused(draft, d, statuses) for d in drafts):
        return True
    if _is_or_else(draft, drafts, statuses):
        return True
    if draft.kind == BACKING:
        return _is_what_a_rally_is_for(draft, drafts, statuses)
    if draft.kind == BREACH:
        return _is_reproached_with_it(draft, drafts, statuses)
    beside = token.dep_ == "advcl" and token.tag_ == PARTICIPLE
    if not beside and not (token.dep_ in CONTENT and draft.status in AHEAD):
        return False
    return any(d.head == token.head.i and _is_the_same(draft, d, statuses) for d in drafts)


def _is_or_else(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """ "Issued an ultimatum: hold a vote or it will recall its envoy": the ultimatum tells of it."""
    token = statuses.graph.doc[draft.head]
    either = token.dep_ == "conj" and any(c.dep_ == "cc" and c.lower_ == OTHERWISE for c in token.head.rights)
    if not either or draft.status not in AHEAD:
        return False
    told = [d for d in drafts if d.kind == ULTIMATUM and token.sent.start <= d.head < draft.head]
    return any(sides(d.actors, draft.actors) for d in told)


def _is_what_is_refused(refusal: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "Said that there would be no talks with Sylvania", "there is no deal with it": they are told as declined, denied."""
    kind = statuses.lexicon.kinds[other.kind]
    agreed = kind.type == AGREED and other.reciprocal and other.status == DENIED
    met = kind.type == MEETING and other.status in WITHHELD
    if not (met or agreed) or len(distinct((*other.actors, *other.recipients))) < len(("one", "another")):
        return False
    return any(t.i == refusal.head for t in statuses.graph.doc[other.head].ancestors)


def _is_what_a_rally_is_for(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """ "Protesters gathered in Strelsau to stand with Sylvania": that they gathered says it."""
    above = {t.i for t in statuses.graph.doc[draft.head].ancestors}
    rallies = (d for d in drafts if d.kind == RALLY and d.head in above)
    return any(sides(d.recipients, draft.recipients) for d in rallies)


def _is_reproached_with_it(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """ "Condemns the raids, saying that they are a breach of the treaty": who says so has not broken it."""
    kinds, doc = statuses.lexicon.kinds, statuses.graph.doc
    said = {t.head.i for t in doc[draft.head].ancestors if t.dep_ == "advcl" and t.tag_ == PARTICIPLE}
    reproaching = (d for d in drafts if d.head in said)
    return any(kinds[d.kind].type == REPROACH and sides(d.actors, draft.actors) for d in reproaching)


def _is_the_same(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    kinds = statuses.lexicon.kinds
    one, two = kinds[draft.kind], kinds[other.kind]
    if not sides(other.actors, draft.actors):
        return False
    spoken = one.type == two.type and one.type in SPEECH
    yielded = draft.kind == GIVES_WAY and two.type in YIELDING
    aimed = not draft.recipients or not other.recipients or sides(draft.recipients, other.recipients)
    # "Warned it, saying that it was ready to act".
    threatened = one.type == two.type == THREAT and one.speech and two.speech
    return aimed and (spoken or yielded or threatened)


def is_within(noun: Draft, verb: Draft, statuses: Statuses) -> bool:
    """ "Topples the king in a second putsch": the putsch is that in which he is toppled; "freed in a swap"."""
    above = set(statuses.graph.above(noun.head, *WITHIN))
    return verb.kind in (noun.kind, *PARTS.get(noun.kind, ())) and verb.head in above


def names_both(exchange: Draft, release: Draft, statuses: Statuses) -> bool:
    """Whether the exchange names its two sides and the release nobody who releases."""
    predicate = statuses.graph.predicates[release.head]
    said = predicate.heads("subject", "by")
    return exchange.kind == EXCHANGE and len(exchange.actors) > 1 and not said


def is_told_by_exchange(release: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """Whether the release is told by an exchange in which it happens."""
    exchanges = [d for d in drafts if d.kind == EXCHANGE] if release.kind in PARTS[EXCHANGE] else ()
    return any(is_within(e, release, statuses) and names_both(e, release, statuses) for e in exchanges)


def is_threatened(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """Whether another draft tells the threat that this one is, or what it is made with."""
    threat = type_of(draft, statuses) == THREAT
    if threat and any(_threatens_with(draft, d, statuses) for d in drafts):
        return True
    return _only_hits_back(draft, drafts, statuses)


def _threatens_with(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "Said that it would punish Sylvania": what is threatened with is told, and is coded as a threat."""
    if type_of(other, statuses) not in PENALTIES or _is_hitting_back(other, statuses):
        return False
    said = other.status in COMING and any(a.head == draft.head for a in other.applied)
    same = [keys_of(d.actors) for d in (draft, other)]
    hit = [keys_of(d.recipients) for d in (draft, other)]
    return said and same[0] == same[1] and hit[0] == hit[1]


def _only_hits_back(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """ "Vowed to retaliate against Sylvania": by what is not said, and the vow is told."""
    above = {a.head for a in draft.applied if a.head != draft.head}
    if not above or not _is_hitting_back(draft, statuses):
        return False
    return any(d.head in above and type_of(d, statuses) == THREAT for d in drafts)


def _is_hitting_back(draft: Draft, statuses: Statuses) -> bool:
    """ "To retaliate"; but "to retaliate with a duty on apples" says by what."""
    verb = statuses.graph.predicates[draft.head]
    adverbs = [c.lower_ for c in statuses.graph.doc[draft.head].rights if c.dep_ == "advmod"]
    named = {verb.lemma, *(f"{verb.lemma} {adverb}" for adverb in adverbs)}  # "strike back"
    return not named.isdisjoint(statuses.graph.words["answering verbs"]) and not verb.heads("with")


def only_greeted_at(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> str | None:
    """The reason, if those who talk are told to greet each other in the clause to which the talks belong."""
    doc = statuses.graph.doc
    if doc[draft.head].pos_ != "NOUN" or family_of(draft.kind, statuses.lexicon) not in MEETINGS:
        return None
    above = {t.i for t in doc[draft.head].ancestors}
    greeted = any(d.head in above and _greets(d, draft, statuses) for d in drafts)
    return ONLY_GREETED if greeted else None


def _greets(greeting: Draft, talks: Draft, statuses: Statuses) -> bool:
    verb = statuses.graph.doc[greeting.head].lemma_.lower()
    there = (*greeting.actors, *greeting.recipients)
    alike = all(sides((a,), there) for a in (*talks.actors, *talks.recipients))
    held = family_of(greeting.kind, statuses.lexicon) in MEETINGS
    return held and alike and verb in statuses.graph.words["greeting verbs"]
