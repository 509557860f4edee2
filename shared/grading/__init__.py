"""A class's folder to verdicts in a gradebook: `intake`, `judging` over a `pool`, `gradebook`, `reports`."""
