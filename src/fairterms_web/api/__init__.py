"""The workspace for other programs: what its pages can do, by a token and never beyond it."""
