"""The course to expect of a patient, who is off it, and how well a rule that says so did before."""
