"""How a whole group changed, in a declared unit of spread."""
