"""Whether a health plan is a partner: structured questions, each with evidence to ask for.

A plan is not scored. Each question is answered with evidence, open, or a warning.
"""
