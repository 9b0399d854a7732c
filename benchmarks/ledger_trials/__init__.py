"""Trials of the workspace's ledgers, for ``benchmarks/ledger_store.py``."""
