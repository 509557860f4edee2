"""Known mistakes of lesson 13: a file for each thing that a server does with events."""
