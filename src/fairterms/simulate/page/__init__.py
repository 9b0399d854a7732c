"""The pages on the years that may come: every figure with its error, every assumption named."""
