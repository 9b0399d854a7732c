"""Programs that look after the ledgers."""
