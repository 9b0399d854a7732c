"""What to ask for and at what price, what may be traded, and the log of what was said."""
