"""A read text in, the events of its report out: who acts, which rules fit, how it stands, and what of it is told.

The folders make drafts of events; `told` fills in their sides and leaves out what is no event of its own; `events` puts
time, place, claims, links and PLOVER's code to the rest, each by a file beside it (`when`, `where`, `claims`, `links`,
`plover`). `relations` finds views of two states and `explain` says how a report came about.
"""
