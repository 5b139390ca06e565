"""What measurements of pages stand on: the server, a client, a view that does nothing."""
