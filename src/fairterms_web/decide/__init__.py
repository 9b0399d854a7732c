"""The answer, what it rests on, and how it came to be: every earlier answer can be opened again."""
