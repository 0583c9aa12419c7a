"""The lines of a briefing -> Markdown, HTML, or what a terminal shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from detente.knowledge.files import BUILT_IN, read_table
from detente.knowledge.frames import Kind
from detente.outputs.brief.items import Brief
from detente.outputs.wording import day

if TYPE_CHECKING:
    from jinja2 import Environment

Form = Literal["markdown", "html", "terminal"]
_MARKUP = re.compile(r"([\\`*_\[\]<>#|])")


def render_brief(brief: Brief, form: Form) -> str:
    """The briefing as text; that for a terminal is the Markdown one, which `rich` draws."""
    name = "brief.html" if form == "html" else "brief.md"
    return environment(html=form == "html").get_template(name).render(brief=brief)


def environment(*, html: bool) -> Environment:
    """The templates of this folder; everything that comes from a report is escaped for HTML or Markdown."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415

    made = Environment(
        loader=PackageLoader("detente.outputs.brief"),
        autoescape=html,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    speech = {row.kind for row in read_table((BUILT_IN / "plover",), "kinds.csv", Kind) if row.speech}
    made.filters["day"] = day
    made.filters["md"] = lambda text: _MARKUP.sub(r"\\\1", text)
    made.filters["capital"] = lambda text: text[:1].upper() + text[1:]
    made.tests["speech"] = lambda item: item.kind in speech
    return made
