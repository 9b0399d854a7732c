"""Who owes what to whom by when: proposed from the text, confirmed by a person, then tracked.

An obligation binds either side alike. What became of it is an event; events are only ever added,
and whether something is late follows from the rule and the events, and is never typed.
"""
