"""Signatures work in every test of the ledger, with the library or with its twin."""

from tests.ledger.ed25519_twin import signatures

__all__ = ["signatures"]
