"""What the parser is known to misread, a file for each sort; `detente.reading.repaired` runs them in their order."""
