"""The page of a group's results: one module a section, each a list of blocks."""
