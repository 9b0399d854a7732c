"""What "not there" means for each term of each payment model: one module a model."""
