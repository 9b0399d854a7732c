"""Filled questionnaires: their scores, what is missing in them, and what cannot be right."""
