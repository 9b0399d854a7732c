"""What holds outside any one deal: laws and, later, instruments, measures and lessons.

A fact stands in one file, with its source, its dates and the day it was last checked.
"""
