"""What a name or a server says that a file is -> the form in which it is read."""

from __future__ import annotations

FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".rss": "feed",
    ".atom": "feed",
    ".parquet": "parquet",
    ".mbox": "mbox",
    ".eml": "mail",
}
NAMED = {
    ".csv": "csv",
    ".tsv": "csv",
}  # read when they are named; in a folder of articles they are other tables
MEDIA_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "text",
    "application/json": "jsonl",
    "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
}


def form_of(media_type: str | None) -> str | None:
    """The form of what a server sends; None to find out by looking."""
    return MEDIA_TYPES.get(media_type or "")
