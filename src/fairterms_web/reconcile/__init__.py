"""The page Reconcile: the plan's statement beside ours, and the letter about it."""
