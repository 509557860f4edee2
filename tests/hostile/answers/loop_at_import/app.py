"""Never comes to its end while it is loaded."""

from right import app

while True:
    pass
