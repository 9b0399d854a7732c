"""The catalogue of checks: one module each, found by listing this folder.

A check is a constant ``CHECK`` of type :class:`fairterms.review.check.Check`. It knows no other
check; what checks share in reading a text lies in the modules of the folder above.
"""
