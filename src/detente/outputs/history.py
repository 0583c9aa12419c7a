"""A dossier with its state and changes -> its whole history on the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from detente.dossiers.records import Account, Change, Dossier, Offer, State, Voice
from detente.outputs.dossiers import by_hand, change_line, dated, status
from detente.outputs.wording import NOT_KNOWN, day, names, shown, when, where

VOICES = 6  # of one sort in a list; the history has them all


def render_dossier(
    dossier: Dossier, state: State | None, changes: Sequence[Change], *, sources: bool = False
) -> RenderableType:
    """What is believed, how it came to that day by day, who says what, and on request the reports behind it."""
    parts: list[RenderableType] = []
    if state is None:
        parts.append(Text("Nothing of it had been reported by then.", style="italic"))
    else:
        parts += [*_head(dossier, state), *_history(changes, state), *_parts(state), *_said(state)]
    if sources:
        parts += _reports(dossier)
    return Group(*parts)


def _head(dossier: Dossier, state: State) -> Iterator[RenderableType]:
    yield Text.assemble((shown(state.title), "bold"), (f"  {dossier.id}", "dim"))
    line = status(state.status)
    if state.status_since:
        line.append(f" since {day(state.status_since)}", style="not bold")
    yield line.append(f", as believed on {day(state.as_of)}", style="not bold dim")
    if state.overruled:
        ruling = state.overruled
        told = f"{by_hand(ruling.who, ruling.why)}; by the reports {ruling.reported.replace('_', ' ')}"
        since = f" since {day(ruling.reported_since)}" if ruling.reported_since else ""
        yield Text(f"{told}{since}", style="cyan")
    yield Text()
    table = _grid(9)
    table.add_row(Text("who", style="dim"), _who(state))
    table.add_row(Text("when", style="dim"), _known(when(state.time), state.unknown.get("time")))
    if state.place:
        table.add_row(Text("where", style="dim"), Text(where(state.place)))
    if state.type:
        code = " ".join(part for part in (state.type, state.mode) if part)
        table.add_row(Text("code", style="dim"), Text(code))
    table.add_row(Text("reports", style="dim"), Text(_counted(state)))
    yield Padding(table, (0, 0, 0, 2))


def _who(state: State) -> Text:
    if state.reciprocal:
        text = Text(" ↔ ".join(shown(actor.name) for actor in state.actors) or NOT_KNOWN)
    else:
        text = Text(f"{names(state.actors)} → {names(state.recipients)}")
    for word, certainty in (("with", "definite"), ("perhaps", "potential")):
        people = [person for person in state.participants if person.certainty == certainty]
        if people:
            text.append(f"; {word} {names(people)}", style="dim")
    return text


def _known(value: str, reason: str | None) -> Text:
    if value != NOT_KNOWN:
        return Text(value)
    return Text.assemble((NOT_KNOWN, "italic"), (f" ({shown(reason)})" if reason else "", "dim"))


def _counted(state: State) -> str:
    text = f"{state.reports}, from {state.independent_sources} with word of their own"
    return f"{text}; {state.copies} copied" if state.copies else text


def _history(changes: Sequence[Change], state: State) -> Iterator[RenderableType]:
    """The acts of an incident are told apart by their titles."""
    yield from _rule("day by day")
    for change in changes:
        table = _grid(11)
        line = change_line(change, with_title=bool(state.parts), with_id=False)
        table.add_row(Text(day(change.day), style="bold"), line)
        yield Padding(table, (0, 0, 0, 2))


def _parts(state: State) -> Iterator[RenderableType]:
    if state.parts:
        yield from _rule("with it")
    for part in state.parts:
        line = Text.assemble(status(part.status), f"  {shown(part.title)}")
        if part.since:
            line.append(f"  {day(part.since)}", style="dim")
        yield Padding(line, (0, 0, 0, 2))
        if part.voice:
            yield Padding(_voice(part.voice), (0, 0, 0, 2))


def _said(state: State) -> Iterator[RenderableType]:
    yield from _offers("dates on offer", state.offers)
    yield from _offers("dates taken back", state.earlier_plans)
    for title, voices in (
        ("confirmed by", state.confirmations),
        ("denied by", state.denials),
        ("no word from", state.silent),
        ("because", state.causes),
        ("what came of it", (state.outcome,) if state.outcome else ()),
    ):
        if voices:
            yield from _rule(title)
            yield from (_voice(voice) for voice in voices[:VOICES])
    for contradiction in state.contradictions:
        yield from _rule(f"contradicted: {contradiction.about}")
        yield Padding(Text(" / ".join(map(dated, contradiction.values)), style="magenta"), (0, 0, 0, 2))
        yield from (_voice(voice) for voice in contradiction.voices[:VOICES])
    reasons = [(field, reason) for field, reason in sorted(state.unknown.items()) if field != "time"]
    if reasons:
        yield from _rule("not known")
        yield from (Padding(Text(f"{field}: {shown(reason)}"), (0, 0, 0, 2)) for field, reason in reasons)


def _offers(title: str, offers: Sequence[Offer]) -> Iterator[RenderableType]:
    if not offers:
        return
    yield from _rule(title)
    for offer in offers:
        line = Text.assemble((when(offer.time), "bold"), "  ", status(offer.status))
        if offer.first:
            line.append(f"  {_days(offer.first, offer.last)}", style="dim")
        line.append(f"\n{_by(offer.voices)}", style="cyan")
        yield Padding(line, (0, 0, 0, 2))


def _days(first: str, last: str | None) -> str:
    return f"said {day(first)}" if last in (None, first) else f"said {day(first)} to {day(last or first)}"


def _by(voices: Sequence[Voice]) -> str:
    return ", ".join(dict.fromkeys(shown(voice.source.name) for voice in voices))


def _voice(voice: Voice) -> RenderableType:
    line = Text.assemble((shown(voice.source.name), "cyan"))
    where_said = [shown(voice.outlet)] if voice.outlet and voice.outlet != voice.source.name else []
    where_said += [day(voice.published)] if voice.published else []
    line.append(f"  {', '.join(where_said)}", style="dim")
    line.append(f"\n“{shown(voice.words or voice.sentence).strip()}”", style="dim")
    return Padding(line, (0, 0, 0, 2))


def _reports(dossier: Dossier) -> Iterator[RenderableType]:
    yield from _rule("reports")
    why = {placement.account: placement.reasons for placement in dossier.placements}
    for account in dossier.accounts:
        line = Text.assemble(
            (day(account.published) if account.published else "undated", "bold"),
            f"  {shown(account.outlet or 'outlet not known')}",
            (f"  {shown(account.title or '')}", "dim"),
        )
        line.append(f"\n{account.id}", style="dim")
        if account.url:
            line.append(f"\n{shown(account.url)}", style="dim underline")
        for note in (*_notes(account), *why.get(account.id, ())):
            line.append(f"\n{shown(note)}", style="italic")
        yield Padding(line, (0, 0, 0, 2))


def _notes(account: Account) -> Iterator[str]:
    if account.copy_of:
        yield f"a copy of {account.copy_of}"
    if account.superseded:
        yield f"corrected on {day(account.superseded)}: no longer counts"


def _rule(title: str) -> Iterator[RenderableType]:
    yield Text()
    yield Rule(Text(title, style="dim"), align="left", style="bright_black")


def _grid(width: int) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=width, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    return table
