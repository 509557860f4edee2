"""Known mistakes of lesson 10, a file for each subject."""
