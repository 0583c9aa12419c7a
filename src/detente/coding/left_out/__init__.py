"""The parts of `told` that say why a draft is no event of its own.

In the order in which `told` asks: by itself (`by_nature`, `describing`, `unwanted` ...), beside others of its
text (`remembered`, `only_named`, `twice`), as the content of one that is kept (`content` lists those by what holds it:
`purposes`, `worded`, `terms_of_agreement` ...), and, when all sides are known, told again (`retold`).
"""
