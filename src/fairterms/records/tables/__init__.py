"""The catalogue of tables: one module each, with one constant, ``TABLE``."""
