"""What outlives a bad day: new keys, destroyed rooms, backups, and putting them back."""
