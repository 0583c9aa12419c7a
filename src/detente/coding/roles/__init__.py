"""Who fills the roles of an event: the mentions that its arguments stand for.

`completing` adds to the `mentions` what the event tables tell; `roles` finds the actors of an argument, with `belonging`,
`another` and `matters`, which say whose a noun is, that it is somebody else, or only a topic; `participants` come last.
"""
