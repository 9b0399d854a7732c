"""The drill runs the workspace's own programs, each in a process of its own."""
