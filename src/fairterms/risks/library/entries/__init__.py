"""One risk a module, one constant ``RISK`` in it; the module is named by what may happen."""
