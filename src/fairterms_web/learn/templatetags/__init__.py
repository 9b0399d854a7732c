"""Filters for the pages of learning."""
