"""One stress a module, one constant ``STRESS`` in it; the sizes are our choice, and editable."""
