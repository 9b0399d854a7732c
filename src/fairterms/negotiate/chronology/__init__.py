"""The chronology: what the log of the talks holds, as a page for counsel or a regulator.

It states who said what to whom and when, what shows it, and what became of it. What the group
suspects is not in it.
"""
