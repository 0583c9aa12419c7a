"""What the parser is known to misread, a file for each sort, in folders by what is misread.

`detente.reading.repaired` runs them in their order.
"""
