"""A risk exists only against an objective, and its numbers are estimates with a basis.

Estimates are kept for ever: a new one supersedes the old. A control earns credit when it is proven.
Colours on a map are derived from numbers, never typed; risks are ranked by loss.
"""
