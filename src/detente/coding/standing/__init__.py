"""How an event stands by its own words and by the operators over it.

`status` names the order: `moods` and `shapes` read the predicate by itself, `modifying` what describes it, `governing`
finds the operators over it, and `composing` puts these together. `standing`, with `standings`, `things`, `there`
and `set_aside`, is only for words that are asked for by themselves (`exact`).
"""
