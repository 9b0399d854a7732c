"""The catalogue of instruments: one module each, with one constant, ``INSTRUMENT``.

A form's words stand here only where its licence allows; totals and answers are scored without.
"""
