"""Drafts of a text in, those that only say again what the verb before them says out.

"Agreed to restore ties and reopen embassies", "freed the reporter and let him leave": coordinated words for one kind of
event with one and the same sides are one event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.alike import are_foes, is_one_of_them, told_apart
from detente.coding.roles.known import any_known
from detente.coding.roles.roles import sides
from detente.coding.standing.status import Statuses
from detente.reading.shapes import is_pointed_at
from detente.records import Actor

ATTACK, BY, MURDER = "ASSAULT", "by", "assassination"
PROTEST, OF = "protest", "of"  # a family; "a round of talks"
WORDS = ("ACCUSE", "SUPPORT", "REJECT")
DESCRIBING, APPOSED = ("relcl", "acl"), "appos"
COMPLAINT, INFINITIVE = "ACCUSE", "TO"  # a type, a tag
REPROACHES = ("criticism", "accusation")  # families
STOPPAGE, DUTY, SANCTION = "strike", "tariff", "SANCTION"  # two kinds and a type
OF_THEIR_OWN = "apart from its attack"  # a group of kinds


def said_again(drafts: Sequence[Draft], statuses: Statuses) -> frozenset[int]:
    """The numbers of the drafts that repeat an earlier one."""
    strikes = [draft for draft in drafts if draft.kind == STOPPAGE]
    return frozenset(
        [
            n
            for n, draft, beside in _with_sentences(drafts, statuses)
            if _is_in_idiom(draft, statuses)
            or _is_why_summoned(draft, statuses)
            or (len(beside) > 1 and _says_what_is_beside(draft, beside, statuses))
            or (strikes and any(_is_same_strike(draft, other, statuses) for other in strikes))
            or (len(drafts) > 1 and _is_only_judged(draft, drafts, statuses))
            or (len(drafts) > 1 and is_one_of_them(draft, drafts, statuses))
        ]
    )


def _says_what_is_beside(draft: Draft, beside: Sequence[Draft], statuses: Statuses) -> bool:
    """Whether another draft of its sentence says the same."""
    if told_apart(draft, statuses):
        return False
    for other in _joined_before(draft, beside, statuses):
        if _repeats(draft, other, statuses):
            return True
    for other in beside:
        if _only_counts(draft, other, statuses) or _is_what_ends(draft, other, statuses):
            return True
        if draft.kind == DUTY and _is_paid_back_with(draft, other, statuses):
            return True
    for other in beside:
        alike = other.kind == draft.kind or _are_one_blow(draft, other, statuses)
        alike = alike and other is not draft and other.status == draft.status
        if alike and (_is_told_by(draft, other, statuses) or _is_afterthought(draft, other, statuses)):
            return True
    return _is_means(draft, beside, statuses)


def _with_sentences(
    drafts: Sequence[Draft], statuses: Statuses
) -> Iterator[tuple[int, Draft, Sequence[Draft]]]:
    """Each draft with its number and all drafts of its sentence: a long text is not compared with itself."""
    doc = statuses.graph.doc
    starts = [doc[draft.head].sent.start for draft in drafts]
    beside = defaultdict[int, list[Draft]](list)
    for start, draft in zip(starts, drafts, strict=True):
        beside[start].append(draft)
    for n, (start, draft) in enumerate(zip(starts, drafts, strict=True)):
        yield n, draft, beside[start]


def _joined_before(draft: Draft, beside: Sequence[Draft], statuses: Statuses) -> Iterator[Draft]:
    """Those told before it to whose words its own is joined."""
    for other in beside:
        if other is draft:
            return
        if draft.head in _joined_to(other.head, statuses):
            yield other


def _is_paid_back_with(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "Hit back at Sylvania's levies with duties of 15 percent": the duties are how it hits back."""
    noun = statuses.graph.doc[draft.head]
    by_means = noun.dep_ == "pobj" and noun.head.lower_ == "with" and other.head < draft.head
    return by_means and type_of(other, statuses) == SANCTION and sides(other.actors, draft.actors)


def _is_same_strike(draft: Draft, earlier: Draft, statuses: Statuses) -> bool:
    """ "Begins a general strike. The strike is ordered to end": it is no attack. "The strike halts most trains": that."""
    kind, graph = statuses.lexicon.kinds[draft.kind], statuses.graph
    noun = graph.predicates[draft.head]
    if draft.kind == STOPPAGE and noun.pos == "verb" and earlier.head < draft.head:
        return any(is_pointed_at(graph.doc[h], graph.words) for h in noun.heads("subject"))
    if earlier.head >= draft.head or kind.type != ATTACK or noun.pos != "noun":
        return False
    return any(token.lemma_.lower() == noun.lemma for token in graph.doc[earlier.head].sent)


def _is_in_idiom(draft: Draft, statuses: Statuses) -> bool:
    """ "Called a halt to the raids": the halt is what the set phrase says of the raids."""
    predicates, lexicon = statuses.graph.predicates, statuses.lexicon
    word = predicates[draft.head].lemma
    for applied in draft.applied:
        if applied.head in predicates:
            verb = predicates[applied.head].lemma.split()[0]
            for entry, operator in lexicon.verb_operators.get(verb, ()):
                if operator is applied.operator and word in lexicon.rests[entry]:
                    return True
    return False


def _is_why_summoned(draft: Draft, statuses: Statuses) -> bool:
    """ "Summoned the envoy to protest": the summons is the protest."""
    graph, words = statuses.graph, statuses.graph.words
    carrier = graph.predicates[draft.head].carrier
    voiced = carrier in graph.predicates and statuses.lexicon.kinds[draft.kind].type == COMPLAINT
    head = carrier if carrier is not None and voiced else draft.head  # "to express regret"
    if not any(c.tag_ == INFINITIVE for c in graph.doc[head].lefts):
        return False  # "We condemn it, he wrote"
    return graph.predicates[head].lemma in words["verbs of complaint"] and any(
        graph.predicates[g.head].lemma in words["summoning verbs"] and g.name in ("clause", "purpose")
        for g in graph.governors.get(head, ())
    )


def _is_only_judged(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """ "Bombs the camp. Sylvania calls the strikes a crime": the strikes that the text has told of; so "the request"."""
    graph, kinds = statuses.graph, statuses.lexicon.kinds
    kind = kinds[draft.kind]
    if kind.type is None or graph.predicates[draft.head].pos != "noun" or not draft.actors:
        return False
    if not is_pointed_at(graph.doc[draft.head], graph.words):
        return False
    judging = set(graph.above(draft.head, "object"))
    judged = any(d.head in judging and kinds[d.kind].type in WORDS for d in drafts)
    start = graph.doc[draft.head].sent.start
    return judged and any(
        d.head < start
        and sides(d.actors, draft.actors)
        and kinds[d.kind].type == kind.type
        and (kind.type == ATTACK or kinds[d.kind].speech or d.kind == draft.kind)  # no arrest is a coup
        for d in drafts
    )


def _is_means(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """ "Helps Sylvania by donating ships": what is done is said by the first verb, and how by the second."""
    graph, kinds = statuses.graph, statuses.lexicon.kinds
    done = set(graph.above(graph.verb_of(draft.head), BY))
    return bool(done) and any(
        other.head in done
        and draft.status == other.status
        and kinds[draft.kind].type == kinds[other.kind].type
        for other in drafts
    )


def _is_told_by(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    """The word that describes goes, unless only it says who did it: "an attack in which rebels stormed a village". What
    others did is another deed: "shells the camp after rockets fired from Sylvania"."""
    if _answers(draft, other, statuses):
        return False
    if _tells_more(draft, other, statuses):
        return any_known(other.actors) or not any_known(draft.actors)
    return not any_known(draft.actors) and any_known(other.actors) and _tells_more(other, draft, statuses)


def _answers(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    kind, noun = statuses.lexicon.kinds[draft.kind], statuses.graph.doc[draft.head].head
    if kind.type != ATTACK or not (any_known(draft.actors) and any_known(other.actors)):
        return False
    answered = noun.i not in statuses.graph.predicates[other.head].heads("subject", "object")
    return answered and not sides(draft.actors, other.actors)


def _is_afterthought(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "Arrives in Strelsau, the first visit by a king in forty years"; but "gets vaccine, a gift from Graustark"."""
    if any_known(draft.actors) and not any_known(other.actors):
        return False
    token = statuses.graph.doc[draft.head]
    return token.dep_ == APPOSED and other.head in {t.i for t in token.ancestors}


def _tells_more(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "Observed the truce that went into effect", "a bomb thrown into a bar killed": what is told of the same thing."""
    token = statuses.graph.doc[draft.head]
    if token.dep_ not in DESCRIBING:
        return False
    args = {a.head for a in statuses.graph.predicates[other.head].arguments}
    return token.head.i in args | {other.head}


def _repeats(draft: Draft, earlier: Draft, statuses: Statuses) -> bool:
    if draft.status != earlier.status:
        return False
    blows = _are_blows(draft, earlier, statuses)
    suffered = not earlier.actors and bool(draft.recipients)  # by whom is not said
    if not (draft.actors or blows or suffered):
        return False
    if blows and (_hits_another(draft, earlier, statuses) or are_foes(draft.actors, earlier.actors)):
        return False
    alike = draft.kind == earlier.kind or blows or _are_protests(draft, earlier, statuses)
    if not alike and not _is_how_it_reproaches(draft, earlier, statuses):
        return False
    return (_equal(draft.actors, earlier.actors) or not draft.actors) and (
        not draft.recipients or not earlier.recipients or _equal(draft.recipients, earlier.recipients)
    )


def _joined_to(head: int, statuses: Statuses) -> frozenset[int]:
    """The words joined to a word, and what says what came of it ("stepped aside, handing over power")."""
    outcome = statuses.graph.predicates[head].heads("participle")
    return frozenset([*outcome, *(token.i for token in statuses.graph.doc[head].conjuncts)])


def _only_counts(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "A first round of indirect talks": the round is the talks."""
    if draft.kind != other.kind:
        return False
    token = statuses.graph.doc[other.head]
    counted = token.dep_ == "pobj" and token.head.lower_ == OF and token.head.head.i == draft.head
    fewer = len(draft.actors) <= len(other.actors) and sides(draft.actors, other.actors)
    return counted and (fewer or _equal(draft.actors, other.actors))


def _is_what_ends(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "The end of aid to Graustark": what is told is the end, and no aid."""
    above = statuses.graph.predicates[other.head]
    spoken = draft.status == other.status and any(a.head == other.head for a in draft.applied)
    return spoken and above.pos == "noun" and draft.head in above.heads("of") and bool(other.actors)


def _are_protests(one: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "Stormed and set alight the embassy": one protest."""
    kinds = statuses.lexicon.kinds
    protests = all(kinds[d.kind].family == PROTEST for d in (one, other))
    return protests and bool(one.recipients) and bool(other.recipients)


def _is_how_it_reproaches(draft: Draft, earlier: Draft, statuses: Statuses) -> bool:
    """ "Criticised the order, accusing Sylvania of a bad precedent": one reproach, whatever the participle calls it."""
    kinds = statuses.lexicon.kinds
    told = draft.head in statuses.graph.predicates[earlier.head].heads("participle")
    reproaches = all(kinds[d.kind].family in REPROACHES for d in (draft, earlier))
    return told and reproaches and bool(draft.recipients)


def _hits_another(draft: Draft, earlier: Draft, statuses: Statuses) -> bool:
    """ "Bombs the plant and assassinates the general"; "ambush and murder the mayor" has nobody for the first verb."""
    one, two = (statuses.graph.predicates[d.head].heads("object") for d in (earlier, draft))
    apart = draft.kind == MURDER and bool(one) and bool(two) and set(one).isdisjoint(two)
    return apart or (bool(two) and not one and not earlier.recipients and not any_known(earlier.actors))


def _are_blows(one: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "opened fire and set off a bomb": one attack, told by its means."""
    kinds, apart = statuses.lexicon.kinds, statuses.lexicon.groups[OF_THEIR_OWN]
    return all(d.kind not in apart and kinds[d.kind].type == ATTACK for d in (one, other))


def _are_one_blow(one: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "Rockets fired by rebels hit Zenda": the firing and the hit have the same sides."""
    noun, verb = statuses.graph.doc[one.head].head, statuses.graph.predicates[other.head]
    if noun.i not in verb.heads("subject"):  # not "stoned policemen, who fired back"
        return False
    told = _equal(one.actors, other.actors) and _equal(one.recipients, other.recipients)
    return told and any_known(one.actors) and _are_blows(one, other, statuses)


def _equal(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    return all(sides((a,), other) for a in one) and len(one) == len(other)
