"""Commands that start the workspace and look after it."""
