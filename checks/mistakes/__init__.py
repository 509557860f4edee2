"""Known mistakes of lessons that have too many of them for the check itself: a file for each part of the work."""
