"""Known mistakes of lesson 12, a file for each subject."""
