"""Who did it and to whom, where a deed is told by a passive or a noun."""
