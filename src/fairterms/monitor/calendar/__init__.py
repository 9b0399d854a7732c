"""Days as contracts count them: business days, due days by rule, and the calendar file.

A due day is worked out from a rule that is written down, such as "30 days after the end of each
quarter". A rule that waits for something to happen gives no day until it has happened.
"""
