"""The goals of both sides, side by side: shared, of one side only, or in conflict.

A goal without a measure, a target, a day and an owner cannot be kept or missed; it is shown as not
yet measurable.
"""
