"""Known mistakes of lesson 11, a file for each subject."""
