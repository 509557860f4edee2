"""Known mistakes of lesson 07: a file for each kind of data that the server takes, and one for the client."""
