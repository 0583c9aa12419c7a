"""What changed in dossiers, for somebody who reads it over coffee: Markdown, HTML or a terminal."""

from detente.outputs.brief.items import Brief, Item, brief_of
from detente.outputs.brief.render import render_brief

__all__ = ["Brief", "Item", "brief_of", "render_brief"]
