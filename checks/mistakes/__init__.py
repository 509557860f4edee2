"""Known mistakes of lessons that have many of them: a package for each lesson, with a file for each subject."""
