"""One question about the plan a module, one constant ``QUESTION`` in it."""
