"""Drafts of events: kind, status and sides, before their time, place and claims are known."""
