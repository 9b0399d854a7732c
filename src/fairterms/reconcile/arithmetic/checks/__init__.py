"""The checks of a statement's arithmetic, one module each; the folder is the list."""
