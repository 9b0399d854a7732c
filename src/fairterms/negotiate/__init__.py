"""Turn findings and forecasts into a position: what to ask for, what to give, and when to leave.

What is cheap to one side and dear to the other is traded; both sides' worths are dollars a year.
"""
