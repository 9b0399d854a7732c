"""Chance that can be asked again: every draw has a key, so order, shards and threads move nothing.

A patient's number belongs to a seed, a stream, a year and a place in the roster. Leaving the
roster moves nobody else's number, and a change of one factor leaves every other factor's draws
alone.
"""
