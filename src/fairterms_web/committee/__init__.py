"""The page of the audit committee: its seats, motions, votes and sealed minutes."""
