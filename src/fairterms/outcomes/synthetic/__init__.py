"""Made-up psychotherapy groups: nobody in them exists, and what is true of them is known.

A world is a set of declared numbers. From a world, a seed and the faults planted in it come tables
like those of a real group, and, stored apart from them, the truth that an analysis should find.
"""
