"""The parts of `told` that fill in who acts and whom an act is aimed at, from what is told around it.

`filling` lists the steps in their order; each folder holds those about one matter, `looking` what they look at.
"""
