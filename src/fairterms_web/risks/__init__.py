"""What may go wrong: the register with its numbers, what the library proposes, and its file."""
