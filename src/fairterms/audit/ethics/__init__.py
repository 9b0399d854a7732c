"""Reports without a name: their states and clocks, who may read them, what others may be told."""
