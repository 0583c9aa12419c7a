"""Who fills the roles of an event: the mentions that its arguments stand for."""
