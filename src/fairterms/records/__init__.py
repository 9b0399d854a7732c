"""The only door for personal data: typed tables, their readers, and the test of a data feed.

A feed is a file for one table. Reading it gives three things and nothing else: rows in the store,
rows set aside with a reason, and a report. No message names a person; it gives row numbers.
"""
