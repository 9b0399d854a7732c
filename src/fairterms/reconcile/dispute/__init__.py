"""Raising a difference: until when the contract lets the group do so, and the letter that does it."""
