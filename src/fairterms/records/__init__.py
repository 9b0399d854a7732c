"""The only door for personal data: typed tables, their readers, and the test of a data feed."""
