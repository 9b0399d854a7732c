"""One measure a module, one constant ``MEASURE`` in it; a measure's year is part of its name.

Each restates a published measure in our own words and rules; no steward's text is copied.
"""
