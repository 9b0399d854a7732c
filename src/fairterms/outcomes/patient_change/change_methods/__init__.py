"""The catalogue of methods of judging change, one module each.

A method turns a declaration and two scores into an index that grows with improvement. What differs
between them is what a change is compared with, and how much of it is put down to chance.
"""
