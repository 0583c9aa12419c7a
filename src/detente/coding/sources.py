"""An attribution in, its sources out: who they are where the text names them, else their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from detente.coding.attribution import source_heads
from detente.coding.roles.mentions import Mention, Mentions
from detente.reading.tokens import Doc, Token
from detente.records import Attribution, Source, SourceKind, Span

KINDS: dict[str, SourceKind] = {
    "state": "state",
    "body": "body",
    "person": "person",
    "organisation": "organisation",
    "outlet": "outlet",
    "group": "anonymous",
}
OFFICIAL, SINGULAR = frozenset({"GOV", "MIL", "COP", "JUD"}), ("NN", "NNP")


@dataclass(frozen=True, kw_only=True)
class Voices:
    """What sources are looked up in; `outlet` is the document's own, `outlet_nouns` are words such as "daily"."""

    doc: Doc
    mentions: Mentions
    outlet: str | None
    outlet_nouns: frozenset[str]

    def of(self, attribution: Attribution) -> tuple[Source, ...]:
        """The attribution's sources, each once."""
        heads = [h for h in source_heads(self.doc, attribution) if h in self.mentions.actors]
        found = [s for h in heads for s in self._those_of(self.mentions.actors[h], h, attribution)]
        return tuple(dict.fromkeys(found)) or tuple(self._unresolved(attribution))

    def own(self) -> Source:
        """The document's outlet; one that is not known is said to be unknown."""
        return Source(
            name=self.outlet or "the document's own voice", kind="outlet" if self.outlet else "unknown"
        )

    def _those_of(self, mention: Mention, head: int, attribution: Attribution) -> Iterator[Source]:
        """One, or each of those that "both governments" stands for."""
        for actor in mention.several or (mention.actor,):
            yield self._resolved(replace(mention, actor=actor), head, attribution)

    def _resolved(self, mention: Mention, head: int, attribution: Attribution) -> Source:
        actor = mention.actor
        people = (
            mention.kind in ("person", "group") or self.doc[head].pos_ == "NOUN"
        )  # "two Western diplomats"
        by_office = not attribution.anonymous and self._speaks_by_office(mention, head)
        unnamed = mention.anonymous or (attribution.anonymous and people)
        at = Span(self.doc[head].idx, self.doc[head].idx + len(self.doc[head]))
        span = next((s for s in attribution.source if s.start <= at.start < s.end), actor.span or at)
        return Source(
            name=self._words(span) if unnamed else actor.name,
            kind="anonymous" if unnamed and not by_office else KINDS[mention.kind],
            id=None if unnamed else actor.id,
            country=actor.country,
            span=span if unnamed else actor.span or at,
        )

    def _speaks_by_office(self, mention: Mention, head: int) -> bool:
        """ "Sylvania's foreign minister", "a spokesman for the king": who it is, the office tells without a name."""
        official = mention.actor.country and OFFICIAL & set(mention.actor.sectors)
        return bool(official) and mention.kind == "person" and self.doc[head].tag_ in SINGULAR

    def _unresolved(self, attribution: Attribution) -> Iterator[Source]:
        for span in attribution.source[:1]:
            tokens = self.doc.char_span(span.start, span.end, alignment_mode="expand") or ()
            outlet = [t for t in tokens if t.lemma_.lower() in self.outlet_nouns]
            name = _name_after(outlet[-1]) if outlet else None
            kind: SourceKind = "outlet" if name else "anonymous" if attribution.anonymous else "unknown"
            yield Source(name=name or self._words(span), kind=kind, span=span)

    def _words(self, span: Span) -> str:
        """The source as told, without its determiner, up to the first comma: "two diplomats familiar with it"; by his name
        if one is set beside it: "its spokesman, Colonel Rudolf Rassendyll"."""
        tokens = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None:
            return self.doc.text[span.start : span.end]
        beside = (c for c in tokens.root.rights if c.dep_ == "appos" and c.pos_ == "PROPN")
        name = next((c for c in beside if c.right_edge.idx < span.end), None)
        if name is not None:
            tokens = self.doc.span(name.left_edge.i, name.right_edge.i + 1)
        start = 1 if tokens[0].tag_ in ("DT", "PDT") and len(tokens) > 1 else 0
        end = next((i for i, t in enumerate(tokens) if i > start and t.text in (",", "(", ";")), len(tokens))
        return self.doc.span(tokens.start + start, tokens.start + end).text.strip()


def _name_after(noun: Token) -> str | None:
    """ "the Portuguese broadcaster Rádio Farol": the capitalised words after the noun."""
    words: list[str] = []
    for token in noun.doc[noun.i + 1 :]:
        if not token.text[:1].isupper():
            break
        words.append(token.text)
    return " ".join(words) or None
