"""One file per verb: its name is what is typed, and its `command` is what runs. A new verb is a new file here."""
