"""Many files of a size that is allowed."""

from right import app

for number in range(2000):
    with open(f"filler{number}", "wb") as file:
        file.write(b"x" * 1024**2)
