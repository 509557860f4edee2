"""Known mistakes of lesson 08, a file for each subject."""
