"""What is done against a risk, and whether it is known to work.

A control claims an effect on one impact: it leaves a share of the events, or of each event's loss.
What is claimed and what tests have proven are kept apart and shown side by side.
"""
