"""The catalogue of acceptance rules: one module each, with one constant, ``RULE``.

A rule is a question in SQL about one feed. Its answer is row numbers and a reason, never a value.
"""
