"""A trial run: the same made-up years lived through under terms and assumptions somebody moves.

Everything slow is ``prepared`` once for a deal. ``sliders`` says what may be moved and how far, a
``case`` is the deal with some of them moved, and ``run`` settles it on few years at once or on the
report's years in the background. Both sides of every comparison share their years, so a small
change shows; unchanged settings give the report's own figures.
"""
