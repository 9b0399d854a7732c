"""Providers beside each other: case mix, chance, small numbers, and how sure a place is."""
