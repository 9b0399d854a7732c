"""What a plan may have done otherwise: families of assumptions, one module each."""
