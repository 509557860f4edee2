"""Where a submission runs, apart from the check that judges it.

`Worker` is the check's handle; `forking_host` and `fresh_host` are its two ways to start a run. What runs on the other
side uses nothing of the engine but `shared.server`: `host`, with what keeps the limits and ends everything (`ending`,
`marked`, `supervising`, `proc`, `kernel`, `forbidden`, `removing`), `fresh`, and, in the submission's own process,
`child` with `loading`, `observing`, `program`, `calling` and `tracebacks`.
"""
