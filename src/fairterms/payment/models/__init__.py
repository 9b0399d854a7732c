"""The closed catalogue of payment models: one module each, with one constant, ``MODEL``."""
