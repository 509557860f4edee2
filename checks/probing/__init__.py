"""What the tasks of a lesson do with the server again and again: filling it, asking it, comparing what came."""
