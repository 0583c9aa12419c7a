"""What the parser is known to misread, a file for each sort, in folders by what is misread.

`detente.reading.repaired` and `detente.reading.reattached` list them in the order in which they run; a repair says
beforehand which words and labels a text must have for it.
"""
