"""Numbers with their units, rounding, periods, problems, sources and findings: the ground floor."""
