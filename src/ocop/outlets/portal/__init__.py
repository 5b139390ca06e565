"""The portal: everybody's home with what waits, the menu of each role, the search."""
