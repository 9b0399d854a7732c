"""What the group's own records say: whole in the group's room, protected in every other.

Which page a room gets is decided by the room's kind alone, twice: the work in another room never
makes the whole page, and this app never looks for it there.
"""
