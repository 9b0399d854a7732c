"""The facts of one patient that a measure reads, whatever file they came from."""
