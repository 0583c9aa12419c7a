"""A document in, a report out: the stages in their order, and the `Coder` that runs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from itertools import compress
from pathlib import Path
from typing import Any

from spacy.language import Language

from detente.batches import batches
from detente.coding.actors import mention_all, name_persons
from detente.coding.actors.home import home_of
from detente.coding.actors.interviewed import interview_of
from detente.coding.actors.years import infer_publication
from detente.coding.attribution import find_attributions
from detente.coding.drafting.bare import with_bare_acts
from detente.coding.drafting.drafts import draft_events
from detente.coding.events import (
    assemble_events,
    attributions_that_say,
    call_by_name,
    claim_events,
    find_voices,
    time_events,
)
from detente.coding.exact.word import exactly, finer
from detente.coding.explain import Trace, explain
from detente.coding.labelled_off import with_labelled_off
from detente.coding.matching.frames import match_frames
from detente.coding.references import find_references, what_is_referred_to
from detente.coding.relations import find_assessments, find_disagreements
from detente.coding.roles.completing import complete_mentions
from detente.coding.standing.standing import standing
from detente.coding.standing.standings import FACT
from detente.coding.standing.status import Statuses, find_statuses
from detente.coding.still_to_come import with_plans_named_again
from detente.coding.told import tell
from detente.coding.withdrawn import with_withdrawn
from detente.collection import no_collection
from detente.documents.fields import checked, document_id
from detente.knowledge.load import Knowledge, load_knowledge
from detente.reading.calendars.dating import attach_times_and_entries, find_times_and_entries
from detente.reading.calendars.entries import find_calendar
from detente.reading.calendars.noted import with_calendar
from detente.reading.gate import load_gate
from detente.reading.graph import build_graph
from detente.reading.headlines import lower_headlines
from detente.reading.names import find_names_in
from detente.reading.passing import GATED, blank, passed_over
from detente.reading.places import Placed, moved_back
from detente.reading.plain import read_tokens
from detente.reading.readable import blank_address, blank_boilerplate, quiet
from detente.reading.repaired import repaired, repaired_many
from detente.reading.reread import reread, reread_many
from detente.reading.syntax import keep_whole, load_model, model_version, parse_blocks, parse_many
from detente.reading.undamaged import plain_text, undamaged
from detente.records import Document, Report, Span, Status, Uncoded, Versions
from detente.stages import Stage, check_order, run_stages, run_stages_many
from detente.tables import give_tables

GIVEN = (
    "text", "published", "outlet", "nlp", "actor tables", "boilerplate", "calendar words", "cues", "event nouns", "grammar",
    "headline words", "lexicon", "plover", "relations", "repairs", "reread words", "short forms", "strings", "time tables",
)  # fmt: skip

OF_RELATIONS = ("statuses", "attributions", "voices", "relations")

OPENING = (
    Stage(gives="placed", needs=("text", "headline words", "actor tables"), run=undamaged),
    Stage(gives="plain", needs=("placed",), run=plain_text),
    Stage(gives="cleared", needs=("plain", "boilerplate"), run=blank_boilerplate),
    Stage(gives="unaddressed", needs=("cleared", "actor tables"), run=blank_address),
    Stage(gives="readable", needs=("unaddressed", "short forms"), run=quiet),
    Stage(gives="names", needs=("readable", "actor tables"), run=find_names_in),
    Stage(gives="calendar", needs=("readable", "names", "published", "calendar words"), run=find_calendar),
)

AFTER_THE_GATE = (
    Stage(gives="lowered", needs=("readable", "names", "headline words"), run=lower_headlines),
    Stage(gives="parsed", needs=("lowered", "nlp", "calendar"), run=parse_blocks, run_many=parse_many),
    Stage(
        gives="reread",
        needs=("parsed", "nlp", "reread words", "headline words"),
        run=reread,
        run_many=reread_many,
    ),
    Stage(gives="tokens", needs=("reread", "strings"), run=read_tokens),
    Stage(gives="repaired", needs=("tokens", "repairs"), run=repaired, run_many=repaired_many),
    Stage(gives="doc", needs=("repaired", "calendar"), run=with_calendar),
    Stage(gives="times", needs=("doc", "published", "time tables"), run=find_times_and_entries),
    Stage(gives="attached", needs=("doc", "times"), run=attach_times_and_entries),
    Stage(gives="graph", needs=("doc", "grammar", "event nouns"), run=build_graph),
    Stage(gives="home", needs=("outlet", "published", "actor tables"), run=home_of),
    Stage(gives="persons", needs=("doc", "names", "published", "actor tables", "home"), run=name_persons),
    Stage(gives="interview", needs=("persons",), run=interview_of),
    Stage(gives="attributions", needs=("doc", "cues", "interview"), run=find_attributions),
    Stage(gives="saying", needs=("attributions", "cues"), run=attributions_that_say),
    Stage(gives="named", needs=("persons", "attributions", "interview"), run=mention_all),
    Stage(gives="mentions", needs=("named", "doc", "lexicon", "actor tables"), run=complete_mentions),
    Stage(gives="years", needs=("persons", "published", "actor tables"), run=infer_publication),
    Stage(gives="matches", needs=("graph", "mentions", "lexicon", "times"), run=match_frames),
    Stage(
        gives="statuses",
        needs=("graph", "mentions", "lexicon", "matches", "attached", "published"),
        run=find_statuses,
    ),
    Stage(gives="framed", needs=("matches", "statuses"), run=draft_events),
    Stage(gives="drafts", needs=("framed", "statuses"), run=with_bare_acts),
    Stage(gives="kept", needs=("drafts", "matches", "statuses", "saying", "attached", "published"), run=tell),
    Stage(gives="standing", needs=("kept", "statuses", "attached"), run=with_plans_named_again),
    Stage(gives="labelled", needs=("standing", "statuses", "grammar"), run=with_labelled_off),
    Stage(gives="told", needs=("labelled", "statuses", "grammar"), run=with_withdrawn),
    Stage(gives="timing", needs=("told", "statuses", "attached", "published"), run=time_events),
    Stage(gives="voices", needs=("doc", "mentions", "grammar", "outlet"), run=find_voices),
    Stage(gives="claims", needs=("told", "attributions", "saying", "voices", "grammar"), run=claim_events),
    Stage(gives="assessments", needs=OF_RELATIONS, run=find_assessments),
    Stage(gives="disagreements", needs=OF_RELATIONS, run=find_disagreements),
    Stage(
        gives="assembled",
        needs=("told", "timing", "claims", "statuses", "plover", "relations"),
        run=assemble_events,
    ),
    Stage(gives="events", needs=("assembled", "actor tables"), run=call_by_name),
    Stage(gives="referred", needs=("told",), run=what_is_referred_to),
    Stage(gives="referred timing", needs=("referred", "statuses", "attached", "published"), run=time_events),
    Stage(
        gives="referred claims",
        needs=("referred", "attributions", "saying", "voices", "grammar"),
        run=claim_events,
    ),
    Stage(
        gives="referred events",
        needs=(
            "referred",
            "referred timing",
            "referred claims",
            "statuses",
            "plover",
            "relations",
        ),
        run=assemble_events,
    ),
    Stage(gives="references", needs=("referred", "referred events", "statuses"), run=find_references),
)

STAGES = (*OPENING, *AFTER_THE_GATE)


class Coder:
    """Codes documents; loads the language model and the knowledge once.

    knowledge: a folder of the user's own files, laid over ours. model: an installed spaCy pipeline.
    precise: find only the attributions whose cues seldom err, rather than all.
    gate: pass over the sentences that hold the words of no event rule without reading their syntax; their times and
    attributions are then not in the report, which says in `uncoded` what was passed over.
    Raises `KnowledgeError` or `ModelError` when one of them cannot be used.
    """

    def __init__(
        self,
        knowledge: Path | str | None = None,
        model: str | None = None,
        *,
        loaded: Knowledge | None = None,
        precise: bool = False,
        gate: bool = False,
    ) -> None:
        check_order(STAGES, given=GIVEN)
        self.knowledge = loaded or load_knowledge(None if knowledge is None else Path(knowledge))
        self.nlp: Language = load_model(model)
        keep_whole(self.nlp, self.knowledge.grammar.words["abbreviated titles"])
        self.versions = Versions(
            detente=version("detente"), model=model_version(self.nlp), knowledge=self.knowledge.digest
        )
        self._given: Mapping[str, Any] = give_tables(
            self.knowledge, self.nlp, own_model=model is not None, precise=precise
        )
        self._gate = load_gate(self.knowledge, self.nlp) if gate else None

    def layers(self, document: Document) -> dict[str, Any]:
        """All layers of a document by name, for whoever wants to see how its report came about."""
        return run_stages(STAGES, self._given_for(checked(document)))

    def code(self, document: Document) -> Report:
        """The report of a document. Raises `DocumentError` for what is no document, or for a day that is none."""
        return next(self.code_many([document]))

    def code_many(self, documents: Iterable[Document]) -> Iterator[Report]:
        """The reports in the order of the documents: what `code` gives for each, in less time.

        Raises what `code` raises, before the first report of the batch that the document is in.
        """
        for batch in batches(checked(document) for document in documents):
            yield from self._code_batch(batch)

    @no_collection()  # what a text ties together it unties itself
    def _code_batch(self, batch: Sequence[Document]) -> list[Report]:
        given = [self._given_for(document) for document in batch]
        opened = run_stages_many(OPENING, given)
        passed = [self._pass_over(layers) for layers in opened]
        to_read = [self._gate is None or bool(layers["readable"].strip()) for layers in opened]
        read = iter(run_stages_many(AFTER_THE_GATE, compress(opened, to_read)))
        done = [next(read) if reads else layers for layers, reads in zip(opened, to_read, strict=True)]
        return list(map(self._finish, batch, done, passed))

    def _finish(self, document: Document, layers: dict[str, Any], over: Sequence[Uncoded]) -> Report:
        if "doc" not in layers:  # nothing of it was to be read
            return self._report(document, layers["placed"], uncoded=over)
        report = self.report_of(document, layers, passed_over=over)
        layers["doc"].part()
        return report

    def _pass_over(self, layers: dict[str, Any]) -> tuple[Uncoded, ...]:
        """With a gate, blanks out of the text what need not be read, and says so."""
        if self._gate is None or layers["calendar"] is not None:
            return ()  # its headings hold no event and say when
        over = passed_over(layers["readable"], layers["names"], self._gate)
        layers["readable"] = blank(layers["readable"], over)
        return tuple(Uncoded(span=span, reason=GATED) for span in over)

    def _given_for(self, document: Document) -> dict[str, Any]:
        own = {name: getattr(document, name) for name in ("text", "published", "outlet")}
        return {**self._given, **own}

    def trace(self, document: Document) -> Trace:
        """The report with all that was seen on the way to it."""
        layers = self.layers(document)
        return explain(self.report_of(document, layers), layers["statuses"], layers["matches"])

    def report_of(
        self, document: Document, layers: Mapping[str, Any], *, passed_over: Sequence[Uncoded] = ()
    ) -> Report:
        """The report that a document's layers amount to, and what of it the gate passed over."""
        uncoded = sorted((*passed_over, *layers["told"].uncoded), key=lambda one: one.span)
        return self._report(
            document,
            layers["placed"],
            events=layers["events"],
            references=layers["references"],
            times=layers["times"],
            attributions=layers["attributions"],
            assessments=layers["assessments"],
            disagreements=layers["disagreements"],
            uncoded=tuple(uncoded) if passed_over else layers["told"].uncoded,
            published_inferred=layers["years"],
        )

    def _report(self, document: Document, placed: Placed, **found: Any) -> Report:
        report = Report(
            id=document_id(document.text),
            source_id=document.source_id,
            title=document.title,
            outlet=document.outlet,
            url=document.url,
            published=document.published,
            text=document.text,
            versions=self.versions,
            **found,
        )
        return moved_back(report, placed)

    def statuses(self, document: Document, heads: Sequence[Span]) -> tuple[Status, ...]:
        """Where the event that each of these words would name stands, as events are coded, and as exactly as its
        sentence says."""
        statuses, words, layers = self._words(document, heads)
        exact = partial(exactly, statuses, layers["attached"], document.published)
        return tuple("occurred" if w is None else exact(w, statuses.readings(w)[0].status) for w in words)

    def standings(self, document: Document, heads: Sequence[Span]) -> tuple[tuple[Status, str], ...]:
        """Where what each of these words names stands by itself, and how sure it is: CT, PR, PS, or Uu of what is
        asked, wanted or owed."""
        statuses, words, layers = self._words(document, heads)
        found = (FACT if word is None else standing(statuses, word) for word in words)
        return tuple(
            one
            if word is None
            else finer(one, exactly(statuses, layers["attached"], document.published, word, one[0]))
            for word, one in zip(words, found, strict=True)
        )

    def _words(
        self, document: Document, heads: Sequence[Span]
    ) -> tuple[Statuses, tuple[int | None, ...], dict[str, Any]]:
        layers = self.layers(document)
        doc, statuses = layers["doc"], replace(layers["statuses"], consumed={})  # no role matters here
        placed: Placed = layers["placed"]
        spans = (doc.char_span(*placed.forth(head), alignment_mode="expand") for head in heads)
        return statuses, tuple(span.root.i if span is not None else None for span in spans), layers
