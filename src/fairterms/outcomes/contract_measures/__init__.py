"""Contract measures over a group's records: rates, and why each patient counts as they do."""
