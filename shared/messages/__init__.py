"""Every sentence the engine itself says to a learner or an instructor, in Korean."""
