"""Trials of many people at once, for ``benchmarks/load.py``."""
