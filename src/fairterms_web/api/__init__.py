"""The workspace for other programs: what the pages can do, by a token, never more than its owner."""
