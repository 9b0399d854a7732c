"""Signals: one file for each pattern worth asking about, the provider's and the plan's alike."""
