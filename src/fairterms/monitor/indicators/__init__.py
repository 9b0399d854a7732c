"""Leading indicators: numbers that move months before the loss they warn of.

A value counts from the day it was received. What chance alone brings is drawn before anything is
called a change; where there are too few values, or too few people, that is said instead. Red opens
a review of the cause, never a penalty.
"""
