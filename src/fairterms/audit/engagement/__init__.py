"""An audit as it is planned, carried out, reported and followed up: one text that only grows.

What was asked, who looked, what they saw, what each side answers and whether it was put right
stand in ``audit.toml`` of a deal folder. Nothing in it is changed later; a better word is a further
entry.
"""
