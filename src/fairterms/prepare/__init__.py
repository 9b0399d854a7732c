"""Before the signature: is the group ready, is the plan a partner, and what does the work cost."""
