"""Who signs in: one person, one account; what they may see is said by the rooms."""
