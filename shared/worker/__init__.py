"""Where a submission runs, apart from the check that judges it.

`Worker` is the check's handle. `child`, `host`, `loading`, `observing`, `program` and `tracebacks` run on the other
side and import nothing of the engine but `shared.server`.
"""
