"""Raising a difference: until when the contract allows it, and the letter that does it."""
