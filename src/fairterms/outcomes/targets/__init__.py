"""Baselines, benchmarks, fair targets, and pilots."""
