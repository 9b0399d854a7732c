"""Long work: asked for on a page, done by the worker, told step by step, not lost by a restart."""
