"""Known mistakes of lesson 02: two files for profile.json, and one for each thing that the client does with JSON."""
