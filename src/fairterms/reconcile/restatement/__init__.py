"""A statement that came again: what the plan changed in it, and what each change moves."""
