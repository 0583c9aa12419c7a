"""The graph and mentions in, what the text says of how two states stand out: assessments and disagreements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from detente.coding.roles.mentions import Mention, Mentions
from detente.coding.roles.roles import actors_of
from detente.coding.sources import Voices
from detente.coding.standing.status import Statuses
from detente.knowledge.relations import AssessmentRule, DisagreementRule, RelationTables
from detente.reading.graph import Graph, Predicate
from detente.reading.tokens import Doc, Token
from detente.records import Assessment, Attribution, Disagreement, Source, Span

Pair = tuple[str, str]
SIDES = ("between", "with", "poss", "mod", "of", "to", "subject", "among")
WHOSE = ("subject", "object")


def find_assessments(
    statuses: Statuses, attributions: Sequence[Attribution], voices: Voices, tables: RelationTables
) -> tuple[Assessment, ...]:
    """Stated views of a relation, in the order of the text; a relation without a pair of states gives nothing."""
    graph, mentions = statuses.graph, statuses.mentions
    found = []
    for noun in _nouns_of(tables.assessments, graph):
        for rule, at in _assessed(noun, graph, tables.assessments):
            pair = _pair(noun, graph, mentions) or _main_pair(mentions)
            if pair is not None:
                span = _around(noun.head, at, graph.doc)
                sources = _sources(span, attributions, voices)
                text = graph.doc.text[span.start : span.end]
                found.append(
                    Assessment(pair=pair, direction=rule.direction, text=text, span=span, sources=sources)
                )
    return tuple(sorted(dict.fromkeys(found), key=lambda a: a.span))


def find_disagreements(
    statuses: Statuses, attributions: Sequence[Attribution], voices: Voices, tables: RelationTables
) -> tuple[Disagreement, ...]:
    """What two states are said to disagree about, each topic by itself."""
    graph, mentions = statuses.graph, statuses.mentions
    found = []
    nouns = _nouns_of(tables.disagreements, graph)
    for rule in tables.disagreements if nouns else ():
        for noun in [n for n in nouns if n.lemma in rule.nouns]:
            pair = _pair(noun, graph, mentions) or _main_pair(mentions)
            if pair is None:
                continue
            for span in _topics(noun, rule, graph.doc):
                sources = _sources(span, attributions, voices)
                context = _context(span, graph.doc, tables)
                text = graph.doc.text[span.start : span.end]
                found.append(Disagreement(pair=pair, context=context, text=text, span=span, sources=sources))
    return tuple(sorted(dict.fromkeys(found), key=lambda d: d.span))


def _nouns_of(rules: Sequence[AssessmentRule | DisagreementRule], graph: Graph) -> list[Predicate]:
    """Those of a text that one of the rules is about; most texts have none."""
    nouns = {noun for rule in rules for noun in rule.nouns}
    return [p for p in graph.predicates.values() if p.lemma in nouns and p.pos == "noun"]


def _assessed(
    noun: Predicate, graph: Graph, rules: Sequence[AssessmentRule]
) -> Iterator[tuple[AssessmentRule, int]]:
    for rule in rules:
        if noun.lemma not in rule.nouns:
            continue
        described = [h for h in _descriptions(noun.head, graph) if graph.doc[h].lower_ in rule.adjectives]
        governed = [
            g.head
            for g in graph.governors.get(noun.head, ())
            if g.name in rule.on and graph.predicates[g.head].lemma in rule.verbs
        ]
        for head in (*described, *governed):
            yield rule, head


def _descriptions(head: int, graph: Graph) -> Iterator[int]:
    """Adjectives before the noun and those said of it with "be" or "remain"."""
    yield from graph.predicates[head].heads("mod")
    token = graph.doc[head]
    if token.dep_ == "nsubj":
        yield from (c.i for c in token.head.children if c.dep_ == "acomp")


def _pair(noun: Predicate, graph: Graph, mentions: Mentions) -> Pair | None:
    """The states named in the noun phrase, with the subject of its verb for the side that it leaves out."""
    countries: list[str] = []
    for name in SIDES:
        for head in noun.heads(name):
            countries += [a.country for a in actors_of(head, name, graph, mentions) if a.country]
    for governor in graph.governors.get(noun.head, ()):
        for head in graph.predicates[governor.head].heads(*WHOSE) if len(set(countries)) < 2 else ():
            countries += [a.country for a in actors_of(head, governor.name, graph, mentions) if a.country]
    return _as_pair(countries)


def _as_pair(countries: Sequence[str]) -> Pair | None:
    states = list(dict.fromkeys(countries))
    if len(states) != 2:
        return None
    first, second = sorted(states)
    return first, second


def _main_pair(mentions: Mentions) -> Pair | None:
    """The two states that the text names far more often than any third."""
    tables: tuple[dict[int, Mention], ...] = (dict(mentions.actors), dict(mentions.modifiers))
    counts = Counter(m.actor.country for table in tables for m in table.values() if m.actor.country)
    ranked = counts.most_common(3)
    if len(ranked) < 2 or (len(ranked) == 3 and ranked[2][1] * 2 > ranked[1][1]):
        return None
    return _as_pair([country for country, _ in ranked[:2]])


def _around(head: int, at: int, doc: Doc) -> Span:
    """From the word of assessment to the noun that it is said of, whichever comes first."""
    first, last = doc[min(head, at)], doc[max(head, at)]
    return Span(first.idx, last.idx + len(last))


def _sources(span: Span, attributions: Sequence[Attribution], voices: Voices) -> tuple[Source, ...]:
    covering = [a for a in attributions if any(s.start <= span.start < s.end for s in a.content)]
    return tuple(source for a in covering for source in voices.of(a) if source.kind != "unknown")


def _topics(noun: Predicate, rule: DisagreementRule, doc: Doc) -> Iterator[Span]:
    """The coordinated noun phrases after "over", read off the text since long lists are often misparsed."""
    heads = noun.heads(*rule.topic)
    if not heads:
        return
    start = doc[min(heads)].left_edge
    end = _end_of_list(doc[min(heads)], doc)
    item: list[Token] = []
    for token in (*doc[start.i : end], None):
        separates = (
            token is None or token.text in (",", ";") or (token.lower_ == "and" and token.dep_ == "cc")
        )
        if token is not None and not separates:
            item.append(token)
        elif item:
            yield Span(item[0].idx, item[-1].idx + len(item[-1]))
            item = []


def _end_of_list(first: Token, doc: Doc) -> int:
    """The first finite verb, or the end of the sentence, after the first topic."""
    sentence = first.sent
    for token in doc[first.i + 1 : sentence.end]:
        finite = token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.pos_ in ("VERB", "AUX")
        if finite or token.text in (".", "!", "?") or token.lower_ in ("which", "that", "who"):
            return token.i
    return sentence.end


def _context(span: Span, doc: Doc, tables: RelationTables) -> str:
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    found = [tables.contexts[t.lemma_.lower()] for t in tokens or () if t.lemma_.lower() in tables.contexts]
    return found[0] if found else "diplomatic"
