"""What can be asked for, by kind of thing."""
