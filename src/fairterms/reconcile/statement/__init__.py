"""What a plan says it owes: one record, whatever form it came in."""
