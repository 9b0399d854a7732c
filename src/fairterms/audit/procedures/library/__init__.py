"""One ready procedure a module, each with its constant ``PROCEDURE``."""
