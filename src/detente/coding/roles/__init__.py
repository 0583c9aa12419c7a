"""Who fills the roles of an event: the mentions that its arguments stand for.

`completing` adds to the `mentions` what the event tables tell (`counting`); `roles` finds the actors of an argument, with
`belonging` and `no_side`, which say whose a noun is, or that it is somebody else or only a topic; `known` says of which
actors a state or a name is known; `participants` come last.
"""
