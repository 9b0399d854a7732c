"""What is on the table: the issues, their options, and where each side stands (positions.toml)."""
