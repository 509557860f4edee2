"""Known mistakes of lesson 14, a file for each subject."""
