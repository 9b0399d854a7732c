"""The page Audit: programme, engagements, working papers, findings and what became of them."""
