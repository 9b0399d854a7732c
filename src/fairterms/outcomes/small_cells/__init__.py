"""Small cells: what counts 1 to 10 people is seen only in the group's own room.

Hiding the small number is not enough: a sum shown beside it gives it back. A release is safe when
every hidden small count could be any of the numbers it could be if nothing but zeros were shown.
"""
