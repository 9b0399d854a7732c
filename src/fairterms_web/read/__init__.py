"""The contract and its findings side by side; what was decided about each."""
