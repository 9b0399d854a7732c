"""The page of released evidence: asked for, approved by two, shown or given, and destroyed."""
