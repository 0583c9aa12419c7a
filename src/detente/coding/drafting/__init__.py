"""Drafts of events: kind, status and sides, before their time, place and claims are known.

`drafts` makes one of each match and of each act that an operator makes (`acts`); `bare` adds those whose content is no
event that we know. The others say which of the drafts of one clause stand.
"""
