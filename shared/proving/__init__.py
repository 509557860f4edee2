"""How good the checks are: answers of the shelves and mutants of the solutions, judged by the real checks."""
