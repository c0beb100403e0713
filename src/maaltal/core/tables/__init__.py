"""Tables of figures with linear relations: what is true, where it is printed, and how few prints must be wrong.

The same sums carry apportionment: whole numbers that keep a table's margins (`transport`), and the fewest demands on
them that cannot hold together (`conflict`). `highs` is the one module here that calls the solver.
"""
