"""The lessons as notebooks: built from the same text and starter, judged by the same check.

`building` makes them, `executing` runs them, `kernel` is what their cells use. In the first cell of a notebook stands
`from shared.notebooks.kernel import ...`.
"""
