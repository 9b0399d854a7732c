"""One ledger for each room: every change leaves an entry, in the same transaction."""
