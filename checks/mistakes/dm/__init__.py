"""Known mistakes of lesson 15, a file for each part of the server, and one for the page."""
