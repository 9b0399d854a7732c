"""Reports without a name: what came in, who may read it, and what became of it."""
