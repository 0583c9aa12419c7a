"""A text in, its tokens, syntax, times and graph out; nothing here knows who acts or what an event is.

First the text by itself (`readable`, `headlines`, `names`, and `gate` with `passing`), then its parse
(`syntax`, `reread` with the misreadings that are read a second time), then one document of plain tokens (`tokens`,
`plain`) that `repaired` and `reattached` mend by the steps of `repairs`.
"""
