"""Numbers that can be moved, what moving them does, and what is kept of it."""
