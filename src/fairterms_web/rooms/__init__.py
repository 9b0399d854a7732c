"""Rooms and walls: who may enter which room of a deal, until when, and what for.

A wall is a rule about fetching: nothing comes out of the database but through the rooms that the
one who asks may enter now.
"""
