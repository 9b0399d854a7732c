"""Long work: asked for on a page, done by the worker, told step by step, never lost by a restart."""
