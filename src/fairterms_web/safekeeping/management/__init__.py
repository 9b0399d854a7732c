"""Commands of those who run the workspace."""
