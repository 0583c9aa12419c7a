"""What a report says of things already told: "the trip", "these plans", and who has or has not confirmed them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import shorten

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import Lexicon
from detente.coding.reasons import because
from detente.coding.roles.roles import sides
from detente.coding.sides.looking.told_before import start_before
from detente.coding.standing.status import Statuses
from detente.reading.graph import Graph
from detente.reading.tokens import Doc, Token
from detente.records import Attribution

DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})
COMPARED = frozenset({"since", "than", "like", "after", "following", "before", "unlike"})
LOOKING_BACK = ("confirms", "denies", "does_not_confirm", "no_comment")
BOTH = "both"
MANY, VISIT = "multilateral", "visit"  # modes
DASH, ADDED = "-", ("appos", "npadvmod", "dobj", "dep", "attr", "conj")
POINTERS = frozenset({"it", "this", "that", "them", "so"})
UPON = ("for", "over", "after", "following", "against", "to")
LOOKING_BACK_SENTENCES = 3
COMING = ("planned", "scheduled", "proposed", "hypothetical")


def inherit_sides(
    drafts: Sequence[Draft], graph: Graph, lexicon: Lexicon
) -> tuple[tuple[Draft, ...], dict[int, int]]:
    """Fill what "the visit" leaves out from what was told before; also which draft each one took it from."""
    done: list[Draft] = []
    taken: dict[int, int] = {}
    for number, draft in enumerate(drafts):
        if not _lacks(draft) or graph.predicates[draft.head].pos != "noun":
            again = _told_again(draft, done, graph)
            if again is not None:
                taken[number] = again
            done.append(draft if again is None else _filled(draft, done[again], graph))
            continue
        compared = _compared_with(draft, drafts, graph)
        source = compared if compared is not None else _antecedent(draft, done, graph, lexicon)
        if source is None:
            done.append(draft)
        elif compared is not None:
            done.append(_filled(draft, replace(drafts[source], actors=()), graph))
        else:
            if is_definite(draft.head, graph.doc) or draft.actors:
                taken[number] = source  # "a second round" is not the first
            done.append(_filled(draft, done[source], graph))
    return tuple(done), taken


def is_told_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """ "Agreed to sign a pact. The signing has been put off": whether a noun points at what the text told before."""
    graph = statuses.graph
    if graph.predicates[draft.head].pos != "noun" or not is_definite(draft.head, graph.doc):
        return False
    sentence = graph.doc[draft.head].sent.start
    before = [one for one in drafts if one.head < sentence and one.actors]
    return _antecedent(draft, before, graph, statuses.lexicon) is not None


def _told_again(draft: Draft, before: Sequence[Draft], graph: Graph) -> int | None:
    """ "Sylvania arrests two pilots. The pilots were taken into custody": by whoever is told to have done it."""
    if draft.actors or not draft.recipients or not graph.predicates[draft.head].passive:
        return None
    for n in reversed(range(len(before))):
        earlier = before[n]
        alike = earlier.kind == draft.kind and earlier.actors and sides(earlier.recipients, draft.recipients)
        if alike and _near(draft.head, earlier.head, graph.doc):
            return n
    return None


def _lacks(draft: Draft) -> bool:
    sides_told = len(draft.actors) + len(draft.recipients)
    return not draft.made and (
        not draft.actors or (not draft.recipients and not (draft.reciprocal and sides_told > 1))
    )


def _compared_with(draft: Draft, drafts: Sequence[Draft], graph: Graph) -> int | None:
    """ "the first visit to Sylvania since the king's visit in 2018": the second one went there too."""
    for governor in graph.governors.get(draft.head, ()):
        if governor.name in COMPARED:
            heads = {governor.head, *graph.predicates[governor.head].heads("attr")}
            return next((n for n, d in enumerate(drafts) if d.head in heads and d.kind == draft.kind), None)
    return None


def _antecedent(draft: Draft, before: Sequence[Draft], graph: Graph, lexicon: Lexicon) -> int | None:
    """The nearest earlier event of the same family that fits."""
    family = lexicon.kinds[draft.kind].family
    if not draft.actors and not (is_definite(draft.head, graph.doc) or _goes_on(draft, graph)):
        return None
    if not draft.actors and (_names_its_own(draft.head, graph) or _is_wider(draft.head, graph)):
        return None  # "the war on the rebels", "his Sylvanian trip": another one than any before
    apart = _acts_upon(draft.head, graph.doc)
    start = start_before(draft.head, graph.doc, LOOKING_BACK_SENTENCES)
    earlier = [
        n for n in reversed(range(len(before))) if before[n].head >= start and before[n].head not in apart
    ]
    of_kind = [
        n for n in earlier if before[n].kind == draft.kind and _fits(draft, before[n], family, lexicon)
    ]
    of_family = [n for n in earlier if not draft.actors and _fits(draft, before[n], family, lexicon)]
    behind = _behind_others(draft, [before[n] for n in of_family], graph.doc)
    fitting = [
        n for found in (of_kind, of_family) for n in sorted(found, key=lambda n: before[n].head in behind)
    ]
    return next(iter(fitting), None)


def _behind_others(draft: Draft, earlier: Sequence[Draft], doc: Doc) -> set[int]:
    """ "Bombed the port in reply to a Sylvanian raid. Graustark condemned the attack": the raid is less likely meant, as it
    only says why; but "the raid" is."""
    heads = {d.head for d in earlier}
    noun = doc[draft.head].lemma_
    return {h for h in heads if doc[h].lemma_ != noun and any(t.i in heads for t in doc[h].ancestors)}


def _goes_on(draft: Draft, graph: Graph) -> bool:
    """ "A second round will follow": the next in a row of meetings is one of the same sides."""
    ranks = graph.words["words of a next one"]
    return draft.reciprocal and any(c.lower_ in ranks for c in graph.doc[draft.head].lefts)


def _acts_upon(head: int, doc: Doc) -> frozenset[int]:
    """ "shelled the port in retaliation for the raid": what is done for, over or after an event is not that event."""
    token = doc[head]
    apart = token.dep_ == "pobj" and token.head.lower_ in UPON
    return frozenset(t.i for t in token.ancestors) if apart else frozenset()


def _near(head: int, earlier: int, doc: Doc) -> bool:
    """Whether the earlier event stands in the sentence itself or in one of the few before it."""
    return earlier >= start_before(head, doc, LOOKING_BACK_SENTENCES)


def _names_its_own(head: int, graph: Graph) -> bool:
    """Whether a noun has a name of its own in it that tells which one is meant."""
    names = ("mod", "of", "on", "against", "between", "with")
    days = graph.words["names of days"]  # "will be held on 5 May"
    named = (graph.doc[h] for h in graph.predicates[head].heads(*names))
    return any(one.pos_ == "PROPN" and one.lower_ not in days for one in named)


def _is_wider(head: int, graph: Graph) -> bool:
    """ "A talk between two premiers on the sidelines of the meeting": at that are others as well."""
    token = graph.doc[head]
    over = token.head.head if token.dep_ == "pobj" else token
    return over.lemma_.lower() in graph.words["sidelines"]


def _fits(draft: Draft, earlier: Draft, family: str, lexicon: Lexicon) -> bool:
    kind = lexicon.kinds[earlier.kind]
    if kind.family != family or not earlier.actors:
        return False
    own = lexicon.kinds[draft.kind]
    if own.mode == MANY and kind.mode == VISIT:
        return False  # "the summit" is no visit that was told before
    if not draft.actors and draft.recipients and not earlier.reciprocal and not earlier.recipients:
        return not sides(draft.recipients, earlier.actors)
    mine = draft.actors or draft.recipients
    return not mine or sides(mine, (*earlier.actors, *earlier.recipients))


def _filled(draft: Draft, source: Draft, graph: Graph) -> Draft:
    why = f"as in '{shorten(graph.doc[source.head].sent.text, width=64, placeholder=' ...')}'"
    actors = draft.actors or because(source.actors, why)
    recipients = draft.recipients or because((a for a in source.recipients if a not in actors), why)
    filled = replace(draft, actors=actors, recipients=recipients)
    if _only_mentioned(draft, graph) and source.kind == draft.kind and source.status in COMING:
        return replace(filled, status=source.status, certainty=source.certainty, as_in=source.head)
    return filled


def _only_mentioned(draft: Draft, graph: Graph) -> bool:
    """Whether nothing in its clause says where it stands: "declined to comment on the trip"."""
    governors = graph.governors.get(draft.head, ())
    told = any(g.name == "subject" for g in governors) or graph.predicates[draft.head].carrier is not None
    return (
        draft.status == "occurred" and not draft.applied and not told and is_definite(draft.head, graph.doc)
    )


def is_definite(head: int, doc: Doc) -> bool:
    """Whether a noun points at something known: "the trip", "his visit"."""
    return any(c.lower_ in DEFINITE for c in doc[head].children if c.dep_ in ("det", "poss"))


def points_back(head: int, doc: Doc) -> bool:
    """Whether a noun is for persons told of: "the two leaders", "both leaders"."""
    return is_definite(head, doc) or any(c.lower_ == BOTH for c in doc[head].children)


def looks_back_at(
    attribution: Attribution, drafts: Sequence[Draft], doc: Doc, words: Mapping[str, frozenset[str]]
) -> tuple[int, ...]:
    """Numbers of the events that "have not confirmed these plans" is about: those told just before.

    Events of the same sentence before the cue and of the sentence before it, if something is said of whether they
    are so and the content names nothing of its own.
    """
    if attribution.stance not in LOOKING_BACK or _has_own_event(attribution, drafts, doc):
        return ()
    roots = _roots_of(attribution, doc)
    beside = any(_sums_up(root, words) for root in roots)
    if attribution.content and not beside and not _points_back(roots, attribution, words):
        return ()
    cue = attribution.cue[0].start if attribution.cue else attribution.content[0].start
    here = next((s for s in doc.sents if s.start_char <= cue < s.end_char), None)
    if here is None:
        return ()
    previous = doc[here.start - 1].sent if here.start and not beside else here
    near = [n for n, d in enumerate(drafts) if previous.start <= d.head < here.end and doc[d.head].idx < cue]
    coming = [n for n in near if drafts[n].status in COMING]
    return tuple(coming or near)


def _has_own_event(attribution: Attribution, drafts: Sequence[Draft], doc: Doc) -> bool:
    return any(s.start <= doc[d.head].idx < s.end for d in drafts for s in attribution.content)


def _roots_of(attribution: Attribution, doc: Doc) -> list[Token]:
    spans = (doc.char_span(s.start, s.end, alignment_mode="expand") for s in attribution.content)
    return [span.root for span in spans if span is not None]


def _points_back(
    roots: Sequence[Token], attribution: Attribution, words: Mapping[str, frozenset[str]]
) -> bool:
    """ "Denied it", "has not confirmed the report", "did not answer a request for comment"."""
    silent, asked = attribution.stance == "no_comment", words["asked for a word"]
    return any(
        root.lower_ in POINTERS
        or (root.lemma_.lower() in words["anaphoric nouns"] and is_definite(root.i, root.doc))
        or (silent and root.lemma_.lower() in asked and not _is_on_a_topic(root, words))
        for root in roots
    )


def _is_on_a_topic(asked: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "Did not answer a question about his loans": on something else than what was told."""
    return any(t.dep_ == "prep" and t.lower_ in words["topic prepositions"] for t in asked.subtree)


def _sums_up(root: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "..., which Ruritania denied", "..., a claim denied by Ruritania": all that its sentence told before."""
    first = root.left_edge
    if first.i == 0 or first.nbor(-1).text not in (",", DASH):
        return False
    claim = root.lemma_.lower() in words["anaphoric nouns"] and root.dep_ in ADDED
    return root.lower_ in words["words for all before"] or claim
