"""What holds outside any one deal: laws, instruments, measures and, later, lessons.

A fact stands in one file, with its source, its dates and the day it was last checked.
"""
