"""What is told aloud or shown, and files with an owner's mark: summaries due, marks that travel."""
