"""Known mistakes of lesson 01, a file for each subject."""
