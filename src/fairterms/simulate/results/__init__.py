"""What many simulated years say: chances, averages and bad years, each with its error.

Everything is in dollars a year and from the group's side: positive is good for the group, negative
is what it loses or owes. A figure that was sampled carries the error of having simulated a limited
number of years; the worst case the terms allow is not sampled but proved, by intervals.
"""
