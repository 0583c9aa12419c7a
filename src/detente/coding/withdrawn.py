"""What was told in, what the text takes back as denied out.

A text that stands under "RETRACTION:" tells what an earlier one said, and so does the sentence before "The article was
wrong and has been withdrawn".
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import sides
from detente.coding.standing.status import Statuses
from detente.coding.told import Told
from detente.knowledge.grammar import Grammar
from detente.reading.graph import Predicate
from detente.reading.labels import label_of_text
from detente.reading.spans import sentences_before
from detente.reading.tokens import Span

OVER = "labels of what is taken back"  # a list of words
UNDER = ("ROOT", "conj")  # where the text itself speaks
PRINTED, MAY_BE, ERROR = "what a paper prints", "what may be printed", "words of error"
TAKEN_BACK, OUTLET = "verbs of taking back a report", "outlet"  # a list of words; a kind of mention
DENIED, OPEN = "denied", ("hypothetical", "denied")


def with_withdrawn(told: Told, statuses: Statuses, grammar: Grammar) -> Told:
    """What is told; an event of a report that the text takes back is denied, wherever it is told again."""
    spans = [*_under_label(statuses, grammar), *_before_withdrawal(statuses, grammar)]
    back = [d for d in told.drafts if any(s.start <= d.head < s.end for s in spans)]
    if not back:
        return told
    drafts = (
        replace(d, status=DENIED)
        if d.status not in OPEN and any(_is_the_same(d, other) for other in back)
        else d
        for d in told.drafts
    )
    return replace(told, drafts=tuple(drafts))


def _is_the_same(draft: Draft, other: Draft) -> bool:
    if draft is other:
        return True
    aimed = not (draft.recipients and other.recipients) or sides(draft.recipients, other.recipients)
    return draft.kind == other.kind and bool(sides(draft.actors, other.actors)) and bool(aimed)


def _under_label(statuses: Statuses, grammar: Grammar) -> Iterator[Span]:
    """The title behind such a label."""
    doc = statuses.graph.doc
    label = label_of_text(doc)
    if label is not None and any(t.lower_ in grammar.words[OVER] for t in label):
        yield doc[label.end].sent


def _before_withdrawal(statuses: Statuses, grammar: Grammar) -> Iterator[Span]:
    """The sentence that says so and the one before it."""
    doc = statuses.graph.doc
    for verb in doc.having(lemma_=grammar.words[TAKEN_BACK]):
        predicate = statuses.graph.predicates.get(verb.i)
        own = verb.dep_ in UNDER and verb.sent.root in (verb, verb.head)
        if predicate is not None and own and _takes_back(predicate, statuses, grammar):
            yield verb.sent
            yield from sentences_before(verb.sent, 1)


def _takes_back(predicate: Predicate, statuses: Statuses, grammar: Grammar) -> bool:
    """ "Has been withdrawn", and not "may be", "was not" or by a state."""
    doc, words = statuses.graph.doc, grammar.words
    if predicate.negated or predicate.modal or predicate.conditional:
        return False
    who = (statuses.mentions.actors.get(head) for head in predicate.heads("subject"))
    if any(mention is not None and mention.kind != OUTLET for mention in who):
        return False
    things = {doc[head].lemma_.lower() for head in predicate.heads("object")}
    wrong = any(t.lemma_.lower() in words[ERROR] for t in doc[predicate.head].sent)
    return bool(things & words[PRINTED] or (wrong and things & words[MAY_BE]))
